"""Resolves dates that name their place in the calendar: days, months, quarters, seasons, years, holidays."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from legation.reading.dates import placing, words
from legation.reading.dates.context import Context, Resolution, at_time, dated, nowhere, timed
from legation.reading.dates.periods import Period, easter, month_shifted, nth_weekday
from legation.reading.dates.recogniser import Found

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def stated(words_: str) -> str:
    """The reason of a date that says everything itself."""
    return f"'{words_}' as written"


def relative_year(phrase: str, ctx: Context) -> int | None:
    """The year of "last year", "the same year"; None if there is nothing to count from."""
    first = phrase.lower().split()[-2]
    if first in ("previous", "following", "same"):
        base = ctx.latest() or ctx.today
        year = base.first.year if base and base.year_known else None
    else:
        year = ctx.published.year if ctx.published else (ctx.hint.year if ctx.hint else None)
    return None if year is None else year + int(words.look_up("directions", first))


def given_year(found: Found, ctx: Context) -> int | None:
    """The year the expression itself states or counts, if it does. ValueError if it is none."""
    if text := found.get("year", "year2", "wordyear"):
        return words.year(text)
    if phrase := found.get("relyear", "relyear2", "relyear3"):
        return relative_year(phrase, ctx)
    return None


def day(found: Found, ctx: Context) -> Resolution:
    """A day of a month, with or without its year."""
    month, number = words.look_up("months", found.get("month", "month2")), words.ordinal(found.get("day", "day2"))
    resolution = day_of(month, number, _day_year(found, ctx, month, number), ctx)
    if part := found.get("daypart"):
        time = words.look_up("dayparts", part)
        return within(found, timed(resolution, time), resolution)
    return resolution


def within(found: Found, time: Resolution, day_: Resolution) -> Resolution:
    """A time with the day it is of as its part, where the day stands for itself: "the night of Monday"."""
    span = found.places.get("dayitself")
    return replace(time, parts=((span, day_),)) if span else time


def _day_year(found: Found, ctx: Context, month: int, number: int) -> int | None:
    """The year stated, or that of "last October 23"."""
    direction = pointing(found.get("direction"))
    if direction is None or ctx.published is None:
        return given_year(found, ctx)
    return placing.next_to(lambda y: dt.date(y, month, number), "day", direction, ctx.published).first.year


def day_of(month: int, number: int, year: int | None, ctx: Context) -> Resolution:
    """That day, in that year or where the context puts it. ValueError if there is no such day."""
    name = f"{_MONTH_NAMES[month - 1]} {number}"
    if year is not None:
        return dated(Period("day", dt.date(year, month, number)), stated(f"{name}, {year}"))
    period, reason = placing.yearly(lambda y: dt.date(y, month, number), "day", ctx, name)
    return dated(period, reason)


def iso(found: Found, ctx: Context) -> Resolution:
    """2024-11-27."""
    date = dt.date(int(found.get("isoyear")), int(found.get("isomonth")), int(found.get("isoday")))
    return dated(Period("day", date), stated(date.isoformat()))


def numeric(found: Found, ctx: Context) -> Resolution:
    """11/27/96 (month first with slashes and hyphens), 27.11.2024 (day first with full stops).

    The other order where this one is impossible. Two-digit years mean 1950 to 2049.
    """
    first, second = int(found.get("first")), int(found.get("second"))
    day_first = found.get("mark") == "." or first > 12
    number, month = (first, second) if day_first else (second, first)
    if month > 12:
        number, month = month, number
    date = dt.date(words.year(found.get("third")), month, number)
    return dated(
        Period("day", date),
        f"'{found.get('first')}{found.get('mark')}{found.get('second')}' read as {date.isoformat()}",
    )


def month(found: Found, ctx: Context) -> Resolution:
    """A month: of a stated year, "last November", "late November", or bare."""
    number = words.look_up("months", found.get("month", "month2"))
    name = _MONTH_NAMES[number - 1]
    year = given_year(found, ctx)
    if year is not None:
        return edged(dated(Period("month", dt.date(year, number, 1)), stated(f"{name} {year}")), found)
    return edged(_in_the_year(found, ctx, lambda y: dt.date(y, number, 1), "month", name), found)


def season(found: Found, ctx: Context) -> Resolution:
    """A season, as :func:`month`. Whole months, northern hemisphere; winter belongs to the year it begins in."""
    name = found.get("season").lower()
    code = words.look_up("seasons", name)
    year = given_year(found, ctx)
    start = placing.season_start(code)
    if year is not None:
        return edged(dated(Period("season", start(year)), stated(f"{name} {year}")), found)
    if ctx.published is None and ctx.hint is None:
        return nowhere(f"XXXX-{code}", "the year is not stated")
    return edged(_in_the_year(found, ctx, start, "season", name), found)


def _in_the_year(found: Found, ctx: Context, make: Callable[[int], dt.date], grain: str, name: str) -> Resolution:
    """A yearly period with "last", "this", "next" or nothing before it."""
    direction = pointing(found.get("direction"))
    if direction is None or ctx.published is None:
        spoken = f"{found.get('direction')} {name}".strip()
        return dated(*placing.yearly(make, grain, ctx, spoken))
    period = placing.next_to(make, grain, direction, ctx.published)
    return dated(period, f"'{found.get('direction')} {name}' seen from publication ({ctx.published.isoformat()})")


def pointing(phrase: str) -> int | None:
    """-1, 0 or 1 for "last", "this past", "the coming" ...; None for no phrase and for a bare "the"."""
    words_ = phrase.lower().split()
    if not words_ or words_ == ["the"]:
        return None
    return int(words.look_up("directions", words_[-1]))


def holiday(found: Found, ctx: Context) -> Resolution:
    """A day with a name."""
    name = words.plain(found.get("holiday"))
    make = _holiday(words.table("holidays")[name])
    year = given_year(found, ctx)
    if year is not None:
        return dated(Period("day", make(year)), stated(f"{name} {year}"))
    if ctx.published is None and ctx.hint is None and make(2001).replace(year=2000) != make(2000):
        return nowhere("XXXX-XX-XX", "the year is not stated, and the day changes with it")
    return _in_the_year(found, ctx, make, "day", name)


def _holiday(spec: list[int | str]) -> Callable[[int], dt.date]:
    match spec:
        case ["easter", int(after)]:
            return lambda year: easter(year) + dt.timedelta(days=after)
        case [int(month), int(day)]:
            return lambda year: dt.date(year, month, day)
        case [int(month), int(weekday), int(which)]:
            return lambda year: nth_weekday(year, month, weekday, which)
    raise ValueError(f"no such kind of holiday: {spec}")


def year(found: Found, ctx: Context) -> Resolution:
    """A year."""
    number = words.year(found.get("year", "wordyear"))
    return edged(dated(Period("year", dt.date(number, 1, 1)), stated(str(number))), found)


def decade(found: Found, ctx: Context) -> Resolution:
    """The 1990s, the '80s, the nineties."""
    text = found.get("decade")
    if digits := re.search(r"\d+", text):
        first = words.year(digits.group())
    else:
        first = 1900 + int(words.look_up("decades", re.split(r"[\s-]", text)[-1]))
    return edged(dated(Period.around("decade", dt.date(first, 1, 1)), stated(f"{first}s")), found)


