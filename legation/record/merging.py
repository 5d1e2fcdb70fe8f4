"""Which tellings of several reports are one event: a first, careful rule.

Two tellings are one event if their kinds are of one family, their parties fit side by side (no named person
against another) and their dates can be the same. What fits only weakly (a date unknown or as wide as a month, a
state in place of a person) is merged only if there is no second event it could be as well. Two tellings of one
report are never made one here: the reading has already said that they are two.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model import Event, EventKind, Place, Status, When
from legation.record import dates
from legation.record.parties import PartiesFit, Party, fit
from legation.register.names import fold

_MEETINGS: frozenset[EventKind] = frozenset({"meeting", "talks", "summit", "consultation"})

_CLOSE_DAYS = 14
# A dated interval longer than this says roughly when; the event needs more to be known by.
_VAGUE_DAYS = 7
_VERY_LONG_DAYS = 370
# So many sides together are known by that alone.
_TELLING_SIDES = 3
_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is compared: an event of the record, or one telling that may become part of one.

    published: publication days of the reports that tell it (None: unknown). whole: id of the event it is part
    of, if that is known. gathering: told as a summit.
    """

    id: str
    family: str
    when: When
    parties: tuple[Party, ...]
    place: Place = _NOWHERE
    published: tuple[dt.date | None, ...] = (None,)
    whole: str | None = None
    gathering: bool = False
    status: Status = "happened"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two occasions are. firm: good by itself; not firm: good only if there is no other as good."""

    score: float
    firm: bool


def family(kind: EventKind, mode: str | None, plover: str | None) -> str:
    """Kinds that reports use for the same event share a family; talks on the phone are a call."""
    if kind in _MEETINGS:
        return "call" if mode == "phone" else "meeting"
    return f"act {plover}" if kind == "act" else kind


def likeness(telling: Occasion, event: Occasion) -> Likeness | None:
    """How like they are; None if they cannot be one event. Symmetric."""
    if telling.family != event.family:
        return None
    many = telling.gathering and event.gathering
    parties = fit(parties_with_host(telling), parties_with_host(event), many=many)
    if parties is None or not _places_meet(telling, event, parties):
        return None
    if parties.sides == 1 and parties.people < 2 and not many and not _city_agrees(telling.place, event.place):
        return None  # "X held talks on Monday": with whom is not said, and only the city can tell them from others
    time = _time_likeness(telling, event, parties)
    if time is None:
        return None
    firm = time.firm and parties.score > 0.7 and not telling.family.startswith("act")
    score = parties.score + time.score + _place_score(telling.place, event.place) + _nearness(telling, event)
    return Likeness(round(score, 6), firm)


def assign(tellings: Sequence[Occasion], events: Sequence[Occasion]) -> dict[str, str]:
    """Telling id -> event id for tellings that belong to an event of the record; the others are new events.

    All tellings are of one report, so an event takes one of them at most. Wholes are decided before parts: a part
    of the same whole is known by that. The best pairs go first; equal ones in the order given.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for level in _levels(tellings):
        ranked = _ranked([_placed(telling, given) for telling in level], events)
        for _, telling_at, event_at in ranked:
            telling, event = level[telling_at], events[event_at]
            if telling.id not in given and event.id not in taken:
                given[telling.id] = event.id
                taken.add(event.id)
    return given


def occasion(event: Event, parties: Sequence[Party], published: dt.date | None) -> Occasion:
    """One telling as an occasion; ``whole`` is the local id of its whole."""
    return Occasion(
        id=event.id,
        family=family(event.kind, event.mode, event.plover),
        when=event.when,
        parties=tuple(parties),
        place=event.place,
        published=(published,),
        whole=event.part_of,
        gathering=event.kind == "summit",
        status=event.status,
    )


def _levels(tellings: Sequence[Occasion]) -> list[list[Occasion]]:
    """Tellings that are no part of another, then their parts, and theirs; rings are put last."""
    left, done, levels = list(tellings), set[str](), list[list[Occasion]]()
    ids = {telling.id for telling in tellings}
    while left:
        level = [t for t in left if t.whole is None or t.whole in done or t.whole not in ids] or left
        levels.append(level)
        done |= {t.id for t in level}
        left = [t for t in left if t.id not in done]
    return levels


def _placed(telling: Occasion, given: Mapping[str, str]) -> Occasion:
    """The telling with the event that its whole has become; without a whole if that is new."""
    return replace(telling, whole=given.get(telling.whole or ""))


def _ranked(tellings: Sequence[Occasion], events: Sequence[Occasion]) -> list[tuple[float, int, int]]:
    ranked = []
    for i, telling in enumerate(tellings):
        found = [(like, j) for j, event in enumerate(events) if (like := likeness(telling, event)) is not None]
        best = max((like.score for like, _ in found), default=0.0)
        rivals = [like for like, _ in found if like.score > best - 0.05]
        # No choice among equals without a firm ground: left apart, they can still be joined by a person.
        sure = len(rivals) == 1 or all(like.firm for like in rivals)
        ranked += [(-like.score, i, j) for like, j in found if like.firm or (sure and like.score == best)]
    return sorted(ranked)


