"""From drafts to the events of a report: drafts of one engagement made one, parts tied to their visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from legation.model import UNKNOWN, DatePoint, Event, EventKind, Place, Role, Span, Status, When
from legation.reading.engagements.dating import overlap
from legation.reading.engagements.finding import Draft

FAMILY: dict[str, str] = {
    "meeting": "talk", "talks": "talk", "summit": "talk", "consultation": "talk",
}  # fmt: skip
_KIND_ORDER: tuple[EventKind, ...] = ("summit", "talks", "consultation", "meeting")
_REAL = frozenset({"happened", "under way"})
_LEAD = 3
# How many days the telling may drift from the last date it named.
_DRIFT = 7
_NEAR = 4


@dataclass(frozen=True)
class Setting:
    """What structure needs to know of the report. country_of: actor key -> ISO alpha-3 or None."""

    country_of: Callable[[str], str | None]
    is_person: Callable[[str], bool]
    published: dt.date | None
    dateline: Place
    lead_day: tuple[When, Span] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the drafts it was made from, the first in the text first."""

    event: Event
    drafts: tuple[Draft, ...]
    when_span: Span | None


def build_events(drafts: list[Draft], setting: Setting) -> list[Told]:
    """The engagements of a report in order of first mention, dated and tied together as far as the text allows."""
    clusters = _clusters(_with_dates_near(drafts, setting), setting)
    told = [_merged(cluster, setting) for cluster in clusters]
    told = [t for t in told if _is_engagement(t.event, setting)]
    told = _with_parts(told, setting)
    told = _with_parts([_dated_by_lead(t, setting) for t in told], setting)
    return [replace(t, event=_located(t.event, setting)) for t in told]


# ---------------------------------------------------------------- one engagement, many words


