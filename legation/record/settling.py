"""Carrying what one report knows to the events of others, until nothing changes: years, then the unified events."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legation.model import When
from legation.record import dates
from legation.record.unifying import Told, Unified, fill_years, unify

Key = tuple[str, str]
"""A telling, by its report and the id it has there."""


@dataclass(slots=True)
class Settlement:
    """The tellings at hand, by event.

    load_event, load_report: fetch the stored tellings of an event or a report; load_when: the date that the record
    shows for an event, None if it has to be worked out from the beginning. told: by report and local id; events,
    reports: keys of their tellings in the order of reading; event_of: the event of each; stored: as they were loaded.
    """

    load_event: Callable[[str], Sequence[Told]]
    load_report: Callable[[str], Mapping[str, str]]
    load_when: Callable[[str], When | None] = lambda _: None
    told: dict[Key, Told] = field(default_factory=dict)
    events: dict[str, list[Key]] = field(default_factory=dict)
    reports: dict[str, list[Key]] = field(default_factory=dict)
    event_of: dict[Key, str] = field(default_factory=dict)
    stored: dict[Key, Told] = field(default_factory=dict)

    def begin(self, event: str) -> None:
        """A new event, of which nothing is stored."""
        self.events[event] = []

    def put(self, event: str, told: Told) -> None:
        """A new telling of an event; it takes its place in the order of reading."""
        self._load(event)
        self.told[told.key] = told
        insort(self.events[event], told.key, key=lambda key: self.told[key].order)
        self.event_of[told.key] = event
        self.reports.setdefault(told.report, []).append(told.key)

    def change(self, tellings: Iterable[Told]) -> None:
        """These tellings in the place of those with their keys."""
        self.told |= {told.key: told for told in tellings}

    def tellings(self, event: str) -> list[Told]:
        """The tellings of an event, stored and new, in the order of reading."""
        self._load(event)
        return [self.told[key] for key in self.events[event]]

    def of_report(self, report: str) -> list[tuple[Told, str]]:
        """All tellings of a report, each with its event."""
        if report not in self.reports:
            found = self.load_report(report)
            self.reports[report] = [(report, local) for local in found]
            self.event_of |= {(report, local): event for local, event in found.items()}
        keys = self.reports[report]
        for key in keys:
            self._load(self.event_of[key])
        return [(self.told[key], self.event_of[key]) for key in keys]

    def changed(self) -> list[Told]:
        """Stored tellings that are not any more as they are stored."""
        return [self.told[key] for key, before in self.stored.items() if self.told[key] != before]

    def _load(self, event: str) -> None:
        if event not in self.events:
            tellings = {told.key: told for told in self.load_event(event)}
            self.events[event] = list(tellings)
            self.event_of |= dict.fromkeys(tellings, event)
            self.told |= tellings
            self.stored |= tellings


def settle(at_hand: Settlement, touched: Iterable[str]) -> dict[str, Unified]:
    """The touched events, and those that a year found in them has touched in turn, unified anew.

    An open year is filled from another report's telling of the event; then, in the same report, that of the
    whole or the parts of this event, and of events on the same day.
    """
    queue = list(dict.fromkeys(touched))
    settled: dict[str, Unified] = {}
    for event in queue:
        at_hand.change(fill_years(at_hand.tellings(event)))
    while queue:
        event = queue.pop(0)
        at_hand.change(fill_years(at_hand.tellings(event)))
        settled[event] = unify(at_hand.tellings(event))
        queue += [other for other in _carry_on(at_hand, event, settled[event]) if other not in queue]
    return settled


def _carry_on(at_hand: Settlement, event: str, unified: Unified) -> list[str]:
    """Fill open years in the reports of this event's tellings; the events whose tellings were filled."""
    if unified.when.interval is None:
        return []
    changed: dict[str, None] = {}
    for told in _with_news(at_hand, event, unified):
        given = told.event.when
        if given.interval is not None:
            continue  # the report knew the year itself; what it left open it left open knowingly
        known = replace(unified.when, reason=told.year_reason or unified.when.reason)
        source = replace(told.when, reason=known.reason) if told.when.interval else known
        report = at_hand.of_report(told.report)
        whole = _whole([other for other, _ in report], told.event.id)
        for other, its_event in report:
            related = other.event.id in whole or dates.same_month_day(other.event.when, given)
            if other.key == told.key or not other.when.year_open or not related:
                continue
            year = dates.year_beside(other.event.when, source)
            if year is not None:
                reason = (
                    f"year {year} as of the {told.event.kind} of {source.edtf} in the same report ({source.reason})"
                )
                at_hand.change([replace(other, year=year, year_reason=reason)])
                changed[its_event] = None
    return list(changed)


def _with_news(at_hand: Settlement, event: str, unified: Unified) -> list[Told]:
    """The tellings whose reports may learn something: all if the event's date is news, else those that are."""
    tellings = at_hand.tellings(event)
    before = at_hand.load_when(event)
    if before is None or (before.start, before.end) != (unified.when.start, unified.when.end):
        return tellings
    return [told for told in tellings if at_hand.stored.get(told.key) != told]


def _whole(tellings: Sequence[Told], local: str) -> set[str]:
    """Ids of all events of a report that hang together with one by part_of, up or down."""
    together = {local}
    links = [(told.event.id, told.event.part_of) for told in tellings if told.event.part_of]
    grown = True
    while grown:
        more = {end for link in links if together & {*link} for end in link if end} - together
        together |= more
        grown = bool(more)
    return together
