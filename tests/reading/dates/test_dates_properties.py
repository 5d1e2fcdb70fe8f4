"""What holds for every text and every day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model import Span
from legation.reading.dates import dateline_date, find_timexes
from legation.reading.dates.periods import Period, easter, nth_weekday

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))
WORDS = """
January February 29 30 31 May Tuesday last next this the a two week weeks quarter year ago earlier later before after
day eve of morning 10 p.m. 2024 1999 -2001 first third and to - , . / 0 99 9999 00:00 13/13/13 every million hundred
thousand years decade century half fiscal until between from now 2/29/2023 Easter winter summer ' \u2019s
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", ""])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), st.sampled_from(["past", "present", "future", None]))
def test_any_text_gives_sorted_separate_spans_inside_it(
    text: str, published: dt.date | None, tense: str | None
) -> None:
    half = len(text) // 2
    passages = [Span(0, half), Span(half, len(text))]
    timexes = find_timexes(text, passages, published, tense=lambda span: tense)
    end = 0
    for timex in timexes:
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert any(p.covers(timex.span) for p in passages)
        assert all(timex.span.covers(p.span) for p in timex.parts)
        assert timex.value
        if timex.when and timex.when.interval:
            assert timex.when.interval[0] <= timex.when.interval[1]
            assert timex.when.reason
        end = timex.span.end
    find_timexes(text, passages, published)
    dateline_date(text, Span(0, len(text)))


@settings(max_examples=200, deadline=None)
@given(DAYS, st.one_of(st.none(), DAYS))
def test_every_day_written_in_full_is_itself(day: dt.date, published: dt.date | None) -> None:
    forms = [
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    ]
    for form in forms:
        text = f"They met on {form} in the capital."
        timexes = find_timexes(text, [Span(0, len(text))], published)
        assert [t.value for t in timexes] == [day.isoformat()], form
        assert timexes[0].when is not None and timexes[0].when.interval == (day, day)


@given(DAYS, st.integers(1, 300))
def test_a_past_day_without_its_year_is_found_again_within_the_year(day: dt.date, later: int) -> None:
    text = f"They met on {day:%B} {day.day}."
    (timex,) = find_timexes(text, [Span(0, len(text))], day + dt.timedelta(days=later), tense=lambda span: "past")
    assert timex.value == day.isoformat()


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_is_of_the_last_seven_days(day: dt.date, later: int) -> None:
    text = f"They met on {day:%A}."
    (timex,) = find_timexes(text, [Span(0, len(text))], day + dt.timedelta(days=later), tense=lambda span: "past")
    assert timex.value == day.isoformat()


@given(DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade"]))
def test_periods_follow_each_other_without_gap(day: dt.date, grain: str) -> None:
    period = Period.around(grain, day)  # type: ignore[arg-type]
    if grain != "weekend":
        assert period.first <= day <= period.last
        assert period.shifted(1).first == period.last + dt.timedelta(days=1)
    assert period.shifted(5).shifted(-5) == period


def test_easter_and_the_last_monday() -> None:
    assert [easter(y) for y in (2000, 2024, 2025)] == [dt.date(2000, 4, 23), dt.date(2024, 3, 31), dt.date(2025, 4, 20)]
    assert nth_weekday(2024, 5, 1, -1) == dt.date(2024, 5, 27)
    assert nth_weekday(2024, 11, 4, 4) == dt.date(2024, 11, 28)
