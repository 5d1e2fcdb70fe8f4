"""What substitution draws from: the countries, cities, bodies and people of the register, and their sexes."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Sex = Literal["m", "f"]

REGNAL = re.compile(r" [IVX]+$")

RULES: dict[str, Any] = tomllib.loads((resources.files("training.corpus") / "substitution.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Land:
    """A country with all its words. cities: without the capital."""

    iso3: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    cities: tuple[str, ...]
    with_article: bool


@dataclass(frozen=True, slots=True)
class Body:
    """An international body. short: its abbreviation."""

    id: str
    name: str
    names: tuple[str, ...]
    short: str
    with_article: bool


@dataclass(frozen=True, slots=True)
class Human:
    """Someone of the register whose name has two words. surname: the one that stands alone in reports.

    regnal: a king or queen, "Charles III", who stands alone as "Charles".
    """

    id: str
    name: str
    surname: str
    sex: Sex | None
    regnal: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything to draw from; people by country."""

    lands: Mapping[str, Land]
    bodies: Mapping[str, Body]
    people: Mapping[str, Sequence[Human]]
    body_kinds: Mapping[str, str]


@cache
def stock() -> Stock:
    """The stock of the register that ships with legation, made once."""
    data = resources.files("legation.register") / "data" / "register.json"
    return from_json(json.loads(data.read_text(encoding="utf-8")))


def from_json(raw: Mapping[str, Any]) -> Stock:
    """The stock of a register's data."""
    cities: dict[str, list[str]] = {}
    for name, iso3, *_ in raw["cities"]:
        cities.setdefault(iso3, []).append(name)
    organisations = raw["organisations"]
    return Stock(
        lands={c["iso3"]: _land(c, cities.get(c["iso3"], [])) for c in raw["countries"]},
        bodies={o["id"]: body for o in organisations if (body := _body(o))},
        people=_people(raw["people"]),
        body_kinds={o["id"]: o["kind"] for o in organisations},
    )


def sex_of(name: str) -> Sex | None:
    """The sex that a full name's given name tells; None if it tells nothing."""
    given = name.split()[0].lower() if name else ""
    return _sexes().get(given)


@cache
def _sexes() -> Mapping[str, Sex]:
    data = resources.files("legation.reading") / "data" / "given_names.toml"
    lists = tomllib.loads(data.read_text(encoding="utf-8"))
    women: dict[str, Sex] = dict.fromkeys(lists["f"], "f")
    men: dict[str, Sex] = dict.fromkeys(lists["m"], "m")
    return {name: sex for name, sex in (women | men).items() if not (name in women and name in men)}


def _land(entry: Mapping[str, Any], cities: Sequence[str]) -> Land:
    capitals = tuple(entry["capitals"])
    return Land(
        iso3=entry["iso3"],
        names=tuple(sorted(dict.fromkeys(_bare(name) for name in (entry["name"], *entry["names"])), key=_short_form)),
        adjectives=tuple(entry["adjectives"]),
        nouns=tuple(entry["nouns"]),
        capitals=capitals,
        seats=tuple(_bare(seat) for seat in entry["seats"]),
        cities=tuple(city for city in cities if city not in capitals),
        with_article=entry["iso3"] in RULES["with_article"],
    )


def _short_form(name: str) -> bool:
    """True for "St. Kitts & Nevis", which reports write out; such names come last."""
    return "&" in name or "St" in re.split(r"\W+", name)


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _body(entry: Mapping[str, Any]) -> Body | None:
    """International bodies with an abbreviation; None for the others."""
    short = next((name for name in entry["names"] if name.isupper() and name.isalpha()), None)
    if entry["country"] or entry["kind"] != "igo" or short is None or entry["name"] == short:
        return None
    return Body(entry["id"], entry["name"], tuple(entry["names"]), short, entry["id"] not in RULES["bare_bodies"])


def _people(entries: Sequence[Mapping[str, Any]]) -> Mapping[str, Sequence[Human]]:
    found: dict[str, list[Human]] = {}
    for entry in entries:
        name = entry["names"][0]
        parts = name.split()
        if len(parts) != 2 or not all(part.isalpha() for part in parts):
            continue
        for country in dict.fromkeys(tenure[0].partition("-")[0] for tenure in entry["tenures"]):
            regnal = bool(REGNAL.search(name))
            surname = parts[0] if regnal or country in RULES["family_name_first"] else parts[1]
            found.setdefault(country, []).append(Human(entry["id"], name, surname, sex_of(name), regnal))
    return found
