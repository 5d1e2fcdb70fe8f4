"""Who takes part in an engagement and in which role, per kind of trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Role, RoleName, Span
from legation.reading.engagements.arguments import (
    Argument,
    agents,
    arguments,
    governing_verb,
    headed_by,
    is_passive,
    subjects,
)
from legation.reading.engagements.lexicon import EngagementLexicon, TriggerWord
from legation.reading.engagements.topics import is_topic
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.states import stands_apart, state
from legation.register import Register

PLACE_PREPS = frozenset({"to", "in", "at", "into", "for", ""})
# "ministers of the ASEAN member states" are not ASEAN.
_MEMBERS = re.compile(r"(?:['’]s?)?(?: \([^()]{2,12}\))?[ -]members?\b", re.IGNORECASE)
_FROM = frozenset({"from", "since", "after", "against", "about", "on", "over", "under", "than"})


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
    found: list[str] = []
    if _MEMBERS.match(scene.cast.page.text, unit.span.end):
        return found
    for key in unit.actors:
        kind = scene.cast.kind_of(key)
        country = scene.cast.country_of(key)
        if kind in ("group", "organisation", "state") and country and not stands_apart(scene.cast, key):
            found.append(state(scene.cast, country, scene.register))
        elif kind != "medium":
            found.append(key)
    return found


def person_like(scene: Scene, unit: Unit) -> bool:
    return any(scene.cast.is_person(k) for k in unit.actors)


def is_group(scene: Scene, unit: Unit) -> bool:
    return any(scene.cast.kind_of(k) == "group" for k in unit.actors)


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
        else _possessors(scene) + [a.unit for a in args if a.prep in ("by", "of") and person_like(scene, a.unit)]
    )
    guests = _going(scene, args) if verb else own or _clause_subjects(scene)
    destination = _destination(scene, args)
    if destination is None and not verb:
        destination = _destination_by_clause(scene)
    guests = [g for g in guests if person_like(scene, g) or is_group(scene, g) or _is_state(scene, g)]
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
    return Parties(_distinct([*guests, *host]), country, place, own)


def _other_stops(scene: Scene, args: list[Argument], first: Argument) -> list[Argument]:
    """Further countries listed with the first destination: "Uzbekistan and Mongolia"."""
    stops: list[Argument] = []
    seen = {scene.cast.country_of(first.unit.actors[0])}
    behind = args[args.index(first) + 1 :] if first in args else []
    for arg in behind:
        country = scene.cast.country_of(arg.unit.actors[0])
        if arg.preps != first.preps or not _is_place(scene, arg.unit):
            break
        if country not in seen:
            seen.add(country)
            stops.append(arg)
    return stops


def meeting_parties(scene: Scene) -> list[Parties]:
    """Parties of a meeting, talks or a call. A list of hosts that one visitor sees gives one engagement each."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    left_out = _FROM - {"from"} if scene.word.kind == "call" else _FROM - {"on"} if _is_courtesy(scene) else _FROM
    left_out = left_out - {scene.word.frame}
    args = [a for a in arguments(cast, passage, trigger) if not set(a.preps) & left_out]
    if trigger.pos in ("VERB", "AUX") and scene.word.frame:
        return _by_verb(scene, args)
    between = [a.unit for a in args if a.prep in ("between", "among", "of")]
    beside = {"from"} if scene.word.kind == "call" else {"on", "to"} if _is_courtesy(scene) else set()
    others = [a.unit for a in args if a.beside or a.prep in beside]
    by = [a.unit for a in args if a.prep == "by"]
    own = _possessors(scene) + _modifiers(scene)
    sides = [*own, *(u for u in between if not _is_place(scene, u) or len(between) > 1), *by]
    if (others and not sides) or len(_keys(scene, [*sides, *others])) < 2:
        if not sides and not others and scene.word.kind != "summit" and _attended(scene):
            return []
        sides = [*_clause_subjects(scene), *sides]
    if scene.word.kind == "summit" and sum(not cast.is_body(k) for k in _keys(scene, [*sides, *others])) < 2:
        return [_gathering(scene, sides)]
    return _split(scene, sides, others, len(own) + len(between) + len(others))


def _attended(scene: Scene) -> bool:
    """True for "A and B attended the meeting": who attends what was told before is no meeting of its own."""
    verb = governing_verb(scene.passage, scene.trigger)
    the = any(c.text.lower() in ("the", "this", "that") for c in scene.passage.children(scene.trigger, "det"))
    return the and verb is not None and verb.lemma.lower() in scene.lexicon.attending


def _is_courtesy(scene: Scene) -> bool:
    """True for "paid a courtesy call on X"."""
    before = scene.passage.tokens[scene.trigger.i - 1].text.lower() if scene.trigger.i else ""
    return before == "courtesy"


