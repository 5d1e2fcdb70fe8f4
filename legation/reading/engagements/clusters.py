"""Drafts that tell of the same engagement, found and made one."""

from __future__ import annotations

from dataclasses import replace

from legation.model import UNKNOWN, Event, EventKind, Place, Role, RoleName, Status, When
from legation.reading.engagements.completing import hosted_here, with_host, with_likely
from legation.reading.engagements.dating import overlap
from legation.reading.engagements.draft import DRIFT, LEAD, REAL, Draft, Setting, Told, stands_for

FAMILY: dict[str, str] = {
    "meeting": "talk", "talks": "talk", "summit": "talk", "consultation": "talk",
}  # fmt: skip
_KIND_ORDER: tuple[EventKind, ...] = ("call", "summit", "talks", "consultation", "meeting")
_AHEAD = frozenset({"planned", "proposed"})
_NEAR = 4
# Paragraphs behind a call in which what was discussed in it may be told.
_CALLED = 8


def merged(drafts: list[Draft], setting: Setting) -> list[Told]:
    """One telling for each engagement that the drafts tell of, in text order; without ids."""
    placed = _with_dates_near(_with_both_sides(drafts, setting), setting)
    clusters = _clusters(placed, setting)
    taken = {d.trigger for cluster in clusters for d in cluster}
    alone = [d for d in placed if d.trigger not in taken]
    for complete in (hosted_here, with_host, with_likely):
        whole = {d.trigger: c for d in alone if (c := complete(d, clusters, setting))}
        if whole:
            clusters = _clusters([d for cluster in clusters for d in cluster] + list(whole.values()), setting)
            alone = [d for d in alone if d.trigger not in whole]
    return [_merged(cluster, setting) for cluster in clusters]


def _with_both_sides(drafts: list[Draft], setting: Setting) -> list[Draft]:
    """ "The sides signed": the parties of the engagement of two sides told last before, else the two named last."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.both and len(draft.actors) < 2 and not draft.definite:
            pairs = (pair for d in reversed(found) if len(pair := _two_sides(d, setting)) == 2)
            name: RoleName = "signatory" if draft.kind == "signing" else "participant"
            roles = tuple(Role(name, actor, draft.trigger) for actor in next(pairs, draft.both))
            draft = replace(draft, roles=roles)
        found.append(draft)
    return found


def _two_sides(draft: Draft, setting: Setting) -> tuple[str, ...]:
    """The parties of a draft if it is between two countries, one of each."""
    sides = {setting.country_of(r.actor): r.actor for r in reversed(draft.roles) if setting.country_of(r.actor)}
    return tuple(reversed(sides.values())) if len(sides) == 2 else ()


def _with_dates_near(drafts: list[Draft], setting: Setting) -> list[Draft]:
    """Undated drafts with the date the text is at: of the last dated draft of the paragraph, else the lead's day."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.when is UNKNOWN and draft.near is UNKNOWN:
            above = (d.when for d in reversed(found) if d.passage == draft.passage and d.when is not UNKNOWN)
            at_lead = draft.passage < LEAD and not draft.background and draft.status in REAL and not draft.elsewhen
            lead = setting.lead_day[0] if setting.lead_day and at_lead else UNKNOWN
            draft = replace(draft, near=next(above, lead))
        found.append(draft)
    return found


def _far_apart(draft: Draft, cluster: list[Draft]) -> bool:
    """True if the two are told in stretches of the text that are at different times (see ``Draft.near``)."""
    own, others = _time_of(draft), [when for d in cluster if (when := _time_of(d)) is not UNKNOWN]
    if own is UNKNOWN or not others or (draft.when is not UNKNOWN and any(d.when is not UNKNOWN for d in cluster)):
        return False
    return not any(overlap(own, other, DRIFT) for other in others)


def _time_of(draft: Draft) -> When:
    return draft.when if draft.when is not UNKNOWN else draft.near


def _clusters(drafts: list[Draft], setting: Setting) -> list[list[Draft]]:
    clusters: list[list[Draft]] = []
    for draft in sorted(drafts, key=lambda d: (len(d.actors) < 2, d.trigger.start)):
        home = _home(draft, clusters, setting)
        if home is not None:
            home.append(draft)
        elif len(draft.actors) > 1 or _of_a_body(draft, setting):
            clusters.append([draft])
    for cluster in clusters:
        cluster.sort(key=lambda d: d.trigger.start)
    return sorted(clusters, key=lambda c: c[0].trigger.start)


