"""Entries of the user's own register from tables: people, offices, terms, and results of Wikidata queries.

A table is known by its columns. docs/register.md describes them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from legation.errors import RegisterError
from legation.register.loading import date_point
from legation.register.own import Parts, united
from legation.register.register import Register
from legation.register.tables import Row, listed, rows

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WIKIDATA_ITEM = re.compile(r"(?:.*/)?(Q\d+)$")
_WIKIDATA_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_LETTERS = re.compile(r"[^\W_]+")
_YES = frozenset({"1", "yes", "true"})
_NO = frozenset({"0", "no", "false"})


@dataclass
class Collected:
    """Entries on their way into the user's register, by id."""

    offices: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Parts) -> Collected:
        """The entries that the user's register has."""
        return cls({e["id"]: e for e in parts["offices"]}, {e["id"]: e for e in parts["people"]})

    def parts(self) -> Parts:
        """As the user's register keeps them."""
        return {"offices": list(self.offices.values()), "people": list(self.people.values())}

    def add_person(self, id_: str, names: Iterable[str], tenures: Iterable[list[str]] = ()) -> None:
        """A person, or more about one who is there."""
        entry = {"id": id_, "names": list(dict.fromkeys(n for n in names if n)), "tenures": list(tenures)}
        self.people[id_] = united(self.people[id_], entry) if id_ in self.people else entry


def add_tables(into: Collected, paths: Iterable[str | Path], register: Register) -> int:
    """Adds the rows of CSV files; how many there were. Offices are taken first, then people, then terms, so that the
    files may come in any order. Raises RegisterError, which names the line, and then nothing may be kept."""
    tables = [(str(path), list(rows(path))) for path in paths]
    number = 0
    for kind in (_Offices, _People, _Terms):
        for path, found in tables:
            if found and kind.holds(found[0][1]):
                for line, row in found:
                    kind.add(into, row, register, f"{path}:{line}")
                    number += 1
    for path, found in tables:
        if found and not any(kind.holds(found[0][1]) for kind in (_Offices, _People, _Terms)):
            raise RegisterError(f"{path}: columns of no known table: {', '.join(found[0][1])}; see docs/register.md")
    return number


def add_term(into: Collected, row: Row, names: Iterable[str], register: Register) -> int:
    """Adds one term and further names of its holder. Raises RegisterError."""
    person = _Terms.add(into, row, register, row["person"])
    into.add_person(person, [*into.people[person]["names"], *names])
    return 1


class _Offices:
    """id, jurisdiction, kind, titles; single_seat, also."""

    @staticmethod
    def holds(row: Row) -> bool:
        """True if a row with these columns belongs to this table."""
        return {"id", "jurisdiction", "kind", "titles"} <= set(row)

    @staticmethod
    def add(into: Collected, row: Row, register: Register, where: str) -> None:
        """Takes one row. where: what an error names. Raises RegisterError."""
        id_, place = _needed(row, "id", where), _needed(row, "jurisdiction", where)
        if not (register.country(place) or register.organisation(place)):
            raise RegisterError(f"{where}: no country (ISO alpha-3) or organisation {place!r} in the register")
        titles = list(listed(_needed(row, "titles", where)))
        single = row.get("single_seat", "").lower()
        if single and single not in _YES | _NO:
            raise RegisterError(f"{where}: single_seat must be yes or no, not {single!r}")
        into.offices[id_] = {
            "id": id_,
            "jurisdiction": place,
            "kind": _needed(row, "kind", where),
            "single_seat": single not in _NO,
            "also": row.get("also", ""),
            "titles": titles,
        }


class _People:
    """name; id, names."""

    @staticmethod
    def holds(row: Row) -> bool:
        """True if a row with these columns belongs to this table."""
        return "name" in row and not {"office", "jurisdiction"} & set(row)

    @staticmethod
    def add(into: Collected, row: Row, register: Register, where: str) -> None:
        """Takes one row. where: what an error names. Raises RegisterError."""
        name = _needed(row, "name", where)
        into.add_person(row.get("id") or own_id(name), [name, *listed(row.get("names", ""))])


