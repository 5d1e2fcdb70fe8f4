"""The register of the package, from its data file."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from legation.model import DatePoint
from legation.register.facts import City, Country, Office, Organisation, Person, Tenure
from legation.register.own import Parts, edition, merged, own_file, read_own
from legation.register.register import Register


@cache
def load() -> Register:
    """The register that ships with legation and over it the user's own, loaded once. Raises RegisterError if the
    user's own is damaged."""
    own = read_own(own_file())
    return from_json(merged(shipped(), own), edition(own))


def shipped() -> Parts:
    """The parts of the register that ships with legation."""
    data = resources.files("legation.register") / "data" / "register.json"
    parts: Parts = json.loads(data.read_text(encoding="utf-8"))
    return parts


def from_json(raw: dict[str, list[Any]], edition: str = "") -> Register:
    """A register from the parts of ``data/register.json`` (countries, organisations, offices, people, cities)."""
    return Register(
        countries=[_country(entry) for entry in raw["countries"]],
        organisations=[_organisation(entry) for entry in raw["organisations"]],
        offices=[_office(entry) for entry in raw["offices"]],
        people=[_person(entry) for entry in raw["people"]],
        tenures=[_tenure(entry["id"], *fields) for entry in raw["people"] for fields in entry["tenures"]],
        cities=[City(name, country, tuple(spellings)) for name, country, *spellings in raw["cities"]],
        edition=edition,
    )


def date_point(iso: str) -> DatePoint:
    """A date of day, month or year precision from "2024-12-12", "2024-12", "2024" or ""."""
    parts = [int(part) for part in iso.split("-")] if iso else []
    return DatePoint(*parts)


def _country(entry: dict[str, Any]) -> Country:
    names, adjectives, nouns, capitals, seats = (
        tuple(entry[part]) for part in ("names", "adjectives", "nouns", "capitals", "seats")
    )
    un_member = entry.get("un", False)
    return Country(entry["iso3"], entry["iso2"], entry["name"], names, adjectives, nouns, capitals, seats, un_member)


def _organisation(entry: dict[str, Any]) -> Organisation:
    return Organisation(
        entry["id"], entry["name"], tuple(entry["names"]), entry["kind"], entry["country"], tuple(entry["members"])
    )


def _office(entry: dict[str, Any]) -> Office:
    return Office(
        entry["id"],
        entry["jurisdiction"],
        entry["kind"],
        entry["single_seat"],
        entry["also"],
        tuple(entry["titles"]),
    )


def _person(entry: dict[str, Any]) -> Person:
    return Person(entry["id"], entry["names"][0], tuple(entry["names"]), tuple(entry.get("unsourced", ())))


def _tenure(person: str, office: str, start: str, end: str, as_of: str, title: str, *flags: str) -> Tenure:
    points = (date_point(start), date_point(end), date_point(as_of))
    return Tenure(person, office, *points, title, "unsourced" in flags)
