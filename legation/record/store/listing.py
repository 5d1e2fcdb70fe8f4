"""Listing what the record shows: events, statements, documents and reports, each with what hangs on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, true
from sqlalchemy.sql.selectable import FromClause

from legation.record.store import tables as t
from legation.record.store.chunks import chunks
from legation.record.store.rows import Row
from legation.record.store.whom import CANONICAL


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a question is about: everybody of these countries (ISO3), and these actors (keys of all their spellings)."""

    countries: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events: with all of these subjects, of this kind and status, touching these days (None: any)."""

    subjects: tuple[Subject, ...] = ()
    kind: str | None = None
    status: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    undated: bool = False
    acts: bool = False


# ---------------------------------------------------------------- events


def events(connection: Connection, wanted: EventFilter) -> list[Row]:
    """Rows of the event table in order of date; those without a year, then those without a date, come last.

    Of events that begin on the same day the longest comes first: a visit before the talks in it.
    """
    event = t.event.c
    dated = (event.first_day.is_(None), event.first_day, event.last_day.desc())
    undated = (event.starts_on == "", event.starts_on)
    query = select(t.event).where(*_conditions(wanted)).order_by(*dated, *undated, event.number)
    return list(connection.execute(query).mappings())


def _conditions(wanted: EventFilter) -> Iterable[ColumnElement[bool]]:
    event = t.event.c
    yield from (_takes_part(subject) for subject in wanted.subjects)
    if wanted.kind is not None:
        yield event.kind == wanted.kind
    if not wanted.acts:
        yield event.kind != "act"
    if wanted.status is not None:
        yield event.status == wanted.status
    if wanted.since is None and wanted.until is None:
        return
    within: list[ColumnElement[bool]] = [event.first_day.is_not(None)]
    if wanted.since is not None:
        within.append(event.last_day >= wanted.since.isoformat())
    if wanted.until is not None:
        within.append(event.first_day <= wanted.until.isoformat())
    yield or_(and_(*within), event.first_day.is_(None)) if wanted.undated else and_(*within)


def _takes_part(subject: Subject) -> ColumnElement[bool]:
    event, side, role = t.event.c.id, t.event_side.c, t.event_role.c
    return or_(
        event.in_(select(side.event).where(side.side.in_(sorted(subject.countries)))),
        event.in_(select(role.event).where(role.actor.in_(sorted(subject.actors)))),
    )


def events_like(connection: Connection, beginning: str) -> list[Row]:
    """Rows of events whose ids begin so, in order; a few are enough to see that there are several."""
    here = (t.event.c.id >= beginning) & (t.event.c.id < beginning + "\x7f")
    return list(connection.execute(select(t.event).where(here).order_by(t.event.c.id).limit(6)).mappings())


def roles(connection: Connection, events: Iterable[str]) -> dict[str, list[Row]]:
    """Who takes part in each event, with the office as the first report words it. Rows: event, role, the actor's."""
    joined = t.event_role.join(t.actor, t.actor.c.key == t.event_role.c.actor)
    query = select(t.event_role.c.event, t.event_role.c.role, t.event_role.c.office, t.actor).select_from(joined)
    return _by(connection, query.order_by(t.event_role.c.event, t.event_role.c.position), "event", events, t.event_role)


def scores(connection: Connection, events: Iterable[str]) -> dict[str, float]:
    """The best score of each event's tellings."""
    best = func.max(t.telling.c.score).label("score")
    query = select(t.telling.c.event, best).group_by(t.telling.c.event)
    found = _by(connection, query, "event", events, t.telling)
    return {event: rows[0]["score"] for event, rows in found.items()}


