"""The cheapest way from the words of a report to those of a quotation.

An alignment of two sequences by dynamic programming (Needleman and Wunsch 1970), where the quotation may begin and end
anywhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from legation.record.quoting.small import small_words
from legation.record.quoting.words import Quotation, Word

# What a word weighs that tells little about whether one sentence is another.
_SMALL_WEIGHT = 0.4
# Another form or spelling of the word is not the word, but nearly.
_RELATED = 0.4
# Another word costs a little more than a word too many, so that a quotation that goes on where the text has ended is
# not laid over the next sentence; in the middle it still costs less than one left out and one added.
_OTHER = 1.05
# A word left out of a quotation that is shortened in silence is less of a change than one put in, and from the fifth on
# it hardly adds to it: two halves of a long sentence put together are still that sentence.
_SHORTENED, _FIRST_WORDS, _MORE_WORDS = 0.5, 4, 0.1
# Words left out at an ellipsis cost next to nothing: the nearest place is taken.
_ELLIPSIS = 0.001
_SAME_BEGINNING, _MOST_ENDING = 4, 3
_LEAST_LETTERS, _SIMILAR = 5, 0.8

_DIAGONAL, _ADDED, _LEFT_OUT = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Step:
    """Indexes of a quoted word and of the word that stands for it; None for a word added or left out.

    gap: left out where the quotation has an ellipsis.
    """

    quoted: int | None
    theirs: int | None
    gap: bool = False


def weight(word: Word) -> float:
    """How much a word counts."""
    whole, _, _ = word.folded.partition("'")
    return _SMALL_WEIGHT if whole in small_words() or word.folded.endswith("n't") else 1.0


def align(quoted: Quotation, theirs: Sequence[Word]) -> tuple[Step, ...]:
    """The cheapest alignment of a quotation with a stretch of these words: steps in order."""
    others = [weight(word) for word in theirs]
    costs, ways = [0.0] * (len(theirs) + 1), [bytearray(len(theirs) + 1)]
    for i, word in enumerate(quoted.words, 1):
        own, gap = weight(word), i in quoted.gaps
        row, way, run = [costs[0] + own], bytearray([_ADDED]), 0
        for j, other in enumerate(theirs, 1):
            best, how = costs[j - 1] + _price(word.folded, other.folded) * max(own, others[j - 1]), _DIAGONAL
            added, left_out = costs[j] + own, row[j - 1] + _omission(others[j - 1], run, gap)
            if added < best:
                best, how = added, _ADDED
            if left_out < best:
                best, how = left_out, _LEFT_OUT
            run = run + 1 if how == _LEFT_OUT else 0
            row.append(best)
            way.append(how)
        costs = row
        ways.append(way)
    end = min(range(len(costs)), key=costs.__getitem__)
    return _steps(ways, end, quoted.gaps)


def cost(steps: Iterable[Step], quoted: Quotation, theirs: Sequence[Word]) -> float:
    """What the steps cost, in words; small ones and other forms of a word count for less."""
    total, run = 0.0, 0
    for step in steps:
        own = quoted.words[step.quoted] if step.quoted is not None else None
        other = theirs[step.theirs] if step.theirs is not None else None
        if own and other:
            total += _price(own.folded, other.folded) * max(weight(own), weight(other))
        elif own:
            total += weight(own)
        elif other:
            total += _omission(weight(other), run, step.gap)
        run = run + 1 if own is None else 0
    return total


def _omission(weight: float, run: int, gap: bool) -> float:
    """The price of leaving out a word after ``run`` others."""
    if gap:
        return _ELLIPSIS
    return weight * (_SHORTENED if run < _FIRST_WORDS else _MORE_WORDS)


def _steps(ways: Sequence[bytearray], end: int, gaps: frozenset[int]) -> tuple[Step, ...]:
    i, j = len(ways) - 1, end
    steps: list[Step] = []
    while i > 0:
        how = ways[i][j]
        if how == _LEFT_OUT:
            steps.append(Step(None, j - 1, i in gaps))
            j -= 1
        elif how == _ADDED:
            steps.append(Step(i - 1, None))
            i -= 1
        else:
            steps.append(Step(i - 1, j - 1))
            i, j = i - 1, j - 1
    return tuple(reversed(steps))


def _price(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return _RELATED if related(*sorted((a, b))) else _OTHER


@lru_cache(maxsize=65536)
def related(a: str, b: str) -> bool:
    """True for forms and spellings of one word: "agree" and "agreed", "labour" and "labor"."""
    if any(letter.isdigit() for letter in a + b):
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if same >= _SAME_BEGINNING and max(len(a), len(b)) - same <= _MOST_ENDING:
        return True
    if min(len(a), len(b)) < _LEAST_LETTERS or abs(len(a) - len(b)) > _MOST_ENDING:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SIMILAR
