"""Knowing people again: the actors of a reading by their keys in the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legation.model import Actor
from legation.record.store import Connection, loading, saving
from legation.record.store.rows import Row
from legation.register.names import compatible, full_name_key, surname_key, words


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as the record knows it. same_as: key of the same person's first spelling, if this is another."""

    actor: Actor
    same_as: str | None = None

    @property
    def key(self) -> str:
        """The key under which everything of this actor is filed."""
        return self.same_as or self.actor.key


def introduce(connection: Connection, actors: Iterable[Actor]) -> dict[str, Actor]:
    """Keep the actors of a reading; returns each by its key in the reading, as the record knows it.

    People outside the register are known again under another spelling of their full name.
    """
    new = {actor.key: actor for actor in actors}
    stored = loading.actors(connection, new)
    known = {key: _known(row) for key, row in stored.items()}
    strangers = [actor for key, actor in new.items() if key not in known]
    known |= _recognised(connection, strangers)
    _insert(connection, [known[actor.key] for actor in strangers])
    _learn(connection, new, known, stored)
    _spell(connection, new)
    return _canonical(connection, new, known)


def _known(row: Row) -> Known:
    actor = Actor(
        row["key"], row["kind"], row["name"], row["country"], None, bool(row["named"]), bool(row["in_register"])
    )
    return Known(actor, row["same_as"])


def _recognised(connection: Connection, strangers: Sequence[Actor]) -> dict[str, Known]:
    """New actors, joined to people on file (or to each other) whose full names are compatible."""
    people = [actor for actor in strangers if _may_be_respelt(actor)]
    filed = [_known(row).actor for row in loading.people_filed_under(connection, map(_filed_under, people))]
    found: dict[str, Known] = {}
    for actor in strangers:
        same = next((other for other in filed if _same(actor, other)), None) if _may_be_respelt(actor) else None
        found[actor.key] = Known(actor, same.key if same else None)
        if same is None and actor.kind == "person":
            filed.append(actor)
    return found


def _may_be_respelt(actor: Actor) -> bool:
    return actor.kind == "person" and actor.named and not actor.in_register and bool(_filed_under(actor))


def _same(actor: Actor, other: Actor) -> bool:
    if other.kind != "person" or not other.named or _filed_under(actor) != _filed_under(other):
        return False
    return compatible(actor.name, other.name, actor.country, other.country)


def _filed_under(actor: Actor) -> str:
    return full_name_key(actor.name) if actor.kind == "person" and actor.named else ""


def _insert(connection: Connection, new: Sequence[Known]) -> None:
    values = [
        {
            "key": one.actor.key,
            "kind": one.actor.kind,
            "name": one.actor.name,
            "country": one.actor.country,
            "named": one.actor.named,
            "in_register": one.actor.in_register,
            "same_as": one.same_as,
            "filed_under": _filed_under(one.actor),
        }
        for one in sorted(new, key=lambda one: one.same_as is not None)
    ]
    saving.actors(connection, values)


def _learn(connection: Connection, new: dict[str, Actor], known: dict[str, Known], stored: dict[str, Row]) -> None:
    """A country that was not known before is kept from now on."""
    learnt: dict[str, str] = {}
    for key in stored:
        country = new[key].country
        if known[key].actor.country is None and country is not None:
            known[key] = Known(replace(known[key].actor, country=country), known[key].same_as)
            learnt[key] = country
    saving.countries(connection, learnt)


def _spell(connection: Connection, actors: dict[str, Actor]) -> None:
    on_file = loading.spellings(connection, actors)
    values = {
        (word, actor.key): {"word": word, "actor": actor.key, "name": actor.name, "consonants": surname_key(word)}
        for actor in actors.values()
        if (actor.key, actor.name) not in on_file
        for word in words(actor.name)
    }
    saving.spellings(connection, list(values.values()))


def _canonical(connection: Connection, new: dict[str, Actor], known: dict[str, Known]) -> dict[str, Actor]:
    missing = {one.key for one in known.values()} - set(known)
    first = {key: _known(row).actor for key, row in loading.actors(connection, missing).items()}
    first |= {key: one.actor for key, one in known.items() if one.same_as is None}
    return {key: first[known[key].key] for key in new}
