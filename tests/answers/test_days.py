"""Days as people give them on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from legation.answers.days import exact_day, first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-12-12", "2024-12-12", "2024-12-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        (" 2024-3-5 ", "2024-03-05", "2024-03-05"),
    ],
)
def test_a_month_or_a_year_is_all_of_its_days(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("text", ["yesterday", "12.12.2024", "", "2024-12-12T10:00", "24-12-12"])
def test_what_is_no_iso_date_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        first_day(text)


@pytest.mark.parametrize("text", ["2023-02-29", "2024-13", "2024-00-10", "0000"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        last_day(text)


def test_where_one_day_is_meant_a_month_will_not_do() -> None:
    assert exact_day("2024-12-12") == dt.date(2024, 12, 12)
    with pytest.raises(ValueError, match="is not a day"):
        exact_day("2024-12")
