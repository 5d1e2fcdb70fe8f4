"""What a time expression is read against, and what comes of the reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from legation.model import DatePoint, Span, When
from legation.reading.dates.periods import Grain, Period

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class YearHint:
    """A year that the rest of the report gives to a date without one, and why."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class PairedDay:
    """A day of the calendar that a report without a date of publication names with its day of the week (1 Monday)."""

    period: Period
    weekday: int


@dataclass(frozen=True, slots=True)
class Context:
    """published: the publication date. tense: "past", "present", "future" or None, of the clause around the expression.

    met: periods met so far in the report, the latest last. hint: the year of a partial date, inferred elsewhere.
    beside: the expression follows another at once, with a comma between ("July 9, the day before the summit").
    topic: for the first day of a paragraph, the day that opened the last paragraph which names one; opening: the
    first day that the report names; heading: the topic, if it stands alone as a heading over what follows.
    paired: a day that the report names with its day of the week.
    """

    published: dt.date | None
    tense: str | None = None
    met: tuple[Period, ...] = ()
    hint: YearHint | None = None
    beside: bool = False
    topic: Period | None = None
    opening: Period | None = None
    heading: Period | None = None
    paired: PairedDay | None = None

    def latest(self, *grains: Grain) -> Period | None:
        """The period met last, of one of these grains if any are given."""
        return next((p for p in reversed(self.met) if not grains or p.grain in grains), None)

    @property
    def today(self) -> Period | None:
        """The day of publication, if it is known."""
        return Period("day", self.published) if self.published else None

    @property
    def story_day(self) -> Period | None:
        """The day the story is at: the one met last, else the day of publication.

        What is told as past does not lie after publication, so days to come that were named since do not count for it.
        """
        days = (p for p in reversed(self.met) if p.grain == "day")
        if self.published is None or self.tense != "past":
            return next(days, None) or self.today
        slack = self.published + dt.timedelta(days=1)
        return next((p for p in days if p.first <= slack), None) or self.today


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression means. period: the stretch it names, for later expressions to refer to.

    parts: the single expressions of a joined one, each with its own words. joined False: the parts are
    separate dates that only share a month or a year ("May 3 and 8").
    """

    type: TimexType
    value: str
    when: When | None = None
    mod: str | None = None
    period: Period | None = None
    parts: tuple[tuple[Span, Resolution], ...] = ()
    joined: bool = True


def dated(period: Period, reason: str, mod: str | None = None) -> Resolution:
    """A DATE that names a period."""
    return Resolution("DATE", period.value, period.when(reason), mod, period)


def nowhere(value: str, reason: str) -> Resolution:
    """A DATE that nothing places: its TIMEX3 value has X for what is unknown."""
    return Resolution("DATE", value, When(DatePoint(), DatePoint(), "unknown", reason))


def at_time(day: Period | None, time: str, reason: str) -> Resolution:
    """A TIME: a day with a part of the day ("MO") or a clock time ("22:00"); without a day only the time is known."""
    if day is None:
        return Resolution(
            "TIME", f"XXXX-XX-XXT{time}", When(DatePoint(), DatePoint(), "unknown", "the day is not stated")
        )
    return Resolution("TIME", f"{day.value}T{time}", day.when(reason), None, day)


def timed(day: Resolution, time: str) -> Resolution:
    """A TIME of a DATE, whatever is known of that."""
    return replace(day, type="TIME", value=f"{day.value}T{time}")


def length(value: str, mod: str | None = None) -> Resolution:
    """A DURATION."""
    return Resolution("DURATION", value, None, mod)
