"""Time expressions of a report: found, resolved in text order, each with TIMEX3 value, interval and reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from legation.model import DatePoint, Span, Timex
from legation.reading.dates import calendar_dates, lengths, ranges, relative
from legation.reading.dates.context import Context, PairedDay, Resolution, YearHint
from legation.reading.dates.periods import Period
from legation.reading.dates.recogniser import Found, find
from legation.reading.dates.tense import heading_tense, nearby_tense
from legation.reading.dates.words import look_up
from legation.reading.dates.years import Dated, inferred_years

Tense = Callable[[Span], str | None]

# Two expressions with no more than a comma and a blank between them stand side by side.
_APART = 3
# Periods that later expressions can refer back to.
_REMEMBERED = 20
_A_DAY = dt.timedelta(days=1)
# Title and first paragraph.
_LEAD = 2

_RESOLVERS: Mapping[str, Callable[[Found, Context], Resolution | None]] = {
    "iso": calendar_dates.iso,
    "numeric": calendar_dates.numeric,
    "day": calendar_dates.day,
    "month": calendar_dates.month,
    "season": calendar_dates.season,
    "holiday": calendar_dates.holiday,
    "year": calendar_dates.year,
    "decade": calendar_dates.decade,
    "century": calendar_dates.century,
    "quarter": calendar_dates.quarter,
    "spoken": calendar_dates.spoken,
    "half": calendar_dates.half,
    "weekof": calendar_dates.week_of,
    "monthday": calendar_dates.month_day,
    "eveof": calendar_dates.eve_of,
    "clock": calendar_dates.clock,
    "days": ranges.days,
    "dayspan": ranges.day_span,
    "monthdays": ranges.month_days,
    "months": ranges.months,
    "years": ranges.years,
    "weekdays": ranges.weekdays,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "unit": relative.unit,
    "ago": relative.ago,
    "shifted": relative.shifted,
    "anaphor": relative.anaphor,
    "dayof": relative.day_of_visit,
    "duration": lengths.duration,
    "set": lengths.repetition,
    "reference": lengths.reference,
}


def find_timexes(
    text: str, passages: Sequence[Span], published: dt.date | None, *, tense: Tense | None = None
) -> tuple[Timex, ...]:
    """The time expressions inside the passages (the report's paragraphs, in order), sorted, none overlapping.

    text: the report's; all offsets are into it. published: the publication date, None if unknown: then a date
    without a year gets one only where another date of the report decides it (see ``years``), else it stays open.
    tense: tells the tense or modality of the clause round an expression ("past", "present", "future" or None);
    without it words near by are asked. Never raises on any text.
    """
    found = [(f, passage) for passage in passages for f in find(text, passage)]
    lead = passages[:_LEAD]
    tenses = [
        tense(f.span) if tense else heading_tense(text, lead, passage, f.span) or nearby_tense(text, passage, f.span)
        for f, passage in found
    ]
    matches, paragraphs = [f for f, _ in found], [p for _, p in found]
    hints: dict[int, YearHint] = {}
    items = list(_resolved(matches, paragraphs, tenses, published, hints))
    while published is None and (new := _new_hints(text, matches, items, hints)):
        hints |= new
        items = list(_resolved(matches, paragraphs, tenses, published, hints))
    return tuple(t for i, r in items for t in _timexes(matches[i].span, r))


def _new_hints(
    text: str, matches: Sequence[Found], items: Sequence[tuple[int, Resolution]], hints: Mapping[int, YearHint]
) -> dict[int, YearHint]:
    """Years that can be inferred now and could not before; each year found may decide others."""
    found = inferred_years(text, [Dated(matches[i].span, r) for i, r in items])
    return {items[i][0]: hint for i, hint in found.items() if items[i][0] not in hints}


def dateline_date(text: str, span: Span) -> DatePoint | None:
    """The date a dateline gives ("ASTANA, December 12. /TASS/"), year open if it has none; None if it gives no day."""
    for found in find(text, span):
        if found.kind not in ("day", "iso", "numeric"):
            continue
        resolution = _resolve(found, Context(None))
        if resolution and resolution.when:
            return resolution.when.start
    return None


def _resolved(
    matches: Sequence[Found],
    paragraphs: Sequence[Span],
    tenses: Sequence[str | None],
    published: dt.date | None,
    hints: Mapping[int, YearHint],
) -> Iterator[tuple[int, Resolution]]:
    """Each expression by index with its meaning; later ones may refer to earlier ones."""
    met: tuple[Period, ...] = ()
    days: dict[Span, Period] = {}
    heading: Period | None = None
    end = -_APART
    pair = None if published else _paired(matches)
    for index, (found, paragraph) in enumerate(zip(matches, paragraphs, strict=True)):
        beside = found.span.start - end < _APART and end >= paragraph.start
        told = (d for d in reversed(days.values()) if tenses[index] != "past" or not _is_ahead(d, published))
        topic = None if paragraph in days else next(told, None)
        opening = next(iter(days.values()), None)
        over = heading if paragraph not in days else None
        context = Context(published, tenses[index], met, hints.get(index), beside, topic, opening, over, pair)
        resolution = _resolve(found, context)
        if resolution is None:
            continue
        yield index, resolution
        if resolution.period:
            met, end = (*met, resolution.period)[-_REMEMBERED:], found.span.end
            if resolution.period.grain == "day":
                days.setdefault(paragraph, resolution.period)
                if resolution.period != heading:
                    heading = resolution.period if _alone(found.span, paragraph) else None


def _alone(span: Span, paragraph: Span) -> bool:
    """True if an expression is a paragraph of its own, but for bullets and stops."""
    return paragraph.covers(span) and paragraph.end - paragraph.start - (span.end - span.start) <= _APART


def _is_ahead(day: Period, published: dt.date | None) -> bool:
    """True if a day lies after the publication and the day that the place may be ahead of the desk."""
    return published is not None and day.first > published + _A_DAY


def _paired(matches: Sequence[Found]) -> PairedDay | None:
    """The first day of a month that is named with its day of the week: "Friday, 30 May"."""
    for found in matches:
        if found.kind == "day" and (name := found.get("weekday")):
            resolution = _resolve(found, Context(None))
            if resolution and resolution.period:
                return PairedDay(resolution.period, int(look_up("weekdays", name)))
    return None


def _resolve(found: Found, context: Context) -> Resolution | None:
    """None if the words are no date after all: 31 February, a year off the calendar."""
    try:
        return _RESOLVERS[found.kind](found, context)
    except (ValueError, OverflowError, KeyError):
        return None


def _timexes(span: Span, resolution: Resolution) -> Iterator[Timex]:
    parts = tuple(_timex(s, r) for s, r in resolution.parts)
    if parts and not resolution.joined:
        yield from parts
    else:
        yield Timex(span, resolution.type, resolution.value, resolution.when, resolution.mod, parts)


def _timex(span: Span, resolution: Resolution) -> Timex:
    return Timex(span, resolution.type, resolution.value, resolution.when, resolution.mod)
