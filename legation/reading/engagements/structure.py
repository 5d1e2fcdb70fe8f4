"""From drafts to the events of a report: what counts, which part belongs to which visit, when the main news was."""

from __future__ import annotations

from dataclasses import replace

from legation.model import UNKNOWN, DatePoint, Event, When
from legation.reading.engagements.clusters import merged
from legation.reading.engagements.confidence import confidence
from legation.reading.engagements.dating import overlap
from legation.reading.engagements.draft import DRIFT, LEAD, REAL, Draft, Setting, Told, stands_for

# Days after which something is of another occasion than the visit a report tells without its day.
_LONG = 60


def build_events(drafts: list[Draft], setting: Setting) -> list[Told]:
    """The engagements of a report in order of first mention, dated and tied together as far as the text allows."""
    told = [t for t in merged(drafts, setting) if _is_engagement(t.event, setting)]
    told = _with_parts(told, setting)
    told = _with_parts([_dated_by_lead(t, setting) for t in told], setting)
    located = (replace(t, event=_located(t.event, setting)) for t in told)
    return [replace(t, event=replace(t.event, score=confidence(t, setting))) for t in located]


# ---------------------------------------------------------------- what counts


def _is_engagement(event: Event, setting: Setting) -> bool:
    """An identifiable contact of different sides: two countries, a body, or a medium. Bare proposals are none."""
    actors = event.actors()
    if len(actors) < 2:
        return _is_of_a_body(event, setting)
    if event.status == "proposed" and event.when is UNKNOWN:
        return False
    if event.kind == "message":
        countries = {setting.country_of(a) for a in actors}
        return len(countries) > 1 or None in countries
    if event.kind == "interview":
        return True
    if event.kind == "visit":
        guests, hosts = event.actors("guest"), event.actors("host")
        return bool(guests and hosts) and all(
            setting.country_of(g) not in {setting.country_of(h) for h in hosts} for g in guests
        )
    countries = {setting.country_of(a) for a in actors}
    return len(countries) > 1 or None in countries


def _is_of_a_body(event: Event, setting: Setting) -> bool:
    """True for "the NATO summit in April": of an organisation of states, with its day or place."""
    told = event.when is not UNKNOWN or event.place.country is not None
    return event.kind == "summit" and told and any(setting.is_body(a) for a in event.actors())


# ---------------------------------------------------------------- wholes and parts


def _with_parts(told: list[Told], setting: Setting) -> list[Told]:
    """Ids, and each part tied to its visit; dates and places are lent both ways where one side has none."""
    numbered = [replace(t, event=replace(t.event, id=f"e{n}")) for n, t in enumerate(told, 1)]
    visits = [t for t in numbered if t.event.kind == "visit"]
    tied = [_tied(t, _whole(t, visits, setting)) if t.event.kind != "visit" else t for t in numbered]
    spanned = [_placed_by_parts(_spanning_parts(t, tied), tied) if t.event.kind == "visit" else t for t in tied]
    wholes = {t.event.id: t.event for t in spanned if t.event.kind == "visit"}
    return [_lent(t, wholes[t.event.part_of]) if t.event.part_of else t for t in spanned]


def _tied(part: Told, whole: Told | None) -> Told:
    return replace(part, event=replace(part.event, part_of=whole.event.id)) if whole else part


def _lent(part: Told, whole: Event) -> Told:
    """A part without a date took place during its visit; one without a place, where the visit was."""
    event = part.event
    if event.when is UNKNOWN and whole.when is not UNKNOWN:
        event = replace(event, when=replace(whole.when, reason=f"during the visit ({whole.when.edtf})"))
    if event.place.country is None and event.mode == "in_person":
        event = replace(event, place=whole.place)
    return replace(part, event=event)


def _whole(part: Told, visits: list[Told], setting: Setting) -> Told | None:
    """The visit a meeting, talks, a signing or greetings belong to: same guest, same host country, dates that agree."""
    fitting: list[Told] = []
    if part.event.when is UNKNOWN and all(d.elsewhen for d in part.drafts):
        return None
    for visit in visits:
        guests = visit.event.actors("guest")
        hosts = {setting.country_of(h) for h in visit.event.actors("host")}
        # whoever sends a message is elsewhere
        senders = part.event.actors("sender")
        actors = tuple(a for a in part.event.actors() if a not in senders)
        guest_there = any(g in actors or any(stands_for(g, a, setting) for a in actors) for g in guests)
        host_there = any(setting.country_of(a) in hosts for a in actors) or part.event.place.country in hosts
        if not guest_there or not host_there or part.event.mode in ("phone", "video") or part.event.kind == "interview":
            continue
        if visit.event.status not in REAL and part.event.status in REAL:
            continue
        if visit.event.when is UNKNOWN and _long_ago(part.event, setting):
            continue
        if overlap(part.event.when, visit.event.when, 1):
            fitting.append(visit)
    if not fitting:
        return None
    return min(
        fitting, key=lambda v: min(abs(a.trigger.start - b.trigger.start) for a in part.drafts for b in v.drafts)
    )


