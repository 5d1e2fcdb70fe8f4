"""Whom the user means: by key, by country, or by name."""

from __future__ import annotations

from legation.record.store import Connection, whom
from legation.record.store.listing import Subject
from legation.record.store.rows import Row, storable
from legation.register import load
from legation.register.names import compatible, fold, surname_key, words

# Stands for one country, whichever it is, where only names are to be compared.
_SAME = "ZZZ"


def subject(connection: Connection, given: str) -> Subject:
    """A country (ISO3 or name), an organisation or a person; nobody if the record knows none of that name."""
    given = storable(given).strip()
    found = whom.actor(connection, given)
    if found and found["kind"] != "state":
        return _spelt_any_way(connection, {found["same_as"] or found["key"]})
    country = _country(connection, given)
    if country:
        return Subject(countries=frozenset({country}))
    return _spelt_any_way(connection, {row["key"] for row in _named(connection, given)})


def person(connection: Connection, given: str) -> Subject:
    """People of that name; or whoever has that key."""
    given = storable(given).strip()
    found = whom.actor(connection, given)
    if found:
        return _spelt_any_way(connection, {found["same_as"] or found["key"]})
    return _spelt_any_way(connection, people_named(connection, given))


def people_named(connection: Connection, given: str) -> set[str]:
    """Keys (of the first spelling) of named people whom the name can mean: full, a surname, any part of a name."""
    asked = words(given)
    if not asked:
        return set()
    exact = [row for row in whom.with_all_words(connection, asked) if row["kind"] == "person" and row["named"]]
    near = whom.people_with_any_word(connection, asked, {surname_key(word) for word in asked})
    return {row["key"] for row in exact} | {row["key"] for row in near if _can_mean(asked, given, row)}


def _can_mean(asked: tuple[str, ...], given: str, row: Row) -> bool:
    """True if all words asked for are in the name, however spelt, or the names can be one person's."""
    spelt = words(row["spelt"])
    if all(any(compatible(word, part, _SAME, _SAME) for part in spelt) for word in asked):
        return True
    return compatible(given, row["spelt"], row["country"], row["country"])


def _country(connection: Connection, given: str) -> str | None:
    country = load().country_named(given)
    if country is None and len(given) == 3 and whom.knows_country(connection, given.upper()):
        return given.upper()
    return country


def _named(connection: Connection, given: str) -> list[Row]:
    """Those of exactly that name; failing that, those in whose name all the words stand, and people by any spelling."""
    asked = words(given)
    if not asked:
        return []
    found = whom.with_all_words(connection, asked)
    exact = [row for row in found if row["kind"] != "person" and fold(row["spelt"]) == fold(given)]
    if exact:
        return exact
    near = whom.people_with_any_word(connection, asked, {surname_key(word) for word in asked})
    return found + [row for row in near if _can_mean(asked, given, row)]


def _spelt_any_way(connection: Connection, keys: set[str]) -> Subject:
    return Subject(actors=whom.all_spellings(connection, sorted(keys)))
