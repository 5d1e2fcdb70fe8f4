"""Reading back what merging needs: tellings, candidate events, known people, papers and statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from legation.model import Event, Place, When
from legation.record.merging import Occasion
from legation.record.papers import Paper
from legation.record.parties import Party
from legation.record.store import tables as t
from legation.record.store.chunks import chunks
from legation.record.store.rows import Row, day, local_event, party, strings, when
from legation.record.unifying import Told

# More than these are hardly ever as good: the best filed are looked at.
_CANDIDATES = 60
_PAPERS = 100
_STATEMENTS = 40

_canonical = func.coalesce(t.actor.c.same_as, t.actor.c.key)


@dataclass(frozen=True, slots=True)
class Held:
    """A report that the record has. number: its place in the order of reading; reader: None if it is not read."""

    number: int
    reader: str | None
    unread: str | None


def number(connection: Connection, report_id: str) -> int:
    """The place in the order of reading of a report that the record has."""
    return int(connection.scalars(select(t.report.c.number).where(t.report.c.id == report_id)).one())


def held(connection: Connection, report_id: str) -> Held | None:
    """The report's state, or None if the record has never seen it."""
    joined = t.report.outerjoin(t.reading, t.reading.c.report == t.report.c.id)
    query = select(t.report.c.number, t.reading.c.reader, t.report.c.unread).select_from(joined)
    row = connection.execute(query.where(t.report.c.id == report_id)).first()
    return Held(row.number, row.reader, row.unread) if row else None


# ---------------------------------------------------------------- people


def actors(connection: Connection, keys: Iterable[str]) -> dict[str, Row]:
    """Rows of the actor table by key."""
    found = connection.execute(select(t.actor).where(t.actor.c.key.in_(list(keys)))).mappings()
    return {row["key"]: row for row in found}


def spellings(connection: Connection, keys: Iterable[str]) -> set[tuple[str, str]]:
    """(actor, name) pairs that are on file."""
    found = connection.execute(
        select(t.spelling.c.actor, t.spelling.c.name).where(t.spelling.c.actor.in_(list(keys))).distinct()
    )
    return {(row.actor, row.name) for row in found}


def people_filed_under(connection: Connection, names: Iterable[str]) -> list[Row]:
    """People who are no one else's second spelling, filed under these full-name keys; oldest first."""
    wanted = [name for name in names if name]
    if not wanted:
        return []
    query = select(t.actor).where(t.actor.c.filed_under.in_(wanted), t.actor.c.same_as.is_(None))
    return list(connection.execute(query.order_by(t.actor.c.key)).mappings())


# ---------------------------------------------------------------- events


def candidates(connection: Connection, lookups: Iterable[frozenset[str]]) -> list[str]:
    """Ids of events filed under the keys of each telling, in a fixed order."""
    found: dict[str, None] = {}
    for keys in lookups:
        key = t.event_key.c
        query = (
            select(key.event)
            .where(key.key.in_(sorted(keys)))
            .group_by(key.event)
            .order_by(func.count().desc(), key.event)
            .limit(_CANDIDATES)
        )
        found |= dict.fromkeys(connection.scalars(query))
    return list(found)


def occasions(connection: Connection, ids: Sequence[str]) -> list[Occasion]:
    """Events of the record as merging sees them, in the order of ids."""
    if not ids:
        return []
    events = {row["id"]: row for row in connection.execute(select(t.event).where(t.event.c.id.in_(ids))).mappings()}
    parties = _event_parties(connection, ids, events)
    published: dict[str, list[Any]] = defaultdict(list)
    told = t.telling.join(t.report, t.report.c.id == t.telling.c.report)
    query = (
        select(t.telling.c.event, t.report.c.published).select_from(told).where(t.telling.c.event.in_(ids)).distinct()
    )
    for row in connection.execute(query):
        published[row.event].append(day(row.published))
    return [_occasion(events[id_], parties[id_], tuple(published[id_])) for id_ in ids]


def _occasion(row: Row, parties: Sequence[Party], published: tuple[Any, ...]) -> Occasion:
    return Occasion(
        id=row["id"],
        family=row["family"],
        when=when(row),
        parties=tuple(parties),
        place=Place(row["city"], row["country"]),
        published=published,
        whole=row["part_of"],
        gathering=row["kind"] == "summit",
        status=row["status"],
    )


