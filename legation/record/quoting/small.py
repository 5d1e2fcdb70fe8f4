"""Words that tell little, from ``small.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def small_words() -> frozenset[str]:
    """Words, folded, that any two sentences share."""
    return frozenset(_lists()["small"])


def abbreviations() -> Sequence[str]:
    """Abbreviations whose full stop, left out here, ends no sentence."""
    return _lists()["abbreviated"]


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(__package__).joinpath("small.toml").read_text(encoding="utf-8"))
