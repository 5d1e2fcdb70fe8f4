"""Days as people give them: 2024, 2024-12 or 2024-12-12."""

from __future__ import annotations

import datetime as dt
import re

from legation.model import DatePoint

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def first_day(text: str) -> dt.date:
    """The first day of a year, a month or a day in ISO 8601. Raises ValueError with one clear line."""
    return _point(text)[0]


def last_day(text: str) -> dt.date:
    """The last day of a year, a month or a day in ISO 8601. Raises ValueError with one clear line."""
    return _point(text)[1]


def exact_day(text: str) -> dt.date:
    """The day of "2024-12-12". Raises ValueError with one clear line, also for a month or a year."""
    first, last = _point(text)
    if first != last:
        raise ValueError(f"{text!r} is not a day; give it as YYYY-MM-DD")
    return first


def _point(text: str) -> tuple[dt.date, dt.date]:
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a date; give it as YYYY, YYYY-MM or YYYY-MM-DD")
    parts = [int(part) for part in found.groups() if part]
    point = DatePoint(*parts)
    try:
        first, last = point.first(), point.last()
    except ValueError:
        first = last = None
    if first is None or last is None or 0 in parts:
        raise ValueError(f"there is no {text!r} in the calendar")
    return first, last