def _event_parties(connection: Connection, ids: Sequence[str], events: dict[str, Row]) -> dict[str, list[Party]]:
    joined = t.event_role.join(t.actor, t.actor.c.key == t.event_role.c.actor)
    query = select(t.event_role.c.event, t.event_role.c.role, t.actor).select_from(joined)
    query = query.where(t.event_role.c.event.in_(ids)).order_by(t.event_role.c.event, t.event_role.c.position)
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        one = party(row, events[row["event"]]["kind"], row["role"])
        if one:
            parties[row["event"]].append(one)
    return parties


def event_rows(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """Rows of the event table by id."""
    query = select(t.event)
    return {
        row["id"]: row
        for part in chunks(ids)
        for row in connection.execute(query.where(t.event.c.id.in_(part))).mappings()
    }


def event_states(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """All that is shown of each event that is there, to see later whether it has changed; by id."""
    shown = {
        id_: [value for name, value in row.items() if name != "number"]
        for id_, row in event_rows(connection, ids).items()
    }
    role = t.event_role.c
    query = select(role.event, role.role, role.actor, role.office).order_by(role.event, role.position)
    for part in chunks(list(shown)):
        for row in connection.execute(query.where(role.event.in_(part))):
            shown[row.event].append(tuple(row))
    return {id_: tuple(values) for id_, values in shown.items()}


def date_of_event(connection: Connection, event_id: str) -> When | None:
    """The date that the record shows for an event; None if the event is not there."""
    row = connection.execute(select(t.event).where(t.event.c.id == event_id)).mappings().first()
    return when(row) if row else None


def whole_of_event(connection: Connection, event_id: str) -> str | None:
    """The event that an event is part of, if any."""
    return connection.scalar(select(t.event.c.part_of).where(t.event.c.id == event_id))


# ---------------------------------------------------------------- tellings


def tellings_of_event(connection: Connection, event_id: str) -> list[Told]:
    """All stored tellings of an event, in the order of reading."""
    roles = _roles_in_event(connection, event_id)
    found = connection.execute(_telling_query().where(t.telling.c.event == event_id)).mappings()
    return [_told(row, roles[row["report"], row["id"]]) for row in found]


def events_of_report(connection: Connection, report_id: str) -> dict[str, str]:
    """Local id -> merged event, in the order of the reading."""
    query = select(t.telling.c.id, t.telling.c.event).where(t.telling.c.report == report_id)
    return {row.id: row.event for row in connection.execute(query.order_by(t.telling.c.position))}


def _telling_query() -> Select[Any]:
    parent = t.telling.alias("parent")
    joined = t.telling.join(t.report, t.report.c.id == t.telling.c.report).outerjoin(
        parent, (parent.c.report == t.telling.c.report) & (parent.c.id == t.telling.c.part_of)
    )
    columns = (t.telling, t.report.c.published, t.report.c.number, parent.c.event.label("parent_event"))
    return select(*columns).select_from(joined).order_by(t.report.c.number, t.telling.c.position)


def _roles_in_event(connection: Connection, event_id: str) -> dict[tuple[str, str], list[Row]]:
    """Roles by report and telling; actors by their canonical keys, with the office that the report gives them."""
    canonical, role, appearance = t.actor.alias("canonical"), t.role.c, t.appearance.c
    joined = (
        t.telling.join(t.role, (role.report == t.telling.c.report) & (role.telling == t.telling.c.id))
        .join(t.appearance, (appearance.report == role.report) & (appearance.actor == role.actor))
        .join(t.actor, t.actor.c.key == role.actor)
        .join(canonical, canonical.c.key == _canonical)
    )
    columns = (role.report, role.telling, role.role, role.begins, role.ends, appearance.office)
    query = select(*columns, canonical.c.key.label("actor"), *canonical.c).select_from(joined)
    query = query.where(t.telling.c.event == event_id).order_by(role.report, role.telling, role.position)
    roles: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        roles[row["report"], row["telling"]].append(row)
    return roles


def _told(row: Row, roles: Sequence[Row]) -> Told:
    event: Event = local_event(row, roles)
    parties = [one for role in roles if (one := party(role, event.kind, role["role"]))]
    return Told(
        report=row["report"],
        order=(row["number"], row["position"]),
        event=event,
        parties=tuple(parties),
        published=day(row["published"]),
        parent=row["parent_event"],
        date_quote=row["date_quote"],
        year=row["year"],
        year_reason=row["year_reason"] or "",
        topic_words=strings(row["topic_words"]),
        sentence=row["sentence"],
        paragraph_print=row["paragraph_print"],
        copied_from=row["copied_from"],
        offices=tuple(dict.fromkeys((role["actor"], role["office"]) for role in roles if role["office"])),
    )


# ---------------------------------------------------------------- statements and documents


def statements_by_key(connection: Connection, keys: Iterable[int]) -> list[Row]:
    """Statements, no copies themselves, of which a copy may share these keys; those that share most of them first.

    Rows: number, id, text, speaker; read_as: the report's place in the order of reading.
    """
    said, key = t.statement.c, t.statement_key.c
    joined = t.statement.join(t.statement_key, key.statement == said.id)
    joined = joined.join(t.report, t.report.c.id == said.report)
    columns = (said.number, said.id, said.text, said.speaker, t.report.c.number.label("read_as"))
    query = select(*columns).select_from(joined).where(key.key.in_(list(keys)), said.copied_from.is_(None))
    query = query.group_by(*columns).order_by(func.count().desc(), said.number).limit(_STATEMENTS)
    return list(connection.execute(query).mappings())


def papers_near(connection: Connection, events: Iterable[str], parties: Iterable[str]) -> dict[str, list[Paper]]:
    """Stored documents of these events or with one of these parties, each as its reports name it."""
    linked = connection.scalars(
        select(t.document_event.c.document).where(t.document_event.c.event.in_(list(events))).distinct()
    )
    ids = dict.fromkeys(sorted(linked))
    joined = t.document_actor.join(
        t.document_telling,
        (t.document_telling.c.report == t.document_actor.c.report)
        & (t.document_telling.c.id == t.document_actor.c.document_telling),
    ).join(t.document, t.document.c.id == t.document_telling.c.document)
    query = select(t.document.c.id).select_from(joined).where(t.document_actor.c.actor.in_(list(parties))).distinct()
    ids |= dict.fromkeys(connection.scalars(query.order_by(t.document.c.number.desc()).limit(_PAPERS)))
    return papers(connection, list(ids))


def papers(connection: Connection, ids: Sequence[str]) -> dict[str, list[Paper]]:
    """Documents by id, each as its reports name it, in the order of reading."""
    found: dict[str, list[Paper]] = {id_: [] for id_ in ids}
    sides = _paper_sides(connection, ids)
    events: dict[tuple[str, str], set[str]] = defaultdict(set)
    link = t.document_event.c
    for linked in connection.execute(select(link.report, link.document, link.event).where(link.document.in_(ids))):
        events[linked.report, linked.document].add(linked.event)
    joined = t.document_telling.join(t.report, t.report.c.id == t.document_telling.c.report)
    query = select(t.document_telling).select_from(joined).where(t.document_telling.c.document.in_(ids))
    for row in connection.execute(query.order_by(t.report.c.number, t.document_telling.c.id)).mappings():
        found[row["document"]].append(
            Paper(
                kind=row["kind"],
                title=row["title"],
                sides=frozenset(sides[row["report"], row["id"]]),
                when=when(row),
                term=row["term"],
                status=row["status"],
                events=frozenset(events[row["report"], row["document"]]),
            )
        )
    return found


def _paper_sides(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], set[str]]:
    joined = t.document_telling.join(
        t.document_actor,
        (t.document_telling.c.report == t.document_actor.c.report)
        & (t.document_telling.c.id == t.document_actor.c.document_telling),
    ).join(t.actor, t.actor.c.key == t.document_actor.c.actor)
    query = select(t.document_telling.c.report, t.document_telling.c.id, t.actor.c.key, t.actor.c.country)
    query = query.select_from(joined).where(t.document_telling.c.document.in_(ids), t.document_actor.c.role == "party")
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in connection.execute(query):
        sides[row.report, row.id].add(row.country or row.key)
    return sides


def is_document(connection: Connection, id_: str) -> bool:
    """True if the record has a document of that id."""
    return connection.execute(select(t.document.c.id).where(t.document.c.id == id_)).first() is not None
