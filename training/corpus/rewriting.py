"""Changing words of a marked text while its marks stay on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate

from legation.model import Span
from training.corpus.markup import Marked

_ARTICLE = re.compile(r"\b([Aa])n?\s+$")
# Letters and beginnings whose sound is not their letter's: "a European", "an honest".
_LIKE_CONSONANT = re.compile(r"(?:eu|u(?:ni|k|ga|ru|s[ae])|one\b)", re.IGNORECASE)
_VOWELS = "aeiouAEIOUÅÉÍÓÖÜ"


def rewritten(body: Marked, edits: Mapping[Span, str]) -> Marked:
    """The text with each span's words exchanged, "a" and "an" before them put right. No mark may begin or end inside an
    edited span, and edits may not overlap."""
    every = _with_articles(body.text, edits)
    order = sorted(every)
    ends = [span.end for span in order]
    grown = [0, *accumulate(len(every[span]) - (span.end - span.start) for span in order)]

    def moved(at: int) -> int:
        return at + grown[bisect_right(ends, at)]

    def placed(span: Span) -> Span:
        return Span(moved(span.start), moved(span.end))

    text, last = [], 0
    for span in order:
        text += [body.text[last : span.start], every[span]]
        last = span.end
    text.append(body.text[last:])
    marks = tuple(replace(mark, span=placed(mark.span)) for mark in body.marks)
    return Marked("".join(text), marks, tuple(placed(span) for span in body.paragraphs), body.lines)


def article(words: str) -> str:
    """ "a" or "an", as it stands before these words."""
    first = words.split()[0] if words.split() else ""
    if len(first) > 1 and first.isupper() and len(first) < 5:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if first[:1] in _VOWELS and not _LIKE_CONSONANT.match(first) else "a"


def _with_articles(text: str, edits: Mapping[Span, str]) -> dict[Span, str]:
    every = dict(edits)
    for span, words in edits.items():
        before = _ARTICLE.search(text, max(0, span.start - 4), span.start)
        if before and not _edited(before.start(), edits):
            letter = article(words)
            wanted = letter.capitalize() if before.group(1) == "A" else letter
            every[Span(before.start(), before.start() + len(before.group().rstrip()))] = wanted
    return every


def _edited(at: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def in_case_of(words: str, new: str) -> str:
    """The new words in capitals if the old ones stand in capitals (and are no abbreviation like "UAE")."""
    return new.upper() if words.isupper() and len(words) > 3 else new
