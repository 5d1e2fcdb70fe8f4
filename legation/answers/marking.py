"""Words marked in the sentence they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.answers.words import printable
from legation.model import Span

_MOST_CONTEXT = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, marked or not."""

    text: str
    marked: bool = False


def marked(text: str, spans: Iterable[Span], start: int = 0) -> tuple[Piece, ...]:
    """The text in pieces, those under a span marked; spans that touch become one.

    text: what stands at ``start`` of a report; spans: offsets into the report, cut to the text. The pieces joined
    are the text character for character, but for control characters (U+FFFD) and line ends (blanks).
    """
    shown = printable(text.translate({10: " ", 13: " "}))
    pieces: list[Piece] = []
    at = 0
    for begin, end in _joined((span.start - start, span.end - start) for span in spans):
        begin, end = max(begin, 0), min(end, len(shown))
        if begin >= end:
            continue
        pieces += [Piece(shown[at:begin]), Piece(shown[begin:end], True)]
        at = end
    pieces.append(Piece(shown[at:]))
    return tuple(piece for piece in pieces if piece.text)


def around(text: str, spans: Iterable[Span]) -> Span:
    """The lines of a report that the spans stand in; of very long lines a stretch on each side, cut at a blank."""
    spans = list(spans)
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    end = len(text) if end < 0 else end
    if first - begin > _MOST_CONTEXT:
        begin = text.find(" ", first - _MOST_CONTEXT, first) + 1 or first - _MOST_CONTEXT
    if end - last > _MOST_CONTEXT:
        cut = text.rfind(" ", last, last + _MOST_CONTEXT)
        end = cut if cut >= 0 else last + _MOST_CONTEXT
    return Span(begin, end)


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, those that overlap or touch made one; empty ones dropped."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(r for r in ranges if r[0] < r[1]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
