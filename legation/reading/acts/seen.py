"""Acts that no word of the lexicon tells, but the language model sees, with who acts and who is acted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.language import Annotation, Token
from legation.model import Event, Role, RoleName, Span
from legation.reading.acts.sides import Side
from legation.reading.engagements.dating import when_of
from legation.reading.engagements.draft import Told
from legation.reading.engagements.lexicon import lexicon
from legation.reading.engagements.status import status_of
from legation.reading.people.cast import Cast
from legation.reading.people.states import state
from legation.register import Register

SCORE = 0.5
# How likely who acts and who is acted on must be, and how many of either may be named.
_SURELY = 0.75
_MOST = 3


def acts_seen(cast: Cast, register: Register, passage: Annotation, told: Sequence[Span]) -> Iterator[Told]:
    """The acts of a paragraph that have happened and whose two sides, of different countries, are surely seen.

    told: stretches that tell something already, or in which no act is to be read.
    """
    for trigger in passage.triggers:
        token = passage.root_of(trigger.span)
        if token is None or not trigger.kind.isupper() or any(span.overlaps(trigger.span) for span in told):
            continue
        sources = _sides(cast, register, passage, token, "sender")
        targets = _sides(cast, register, passage, token, "addressee")
        for country in sources.keys() & targets.keys():
            del targets[country]
        if sources and targets and status_of(passage, token, lexicon()) == "happened":
            when, when_span = when_of(cast.page, passage, token, [])
            event = Event(
                id="",
                kind="act",
                trigger=trigger.span,
                sentence=passage.sentence_span(token),
                roles=(*_roles("source", sources.values()), *_roles("target", targets.values())),
                when=when,
                status="happened",
                plover=trigger.kind,
                score=SCORE,
            )
            yield Told(event, (), when_span)


def _roles(role: RoleName, sides: Iterable[Side]) -> Iterator[Role]:
    return (Role(role, key, span) for key, span in sides)


def _sides(cast: Cast, register: Register, passage: Annotation, trigger: Token, argument: str) -> dict[str, Side]:
    """Those of the sentence who are surely an argument of the act, one for each country, by its code or their key."""
    found: dict[str, Side] = {}
    for unit in cast.at(passage.sentence_span(trigger)):
        if unit.span.covers(trigger.span) or passage.likelihoods(trigger, unit.span).get(argument, 0.0) < _SURELY:
            continue
        for key in unit.actors:
            country = cast.country_of(key)
            side = key if cast.kind_of(key) == "person" or not country else state(cast, country, register)
            if len(found) < _MOST:
                found.setdefault(country or key, (side, unit.span))
    return found
