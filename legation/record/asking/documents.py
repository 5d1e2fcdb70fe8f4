"""Documents, merged from the reports that name them."""

from __future__ import annotations

from collections import defaultdict

from legation.record.asking.actors import told_as
from legation.record.entries import ActorEntry, DocumentEntry
from legation.record.store import Connection, listing
from legation.record.store.rows import Row, when


def documents(connection: Connection) -> list[DocumentEntry]:
    """See ``Record.documents``."""
    people = _signers(connection)
    events = listing.events_of_documents(connection)
    reports: dict[str, dict[str, None]] = defaultdict(dict)
    for named in listing.documents_as_named(connection):
        reports[named["document"]][named["report"]] = None
    return [
        _entry(row, people, events.get(row["id"], ()), tuple(reports[row["id"]]))
        for row in listing.documents(connection)
    ]


def _signers(connection: Connection) -> dict[tuple[str, str], dict[str, ActorEntry]]:
    """Parties and signatories by document and role; each person once, as the first report words the office."""
    rows = listing.signers(connection)
    cast = listing.cast(connection, {row["report"] for row in rows})
    found: dict[tuple[str, str], dict[str, ActorEntry]] = defaultdict(dict)
    for row in rows:
        actor = told_as(cast, row["report"], row["actor"])
        if actor:
            found[row["document"], row["role"]].setdefault(actor.key, actor)
    return found


def _entry(
    row: Row,
    people: dict[tuple[str, str], dict[str, ActorEntry]],
    events: tuple[str, ...],
    reports: tuple[str, ...],
) -> DocumentEntry:
    return DocumentEntry(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        parties=tuple(people[row["id"], "party"].values()),
        signatories=tuple(people[row["id"], "signatory"].values()),
        when=when(row),
        term=row["term"],
        status=row["status"],
        events=events,
        reports=reports,
    )
