"""Text reuse: which passages are copied from one another, so that copies count as one source."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_GRAM = 5
# Passages shorter than this are copies only if they are equal: a few shared 5-grams are a turn of phrase.
_ENOUGH_GRAMS = 5
_COPIED = 0.8
# Grams kept of each statement to find its copies by; four smallest of the hashes (a bottom-k sketch, Broder 1997).
_SKETCH = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that tell something: sentence, and the hashes of the 5-grams of the paragraph around it."""

    sentence: str
    paragraph_grams: frozenset[int]


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, case, punctuation and spacing left out."""
    return tuple(_WORD.findall(text.casefold()))


def grams(text: str) -> frozenset[int]:
    """32-bit hashes of all runs of five words."""
    said = tokens(text)
    return frozenset(zlib.crc32(" ".join(said[i : i + _GRAM]).encode()) for i in range(len(said) - _GRAM + 1))


def to_text(hashes: frozenset[int]) -> str:
    """Hashes as text to store: eight hexadecimal digits each, in order."""
    return "".join(f"{one:08x}" for one in sorted(hashes))


def from_text(text: str) -> frozenset[int]:
    """The inverse of ``to_text``."""
    return frozenset(int(text[i : i + 8], 16) for i in range(0, len(text), 8))


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the smaller set's grams that stand in the other too; 0 if there are too few to tell."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller >= _ENOUGH_GRAMS else 0.0


def is_copy(a: Passage, b: Passage) -> bool:
    """True if one passage repeats the other: the same sentence, or four fifths of the sentence or paragraph."""
    if same_words(a.sentence, b.sentence) or overlap(a.paragraph_grams, b.paragraph_grams) >= _COPIED:
        return True
    return overlap(grams(a.sentence), grams(b.sentence)) >= _COPIED


def same_words(a: str, b: str) -> bool:
    """True if two texts differ in case, spacing and punctuation at most."""
    said = tokens(a)
    return bool(said) and said == tokens(b)


def repeated(new: str, known: Sequence[str]) -> list[int]:
    """Indexes of the known texts that the new one repeats, word for word or nearly so."""
    said, runs = tokens(new), grams(new)
    return [
        at for at, text in enumerate(known) if (said and said == tokens(text)) or overlap(runs, grams(text)) >= _COPIED
    ]


def original(new: Passage, known: Sequence[Passage]) -> int | None:
    """Index of the first known passage that the new one repeats; None if it is a telling of its own."""
    return next((i for i, old in enumerate(known) if is_copy(new, old)), None)


def sketch(text: str) -> tuple[int, ...]:
    """A few hashes that a copy of the text almost surely shares; a short text has the hash of all its words."""
    said = tokens(text)
    if len(said) < _GRAM + _ENOUGH_GRAMS - 1:
        return (zlib.crc32(" ".join(said).encode()),) if said else ()
    return tuple(sorted(grams(text))[:_SKETCH])