def _gathering(scene: Scene, sides: list[Unit]) -> Parties:
    """A summit that somebody attends: the body whose it is hosts it, else the country it is held in."""
    bodies = [u for u in sides if any(scene.cast.is_body(k) for k in u.actors)]
    roles = roles_for(scene, bodies, "host") + roles_for(scene, [u for u in sides if u not in bodies], "participant")
    place = venue(scene)
    country = scene.cast.country_of(place.actors[0]) if place else None
    if not bodies and place and country and country not in {scene.cast.country_of(r.actor) for r in roles}:
        roles.append(Role("host", state(scene.cast, country, scene.register), place.span))
    return Parties(_distinct(roles), country, place, 1)


def venue(scene: Scene) -> Unit | None:
    """The place named with "in" or "at" behind the trigger, at its verb, or at the head of the sentence."""
    verb = governing_verb(scene.passage, scene.trigger)
    at = [scene.trigger, *([verb] if verb and verb is not scene.trigger else [])]
    if verb and verb.dep == "conj":
        # "met in Beijing and signed a statement"
        at.append(scene.passage.tokens[verb.head])
    for token in at:
        for argument in arguments(scene.cast, scene.passage, token):
            if argument.at_place and _is_place(scene, argument.unit) and not is_talked_of(scene, argument):
                return argument.unit
    first, _ = scene.passage.sentence_of(scene.trigger)
    opening = scene.passage.tokens[first]
    unit = scene.cast.unit_of(scene.passage.tokens[first + 1]) if first + 1 < len(scene.passage.tokens) else None
    return unit if opening.text in ("In", "At") and unit and _is_place(scene, unit) else None


def is_talked_of(scene: Scene, argument: Argument) -> bool:
    """True for the place of "discussed the situation in Sudan", where nobody met."""
    if scene.word.frame != "beside":
        return False
    root = scene.passage.root_of(argument.unit.span)
    above = scene.passage.head(root) if root else None
    return above is not None and above.pos == "NOUN"


def _by_verb(scene: Scene, args: list[Argument]) -> list[Parties]:
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    passive = is_passive(passage, trigger)
    if scene.word.frame == "guest":
        guests = subjects(cast, passage, trigger, passive=True) if passive else _received(scene, args)
        hosts = agents(cast, passage, trigger) if passive else subjects(cast, passage, trigger)
        guests = [g for g in guests if person_like(scene, g) or is_group(scene, g)]
        hosts = [h for h in hosts if person_like(scene, h)]
        if not guests or not hosts:
            return []
        return [
            Parties(_distinct(roles_for(scene, hosts, "participant") + roles_for(scene, guests, "participant")), own=2)
        ]
    preps = ("", "with", "to") if scene.word.kind == "call" else ("", "with")
    beside_only = scene.word.frame == "beside"
    others = [
        a.unit for a in args if (a.beside or (a.prep in preps and not beside_only)) and not _is_city(scene, a.unit)
    ]
    sides = subjects(cast, passage, trigger)
    if passive:
        sides = [*subjects(cast, passage, trigger, passive=True), *sides]
    if scene.word.frame in ("on", "before"):
        others = [a.unit for a in args if a.prep == ("on" if scene.word.frame == "on" else "to")]
    if scene.word.frame in ("person", "beside", "on", "before"):
        others = [u for u in others if person_like(scene, u)]
        together = beside_only and len([u for u in sides if person_like(scene, u)]) > 1
        if not others and not together:
            return []
    return _split(scene, sides, others, 2)


def _received(scene: Scene, args: list[Argument]) -> list[Unit]:
    """Who is received; of "a delegation led by X" X."""
    objects = scene.passage.children(scene.trigger, "obj")
    leaders = [headed_by(scene.cast, scene.passage.subtree_span(o)) for o in objects]
    return [u for u in leaders if u] or [a.unit for a in args if a.prep == ""]


def _split(scene: Scene, sides: list[Unit], others: list[Unit], own: int) -> list[Parties]:
    """One engagement, or one per named counterpart where one side sees several in turn."""
    side_keys = _keys(scene, sides)
    each = [u for u in others if person_like(scene, u) and not set(acting(scene, u)) & set(side_keys)]
    if len(side_keys) == 1 and len(each) > 1 and len(each) == len(others):
        return [
            Parties(_distinct(roles_for(scene, sides, "participant") + roles_for(scene, [u], "participant")), own=own)
            for u in each
        ]
    return [Parties(_distinct(roles_for(scene, [*sides, *others], "participant")), own=own)]