def century(found: Found, ctx: Context) -> Resolution:
    """The 20th century."""
    number = words.ordinal(found.get("ordinal"))
    period = Period("century", dt.date((number - 1) * 100 + 1, 1, 1))
    return edged(dated(period, stated(f"{number}th century")), found)


def half(found: Found, ctx: Context) -> Resolution:
    """The first or second half of a year."""
    year_ = given_year(found, ctx)
    number = 1 if found.get("no").lower().startswith(("first", "1")) else 2
    if year_ is None and ctx.published is None:
        return nowhere(f"XXXX-H{number}", "the year is not stated")
    year_ = year_ or (ctx.published.year if ctx.published else 1)
    return dated(Period("half", dt.date(year_, 6 * number - 5, 1)), f"half {number} of {year_}")


def quarter(found: Found, ctx: Context) -> Resolution:
    """A numbered quarter of a year, or "last quarter"."""
    if phrase := found.get("direction"):
        return _quarter_by_direction(phrase.lower(), ctx)
    number = (words.ordinal(found.get("no")) - 1) * 3 + 1
    back = -4 if found.get("ago", "ago2") else 0
    year_ = given_year(found, ctx)
    if year_ is not None:
        return dated(Period("quarter", dt.date(year_, number, 1)), f"that quarter of {year_}")
    if ctx.published is None and ctx.hint is None:
        return nowhere(f"XXXX-Q{number // 3 + 1}", "the year is not stated")
    # A quarter spoken of without its year is the last one that has begun, for figures are told after the event;
    # what will be in a quarter is to come.
    told = ctx if ctx.tense == "future" and found.get("within") and not back else replace(ctx, tense="past")
    period, reason = placing.yearly(lambda y: dt.date(y, number, 1), "quarter", told, "that quarter")
    return compared(dated(period.shifted(back), reason)) if back else dated(period, reason)


