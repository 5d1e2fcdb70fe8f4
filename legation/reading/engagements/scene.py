"""What a trigger stands in, and its units as parties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Role, RoleName
from legation.reading.engagements.arguments import governing_verb, subjects
from legation.reading.engagements.lexicon import EngagementLexicon, TriggerWord
from legation.reading.engagements.topics import is_topic
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.states import stands_apart, state
from legation.register import Register

# "ministers of the ASEAN member states" are not ASEAN.
_MEMBERS = re.compile(r"(?:['’]s?)?(?: \([^()]{2,12}\))?[ -]members?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parties:
    """The roles of one engagement; destination: country of the place visited. own: found at the trigger itself."""

    roles: tuple[Role, ...]
    destination: str | None = None
    place: Unit | None = None
    own: int = 0


@dataclass(frozen=True)
class Scene:
    """What a trigger stands in."""

    cast: Cast
    register: Register
    lexicon: EngagementLexicon
    passage: Annotation
    trigger: Token
    word: TriggerWord


def roles_for(scene: Scene, units: list[Unit], role: RoleName) -> list[Role]:
    """A role for each actor of the units; bodies and delegations of a state take part as the state."""
    return [Role(role, actor, unit.span) for unit in units for actor in acting(scene, unit)]


def acting(scene: Scene, unit: Unit) -> list[str]:
    """The actors of a unit as parties: persons as they are, bodies of a state as the state."""
    return [state(scene.cast, iso3, scene.register) if iso3 else key for key, iso3 in standing(scene, unit)]


def standing(scene: Scene, unit: Unit) -> list[tuple[str, str | None]]:
    """The actors of a unit that can be parties, each with the state (ISO alpha-3) for which a body of it stands."""
    if _MEMBERS.match(scene.cast.page.text, unit.span.end):
        return []
    found: list[tuple[str, str | None]] = []
    for key in unit.actors:
        kind, country = scene.cast.kind_of(key), scene.cast.country_of(key)
        if kind in ("group", "organisation", "state") and country and not stands_apart(scene.cast, key):
            found.append((key, country))
        elif kind != "medium":
            found.append((key, None))
    return found


def person_like(scene: Scene, unit: Unit) -> bool:
    """True if one of the actors is a person."""
    return any(scene.cast.is_person(k) for k in unit.actors)


def is_group(scene: Scene, unit: Unit) -> bool:
    """True if one of the actors is a group, such as a delegation."""
    return any(scene.cast.kind_of(k) == "group" for k in unit.actors)


def keys(scene: Scene, units: list[Unit]) -> list[str]:
    """The actors of the units as parties, each once."""
    return list(dict.fromkeys(k for u in units for k in acting(scene, u)))


def distinct(roles: list[Role]) -> tuple[Role, ...]:
    """One role for each actor, the first."""
    seen: dict[str, Role] = {}
    for role in roles:
        seen.setdefault(role.actor, role)
    return tuple(seen.values())


def possessors(scene: Scene) -> list[Unit]:
    """ "X's meeting", "his visit": the unit whose possessive stands before the noun."""
    found = []
    for token in scene.passage.children(scene.trigger, "nmod:poss"):
        unit = scene.cast.unit_of(token)
        if unit:
            found.append(unit)
    if found:
        return found
    text = scene.cast.page.text
    for unit in scene.cast.before(scene.trigger.start):
        if scene.trigger.start - unit.span.end > 30:
            break
        gap = text[unit.span.end : scene.trigger.start]
        if re.match(r"['’]s?\s(?:[\w-]+\s){0,3}$", gap):
            return [unit]
    return []


def clause_subjects(scene: Scene) -> list[Unit]:
    """The subject of the clause a noun stands in: of a support verb, or of the verb the phrase modifies."""
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or is_topic(scene.passage, scene.trigger, scene.lexicon):
        return []
    if scene.trigger.dep.startswith("nsubj") and verb.dep == "conj":
        # "they held talks, and then a meeting with X took place"
        verb = scene.passage.tokens[verb.head]
    return [u for u in subjects(scene.cast, scene.passage, verb) if not u.span.covers(scene.trigger.span)]


def is_place(scene: Scene, unit: Unit) -> bool:
    """True for a state named by itself, which may be where something was."""
    return is_state(scene, unit) and unit.how in ("name", "metonym")


def is_state(scene: Scene, unit: Unit) -> bool:
    """True if all actors are states."""
    return all(scene.cast.kind_of(k) == "state" for k in unit.actors)


def is_city(scene: Scene, unit: Unit) -> bool:
    """True for a city as such, in which one meets and which is no side."""
    return any(h.span == unit.core and h.kind in ("city", "capital") for h in scene.cast.page.hits_in(unit.span))
