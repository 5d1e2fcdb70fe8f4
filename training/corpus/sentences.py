"""Sentences and tokens of a marked report, for columns and counts; a boundary never lies inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from legation.model import Span
from training.corpus.markup import Mark, Marked
from training.corpus.vocabulary import ABBREVIATIONS

_END = re.compile(r"[.!?…]+[\"”’»')\]]*\s+(?=[\"“‘«'(\[]*[A-Z0-9])")
# What ends in a stop that ends no sentence: abbreviations, initials.
_SHORT = re.compile(rf"(?:\b(?:{'|'.join(ABBREVIATIONS)})|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$")
# Words keep their hyphens, apostrophes, stops and digits' commas; the possessive is a token of its own.
_TOKEN = re.compile(r"(?:[A-Z]\.)+(?=\W|$)|\d+(?:[.,:]\d+)*|[’']s\b|[^\W_]+(?:[-’'.&](?!s\b)[^\W_]+)*|\.\.\.|[^\w\s]|_")


def sentences(body: Marked) -> tuple[Span, ...]:
    """The sentences of all paragraphs, in order, trimmed."""
    named = [m.span for m in body.marks if m.sort == "mention"]
    return tuple(s for paragraph in body.paragraphs for s in _sentences(body.text, paragraph, named))


def _sentences(text: str, paragraph: Span, named: Sequence[Span]) -> Iterable[Span]:
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        stop = len(end.group().rstrip()) + end.start()
        inside = any(name.start < stop < name.end for name in named)
        if inside or (end.group().startswith(".") and _SHORT.search(text[start : end.start() + 1])):
            continue
        yield Span(start, stop)
        start = end.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def tokens(text: str, span: Span, marks: Iterable[Mark] = ()) -> list[Span]:
    """The words and signs of a span; a token is cut where a mention begins or ends in it ("Russian", "-", "Kazakh")."""
    cuts = {n for m in marks if m.sort == "mention" for n in (m.span.start, m.span.end)}
    found: list[Span] = []
    for token in _TOKEN.finditer(text, span.start, span.end):
        bounds = [token.start(), *sorted(n for n in cuts if token.start() < n < token.end()), token.end()]
        for start, end in pairwise(bounds):
            if len(bounds) > 2 and text[start] == "-" and end - start > 1:
                found += [Span(start, start + 1), Span(start + 1, end)]
            else:
                found.append(Span(start, end))
    return found
