"""Dates of the corpus: EDTF (ISO 8601-2) for events and intervals, TIMEX3 values for time expressions."""

from __future__ import annotations

import datetime as dt
import re

from legation.model import UNKNOWN, DatePoint, Precision, When
from training.corpus.vocabulary import REFERENCES

_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-(Q[1-4]|H[12])")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"\d\d")
_TIME = re.compile(r"T(?:\d\d(?::\d\d(?::\d\d)?)?|MO|MI|AF|EV|NI|DT)")
_PERIOD = re.compile(r"P(?=.)(?:[\dX.]+[YMWD])*(?:[\dX.]+(?:DE|CE|WE|Q))?(?:T(?:[\dX.]+[HMS])+)?")
# The months in which a season begins, northern half.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def when_of(value: str) -> When | None:
    """The date meant by EDTF (2024-12-12, 2024-12, 2024, XXXX-12-12, A/B, a trailing ~); None if it is not EDTF."""
    bare = value.removesuffix("~")
    parts = bare.split("/")
    points = [_point(part) for part in parts]
    if not 1 <= len(points) <= 2 or any(point is None for point in points):
        return None
    start, end = points[0], points[-1]
    assert start is not None and end is not None
    if start.first() and end.last() and start.first() > end.last():  # type: ignore[operator]
        return None
    return When(start, end, "range" if len(parts) == 2 else _precision(start), approximate=value.endswith("~"))


def interval_of(value: str) -> When | None:
    """The interval that a TIMEX3 value of a date means; None for durations, references, and what is no value."""
    if value in REFERENCES or value.startswith("P"):
        return None
    day = re.sub(r"T.*", "", value)
    return _week(day) or _part_of_year(day) or _decade(day) or when_of(day)


def timex_type(value: str) -> str | None:
    """The TIMEX3 type that the value tells (DATE, TIME, DURATION); None if it is no value."""
    if value in REFERENCES:
        return "DATE"
    if _PERIOD.fullmatch(value):
        return "DURATION"
    day, sign, time = value.partition("T")
    if sign:
        return "TIME" if _TIME.fullmatch("T" + time) and (not day or interval_of(day)) else None
    return "DATE" if interval_of(day) or _CENTURY.fullmatch(day) else None


def shifted(value: str, days: int) -> str | None:
    """A value of day grain, or an interval of days, moved by so many days; None for any other grain."""
    moved = []
    for part in value.split("/"):
        day, sign, time = part.partition("T")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            return None
        moved.append((dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat() + sign + time)
    return "/".join(moved)


def _point(value: str) -> DatePoint | None:
    found = _POINT.fullmatch(value)
    if found is None:
        return None
    year, month, day = found.groups()
    point = DatePoint(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)
    if point == DatePoint() or (point.day is not None and point.month is None):
        return None
    try:
        # A leap year stands in where the year is open, so that 29 February is a day.
        dt.date(point.year or 2024, point.month or 1, point.day or 1)
    except ValueError:
        return None
    return point


def _precision(point: DatePoint) -> Precision:
    return "day" if point.day else "month" if point.month else "year"


def _week(value: str) -> When | None:
    found = _WEEK.fullmatch(value)
    if found is None:
        return None
    try:
        monday = dt.date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
    except ValueError:
        return None
    first = monday + dt.timedelta(days=5 if found.group(3) else 0)
    return When.between(first, monday + dt.timedelta(days=6), "week")


def _part_of_year(value: str) -> When | None:
    if found := _QUARTER.fullmatch(value):
        year, name = int(found.group(1)), found.group(2)
        length = 3 if name[0] == "Q" else 6
        start = (int(name[1]) - 1) * length + 1
        return When(DatePoint(year, start), DatePoint(year, start + length - 1), "quarter" if length == 3 else "range")
    if found := _SEASON.fullmatch(value):
        start = _SEASONS[found.group(2)]
        begun = None if found.group(1) == "XXXX" else int(found.group(1))
        ended = begun + 1 if begun and start == 12 else begun
        return When(DatePoint(begun, start), DatePoint(ended, (start + 1) % 12 + 1), "season")
    return None


def _decade(value: str) -> When | None:
    found = _DECADE.fullmatch(value)
    if found is None:
        return None
    start = int(found.group(1)) * 10
    return When(DatePoint(start), DatePoint(start + 9), "decade")


def event_date(value: str | None) -> When:
    """The date of an event's line; unknown if the line has none or it is no EDTF."""
    return (when_of(value) if value else None) or UNKNOWN
