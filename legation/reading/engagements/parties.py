"""Who takes part in a meeting, talks, a call, a summit or a signing, and in which role."""

from __future__ import annotations

from legation.model import Role, Span
from legation.reading.engagements.arguments import (
    Argument,
    agents,
    arguments,
    governing_verb,
    headed_by,
    is_passive,
    subjects,
)
from legation.reading.engagements.scene import (
    Parties,
    Scene,
    acting,
    clause_subjects,
    distinct,
    is_city,
    is_group,
    is_place,
    keys,
    person_like,
    possessors,
    roles_for,
)
from legation.reading.people.cast import Unit
from legation.reading.people.states import state

_FROM = frozenset({"from", "since", "after", "against", "about", "on", "over", "under", "than"})


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
    own = possessors(scene) + _modifiers(scene)
    sides = [*own, *(u for u in between if not is_place(scene, u) or len(between) > 1), *by]
    if (others and not sides) or len(keys(scene, [*sides, *others])) < 2:
        if not sides and not others and scene.word.kind != "summit" and _attended(scene):
            return []
        sides = [*([] if _only_spoken_of(scene) else clause_subjects(scene)), *sides]
    if scene.word.kind == "summit" and sum(not cast.is_body(k) for k in keys(scene, [*sides, *others])) < 2:
        return [_gathering(scene, sides)]
    return _split(scene, sides, others, len(own) + len(between) + len(others))


def _attended(scene: Scene) -> bool:
    """True for "A and B attended the meeting": who attends what was told before is no meeting of its own."""
    verb = governing_verb(scene.passage, scene.trigger)
    the = any(c.text.lower() in ("the", "this", "that") for c in scene.passage.children(scene.trigger, "det"))
    return the and verb is not None and verb.lemma.lower() in scene.lexicon.attending


def _only_spoken_of(scene: Scene) -> bool:
    """True for the summit of "voiced support for the success of the summit": who says so need not be there."""
    above = scene.passage.head(scene.trigger)
    if above is None or scene.word.kind != "summit" or not scene.trigger.dep.startswith("nmod"):
        return False
    return above.pos == "NOUN" and above.text.lower() not in scene.lexicon.beside


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
    return Parties(distinct(roles), country, place, 1)


def venue(scene: Scene) -> Unit | None:
    """The place named with "in" or "at" behind the trigger, at its verb, or at the head of the sentence."""
    verb = governing_verb(scene.passage, scene.trigger)
    at = [scene.trigger, *([verb] if verb and verb is not scene.trigger else [])]
    if verb and verb.dep == "conj":
        # "met in Beijing and signed a statement"
        at.append(scene.passage.tokens[verb.head])
    for token in at:
        for argument in arguments(scene.cast, scene.passage, token):
            if argument.at_place and is_place(scene, argument.unit) and not is_talked_of(scene, argument):
                return argument.unit
    first, _ = scene.passage.sentence_of(scene.trigger)
    opening = scene.passage.tokens[first]
    unit = scene.cast.unit_of(scene.passage.tokens[first + 1]) if first + 1 < len(scene.passage.tokens) else None
    return unit if opening.text in ("In", "At") and unit and is_place(scene, unit) else None


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
            Parties(distinct(roles_for(scene, hosts, "participant") + roles_for(scene, guests, "participant")), own=2)
        ]
    preps = ("", "with", "to") if scene.word.kind == "call" else ("", "with")
    beside_only = scene.word.frame == "beside"
    others = [
        a.unit for a in args if (a.beside or (a.prep in preps and not beside_only)) and not is_city(scene, a.unit)
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
    side_keys = keys(scene, sides)
    named = {scene.cast.country_of(k) for u in others if person_like(scene, u) for k in u.actors}
    others = [u for u in others if person_like(scene, u) or not _of_named(scene, u, named)]
    each = [u for u in others if person_like(scene, u) and not set(acting(scene, u)) & set(side_keys)]
    if len(side_keys) == 1 and len(each) > 1 and len(each) == len(others):
        return [
            Parties(distinct(roles_for(scene, sides, "participant") + roles_for(scene, [u], "participant")), own=own)
            for u in each
        ]
    return [Parties(distinct(roles_for(scene, [*sides, *others], "participant")), own=own)]


def _of_named(scene: Scene, unit: Unit, countries: set[str | None]) -> bool:
    """True for the state of "leaders of that country, including X": it met in the people who are named."""
    return all(scene.cast.kind_of(k) == "state" and scene.cast.country_of(k) in countries for k in acting(scene, unit))


def signing_parties(scene: Scene) -> Parties:
    """Signatories: subjects or agents of "sign", those after "with", or the sides "between" whom the paper is."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    args = arguments(cast, passage, trigger)
    passive = is_passive(passage, trigger)
    signers = agents(cast, passage, trigger) if passive else subjects(cast, passage, trigger)
    if trigger.pos == "NOUN" and not signers:
        signers = clause_subjects(scene)
        if _only_watched(scene):
            return Parties(distinct(roles_for(scene, signers, "participant")), own=len(signers))
    signers += [a.unit for a in args if a.beside or a.prep in ("between", "by")]
    if len(keys(scene, signers)) == 1:
        signers += _just_met(scene)
    signers = [s for s in signers if not is_city(scene, s)]
    return Parties(distinct(roles_for(scene, signers, "signatory")), own=len(signers))


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
