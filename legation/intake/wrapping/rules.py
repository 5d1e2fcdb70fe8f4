"""The rules of ``wrapping.toml``, read once and made ready for matching."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from legation.intake import days
from legation.model import AsideReason


def load(name: str) -> dict[str, Any]:
    """A data file of this room, parsed."""
    source = resources.files("legation.intake.wrapping").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """Literal words as one regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Rules:
    """What the data file says, compiled. Patterns are for whole lines unless noted."""

    anywhere: tuple[tuple[AsideReason, re.Pattern[str]], ...]
    section_names: frozenset[str]
    separators: str
    bullets: str
    longest_entry: int
    share_cue: re.Pattern[str]
    share_network: re.Pattern[str]
    weak_share_cues: frozenset[str]
    also_read_cue: re.Pattern[str]
    byline: re.Pattern[str]
    name_particles: frozenset[str]
    stamp: re.Pattern[str]
    agencies: tuple[str, ...]
    not_places: frozenset[str]
    dateline_forms: tuple[re.Pattern[str], ...]


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def rules() -> Rules:
    """The rules of the package."""
    data = load("wrapping.toml")
    cues = "|".join(data["also_read"]["cues"])
    stamps = [
        line.replace("{day}", f"(?:{days.day_pattern()})").replace("{time}", f"(?:{data['stamp']['time']})")
        for line in data["stamp"]["lines"]
    ]
    anywhere: list[tuple[AsideReason, re.Pattern[str]]] = [
        ("share bar", _any_of(data["share"]["lines"])),
        ("also read", _any_of([*data["also_read"]["lines"], rf"(?:{cues})\s*[:：»>→].{{1,250}}"])),
        ("advertisement", _any_of(data["advertisement"]["lines"])),
        ("photo credit", _any_of(data["photo_credit"]["lines"])),
        ("copyright", _any_of(data["copyright"]["lines"])),
        ("section", _any_of(data["section"]["tags"])),
    ]
    return Rules(
        anywhere=tuple(anywhere),
        section_names=frozenset(data["section"]["names"]),
        separators="".join(data["breadcrumb"]["separators"]),
        bullets="".join(data["breadcrumb"]["bullets"]),
        longest_entry=data["breadcrumb"]["longest_entry"],
        share_cue=re.compile(rf"(?<!\w)(?:{alternation(data['share']['cues'])})(?!\w)", re.IGNORECASE),
        share_network=re.compile(rf"(?<!\w)(?:{alternation(data['share']['networks'])})(?!\w)", re.IGNORECASE),
        weak_share_cues=frozenset(data["share"]["weak_cues"]),
        also_read_cue=re.compile(rf"(?:{cues})\s*[:：»>→…]*", re.IGNORECASE),
        byline=re.compile(rf"(?:{alternation(data['byline']['cues'])})(?:\s*[:：]\s*|\s+)(?P<names>.+)", re.IGNORECASE),
        name_particles=frozenset(data["byline"]["particles"]),
        stamp=_any_of(stamps),
        agencies=tuple(data["dateline"]["agencies"]),
        not_places=frozenset(data["dateline"]["not_places"]),
        dateline_forms=tuple(re.compile(form) for form in data["dateline"]["forms"]),
    )
