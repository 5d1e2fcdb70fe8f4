"""What stands in the tables of a record, to compare records and to look for what hangs in the air."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from legation.record.store.tables import metadata

# When a report was read from disk is not what it says.
VOLATILE = {"report": {"fetched"}}


Row = tuple[object, ...]
Contents = dict[str, list[Row]]


def contents(path: Path) -> Contents:
    """All rows of all tables, sorted, by table; what changes from run to run is left out."""
    with sqlite3.connect(path) as connection:
        tables = [*metadata.tables, "alembic_version"]
        return {table: _rows(connection, table) for table in tables}


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    kept = ", ".join(column for column in columns if column not in VOLATILE.get(table, ()))
    return sorted(connection.execute(f"SELECT {kept} FROM {table}"), key=repr)


_ORPHANS = {
    "an actor that no report names": """SELECT key FROM actor WHERE key NOT IN (SELECT actor FROM appearance)
        AND key NOT IN (SELECT same_as FROM actor WHERE same_as IS NOT NULL)""",
    "an event that no report tells": "SELECT id FROM event WHERE id NOT IN (SELECT event FROM telling)",
    "a document that no report names": """SELECT id FROM document
        WHERE id NOT IN (SELECT document FROM document_telling)""",
    "a part of an event that is not there": """SELECT id FROM event WHERE part_of IS NOT NULL
        AND part_of NOT IN (SELECT id FROM event)""",
    "a telling with roles that is not there": """SELECT report, telling FROM role
        WHERE NOT EXISTS (SELECT 1 FROM telling WHERE telling.report = role.report AND telling.id = role.telling)""",
    "an event without keys": "SELECT id FROM event WHERE id NOT IN (SELECT event FROM event_key) AND id IN "
    "(SELECT event FROM event_role)",
    "a reading of no reader": "SELECT report FROM telling WHERE report NOT IN (SELECT report FROM reading)",
    "a claim without a reading": "SELECT report FROM claim WHERE report NOT IN (SELECT report FROM reading)",
    "a report with a reason to be unread, and read": """SELECT id FROM report WHERE unread IS NOT NULL
        AND id IN (SELECT report FROM reading)""",
    "a report neither read nor with a reason": """SELECT id FROM report WHERE unread IS NULL
        AND id NOT IN (SELECT report FROM reading)""",
    "a count of reports that is wrong": """SELECT id, reports FROM event WHERE reports !=
        (SELECT count(DISTINCT report) FROM telling WHERE telling.event = event.id)""",
}


def orphans(path: Path) -> list[str]:
    """What refers to nothing or is referred to by nothing, in words; empty if all is well."""
    with sqlite3.connect(path) as connection:
        found = [
            f"{what}: {row}" for what, query in _ORPHANS.items() for row in connection.execute(query).fetchall()[:5]
        ]
        found += [f"a broken reference: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
        found += [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return found