def _of_a_body(draft: Draft, setting: Setting) -> bool:
    """True for "the NATO summit", which needs nobody else to be one."""
    return draft.kind == "summit" and any(setting.is_body(a) for a in draft.actors)


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
    if _family(draft) != _family(first) and not _said_on_the_phone(draft, cluster):
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
    if _far_apart(draft, cluster) or _other_people(draft, actors, setting):
        return False
    if any(_ahead_and_past(draft, d, setting) or _ahead_and_past(d, draft, setting) for d in cluster):
        return False
    if len(draft.actors) < 2 and draft.other and not draft.actors:
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
    within, around = _covered(draft.actors, actors, setting), _covered(tuple(actors), list(draft.actors), setting)
    # what is planned between two and a third is not what two of them have done
    alike = (draft.status in _AHEAD) == (first.status in _AHEAD)
    return (within or around) if alike else (within and around)


def _said_on_the_phone(draft: Draft, cluster: list[Draft]) -> bool:
    """True for "the two discussed the war" or "during the talks", told behind a call of the same two: right behind it,
    if dated."""
    told_again = draft.kind == "talks" and draft.definite
    if (draft.kind != "meeting" or draft.mode is not None) and not told_again:
        return False
    if draft.place.country is not None:
        return False
    reach = 1 if draft.when is not UNKNOWN else _CALLED
    return any(
        d.kind == "call" and set(d.actors) == set(draft.actors) and 0 <= draft.passage - d.passage <= reach
        for d in cluster
    )


def _ahead_and_past(plan: Draft, done: Draft, setting: Setting) -> bool:
    """True for what is still planned and what took place long before the report."""
    if plan.status not in ("planned", "proposed") or done.status not in REAL or setting.published is None:
        return False
    past = done.when.interval
    return past is not None and (setting.published - past[1]).days > DRIFT


def _other_people(draft: Draft, actors: list[str], setting: Setting) -> bool:
    """True if the draft names somebody of a country of whom the others name somebody else."""
    people = [a for a in actors if setting.is_person(a)]
    countries = {setting.country_of(p) for p in people} - {None}
    return any(setting.is_person(a) and a not in people and setting.country_of(a) in countries for a in draft.actors)


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
        match = actor if actor in left else next((o for o in left if stands_for(actor, o, setting)), None)
        if match is None:
            return False
        left.remove(match)
    return True


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
        roles=_without_own_states(roles, setting) if kind != "visit" else _visitors(roles, setting),
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
            twin = next((r for r in roles if stands_for(role.actor, r.actor, setting)), None)
            if twin:
                roles[roles.index(twin)] = replace(role, role=twin.role)
    return tuple(roles)


def _without_own_states(roles: tuple[Role, ...], setting: Setting) -> tuple[Role, ...]:
    """A state beside its own person is no further party: "Russia and General X met Y" are two sides."""
    persons = {setting.country_of(r.actor) for r in roles if setting.is_person(r.actor)}
    fewer = tuple(r for r in roles if setting.is_person(r.actor) or setting.country_of(r.actor) not in persons - {None})
    return fewer if len(fewer) > 1 else roles


def _visitors(roles: tuple[Role, ...], setting: Setting) -> tuple[Role, ...]:
    """Roles of a visit; a state beside its own person is no further guest."""
    at_home = {setting.country_of(r.actor) for r in roles if r.role == "guest" and setting.is_person(r.actor)}
    return tuple(
        r
        for r in roles
        if r.role != "guest" or setting.is_person(r.actor) or setting.country_of(r.actor) not in at_home
    )


def _status(cluster: list[Draft]) -> Status:
    said = [d.status for d in cluster]
    for strong in ("denied", "cancelled", "postponed"):
        if strong in said:
            return strong
    statuses = [d.status for d in cluster if len(d.actors) > 1 or _looks_back(d)] or said
    return next((s for s in ("happened", "under way", "planned", "proposed") if s in statuses), "happened")


def _looks_back(draft: Draft) -> bool:
    """True for "during the meeting", which tells that what was planned has taken place."""
    return draft.definite and draft.during and not draft.elsewhen and draft.status == "happened"