def compared(resolution: Resolution) -> Resolution:
    """A date named only to compare with: the story does not move there."""
    return replace(resolution, period=None)


def _quarter_by_direction(phrase: str, ctx: Context) -> Resolution:
    if ctx.published is None:
        return nowhere("XXXX-QX", "no publication date to count from")
    step = {"next": 1, "this": 0, "current": 0}.get(phrase.split()[-1], -1)
    return dated(
        Period.around("quarter", ctx.published).shifted(step), f"seen from publication ({ctx.published.isoformat()})"
    )


def spoken(found: Found, ctx: Context) -> Resolution | None:
    """ "The quarter", "the year-earlier period": the quarter the text was speaking of, or the same a year before."""
    base = ctx.latest("quarter")
    if base is None and ctx.published and "quarter" in found.get("what").lower():
        base = Period.around("quarter", ctx.published).shifted(-1)
    year_ = given_year(found, ctx)
    if base is None:
        if year_ is None and ctx.published and found.get("ago", "ago2"):
            year_ = ctx.published.year - 1
        return dated(Period("year", dt.date(year_, 1, 1)), "the year meant") if year_ else None
    if year_ is not None:
        return compared(dated(Period("quarter", base.first.replace(year=year_)), f"the same quarter of {year_}"))
    if found.get("ago", "ago2"):
        return compared(dated(base.shifted(-4), "the same quarter a year before"))
    return dated(base, "the quarter the text speaks of")


def edged(resolution: Resolution, found: Found) -> Resolution:
    """ "Early", "mid", "the end of" before a period: marked, and the interval narrowed to about that part of it."""
    phrase = words.plain(found.get("edge", "edge2", "edge3", "monthpart"))
    if not phrase or resolution.period is None or resolution.when is None:
        return resolution
    edges = {**words.table("edges"), **words.table("monthparts")}
    mod, which, count = edges.get(phrase) or edges.get(f"the {phrase}") or ("", 0, 0)
    narrowed = replace(resolution, mod=mod or None)
    period = resolution.period
    if not which or period.grain not in ("month", "year", "decade", "century"):
        return narrowed
    first, last = _part(period, which, count)
    when = replace(
        Period("day", first, period.year_known).when(resolution.when.reason),
        end=Period("day", last, period.year_known).when("").end,
    )
    return replace(narrowed, when=replace(when, precision="range", approximate=True))


def _part(period: Period, which: int, count: int) -> tuple[dt.date, dt.date]:
    """First and last day of one of so many parts: of a month in whole days, of longer periods in whole months."""
    if period.grain == "month":
        size = 30 // count
        first = period.first.replace(day=size * (which - 1) + 1)
        return first, period.last if which == count else first.replace(day=size * which)
    months = {"year": 12, "decade": 120, "century": 1200}[period.grain] // count
    first = month_shifted(period.first, months * (which - 1))
    return first, min(period.last, month_shifted(first, months) - dt.timedelta(days=1))


def month_day(found: Found, ctx: Context) -> Resolution:
    """ "On the 12th", "the 5th of next month", "Thursday 14". ValueError if that month has no such day."""
    number = words.ordinal(found.get("day", "day2"))
    resolution = _first_of(found, ctx) if found.get("unit") else _month_day(found, number, ctx)
    if (part := found.get("daypart")) and resolution.period:
        return at_time(resolution.period, words.look_up("dayparts", part), f"day {number} of the month")
    return resolution


def _first_of(found: Found, ctx: Context) -> Resolution:
    """ "The first day of the year"."""
    grain = words.look_up("units", found.get("unit"))
    base = ctx.today or ctx.latest()
    if base is None or not base.year_known:
        return nowhere("XXXX-XX-XX", "no date to count from")
    step = pointing(found.get("direction")) or 0
    period = Period("day", Period.around(grain, base.first).shifted(step).first)
    return dated(period, f"the first day of that {grain}")


