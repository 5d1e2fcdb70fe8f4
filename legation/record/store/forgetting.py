"""Taking back what was read from a report, down to the people that nobody else names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, select, update

from legation.record.store import tables as t
from legation.record.store.chunks import chunks

# Tables of which the rows of one report are its reading; those that point to others come first.
_READ_FROM_REPORT = (
    t.claim,
    t.mention,
    t.role,
    t.statement,
    t.document_event,
    t.document_actor,
    t.document_telling,
    t.telling,
    t.appearance,
    t.reading,
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a forgotten reading leaves behind.

    events, documents: those that other reports tell or name, to be worked out anew. actors: those it named.
    """

    events: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()


def reading(connection: Connection, report_id: str) -> Forgotten:
    """Remove what was read from a report, and events and documents that no report tells any more.

    Years that the events gave to tellings of other reports are taken back.
    """
    events = set(_values(connection, t.telling.c.event, report_id))
    papers = set(_values(connection, t.document_telling.c.document, report_id))
    actors = set(_values(connection, t.appearance.c.actor, report_id))
    _pass_on_originals(connection, report_id)
    for table in _READ_FROM_REPORT:
        connection.execute(delete(table).where(table.c.report == report_id))
    papers = _remove_untold(connection, t.document, t.document_telling.c.document, papers)
    events = _take_back_years(connection, _remove_untold(connection, t.event, t.telling.c.event, events))
    return Forgotten(frozenset(events), frozenset(papers), frozenset(actors))


def actors(connection: Connection, keys: Iterable[str]) -> None:
    """Remove those of the actors whom no report names any more; the first spelling of another stays.

    Of those who stay, outside the register, the country is what the reports left say.
    """
    seconds = _second_spellings(connection, keys := frozenset(keys))
    for key in sorted(keys, key=lambda key: (key not in seconds, key)):
        if _is_named(connection, key):
            _relearn_country(connection, key)
        elif not connection.scalar(select(exists().where(t.actor.c.same_as == key))):
            connection.execute(delete(t.spelling).where(t.spelling.c.actor == key))
            connection.execute(delete(t.actor).where(t.actor.c.key == key))


def _values(connection: Connection, column: Any, report_id: str) -> Iterable[str]:
    return connection.scalars(select(column).where(column.table.c.report == report_id).distinct())


def _pass_on_originals(connection: Connection, report_id: str) -> None:
    """Of the copies of a statement that goes, the first becomes the one that the others repeat."""
    first = t.statement.alias("first")
    joined = t.statement.join(first, first.c.id == t.statement.c.copied_from)
    joined = joined.join(t.report, t.report.c.id == t.statement.c.report)
    query = select(t.statement.c.id, t.statement.c.copied_from).select_from(joined)
    query = query.where(first.c.report == report_id).order_by(t.report.c.number, t.statement.c.number)
    heirs: dict[str, str] = {}
    for row in connection.execute(query).all():
        heirs.setdefault(row.copied_from, row.id)
    statement = t.statement.c
    for original, heir in heirs.items():
        connection.execute(update(t.statement).where(statement.id == heir).values(copied_from=None))
        connection.execute(update(t.statement).where(statement.copied_from == original).values(copied_from=heir))


def _remove_untold(connection: Connection, table: Table, told: Any, ids: set[str]) -> set[str]:
    """Remove those that nobody tells; returns the others."""
    left = {found for part in chunks(ids) for found in connection.scalars(select(told).where(told.in_(part)))}
    for part in chunks(ids - left):
        connection.execute(delete(table).where(table.c.id.in_(part)))
    return left


def _take_back_years(connection: Connection, touched: set[str]) -> set[str]:
    """Clear filled-in years in all reports that tell these events, and in theirs, until no more are met.

    Returns the events of all these reports: any of them may have given a year, and may give it again.
    """
    events, done = set(touched), set[str]()
    while new := events - done:
        done |= new
        for report in _with_filled_years(connection, new):
            told = t.telling.c
            events |= set(connection.scalars(select(told.event).where(told.report == report)))
            connection.execute(update(t.telling).where(told.report == report).values(year=None, year_reason=None))
    return events


def _with_filled_years(connection: Connection, events: Iterable[str]) -> set[str]:
    """Reports that tell one of these events, and to any of whose tellings a year was given."""
    filled = t.telling.alias("filled")
    joined = t.telling.join(filled, filled.c.report == t.telling.c.report)
    query = select(t.telling.c.report).select_from(joined).where(filled.c.year.is_not(None))
    return {
        report for part in chunks(events) for report in connection.scalars(query.where(t.telling.c.event.in_(part)))
    }


def _second_spellings(connection: Connection, keys: Iterable[str]) -> set[str]:
    query = select(t.actor.c.key).where(t.actor.c.key.in_(list(keys)), t.actor.c.same_as.is_not(None))
    return set(connection.scalars(query))


def _is_named(connection: Connection, key: str) -> bool:
    return bool(connection.scalar(select(exists().where(t.appearance.c.actor == key))))


def _relearn_country(connection: Connection, key: str) -> None:
    joined = t.appearance.join(t.report, t.report.c.id == t.appearance.c.report)
    query = select(t.appearance.c.country).select_from(joined)
    query = query.where(t.appearance.c.actor == key, t.appearance.c.country.is_not(None))
    country = connection.scalars(query.order_by(t.report.c.number).limit(1)).first()
    here = (t.actor.c.key == key) & t.actor.c.in_register.is_(False)
    connection.execute(update(t.actor).where(here).values(country=country))
