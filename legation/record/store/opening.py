"""Opening the file: is it a record, of which schema version, and bringing an older one up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import StaticPool

from legation.errors import RecordError, RecordTooNew

# All revisions in migrations/versions, oldest first. Kept here so that opening a record of today need not load alembic.
REVISIONS = ("0001",)

APPLICATION_ID = 0x4C454741
"""How the file says that it is a record ("LEGA"); see ``PRAGMA application_id``."""

_MAGIC = b"SQLite format 3\x00"
_BUSY_MS = 30_000
_WRITING = "legation_writing"


Begin = Callable[[Engine], AbstractContextManager[Connection]]
"""``writing`` or ``asking``."""


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine on a record of the present schema. Raises RecordError or RecordTooNew, the file untouched."""
    url = _url(where)
    path = Path(url.database) if url.database and url.database != ":memory:" else None
    if path is not None:
        _check_file(path, create)
    engine = _engine(url)
    try:
        _bring_up_to_date(engine, str(path or where))
    except DBAPIError as error:
        engine.dispose()
        raise RecordError(f"{path or where}: {one_line(error)}") from error
    except RecordError:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the write lock from its start; all of it is kept, or nothing."""
    with engine.connect().execution_options(**{_WRITING: True}) as connection, connection.begin():
        yield connection


@contextmanager
def asking(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the record throughout; writers are not held up."""
    with engine.connect() as connection, connection.begin():
        yield connection


def _url(where: str | Path) -> URL:
    if isinstance(where, str) and "://" in where:
        try:
            url = make_url(where)
        except ArgumentError as error:
            raise RecordError(f"{where}: not a database address") from error
        if url.get_backend_name() != "sqlite":
            raise RecordError(f"{url.render_as_string()}: only SQLite records can be opened by this version")
        return url
    return URL.create("sqlite", database=str(where))


def _check_file(path: Path, create: bool) -> None:
    """Refuse what is no record before SQLite touches it."""
    try:
        if not path.exists():
            _check_folder(path, create)
            return
        if path.is_dir():
            raise RecordError(f"{path}: is a folder, not a record file")
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror or error}") from error
    if start and start != _MAGIC:
        raise RecordError(f"{path}: not a record (no SQLite database)")
    if not start and not create:
        raise RecordError(f"{path}: not a record (an empty file)")
    if start:
        _check_database(path, create)


def _check_folder(path: Path, create: bool) -> None:
    if not create:
        raise RecordError(f"{path}: there is no record here yet")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}")


def _check_database(path: Path, create: bool) -> None:
    """Raise unless this is a record (or there is nothing in it yet), of a version that is known here."""
    try:
        application, empty, revisions = _looked_into(path)
    except sqlite3.Error as error:
        raise RecordError(f"{path}: cannot be read ({error})") from error
    if empty and not create:
        raise RecordError(f"{path}: not a record (an empty database)")
    if not empty and application != APPLICATION_ID:
        raise RecordError(f"{path}: a SQLite database of another program, not a record")
    _check_revision(str(path), revisions)


def _looked_into(path: Path) -> tuple[int, bool, list[str]]:
    """The mark of the program that made the database, whether there is nothing in it, and schema revisions."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    # Even reading would leave the files of a write-ahead log beside a database that is not ours; as long as nobody
    # is at work on it, it may be read as a file that does not change.
    if not any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")):
        address += "&immutable=1"
    with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_MS / 1000)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        found = connection.execute("SELECT version_num FROM alembic_version") if "alembic_version" in names else ()
        revisions = [str(row[0]) for row in found]
        return connection.execute("PRAGMA application_id").fetchone()[0], not names, revisions


def _check_revision(name: str, revisions: list[str]) -> None:
    for revision in revisions:
        if revision not in REVISIONS:
            raise RecordTooNew(f"{name}: written by a later version of legation (schema {revision}); please update")


def _engine(url: URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with asking(engine) as connection:
        revisions = _revisions(connection)
    _check_revision(name, revisions)
    if revisions == [REVISIONS[-1]]:
        return
    with writing(engine) as connection:
        revisions = _revisions(connection)  # another process may have been first
        _check_revision(name, revisions)
        if revisions != [REVISIONS[-1]]:
            migrate(connection)


def _revisions(connection: Connection) -> list[str]:
    known = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first()
    if not known:
        return []
    return [str(row[0]) for row in connection.execute(text("SELECT version_num FROM alembic_version"))]


def migrate(connection: Connection) -> None:
    """Bring the schema up to date inside the open transaction."""
    # alembic takes a fifth of a second to load and is needed once in the life of a record.
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent.parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def one_line(error: DBAPIError) -> str:
    """What the database complains of."""
    return " ".join(str(error.orig).split())
