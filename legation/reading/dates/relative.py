"""Resolves dates that are counted from another: from the publication date, or from the day the story is at."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from legation.model import When
from legation.reading.dates import placing, words
from legation.reading.dates.calendar_dates import compared, edged, pointing, within
from legation.reading.dates.context import Context, Resolution, at_time, dated, length, nowhere, timed
from legation.reading.dates.lengths import length_value
from legation.reading.dates.periods import Grain, Period
from legation.reading.dates.recogniser import Found

_UNKNOWN_VALUES: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
# A report tells of these days round its publication.
_OF_THE_NEWS = dt.timedelta(days=3)
_NO_DATE = "no publication date to count from"
# What a unit is counted in, and how many of those it makes.
_GRAINS: dict[str, tuple[Grain, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "weekend": ("weekend", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "half": ("half", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def weekday(found: Found, ctx: Context) -> Resolution:
    """A day of the week: "Friday", "last Friday", "Friday morning", "Friday of next week"."""
    name = found.get("weekday", "weekday2").rstrip(".")
    number = int(words.look_up("weekdays", name))
    direction = pointing(found.get("direction"))
    period = placing.weekday(number, direction, ctx)
    part = found.get("daypart", "daypart2")
    if period is None:
        unplaced = nowhere(f"XXXX-WXX-{number}", f"'{name}' without a date to count from")
        return timed(unplaced, str(words.look_up("dayparts", part))) if part else unplaced
    if week := found.get("week", "week2", "week3"):
        period = _weekday_of_week(number, week.lower(), period, ctx)
    reason = f"'{name}' seen from publication ({ctx.published})"
    if part:
        return within(found, at_time(period, words.look_up("dayparts", part), reason), dated(period, reason))
    return edged(dated(period, reason), found)


def _weekday_of_week(number: int, phrase: str, period: Period, ctx: Context) -> Period:
    if "ago" in phrase or ctx.published is None:
        return period.shifted(-7)
    if phrase == "week":
        # "Monday week" is the Monday after the coming one.
        return Period("day", ctx.published + dt.timedelta(days=7 + (number - ctx.published.isoweekday()) % 7))
    step = pointing(phrase.rsplit(maxsplit=1)[0]) or 0
    monday = Period.around("week", ctx.published).shifted(step).first
    return Period("day", monday + dt.timedelta(days=number - 1))


def deictic(found: Found, ctx: Context) -> Resolution:
    """ "Today", "yesterday", "tomorrow evening", "last night", "the day before yesterday"."""
    step = int(words.table("deictic").get(found.get("deictic").lower(), 0))
    step += {"before": -1, "after": 1}.get(found.get("side").lower(), 0)
    if found.get("direction").lower() == "last":
        step -= 1
    part = found.get("daypart", "daypart2") or ("night" if found.get("deictic").lower() == "tonight" else "")
    # Without a date of publication, that of the dateline or the lead is the day of the report.
    base = ctx.today or ctx.opening
    if base is None:
        return at_time(None, _part(part), _NO_DATE) if part else nowhere("XXXX-XX-XX", _NO_DATE)
    day = base.shifted(step)
    reason = f"seen from publication ({base.value})" if ctx.published else f"seen from {base.value}, named first"
    if part:
        return at_time(day, _part(part), reason)
    return edged(dated(day, reason), found)


def _part(phrase: str) -> str:
    plain = words.plain(phrase.replace("-", ""))
    return str(words.look_up("dayparts", plain if plain in words.table("dayparts") else plain.split()[-1]))


def unit(found: Found, ctx: Context) -> Resolution | None:
    """ "Last week", "this year", "the following month", "the end of the year", "earlier this month"."""
    if found.get("yearend"):
        return _year_end(ctx)
    grain: Grain = words.look_up("units", found.get("unit"))
    phrase = found.get("direction").lower()
    if grain in ("decade", "century") and (phrase.endswith("past") or (grain == "century" and pointing(phrase) == 0)):
        return length(length_value(1, grain))
    base = _base(phrase, ctx)
    if base is None:
        return _without_date(found, grain, phrase, ctx)
    step = {"before": -2, "after": 2}.get(found.get("beyond").lower().split(" ")[0]) or pointing(phrase) or 0
    period = Period.around(grain, base[0]).shifted(step)
    if grain == "weekend" and (ctx.tense != "future" and phrase in ("the", "this") and base[0].isoweekday() < 5):
        period = Period.around(grain, base[0]).shifted(-1)
    return _so_far(edged(dated(period, base[1]), found), found, ctx)


def _without_date(found: Found, grain: Grain, phrase: str, ctx: Context) -> Resolution:
    """A unit in a report whose date is not known: "the end of the month" is of the month that the story is in."""
    story = ctx.latest("day", "month")
    if grain == "month" and story and pointing(phrase) in (None, 0):
        month = Period("month", story.first.replace(day=1), year_known=False)
        return edged(dated(month, f"the month of {story.value}"), found)
    if grain == "year" and phrase == "the" and found.get("edge").lower().startswith(("the end", "end", "the close")):
        # Of years without a number, only those that are running have an end worth telling: it is to come.
        return Resolution("DATE", "FUTURE_REF", mod="END")
    return nowhere(_UNKNOWN_VALUES[grain], _NO_DATE)


def _base(phrase: str, ctx: Context) -> tuple[dt.date, str] | None:
    """The day a unit is counted from: the story's for "the following", else that of publication."""
    story = ctx.latest()
    anaphoric = phrase.split()[-1] in ("that", "same", "previous", "following", "preceding")
    if story and story.year_known and (anaphoric or (ctx.published is None and phrase.startswith("the "))):
        return story.first, f"counted from {story.value}"
    if ctx.published:
        return ctx.published, f"seen from publication ({ctx.published.isoformat()})"
    return None


