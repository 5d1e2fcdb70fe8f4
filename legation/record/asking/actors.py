"""Actors as the record shows them."""

from __future__ import annotations

from collections.abc import Mapping

from legation.record.entries import ActorEntry
from legation.record.store.rows import Row

Cast = Mapping[tuple[str, str], Row]
"""Rows of actors by report and the key that its reading gives them; see ``listing.cast``."""


def actor_entry(row: Row) -> ActorEntry:
    """An actor from a row with the columns of its first spelling, and the office."""
    return ActorEntry(
        key=row["key"],
        kind=row["kind"],
        name=row["name"],
        country=row["country"],
        office=row["office"],
        named=bool(row["named"]),
        in_register=bool(row["in_register"]),
    )


def told_as(cast: Cast, report: str, key: str | None) -> ActorEntry | None:
    """Whom a report means by a key; None for no key."""
    return actor_entry(cast[report, key]) if key is not None else None
