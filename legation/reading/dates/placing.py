"""Where an incomplete date lies: the year of "December 12", the week of "Friday". Pure calendar reasoning.

The publication date is the anchor and the tense of the clause the direction: what has happened is the latest
such date on or before publication, what is planned the next one. Without tense the nearest is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from legation.reading.dates.context import Context
from legation.reading.dates.periods import ANY_YEAR, SEASON_MONTHS, Period

# Reports carry the date of the desk, events that of the place: a day's difference is no contradiction.
_SLACK = dt.timedelta(days=1)
_NEARLY_A_YEAR = 300
_CLOSE = 95
_NEAR_DAYS = 3
# A day of the week lies ahead if it is no more days off, by the tense of its clause ("": none tells): who tells on a
# Thursday of the Friday before does so in the past.
_AHEAD = {"near": _NEAR_DAYS, "present": 2, "": 2}
# News is of the past more often than not.
_PAST_IS_NEARER = 0.8


def directed(options: list[Period], ctx: Context) -> Period | None:
    """The one of these periods, in time order, that tense and publication date point to; None if none fits."""
    published = ctx.published
    if published is None or not options:
        return None
    nearest = min(options, key=lambda p: _distance(p, published) * (_PAST_IS_NEARER if p.last < published else 1))
    past = [p for p in options if p.first <= published + _SLACK]
    future = [p for p in options if p.last >= published]
    if ctx.tense == "past" and past:
        return nearest if _far_fetched(past[-1], nearest, published) else past[-1]
    if ctx.tense == "future" and future:
        return nearest if nearest.grain == "day" and _far_fetched(future[0], nearest, published) else future[0]
    return nearest


def _far_fetched(period: Period, nearest: Period, day: dt.date) -> bool:
    """True if a date would have its year in print: in another calendar year, nearly a year off, one at hand.

    The tense of a clause is not always that of its date ("said the pact takes effect on January 14").
    """
    return (
        period.first.year != day.year and _distance(period, day) > _NEARLY_A_YEAR and _distance(nearest, day) < _CLOSE
    )


def _distance(period: Period, day: dt.date) -> int:
    if period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def _each_year(make: Callable[[int], dt.date], grain: str, around: int) -> list[Period]:
    """The period of every year near one; years in which the day does not exist are left out."""
    options = []
    for year in range(around - 4, around + 5):
        try:
            options.append(Period(grain, make(year)))  # type: ignore[arg-type]
        except ValueError:
            continue
    return options


def yearly(make: Callable[[int], dt.date], grain: str, ctx: Context, words: str) -> tuple[Period, str]:
    """A period that comes once a year (``make`` gives its first day), placed, with the reason.

    Without publication date and without a hint its year stays open. ValueError if no year has the day.
    """
    if ctx.hint:
        return Period(grain, make(ctx.hint.year)), ctx.hint.reason  # type: ignore[arg-type]
    if ctx.published is None:
        return Period(grain, make(ANY_YEAR), year_known=False), f"'{words}'; the year is not stated"  # type: ignore[arg-type]
    period = directed(_each_year(make, grain, ctx.published.year), ctx)
    if period is None:
        raise ValueError(f"no such day: {words}")
    return period, f"'{words}' {_seen(period, ctx)}"


def _seen(period: Period, ctx: Context) -> str:
    assert ctx.published is not None
    side = "before" if period.first <= ctx.published else "after"
    which = {"past": "the latest up to", "future": "the next from"}.get(ctx.tense or "", f"the nearest, {side}")
    return f"is {which} publication ({ctx.published.isoformat()})"


def next_to(make: Callable[[int], dt.date], grain: str, direction: int, day: dt.date) -> Period:
    """The period of "last November" (-1), "this November" (0), "next November" (1), seen from a day.

    ValueError if no year near by has the day.
    """
    options = _each_year(make, grain, day.year)
    if not any(p.last < day for p in options) or not any(p.first > day for p in options):
        raise ValueError(f"no such day near {day}")
    if direction < 0:
        return [p for p in options if p.last < day][-1]
    if direction > 0:
        return next(p for p in options if p.first > day)
    this = next((p for p in options if p.first.year == day.year), None)
    if this is None:
        raise ValueError(f"no such day in {day.year}")
    return this


def weekday(number: int, direction: int | None, ctx: Context) -> Period | None:
    """The day meant by a weekday (1 Monday to 7 Sunday); None if no date is known to count from.

    direction: -1 "last", 1 "next", 0 "this", None for the bare name.
    """
    if ctx.published is None:
        return _beside_pair(number, ctx) if direction is None else None
    back = (ctx.published.isoweekday() - number) % 7
    if direction == -1:
        return Period("day", ctx.published - dt.timedelta(days=back or 7))
    if direction == 1:
        return Period("day", ctx.published + dt.timedelta(days=7 - back))
    # "Will meet on Friday" in a Friday's report is that day.
    ahead = (7 - back) % 7
    told_ahead = ctx.tense in ("future", "meant") or (direction == 0 and ctx.tense != "past")
    if told_ahead or ahead <= _AHEAD.get(ctx.tense or "", -1):
        return Period("day", ctx.published + dt.timedelta(days=ahead))
    return Period("day", ctx.published - dt.timedelta(days=back))


def _beside_pair(number: int, ctx: Context) -> Period | None:
    """The nearest such day to the one that the report names in full with its day of the week."""
    if ctx.paired is None:
        return None
    ahead = (number - ctx.paired.weekday) % 7
    return ctx.paired.period.shifted(ahead if ahead <= _NEAR_DAYS or ctx.tense == "future" else ahead - 7)


def season_start(name: str) -> Callable[[int], dt.date]:
    """The first day of a season in a year: whole months, northern hemisphere."""
    return lambda year: dt.date(year, SEASON_MONTHS[name], 1)