def parties_with_host(o: Occasion) -> tuple[Party, ...]:
    """The parties; a visit whose host is not named is made to the country of its place."""
    if o.family != "visit" or not o.place.country or any(p.standing == "host" for p in o.parties):
        return o.parties
    if any(p.country == o.place.country for p in o.parties):
        return o.parties
    return (*o.parties, Party(o.place.country, "state", o.place.country, o.place.country, standing="host"))


# ---------------------------------------------------------------- place


def _places_meet(a: Occasion, b: Occasion, parties: PartiesFit) -> bool:
    """Other countries: other events. Other cities: other events, unless all parties and the very days agree."""
    if a.place.country and b.place.country and a.place.country != b.place.country:
        return False
    if _city_agrees(a.place, b.place) is not False:
        return True
    return parties.named and a.when.interval is not None and dates.same(a.when, b.when)


def _city_agrees(a: Place, b: Place) -> bool | None:
    return fold(a.city) == fold(b.city) if a.city and b.city else None


def _place_score(a: Place, b: Place) -> float:
    agrees = _city_agrees(a, b)
    if agrees is not None:
        return 0.3 if agrees else -0.3
    return 0.1 if a.country and a.country == b.country else 0.0


# ---------------------------------------------------------------- time


def _time_likeness(a: Occasion, b: Occasion, parties: PartiesFit) -> Likeness | None:
    if a.whole and a.whole == b.whole and dates.overlap(a.when, b.when):
        return Likeness(0.9, parties.named)
    if dates.is_unknown(a.when) or dates.is_unknown(b.when):
        # States meet all the time; without a date only people, or the city, tell which time is meant.
        known = parties.named and (parties.people > 0 or bool(_city_agrees(a.place, b.place)))
        possible = known and _told_close(a, b) and _can_have_been(a, b) and _can_have_been(b, a)
        return Likeness(0.3, False) if possible else None
    if not dates.overlap(a.when, b.when):
        return None
    if a.when.year_open or b.when.year_open:
        return _year_free_likeness(a, b)
    longest = max(dates.length(a.when), dates.length(b.when))
    if longest > _VAGUE_DAYS and not dates.same(a.when, b.when):
        known = parties.named or parties.sides >= _TELLING_SIDES
        return Likeness(0.5 if longest <= _VERY_LONG_DAYS else 0.3, False) if known else None
    firm = longest <= _VAGUE_DAYS
    return Likeness(1.0 if dates.same(a.when, b.when) else 0.8, firm)


def _year_free_likeness(a: Occasion, b: Occasion) -> Likeness | None:
    """The same days of a year that one of them does not state, unless the publication says it was another year."""
    for told, dated in ((a, b), (b, a)):
        if dated.when.interval and told.when.year_open and not _year_can_be(told, dated):
            return None
    longest = max(dates.length(a.when), dates.length(b.when))
    if not a.when.year_open or not b.when.year_open:
        return Likeness(0.6, False)
    return Likeness(0.8 if dates.same(a.when, b.when) else 0.6, longest <= _VAGUE_DAYS and _published_near(a, b))


def _year_can_be(told: Occasion, dated: Occasion) -> bool:
    """A report that leaves the year out speaks of the year around its publication, if that is known."""
    year = dates.year_from(told.when, dated.when)
    days = [day for day in told.published if day]
    return year is not None and (not days or any(abs(day.year - year) <= 1 for day in days))


def _told_close(a: Occasion, b: Occasion) -> bool:
    """True if nothing says that the two were told in different weeks."""
    gap = _publication_gap(a, b)
    if gap is not None:
        return gap <= _CLOSE_DAYS
    return _date_near_publication(a, b) and _date_near_publication(b, a)


def _can_have_been(told: Occasion, dated: Occasion) -> bool:
    """What is told without a date as past was not after the publication, what is told as to come not before it."""
    days = [day for day in told.published if day]
    if not dates.is_unknown(told.when) or dated.when.interval is None or not days:
        return True
    if told.status in ("happened", "under way"):
        return dated.when.interval[0] <= max(days)
    return dated.when.interval[1] >= min(days)


def _date_near_publication(dated: Occasion, told: Occasion) -> bool:
    days = [day for day in told.published if day]
    if dated.when.interval is None or not days:
        return True
    return any(dates.days_apart(dated.when, When.day(day)) <= _CLOSE_DAYS for day in days)


def _published_near(a: Occasion, b: Occasion) -> bool:
    gap = _publication_gap(a, b)
    return gap is None or gap <= 180


def _publication_gap(a: Occasion, b: Occasion) -> int | None:
    gaps = [abs((x - y).days) for x in a.published for y in b.published if x and y]
    return min(gaps, default=None)


def _nearness(a: Occasion, b: Occasion) -> float:
    gap = _publication_gap(a, b)
    if gap is None:
        return 0.05
    return 0.2 if gap <= 3 else 0.1 if gap <= _CLOSE_DAYS else 0.0
