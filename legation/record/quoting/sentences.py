"""The sentence and the paragraph that words stand in, seen from punctuation alone."""

from __future__ import annotations

import re
from functools import cache

from legation.model import Span
from legation.record.quoting.small import abbreviations

_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“„«‘(\[]?[A-ZÀ-ÞА-Я0-9])")


def paragraph_around(text: str, start: int, end: int) -> Span:
    """The lines that characters [start, end) stand in."""
    last = text.find("\n", end)
    return Span(text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last)


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence (or sentences) that characters [start, end) stand in, trimmed of white space.

    A line end ends a sentence.
    """
    lines = paragraph_around(text, start, end)
    first, last = lines.start, lines.end
    for found in _END.finditer(text, lines.start, lines.end):
        if _abbreviated().search(text[max(lines.start, found.start() - 6) : found.end()]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    stretch = text[first:last]
    return Span(first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip()))


@cache
def _abbreviated() -> re.Pattern[str]:
    """A full stop that ends no sentence: behind initials, titles and the like."""
    return re.compile(rf"(?:\b[A-Z]|\b(?:{'|'.join(abbreviations())}))\.\s+$")
