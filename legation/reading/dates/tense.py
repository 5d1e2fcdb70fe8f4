"""A light guess at the tense around an expression from the words near by, for callers that have no syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from legation.model import Span
from legation.reading.dates import words

_REACH = 140
# What the groups of cues tell that are not named after a tense: before the expression, and after it.
_BEFOREHAND = {"schedule": "future"}
_AFTERWARDS = {"near": "present", "schedule": "future", "intent": "past", "meant": "past", "prospect": "past"}
_ATTRIBUTE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_POSSESSED = re.compile(r"['\u2019]s\b")
_BEHIND_HEADING = re.compile(r"\s*[.:\u2013\u2014-]")
_BEHIND_CAPITALS = re.compile(r"\s*(?:[.:,\u2013\u2014-]|\s(?=[A-Z]))")
_BULLETS = " -\u2013\u2014\u2022\u25cf*\u00b7\u25c4"
_STOP = re.compile(r"[.;!?](?=\s+[\"\u201c'\u2018(]?[A-Z])|\n|[\"\u201c\u201d]")


def nearby_tense(text: str, passage: Span, span: Span) -> str | None:
    """ "past", "present" or "future" for an expression at ``span``; None if no word near by tells.

    "meant" and "near" are of a past that looked ahead: "was to be held", "had been scheduled for".

    The nearest telling word before the expression in its sentence decides, else the nearest after it.
    """
    left = text[max(passage.start, span.start - _REACH) : span.start]
    # A sentence may begin with the expression itself: its first letter shows the stop before it.
    before = _after_last_stop(left + text[span.start])[:-1]
    right = text[span.end : min(passage.end, span.end + _REACH)]
    if side := _by_preposition(before, span.of(text), right):
        return side
    if _ATTRIBUTE.search(before) and re.match(r"\s+\w", right):
        # "The February 23 accord": the clause tells when something is done with it, not when it was made.
        return None
    stop = _STOP.search(right)
    after = right[: stop.start()] if stop else right
    # What is said behind "Tuesday's declaration" is of what it declares.
    earlier, later = list(_cues(before)), [] if _POSSESSED.match(right) else list(_cues(after))
    if earlier:
        return _meant(earlier[-1], span.of(text), right)
    return _AFTERWARDS.get(later[0], later[0]) if later else None


def heading_tense(text: str, lead: Sequence[Span], passage: Span, span: Span) -> str | None:
    """The tense of a day that stands as a heading: "WEDNESDAY. Lima. The visitor tours the port"; None if it is none.

    The first telling word of the report's lead decides: a programme speaks of what will be, a digest of what was.
    """
    words_ = span.of(text)
    behind = _BEHIND_HEADING if not (words_.isupper() or re.search(r"\d", words_)) else _BEHIND_CAPITALS
    if text[passage.start : span.start].strip(_BULLETS) or not behind.match(text, span.end, passage.end):
        return None
    cues = (cue for p in lead if p != passage for cue in _cues(p.of(text)))
    first = next((cue for cue in cues if cue in ("future", "past", "schedule")), None)
    return _BEFOREHAND.get(first, first) if first else None


def _meant(cue: str, words_: str, right: str) -> str | None:
    """What is intended is to come, but "ways to get round Wednesday's ruling" speaks of one that is there."""
    if cue == "prospect":
        return "past" if _weekday().match(words_) else None
    if cue != "intent":
        return _BEFOREHAND.get(cue, cue)
    return "past" if _POSSESSED.match(right) else "future"


def _after_last_stop(left: str) -> str:
    stops = [m.end() for m in _STOP.finditer(left) if not _abbreviation().search(left[: m.start()])]
    return left[stops[-1] :] if stops else left


def _by_preposition(before: str, words_: str, right: str) -> str | None:
    """What stands right before the expression, whatever the tense of the clause: "since", "set for", "moved to"."""
    for name, pattern in _leads():
        if name == "weekday" and (_past_behind().match(right) or not _weekday().match(words_)):
            continue
        if name == "yearly" and not _yearly().search(words_):
            continue
        if pattern.search(before):
            return name if name in ("past", "near") else "future"
    return None


@cache
def _weekday() -> re.Pattern[str]:
    """A day of the week at the head of an expression."""
    names = "|".join(name for name in words.table("weekdays") if name.endswith("day"))
    return re.compile(rf"(?:this\s+)?(?:{names})", re.IGNORECASE)


@cache
def _past_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(words.table('beside')['past'])})\b")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.table('beside')['abbreviations'])})$")


@cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(patterns)})\s+$", re.IGNORECASE))
        for name, patterns in words.table("leads").items()
    )


@cache
def _yearly() -> re.Pattern[str]:
    """What comes once a year, said without the year."""
    names = "|".join((*words.table("months"), *words.table("seasons")))
    return re.compile(rf"^(?!.*\d{{4}}).*\b(?:{names})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    cues = words.table("tense")
    return re.compile(
        # A participle after "be" has no tense of its own: "will be held".
        r"\b(?:"
        + "|".join(rf"(?P<{name}>(?<!\bbe\s)(?:{'|'.join(patterns)})\b)" for name, patterns in cues.items())
        + ")",
        re.IGNORECASE,
    )


def _cues(clause: str) -> Iterator[str]:
    for match in _pattern().finditer(clause):
        if match.lastgroup:
            yield match.lastgroup