def _with_dates_near(drafts: list[Draft], setting: Setting) -> list[Draft]:
    """Undated drafts with the date the text is at: of the last dated draft of the paragraph, else the lead's day."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.when is UNKNOWN:
            above = (d.when for d in reversed(found) if d.passage == draft.passage and d.when is not UNKNOWN)
            at_lead = draft.passage < _LEAD and not draft.background and draft.status in _REAL and not draft.elsewhen
            lead = setting.lead_day[0] if setting.lead_day and at_lead else UNKNOWN
            draft = replace(draft, near=next(above, lead))
        found.append(draft)
    return found


def _far_apart(draft: Draft, cluster: list[Draft]) -> bool:
    """True if one of the two is dated and the other told in a stretch of the text that is at another time."""
    if draft.when is UNKNOWN and draft.near is not UNKNOWN:
        dated = [d.when for d in cluster if d.when is not UNKNOWN]
        return bool(dated) and not any(overlap(draft.near, w, _DRIFT) for w in dated)
    if draft.when is not UNKNOWN and all(d.when is UNKNOWN for d in cluster):
        near = [d.near for d in cluster if d.near is not UNKNOWN]
        return bool(near) and not any(overlap(draft.when, n, _DRIFT) for n in near)
    return False


def _clusters(drafts: list[Draft], setting: Setting) -> list[list[Draft]]:
    clusters: list[list[Draft]] = []
    for draft in sorted(drafts, key=lambda d: (len(d.actors) < 2, d.trigger.start)):
        home = _home(draft, clusters, setting)
        if home is not None:
            home.append(draft)
        elif len(draft.actors) > 1:
            clusters.append([draft])
    for cluster in clusters:
        cluster.sort(key=lambda d: d.trigger.start)
    return sorted(clusters, key=lambda c: c[0].trigger.start)


def _home(draft: Draft, clusters: list[list[Draft]], setting: Setting) -> list[Draft] | None:
    """The cluster a draft belongs to: the nearest before it that fits; a later one only if it shares the parties."""
    fitting = [c for c in clusters if _same(draft, c, setting)]
    if not fitting:
        return None
    return min(fitting, key=lambda c: min(_distance(draft, d) for d in c))


def _family(draft: Draft) -> str:
    """Kinds that may be words for one engagement; a summit that somebody attends is not the talks of two."""
    if draft.kind == "summit" and sum(r.role != "host" for r in draft.roles) < 2:
        return "gathering"
    return FAMILY.get(draft.kind, draft.kind)


def _distance(a: Draft, b: Draft) -> int:
    gap = a.trigger.start - b.trigger.start
    return gap if gap >= 0 else 3 * -gap


def _same(draft: Draft, cluster: list[Draft], setting: Setting) -> bool:
    first = cluster[0]
    if _family(draft) != _family(first):
        return False
    actors = list(dict.fromkeys(a for d in cluster for a in d.actors))
    whens = [d.when for d in cluster if d.when is not UNKNOWN]
    slack = 1 if draft.kind == "visit" else 0
    if draft.when is not UNKNOWN and whens and not any(overlap(draft.when, w, slack) for w in whens):
        return False
    if (
        {draft.status, first.status} & {"cancelled", "denied", "postponed"}
        and draft.status != first.status
        and not draft.definite
    ):
        return False
    if _far_apart(draft, cluster):
        return False
    if len(draft.actors) < 2:
        near = any(d.trigger.start < draft.trigger.start and draft.passage - d.passage <= _NEAR for d in cluster)
        fits = not draft.actors or _covered(draft.actors, actors, setting)
        fits = fits and (draft.kind != "visit" or _same_guests(draft, cluster, setting))
        return near and (draft.definite or bool(draft.actors)) and fits
    if draft.kind == "visit" and not _same_guests(draft, cluster, setting):
        return False
    if draft.subtype and any(d.subtype and d.subtype != draft.subtype for d in cluster):
        return False
    if draft.kind == "visit" and first.kind == "visit" and not _same_destination(draft, cluster):
        return False
    if draft.place.city and any(d.place.city and d.place.country != draft.place.country for d in cluster):
        return False
    if any(_told_apart(draft, other) for other in cluster):
        return False
    if not set(draft.actors) & set(actors) and not _by_date_or_nearness(draft, cluster, setting):
        return False
    return _covered(draft.actors, actors, setting) or _covered(tuple(actors), list(draft.actors), setting)


def _told_apart(draft: Draft, other: Draft) -> bool:
    """True if one sentence tells both, in turn, with more people in the one than in the other."""
    if draft.sentence != other.sentence or draft.kind == "visit" or min(len(draft.actors), len(other.actors)) < 2:
        return False
    return set(draft.actors) != set(other.actors)


def _by_date_or_nearness(draft: Draft, cluster: list[Draft], setting: Setting) -> bool:
    """What states do is what their people do only if both are dated, told side by side, or "the talks" point back."""
    dated = draft.when is not UNKNOWN and any(d.when is not UNKNOWN for d in cluster)
    beside = any(abs(draft.passage - d.passage) <= 1 for d in cluster)
    undated = draft.when is UNKNOWN and all(d.when is UNKNOWN for d in cluster)
    points_back = draft.definite and not any(setting.is_person(a) for a in draft.actors)
    return dated or points_back or (undated and beside)


def _same_guests(draft: Draft, cluster: list[Draft], setting: Setting) -> bool:
    """True unless both name guests, and other ones."""
    own = tuple(r.actor for r in draft.roles if r.role == "guest")
    guests = [r.actor for d in cluster for r in d.roles if r.role == "guest"]
    if not own or not guests:
        return True
    return _covered(own, guests, setting) or _covered(tuple(dict.fromkeys(guests)), list(own), setting)


def _same_destination(draft: Draft, cluster: list[Draft]) -> bool:
    countries = {d.place.country for d in cluster if d.place.country}
    return not draft.place.country or not countries or draft.place.country in countries


def _covered(some: tuple[str, ...], all_: list[str], setting: Setting) -> bool:
    """True if every actor is among the others, a state counting as any of its persons and the other way round."""
    left = list(all_)
    for actor in some:
        match = actor if actor in left else next((o for o in left if _stands_for(actor, o, setting)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _stands_for(a: str, b: str, setting: Setting) -> bool:
    country = setting.country_of(a)
    if country is None or country != setting.country_of(b):
        return False
    return not (setting.is_person(a) and setting.is_person(b))


def _merged(cluster: list[Draft], setting: Setting) -> Told:
    main = max(cluster, key=lambda d: (len(d.actors) > 1, d.own > 0, _weight(d), -d.trigger.start))
    roles = _merged_roles(cluster, main, setting)
    dated = [d for d in cluster if d.when is not UNKNOWN]
    best = min(dated, key=lambda d: _width(d.when)) if dated else None
    kinds = {d.kind for d in cluster}
    kind = next((k for k in _KIND_ORDER if k in kinds), main.kind)
    places = [d.place for d in cluster if d.place.city] or [d.place for d in cluster if d.place.country]
    event = Event(
        id="",
        kind=kind,
        trigger=main.trigger,
        sentence=main.sentence,
        roles=_without_own_states(roles, setting) if kind != "visit" else roles,
        place=places[0] if places else Place(),
        when=best.when if best else UNKNOWN,
        status=_status(cluster),
        subtype=next((d.subtype for d in cluster if d.subtype), None),
        mode=next((d.mode for d in cluster if d.mode), None),
        topics=tuple(dict.fromkeys(t for d in cluster for t in d.topics))[:3],
        background=all(d.background for d in cluster),
    )
    return Told(event, tuple(cluster), best.when_span if best else None)


def _weight(draft: Draft) -> int:
    return len(draft.actors) + (draft.when is not UNKNOWN)


def _width(when: When) -> tuple[int, int]:
    if when.interval:
        return (0, (when.interval[1] - when.interval[0]).days)
    return (1 if when.start.day else 2, 0)


def _merged_roles(cluster: list[Draft], main: Draft, setting: Setting) -> tuple[Role, ...]:
    """Roles of the fullest draft; a person known from another draft takes the place of their state."""
    roles = list(main.roles)
    for draft in cluster:
        for role in draft.roles:
            if any(r.actor == role.actor for r in roles) or not setting.is_person(role.actor):
                continue
            twin = next((r for r in roles if _stands_for(role.actor, r.actor, setting)), None)
            if twin:
                roles[roles.index(twin)] = replace(role, role=twin.role)
    return tuple(roles)


def _without_own_states(roles: tuple[Role, ...], setting: Setting) -> tuple[Role, ...]:
    """A state beside its own person is no further party: "Russia and General X met Y" are two sides."""
    persons = {setting.country_of(r.actor) for r in roles if setting.is_person(r.actor)}
    fewer = tuple(r for r in roles if setting.is_person(r.actor) or setting.country_of(r.actor) not in persons - {None})
    return fewer if len(fewer) > 1 else roles


def _status(cluster: list[Draft]) -> Status:
    said = [d.status for d in cluster]
    for strong in ("denied", "cancelled", "postponed"):
        if strong in said:
            return strong
    statuses = [d.status for d in cluster if len(d.actors) > 1] or said
    return next((s for s in ("happened", "under way", "planned", "proposed") if s in statuses), "happened")


# ---------------------------------------------------------------- what counts


def _is_engagement(event: Event, setting: Setting) -> bool:
    """An identifiable contact of different sides: two countries, a body, or a medium. Bare proposals are none."""
    actors = event.actors()
    if len(actors) < 2:
        return False
    if event.status == "proposed" and event.when is UNKNOWN:
        return False
    if event.kind in ("interview", "message"):
        return True
    if event.kind == "visit":
        guests, hosts = event.actors("guest"), event.actors("host")
        return bool(guests and hosts) and all(
            setting.country_of(g) not in {setting.country_of(h) for h in hosts} for g in guests
        )
    countries = {setting.country_of(a) for a in actors}
    return len(countries) > 1 or None in countries


# ---------------------------------------------------------------- wholes and parts


def _with_parts(told: list[Told], setting: Setting) -> list[Told]:
    """Ids, and each part tied to its visit; dates and places are lent both ways where one side has none."""
    numbered = [replace(t, event=replace(t.event, id=f"e{n}")) for n, t in enumerate(told, 1)]
    visits = [t for t in numbered if t.event.kind == "visit"]
    tied = [_tied(t, _whole(t, visits, setting)) if t.event.kind != "visit" else t for t in numbered]
    spanned = [_spanning_parts(t, tied) if t.event.kind == "visit" else t for t in tied]
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
    fitting = []
    for visit in visits:
        guests = visit.event.actors("guest")
        hosts = {setting.country_of(h) for h in visit.event.actors("host")}
        # whoever sends a message is elsewhere
        senders = part.event.actors("sender")
        actors = tuple(a for a in part.event.actors() if a not in senders)
        guest_there = any(g in actors or any(_stands_for(g, a, setting) for a in actors) for g in guests)
        host_there = any(setting.country_of(a) in hosts for a in actors) or part.event.place.country in hosts
        if not guest_there or not host_there or part.event.mode in ("phone", "video") or part.event.kind == "interview":
            continue
        if visit.event.status not in _REAL and part.event.status in _REAL:
            continue
        if overlap(part.event.when, visit.event.when, 1):
            fitting.append(visit)
    if not fitting:
        return None
    return min(
        fitting, key=lambda v: min(abs(a.trigger.start - b.trigger.start) for a in part.drafts for b in v.drafts)
    )


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
    in_lead = any(d.passage < _LEAD and not d.elsewhen for d in told.drafts) and not event.background
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
    if not overlap(event.when, day, _DRIFT):
        return event
    country = event.place.country
    sides = {setting.country_of(a) for a in event.actors()}
    if setting.dateline.country and (
        country == setting.dateline.country or (country is None and setting.dateline.country in sides)
    ):
        return replace(event, place=setting.dateline)
    return event