def _long_ago(event: Event, setting: Setting) -> bool:
    """True for "signed in 2022", which is no part of a visit that the report of today tells without its day."""
    past = event.when.interval
    return past is not None and setting.published is not None and (setting.published - past[1]).days > _LONG


def _spanning_parts(visit: Told, told: list[Told]) -> Told:
    """A visit without a date, or dated by one day, lasts at least as long as its dated parts near that day."""
    parts = [t.event for t in told if t.event.part_of == visit.event.id and t.event.when.precision == "day"]
    intervals = [p.when.interval for p in parts if p.when.interval]
    when = visit.event.when
    if when is UNKNOWN and intervals:
        first, last = min(i[0] for i in intervals), max(i[1] for i in intervals)
        if (last - first).days <= 5:
            found = When.between(first, last, "day" if first == last else "range", "by what took place during it")
            return replace(visit, event=replace(visit.event, when=found))
    elif when is UNKNOWN and parts:
        return replace(
            visit, event=replace(visit.event, when=replace(parts[0].when, reason="by what took place during it"))
        )
    elif when.precision == "day" and when.interval and intervals:
        near = [i for i in intervals if abs((i[0] - when.interval[0]).days) <= 3]
        first, last = min([when.interval[0], *(i[0] for i in near)]), max([when.interval[1], *(i[1] for i in near)])
        if (first, last) != when.interval:
            longer = When.between(first, last, "range", f"{when.reason}; with what took place during it")
            return replace(visit, event=replace(visit.event, when=longer))
    elif when.year_open and when.precision == "day" and parts:
        days = sorted({when.start, *(p.when.start for p in parts if p.when.year_open)}, key=_month_day)
        if len(days) > 1 and _close(days[0], days[-1]):
            longer = replace(
                when,
                start=days[0],
                end=days[-1],
                precision="range",
                reason=f"{when.reason}; with what took place during it",
            )
            return replace(visit, event=replace(visit.event, when=longer))
    return visit


def _placed_by_parts(visit: Told, told: list[Told]) -> Told:
    """A visit of which only the country is told, in the one city where all that took place during it was."""
    place = visit.event.place
    cities = {t.event.place for t in told if t.event.part_of == visit.event.id and t.event.place.city}
    if place.city or len({c.city for c in cities}) != 1:
        return visit
    there = cities.pop()
    if place.country not in (None, there.country):
        return visit
    return replace(visit, event=replace(visit.event, place=there))


def _month_day(point: DatePoint) -> tuple[int, int]:
    return (point.month or 0, point.day or 0)


def _close(a: DatePoint, b: DatePoint) -> bool:
    return a.month == b.month and 0 <= (b.day or 0) - (a.day or 0) <= 3


# ---------------------------------------------------------------- the main news


def _dated_by_lead(told: Told, setting: Setting) -> Told:
    """An undated event told in the lead took place on the day the lead names, else on the dateline day.

    Not for background, plans and visits' parts that already have a date; the reason says so.
    """
    event = told.event
    in_lead = any(d.passage < LEAD and not d.elsewhen for d in told.drafts) and not event.background
    if event.when is not UNKNOWN or not in_lead or event.status not in ("happened", "under way") or event.part_of:
        return told
    if setting.lead_day:
        when, span = setting.lead_day
        return replace(told, event=replace(event, when=replace(when, reason="the day the lead names")), when_span=span)
    if setting.published:
        when = replace(
            When.day(setting.published, "the day of publication; the report names no other"), approximate=True
        )
        return replace(told, event=replace(event, when=when))
    return told


def _located(event: Event, setting: Setting) -> Event:
    """The dateline city, for what took place in the dateline country and names no other place."""
    if (
        event.place.city
        or event.mode in ("phone", "video")
        or event.kind in ("message", "interview")
        or event.background
    ):
        return event
    day = setting.lead_day[0] if setting.lead_day else When.day(setting.published) if setting.published else UNKNOWN
    if not overlap(event.when, day, DRIFT):
        return event
    country = event.place.country
    sides = {setting.country_of(a) for a in event.actors()}
    if setting.dateline.country and (
        country == setting.dateline.country or (country is None and setting.dateline.country in sides)
    ):
        return replace(event, place=setting.dateline)
    return event
