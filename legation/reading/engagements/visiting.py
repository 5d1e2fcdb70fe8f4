"""Who visits whom and where."""

from __future__ import annotations

import re

from legation.model import Role, Span
from legation.reading.engagements.arguments import Argument, arguments, governing_verb, is_passive, subjects
from legation.reading.engagements.scene import (
    Parties,
    Scene,
    clause_subjects,
    distinct,
    is_group,
    is_place,
    is_state,
    person_like,
    possessors,
    roles_for,
)
from legation.reading.people.cast import Unit
from legation.reading.people.states import state

PLACE_PREPS = frozenset({"to", "in", "at", "into", "for", ""})


def visit_parties(scene: Scene) -> list[Parties]:
    """Guest, host and place of a visit, for a verb ("flew to") or the noun ("the visit of X to Y").

    Each country of "visits to X and Y" is a visit of its own.
    """
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    args = arguments(cast, passage, trigger)
    verb = trigger.pos in ("VERB", "AUX")
    own = (
        []
        if verb
        else possessors(scene) + [a.unit for a in args if a.prep in ("by", "of") and person_like(scene, a.unit)]
    )
    guests = _going(scene, args) if verb else own or clause_subjects(scene)
    destination = _destination(scene, args)
    if destination is None and not verb:
        destination = _destination_by_clause(scene)
    guests = [g for g in guests if person_like(scene, g) or is_group(scene, g) or is_state(scene, g)]
    if not guests and not verb and destination is not None:
        guests = _spoken_of(scene, cast.country_of(destination.unit.actors[0]))
    if scene.trigger.lemma.lower() == "return":
        # whoever is not known to be from elsewhere goes home
        guests = [g for g in guests if scene.cast.country_of(g.actors[0])]
    roles = roles_for(scene, guests[:3], "guest")
    if destination is None:
        return [] if scene.word.needs == "there" else [_hosted(scene, roles, None, len(own))]
    places = [destination, *_other_stops(scene, args, destination)]
    return [_hosted(scene, roles, place.unit, len(own)) for place in places]


def _going(scene: Scene, args: list[Argument]) -> list[Unit]:
    """Who goes: the subject of "flew to X", but who is sent in "sent Y to X" and "Y was sent to X"."""
    if scene.trigger.lemma.lower() not in scene.lexicon.object_control:
        return subjects(scene.cast, scene.passage, scene.trigger)
    if is_passive(scene.passage, scene.trigger):
        return subjects(scene.cast, scene.passage, scene.trigger, passive=True)
    return [a.unit for a in args if a.prep == ""]


def _spoken_of(scene: Scene, host: str | None) -> list[Unit]:
    """Whose visit it is where its own sentence names nobody ("State visit to Mongolia."): the person who was the
    subject last, in this paragraph or the one before, if not of the country visited."""
    passages = scene.cast.page.passages
    here = next(n for n, passage in enumerate(passages) if passage.span == scene.passage.span)
    start = passages[max(0, here - 1)].span.start
    for unit in scene.cast.before(scene.passage.sentence_span(scene.trigger).start):
        if unit.span.start < start:
            break
        if unit.subject and person_like(scene, unit):
            return [unit] if scene.cast.country_of(unit.actors[0]) not in (host, None) else []
    return []


def _hosted(scene: Scene, guests: list[Role], place: Unit | None, own: int) -> Parties:
    """The visit of the guests to a place, with who invited them there, else the country, as host."""
    cast = scene.cast
    country = cast.country_of(place.actors[0]) if place else None
    inviter = _inviter(scene)
    if inviter and country in (None, cast.country_of(inviter.actors[0])):
        host = roles_for(scene, [inviter], "host")
        country = cast.country_of(inviter.actors[0])
    elif country and place:
        host = [Role("host", state(cast, country, scene.register), place.span)]
    else:
        host = []
    return Parties(distinct([*guests, *host]), country, place, own)


def _other_stops(scene: Scene, args: list[Argument], first: Argument) -> list[Argument]:
    """Further countries listed with the first destination: "Uzbekistan and Mongolia"."""
    stops: list[Argument] = []
    seen = {scene.cast.country_of(first.unit.actors[0])}
    behind = args[args.index(first) + 1 :] if first in args else []
    for arg in behind:
        country = scene.cast.country_of(arg.unit.actors[0])
        if arg.preps != first.preps or not is_place(scene, arg.unit):
            break
        if country not in seen:
            seen.add(country)
            stops.append(arg)
    return stops


def _destination(scene: Scene, args: list[Argument]) -> Argument | None:
    verb = scene.trigger.pos in ("VERB", "AUX")
    leaving = scene.trigger.lemma.lower() in ("leave", "depart", "head")
    needs = scene.word.needs == "destination"
    for arg in args:
        if not is_place(scene, arg.unit):
            continue
        if leaving or needs:
            if {"for", "to", "into"} & set(arg.preps) and arg.preps[-1] != "from":
                return arg
        elif arg.prep in PLACE_PREPS and (verb or arg.prep in ("to", "in", "")):
            return arg
    return None


def _destination_by_clause(scene: Scene) -> Argument | None:
    """ "arrived in Beijing for a four-day visit": the place stands at the verb."""
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or verb is scene.trigger:
        return None
    for arg in arguments(scene.cast, scene.passage, verb):
        if is_place(scene, arg.unit) and arg.prep in ("in", "to", "at") and arg.unit.span.start < scene.trigger.start:
            return arg
    return None


def _inviter(scene: Scene) -> Unit | None:
    """ "at the invitation of X": X, if named."""
    sentence = scene.passage.sentence_span(scene.trigger)
    match = re.search(r"\binvitation of\s", sentence.of(scene.cast.page.text))
    if not match:
        return None
    at = sentence.start + match.end()
    units = scene.cast.at(Span(at, at + 12))
    return units[0] if units and person_like(scene, units[0]) else None
