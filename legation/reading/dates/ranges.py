"""Resolves joined expressions: "November 27 and 28", "October 26-November 5", "2025-2027", "Monday to Friday".

What is joined by "to" or a dash, or follows day on day, is one stretch; "May 3 and 8" is two days that share a month.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

from legation.model import Span, When
from legation.reading.dates import placing, words
from legation.reading.dates.calendar_dates import day_of, given_year, month_day, stated
from legation.reading.dates.context import Context, Resolution, YearHint, dated, nowhere
from legation.reading.dates.periods import Period
from legation.reading.dates.recogniser import Found

_TO = re.compile(r"[-\u2013\u2014/]|\b(?:to|through|till|until)\b", re.IGNORECASE)


def days(found: Found, ctx: Context) -> Resolution | None:
    """Days of one month."""
    month = words.look_up("months", found.get("month"))
    year = given_year(found, ctx)
    names = [name for name in ("day", "day2", "day3") if name in found.groups]
    numbers = [words.ordinal(found.groups[name]) for name in names]
    if numbers != sorted(set(numbers)):
        return None
    first = day_of(month, numbers[0], year, ctx)
    shared = ctx if first.period is None or not first.period.year_known else replace(ctx, hint=_hint_of(first))
    rest = [day_of(month, number, year, shared) for number in numbers[1:]]
    return _together(found, [first, *rest], _cut(found, names))


def _hint_of(resolution: Resolution) -> YearHint:
    assert resolution.period is not None and resolution.when is not None
    return YearHint(resolution.period.first.year, resolution.when.reason)


def day_span(found: Found, ctx: Context) -> Resolution | None:
    """Days of two months; a year at the end holds for both unless the first lies late in the year before."""
    months = words.look_up("months", found.get("month")), words.look_up("months", found.get("month2"))
    numbers = words.ordinal(found.get("day")), words.ordinal(found.get("day3"))
    is_range = _is_range(found)
    end_year = words.year(found.get("year2")) if found.get("year2") else None
    year = words.year(found.get("year")) if found.get("year") else end_year
    wraps = (months[0], numbers[0]) > (months[1], numbers[1])
    if not found.get("year") and year is not None and wraps and is_range:
        year -= 1
    first = day_of(months[0], numbers[0], year, ctx)
    assert first.period is not None
    if end_year is None and first.period.year_known:
        end_year = first.period.first.year + (1 if wraps and is_range else 0)
    last = day_of(months[1], numbers[1], end_year, ctx)
    if first.when and last.when and not found.get("year2"):
        last = replace(last, when=replace(last.when, reason=first.when.reason))
    return _together(
        found,
        [first, last],
        _cut(found, ["day", "month2" if found.places["month2"] < found.places["day3"] else "day3"]),
    )


def month_days(found: Found, ctx: Context) -> Resolution | None:
    """Days of a month that is not named: "from the 17th to the 21st", "the 18th and 19th of this month"."""
    first = month_day(found, ctx).period
    numbers = [words.ordinal(found.get(name)) for name in ("day", "day2")]
    if first is None or numbers[0] >= numbers[1]:
        return None
    last = Period("day", first.first.replace(day=numbers[1]), first.year_known)
    reason = f"days of the month of {first.value}"
    return _together(found, [dated(first, reason), dated(last, reason)], _cut(found, ["day", "day2"]))


def months(found: Found, ctx: Context) -> Resolution | None:
    """Two months: "June and July", "December 2024 - February 2025"."""
    numbers = words.look_up("months", found.get("month")), words.look_up("months", found.get("month2"))
    end_year = (
        words.year(found.get("year2"))
        if found.get("year2")
        else (given_year(found, ctx) if found.get("relyear") else None)
    )
    year = words.year(found.get("year")) if found.get("year") else end_year
    if year is not None and not found.get("year") and numbers[0] > numbers[1]:
        year -= 1
    if year is None and ctx.tense not in ("past", "future"):
        year = _year_by_the_end(numbers, ctx)
    first = _month_of(numbers[0], year, ctx, found.get("month"))
    assert first.period is not None
    if end_year is None and first.period.year_known:
        end_year = first.period.first.year + (1 if numbers[0] > numbers[1] else 0)
    last = _month_of(numbers[1], end_year, ctx, found.get("month2"))
    return _together(found, [first, last], _cut(found, ["month", "month2"]))


def _year_by_the_end(numbers: tuple[int, int], ctx: Context) -> int | None:
    """The year of the first of two months, where no tense tells: that with the last one nearest to publication."""
    last, _ = placing.yearly(lambda y: dt.date(y, numbers[1], 1), "month", ctx, "months")
    return last.first.year - (1 if numbers[0] > numbers[1] else 0) if last.year_known else None


def _month_of(number: int, year: int | None, ctx: Context, name: str) -> Resolution:
    if year is not None:
        return dated(Period("month", dt.date(year, number, 1)), stated(f"{name} {year}"))
    return dated(*placing.yearly(lambda y: dt.date(y, number, 1), "month", ctx, name))


def years(found: Found, ctx: Context) -> Resolution | None:
    """ "2025-2027", "1995-98"."""
    first, text = words.year(found.get("year")), found.get("year2")
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if not first < last <= first + 100:
        return None
    parts = [dated(Period("year", dt.date(y, 1, 1)), stated(f"{first}-{last}")) for y in (first, last)]
    return _together(found, parts, _cut(found, ["year", "year2"]))


def weekdays(found: Found, ctx: Context) -> Resolution | None:
    """ "Monday and Tuesday", "from Wednesday to Friday"."""
    numbers = [int(words.look_up("weekdays", found.get(name))) for name in ("weekday", "weekday2")]
    first, last = (placing.weekday(number, None, ctx) for number in numbers)
    spans = _cut(found, ["weekday", "weekday2"])
    if first is None or last is None:
        parts = [nowhere(f"XXXX-WXX-{number}", "a weekday without a date to count from") for number in numbers]
        return Resolution(
            "DATE", parts[0].value, parts[0].when, parts=tuple(zip(spans, parts, strict=True)), joined=False
        )
    if last.first < first.first:
        ahead = ctx.tense == "future" or (
            ctx.tense != "past" and ctx.today is not None and first.first >= ctx.today.first
        )
        first, last = (first, last.shifted(7)) if ahead else (first.shifted(-7), last)
    reason = f"weekdays seen from publication ({ctx.published})"
    return _together(found, [dated(first, reason), dated(last, reason)], spans)


# ---------------------------------------------------------------- common to all


def _is_range(found: Found) -> bool:
    return "between" in found.groups or bool(_TO.search(found.get("joint")))


def _cut(found: Found, names: list[str]) -> list[Span]:
    """The words of each part: from its named piece to before the joint or comma that leads to the next."""
    starts = [found.span.start, *(found.places[name].start for name in names[1:])]
    ends = [found.places[name].end for name in names[:-1]]
    ends[-1] = found.places["joint"].start
    return [Span(s, e) for s, e in zip(starts, [*ends, found.span.end], strict=True)]


def _together(found: Found, parts: list[Resolution], spans: list[Span]) -> Resolution | None:
    periods = [p.period for p in parts if p.period]
    if len(periods) != len(parts) or (periods[0].first > periods[-1].first and periods[0].year_known):
        return None
    pairs = tuple(zip(spans, parts, strict=True))
    joined = _is_range(found) or _consecutive(periods)
    return _stretch(periods, parts, pairs, joined)


def _consecutive(periods: list[Period]) -> bool:
    return all(a.shifted(1) == b for a, b in pairwise(periods))


def _stretch(
    periods: list[Period], parts: list[Resolution], pairs: tuple[tuple[Span, Resolution], ...], joined: bool
) -> Resolution:
    first, last = parts[0].when, parts[-1].when
    assert first is not None and last is not None
    when = When(first.start, last.end, "range", first.reason)
    return Resolution("DATE", f"{periods[0].value}/{periods[-1].value}", when, None, periods[-1], pairs, joined)
