"""Stretches of the calendar: a day, a week, a quarter ... what TIMEX3 calls it, and the days it covers.

TIMEX3 values follow TimeML 1.2.1; weeks are those of ISO 8601.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from legation.model import DatePoint, Precision, When

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

# A year is unknown, not missing: month and day are kept in a leap year that stands for "any".
ANY_YEAR = 2000

_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS: dict[str, int] = {"day": 1, "week": 7, "weekend": 7}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTHS = {name: month for month, name in _SEASONS.items()}
_PRECISION: dict[str, Precision] = {"weekend": "range", "half": "range", "century": "range"}


def month_shifted(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, or that month's last day. OverflowError off the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is off the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar of one grain, known by its first day.

    year_known False: only month and day count (``first`` lies in a stand-in year).
    """

    grain: Grain
    first: dt.date
    year_known: bool = True

    @classmethod
    def around(cls, grain: Grain, day: dt.date) -> Period:
        """The period of this grain that holds the day. A winter belongs to the year in which it began."""
        if grain == "day":
            return cls(grain, day)
        if grain == "week":
            return cls(grain, day - dt.timedelta(days=day.weekday()))
        if grain == "weekend":
            return cls(grain, day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=5))
        if grain == "season":
            start = day.month // 3 * 3
            return cls(grain, dt.date(day.year, start, 1) if start else dt.date(day.year - 1, 12, 1))
        if grain in ("decade", "century"):
            size = _MONTHS[grain] // 12
            # Centuries run from year 1 on (the 20th is 1901 to 2000), decades from year 0.
            base = 1 if grain == "century" else 0
            return cls(grain, dt.date(max(1, (day.year - base) // size * size + base), 1, 1))
        size = _MONTHS[grain]
        return cls(grain, dt.date(day.year, (day.month - 1) // size * size + 1, 1))

    @property
    def last(self) -> dt.date:
        """The last day of it."""
        if self.grain == "weekend":
            return self.first + dt.timedelta(days=1)
        if self.grain in _DAYS:
            return self.first + dt.timedelta(days=_DAYS[self.grain] - 1)
        return month_shifted(self.first, _MONTHS[self.grain]) - dt.timedelta(days=1)

    def shifted(self, count: int) -> Period:
        """So many periods of the same grain on (back if negative). OverflowError if that is off the calendar.

        With the year open, a step across the end of February cannot be taken (29 days or 28?): ValueError.
        """
        if self.grain in _DAYS:
            moved = self.first + dt.timedelta(days=_DAYS[self.grain] * count)
            if not self.year_known and self._crosses_february(moved):
                raise ValueError("the year decides whether there is a 29 February")
        else:
            moved = month_shifted(self.first, _MONTHS[self.grain] * count)
        if not self.year_known:
            moved = moved.replace(year=ANY_YEAR)
        return Period(self.grain, moved, self.year_known)

    def _crosses_february(self, other: dt.date) -> bool:
        low, high = sorted((self.first, other))
        return any(low < dt.date(year, 3, 1) <= high for year in (low.year, high.year))

    def moved_by(self, count: int, grain: Grain) -> Period:
        """So many steps of another grain on; a day plus two weeks is a day, a quarter less a year a quarter."""
        if grain in _DAYS and self.grain == "day":
            return self.shifted(_DAYS[grain] * count)
        if grain in _MONTHS and self.year_known:
            return Period.around(self.grain, month_shifted(self.first, _MONTHS[grain] * count))
        return Period.around(grain, self.first).shifted(count)

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2024-11-27, 2024-W48, 2024-W48-WE, 2024-11, 2024-Q4, 2024-H2, 2024-FA, 2024, 202, 20."""
        year = f"{self.first.year:04d}" if self.year_known else "XXXX"
        match self.grain:
            case "day":
                return f"{year}-{self.first.month:02d}-{self.first.day:02d}"
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
            case "month":
                return f"{year}-{self.first.month:02d}"
            case "quarter":
                return f"{year}-Q{(self.first.month + 2) // 3}"
            case "half":
                return f"{year}-H{1 if self.first.month < 7 else 2}"
            case "season":
                return f"{year}-{_SEASONS[self.first.month]}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]

    def when(self, reason: str) -> When:
        """The interval, with how it is known."""
        precision = _PRECISION.get(self.grain) or self.grain
        start, end = DatePoint.of(self.first), DatePoint.of(self.last)
        if self.grain == "year":
            start = end = DatePoint(self.first.year)
        elif self.grain == "month":
            start = end = DatePoint(self.first.year, self.first.month)
        if not self.year_known:
            start = DatePoint(None, start.month, start.day)
            end = DatePoint(None, end.month, end.day)
        return When(start, end, precision, reason, approximate=self.grain == "season")  # type: ignore[arg-type]


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The first, second ... Monday (1) to Sunday (7) of a month; which -1: the last."""
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
