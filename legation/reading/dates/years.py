"""The year of a date that has none, from what else an undated report says.

Only an expression that links the date to a full date of the same report counts. Three links are known:

- the same day of the same month, named in full elsewhere;
- "last November" in a report that names November 2024 in full: seen from the day the text is at
  ("January 3"), last November is that one, so the day lies in the twelve months after it;
- "later" or "earlier" at the head of the sentence, right before the date: the next, or the last, such day seen
  from the full date met before.

Where nothing links, the year stays open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from legation.model import Span
from legation.reading.dates import words
from legation.reading.dates.context import Resolution, YearHint
from legation.reading.dates.periods import Period


@cache
def _link() -> re.Pattern[str]:
    """A link at the head of a sentence, right before a date."""
    links = words.table("links")
    return re.compile(
        r"(?:^|[.!?;]\s+|\n)[\"\u201c]?(?:and\s+)?"
        rf"(?:(?P<later>{'|'.join(links['later'])})|(?P<earlier>{'|'.join(links['earlier'])}))\b,?"
        r"\s*(?:already\s+)?(?:on|in)?\s*(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.table('links')['last'])})\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of the report with its resolution, in text order."""

    span: Span
    resolution: Resolution

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days or months it names; of a joined expression those of its parts."""
        named = [r.period for _, r in self.resolution.parts] or [self.resolution.period]
        return tuple(p for p in named if p and p.grain in ("day", "month"))


def inferred_years(text: str, items: Sequence[Dated]) -> dict[int, YearHint]:
    """Years for the items (by index) whose year is open and which another date of the report decides."""
    hints: dict[int, YearHint] = {}
    for links in (_from_same_day, _from_last_month, _from_sequence):
        for index, hint in links(text, items):
            hints.setdefault(index, hint)
    return hints


def _open(item: Dated) -> bool:
    return bool(item.periods) and not item.periods[0].year_known


def _from_same_day(text: str, items: Sequence[Dated]) -> Iterator[tuple[int, YearHint]]:
    for index, item in enumerate(items):
        if not _open(item) or item.periods[0].grain != "day":
            continue
        day = item.periods[0].first
        same = [other for other in items if any(_is_day(p, day) for p in other.periods)]
        if len({other.periods[0].first.year for other in same}) == 1:
            reason = f"'{item.span.of(text)}' is named in full in '{same[0].span.of(text)}'"
            yield index, YearHint(same[0].periods[0].first.year, reason)


def _is_day(period: Period, day: dt.date) -> bool:
    named = period.year_known and period.grain == "day"
    return named and (period.first.month, period.first.day) == (day.month, day.day)


def _from_last_month(text: str, items: Sequence[Dated]) -> Iterator[tuple[int, YearHint]]:
    for index, item in enumerate(items):
        phrase = item.span.of(text)
        if not _last().match(phrase) or not _open(item) or item.periods[0].grain != "month":
            continue
        month = item.periods[0].first.month
        years = {p.first.year for other in items for p in other.periods if p.year_known and p.first.month == month}
        if len(years) != 1:
            continue
        year = years.pop()
        yield index, YearHint(year, f"'{phrase}' is the {_named(year, month)} that the report names in full")
        if (anchor := _story_day(items, index)) is not None:
            day = items[anchor].periods[0].first
            spoken = items[anchor].span.of(text)
            own = year if day.month > month else year + 1
            yield anchor, YearHint(own, f"'{phrase}', seen from '{spoken}', is {_named(year, month)}")


def _story_day(items: Sequence[Dated], index: int) -> int | None:
    """The day without a year that the text is at: the nearest before the expression."""
    for i in range(index - 1, -1, -1):
        if _open(items[i]) and items[i].periods[0].grain == "day":
            return i
    return None


def _from_sequence(text: str, items: Sequence[Dated]) -> Iterator[tuple[int, YearHint]]:
    for index, item in enumerate(items):
        link = _link().search(text[max(0, item.span.start - 60) : item.span.start]) if _open(item) else None
        base = (
            next((i for i in reversed(items[:index]) if i.periods and i.periods[0].year_known), None) if link else None
        )
        if link is None or base is None or any(_open(i) for i in items[items.index(base) + 1 : index]):
            continue
        earlier = link.group("earlier")
        word = (earlier or link.group("later")).lower()
        year = _year_after(item.periods[0], base.periods, earlier=earlier is not None)
        yield index, YearHint(year, f"'{word}' links it to '{base.span.of(text)}'")


def _year_after(open_: Period, base: tuple[Period, ...], *, earlier: bool) -> int:
    """The year in which the open date is the next after, or the last before, the full one."""
    day = (open_.first.month, open_.first.day)
    first, last = base[0].first, base[-1].last
    if earlier:
        return first.year if day < (first.month, first.day) else first.year - 1
    return last.year if day > (last.month, last.day) or _same_month(open_, last) else last.year + 1


def _same_month(open_: Period, day: dt.date) -> bool:
    return open_.grain == "month" and open_.first.month == day.month


def _named(year: int, month: int) -> str:
    return dt.date(year, month, 1).strftime("%B %Y")
