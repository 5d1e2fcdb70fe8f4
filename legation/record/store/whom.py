"""Finding actors by key, by country, and by the words of their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from legation.record.store import tables as t
from legation.record.store.chunks import chunks
from legation.record.store.rows import Row

CANONICAL: ColumnElement[str] = func.coalesce(t.actor.c.same_as, t.actor.c.key)
"""The key of an actor's first spelling."""


def actor(connection: Connection, key: str) -> Row | None:
    """The actor of that very key."""
    return connection.execute(select(t.actor).where(t.actor.c.key == key)).mappings().first()


def knows_country(connection: Connection, country: str) -> bool:
    """True if any actor of the record is of this country (ISO3)."""
    return connection.execute(select(t.actor.c.key).where(t.actor.c.country == country).limit(1)).first() is not None


def with_all_words(connection: Connection, words: Collection[str]) -> list[Row]:
    """Actors with a name that holds all these folded words. Rows: key, kind, name, spelt, country."""
    spelt = t.spelling.c
    query = _spelt().where(spelt.word.in_(list(words))).group_by(spelt.actor, spelt.name)
    return list(connection.execute(query.having(func.count() == len(set(words)))).mappings())


def people_with_any_word(connection: Connection, words: Collection[str], consonants: Collection[str]) -> list[Row]:
    """Named people with a name that holds one of these folded words, or one of these consonants; rows as above."""
    spelt = t.spelling.c
    here = spelt.word.in_(list(words)) | spelt.consonants.in_(list(consonants))
    query = _spelt().where(here, t.actor.c.kind == "person", t.actor.c.named)
    return list(connection.execute(query.distinct()).mappings())


def _spelt() -> Select[Any]:
    joined = t.spelling.join(t.actor, t.actor.c.key == t.spelling.c.actor)
    actor = t.actor.c
    columns = (CANONICAL.label("key"), actor.kind, actor.named, actor.name, t.spelling.c.name.label("spelt"))
    return select(*columns, actor.country).select_from(joined)


def all_spellings(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Keys of all spellings of these actors, given by the keys of their first spellings; those keys among them."""
    found: set[str] = set()
    for part in chunks(keys):
        query = select(t.actor.c.key).where(t.actor.c.key.in_(part) | t.actor.c.same_as.in_(part))
        found |= set(connection.scalars(query))
    return frozenset(found)


# ---------------------------------------------------------------- people


def appearances(connection: Connection, keys: Collection[str]) -> list[Row]:
    """Where these actors appear, in the order of reading. Rows: key (of the first spelling), report, name, office,
    reason, score, published."""
    here = t.appearance.c
    joined = t.appearance.join(t.actor, t.actor.c.key == here.actor).join(t.report, t.report.c.id == here.report)
    columns = (CANONICAL.label("key"), here.report, here.name, here.office, here.reason, here.score)
    query = select(*columns, t.report.c.published).select_from(joined).order_by(t.report.c.number)
    return [
        row for part in chunks(sorted(keys)) for row in connection.execute(query.where(here.actor.in_(part))).mappings()
    ]


def actors(connection: Connection, keys: Sequence[str]) -> list[Row]:
    """Rows of the actor table, in no order."""
    query = select(t.actor)
    return [row for part in chunks(keys) for row in connection.execute(query.where(t.actor.c.key.in_(part))).mappings()]


def mentions(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """How often each is mentioned in all reports, under all spellings; by the key of the first."""
    return _counted(connection, keys, t.mention, t.mention.c.actor, func.count())


def statements(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """How many statements each has made, copies left out."""
    said = t.statement.c
    return _counted(connection, keys, t.statement, said.speaker, func.count(), said.copied_from.is_(None))


def events(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """In how many events each takes part."""
    taken = t.event_role.c
    return _counted(connection, keys, t.event_role, taken.actor, func.count(taken.event.distinct()))


def _counted(
    connection: Connection,
    keys: Collection[str],
    table: Any,
    column: ColumnElement[Any],
    count: ColumnElement[int],
    *conditions: ColumnElement[bool],
) -> dict[str, int]:
    joined = table.join(t.actor, t.actor.c.key == column)
    query = select(CANONICAL.label("key"), count.label("found")).select_from(joined).where(*conditions)
    query = query.group_by(CANONICAL)
    counts: dict[str, int] = {}
    for part in chunks(sorted(keys)):
        for row in connection.execute(query.where(column.in_(part))):
            counts[row.key] = counts.get(row.key, 0) + row.found
    return counts