def _so_far(resolution: Resolution, found: Found, ctx: Context) -> Resolution:
    """ "Earlier this year" ends with the publication date, "later this year" begins with it."""
    edge, when, published = found.get("edge").lower(), resolution.when, ctx.published
    if (
        edge not in ("earlier", "later", "earlier in", "later in")
        or when is None
        or resolution.period is None
        or published is None
    ):
        return resolution
    first, last = resolution.period.first, resolution.period.last
    if not first <= published <= last:
        return resolution
    bounds = (first, published) if edge.startswith("earlier") else (published, last)
    return replace(resolution, when=When.between(*bounds, "range", f"'{edge}' {when.reason}"))


def _year_end(ctx: Context) -> Resolution:
    if ctx.published is None:
        return nowhere("XXXX", _NO_DATE)
    year = Period.around("year", ctx.published)
    return replace(dated(year, "the end of the year of publication"), mod="END")


def ago(found: Found, ctx: Context) -> Resolution | None:
    """ "Three days ago", seen from publication; as fine as its unit. "A year ago" beside a quarter is that quarter."""
    count = words.number(found.get("number"))
    name = words.look_up("units", found.get("unit", "unit2"))
    if found.get("half"):
        count, name = 6.0, "month"
    if name not in _GRAINS:
        return _hours_ago(name, count, ctx)
    if count is None:
        return Resolution("DATE", "PAST_REF")
    grain, factor = _GRAINS[name]
    spoken = ctx.latest()
    if spoken and spoken.grain == "quarter" and grain == "year" and count == 1:
        return compared(dated(spoken.shifted(-4), "the same quarter a year before"))
    if ctx.published is None:
        return nowhere(_UNKNOWN_VALUES[grain], _NO_DATE)
    period = Period.around(grain, ctx.published).shifted(-round(count * factor))
    return _rough(
        dated(period, f"'{found.get('number')} {name}' before publication ({ctx.published.isoformat()})"), grain
    )


def _hours_ago(unit_: str, count: float | None, ctx: Context) -> Resolution:
    value = length_value(count, unit_)
    return Resolution("TIME", value, ctx.today.when("hours before publication") if ctx.today else None)


def _rough(resolution: Resolution, grain: Grain) -> Resolution:
    """Counted in months or years, a date is only about right."""
    if resolution.when is None or grain == "day":
        return resolution
    return replace(resolution, when=replace(resolution.when, approximate=True))


def shifted(found: Found, ctx: Context) -> Resolution | None:
    """ "A week earlier", "two days later": counted from the day the story is at."""
    count = words.number(found.get("number"))
    name = words.look_up("units", found.get("unit"))
    side = found.get("side").lower()
    back = side in ("earlier", "before", "previously")
    if name not in _GRAINS:
        return length(length_value(count, name))
    if count is None:
        return Resolution("DATE", "PAST_REF" if back else "FUTURE_REF")
    grain, factor = _GRAINS[name]
    base = _shift_base(side, grain, ctx)
    if base is None:
        return nowhere(_UNKNOWN_VALUES[grain], "no date to count from")
    steps = round(count * factor) * (-1 if back else 1)
    resolution = dated(counted(base, steps, grain), f"'{found.get('number')} {name} {side}', counted from {base.value}")
    return compared(resolution) if base.grain == "quarter" else resolution


