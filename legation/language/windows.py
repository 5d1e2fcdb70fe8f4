"""Which words go through the network together: passages, cut where they are too long, gathered where that helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.language.pieces import Pieces

LONGEST = 160
"""Pieces in a window at most, the two outer marks included; training saw none longer."""

_STOPS = frozenset((".", "?", "!", "”", '"', ";", "…"))


@dataclass(frozen=True, slots=True)
class Part:
    """Words [first, end) of a passage."""

    passage: int
    first: int
    end: int


def windows(passages: Sequence[Sequence[str]], pieces: Pieces, most: int = 0) -> Iterator[list[Part]]:
    """The words of passages in windows, every word in exactly one, in order.

    most: pieces up to which short passages share a window; 0 gives each passage windows of its own.
    """
    window: list[Part] = []
    size = 2
    for n, words in enumerate(passages):
        for part, weight in _cut(n, words, pieces):
            if window and (not most or size + weight > min(most, LONGEST)):
                yield window
                window, size = [], 2
            window.append(part)
            size += weight
    if window:
        yield window


def _cut(n: int, words: Sequence[str], pieces: Pieces) -> Iterator[tuple[Part, int]]:
    """A passage in parts that fit a window, cut after the last full stop that allows it; and the size of each."""
    first, stop, size, at_stop = 0, 0, 0, 0
    for i, word in enumerate(words):
        weight = len(pieces.of(word))
        if size + weight > LONGEST - 2:
            if stop <= first:
                stop, at_stop = i, size
            yield Part(n, first, stop), at_stop
            first, size = stop, size - at_stop
        size += weight
        if word in _STOPS:
            stop, at_stop = i + 1, size
    if first < len(words):
        yield Part(n, first, len(words)), size
