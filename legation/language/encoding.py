"""From the words of a passage to the numbers the encoder reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legation.language.features import casing, quoting
from legation.language.pieces import Pieces

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Encoded:
    """One passage. ids, cases, quotes, begins: one number a piece, the two outer marks included.

    firsts: for each word the index of its first piece.
    """

    ids: Ints
    cases: Ints
    quotes: Ints
    begins: Ints
    firsts: Ints


def encode(words: Sequence[str], begins: Sequence[bool], pieces: Pieces) -> Encoded:
    """begins: True for words that begin a paragraph."""
    ids, cases, quotes, starts, firsts = [pieces.first], [0], [0], [0], []
    for word, state, first in zip(words, quoting(words, begins), begins, strict=True):
        cut = pieces.of(word)
        firsts.append(len(ids))
        ids.extend(cut)
        cases.extend([casing(word)] * len(cut))
        quotes.extend([state] * len(cut))
        starts.extend([int(first)] + [0] * (len(cut) - 1))
    ids.append(pieces.last)
    return Encoded(*(np.asarray(a, np.int64) for a in (ids, [*cases, 0], [*quotes, 0], [*starts, 0], firsts)))