class _Terms:
    """person, office, start; end, as_of, title."""

    @staticmethod
    def holds(row: Row) -> bool:
        """True if a row with these columns belongs to this table."""
        return {"person", "office"} <= set(row)

    @staticmethod
    def add(into: Collected, row: Row, register: Register, where: str) -> str:
        """Takes one row; the holder's id. where: what an error names. Raises RegisterError."""
        office = _needed(row, "office", where)
        if office not in into.offices and register.office(office) is None:
            raise RegisterError(f"{where}: no office {office!r}; `legation register show` lists those of a country")
        start, end, as_of = (_date(row, column, where) for column in ("start", "end", "as_of"))
        if start and end and (date_point(start).first() or dt.date.min) > (date_point(end).last() or dt.date.max):
            raise RegisterError(f"{where}: the term ends ({end}) before it begins ({start})")
        person, names = _who(into, _needed(row, "person", where), office, register)
        into.add_person(person, names, [[office, start, end, as_of, row.get("title", "")]])
        return person


def _who(into: Collected, given: str, office: str, register: Register) -> tuple[str, list[str]]:
    """Id and names of the person that an id or a name means: one of the user's, one of the register who is of the
    office's country, or a new one."""
    if given in into.people or register.person(given):
        known = register.person(given)
        return given, [known.name] if known and given not in into.people else []
    own = own_id(given)
    if own in into.people:
        return own, []
    found = register.office(office)
    country = found.jurisdiction if found else into.offices[office]["jurisdiction"]
    same = [c.person for c in register.people_named(given, country=country) if given in c.person.names]
    return (same[0].id, [given]) if len(same) == 1 else (own, [given])


def own_id(name: str) -> str:
    """The id of a person whom only the user knows, made from the name; the same for the same spelling."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return f"x-own-{'-'.join(_LETTERS.findall(plain)) or 'nameless'}"


def _needed(row: Row, column: str, where: str) -> str:
    value = row.get(column, "")
    if not value:
        raise RegisterError(f"{where}: nothing in the column {column}")
    return value


def _date(row: Row, column: str, where: str) -> str:
    value = row.get(column, "")
    try:
        if value and not _DATE.fullmatch(value):
            raise ValueError("not of the form 2024, 2024-05 or 2024-05-31")
        date_point(value).first()
    except ValueError as problem:
        raise RegisterError(f"{where}: {column} {value!r}: {problem}") from None
    return value


# ---------------------------------------------------------------- Wikidata


def add_wikidata(into: Collected, path: str | Path, as_of: dt.date, register: Register) -> int:
    """Adds the rows of a Wikidata query result (SPARQL JSON or CSV; the query is in docs/register.md); how many there
    were. as_of: the day of the query, until when terms without an end are confirmed. Raises RegisterError."""
    results = list(_results(Path(path)))
    if not results:
        raise RegisterError(f"{path}: no rows")
    for where, row in results:
        _add_result(into, row, as_of, register, where)
    return len(results)


def _add_result(into: Collected, row: Row, as_of: dt.date, register: Register, where: str) -> None:
    item = _WIKIDATA_ITEM.match(_needed(row, "person", where))
    if item is None:
        raise RegisterError(f"{where}: {row['person']!r} is no item of Wikidata")
    place, kind = _needed(row, "iso3", where), _needed(row, "kind", where)
    if register.country(place) is None:
        raise RegisterError(f"{where}: no country {place!r} in the register")
    office = f"{place}-{kind}"
    if register.office(office) is None and office not in into.offices:
        title = kind.replace("_", " ")
        into.offices[office] = {
            "id": office, "jurisdiction": place, "kind": kind, "single_seat": True, "also": "", "titles": [title],
        }  # fmt: skip
    start, end = (_wikidata_date(row.get(column, "")) for column in ("start", "end"))
    term = [office, start, end, "" if end else as_of.isoformat(), row.get("title", "")]
    into.add_person(item[1], [_needed(row, "personLabel", where), *listed(row.get("names", ""))], [term])


def _wikidata_date(value: str) -> str:
    """The day of "2019-03-20T00:00:00Z"; of "some value" and the like nothing."""
    found = _WIKIDATA_DATE.match(value)
    return found.group() if found else ""


def _results(path: Path) -> Iterator[tuple[str, Row]]:
    if path.suffix.lower() != ".json":
        yield from ((f"{path}:{line}", row) for line, row in rows(path))
        return
    try:
        bindings = json.loads(path.read_text(encoding="utf-8"))["results"]["bindings"]
        for number, binding in enumerate(bindings, 1):
            yield f"{path}#{number}", {name: str(cell["value"]) for name, cell in binding.items()}
    except OSError as problem:
        raise RegisterError(f"{path}: {problem.strerror}") from problem
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise RegisterError(f"{path}: no result of a SPARQL query in JSON") from problem
