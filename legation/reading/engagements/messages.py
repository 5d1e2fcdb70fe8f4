"""Interviews and messages: who speaks to which medium, who sends what to whom by whom."""

from __future__ import annotations

import re

from legation.language import Annotation, Token
from legation.model import Role, Span
from legation.reading.engagements.arguments import agents, arguments, governing_verb, is_passive, subjects
from legation.reading.engagements.scene import Parties, Scene, acting
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.media import medium_at


def interview_parties(scene: Scene) -> list[Parties]:
    """The one who gives the interview and the medium: "said in an interview with the newspaper X"."""
    speakers = [u for u in _speakers(scene) if any(scene.cast.is_person(k) for k in u.actors)]
    medium = _medium_after(scene.cast, scene.passage, scene.trigger) or _medium_told(scene)
    if not speakers or medium is None:
        return []
    key, span = medium
    roles = [Role("speaker", k, speakers[0].span) for k in acting(scene, speakers[0])[:1]]
    return [Parties((*roles, Role("medium", key, span)), own=2)]


def _speakers(scene: Scene) -> list[Unit]:
    """Subjects of the clause that holds the word "interview"."""
    verb = governing_verb(scene.passage, scene.trigger)
    return subjects(scene.cast, scene.passage, verb) if verb else []


def _medium_after(cast: Cast, passage: Annotation, trigger: Token) -> tuple[str, Span] | None:
    """The medium named after "interview with/to", kept in the cast; (key, words)."""
    text = cast.page.text
    end = passage.sentence_span(trigger).end
    match = re.compile(r"s?\s+(?:with|to|for|published (?:in|by)|in|on)\s+").match(text, trigger.end, end)
    return medium_at(cast, match.end(), end) if match else None


def _medium_told(scene: Scene) -> tuple[str, Span] | None:
    """The medium of "told Radio X in an interview"."""
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or verb.i >= scene.trigger.i:
        return None
    return medium_at(scene.cast, verb.end + 1, scene.trigger.start)


def message_parties(scene: Scene) -> list[Parties]:
    """Sender, carrier and addressee of a letter, a message or relayed greetings."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    args = arguments(cast, passage, trigger)
    text = passage.sentence_span(trigger).of(cast.page.text).lower()
    if scene.word.frame == "greetings":
        return _greetings(scene, text)
    if trigger.pos == "VERB":
        if is_passive(passage, trigger):
            return _between(scene, agents(cast, passage, trigger), subjects(cast, passage, trigger, passive=True))
        return _between(scene, subjects(cast, passage, trigger), [a.unit for a in args if a.prep == ""])
    senders = [a.unit for a in args if a.prep in ("from", "by")] or _senders(scene)
    to = [a.unit for a in args if "to" in a.preps] or _receivers(scene)
    if not to:
        verb = governing_verb(passage, trigger)
        to = (
            [a.unit for a in arguments(cast, passage, verb) if a.prep in ("to", "")]
            if verb and verb is not trigger
            else []
        )
        to = [u for u in to if u.span.end <= trigger.start or u.span.start >= trigger.end]
    return _between(scene, senders, to)


def _between(scene: Scene, senders: list[Unit], to: list[Unit]) -> list[Parties]:
    roles = [Role("sender", k, u.span) for u in senders[:1] for k in acting(scene, u)]
    roles += [Role("addressee", k, u.span) for u in to[:1] for k in acting(scene, u)]
    return [Parties(tuple(roles), own=2)] if len({r.actor for r in roles}) > 1 else []


def _receivers(scene: Scene) -> list[Unit]:
    """Who "received a letter from X"."""
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or verb is scene.trigger or verb.lemma.lower() not in ("receive", "get", "accept"):
        return []
    return subjects(scene.cast, scene.passage, verb)


def _senders(scene: Scene) -> list[Unit]:
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or verb.lemma.lower() not in ("send", "write", "address", "hand", "deliver", "pass"):
        return []
    return subjects(scene.cast, scene.passage, verb)


def _greetings(scene: Scene, text: str) -> list[Parties]:
    """ "conveyed to T the words of P's greetings": P sends, the subject carries, T receives."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    if not re.search(r"\b(?:greetings?|regards|best wishes|congratulations|condolences|message)\b", text):
        return []
    carriers = subjects(cast, passage, trigger)
    sentence = passage.sentence_span(trigger)
    after = [u for u in cast.at(Span(trigger.end, sentence.end)) if u.how != "pronoun"]
    to = [u for u in after if re.search(r"\bto (?:the )?$", cast.page.text[max(0, u.span.start - 8) : u.span.start])]
    senders = [
        u
        for u in after
        if (u not in to and re.match(r"['’]s?\s", cast.page.text[u.span.end : u.span.end + 3]))
        or re.search(r"\b(?:from|of) (?:the )?$", cast.page.text[max(0, u.span.start - 10) : u.span.start])
    ]
    if not senders or not to:
        return []
    roles = [Role("sender", k, senders[0].span) for k in acting(scene, senders[0])]
    roles += [Role("carrier", k, u.span) for u in carriers[:1] for k in acting(scene, u)]
    roles += [Role("addressee", k, to[0].span) for k in acting(scene, to[0])]
    return [Parties(tuple(roles), own=2)] if len({r.actor for r in roles}) > 1 else []
