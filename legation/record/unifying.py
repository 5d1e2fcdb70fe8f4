"""One event from its tellings: which date, status, place and roles to show, and what the reports disagree on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from legation.model import DatePoint, Event, EventKind, Place, RoleName, Status, When
from legation.record import dates
from legation.record.events import Conflict, Version
from legation.record.parties import Party, same_person
from legation.register.names import fold, words

T = TypeVar("T")

# Of kinds that share a family the most telling word wins a tie.
_PLAIN_TO_TELLING: tuple[EventKind, ...] = ("meeting", "consultation", "talks", "summit", "call")
# What has come to pass outweighs what was to come; among the rest the later report is right.
_DONE: tuple[Status, ...] = ("happened", "under way")
_STRENGTH: tuple[Status, ...] = ("cancelled", "postponed", "denied", "planned", "proposed")
_AGAINST: frozenset[Status] = frozenset({"cancelled", "postponed", "denied"})
_NO_DAY = dt.date.min


@dataclass(frozen=True, slots=True)
class Told:
    """One telling with what is needed to unify it with others.

    event: as read, actors by their keys in the record. parties: its actors. parent: the merged event it is part
    of. date_quote: the words of the date. year, year_reason: the open year once it is filled in. sentence,
    paragraph_print: the passage, to see copies by. order: place in the order of reading. offices: actor and office
    as the report words it.
    """

    report: str
    order: tuple[int, int]
    event: Event
    parties: tuple[Party, ...]
    published: dt.date | None = None
    parent: str | None = None
    date_quote: str = ""
    year: int | None = None
    year_reason: str = ""
    topic_words: tuple[str, ...] = ()
    sentence: str = ""
    paragraph_print: str = ""
    copied_from: str | None = None
    offices: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """The report and the event's id in it."""
        return self.report, self.event.id

    @property
    def when(self) -> When:
        """The date as given, with the year filled in if it has become known."""
        if self.year is None or not self.event.when.year_open:
            return self.event.when
        return dates.in_year(self.event.when, self.year, self.year_reason) or self.event.when


@dataclass(frozen=True, slots=True)
class Unified:
    """What the record shows of an event. offices: by actor, as the first report words them."""

    kind: EventKind
    subtype: str | None
    status: Status
    when: When
    date_report: str | None
    place: Place
    mode: str | None
    plover: str | None
    plover_mode: str | None
    part_of: str | None
    roles: tuple[tuple[RoleName, str], ...]
    topics: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    reports: int
    independent: int
    offices: Mapping[str, str]


def fill_years(tellings: Sequence[Told]) -> list[Told]:
    """The tellings, open years filled from a telling of the same event that has one; the reason names its report."""
    dated: dict[tuple[DatePoint, DatePoint], Told] = {}
    for told in tellings:
        if told.when.interval:
            dated.setdefault((told.when.start, told.when.end), told)
    return [_with_year(told, list(dated.values())) for told in tellings]


def _with_year(told: Told, dated: Sequence[Told]) -> Told:
    if not told.when.year_open:
        return told
    for other in dated:
        year = dates.year_from(told.event.when, other.when)
        if year is not None:
            return replace(told, year=year, year_reason=_year_reason(year, other))
    return told


def _year_reason(year: int, other: Told) -> str:
    if other.event.when.year_open and other.year_reason:
        return other.year_reason
    if str(year) in other.date_quote:
        return f"year {year} from report {other.report}: '{other.date_quote}'"
    known = f" ({other.event.when.reason})" if other.event.when.reason else ""
    return f"year {year} from report {other.report}: {other.event.when.edtf}{known}"


def unify(tellings: Sequence[Told]) -> Unified:
    """One event from its tellings (in the order of reading, open years filled); there must be at least one."""
    events = [told.event for told in tellings]
    kind = _kind(events)
    when, date_report = _date(tellings, kind)
    stands_for = _same_people(list({party.key: party for told in tellings for party in told.parties}.values()))
    return Unified(
        kind=kind,
        subtype=_most(event.subtype for event in events),
        status=status(tellings),
        when=when,
        date_report=date_report,
        place=_place(events),
        mode=_most(event.mode for event in events),
        plover=_most(event.plover for event in events),
        plover_mode=_most(event.plover_mode for event in events),
        part_of=_most(told.parent for told in tellings),
        roles=_roles(tellings, stands_for),
        topics=_topics(tellings),
        conflicts=_conflicts(tellings),
        reports=len({told.report for told in tellings}),
        independent=sum(told.copied_from is None for told in tellings),
        offices=_offices(tellings, stands_for),
    )


