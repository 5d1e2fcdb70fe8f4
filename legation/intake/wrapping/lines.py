"""The lines of a text as wrapping sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it. after_gap: a blank line stands before it."""

    span: Span
    text: str
    after_gap: bool

    @property
    def words(self) -> list[str]:
        """The words, parted at white space."""
        return self.text.split()


def lines_of(text: str, taken: Sequence[Span] = ()) -> list[Line]:
    """The lines of the text that are not blank, ``taken`` stretches left out (sorted, not overlapping)."""
    found: list[Line] = []
    start, gap, next_taken = 0, False, 0
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        while next_taken < len(taken) and taken[next_taken].end <= start:
            next_taken += 1
        pieces = _pieces(text, start, end, taken[next_taken:]) if next_taken < len(taken) else [_trim(text, start, end)]
        pieces = [piece for piece in pieces if piece.start < piece.end]
        for piece in pieces:
            found.append(Line(piece, piece.of(text), gap))
            gap = False
        gap = gap or not raw.strip()
        start = end
    return found


def _pieces(text: str, start: int, end: int, taken: Sequence[Span]) -> list[Span]:
    pieces = []
    for span in taken:
        if span.start >= end:
            break
        pieces.append(_trim(text, start, max(start, span.start)))
        start = max(start, min(span.end, end))
    return [*pieces, _trim(text, start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, max(start + left, start + len(piece.rstrip())))
