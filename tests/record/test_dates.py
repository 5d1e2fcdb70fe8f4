"""Dates that may lack their year, their day, or everything: compared, filled, filed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import UNKNOWN, DatePoint, When
from legation.record import dates
from tests.record.building import date


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("2024-11-27", "2024-11-27", True),
        ("2024-11-27", "2024-11-28", False),
        ("2024-11-27", "2024-11", True),
        ("2024-11-26/2024-11-28", "2024-11-28/2024-11-30", True),
        ("2024-11-27", "XXXX-11-27", True),
        ("2024-11-27", "XXXX-11-28", False),
        ("XXXX-11-27", "XXXX-11-27", True),
        ("XXXX-11-27", "XXXX-11-28", False),
        ("XXXX-12-30/XXXX-01-02", "XXXX-01-01", True),
        ("XXXX-02-29", "2023-02-28", False),
        ("XXXX-02-29", "2024-02-29", True),
        ("", "2024-11-27", True),
        ("", "", True),
        ("XXXX-11-27", "2019-01-01/2024-12-31", False),
    ],
)
def test_two_dates_can_or_cannot_be_the_same(one: str, other: str, can: bool) -> None:
    assert dates.overlap(date(one), date(other)) is can
    assert dates.overlap(date(other), date(one)) is can


@pytest.mark.parametrize(
    ("without", "dated", "year"),
    [
        ("XXXX-12-12", "2024-12-12", 2024),
        ("XXXX-12-12", "2024-12", 2024),
        ("XXXX-12-31/XXXX-01-02", "2025-01-01", 2024),
        ("XXXX-12-12", "2024-12-13", None),
        ("XXXX-12-12", "2023-06-01/2025-06-01", None),
        ("XXXX-12-12", "XXXX-12-12", None),
        ("XXXX-12-12", "", None),
    ],
)
def test_the_year_is_taken_only_if_one_alone_fits(without: str, dated: str, year: int | None) -> None:
    assert dates.year_from(date(without), date(dated)) == year


@pytest.mark.parametrize(
    ("part", "whole", "year"),
    [
        ("XXXX-11-28", "2024-11-27", 2024),
        ("XXXX-01-02", "2024-12-30", 2025),
        ("XXXX-12-30", "2025-01-02", 2024),
        ("XXXX-06-01", "2024-12-30", None),
        ("XXXX-06-01", "", None),
    ],
)
def test_a_part_falls_near_its_whole(part: str, whole: str, year: int | None) -> None:
    assert dates.year_beside(date(part), date(whole)) == year


@pytest.mark.parametrize(
    ("given", "whole", "best"),
    [
        (["2024-11", "2024-11-27"], False, 1),
        (["", "XXXX-11-27", "2024-11"], False, 2),
        (["2024-11-27", "2024-11-27/2024-11-28"], False, 0),
        (["2024-11-27", "2024-11-27/2024-11-28"], True, 1),
        (["2024-11", "2024-11-27"], True, 1),
        (["2024-11-27", "2024-11-28"], False, 0),
        ([], False, None),
    ],
)
def test_the_most_precise_date_is_shown(given: list[str], whole: bool, best: int | None) -> None:
    assert dates.best([date(one) for one in given], whole=whole) == best


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024-11-27", "2024-11-26/2024-11-28", True),
        ("2024-11-26/2024-11-27", "2024-11-27/2024-11-28", False),
        ("XXXX-11-27", "2024-01-01", True),
    ],
)
def test_dates_that_lie_within_one_another_do_not_disagree(one: str, other: str, agree: bool) -> None:
    assert dates.nested(date(one), date(other)) is dates.nested(date(other), date(one)) is agree


points = st.builds(
    lambda day, year, month, keep: DatePoint(
        day.year if year else None, day.month if month else None, day.day if month and keep else None
    ),
    st.dates(min_value=dt.date(1000, 1, 1)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
days = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
whens = st.one_of(
    st.just(UNKNOWN),
    st.builds(When.day, days),
    st.builds(lambda day, n: When.between(day, day + dt.timedelta(days=n)), days, st.integers(0, 500)),
    st.builds(lambda day: date(f"XXXX-{day.month}-{day.day}"), days),
    st.builds(lambda day: date(f"{day.year}-{day.month}"), days),
)


@given(points)
def test_a_point_survives_storing(point: DatePoint) -> None:
    assert dates.point(point.edtf) == point


@pytest.mark.parametrize("text", ["", None, "about 2024", "2024-1-1", "24-01-01"])
def test_what_is_no_point_is_unknown(text: str | None) -> None:
    assert dates.point(text) == DatePoint()


def test_a_word_that_is_no_precision_is_unknown() -> None:
    assert dates.precision("quarter") == "quarter"
    assert dates.precision("fortnight") == "unknown"


@given(whens, whens, st.none() | days, st.none() | days)
def test_dates_that_can_be_the_same_are_filed_where_they_are_looked_for(
    one: When, other: When, first: dt.date | None, second: dt.date | None
) -> None:
    """Unknown dates are looked for only around the publication, and so are stretches longer than a year."""
    vague = any(dates.is_unknown(when) or dates.length(when) > 400 for when in (one, other))
    if dates.overlap(one, other) and not vague:
        assert dates.buckets(one, [first]) & dates.probes(other, second)


@given(whens, whens, days)
def test_unknown_dates_told_together_are_filed_where_they_are_looked_for(one: When, other: When, day: dt.date) -> None:
    if dates.is_unknown(one) or dates.is_unknown(other):
        assert dates.buckets(one, [day]) & dates.probes(other, day)


@given(whens, whens)
def test_overlapping_is_the_same_both_ways(one: When, other: When) -> None:
    assert dates.overlap(one, other) is dates.overlap(other, one)
