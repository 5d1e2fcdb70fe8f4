"""Words as they are compared: case, accents, punctuation, quotation marks and white space aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from legation.model import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’ʼ`]\w+)*")
_ELLIPSIS = re.compile(r"[\[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]|\.\s?\.\s?\.\.*|…")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, as it is compared, and where it stands (characters of the text, half-open)."""

    text: str
    folded: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words somebody quotes. gaps: an ellipsis stands before the words of these indexes."""

    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()


def words_of(text: str, spans: Iterable[Span] | None = None) -> tuple[Word, ...]:
    """The words of a text, or of these stretches of it, in their order."""
    stretches = (Span(0, len(text)),) if spans is None else spans
    return tuple(
        Word(found[0], _folded(found[0]), Span(found.start(), found.end()))
        for stretch in stretches
        for found in _WORD.finditer(text, stretch.start, stretch.end)
    )


def quotation(text: str) -> Quotation:
    """The words of a quotation; an ellipsis at its beginning or end says no more than a clipped quotation does."""
    words = words_of(text)
    marks = [mark.start() for mark in _ELLIPSIS.finditer(text)]
    gaps = {sum(word.span.end <= mark for word in words) for mark in marks}
    return Quotation(words, frozenset(gaps - {0, len(words)}))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = plain.translate({ord(mark): "'" for mark in "’ʼ`"})
    if _GROUPED.fullmatch(plain):
        return re.sub("[.,]", "", plain)
    return plain.replace(",", ".")
