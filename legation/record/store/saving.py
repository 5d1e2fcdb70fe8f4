"""Writing to the tables. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from legation.model import Reading, Report
from legation.record.entries import iso
from legation.record.store import tables as t
from legation.record.store.rows import Columns, listed, spans_json, when_columns


def _rows(connection: Connection, table: Table, values: Sequence[Columns]) -> None:
    """Insert many rows at once; nothing if there are none."""
    if values:
        connection.execute(insert(table), list(values))


def report(connection: Connection, report: Report, *, held: bool) -> None:
    """Insert the report, or bring the one held up to date; its number in the order of reading stays."""
    values = _report_columns(report)
    if held:
        connection.execute(update(t.report).where(t.report.c.id == report.id), values)
        connection.execute(delete(t.aside).where(t.aside.c.report == report.id))
    else:
        connection.execute(insert(t.report), values)
    seen: dict[tuple[int, int], Columns] = {}
    for aside in report.asides:
        seen[aside.span.start, aside.span.end] = {
            "report": report.id,
            "begins": aside.span.start,
            "ends": aside.span.end,
            "reason": aside.reason,
            "detail": aside.detail,
        }
    _rows(connection, t.aside, list(seen.values()))


def _report_columns(report: Report) -> Columns:
    note = report.translation
    return {
        "id": report.id,
        "title": report.title.value,
        "title_how": report.title.how,
        "outlet": report.outlet.value,
        "outlet_how": report.outlet.how,
        "published": iso(report.published.value),
        "published_how": report.published.how,
        "address": report.address.value,
        "address_how": report.address.how,
        "language": report.language.value,
        "language_how": report.language.how,
        "dateline_place": report.dateline_place,
        "translation_engine": note.engine if note else None,
        "translation_language": note.source_language if note else None,
        "translation_begins": note.span.start if note else None,
        "translation_ends": note.span.end if note else None,
        "source": report.source,
        "sha256": report.sha256,
        "fetched": report.fetched.isoformat() if report.fetched else None,
        "unread": report.unread,
        "text": report.text,
    }


def reading(connection: Connection, reading: Reading) -> None:
    """What stands by itself in a reading: who appears, where they are mentioned, and the claims."""
    _rows(
        connection,
        t.reading,
        [{"report": reading.report, "reader": reading.reader, "notes": listed(reading.notes)}],
    )
    people = {actor.key: actor for actor in reading.actors}
    _rows(
        connection,
        t.appearance,
        [
            {
                "report": reading.report,
                "actor": actor.key,
                "name": actor.name,
                "country": actor.country,
                "office": actor.office,
                "named": actor.named,
                "reason": actor.reason,
                "score": actor.score,
            }
            for actor in people.values()
        ],
    )
    _rows(
        connection,
        t.mention,
        [
            {
                "report": reading.report,
                "position": position,
                "begins": mention.span.start,
                "ends": mention.span.end,
                "actor": mention.actor,
                "how": mention.how,
            }
            for position, mention in enumerate(reading.mentions)
        ],
    )
    _claims(connection, reading)


def _claims(connection: Connection, reading: Reading) -> None:
    _rows(
        connection,
        t.claim,
        [
            {
                "report": reading.report,
                "position": position,
                "about": claim.about,
                "prop": claim.prop,
                "value": claim.value,
                "begins": claim.span.start,
                "ends": claim.span.end,
                "quote": claim.quote,
                "said_by": listed(claim.said_by),
                "certainty": claim.certainty,
                "score": claim.score,
                "reader": claim.reader or reading.reader,
            }
            for position, claim in enumerate(reading.claims)
        ],
    )


def statements(
    connection: Connection,
    reading: Reading,
    texts: Mapping[str, str],
    ids: Mapping[str, str],
    copied: Mapping[str, str],
    keys: Mapping[str, Sequence[int]],
) -> None:
    """Statements. By local id: words, record id, id of the one it repeats, keys to find its own copies by."""
    _rows(
        connection,
        t.statement,
        [
            {
                "id": ids[said.id],
                "report": reading.report,
                "local_id": said.id,
                "kind": said.kind,
                "speaker": said.speaker,
                "text": texts[said.id],
                "content": spans_json(said.content),
                "source_begins": said.source.start if said.source else None,
                "source_ends": said.source.end if said.source else None,
                "cue_begins": said.cue.start if said.cue else None,
                "cue_ends": said.cue.end if said.cue else None,
                "medium": said.medium,
                "addressee": said.addressee,
                "relayed_for": said.relayed_for,
                "telling": said.event,
                **when_columns(said.said_on),
                "chain": listed(said.chain),
                "act": said.act,
                "plover": said.plover,
                "score": said.score,
                "copied_from": copied.get(said.id),
            }
            for said in reading.statements
        ],
    )
    _rows(
        connection,
        t.statement_about,
        [
            {"statement": ids[said.id], "position": position, "actor": actor}
            for said in reading.statements
            for position, actor in enumerate(dict.fromkeys(said.about))
        ],
    )
    _rows(
        connection,
        t.statement_key,
        [{"key": key, "statement": ids[local]} for local, found in keys.items() for key in dict.fromkeys(found)],
    )


def documents(
    connection: Connection, named: Sequence[Columns], actors: Sequence[Columns], links: Sequence[Columns]
) -> None:
    """Documents as a report names them, their parties and signatories, and the events they belong to."""
    _rows(connection, t.document_telling, named)
    _rows(connection, t.document_actor, actors)
    _rows(connection, t.document_event, links)


def shown_documents(connection: Connection, new: Sequence[Columns], changed: Sequence[Columns]) -> None:
    """Insert the new and update the changed documents, whole rows each."""
    _rows(connection, t.document, new)
    _update_by_id(connection, t.document, changed)


def events(connection: Connection, new: Sequence[Columns], changed: Sequence[Columns]) -> None:
    """Insert the new and update the changed events, whole rows each."""
    _rows(connection, t.event, new)
    _update_by_id(connection, t.event, changed)


def _update_by_id(connection: Connection, table: Table, changed: Sequence[Columns]) -> None:
    if changed:
        values = [{**{k: v for k, v in row.items() if k != "id"}, "the_id": row["id"]} for row in changed]
        connection.execute(update(table).where(table.c.id == bindparam("the_id")), values)


def participation(
    connection: Connection,
    events: Iterable[str],
    roles: Sequence[Columns],
    sides: Sequence[Columns],
    keys: Sequence[Columns],
) -> None:
    """Put roles, sides and keys in the place of all that the events had."""
    old = [{"the_event": event} for event in events]
    for table, values in ((t.event_role, roles), (t.event_side, sides), (t.event_key, keys)):
        if old:
            connection.execute(delete(table).where(table.c.event == bindparam("the_event")), old)
        _rows(connection, table, values)


def tellings(connection: Connection, values: Sequence[Columns], roles: Sequence[Columns]) -> None:
    """Tellings of a report, and the roles in them."""
    _rows(connection, t.telling, values)
    _rows(connection, t.role, roles)


def year_and_source(connection: Connection, values: Sequence[Columns]) -> None:
    """What other reports gave to stored tellings; rows: report, id, year, year_reason, copied_from."""
    if values:
        telling = t.telling.c
        here = (telling.report == bindparam("the_report")) & (telling.id == bindparam("the_id"))
        given = ("year", "year_reason", "copied_from")
        connection.execute(
            update(t.telling).where(here),
            [{"the_report": r["report"], "the_id": r["id"], **{name: r[name] for name in given}} for r in values],
        )


def actors(connection: Connection, values: Sequence[Columns]) -> None:
    """New actors; those with a same_as after the ones they name."""
    _rows(connection, t.actor, values)


def spellings(connection: Connection, values: Sequence[Columns]) -> None:
    """New spellings of people, word by word."""
    _rows(connection, t.spelling, values)


def countries(connection: Connection, learnt: Mapping[str, str]) -> None:
    """Countries of actors, by key."""
    values = [{"the_key": key, "country": country} for key, country in learnt.items()]
    if values:
        connection.execute(update(t.actor).where(t.actor.c.key == bindparam("the_key")), values)


def copies(connection: Connection, originals: Mapping[str, str]) -> None:
    """Mark statements, and all that repeat them, as copies; statement -> the one it repeats."""
    said = t.statement.c
    for copy, original in originals.items():
        here = (said.id == copy) | (said.copied_from == copy)
        connection.execute(update(t.statement).where(here).values(copied_from=original))
