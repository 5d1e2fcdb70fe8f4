"""Who said what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.model import Statement
from legation.record.asking.actors import Cast, told_as
from legation.record.asking.subjects import subject
from legation.record.entries import StatementEntry
from legation.record.store import Connection, listing
from legation.record.store.rows import Row, day, span, spans, storable, strings, when


def statements(connection: Connection, by: str | None, about: str | None, act: str | None) -> list[StatementEntry]:
    """See ``Record.statements``."""
    rows = listing.statements(
        connection,
        by=None if by is None else subject(connection, by),
        about=None if about is None else subject(connection, about),
        act=None if act is None else storable(act),
    )
    return _entries(connection, rows)


def statements_of(connection: Connection, reports: Sequence[str]) -> list[StatementEntry]:
    """The statements of these reports, in the order of reading."""
    return _entries(connection, listing.statements(connection, reports=reports))


def _entries(connection: Connection, rows: Sequence[Row]) -> list[StatementEntry]:
    named = listing.about(connection, [row["id"] for row in rows])
    cast = listing.cast(connection, {row["report"] for row in rows})
    return [_entry(row, named.get(row["id"], ()), cast) for row in rows]


def _entry(row: Row, about: Iterable[str], cast: Cast) -> StatementEntry:
    report = row["report"]
    named = tuple(about)
    return StatementEntry(
        id=row["id"],
        report=report,
        statement=_statement(row, named),
        text=row["text"],
        speaker=told_as(cast, report, row["speaker"]),
        addressee=told_as(cast, report, row["addressee"]),
        relayed_for=told_as(cast, report, row["relayed_for"]),
        about=tuple(actor for key in named if (actor := told_as(cast, report, key))),
        event_id=row["event"],
        copied_from=row["copied_from"],
        copies=row["copies"],
        title=row["title"],
        outlet=row["outlet"],
        published=day(row["published"]),
    )


def _statement(row: Row, about: tuple[str, ...]) -> Statement:
    return Statement(
        id=row["local_id"],
        content=spans(row["content"]),
        kind=row["kind"],
        speaker=row["speaker"],
        source=span(row["source_begins"], row["source_ends"]),
        cue=span(row["cue_begins"], row["cue_ends"]),
        medium=row["medium"],
        addressee=row["addressee"],
        relayed_for=row["relayed_for"],
        about=about,
        event=row["telling"],
        said_on=when(row),
        chain=strings(row["chain"]),
        act=row["act"],
        plover=row["plover"],
        score=row["score"],
    )
