"""People: how they are spelt, which offices reports give them, and how much the record holds of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from legation.record.asking.subjects import people_named
from legation.record.entries import ActorEntry, Identification, OfficeEntry, PersonEntry
from legation.record.store import Connection, whom
from legation.record.store.rows import Row, day, storable


def who(connection: Connection, name: str) -> list[PersonEntry]:
    """See ``Record.who``."""
    given = storable(name).strip()
    row = whom.actor(connection, given)
    keys = {row["same_as"] or row["key"]} if row and row["kind"] == "person" else people_named(connection, given)
    spellings = whom.all_spellings(connection, sorted(keys))
    appearances: dict[str, list[Row]] = defaultdict(list)
    for appearance in whom.appearances(connection, spellings):
        appearances[appearance["key"]].append(appearance)
    mentions = whom.mentions(connection, spellings)
    events, statements = whom.events(connection, spellings), whom.statements(connection, spellings)
    people = sorted(whom.actors(connection, sorted(keys)), key=lambda row: (-mentions.get(row["key"], 0), row["key"]))
    return [
        _person(row, appearances[row["key"]], events.get(row["key"], 0), statements.get(row["key"], 0))
        for row in people
    ]


def identifications(connection: Connection, keys: Sequence[str], reports: Collection[str]) -> list[Identification]:
    """See ``Record.identifications``."""
    spellings = whom.all_spellings(connection, keys)
    return [
        Identification(row["key"], row["report"], row["reason"], row["score"])
        for row in whom.appearances(connection, spellings)
        if row["report"] in reports and row["reason"]
    ]


def _person(row: Row, appearances: Sequence[Row], events: int, statements: int) -> PersonEntry:
    offices = _offices(appearances)
    actor = ActorEntry(
        key=row["key"],
        kind=row["kind"],
        name=row["name"],
        country=row["country"],
        office=next((appearance["office"] for appearance in appearances if appearance["office"]), None),
        named=bool(row["named"]),
        in_register=bool(row["in_register"]),
    )
    return PersonEntry(
        actor=actor,
        spellings=tuple(name for name, _ in Counter(one["name"] for one in appearances).most_common()),
        offices=offices,
        events=events,
        statements=statements,
        reports=len({one["report"] for one in appearances}),
    )


def _offices(appearances: Sequence[Row]) -> tuple[OfficeEntry, ...]:
    """Offices, the one given most often first; words that differ in case and spacing only are one."""
    given: dict[str, list[Row]] = defaultdict(list)
    for appearance in appearances:
        if appearance["office"]:
            given[" ".join(appearance["office"].casefold().split())].append(appearance)
    return tuple(_office(rows) for rows in sorted(given.values(), key=lambda rows: -len(rows)))


def _office(rows: Sequence[Row]) -> OfficeEntry:
    days = sorted(published for row in rows if (published := day(row["published"])))
    return OfficeEntry(
        office=rows[0]["office"],
        reports=len({row["report"] for row in rows}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