def status(tellings: Sequence[Told]) -> Status:
    """Happened if any report says so; else what the latest report says; of reports of one day the strongest."""
    said = [told.event.status for told in tellings]
    for done in _DONE:
        if done in said:
            return done
    latest = max(told.published or _NO_DAY for told in tellings)
    last_said = [told.event.status for told in tellings if latest in (told.published or _NO_DAY, _NO_DAY)]
    return min(last_said, key=_STRENGTH.index)


def _kind(events: Sequence[Event]) -> EventKind:
    counts = Counter(event.kind for event in events)
    most = max(counts.values())
    tied = [kind for kind, count in counts.items() if count == most]
    return max(tied, key=lambda kind: _PLAIN_TO_TELLING.index(kind) if kind in _PLAIN_TO_TELLING else -1)


def _date(tellings: Sequence[Told], kind: EventKind) -> tuple[When, str | None]:
    whens = [told.when for told in tellings]
    at = dates.best(whens, whole=kind in ("visit", "summit")) or 0
    return whens[at], None if dates.is_unknown(whens[at]) else tellings[at].report


def _place(events: Sequence[Event]) -> Place:
    """The place most reports name; a city goes before a country alone."""
    cities = [event.place for event in events if event.place.city]
    if cities:
        city = _most(fold(place.city or "") for place in cities)
        named = [place for place in cities if fold(place.city or "") == city]
        return Place(named[0].city, _most(place.country for place in named))
    return Place(None, _most(event.place.country for event in events))


def _roles(tellings: Sequence[Told], stands_for: Mapping[str, str]) -> tuple[tuple[RoleName, str], ...]:
    """All roles, each once; the same person under two names is kept under the fuller one."""
    roles: dict[tuple[RoleName, str], None] = {}
    for told in tellings:
        for role in told.event.roles:
            roles[role.role, stands_for.get(role.actor, role.actor)] = None
    special = {actor for role, actor in roles if role != "participant"}
    return tuple((role, actor) for role, actor in roles if role != "participant" or actor not in special)


def _offices(tellings: Sequence[Told], stands_for: Mapping[str, str]) -> Mapping[str, str]:
    offices: dict[str, str] = {}
    for told in tellings:
        for actor, office in told.offices:
            offices.setdefault(stands_for.get(actor, actor), office)
    return offices


def _same_people(parties: Sequence[Party]) -> Mapping[str, str]:
    """Key -> key of the same person with the fuller name, for those who appear under two keys."""
    people = sorted((p for p in parties if p.kind == "person" and p.named), key=_fullness)
    stands_for: dict[str, str] = {}
    for i, person in enumerate(people):
        fuller = next((other for other in reversed(people[i + 1 :]) if same_person(person, other)), None)
        if fuller:
            stands_for[person.key] = fuller.key
    return stands_for


def _fullness(party: Party) -> tuple[bool, bool, int, str]:
    return party.in_register, party.country is not None, len(words(party.name)), party.key


def _topics(tellings: Sequence[Told]) -> tuple[str, ...]:
    topics: dict[str, str] = {}
    for told in tellings:
        for topic in told.topic_words:
            topics.setdefault(" ".join(topic.casefold().split()), topic)
    return tuple(topics.values())


def _conflicts(tellings: Sequence[Told]) -> tuple[Conflict, ...]:
    found = [_status_conflict(tellings), _date_conflict(tellings), _place_conflict(tellings)]
    return tuple(conflict for conflict in found if conflict)


def _status_conflict(tellings: Sequence[Told]) -> Conflict | None:
    said = {told.event.status for told in tellings}
    if len(said) < 2 or not said & _AGAINST:
        return None
    return Conflict("status", _versions(tellings, lambda told: told.event.status))


def _date_conflict(tellings: Sequence[Told]) -> Conflict | None:
    dated = [told for told in tellings if told.when.interval]
    given = list({(told.when.start, told.when.end): told.when for told in dated}.values())
    disagree = any(not dates.nested(a, b) for i, a in enumerate(given) for b in given[i + 1 :])
    return Conflict("date", _versions(dated, lambda told: told.when.edtf)) if disagree else None


def _place_conflict(tellings: Sequence[Told]) -> Conflict | None:
    placed = [told for told in tellings if told.event.place.city]
    if len({fold(told.event.place.city or "") for told in placed}) < 2:
        return None
    return Conflict("place", _versions(placed, lambda told: told.event.place.city or ""))


def _versions(tellings: Iterable[Told], value: Callable[[Told], str]) -> tuple[Version, ...]:
    reports: dict[str, dict[str, None]] = {}
    for told in tellings:
        reports.setdefault(value(told), {})[told.report] = None
    return tuple(Version(said, tuple(by)) for said, by in reports.items())


def _most(values: Iterable[T | None]) -> T | None:
    """The value given most often, the first of equals; None if none is given."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value]) if counts else None
