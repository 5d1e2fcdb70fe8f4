"""The hand-made gold of examples/reports, and how an entry of the record is held against it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

Entry = dict[str, Any]
G = TypeVar("G")
FOLDER = Path(__file__).parent / "gold"
TALKS = frozenset({"meeting", "talks", "summit", "consultation", "call"})


@dataclass(frozen=True)
class Engagement:
    id: str
    kinds: frozenset[str]
    parties: tuple[str, ...]
    dates: frozenset[str]
    statuses: frozenset[str]
    reports: tuple[str, ...]
    needed: bool


@dataclass(frozen=True)
class Paper:
    id: str
    kinds: frozenset[str]
    words: tuple[str, ...]
    parties: tuple[str, ...]
    statuses: frozenset[str]
    needed: bool


@dataclass(frozen=True)
class Saying:
    report: str
    speaker: str
    kind: str
    words: tuple[str, ...]


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def listed(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(part.strip() for part in field.split(";"))


def engagements() -> list[Engagement]:
    return [
        Engagement(
            name,
            frozenset(kinds.split()),
            listed(parties),
            frozenset("" if date == "-" else date for date in dates.split()),
            frozenset(status.replace("-", " ") for status in statuses.split()),
            tuple(reports.split()),
            need == "yes",
        )
        for name, kinds, parties, dates, statuses, reports, need in rows("engagements.tsv")
    ]


def papers() -> list[Paper]:
    return [
        Paper(
            name,
            frozenset(kinds.split()),
            tuple(words.split()),
            listed(parties),
            frozenset(statuses.split()),
            need == "yes",
        )
        for name, kinds, words, parties, statuses, need in rows("documents.tsv")
    ]


def sayings() -> list[Saying]:
    return [
        Saying(report, speaker, kind, tuple(words.split())) for report, speaker, kind, words in rows("statements.tsv")
    ]


def folded(text: str) -> str:
    """Lower case without accents."""
    parts = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    return "".join(c for c in parts if not unicodedata.combining(c))


def is_party(party: str, actor: Entry | None) -> bool:
    """True if the actor is the one meant: by a part of the name, or by its country for an alpha-3 code."""
    if actor is None:
        return False
    return any(
        actor["country"] == one or actor["key"] == one if one.isupper() else one in folded(actor["name"])
        for one in party.split("|")
    )


def tells(entry: Entry, gold: Engagement) -> bool:
    """True if an event of the timeline is the engagement, with its parties, date and status."""
    return (
        entry["kind"] in gold.kinds
        and all_take_part(entry, gold)
        and entry["when"]["edtf"] in gold.dates
        and entry["status"] in gold.statuses
    )


def all_take_part(entry: Entry, gold: Engagement) -> bool:
    return all(any(is_party(party, role["actor"]) for role in entry["roles"]) for party in gold.parties)


def may_be(entry: Entry, gold: Engagement) -> bool:
    """True if nothing but detail parts them: kind of the same family, a party in common, status not the opposite."""
    family = entry["kind"] in gold.kinds or bool(TALKS & gold.kinds and entry["kind"] in TALKS)
    shared = any(is_party(party, role["actor"]) for party in gold.parties for role in entry["roles"])
    return family and shared and (entry["status"] == "happened") == ("happened" in gold.statuses)


def matched(golds: Sequence[G], entries: Sequence[Entry], fits: Callable[[Entry, G], bool]) -> dict[int, int]:
    """Gold index -> entry index, one to one and as many as possible; earlier golds first (Kuhn's augmenting paths)."""
    taken: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        for entry in range(len(entries)):
            if entry in tried or not fits(entries[entry], golds[gold]):
                continue
            tried.add(entry)
            if entry not in taken or place(taken[entry], tried):
                taken[entry] = gold
                return True
        return False

    for gold in range(len(golds)):
        place(gold, set())
    return {gold: entry for entry, gold in taken.items()}
