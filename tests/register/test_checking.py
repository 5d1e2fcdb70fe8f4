"""What is doubtful in a register, and how much of the world it covers."""

from __future__ import annotations

from typing import Any

import pytest

from legation.register import load
from legation.register.checking import Cover, coverage, doubts
from legation.register.loading import from_json
from tests.register.cases import raw

LEAST_HEADS, LEAST_MINISTERS = 0.99, 0.90


def covers() -> dict[str, Cover]:
    return {cover.label: cover for cover in coverage(load())}


def test_nearly_every_state_has_a_known_head_on_any_day_of_ten_years() -> None:
    cover = covers()["heads 2015 to 2024"]
    assert cover.least >= LEAST_HEADS
    assert cover.held >= LEAST_HEADS


def test_most_states_have_a_known_foreign_minister_on_any_day() -> None:
    assert covers()["foreign ministers 2021-07 to 2024"].least >= LEAST_MINISTERS


def test_gaps_are_told_with_their_share() -> None:
    gaps = dict(covers()["heads 2015 to 2024"].gaps)
    assert gaps["LBN head_of_state"] > 0.1, "the office was vacant for years"


def small(*tenures: list[str], jurisdiction: str = "KEN") -> list[tuple[str, str]]:
    """(what, told) of the doubts of a register of one single seat and these terms, each of another person."""
    office = {
        "id": "o",
        "jurisdiction": jurisdiction,
        "kind": "envoy",
        "single_seat": True,
        "also": "",
        "titles": ["X"],
    }
    people = [{"id": f"p{n}", "names": [f"P {n}"], "tenures": [["o", *t]]} for n, t in enumerate(tenures)]
    parts: dict[str, list[Any]] = {part: [] for part in raw()}
    kenya = [entry for entry in raw()["countries"] if entry["iso3"] == "KEN"]
    register = from_json(parts | {"countries": kenya, "offices": [office], "people": people})
    return [(doubt.what, doubt.told) for doubt in doubts(register)]


def test_two_people_in_one_seat_are_told() -> None:
    (doubt,) = small(["2020-01-01", "2021-05-01", "", ""], ["2021-03-01", "", "2022-01-01", ""])
    assert doubt == ("overlap", "P 0 (2020-01-01 to 2021-05-01) and P 1 (since 2021-03-01, seen 2022-01-01)")


@pytest.mark.parametrize(
    "tenures",
    [
        (["2020-01-01", "2021-05-01", "", ""], ["2021-05-01", "2022", "", ""]),
        (["2020", "2021", "", ""], ["2021", "2022", "", ""]),
        (["2020-01-01", "", "2021-01-01", ""], ["2021-03-01", "2022", "", ""]),
    ],
    ids=["handed over on a day", "some time in a year", "last seen before the next"],
)
def test_what_can_follow_one_another_is_no_overlap(tenures: tuple[list[str], ...]) -> None:
    assert small(*tenures) == []


def test_bad_dates_and_unknown_countries_are_told() -> None:
    assert small(["2021-02-30", "", "", ""]) == [("bad date", "day is out of range for month")]
    assert small(["2021", "2019", "", ""]) == [("bad date", "2021 to 2019")]
    assert small(jurisdiction="ZZZ") == [("unknown country", "ZZZ")]
