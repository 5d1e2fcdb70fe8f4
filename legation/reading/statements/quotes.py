"""Quotation marks of every style, paired inside a paragraph.

Curly, angle, low and doubled marks say by their shape which side they are on; straight ones by their
neighbours. A mark that opens and is never closed runs to the end of its paragraph, as newspapers
print a quotation of several paragraphs. Single marks count only where the paragraph has no others,
since an apostrophe looks the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.model import Span

OPENING = "“„«``"
CLOSING = "”»''"
_MARK = re.compile(r"[“”„«»\"]|``|''|’’|‘‘")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_WORD = re.compile(r"\w+")
_OPENS_AFTER = set(" \t\n\u00a0([—–-:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. span holds the marks, inner does not; closed is False if the end mark is missing."""

    span: Span
    inner: Span
    closed: bool
    words: int

    def is_statement(self, text: str) -> bool:
        """True if it can stand alone as speech; False for a term or a few words set in marks."""
        said = self.inner.of(text).strip()
        ended = said.endswith((".", "!", "?", "…", ",")) or not self.closed
        return self.words >= 8 or (ended and said[:1].isupper()) or (self.words >= 4 and ended)


def find_quotations(text: str, passage: Span) -> tuple[Quotation, ...]:
    """Quotations of one paragraph in order, never overlapping. Offsets are into ``text``."""
    found = _paired(text, passage)
    return found or _single(text, passage)


def _quotation(text: str, start: int, inner: int, inner_end: int, end: int, closed: bool) -> Quotation:
    return Quotation(
        Span(start, end),
        Span(inner, inner_end),
        closed,
        len(_WORD.findall(text, inner, inner_end)),
    )


def _side(text: str, passage: Span, at: int, end: int, mark: str) -> str:
    """ "open", "close" or "either" by shape, else by what stands before and after."""
    if mark in OPENING or mark == "‘‘":
        return "open"
    if mark != '"':
        return "close"
    before = text[at - 1] if at > passage.start else " "
    after = text[end] if end < passage.end else " "
    if before in _OPENS_AFTER and not after.isspace():
        return "open"
    if not before.isspace() and not after.isalnum():
        return "close"
    return "either"


def _paired(text: str, passage: Span) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    opened: tuple[int, int, str] | None = None
    for match in _MARK.finditer(text, passage.start, passage.end):
        mark = match.group()
        side = _side(text, passage, match.start(), match.end(), mark)
        if opened is None:
            if side != "close":
                opened = (match.start(), match.end(), mark)
        elif side == "open" and mark == opened[2] and mark == '"':
            # a straight mark that opens while one is open: the close of the first was lost
            found.append(_quotation(text, opened[0], opened[1], match.start(), match.start(), False))
            opened = (match.start(), match.end(), mark)
        elif side != "open" and not (mark == "»" and opened[2] != "«") and not (mark == "”" and opened[2] == "«"):
            found.append(_quotation(text, opened[0], opened[1], match.start(), match.end(), True))
            opened = None
    if opened is not None and passage.end > opened[1]:
        found.append(_quotation(text, opened[0], opened[1], passage.end, passage.end, False))
    return tuple(found)


def _single(text: str, passage: Span) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    at = passage.start
    while (begin := _SINGLE_OPEN.search(text, at, passage.end)) is not None:
        closes = list(_SINGLE_CLOSE.finditer(text, begin.end(), passage.end))
        close = next(
            (c for c in closes if text[c.start() - 1] in ".,!?…"),
            closes[0] if closes else None,
        )
        if close is None:
            break
        found.append(_quotation(text, begin.start(), begin.end(), close.start(), close.end(), True))
        at = close.end()
    return tuple(found)


class QuotationIndex:
    """All quotations of a report, asked by position."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self.all: Sequence[Quotation] = tuple(quotations)
        self._starts = [q.span.start for q in self.all]

    def at(self, position: int) -> Quotation | None:
        """The quotation that holds this character, if any."""
        i = bisect_right(self._starts, position) - 1
        return self.all[i] if i >= 0 and position < self.all[i].span.end else None

    def within(self, span: Span) -> list[Quotation]:
        """Quotations that share a character with ``span``."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        for quotation in self.all[i:]:
            if quotation.span.start >= span.end:
                break
            if quotation.span.overlaps(span):
                found.append(quotation)
        return found
