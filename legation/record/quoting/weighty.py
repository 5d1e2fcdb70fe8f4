"""Which differences of words matter, and why."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product

from legation.record.quoting.words import Word

_CLASSES = ("negation", "number", "condition", "modality", "extent")


def matters(theirs: Sequence[Word], quoted: Sequence[Word]) -> str | None:
    """Why it matters that these words stand in place of those: "negation", "number", "condition", "modality", "extent".

    Either side may be empty. Two negations for two, or one number for the same, do not matter. None if nothing is seen
    that does; that the words differ may matter all the same.
    """
    before, after = _weighty(theirs), _weighty(quoted)
    if any(_opposed(a.folded, b.folded) for a, b in product(theirs, quoted)):
        return "negation"
    return next((name for name in _CLASSES if before[name] != after[name]), None)


def _weighty(words: Sequence[Word]) -> Mapping[str, Counter[str]]:
    """The weighty words of each class; of negations only their number tells."""
    found: dict[str, Counter[str]] = {name: Counter() for name in _CLASSES}
    for word in words:
        name = _class_of(word.folded)
        if name:
            found[name]["" if name == "negation" else word.folded] += 1
    return found


def _class_of(word: str) -> str | None:
    if word.endswith("n't"):
        return "negation"
    if any(letter.isdigit() for letter in word):
        return "number"
    return _lists()[0].get(word)


def _opposed(a: str, b: str) -> bool:
    """True for "possible" and "impossible"."""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and any(long == beginning + short for beginning in _lists()[1])


@cache
def _lists() -> tuple[Mapping[str, str], Sequence[str]]:
    """Class by word, and the beginnings of opposites."""
    data = tomllib.loads(files(__package__).joinpath("weighty.toml").read_text(encoding="utf-8"))
    opposites = data.pop("opposites")
    return {word: name for name in _CLASSES for word in data[name]}, opposites
