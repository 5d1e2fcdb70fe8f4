"""What a report says of its own place and day: the dateline, and the day its first sentences name."""

from __future__ import annotations

from legation.model import DatePoint, Place, Span, When
from legation.reading.dates import dateline_date
from legation.reading.engagements.dating import is_of_saying, usable
from legation.reading.engagements.draft import Setting
from legation.reading.engagements.seen import seen_taking_part
from legation.reading.page import Page
from legation.reading.people.cast import Cast
from legation.reading.people.states import stands_apart, state
from legation.register import Register

_LEAD = 2


def setting_of(cast: Cast, register: Register) -> Setting:
    """The setting in which the events of a report are dated and placed."""
    page = cast.page
    return Setting(
        country_of=lambda key: None if stands_apart(cast, key) else cast.country_of(key),
        is_person=cast.is_person,
        state_of=lambda country: state(cast, country, register),
        is_body=cast.is_body,
        seen=lambda trigger, role: seen_taking_part(cast, trigger, role),
        published=page.published,
        dateline=_dateline_place(cast, register),
        lead_day=_lead_day(page) or _dateline_day(page),
    )


def _dateline_place(cast: Cast, register: Register) -> Place:
    name = cast.page.report.dateline_place
    if not name:
        return Place()
    if any(hit.kind == "country" and len(hit.surface) == len(name) for hit in register.scan(name.upper())):
        return Place(None, cast.home)  # "UAE, 13 May"
    return Place(name.title() if name.isupper() else name, cast.home)


def _lead_day(page: Page) -> tuple[When, Span] | None:
    """The first past day that the first sentences name."""
    for passage in page.passages[:_LEAD]:
        for timex in page.timexes_in(passage.span):
            when = timex.when
            if when is None or when.precision != "day" or not usable(page, timex) or is_of_saying(passage, timex.span):
                continue
            if page.published is None or when.year_open or (when.interval and when.interval[0] <= page.published):
                return when, timex.span
    return None


def _dateline_day(page: Page) -> tuple[When, Span] | None:
    for aside in page.report.asides:
        if aside.reason == "dateline":
            point = dateline_date(page.text, aside.span)
            if point:
                return _day(page, point), aside.span
    return None


def _day(page: Page, point: DatePoint) -> When:
    if point.year is None and page.published:
        return When.day(page.published, "the dateline day")
    return When(point, point, "day", "the dateline day")
