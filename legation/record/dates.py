"""Comparing, filling and indexing dates that may lack their year, their day, or everything."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import get_args

from legation.model import DatePoint, Precision, When

_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_PRECISIONS: dict[str, Precision] = {name: name for name in get_args(Precision)}

# A part of a whole (talks in a visit) is looked for this near the whole when its year is filled in.
_SAME_WHOLE_DAYS = 45
# Longer intervals are kept in one bucket instead of one a month.
_MONTHS_INDEXED = 14


@lru_cache(maxsize=4096)
def point(text: str | None) -> DatePoint:
    """The DatePoint of an EDTF point ("2024-12", "XXXX-12-12", ""); the inverse of ``DatePoint.edtf``."""
    found = _POINT.fullmatch(text or "")
    if not found:
        return DatePoint()
    year, month, day = found.groups()
    return DatePoint(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)


def precision(name: str) -> Precision:
    """The precision of that name; "unknown" for any other word."""
    return _PRECISIONS.get(name, "unknown")


def is_unknown(when: When) -> bool:
    """True if nothing at all is known of the date."""
    return not when.year_open and when.interval is None


def length(when: When) -> int:
    """Days from first to last; a date with an open year is measured within one year, an unknown one is endless."""
    if is_unknown(when):
        return 10**6
    interval = _in_some_year(when) if when.year_open else when.interval
    return (interval[1] - interval[0]).days + 1 if interval else 10**6


def overlap(a: When, b: When) -> bool:
    """True if the two can be the same time; an open year can be any year, an unknown date any time."""
    if is_unknown(a) or is_unknown(b):
        return True
    if a.year_open and b.year_open:
        return _year_free_overlap(a, b)
    if a.year_open:
        return year_from(a, b) is not None
    if b.year_open:
        return year_from(b, a) is not None
    return _touch(a.interval, b.interval)


def same(a: When, b: When) -> bool:
    """True if both name the same days (or the same days of an open year)."""
    return (a.start, a.end) == (b.start, b.end)


def nested(a: When, b: When) -> bool:
    """True if one of two dated intervals lies inside the other; so that they do not disagree."""
    if a.interval is None or b.interval is None:
        return True
    (a1, a2), (b1, b2) = a.interval, b.interval
    return (a1 <= b1 and b2 <= a2) or (b1 <= a1 and a2 <= b2)


def year_from(open_date: When, dated: When) -> int | None:
    """The year in which a date without a year falls into a dated interval; None if none or several would do."""
    if dated.interval is None:
        return None
    first, last = dated.interval
    if last.year - first.year > 2:
        return None
    years = [
        year
        for year in range(first.year - 1, last.year + 1)
        if (filled := in_year(open_date, year, "")) and _touch(filled.interval, dated.interval)
    ]
    return years[0] if len(years) == 1 else None


def year_beside(open_date: When, whole: When) -> int | None:
    """The year that puts a date without a year nearest to the whole it belongs to; None if none comes near."""
    if whole.interval is None:
        return None
    around = range(whole.interval[0].year - 1, whole.interval[1].year + 2)
    filled = [(year, in_year(open_date, year, "")) for year in around]
    gaps = [(days_apart(when, whole), year) for year, when in filled if when is not None]
    gap, year = min(gaps, default=(_SAME_WHOLE_DAYS + 1, 0))
    return year if gap <= _SAME_WHOLE_DAYS else None


@lru_cache(maxsize=4096)
def in_year(when: When, year: int, reason: str) -> When | None:
    """The date with its open year filled; None if that year has no such day."""
    try:
        return when.with_year(year, reason)
    except ValueError:
        return None


def days_apart(a: When, b: When) -> int:
    """Days between two dated intervals, 0 if they touch; very many if one is not dated."""
    if a.interval is None or b.interval is None:
        return 10**6
    return max(0, (b.interval[0] - a.interval[1]).days, (a.interval[0] - b.interval[1]).days)


def same_month_day(a: When, b: When) -> bool:
    """True if both start on the same day of the same month, whatever the year."""
    return a.start.day is not None and (a.start.month, a.start.day) == (b.start.month, b.start.day)


def best(dates: Iterable[When], *, whole: bool) -> int | None:
    """Index of the date to show for an event: the most precise, the first of equals; None if there are none.

    whole: for a visit or a summit a stretch of a few days says more than one of its days.
    """
    ranked = [(_rank(when, whole), i) for i, when in enumerate(dates)]
    return min(ranked)[1] if ranked else None


def _rank(when: When, whole: bool) -> tuple[int, int, int]:
    days = length(when)
    undated = 2 if is_unknown(when) else int(when.year_open)
    if whole and days <= 14:
        return undated, int(when.approximate), -days
    return undated, int(when.approximate), days


def buckets(when: When, published: Iterable[dt.date | None]) -> frozenset[str]:
    """The names under which an event of this date is filed, so that a telling of the same date finds it."""
    names = {f"told-{_month(day)}" for day in published}
    if is_unknown(when):
        return frozenset(names | {f"undated-{_month(day)}" for day in published})
    if when.year_open:
        months = _months(_in_some_year(when))
        return frozenset(names | {f"{kind}-{m[5:]}" for m in months for kind in ("any", "open")})
    months = _months(when.interval)
    if len(months) > _MONTHS_INDEXED:
        return frozenset(names | {"wide"})
    return frozenset(names | set(months) | {f"any-{m[5:]}" for m in months})


def probes(when: When, published: dt.date | None) -> frozenset[str]:
    """The buckets in which events that may have this date are found; see ``buckets``."""
    near = _near_months(published)
    if is_unknown(when):
        return frozenset(f"told-{month}" for month in near)
    undated = {f"undated-{month}" for month in near} | {"wide"}
    if when.year_open:
        return frozenset(undated | {f"any-{m[5:]}" for m in _months(_in_some_year(when))})
    months = _months(when.interval)
    if len(months) > _MONTHS_INDEXED:
        return frozenset(f"told-{month}" for month in near) | {"wide"}
    return frozenset(undated | set(months) | {f"open-{m[5:]}" for m in months})


def _near_months(published: dt.date | None) -> set[str]:
    """Months within two weeks of the publication; and the unknown month, which may be any."""
    if published is None:
        return {"unknown"}
    return {_month(published + dt.timedelta(days=days)) for days in (-15, 0, 15)} | {"unknown"}


def _month(day: dt.date | None) -> str:
    return f"{day.year:04d}-{day.month:02d}" if day else "unknown"


def _months(interval: tuple[dt.date, dt.date] | None) -> list[str]:
    """All months of the interval, but no more than are needed to see that it is long."""
    if interval is None:
        return []
    day, last = interval[0].replace(day=1), interval[1]
    months: list[str] = []
    while day <= last and len(months) <= _MONTHS_INDEXED:
        months.append(_month(day))
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return months


def _in_some_year(when: When) -> tuple[dt.date, dt.date] | None:
    """The interval in a leap year, so that 29 February has a place."""
    filled = in_year(when, 2000, "")
    return filled.interval if filled else None


def _year_free_overlap(a: When, b: When) -> bool:
    left = in_year(a, 2000, "")
    rights = [in_year(b, year, "") for year in (1999, 2000, 2001)]
    return left is not None and any(_touch(left.interval, right.interval) for right in rights if right)


def _touch(a: tuple[dt.date, dt.date] | None, b: tuple[dt.date, dt.date] | None) -> bool:
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]
