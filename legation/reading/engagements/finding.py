"""From trigger words to drafts of engagements: kind, parties, date, place, status, one draft for each trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Place, Span, Status
from legation.reading.engagements.arguments import governing_verb, is_passive
from legation.reading.engagements.checked import checked
from legation.reading.engagements.dating import ahead, behind, stretched, when_of
from legation.reading.engagements.draft import TALKS, Draft
from legation.reading.engagements.lexicon import lexicon
from legation.reading.engagements.likely import likely_parties
from legation.reading.engagements.meant import as_meant
from legation.reading.engagements.messages import interview_parties, message_parties
from legation.reading.engagements.parties import meeting_parties, signing_parties
from legation.reading.engagements.scene import Parties, Scene, person_like
from legation.reading.engagements.sequence import dated_in_sequence
from legation.reading.engagements.status import status_of
from legation.reading.engagements.topics import is_other
from legation.reading.engagements.triggers import trigger_words
from legation.reading.engagements.venues import place_of
from legation.reading.engagements.visiting import visit_parties
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Unit
from legation.reading.statements.quotes import find_quotations
from legation.register import Register

_BACKGROUND = re.compile(
    r"(?:Earlier|Previously|As (?:previously )?reported|Recall|It (?:will|should) be recalled|"
    r"We remind|Recently|In the past)\b"
)
_TOPIC_END = re.compile(r"[,;.](?=\s|$)|\"|\s(?:that|which|who|said|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_TOPIC_MARKS = frozenset([".", ";", '"', "“", "”"])
_MUTUAL = frozenset({"meeting", "talks", "consultation", "call", "signing"})
# What has no place of its own.
_NOWHERE = frozenset({"call", "message", "interview"})
_BARE = 5
# How many paragraphs back "the sides" may have been named.
_REACH = 2
_PLACED = re.compile(r"\b(?:in|at|to|from|near|into) (?:the )?$")
_OF = re.compile(r"\s+of (?:the )?")
_WITH = re.compile(r"(?:\s[\w-]+){0,3}?\s(?:with|between|among)\s")
_BODIES = frozenset({"organisation", "event"})
# Days after which a plan cannot be meant; a plan of last month may be one that was put off.
_LONG_PAST = 366
# Characters behind "with" in which the other side is named.
_NAMED = 60
_DURING = re.compile(r"\b(?:during|at|after|following) (?:the|this|their|his|her) (?:[\w-]+ )?$", re.IGNORECASE)


def find_engagements(cast: Cast, register: Register, closed: list[Span]) -> list[Draft]:
    """All drafts of a report in text order. closed: titles of documents, whose words are no triggers."""
    found: list[Draft] = []
    for scene, number in scenes(cast, register, closed):
        for draft in _drafts(scene, number, closed):
            found.append(dated_in_sequence(cast, draft, found))
    return found


def scenes(cast: Cast, register: Register, closed: list[Span]) -> Iterator[tuple[Scene, int]]:
    """Every trigger of a report with what it stands in and the number of its passage, in text order."""
    words = lexicon()
    for number, passage in enumerate(cast.page.passages):
        for token, word in trigger_words(cast, passage, words):
            if not any(c.covers(token.span) for c in closed) and not _in_title(cast, token):
                yield Scene(cast, register, words, passage, token, word), number


def _in_title(cast: Cast, token: Token) -> bool:
    """True for the talks of "special envoy on the talks, X"."""
    unit = cast.unit_of(token)
    return unit is not None and unit.how == "title" and token.end < unit.core.start


def _drafts(scene: Scene, number: int, closed: list[Span]) -> Iterator[Draft]:
    status = status_of(scene.passage, scene.trigger, scene.lexicon)
    if status is None or _is_setting(scene) or _is_remembered(scene) or _by_author(scene):
        return
    scene = as_meant(scene)
    if status == "happened" and scene.word.kind == "visit" and _still_there(scene):
        status = "under way"
    every = parties_of(scene) or _untold(scene)
    if len(every) == 1:
        # of a row ("will meet A, B and C") the model is surest of the first, and syntax knows better
        every = [replace(every[0], roles=checked(scene, every[0].roles))]
    for parties in every:
        draft = _draft(scene, number, status, parties, closed)
        if _is_over(draft, scene.cast.page):
            continue
        if len(draft.actors) < 2 and not (draft.elsewhen or draft.background or draft.against):
            draft = replace(draft, likely=likely_parties(scene, number, draft.roles))
        yield draft


def _by_author(scene: Scene) -> bool:
    """True for "I will meet the ministers" outside a quotation: whoever writes is a party, and nobody knows who."""
    subjects = scene.passage.children(scene.trigger, "nsubj")
    return any(s.text == "I" and scene.cast.unit_of(s) is None for s in subjects)


def _is_over(draft: Draft, page: Page) -> bool:
    """True for a plan whose day is long past: "the last president to visit Cuba was Coolidge in 1928"."""
    past = draft.when.interval
    if draft.status not in ("planned", "proposed") or past is None or page.published is None:
        return False
    return (page.published - past[1]).days > _LONG_PAST


def _is_remembered(scene: Scene) -> bool:
    """True for "30 years since the signing of the treaty", "the anniversary of the signing"."""
    if scene.trigger.pos != "NOUN":
        return False
    above = scene.passage.head(scene.trigger)
    since = any(c.text.lower() == "since" for c in scene.passage.children(scene.trigger, "case", "mark"))
    nested = scene.trigger.dep.startswith("nmod") and above is not None and above.lemma.lower() in scene.lexicon.feasts
    return nested or (since and scene.word.kind == "signing")


def _untold(scene: Scene) -> list[Parties]:
    """Parties yet to be found, where only the language layer sees an engagement. The lexicon knows its words better."""
    return [] if scene.word.listed else [Parties(())]


def _still_there(scene: Scene) -> bool:
    """True for "is in Oslo on a visit" and "who is on a visit to Norway"."""
    above = scene.passage.head(scene.trigger)
    told = [scene.trigger, *scene.passage.children(scene.trigger, "cop"), *([above] if above else [])]
    return any(t.pos == "AUX" and t.lemma.lower() == "be" and t.has("Tense=Pres") for t in told)


def _is_setting(scene: Scene) -> bool:
    """True for a meeting on whose sidelines something takes place, which is told as a place."""
    above = scene.passage.head(scene.trigger)
    return scene.trigger.pos != "VERB" and above is not None and above.text.lower() in scene.lexicon.beside


def parties_of(scene: Scene) -> list[Parties]:
    """The parties by syntax, of one engagement or several."""
    kind = scene.word.kind
    if kind == "visit":
        return visit_parties(scene)
    if kind == "signing":
        return [signing_parties(scene)]
    if kind == "interview":
        return interview_parties(scene)
    if kind == "message":
        return message_parties(scene)
    return meeting_parties(scene)


def _draft(scene: Scene, number: int, status: Status, parties: Parties, closed: list[Span]) -> Draft:
    page, passage, trigger = scene.cast.page, scene.passage, scene.trigger
    when, when_span = when_of(page, passage, trigger, closed)
    sentence = passage.sentence_span(trigger)
    verb = governing_verb(passage, trigger)
    kind = scene.word.kind
    other = is_other(passage, trigger, scene.lexicon)
    if kind == "visit":
        when = stretched(page, when, sentence, verb.lemma.lower() if verb else "", parties.destination)
    if status == "planned" and page.published:
        when = ahead(when, when_span.of(page.text) if when_span else "", page.published)
    if status == "happened" and page.published and _is_past(passage, trigger):
        when = behind(when, when_span.of(page.text) if when_span else "", page.published)
    if status in ("happened", "under way") and when.interval and page.published and when.interval[0] > page.published:
        status = "planned"
    return Draft(
        kind=kind,
        trigger=trigger.span,
        sentence=sentence,
        passage=number,
        roles=parties.roles,
        status=status,
        when=when,
        when_span=when_span,
        place=Place() if kind in _NOWHERE else place_of(scene, parties),
        subtype=_rank(scene) if kind == "visit" else scene.word.subtype or _format(scene),
        mode=_mode(scene) if kind != "interview" else None,
        definite=_definite(passage, trigger),
        background=bool(_BACKGROUND.match(page.text, passage.span.start)),
        own=parties.own,
        topics=_topics(scene),
        elsewhen=_elsewhen(page, passage, trigger, sentence) or other,
        other=other,
        against=_against(page, trigger, sentence),
        listed=scene.word.listed,
        during=_DURING.search(page.text, sentence.start, trigger.start) is not None and not _foretells(scene, verb),
        both=_named_before(scene) if kind in _MUTUAL and (_by_both(scene) or _by_nobody(scene, parties)) else (),
    )


def _is_past(passage: Annotation, trigger: Token) -> bool:
    """True for a verb in the past tense: "met", "was signed"."""
    told = [trigger, *passage.children(trigger, "aux", "aux:pass", "cop")]
    return any(t.has("Tense=Past") and t.has("VerbForm=Fin") for t in told)


def _foretells(scene: Scene, verb: Token | None) -> bool:
    """True for "during the visit, it is planned to meet", "during the visit he will meet"."""
    if verb is None:
        return False
    words = scene.lexicon.status
    ahead_of_it = {c.text.lower() for c in scene.passage.children(verb, "aux")} & words["future_aux"]
    return bool(ahead_of_it) or verb.lemma.lower() in words["planned"]


def _by_both(scene: Scene) -> bool:
    """True if the subject of the clause stands for both sides: "the sides", "they", "the two delegations"."""
    verb = governing_verb(scene.passage, scene.trigger)
    subjects = scene.passage.children(verb, "nsubj", "obl:agent") if verb else []
    return any(s.text.lower() in scene.lexicon.both and not scene.cast.unit_of(s) for s in subjects)


def _by_nobody(scene: Scene, parties: Parties) -> bool:
    """True for "five documents were signed": nobody is said to have done it."""
    return scene.word.kind == "signing" and is_passive(scene.passage, scene.trigger) and not parties.roles


def _named_before(scene: Scene) -> tuple[str, ...]:
    """The two people of different countries named last before the trigger, else the last two people or states, in the
    order of the text. A state that is only a place ("in Peru") is no side."""
    units = [u for u in scene.cast.before(scene.trigger.start) if _near(scene, u)]
    people = [u for u in units if person_like(scene, u)]
    sides = [u for u in units if not _PLACED.search(scene.cast.page.text, 0, u.span.start)]
    return _last_two(scene, people) or _last_two(scene, sides)


def _near(scene: Scene, unit: Unit) -> bool:
    page = scene.cast.page
    return page.passage_number(scene.trigger.start) - page.passage_number(unit.span.start) <= _REACH


def _last_two(scene: Scene, units: list[Unit]) -> tuple[str, ...]:
    cast = scene.cast
    sides: dict[str, str] = {}
    for unit in units:
        for key in unit.actors:
            country = cast.country_of(key)
            if country and cast.kind_of(key) in ("person", "state"):
                sides.setdefault(country, key)
        if len(sides) == 2:
            return tuple(reversed(sides.values()))
    return ()


def _against(page: Page, trigger: Token, sentence: Span) -> bool:
    """True for "talks with the rebels", "the meeting of the Forum": with whom or whose is told, and it is no state."""
    body = _OF.match(page.text, trigger.end, sentence.end)
    if body and any(e.span.start == body.end() and e.label in _BODIES for e in page.passage_at(trigger.start).entities):
        return True
    match = _WITH.match(page.text, trigger.end, sentence.end)
    named = Span(match.end(), min(match.end() + _NAMED, sentence.end)) if match else None
    return named is not None and not any(hit.country for hit in page.hits_in(named))


def _elsewhen(page: Page, passage: Annotation, trigger: Token, sentence: Span) -> bool:
    if any(t.value in ("PAST_REF", "FUTURE_REF") for t in page.timexes_in(sentence)):
        return True
    if any(c.text.lower() in ("from", "since") for c in passage.children(trigger, "case")):
        return True  # "followed up on what was left over from the talks of X and Y"
    if any(c.text.lower() in ("already", "previously", "ever", "once") for c in passage.children(trigger, "advmod")):
        return True
    return any(q.span.covers(trigger.span) for q in find_quotations(page.text, passage.span))


def _stands_bare(passage: Annotation, noun: Token) -> bool:
    """True for "Private visit." and "Private visit; met with X", which say more of the visit just told."""
    first, end = passage.sentence_of(noun)
    breaks = [t.i for t in passage.tokens[first:end] if t.text == ";"]
    start = max((i + 1 for i in breaks if i < noun.i), default=first)
    stop = min((i + 1 for i in breaks if i > noun.i), default=end)
    alone = not any(t.pos in ("VERB", "AUX") and not t.dep.startswith("amod") for t in passage.tokens[start:stop])
    return stop - start <= _BARE and alone


def _mode(scene: Scene) -> str | None:
    if scene.word.kind == "call":
        text = scene.passage.sentence_span(scene.trigger).of(scene.cast.page.text).lower()
        return "video" if any(w in text for w in scene.lexicon.video) else "phone"
    face_to_face = scene.word.kind in ("talks", "consultation") or _format(scene)
    return scene.word.mode or ("in_person" if face_to_face else None)


def _rank(scene: Scene) -> str | None:
    """The rank of a visit: "state", "official working" ... from the words before the noun or in "on a ... visit"."""
    nouns = [scene.trigger]
    if scene.trigger.pos == "VERB":
        nouns = [t for t in scene.passage.tokens[scene.trigger.i :] if t.text.lower() in ("visit", "trip")][:1]
    for noun in nouns:
        before = scene.passage.tokens[max(0, noun.i - 4) : noun.i]
        ranks = [rank for token in before if (rank := scene.lexicon.ranks.get(token.text.lower()))]
        if ranks:
            return "official working" if ranks == ["official", "working"] else ranks[0]
    return None


def _format(scene: Scene) -> str | None:
    """The format of a meeting or talks: "informal", "delegations" ... from the words round the trigger."""
    if scene.word.kind not in TALKS:
        return None
    tokens, i = scene.passage.tokens, scene.trigger.i
    first, end = scene.passage.sentence_of(scene.trigger)
    last = tokens[min(end, i + 9) - 1]
    near = Span(tokens[max(first, i - 7)].start, last.end).of(scene.cast.page.text).lower()
    words = set(re.findall(r"[\w-]+", near))
    return next((scene.lexicon.formats[w] for w in sorted(words) if w in scene.lexicon.formats), None)


def _definite(passage: Annotation, trigger: Token) -> bool:
    if trigger.pos == "VERB":
        return False
    if _stands_bare(passage, trigger):
        return True
    return any(
        c.text.lower() in ("the", "this", "that", "these", "his", "her", "their", "its")
        for c in passage.children(trigger)
    )


def _topics(scene: Scene) -> tuple[Span, ...]:
    """What an engagement was about, from "to discuss ..." and "on ..." directly after the trigger."""
    text = scene.cast.page.text
    end = scene.passage.sentence_span(scene.trigger).end
    match = re.compile(
        r"[^.;\"“”]{0,160}?\b(?:to discuss|discussed|focused on|touched (?:up)?on|talks on|about)\s+"
    ).match(text, scene.trigger.start, end)
    if not match:
        return ()
    stops = (s.start() for s in _TOPIC_END.finditer(text, match.end(), end) if not _list_goes_on(scene, s.span()))
    span = Span(match.end(), next(stops, end))
    return (span,) if 3 < span.end - span.start < 200 else ()


def _list_goes_on(scene: Scene, comma: tuple[int, int]) -> bool:
    """True if a comma stands inside a list of topics: adjectives, nouns and "and" follow, no clause."""
    text = scene.cast.page.text
    if text[comma[0]] != ",":
        return False
    listed = []
    for token in scene.passage.tokens:
        if token.start <= comma[0]:
            continue
        if token.text in _TOPIC_MARKS or token.pos in ("VERB", "AUX", "PRON") or token.text.lower() in ("as", "while"):
            break
        listed.append(token.text.lower())
    return bool({"and", "or"} & set(listed)) and len(listed) < 14