def _month_day(found: Found, number: int, ctx: Context) -> Resolution:
    phrase = found.get("direction")
    direction = 0 if phrase.lower() == "the" else pointing(phrase)
    story = ctx.latest("day", "month") if direction is None else None
    if story is not None and ctx.published is None:
        return day_of(story.first.month, number, story.first.year if story.year_known else None, ctx)
    if ctx.published is None:
        return nowhere("XXXX-XX-XX", "the month is not stated")
    reason = f"day {number} of the month, seen from publication ({ctx.published.isoformat()})"
    month_ = Period.around("month", ctx.published).shifted(direction or 0)
    if direction is not None:
        return dated(Period("day", month_.first.replace(day=number)), reason)
    near = [month_.shifted(step) for step in (-2, -1, 0, 1, 2)]
    options = [Period("day", m.first.replace(day=number)) for m in near if number <= m.last.day]
    if name := found.get("weekday"):
        options = [p for p in options if p.first.isoweekday() == words.look_up("weekdays", name)]
    meant = placing.directed(options, ctx)
    return dated(meant, reason) if meant else nowhere("XXXX-XX-XX", "no month near by has such a day")


def week_of(found: Found, ctx: Context) -> Resolution:
    """ "The week of March 6"."""
    inner = day(found, ctx)
    if inner.period is None or not inner.period.year_known or inner.when is None:
        return nowhere("XXXX-WXX", "the year is not stated")
    return dated(Period.around("week", inner.period.first), inner.when.reason)


def eve_of(found: Found, ctx: Context) -> Resolution:
    """ "The eve of May 9"."""
    inner = day(found, ctx)
    assert inner.period is not None and inner.when is not None
    return dated(inner.period.shifted(-1), f"the day before: {inner.when.reason}")


def clock(found: Found, ctx: Context) -> Resolution | None:
    """A time of day, with the day beside it or on the day the story is at."""
    time = clock_time(f"{found.get('clock')} {found.get('hourof')}")
    if time is None:
        return None
    if found.get("day", "day2"):
        resolution = day(found, ctx)
        return timed(resolution, time)
    if text := found.get("dayofmonth"):
        day_ = _month_day(found, words.ordinal(text), ctx).period
        return at_time(day_, time, f"'{text}' at {time}")
    if name := found.get("weekday"):
        number = words.look_up("weekdays", name)
        return at_time(placing.weekday(number, None, ctx), time, f"'{name}' at {time}")
    # A day that the paragraph has named before the hour is the hour's; what is told as past goes on where the story is.
    named = found.get("thatday") or ctx.topic is None or ctx.tense == "past"
    base = ctx.heading or (ctx.story_day if named else ctx.today or ctx.latest("day"))
    if base and (word := found.get("deictic")):
        base = base.shifted(words.look_up("deictic", word)) if ctx.published else None
    return at_time(base, time, f"{time} on the day of the report")


def clock_time(text: str) -> str | None:
    """ "22:00" for "10 p.m."; None if there is no such time."""
    plain = words.plain(text).split(" ")[0]
    if plain in ("noon", "midnight"):
        return str(words.look_up("dayparts", plain))
    hour, minute = _hour_and_minute(text)
    late = re.search(r"p\.?\s?m\b|afternoon|evening|night", text.lower())
    early = re.search(r"a\.?\s?m\b|morning", text.lower())
    if late and hour < 12:
        hour += 12
    elif early and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _hour_and_minute(text: str) -> tuple[int, int]:
    """ "10:30", "1030 hours", "ten", "half past ten", "a quarter to eleven"."""
    if digits := re.match(r"\s*(\d\d)(\d\d)\b", text):
        return int(digits.group(1)), int(digits.group(2))
    beside = re.match(r"\s*(half\s+past|(?:a\s+)?quarter\s+(?:past|to))\s+", text.lower())
    named = text[beside.end() :] if beside else text
    numbers = re.findall(r"\d+", named) or [str(words.table("hours")[words.plain(named).split(" ")[0]])]
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if not beside:
        return hour, minute
    if beside.group(1).startswith("half"):
        return hour, 30
    return (hour - 1, 45) if beside.group(1).endswith("to") else (hour, 15)
