"""The timeline, and one event with everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.errors import NotFound
from legation.model import Place
from legation.record.asking.actors import actor_entry
from legation.record.asking.subjects import person, subject
from legation.record.asking.tellings import claims, tellings
from legation.record.events import EventEntry, RoleEntry, TimelineQuery
from legation.record.store import Connection, listing
from legation.record.store.listing import EventFilter, Subject
from legation.record.store.rows import Row, conflicts, storable, strings, when


def timeline(connection: Connection, query: TimelineQuery) -> list[EventEntry]:
    """See ``Record.timeline``."""
    wanted = EventFilter(
        subjects=tuple(_subjects(connection, query)),
        kind=query.kind,
        status=query.status,
        since=query.since,
        until=query.until,
        undated=query.undated,
        acts=query.acts or query.kind is not None,
    )
    found = _entries(connection, listing.events(connection, wanted))
    return [entry for entry in found if entry.score >= query.least]


def event(connection: Connection, event_id: str) -> EventEntry:
    """See ``Record.event``."""
    given = storable(event_id).strip()
    beginning = given[:1].upper() + given[1:].lower()
    found = listing.events_like(connection, beginning) if beginning else []
    rows = [row for row in found if row["id"] == beginning] or found
    if not rows:
        raise NotFound(f"no event {event_id} in this record")
    if len(rows) > 1:
        ids = ", ".join(row["id"] for row in rows[:5])
        raise NotFound(f"{event_id} is the beginning of several events: {ids}{', ...' if len(rows) > 5 else ''}")
    entry = _entries(connection, rows)[0]
    return replace(
        entry,
        tellings=tuple(tellings(connection, event=entry.id)),
        claims=tuple(claims(connection, entry.id)),
    )


def _subjects(connection: Connection, query: TimelineQuery) -> Iterator[Subject]:
    for name in query.between or ():
        yield subject(connection, name)
    if query.person is not None:
        yield person(connection, query.person)


def _entries(connection: Connection, rows: Sequence[Row]) -> list[EventEntry]:
    ids = [row["id"] for row in rows]
    roles = listing.roles(connection, ids)
    documents = listing.documents_of(connection, ids)
    scores = listing.scores(connection, ids)
    return [_entry(row, roles.get(row["id"], ()), documents.get(row["id"], ()), scores[row["id"]]) for row in rows]


def _entry(row: Row, roles: Sequence[Row], documents: tuple[str, ...], score: float) -> EventEntry:
    return EventEntry(
        id=row["id"],
        kind=row["kind"],
        roles=tuple(RoleEntry(role["role"], actor_entry(role)) for role in roles),
        when=when(row),
        status=row["status"],
        place=Place(row["city"], row["country"]),
        subtype=row["subtype"],
        mode=row["mode"],
        plover=row["plover"],
        plover_mode=row["plover_mode"],
        part_of=row["part_of"],
        documents=documents,
        topics=strings(row["topics"]),
        reports=row["reports"],
        independent=row["independent"],
        conflicts=conflicts(row["conflicts"]),
        score=score,
    )
