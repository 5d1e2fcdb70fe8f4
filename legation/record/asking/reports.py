"""Reports: all of them, their texts, and those in which words occur."""

from __future__ import annotations

from legation.errors import NotFound
from legation.record.entries import Counts, ReportEntry, SearchHit
from legation.record.store import Connection, listing, loading, searching
from legation.record.store.rows import Row, day, storable


def holds(connection: Connection, report_id: str, reader: str) -> bool:
    """See ``Record.holds``."""
    held = loading.held(connection, report_id)
    return held is not None and (held.reader == reader or held.reader is None)


def reports(connection: Connection) -> list[ReportEntry]:
    """See ``Record.reports``."""
    return [_entry(row) for row in listing.reports(connection)]


def text(connection: Connection, report_id: str) -> str:
    """See ``Record.text``."""
    found = listing.text(connection, storable(report_id))
    if found is None:
        raise NotFound(f"no report {report_id} in this record")
    return found


def search(connection: Connection, words: str, limit: int) -> list[SearchHit]:
    """See ``Record.search``."""
    return [
        SearchHit(
            report=row["id"],
            snippet=" ".join(row["snippet"].split()),
            title=row["title"],
            outlet=row["outlet"],
            published=day(row["published"]),
        )
        for row in searching.search(connection, words, limit)
    ]


def counts(connection: Connection) -> Counts:
    """See ``Record.counts``."""
    return Counts(**listing.counts(connection))


def _entry(row: Row) -> ReportEntry:
    return ReportEntry(
        id=row["id"],
        source=row["source"],
        title=row["title"],
        outlet=row["outlet"],
        address=row["address"],
        language=row["language"],
        published=day(row["published"]),
        unread=row["unread"],
        reader=row["reader"],
        events=row["events"],
        statements=row["statements"],
    )