def _shift_base(side: str, grain: Grain, ctx: Context) -> Period | None:
    if side in ("from now", "hence"):
        return ctx.today
    back = side in ("earlier", "before", "previously")
    # Days are counted from a day: "the summer ... a day earlier" goes back past the summer.
    met = (ctx.latest("day") or ctx.latest()) if grain == "day" else ctx.latest()
    return met or (ctx.today if back else None)


def counted(base: Period, steps: int, grain: Grain) -> Period:
    """So many units from a period: as fine as the unit, but weeks from a day are a day, years from a quarter a quarter.

    ValueError with an open year that would have to be known.
    """
    if grain in ("day", "week") and base.grain == "day":
        return base.moved_by(steps, grain)
    if grain == "year" and base.grain in ("quarter", "half", "season", "month"):
        return base.moved_by(steps, grain)
    if not base.year_known:
        raise ValueError("the year is open")
    return Period.around(grain, base.first).shifted(steps)


def anaphor(found: Found, ctx: Context) -> Resolution | None:
    """ "The next day", "the day before", "the eve of", "the following morning": from the day the story is at."""
    if found.get("unit") and found.get("unit").lower() != "day":
        return _unit_beside(found, ctx)
    base = ctx.latest("day") if _is_before_something(found) else _story_day(found, ctx)
    if ctx.topic and found.get("direction").lower().split()[-1:] == ["same"]:
        base = ctx.topic
    if name := found.get("weekday"):
        base = placing.weekday(int(words.look_up("weekdays", name.split()[-1])), -1 if " " in name else None, ctx)
    if base is None:
        return nowhere("XXXX-XX-XX", "no day to count from")
    # "July 9, the day before the summit": that is what July 9 was.
    step = 0 if ctx.beside and found.get("side") else _step(found)
    reason = f"counted from {base.value}, the day the text is at" if step else f"{base.value}, the day the text is at"
    if part := next((text for name, text in found.groups.items() if name.startswith("daypart")), ""):
        return at_time(base.shifted(step), _part(part), reason)
    return dated(base.shifted(step), reason)


def day_of_visit(found: Found, ctx: Context) -> Resolution | None:
    """ "On the second day of the visit": the day of the report; one to come is counted from the first day, if named."""
    if ctx.tense == "past" or ctx.published is None:
        base = ctx.opening if ctx.published is None else ctx.story_day
        return dated(base, f"{base.value}, the day the text is at") if base else None
    first = next((p for p in reversed(ctx.met) if p.grain == "day" and p.first >= ctx.published), None)
    number = words.table("ordinals").get(found.get("nth").lower(), 1 if found.get("nth").lower() == "opening" else 0)
    if first is None or not number:
        return None
    return dated(first.shifted(number - 1), f"day {number} from {first.value}")


def _story_day(found: Found, ctx: Context) -> Period | None:
    """The day that "the day before" and "in the evening" are counted from.

    A paragraph that begins with them goes back to the day of the news, which the report named first.
    """
    alone = "alone" in found.groups or found.get("morrow") or (found.get("eve") and "bare" in found.settings)
    in_the_day = not found.get("unit") and not found.get("direction")
    if in_the_day and ctx.heading and not found.get("side"):
        return ctx.heading
    if ctx.topic and (alone or in_the_day) and ctx.opening and _is_near(ctx.opening, ctx.published):
        return ctx.opening
    return ctx.story_day


def _is_near(period: Period, day: dt.date | None) -> bool:
    return day is None or abs(period.first - day) <= _OF_THE_NEWS


def _is_before_something(found: Found) -> bool:
    """True for "the eve of the summit", False for a bare "on the eve"."""
    return bool(found.get("eve")) and "bare" not in found.settings


def _step(found: Found) -> int:
    if found.get("morrow"):
        return 1
    if found.get("eve"):
        return -1
    side = found.get("side").lower()
    if side:
        return 1 if side == "after" else -1
    words_ = found.get("direction").lower().split()
    return {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(words_[-1] if words_ else "", 0)


def _unit_beside(found: Found, ctx: Context) -> Resolution | None:
    grain: Grain = words.look_up("units", found.get("unit"))
    base = ctx.latest() or ctx.today
    if base is None or not base.year_known:
        return nowhere(_UNKNOWN_VALUES[grain], "no date to count from")
    return dated(Period.around(grain, base.first).shifted(_step(found)), f"counted from {base.value}")
