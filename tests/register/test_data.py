"""The register as it ships: quick to load, and sound."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from typing import Any

from legation.model import DatePoint
from legation.register import Tenure, load
from legation.register.loading import date_point, from_json
from tests.register.cases import raw

MOST_SECONDS = 0.15
_ISO = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def tenures() -> list[Tenure]:
    register = load()
    return [tenure for entry in raw()["people"] for tenure in register.tenures(entry["id"])]


def test_it_loads_at_once() -> None:
    """The best of three fresh processes, so that a busy machine does not decide; imports are not counted."""
    code = (
        "import time; from legation.register import load; start = time.perf_counter(); load(); "
        "print(time.perf_counter() - start)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < MOST_SECONDS


def test_it_is_loaded_once() -> None:
    assert load() is load()


def test_no_id_stands_for_two() -> None:
    for part, key in (("countries", "iso3"), ("organisations", "id"), ("offices", "id"), ("people", "id")):
        counted = Counter(entry[key] for entry in raw()[part])
        assert [id for id, times in counted.items() if times > 1] == []


def test_every_tenure_is_of_an_office_and_a_person_of_the_register() -> None:
    register = load()
    assert len(tenures()) > 5000
    for tenure in tenures():
        assert register.office(tenure.office) is not None, tenure
        assert register.person(tenure.person) is not None, tenure


def test_every_office_is_of_a_country_or_a_body_of_the_register() -> None:
    register = load()
    for entry in raw()["offices"]:
        assert register.country(entry["jurisdiction"]) or register.organisation(entry["jurisdiction"]), entry
        assert entry["titles"], entry


def test_every_city_and_every_body_of_one_state_lies_in_a_country_of_the_register() -> None:
    register = load()
    assert [city for city in raw()["cities"] if register.country(city[1]) is None] == []
    bodies = [entry for entry in raw()["organisations"] if entry["country"]]
    assert [entry for entry in bodies if register.country(entry["country"]) is None] == []


def test_every_date_of_a_tenure_is_a_day_a_month_or_a_year() -> None:
    for entry in raw()["people"]:
        for _, start, end, as_of, *_ in entry["tenures"]:
            for date in (start, end, as_of):
                assert _ISO.fullmatch(date), entry
                date_point(date).first()


def test_no_term_ends_before_it_begins() -> None:
    wrong = [t for t in tenures() if _after(t.start, t.end)]
    assert wrong == []


def _after(start: DatePoint, end: DatePoint) -> bool:
    first, last = start.first(), end.last()
    return bool(first and last and first > last)


def test_a_date_is_as_precise_as_it_is_written() -> None:
    written = ["2024-12-12", "2024-12", "2024", ""]
    assert [date_point(iso) for iso in written] == [
        DatePoint(2024, 12, 12),
        DatePoint(2024, 12),
        DatePoint(2024),
        DatePoint(),
    ]


def test_everybody_has_a_name_with_letters() -> None:
    assert [entry["id"] for entry in raw()["people"] if not all(_lettered(n) for n in entry["names"])] == []


def _lettered(name: str) -> bool:
    return any(c.isalpha() for c in name) and name == name.strip()


def test_a_register_can_be_made_of_the_parts_alone() -> None:
    parts: dict[str, list[Any]] = {part: [] for part in raw()}
    small = from_json(parts | {"countries": [e for e in raw()["countries"] if e["iso3"] == "KEN"]})
    assert [hit.id for hit in small.scan("Kenya and Norway")] == ["KEN"]
    assert small.people_named("William Ruto") == []
