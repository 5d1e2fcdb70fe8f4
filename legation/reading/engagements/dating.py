"""Which time expression dates an event: the one that governs it, not the nearest one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import UNKNOWN, DatePoint, Span, Timex, When
from legation.reading.engagements.arguments import governing_verb
from legation.reading.engagements.lexicon import lexicon
from legation.reading.engagements.topics import is_other
from legation.reading.page import Page
from legation.reading.statements.cues import lexicon as statement_lexicon

_TOO_WIDE = frozenset({"decade", "unknown"})
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|than|of"
    r"|(?<!planned )(?<!scheduled )(?<!set )(?<!slated )(?<!due )(?<!off )for)"
    r"\s+(?:the\s+|last\s+)?$",
    re.IGNORECASE,
)
# "Ahead of the anniversary of their friendship next year": the day is that of what is still ahead.
_AHEAD = re.compile(r"\b(?:ahead of|in the run-up to|on the eve of|in preparation for)\s[^,.;:]*$", re.IGNORECASE)
_TOLD_OF = frozenset({"plan", "schedule", "set", "slate", "expect", "take", "begin", "start", "hold", "last", "end"})
_VISIT = re.compile(r"[\s-]*(?:\w+ ){0,2}(?:visit|trip)(?P<to> to (?:the )?)?")
_NAMED = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d")
# How likely a date outside the clause of an event must be its date.
_HARDLY = 0.1
_DAYS = re.compile(r"P(\d+)D$")


def usable(page: Page, timex: Timex) -> bool:
    """True if the expression can say when something took place (no "since 2023", no durations)."""
    if timex.type not in ("DATE", "TIME") or timex.when is None or timex.when.precision in _TOO_WIDE:
        return False
    if timex.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return False
    before = page.text[max(0, timex.span.start - 24) : timex.span.start]
    return not _BOUND.search(before) and not _AHEAD.search(_clause_before(page, timex.span.start))


def _clause_before(page: Page, offset: int) -> str:
    return page.text[max(page.sentence_at(offset).start, offset - 120) : offset]


def when_of(page: Page, passage: Annotation, trigger: Token, closed: list[Span]) -> tuple[When, Span | None]:
    """The date that governs a trigger and the words it is read from; UNKNOWN if none does.

    closed: stretches whose dates belong to something else (titles of documents).
    """
    sentence = passage.sentence_span(trigger)
    timexes = [t for t in page.timexes_in(sentence) if usable(page, t) and not any(c.covers(t.span) for c in closed)]
    ranked = (
        sorted(
            (rank, abs(t.span.start - trigger.start), t.span, t)
            for t in timexes
            if (rank := _rank(passage, trigger, t, timexes)) is not None
        )
        if timexes
        else []
    )
    if not ranked:
        return UNKNOWN, None
    rank, timex = ranked[0][0], ranked[0][-1]
    assert timex.when is not None
    if rank > 1 and _hardly_its_time(passage, trigger, timex):
        return UNKNOWN, None
    return timex.when, timex.span


def _hardly_its_time(passage: Annotation, trigger: Token, timex: Timex) -> bool:
    """True if the language model hardly sees a date as that of the event: "arrived yesterday to attend the summit"."""
    likely = passage.likelihoods(trigger, timex.span)
    return bool(likely) and likely["time"] < _HARDLY


def _rank(passage: Annotation, trigger: Token, timex: Timex, all_: list[Timex]) -> int | None:
    """0: inside the trigger's own phrase; 1: in its clause; 2: the only date of the sentence; None: not its date."""
    root = passage.root_of(timex.span)
    if root is None:
        return None
    verb = governing_verb(passage, trigger)
    chain = [root, *passage.ancestors(root)]
    holders = [t for t in chain if not timex.span.covers(t.span)]
    if holders and holders[0].i == trigger.i:
        return 0
    if _of_another(passage, trigger, holders) or _since(passage, holders, verb):
        return None
    if (
        timex.span.end <= trigger.start
        and trigger.start - timex.span.end <= 20
        and _adjacent(passage, timex.span, trigger)
    ):
        return 0
    if any(_tells_of(passage, holder, trigger) for holder in holders[:2]):
        return 1
    if (trigger.pos != "VERB" and is_other(passage, trigger, lexicon())) or _behind_another(passage, trigger, timex):
        return None
    if verb is not None:
        for holder in holders:
            if holder.i in (verb.i, trigger.i):
                return 1
            if holder.pos in ("VERB", "AUX") and not _closed_off(passage, holder, root):
                break
        above = next((t for t in passage.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
        if holders and above and verb.dep in ("xcomp", "conj") and any(h.i == above.i for h in holders[:2]):
            return 2
    if verb is not None and any(_says_it(holder, verb) for holder in holders if holder.pos in ("VERB", "AUX")):
        return None
    return 3 if len(all_) == 1 and not _other_clause(passage, trigger, root) else None


def _of_another(passage: Annotation, trigger: Token, holders: list[Token]) -> bool:
    """True for the day of "discussed the upcoming summit on June 3" if the summit is not what is dated."""
    words = lexicon()
    above = {trigger.i, *(t.i for t in passage.ancestors(trigger))}
    for holder in holders:
        if holder.i in above:
            return False
        if holder.text.lower() in words.nouns and is_other(passage, holder, words):
            return True
    return False


def _since(passage: Annotation, holders: list[Token], verb: Token | None) -> bool:
    """True for the day of "since the restoration of ties in August", which only bounds."""
    for holder in holders:
        if verb is not None and holder.i == verb.i:
            return False
        if any(c.text.lower() in ("since", "until", "till") for c in passage.children(holder, "case", "mark")):
            return True
    return False


def _behind_another(passage: Annotation, trigger: Token, timex: Timex) -> bool:
    """True for the day of "exchanged views on the upcoming summit in Accra on July 3", wherever the parser hangs it."""
    words = lexicon()
    between = [t for t in passage.tokens[trigger.i + 1 :] if t.end <= timex.span.start]
    nouns = [n for n, t in enumerate(between) if t.text.lower() in words.nouns and is_other(passage, t, words)]
    return bool(nouns) and not any(t.text == "," or t.pos == "VERB" for t in between[nouns[-1] :])


def _closed_off(passage: Annotation, holder: Token, date: Token) -> bool:
    """True if a comma parts a date from the relative clause before it: "X, who took office in May, on June 3"."""
    first = passage.subtree(date)[0].i
    return holder.dep == "acl:relcl" and holder.i < first and passage.tokens[first - 1].text == ","


def is_of_saying(passage: Annotation, words: Span) -> bool:
    """True for the day in "the ministry said on Friday that", on which it was said."""
    root = passage.root_of(words)
    verb = next((t for t in passage.ancestors(root) if t.pos in ("VERB", "AUX")), None) if root else None
    return verb is not None and _is_cue(verb) and bool(passage.children(verb, "ccomp", "parataxis"))


def _is_cue(verb: Token) -> bool:
    cue = statement_lexicon().verbs.get(verb.lemma.lower())
    return cue is not None and not cue.belief and cue.takes("clause", "quote")


def _says_it(holder: Token, verb: Token) -> bool:
    """True for the verb of saying in "X met Y, the ministry said on Friday", whose day is not that of the meeting."""
    return holder.i != verb.i and _is_cue(holder)


def _tells_of(passage: Annotation, verb: Token, trigger: Token) -> bool:
    """True for "planned" in "the visit to Kazakhstan, which was planned for August 9"."""
    if verb.dep != "acl:relcl" or verb.lemma.lower() not in _TOLD_OF:
        return False
    if verb.lemma.lower() == "take" and not any(c.text.lower() == "place" for c in passage.children(verb, "obj")):
        return False
    noun = passage.tokens[verb.head]
    between = passage.tokens[trigger.i + 1 : noun.i]
    return noun.i == trigger.i or (trigger.i < noun.i and all(t.pos not in ("VERB", "AUX") for t in between))


def _adjacent(passage: Annotation, span: Span, trigger: Token) -> bool:
    """True if only nominal words stand between a date and its noun: "a December 12 meeting"."""
    between = [t for t in passage.tokens if span.end <= t.start and t.end <= trigger.start]
    return all(t.pos in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") and t.text not in (",", ".") for t in between)


def _other_clause(passage: Annotation, trigger: Token, root: Token) -> bool:
    """True if the date hangs in a relative clause or under another event's verb that is not above the trigger."""
    above_trigger = {t.i for t in passage.ancestors(trigger)} | {trigger.i}
    for token in passage.ancestors(root):
        if token.i in above_trigger:
            return False
        if token.dep in ("acl:relcl", "advcl", "conj", "ccomp", "acl"):
            return True
        if token.dep == "xcomp" and token.head == trigger.i and passage.children(trigger, "obj"):
            return True  # "invited X to visit on June 3"
    return False


def ahead(when: When, words: str, published: dt.date) -> When:
    """The date of a plan told without a year: the next year's if that is nearer to the day of the report."""
    if when.interval is None or when.interval[1] >= published:
        return when
    later = _moved(when, words, 1, "told as a plan")
    past, interval = published - when.interval[1], later.interval
    return later if interval and interval[0] >= published and interval[0] - published < past else when


def behind(when: When, words: str, published: dt.date) -> When:
    """The date of what is told as past without a year, if it lies behind the day of the report: the year's before.

    "The deal was signed in July", written in June.
    """
    if when.interval is None or when.interval[0] <= published:
        return when
    return _moved(when, words, -1, "told as past")


def _moved(when: When, words: str, years: int, why: str) -> When:
    """The date so many years later, if its words name a month or a day and no year."""
    named = when.precision in ("day", "month", "range") and when.start.month is not None and _NAMED.search(words)
    if not named or when.start.year is None or re.search(r"\d{4}", words):
        return when
    try:
        moved = replace(when, start=replace(when.start, year=when.start.year + years), reason=f"{when.reason}; {why}")
        moved = replace(moved, end=replace(when.end, year=(when.end.year or when.start.year) + years))
        return moved if moved.interval else when
    except ValueError:
        return when


def stretched(page: Page, when: When, sentence: Span, verb: str, country: str | None = None) -> When:
    """A day with a length beside it: "arrived on Thursday for a four-day visit" is four days from Thursday on.

    country: where the visit is; the length of one to elsewhere is not its own.
    """
    days = _length(page, sentence, country)
    if not days or when.precision != "day" or when.start != when.end:
        return when
    interval = when.interval
    if interval is None:
        return when
    day = interval[0]
    span = dt.timedelta(days=days - 1)
    ends = verb in ("end", "wrap", "finish", "conclude", "complete", "leave", "depart")
    first, last = (day - span, day) if ends else (day, day + span)
    return replace(
        when,
        start=DatePoint.of(first),
        end=DatePoint.of(last),
        precision="range",
        reason=f"{when.reason}; {days} days by the text",
    )


def _length(page: Page, sentence: Span, country: str | None) -> int | None:
    for timex in page.timexes_in(sentence):
        match = _DAYS.match(timex.value) if timex.type == "DURATION" else None
        if (
            match
            and 1 < int(match.group(1)) <= 14
            and (visit := _VISIT.match(page.text, timex.span.end))
            and not _elsewhere(page, visit, country)
        ):
            return int(match.group(1))
    return None


def _elsewhere(page: Page, visit: re.Match[str], country: str | None) -> bool:
    """True if a country other than the one in question follows "visit to"."""
    named = next((h.country for h in page.hits if h.span.start == visit.end()), None) if visit.group("to") else None
    return None not in (country, named) and named != country


def overlap(a: When, b: When, slack: int = 0) -> bool:
    """True if two dates can be of the same day; an unknown date fits any; open years are compared by month and day."""
    if a.interval and b.interval:
        pad = dt.timedelta(days=slack)
        return a.interval[0] - pad <= b.interval[1] and b.interval[0] - pad <= a.interval[1]
    if a.year_open and b.year_open:
        first, second = _in_2000(a), _in_2000(b)
        return bool(first and second and overlap(first, second, slack))
    if a.year_open or b.year_open:
        open_, full = (a, b) if a.year_open else (b, a)
        if not full.interval:
            return True
        try:
            return overlap(open_.with_year(full.interval[0].year, ""), full, slack)
        except ValueError:
            return False
    return True


def _in_2000(when: When) -> When | None:
    try:
        return when.with_year(2000, "")
    except ValueError:
        return None
