"""The lexicon of acts, ``acts.tsv``, and of the clauses they stand in, ``clauses.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class ActWord:
    """A verb (or a noun, if ``nominal``) that tells of an act. objects: lemmas one of which its object must be, if any.

    targets: where the other side is named, in the order looked; see the data file.
    """

    plover: str
    mode: str | None
    objects: frozenset[str]
    nominal: bool
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """verbs and nouns by lemma; movements: names of ``movements.tsv`` and their state, None for none.

    The rest are small word classes of ``clauses.toml``.
    """

    verbs: Mapping[str, tuple[ActWord, ...]]
    nouns: Mapping[str, ActWord]
    movements: Mapping[str, str | None]
    movement_pattern: re.Pattern[str]
    reporting: frozenset[str]
    aspect: frozenset[str]
    willing: frozenset[str]
    ready: frozenset[str]
    failing: frozenset[str]
    must: frozenset[str]
    friendly: frozenset[str]
    hostile: frozenset[str]
    crowd: frozenset[str]


def _rows(name: str) -> list[list[str]]:
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _word(objects: str, plover: str, mode: str, targets: str) -> ActWord:
    listed = frozenset() if objects in ("-", "=") else frozenset(objects.split(","))
    where = () if targets == "-" else tuple(targets.split(","))
    return ActWord(plover, None if mode == "-" else mode, listed, objects == "=", where)


@cache
def lexicon() -> ActLexicon:
    """The lexicon of the package."""
    verbs: dict[str, list[ActWord]] = {}
    nouns: dict[str, ActWord] = {}
    for words, objects, plover, mode, targets in _rows("acts.tsv"):
        word = _word(objects, plover, mode, targets)
        for lemma in words.split(","):
            if word.nominal:
                nouns[lemma] = word
            else:
                verbs.setdefault(lemma, []).append(word)
    raw = tomllib.loads((resources.files(__package__) / "clauses.toml").read_text(encoding="utf-8"))
    # what needs an object comes before what takes any
    ordered = {lemma: tuple(sorted(found, key=lambda w: not w.objects)) for lemma, found in verbs.items()}
    movements = {name: None if code == "-" else code for name, code in _rows("movements.tsv")}
    longest = sorted(movements, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
    classes = {name: frozenset(listed) for name, listed in raw.items()}
    return ActLexicon(ordered, nouns, movements, pattern, **classes)
