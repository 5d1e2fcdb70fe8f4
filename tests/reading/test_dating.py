"""Whether two dates can be of one day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model import UNKNOWN, DatePoint, When
from legation.reading.engagements.dating import overlap
from tests.register.cases import case


def when(edtf: str) -> When:
    """A date from "2024-06-12", "2024-06", "XXXX-06-12", or two of them parted by a slash; "" is unknown."""
    if not edtf:
        return UNKNOWN
    first, _, last = edtf.partition("/")
    return When(point(first), point(last or first), "range" if last else "day")


def point(edtf: str) -> DatePoint:
    return DatePoint(*(None if part == "XXXX" else int(part) for part in edtf.split("-")))


@pytest.mark.parametrize(
    ("one", "other", "slack"),
    [
        case("the same day", "2024-06-12", "2024-06-12", 0),
        case("a day of the month", "2024-06-12", "2024-06", 0),
        case("ranges that share a day", "2024-06-10/2024-06-12", "2024-06-12/2024-06-14", 0),
        case("the next day, with a day of slack", "2024-06-12", "2024-06-13", 1),
        case("an unknown date fits any", "", "2024-06-12", 0),
        case("two unknown ones", "", "", 0),
        case("an open year and the same day", "XXXX-06-12", "2024-06-12", 0),
        case("two open years", "XXXX-06-12", "XXXX-06-12", 0),
        case("an open year within a month", "XXXX-06-12", "2024-06", 0),
        case("an open leap day", "XXXX-02-29", "2024-02-29", 0),
    ],
)
def test_two_dates_can_be_one(one: str, other: str, slack: int) -> None:
    assert overlap(when(one), when(other), slack)
    assert overlap(when(other), when(one), slack)


@pytest.mark.parametrize(
    ("one", "other", "slack"),
    [
        case("two days", "2024-06-12", "2024-06-13", 0),
        case("two months", "2024-06", "2024-07-01", 0),
        case("the same day of two years", "2024-06-12", "2023-06-12", 0),
        case("more than the slack", "2024-06-12", "2024-06-14", 1),
        case("an open year and another day", "XXXX-06-12", "2024-06-13", 0),
        case("two open years and two days", "XXXX-06-12", "XXXX-06-13", 0),
        case("an open leap day in a common year", "XXXX-02-29", "2023-02-28", 0),
    ],
)
def test_two_dates_cannot_be_one(one: str, other: str, slack: int) -> None:
    assert not overlap(when(one), when(other), slack)
    assert not overlap(when(other), when(one), slack)


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))
POINTS = DAYS.map(DatePoint.of) | DAYS.map(lambda d: DatePoint(None, d.month, d.day))
WHENS = st.just(UNKNOWN) | POINTS.map(lambda p: When(p, p, "day"))


@settings(deadline=None)
@given(WHENS, WHENS, st.integers(0, 3))
def test_it_does_not_matter_which_date_comes_first(one: When, other: When, slack: int) -> None:
    assert overlap(one, other, slack) == overlap(other, one, slack)


@settings(deadline=None)
@given(WHENS, WHENS)
def test_slack_never_parts_two_dates(one: When, other: When) -> None:
    assert overlap(one, one)
    if overlap(one, other):
        assert overlap(one, other, 1)
