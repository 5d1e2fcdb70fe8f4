"""What the encoder is told of each word beside its pieces: casing, quotation marks, where a paragraph begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

CASES = 10
QUOTES = 4
DISTANCES = 15
"""How many values ``distances`` has."""

_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))
_STRAIGHT = frozenset(('"', "＂"))

_FAR = np.array([1, 2, 4, 8, 16, 32])

INSIDE, OPENS, CLOSES = 1, 2, 3


@lru_cache(1 << 16)
def casing(word: str) -> int:
    """The casing class of a word, 1 to 9; 0 is kept for the marks around a passage.

    1 lower, 2 Capitalised, 3 UPPER, 4 mixed, 5 digits, 6 marks, 7 letters and digits, 8 one capital, 9 no case.
    """
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        return 5 if digits else 6
    if digits:
        return 7
    if word == word.lower():
        return 9 if word == word.upper() else 1
    if all(c.isupper() for c in letters):
        return 8 if len(letters) == 1 else 3
    return 2 if word[0].isupper() and word[1:] == word[1:].lower() else 4


def quoting(words: Sequence[str], begins: Sequence[bool]) -> list[int]:
    """For each word of a passage: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing mark.

    begins: True where a paragraph begins; a quotation that was left open ends there. Straight marks open and
    close by turns.
    """
    states: list[int] = []
    inside = False
    for word, first in zip(words, begins, strict=True):
        inside = inside and not first
        if word in _OPENING or (word in _STRAIGHT and not inside):
            states.append(OPENS)
            inside = True
        elif word in _CLOSING or word in _STRAIGHT:
            states.append(CLOSES)
            inside = False
        else:
            states.append(INSIDE if inside else 0)
    return states


def distances(triggers: Sequence[int] | npt.NDArray[np.int64], words: int) -> npt.NDArray[np.int64]:
    """How far each word stands from each trigger, (triggers, words): 7 for itself, less before it, more behind.

    Steps grow with the distance: 1, 2, 3 to 4, 5 to 8, 9 to 16, 17 to 32, more.
    """
    apart = np.arange(words)[None] - np.asarray(triggers, np.int64)[:, None]
    steps = np.searchsorted(_FAR, np.abs(apart), side="left") + 1
    found: npt.NDArray[np.int64] = 7 + np.sign(apart) * steps
    return found
