"""Opening: a record is made, known again, brought up to date; what is no record is refused and left as it was."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from legation.errors import RecordError, RecordTooNew
from legation.record import Record
from legation.record.store import opening
from legation.record.store.tables import metadata
from tests.record.building import add, meeting, only_event


def state(folder: Path) -> dict[str, str]:
    """Names and contents of all files of a folder."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}


def sqlite_file(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_a_missing_record_is_made_and_known_again(path: Path) -> None:
    with Record.open(path) as record:
        add(record, meeting("Tokayev met Putin.", "2024-11-27"))
    with Record.open(path, create=False) as record:
        assert only_event(record).reports == 1


def test_a_record_can_be_given_as_an_address(path: Path) -> None:
    with Record.open(f"sqlite:///{path}") as record:
        add(record, meeting("Tokayev met Putin.", "2024-11-27"))
    with Record.open(str(path)) as record:
        assert record.counts().reports == 1


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    with Record.open(path) as record:
        assert record.timeline() == []


def test_a_start_that_was_cut_short_is_made_good(path: Path) -> None:
    sqlite_file(path, "PRAGMA journal_mode = WAL")
    with Record.open(path) as record:
        assert record.counts().reports == 0


def refused(path: Path, *, create: bool = True) -> str:
    """Why it is refused; the files of its folder are as before."""
    before = state(path.parent)
    with pytest.raises(RecordError) as raised:
        Record.open(path, create=create)
    assert state(path.parent) == before
    return str(raised.value)


def test_no_record_is_made_unless_wanted(path: Path) -> None:
    assert "no record here" in refused(path, create=False)


@pytest.mark.parametrize("statements", [(), ("PRAGMA journal_mode = WAL",)])
def test_an_empty_file_is_no_record_to_ask(path: Path, statements: tuple[str, ...]) -> None:
    path.touch()
    sqlite_file(path, *statements)
    assert "empty" in refused(path, create=False)


def test_a_text_file_is_refused(path: Path) -> None:
    path.write_text("Tokayev met Putin in Astana.")
    assert "no SQLite database" in refused(path)


def test_a_broken_database_is_refused(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    assert "cannot be read" in refused(path)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_the_database_of_another_program_is_refused(path: Path, mode: str) -> None:
    sqlite_file(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE urls (url TEXT)", "INSERT INTO urls VALUES ('x')")
    assert "another program" in refused(path)


def test_another_program_that_uses_alembic_too_is_refused(path: Path) -> None:
    sqlite_file(
        path,
        "CREATE TABLE report (id TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )
    assert "another program" in refused(path)


def test_a_table_named_report_does_not_make_a_record(path: Path) -> None:
    sqlite_file(path, "CREATE TABLE report (id TEXT)")
    assert "another program" in refused(path)


def test_a_record_of_a_later_version_is_refused(path: Path) -> None:
    Record.open(path).close()
    sqlite_file(path, "CREATE TABLE novelty (id TEXT)", "UPDATE alembic_version SET version_num = '9999'")
    before = state(path.parent)
    with pytest.raises(RecordTooNew, match="later version of legation"):
        Record.open(path)
    assert state(path.parent) == before


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match="there is no folder"):
        Record.open(tmp_path / "missing" / "record.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["postgresql://here/record", "no such://address"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(RecordError):
        Record.open(address)


def test_a_closed_record_says_so(path: Path) -> None:
    record = Record.open(path)
    record.close()
    record.close()
    with pytest.raises(RecordError, match="closed"):
        record.timeline()


def test_a_record_that_is_spoilt_while_open_raises_a_record_error(path: Path) -> None:
    with Record.open(path) as record:
        sqlite_file(path, "DROP VIEW timeline_view", "DROP TABLE claim")
        with pytest.raises(RecordError, match="claim"):
            record.counts()


# ---------------------------------------------------------------- the schema


def test_migrations_make_the_schema_of_the_tables(path: Path) -> None:
    engine = opening.open_engine(path, create=True)
    ours = {*metadata.tables, "alembic_version"}

    def include(name: str | None, type_: str, parent: object) -> bool:
        return type_ != "table" or (name or "").split("_fts")[0] != "report" or name in ours

    with opening.asking(engine) as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_name": include},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_list_of_revisions_is_that_of_the_files() -> None:
    folder = Path(opening.__file__).parents[1] / "migrations" / "versions"
    assert sorted(opening.REVISIONS) == sorted(file.name.split("_")[0] for file in folder.glob("[0-9]*.py"))


def test_every_connection_writes_ahead_and_keeps_references(path: Path) -> None:
    engine = opening.open_engine(path, create=True)
    for begin in (opening.asking, opening.writing):
        with begin(engine) as connection:
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "foreign_keys", "busy_timeout")
            }
            assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}
    engine.dispose()


def test_views_can_be_read_and_say_the_same_as_the_record(record: Record, path: Path) -> None:
    draft = meeting("Tokayev met Putin.", "2024-11-27", topics=("Putin",))
    draft.document("plan", "Putin")
    draft.statement(None, "met")
    add(record, draft)
    with sqlite3.connect(path) as connection:
        views = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        rows = {view: connection.execute(f"SELECT * FROM {view}").fetchall() for view in views}
    assert {view: len(found) for view, found in rows.items()} == {
        "timeline_view": 1,
        "telling_view": 1,
        "statement_view": 1,
        "document_view": 1,
        "claim_view": 1,
        "person_view": 2,
    }
    assert rows["timeline_view"][0][:2] == (only_event(record).id, "2024-11-27")
    assert "participant Kassym-Jomart Tokayev; participant Vladimir Putin" in rows["timeline_view"][0]


# ---------------------------------------------------------------- several at once

_MANY = """
import sys
from legation.record import Record
from tests.record.building import meeting
with Record.open(sys.argv[1]) as record:
    for i in range(5):
        draft = meeting(f"Tokayev met Putin, {sys.argv[2]} {i}.", "2024-11-27")
        record.add(draft.report, draft.reading)
"""


def test_several_processes_may_make_and_fill_one_record(path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _MANY, str(path)]
    running = [subprocess.Popen([*command, str(i)], cwd=root, stderr=subprocess.PIPE, text=True) for i in range(3)]
    errors = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], errors
    with Record.open(path) as record:
        assert only_event(record).reports == 15


def test_a_reader_sees_one_state_while_another_writes(path: Path) -> None:
    with Record.open(path) as writer, Record.open(path) as reader:
        add(writer, meeting("Tokayev met Putin.", "2024-11-27"))
        engine = reader._engine
        assert engine is not None
        with opening.asking(engine) as connection:
            count = "SELECT count(*) FROM report"
            assert connection.exec_driver_sql(count).scalar() == 1
            add(writer, meeting("The two met.", "2024-11-27"))
            assert connection.exec_driver_sql(count).scalar() == 1
        assert reader.counts().reports == 2
