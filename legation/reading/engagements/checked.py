"""The parties that syntax finds, checked against those whom the language model sees.

Syntax takes whoever stands in the right place: "was dismissive of the talks between X and the ministers of Y and Z" has
a subject that takes no part. Who is named in the sentence and hardly seen gives way to who is surely seen there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.model import Role, RoleName
from legation.reading.engagements.likely import says_otherwise
from legation.reading.engagements.scene import Scene, acting, distinct, is_city
from legation.reading.people.cast import Unit

_KINDS = frozenset({"meeting", "talks", "call", "consultation", "summit", "visit", "signing"})
# Who is less likely is hardly seen, who is more likely is surely seen, and who lies above the third is seen at all.
_HARDLY, _SURELY, _SEEN = 0.05, 0.6, 0.4
_SIDES: Mapping[str, tuple[RoleName, ...]] = {"visit": ("guest", "host"), "signing": ("signatory",)}
_ARGUMENTS: Mapping[RoleName, tuple[str, ...]] = {
    "guest": ("guest", "party"),
    "host": ("host",),
    "participant": ("party", "guest", "host", "sender", "addressee"),
    "signatory": ("party",),
}


def checked(scene: Scene, roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles without those hardly seen, if two sides are left, others of the sentence are surely seen instead, or
    nobody is seen at all; and with those surely seen, if syntax gave fewer than two. A body alone may hold a summit.
    """
    if scene.word.kind not in _KINDS or (scene.word.kind == "summit" and len(roles) == 1):
        return tuple(roles)
    seen = {role.actor: likely for role in roles if (likely := _seen(scene, role)) is not None}
    kept = [role for role in roles if seen.get(role.actor, 1.0) >= _HARDLY]
    if len(kept) == len(roles) > 1:
        return tuple(roles)
    added = [] if says_otherwise(scene) or _describes(scene) else _surely(scene, kept)
    found = distinct([*kept, *added])
    if not found or (added and not scene.word.listed and not _has_person(scene, found)):
        # states are named for so many reasons that the model knows few of them as parties
        return tuple(roles)
    if len(roles) > 1 and not kept:
        return found
    well = sum(seen.get(role.actor, 1.0) >= _SEEN for role in found)
    enough = len(_sides(scene, found)) > 1 and (len(roles) < 2 or well > 1)
    return found if enough else tuple(roles)


def _has_person(scene: Scene, roles: Sequence[Role]) -> bool:
    return any(scene.cast.is_person(role.actor) for role in roles)


def _describes(scene: Scene) -> bool:
    """True for "the last president to visit Cuba was X"."""
    passage, trigger = scene.passage, scene.trigger
    infinitive = any(c.text.lower() == "to" for c in passage.children(trigger, "mark", "aux"))
    return infinitive and trigger.dep in ("acl", "acl:relcl")


def _seen(scene: Scene, role: Role) -> float | None:
    """How likely an actor of the sentence takes part, by the mention that speaks for it most; None for who is named
    elsewhere only."""
    units = [u for u in _units(scene) if role.actor in acting(scene, u) or role.actor in u.actors]
    likely = [_likely(scene, unit, role.role) for unit in units]
    return max(likely, default=None)


def _units(scene: Scene) -> list[Unit]:
    sentence = scene.passage.sentence_span(scene.trigger)
    return [u for u in scene.cast.at(sentence) if not u.span.covers(scene.trigger.span)]


def _likely(scene: Scene, unit: Unit, role: RoleName) -> float:
    found = scene.passage.likelihoods(scene.trigger, unit.span)
    place = found.get("place", 0.0) if role == "host" else 0.0
    return sum(found.get(name, 0.0) for name in _ARGUMENTS.get(role, ())) + place


def _surely(scene: Scene, kept: Sequence[Role]) -> list[Role]:
    """Those of the sentence who are surely seen and of no side that is there already, people before their states. Of a
    visit there is one host, and one guest."""
    cast = scene.cast
    found: list[Role] = []
    names = _SIDES.get(scene.word.kind, ("participant",))
    units = sorted(_units(scene), key=lambda u: (not any(cast.is_person(k) for k in u.actors), u.span))
    for unit in units:
        if is_city(scene, unit):
            continue
        role = max(names, key=lambda name: _likely(scene, unit, name))
        taken = len(names) > 1 and any(r.role == role for r in (*kept, *found))
        if not taken and _likely(scene, unit, role) >= _SURELY:
            sides = _sides(scene, [*kept, *found])
            found += [Role(role, key, unit.span) for key in acting(scene, unit) if _side(scene, key) not in sides]
    return found


def _sides(scene: Scene, roles: Sequence[Role]) -> set[str]:
    return {_side(scene, role.actor) for role in roles}


def _side(scene: Scene, key: str) -> str:
    return scene.cast.country_of(key) or key
