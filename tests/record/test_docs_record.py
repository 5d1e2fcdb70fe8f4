"""docs/record.md names every table, view and column there is, and none that is not."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from legation.record.store.opening import APPLICATION_ID
from legation.record.store.tables import metadata

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
_SECTION = re.compile(r"^#{2,3} (.+?)\n(.*?)(?=^#{2,3} |\Z)", re.MULTILINE | re.DOTALL)
SECTIONS: dict[str, str] = dict(_SECTION.findall(PAGE))
SHARED = "Columns that many tables share"


def columns_named(section: str) -> set[str]:
    """The names in the first column of a section's table."""
    cells = re.findall(r"^\| (`.+?) \|", SECTIONS[section], re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("table", metadata.tables)
def test_a_table_is_documented_column_by_column(table: str) -> None:
    there = {column.name for column in metadata.tables[table].columns}
    assert columns_named(table) | (columns_named(SHARED) & there) == there


def test_the_shared_columns_are_shared() -> None:
    for column in columns_named(SHARED):
        assert sum(column in table.columns for table in metadata.tables.values()) > 1, column


def test_every_view_and_index_is_documented_and_every_section_is_about_something(empty: Path) -> None:
    with sqlite3.connect(empty) as connection:
        made = dict(connection.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    ours = {name for name in made if not name.startswith(("sqlite_", "report_fts_"))} - {"alembic_version"}
    documented = {title for title in SECTIONS if re.fullmatch(r"[a-z_]+", title)}
    assert documented == ours
    assert application_id == APPLICATION_ID
    assert hex(APPLICATION_ID)[2:].upper() in PAGE


def test_the_sql_on_the_page_runs(empty: Path) -> None:
    queries = [*re.findall(r'"(SELECT [^"]+)"', PAGE), *re.findall(r"```sql\n(.*?);\n```", PAGE, re.DOTALL)]
    assert len(queries) == 2
    with sqlite3.connect(empty) as connection:
        for query in queries:
            connection.execute(query)
