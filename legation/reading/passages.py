"""The stretches of a report that are read one by one: its paragraphs, over-long ones cut at sentence ends."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Report, Span

LONGEST = 4000
"""Characters; a parser's work and memory grow with the length of what it gets at once."""


def passages_of(report: Report) -> list[Span]:
    """Trimmed spans in text order, none longer than ``LONGEST``; what is set aside is left out."""
    return [piece for paragraph in report.paragraphs() for piece in _pieces(report.text, paragraph)]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        limit = start + LONGEST
        cut = max((text.rfind(mark, start + 1, limit) + 1 for mark in (". ", "! ", "? ")), default=0)
        if cut <= start + 1:
            cut = text.rfind(" ", start + 1, limit)
        if cut <= start + 1:
            cut = limit
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