def documents_of(connection: Connection, events: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Ids of the documents of each event."""
    link = t.document_event.c
    joined = t.document_event.join(t.document, t.document.c.id == link.document)
    query = select(link.event, link.document, t.document.c.number).select_from(joined).distinct()
    found = _by(connection, query.order_by(t.document.c.number), "event", events, t.document_event)
    return {event: tuple(row["document"] for row in rows) for event, rows in found.items()}


# ---------------------------------------------------------------- tellings


def tellings(connection: Connection, *, event: str | None = None, report: str | None = None) -> list[Row]:
    """Tellings of an event or a report, in the order of reading.

    Rows: all of the telling, title, outlet, published of its report, and what the record shows of the event's date:
    event_starts_on, ..., date_report.
    """
    told = t.telling.join(t.report, t.report.c.id == t.telling.c.report).join(
        t.event, t.event.c.id == t.telling.c.event
    )
    dates = [
        t.event.c[name].label(f"event_{name}")
        for name in ("starts_on", "ends_on", "precision", "approximate", "date_reason")
    ]
    source = (t.report.c.title, t.report.c.outlet, t.report.c.published)
    query = select(t.telling, *source, *dates, t.event.c.date_report).select_from(told)
    if event is not None:
        query = query.where(t.telling.c.event == event)
    if report is not None:
        query = query.where(t.telling.c.report == report)
    return list(connection.execute(query.order_by(t.report.c.number, t.telling.c.position)).mappings())


def roles_as_told(connection: Connection, reports: Iterable[str]) -> dict[tuple[str, str], list[Row]]:
    """Roles by report and telling, actors by the keys that the report's reading gives them."""
    query = select(t.role).order_by(t.role.c.report, t.role.c.telling, t.role.c.position)
    found = _by(connection, query, "report", reports, t.role)
    by_telling: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for rows in found.values():
        for row in rows:
            by_telling[row["report"], row["telling"]].append(row)
    return by_telling


def claims(connection: Connection, event: str) -> list[Row]:
    """Claims about an event in all its tellings, in the order of reading; with the telling's sentence."""
    here = (t.telling.c.report == t.claim.c.report) & (t.telling.c.id == t.claim.c.about)
    joined = t.telling.join(t.claim, here).join(t.report, t.report.c.id == t.claim.c.report)
    sentence = (t.telling.c.sentence, t.telling.c.sentence_begins, t.telling.c.sentence_ends)
    query = select(t.claim, *sentence).select_from(joined).where(t.telling.c.event == event)
    return list(connection.execute(query.order_by(t.report.c.number, t.claim.c.position)).mappings())


# ---------------------------------------------------------------- statements


def statements(
    connection: Connection,
    *,
    by: Subject | None = None,
    about: Subject | None = None,
    act: str | None = None,
    reports: Sequence[str] | None = None,
) -> list[Row]:
    """Statements in the order of reading. act: speech act or PLOVER type; reports: of these only.

    Rows: all of the statement; event; title, outlet, published; copies; the offices of those it names, as its report
    words them.
    """
    said, copy = t.statement.c, t.statement.alias("copy")
    joined: FromClause = t.statement.join(t.report, t.report.c.id == said.report)
    joined = joined.outerjoin(t.telling, (t.telling.c.report == said.report) & (t.telling.c.id == said.telling))
    copies = select(func.count()).where(copy.c.copied_from == said.id).scalar_subquery()
    source = (t.report.c.title, t.report.c.outlet, t.report.c.published)
    query = select(t.statement, t.telling.c.event, *source, copies.label("copies")).select_from(joined)
    if by is not None:
        query = query.where(or_(_is(said.speaker, by), _is(said.relayed_for, by)))
    if about is not None:
        named = t.statement_about.c
        query = query.where(said.id.in_(select(named.statement).where(_is(named.actor, about))))
    if act is not None:
        query = query.where((said.act == act.lower()) | (said.plover == act.upper()))
    if reports is not None:
        query = query.where(said.report.in_(reports))
    return list(connection.execute(query.order_by(t.report.c.number, said.number)).mappings())


def _is(column: ColumnElement[Any], subject: Subject) -> ColumnElement[bool]:
    return or_(
        column.in_(select(t.actor.c.key).where(t.actor.c.country.in_(sorted(subject.countries)))),
        column.in_(sorted(subject.actors)),
    )


def about(connection: Connection, statements: Iterable[str]) -> dict[str, list[str]]:
    """Keys of those whom each statement is about, in order."""
    named = t.statement_about.c
    query = select(named.statement, named.actor).order_by(named.statement, named.position)
    found = _by(connection, query, "statement", statements, t.statement_about)
    return {statement: [row["actor"] for row in rows] for statement, rows in found.items()}


def cast(connection: Connection, reports: Iterable[str] | None) -> dict[tuple[str, str], Row]:
    """Who appears in the reports (None: in all), by report and the key that its reading gives.

    Rows: those of the actor's first spelling, with the office as the report words it.
    """
    canonical = t.actor.alias("canonical")
    joined = t.appearance.join(t.actor, t.actor.c.key == t.appearance.c.actor)
    joined = joined.join(canonical, canonical.c.key == CANONICAL)
    here = t.appearance.c
    query = select(here.report, here.actor.label("told_as"), here.office, *canonical.c).select_from(joined)
    found = _by(connection, query, "report", reports, t.appearance)
    return {(row["report"], row["told_as"]): row for rows in found.values() for row in rows}


# ---------------------------------------------------------------- documents


def documents(connection: Connection) -> list[Row]:
    """Rows of the document table in order of date, the undated last."""
    document = t.document.c
    query = select(t.document).order_by(document.first_day.is_(None), document.first_day, document.number)
    return list(connection.execute(query).mappings())


def documents_as_named(connection: Connection) -> list[Row]:
    """Rows of document_telling, in the order of reading."""
    joined = t.document_telling.join(t.report, t.report.c.id == t.document_telling.c.report)
    query = select(t.document_telling).select_from(joined)
    return list(connection.execute(query.order_by(t.report.c.number, t.document_telling.c.title_begins)).mappings())


def signers(connection: Connection) -> list[Row]:
    """Parties and signatories of documents, in the order of reading. Rows: document, report, role, actor."""
    named, signer = t.document_telling.c, t.document_actor.c
    here = (named.report == signer.report) & (named.id == signer.document_telling)
    joined = t.document_actor.join(t.document_telling, here).join(t.report, t.report.c.id == signer.report)
    query = select(named.document, signer.report, signer.role, signer.actor).select_from(joined)
    return list(connection.execute(query.order_by(t.report.c.number, signer.role, signer.position)).mappings())


def events_of_documents(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Ids of the events of each document, in order."""
    link = t.document_event.c
    joined = t.document_event.join(t.event, t.event.c.id == link.event)
    query = select(link.document, link.event, t.event.c.number).select_from(joined).distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(t.event.c.number)):
        found[row.document].append(row.event)
    return {document: tuple(events) for document, events in found.items()}


# ---------------------------------------------------------------- reports


def reports(connection: Connection) -> list[Row]:
    """All reports in the order of reading, without their texts; with reader, and counts of events and statements."""
    report = t.report.c
    counts = [
        select(func.count()).where(table.c.report == report.id).scalar_subquery().label(name)
        for name, table in (("events", t.telling), ("statements", t.statement))
    ]
    columns = [column for column in report if column.name != "text"]
    joined = t.report.outerjoin(t.reading, t.reading.c.report == report.id)
    query = select(*columns, t.reading.c.reader, *counts).select_from(joined).order_by(report.number)
    return list(connection.execute(query).mappings())


def text(connection: Connection, report: str) -> str | None:
    """The text of a report."""
    return connection.scalar(select(t.report.c.text).where(t.report.c.id == report))


def counts(connection: Connection) -> dict[str, int]:
    """How many rows there are of everything that is counted, by the names of ``Counts``."""
    person = (t.actor.c.kind == "person") & t.actor.c.named & t.actor.c.same_as.is_(None)
    wanted: dict[str, tuple[Table, ColumnElement[bool]]] = {
        "reports": (t.report, true()),
        "unread": (t.report, t.report.c.id.not_in(select(t.reading.c.report))),
        "events": (t.event, true()),
        "tellings": (t.telling, true()),
        "statements": (t.statement, true()),
        "own_statements": (t.statement, t.statement.c.copied_from.is_(None)),
        "documents": (t.document, true()),
        "people": (t.actor, person),
        "claims": (t.claim, true()),
    }
    return {
        name: connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
        for name, (table, condition) in wanted.items()
    }


def _by(
    connection: Connection, query: Select[Any], name: str, ids: Iterable[str] | None, table: Table
) -> dict[str, list[Row]]:
    """Rows of a query grouped by one column, for the given values of it (None: for all)."""
    found: dict[str, list[Row]] = defaultdict(list)
    queries: Sequence[Select[Any]] = (
        [query] if ids is None else [query.where(table.c[name].in_(part)) for part in chunks(ids)]
    )
    for one in queries:
        for row in connection.execute(one).mappings():
            found[row[name]].append(row)
    return found
