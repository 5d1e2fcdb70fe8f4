"""Who most likely takes part in an engagement whose sentence does not tell: candidates weighed by learnt trees.

The trees of ``data/parties.json`` are made by ``training.parties`` from our corpus (gradient boosting, Friedman 2001).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from legation.model import Role, RoleName
from legation.reading.engagements.arguments import arguments, governing_verb
from legation.reading.engagements.candidates import Candidate, candidates, kept
from legation.reading.engagements.scene import Scene
from legation.reading.engagements.topics import is_topic
from legation.reading.lexicons import load_json

# How likely the less likely of the two parties that are needed must be, and every further one.
ENOUGH = 0.35
_FURTHER = 0.5
# The same where no person is among the two, for states are named in reports for many reasons.
_STATES_ALONE = 0.5
_MOST = 4
_ROLES: dict[str, tuple[RoleName, RoleName]] = {
    "visit": ("guest", "host"),
    "signing": ("signatory", "signatory"),
}
# What is sent may be aid, a medium and an appointment are no matter of sides, a ceremony may be anybody's.
_LEFT_OUT = frozenset({"interview", "appointment", "ceremony", "message"})


_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "without", "never", "neither", "nor", "nobody"})
_PLURAL = frozenset({"visits", "meetings", "trips", "calls", "signings", "summits"})
_SPEAKING = frozenset({"i", "we", "you"})
_SEEN = frozenset({"meeting", "talks", "call", "visit", "signing", "summit", "consultation", "agreement"})


@dataclass(frozen=True)
class Trees:
    """Whole binary trees of one depth: inner nodes level by level. A number above a node's threshold goes right."""

    start: float
    depth: int
    feature: list[list[int]]
    threshold: list[list[float]]
    leaf: list[list[float]]

    def likelihood(self, numbers: Sequence[float]) -> float:
        """How likely a candidate is, 0 to 1, by its numbers in the order of ``candidates.FEATURES``."""
        weight, levels, inner = self.start, range(self.depth), (1 << self.depth) - 1
        for feature, threshold, leaf in zip(self.feature, self.threshold, self.leaf, strict=True):
            node = 0
            for _ in levels:
                node = 2 * node + (2 if numbers[feature[node]] > threshold[node] else 1)
            weight += leaf[node - inner]
        return 1.0 / (1.0 + math.exp(-weight))


@cache
def _learnt() -> tuple[Trees, Trees]:
    raw: dict[str, Any] = load_json("parties.json")
    return Trees(**raw["party"]), Trees(**raw["host"])


def likely_parties(scene: Scene, number: int, given: Sequence[Role]) -> tuple[Role, ...]:
    """The roles of those who most likely take part.

    number: of the passage; given: the roles that syntax found, which stay. Nothing if fewer than two are likely enough.
    """
    if scene.word.kind in _LEFT_OUT or not _is_seen(scene) or says_otherwise(scene):
        return ()
    known = [role.actor for role in given]
    party, host = _learnt()
    found = candidates(scene, number, known)
    sure = {c.key: party.likelihood(c.numbers) for c in found}
    ranked = _apart(scene, sorted(found, key=lambda c: (c.key not in known, -sure[c.key])))
    if len(ranked) < 2:
        return ()
    second = min(sure[c.key] for c in ranked[:2])
    people = any(scene.cast.is_person(c.key) for c in ranked[:2])
    if second < (ENOUGH if people else _STATES_ALONE):
        return ()
    chosen = [*ranked[:2], *(c for c in ranked[2:_MOST] if sure[c.key] >= _FURTHER)]
    hosting = _host(chosen, given, {c.key: host.likelihood(c.numbers) for c in chosen})
    return _roles(scene, sorted(chosen, key=lambda c: c.span), hosting)


def _apart(scene: Scene, ranked: list[Candidate]) -> list[Candidate]:
    """The first, and those who are not of his country: an engagement is one of different sides. Of a visit, the sides
    are countries."""
    if not ranked:
        return []
    abroad = [c for c in ranked[1:] if c.country is None or c.country != ranked[0].country]
    return [ranked[0], *(c for c in abroad if c.country or scene.word.kind != "visit")]


def _host(chosen: list[Candidate], given: Sequence[Role], hosting: dict[str, float]) -> Candidate:
    """The likeliest host, but whom syntax made a host is one, and whom it made a guest is none."""
    told = {role.actor: role.role for role in given}
    return max(chosen, key=lambda c: (told.get(c.key) == "host", told.get(c.key) != "guest", hosting[c.key]))


def _roles(scene: Scene, chosen: list[Candidate], hosting: Candidate) -> tuple[Role, ...]:
    """Roles by the kind of engagement; of a visit the likeliest host is the only one."""
    active, passive = _ROLES.get(scene.word.kind, ("participant", "participant"))
    return tuple(Role(passive if c is hosting else active, kept(scene, c), c.span) for c in chosen)


def _is_seen(scene: Scene) -> bool:
    """True if the language layer sees an engagement told there too: words alone can be turns of speech."""
    return any(t.span.overlaps(scene.trigger.span) and t.kind in _SEEN for t in scene.passage.triggers)


def says_otherwise(scene: Scene) -> bool:
    """True if the sentence tells what was not, of visits in general or of what is only talked about, or if it names a
    party whom nobody knows."""
    plural = scene.trigger.pos == "NOUN" and scene.trigger.text.lower() in _PLURAL
    by = any(t.text.lower() == "by" for t in scene.passage.tokens[scene.trigger.i + 1 : scene.trigger.i + 2])
    unknown = by and not any(a.prep == "by" for a in arguments(scene.cast, scene.passage, scene.trigger))
    noun_of_signing = scene.word.kind == "signing" and scene.trigger.pos == "NOUN"
    return plural or unknown or noun_of_signing or _negated(scene) or _by_speaker(scene) or _is_topic(scene)


def _is_topic(scene: Scene) -> bool:
    return is_topic(scene.passage, scene.trigger, scene.lexicon)


def _by_speaker(scene: Scene) -> bool:
    """True if "I" or "we" is the subject: whoever speaks takes part, and is looked for elsewhere."""
    verb = governing_verb(scene.passage, scene.trigger)
    subjects = scene.passage.children(verb, "nsubj") if verb else []
    return any(s.text.lower() in _SPEAKING and not scene.cast.unit_of(s) for s in subjects)


def _negated(scene: Scene) -> bool:
    """True if the sentence says what was not ("left without meeting X")."""
    first, end = scene.passage.sentence_of(scene.trigger)
    return any(t.text.lower() in _NEGATIONS for t in scene.passage.tokens[first:end])
