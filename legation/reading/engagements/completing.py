"""Engagements whose other party the sentence leaves out, since the report as a whole tells it.

A report written where the guest is says "ending a two-day visit" and means the country of its dateline; one that tells
of a visit says "after a welcoming ceremony" or "for talks" and means the host.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model import UNKNOWN, Place, Role, RoleName, When
from legation.reading.engagements.dating import overlap
from legation.reading.engagements.draft import DRIFT, REAL, TALKS, Draft, Setting

_WITH_HOST = TALKS | {"ceremony", "signing"}
# Paragraphs between the visit and what took place during it.
_NEAR = 3


def hosted_here(draft: Draft, clusters: Sequence[Sequence[Draft]], setting: Setting) -> Draft | None:
    """A visit of somebody from abroad that names no place, as one to the country the report is written from.

    Not if it is dated far from the report, or the report tells where else that guest went.
    """
    here = setting.dateline.country
    guests = [r.actor for r in draft.roles if r.role == "guest"]
    if draft.kind != "visit" or here is None or draft.place.country or draft.status not in REAL or draft.background:
        return None
    if not guests or len(guests) != len(draft.roles) or any(setting.country_of(g) in (here, None) for g in guests):
        return None
    if not all(setting.is_person(g) for g in guests) or not overlap(draft.when, _day(setting), DRIFT):
        return None
    if any(d.kind == "visit" and set(guests) & set(d.actors) for cluster in clusters for d in cluster):
        return None
    host = Role("host", setting.state_of(here), draft.trigger)
    return replace(draft, roles=(*draft.roles, host), place=Place(None, here), lent=True)


def with_host(draft: Draft, clusters: Sequence[Sequence[Draft]], setting: Setting) -> Draft | None:
    """Talks, a ceremony or a signing of which only the guest of a visit told nearby is named, or nobody: with the host.

    Not if the words say with whom, though it is not known who that is. A ceremony without a name is one of the visit if
    its own paragraph tells of it.
    """
    if draft.kind not in _WITH_HOST or len(draft.actors) > 1 or draft.status not in (*REAL, "planned"):
        return None
    if draft.against or not draft.listed or (not draft.actors and draft.kind != "ceremony"):
        return None
    for visit in (d for cluster in clusters for d in cluster if d.kind == "visit"):
        guests = [r for r in visit.roles if r.role == "guest"]
        hosts = [r for r in visit.roles if r.role == "host"]
        reach = _NEAR if draft.actors else 0
        if not guests or not hosts or abs(visit.passage - draft.passage) > reach:
            continue
        if set(draft.actors) <= {g.actor for g in guests} and overlap(draft.when, visit.when, 1):
            name: RoleName = "signatory" if draft.kind == "signing" else "participant"
            roles = tuple(Role(name, r.actor, r.span) for r in (*guests, hosts[0]))
            place = draft.place if draft.place.country else visit.place
            when = draft.when if draft.when is not UNKNOWN else visit.when
            return replace(draft, roles=roles, place=place, when=when, lent=True)
    return None


def with_likely(draft: Draft, clusters: Sequence[Sequence[Draft]], setting: Setting) -> Draft | None:
    """An engagement between those who most likely take part in it, by all that the report says of them.

    Not if its sentence tells another of the same: who "left to meet" somebody has met him, and visited nobody.
    """
    who = {role.actor for role in draft.likely}
    beside = (d for cluster in clusters for d in cluster if d.sentence == draft.sentence)
    if not who or any(who <= set(d.actors) for d in beside):
        return None
    return replace(draft, roles=draft.likely)


def _day(setting: Setting) -> When:
    if setting.lead_day:
        return setting.lead_day[0]
    return When.day(setting.published) if setting.published else UNKNOWN
