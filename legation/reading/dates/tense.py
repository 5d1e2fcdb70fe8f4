"""A light guess at the tense around an expression from the words near by, for callers that have no syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation.model import Span
from legation.reading.dates import words

_REACH = 140
_ATTRIBUTE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_STOP = re.compile(r"[.;!?](?=\s+[\"\u201c'\u2018(]?[A-Z])|\n|[\"\u201c\u201d]")


def nearby_tense(text: str, passage: Span, span: Span) -> str | None:
    """ "past", "present" or "future" for an expression at ``span``; None if no word near by tells.

    The nearest telling word before the expression in its sentence decides, else the nearest after it.
    """
    left = text[max(passage.start, span.start - _REACH) : span.start]
    before = _after_last_stop(left)
    if side := _by_preposition(before):
        return side
    right = text[span.end : min(passage.end, span.end + _REACH)]
    if _ATTRIBUTE.search(before) and re.match(r"\s+\w", right):
        # "The February 23 accord": the clause tells when something is done with it, not when it was made.
        return None
    stop = _STOP.search(right)
    after = right[: stop.start()] if stop else right
    earlier, later = list(_cues(before)), list(_cues(after))
    if earlier:
        return _meant(earlier[-1], right)
    return ("past" if later[0] == "intent" else later[0]) if later else None


def _meant(cue: str, right: str) -> str:
    """What is intended is to come, but "ways to get round Wednesday's ruling" speaks of one that is there."""
    if cue != "intent":
        return cue
    return "past" if re.match(r"['\u2019]s\b", right) else "future"


def _after_last_stop(left: str) -> str:
    stops = [
        m.end()
        for m in _STOP.finditer(left)
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|St|U\.S)$", left[: m.start()])
    ]
    return left[stops[-1] :] if stops else left


def _by_preposition(before: str) -> str | None:
    match = re.search(
        r"\b(since|effective|payable|expires?|expiring|as\s+(?:soon|early)\s+as|no\s+later\s+than)\s+(?:on\s+|in\s+)?$",
        before,
        re.IGNORECASE,
    )
    if not match:
        return None
    return "past" if match.group(1).lower() == "since" else "future"


@cache
def _pattern() -> re.Pattern[str]:
    cues = words.table("tense")
    return re.compile(
        # A participle after "be" has no tense of its own: "will be held".
        "|".join(rf"(?P<{name}>(?<!\bbe\s)\b(?:{'|'.join(patterns)})\b)" for name, patterns in cues.items()),
        re.IGNORECASE,
    )


def _cues(clause: str) -> Iterator[str]:
    for match in _pattern().finditer(clause):
        if match.lastgroup:
            yield match.lastgroup
