"""The lexicons of engagements and of status, loaded from ``data/engagements.toml`` and ``data/status.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from legation.model import EventKind
from legation.reading.lexicons import load_toml

STATUS_CLASSES = tuple(
    "planned ahead proposed cancelled postponed denied future_aux modal_aux conditional negation under_way "
    "presupposing general judging unwilling preventing aiming hoping programmes including former".split()
)


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """A verb lemma or a noun that tells of an engagement. frame is empty for nouns; see the data file.

    objects: lemmas one of which must be the verb's object; empty if any may. listed: False where only the language
    layer sees an engagement.
    """

    kind: EventKind
    frame: str = ""
    mode: str | None = None
    subtype: str | None = None
    needs: str | None = None
    objects: frozenset[str] = frozenset()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class EngagementLexicon:
    """verbs by lemma, several where the object decides; nouns by lower-case form; and the small word classes.

    seen: by kind, how a word is taken that the language layer sees telling of an engagement and the lexicon lacks.
    """

    verbs: dict[str, tuple[TriggerWord, ...]]
    nouns: dict[str, TriggerWord]
    phone: frozenset[str]
    video: frozenset[str]
    press: frozenset[str]
    met: frozenset[str]
    no_papers: frozenset[str]
    papers: frozenset[str]
    ranks: dict[str, str]
    formats: dict[str, str]
    object_control: frozenset[str]
    both: frozenset[str]
    beside: frozenset[str]
    regions: frozenset[str]
    topic: frozenset[str]
    other: frozenset[str]
    accompanying: frozenset[str]
    attending: frozenset[str]
    feasts: frozenset[str]
    stay: re.Pattern[str]
    status: dict[str, frozenset[str]]
    seen: dict[str, TriggerWord]


@cache
def lexicon() -> EngagementLexicon:
    """The lexicon of the package."""
    raw, status = load_toml("engagements.toml"), load_toml("status.toml")
    return EngagementLexicon(
        verbs=_by_lemma(raw["verb"]),
        nouns={word: _trigger(e) for e in raw["noun"] for word in e["words"]},
        phone=frozenset(raw["phone"]["words"]),
        video=frozenset(raw["phone"]["video"]),
        press=frozenset(raw["press"]["modifiers"]),
        met=frozenset(raw["met"]["objects"]),
        no_papers=frozenset(raw["met"]["no_papers"]),
        papers=frozenset(noun for nouns in load_toml("documents.toml")["kinds"].values() for noun in nouns),
        ranks={word: rank for rank, words in raw["rank"].items() for word in words},
        formats={word: name for name, words in raw["format"].items() for word in words},
        stay=re.compile("|".join(raw["stay"]["patterns"])),
        both=frozenset(raw["both"]["words"]),
        beside=frozenset(raw["beside"]["words"]),
        regions=frozenset(raw["regions"]["names"]),
        topic=frozenset(raw["topic"]["lemmas"]),
        other=frozenset(raw["topic"]["other"]),
        accompanying=frozenset(raw["topic"]["accompanying"]),
        attending=frozenset(raw["topic"]["attending"]),
        feasts=frozenset(raw["topic"]["feasts"]),
        object_control=frozenset(raw["control"]["object"]),
        status={name: frozenset(status[name]) for name in STATUS_CLASSES},
        seen={entry["kind"]: replace(_trigger(entry), listed=False) for entry in raw["seen"]},
    )


def _by_lemma(entries: list[dict[str, Any]]) -> dict[str, tuple[TriggerWord, ...]]:
    found: dict[str, tuple[TriggerWord, ...]] = {}
    for entry in entries:
        for lemma in entry["lemmas"]:
            found[lemma] = (*found.get(lemma, ()), _trigger(entry))
    return found


def _trigger(entry: dict[str, Any]) -> TriggerWord:
    return TriggerWord(
        cast(EventKind, entry["kind"]),
        entry.get("frame", ""),
        entry.get("mode"),
        entry.get("subtype"),
        entry.get("needs"),
        frozenset(entry.get("objects", ())),
    )