def signing_parties(scene: Scene) -> Parties:
    """Signatories: subjects or agents of "sign", those after "with", or the sides "between" whom the paper is."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    args = arguments(cast, passage, trigger)
    passive = is_passive(passage, trigger)
    signers = agents(cast, passage, trigger) if passive else subjects(cast, passage, trigger)
    if trigger.pos == "NOUN" and not signers:
        signers = _clause_subjects(scene)
        if _only_watched(scene):
            return Parties(_distinct(roles_for(scene, signers, "participant")), own=len(signers))
    signers += [a.unit for a in args if a.beside or a.prep in ("between", "by")]
    if len(_keys(scene, signers)) == 1:
        signers += _just_met(scene)
    signers = [s for s in signers if not _is_city(scene, s)]
    return Parties(_distinct(roles_for(scene, signers, "signatory")), own=len(signers))


def _only_watched(scene: Scene) -> bool:
    """True for "the presidents witnessed the signing"."""
    verb = governing_verb(scene.passage, scene.trigger)
    return verb is not None and verb.lemma.lower() in scene.lexicon.attending


def _just_met(scene: Scene) -> list[Unit]:
    """The other party of "met with X and signed a plan": who is met is who signs."""
    verb = scene.passage.head(scene.trigger) if scene.trigger.dep == "conj" else None
    meant = scene.lexicon.verbs.get(verb.lemma.lower(), ()) if verb else ()
    if verb is None or not any(word.kind in ("meeting", "talks") and not word.objects for word in meant):
        return []
    return [a.unit for a in arguments(scene.cast, scene.passage, verb) if a.prep in ("", "with")]


# ---------------------------------------------------------------- helpers


def _keys(scene: Scene, units: list[Unit]) -> list[str]:
    return list(dict.fromkeys(k for u in units for k in acting(scene, u)))


def _distinct(roles: list[Role]) -> tuple[Role, ...]:
    seen: dict[str, Role] = {}
    for role in roles:
        seen.setdefault(role.actor, role)
    return tuple(seen.values())


def _possessors(scene: Scene) -> list[Unit]:
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


def _modifiers(scene: Scene) -> list[Unit]:
    """States named by adjectives before the noun: "Turkish-Hungarian delegation talks", "the Geneva talks"."""
    passage, page = scene.passage, scene.cast.page
    start = scene.trigger.i
    while start > 0 and (
        passage.tokens[start - 1].pos in ("ADJ", "PROPN", "NOUN", "PUNCT", "X")
        and passage.tokens[start - 1].text not in (",", ".", ";", ":", '"', "”", "“", "(", ")", "--", "—")
    ):
        start -= 1
    span = Span(passage.tokens[start].start, scene.trigger.start)
    taken = [u.span for u in scene.cast.at(span) if u.how not in ("name", "metonym")]
    bodies = scene.word.kind == "summit"  # "the NATO summit"
    found = [u for u in scene.cast.at(span) if bodies and any(scene.cast.is_body(k) for k in u.actors)]
    for hit in page.hits_in(span):
        if hit.country and not any(t.covers(hit.span) for t in taken) and hit.kind in ("adjective", "country", "noun"):
            found.append(Unit(hit.span, hit.span, (state(scene.cast, hit.country, scene.register),), "adjective"))
    return found


def _clause_subjects(scene: Scene) -> list[Unit]:
    """The subject of the clause a noun stands in: of a support verb, or of the verb the phrase modifies."""
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or is_topic(scene.passage, scene.trigger, scene.lexicon):
        return []
    if scene.trigger.dep.startswith("nsubj") and verb.dep == "conj":
        # "they held talks, and then a meeting with X took place"
        verb = scene.passage.tokens[verb.head]
    return [u for u in subjects(scene.cast, scene.passage, verb) if not u.span.covers(scene.trigger.span)]


def _destination(scene: Scene, args: list[Argument]) -> Argument | None:
    verb = scene.trigger.pos in ("VERB", "AUX")
    leaving = scene.trigger.lemma.lower() in ("leave", "depart", "head")
    needs = scene.word.needs == "destination"
    for arg in args:
        if not _is_place(scene, arg.unit):
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
        if _is_place(scene, arg.unit) and arg.prep in ("in", "to", "at") and arg.unit.span.start < scene.trigger.start:
            return arg
    return None


def _is_place(scene: Scene, unit: Unit) -> bool:
    return _is_state(scene, unit) and unit.how in ("name", "metonym")


def _is_state(scene: Scene, unit: Unit) -> bool:
    return all(scene.cast.kind_of(k) == "state" for k in unit.actors)


def _is_city(scene: Scene, unit: Unit) -> bool:
    return any(h.span == unit.core and h.kind in ("city", "capital") for h in scene.cast.page.hits_in(unit.span))


def _inviter(scene: Scene) -> Unit | None:
    """ "at the invitation of X": X, if named."""
    sentence = scene.passage.sentence_span(scene.trigger)
    match = re.search(r"\binvitation of\s", sentence.of(scene.cast.page.text))
    if not match:
        return None
    at = sentence.start + match.end()
    units = scene.cast.at(Span(at, at + 12))
    return units[0] if units and person_like(scene, units[0]) else None
