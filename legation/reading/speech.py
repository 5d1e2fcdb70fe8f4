"""Statements: attributions whose speakers, addressees and occasions are known.

Kept is what can be laid at somebody's door: the words of a person, a state, a body or an office; and every
quotation, whoever said it. Hearsay of nobody ("officials said") is not a statement of the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.model import UNKNOWN, Event, Span, Statement, When
from legation.reading.channels import Channelled, carrier_of, medium_named, medium_told, with_media
from legation.reading.engagements.dating import when_of
from legation.reading.occasions import occasion_of
from legation.reading.people.cast import Cast, unique
from legation.reading.people.voices import Voice
from legation.reading.speakers import head_of
from legation.reading.statements import Attribution, acts_to_somebody, plover_type

LEAST = 0.5
# Engagements in which one speaks to the other.
_WITH_ONE = frozenset({"meeting", "talks", "consultation", "call", "interview"})
_OVER = re.compile(r"\b(?:after|following|before|ahead of|prior to|upon)\b[^,;]{0,60}$", re.IGNORECASE)


def voices(attributions: Sequence[Attribution], speakers: Sequence[tuple[str, ...]]) -> list[Voice]:
    """The quotations of a single known speaker."""
    return [
        Voice(a.content, found[0])
        for a, found in zip(attributions, speakers, strict=True)
        if a.kind == "direct" and len(found) == 1
    ]


def make_statements(
    cast: Cast, attributions: Sequence[Attribution], speakers: Sequence[tuple[str, ...]], events: Sequence[Event]
) -> list[Statement]:
    """The statements of a report in text order; ids "s1", "s2" ... One each where several speak together."""
    contents = [span for attribution in attributions for span in attribution.content]
    told_of = [e for e in events if not any(span.covers(e.trigger) for span in contents)]
    told = [
        _channelled(cast, attribution, speaker, told_of)
        for attribution, found in zip(attributions, speakers, strict=True)
        if attribution.content and not attribution.belief and attribution.score >= LEAST and _says(cast, attribution)
        for speaker in found
    ]
    heard = (_with_hearer(cast, statement, told_of) for statement in with_media(cast, told))
    return [replace(s, id=f"s{n}") for n, s in enumerate(heard, 1)]


def _with_hearer(cast: Cast, statement: Statement, events: Sequence[Event]) -> Statement:
    """Who is thanked, asked or informed at a meeting is the one other party; who asks in an interview is the medium."""
    event = next((e for e in events if e.id == statement.event and e.kind in _WITH_ONE), None)
    if event is None or statement.addressee or _is_public(cast, statement, event):
        return statement
    if event.kind != "interview" and statement.act not in acts_to_somebody():
        return statement
    speaker = statement.speaker or ""
    others = [k for k in event.actors() if k not in (speaker, cast.country_of(speaker))]
    people = [key for key in others if cast.is_person(key) or cast.kind_of(key) == "medium"] or others
    return replace(statement, addressee=people[0]) if len(people) == 1 else statement


def _is_public(cast: Cast, statement: Statement, event: Event) -> bool:
    """True if a medium is named, or the cue tells that the meeting was over ("said after the talks")."""
    if event.kind == "interview":
        return False
    page, cue = cast.page, statement.cue
    here = page.sentence_at(cue.start) if cue else event.trigger
    before = page.text[here.start : event.trigger.start] if here.covers(event.trigger) else ""
    return statement.medium is not None or bool(_OVER.search(before))


def _says(cast: Cast, attribution: Attribution) -> bool:
    """Something is said: quoted words, a clause, or what an act is about ("thanked for the help"), but not a theme
    alone ("mentioned dark forces"). Behind "said" there is a clause even where the parser sees no verb."""
    done = attribution.speech_act or attribution.relayed_for or attribution.addressee
    said = attribution.cue is not None and attribution.cue.of(cast.page.text).lower() in ("said", "says")
    return (
        bool(done)
        or said
        or attribution.kind != "indirect"
        or any(
            token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound")
            for span in attribution.content
            for token in cast.page.passage_at(span.start).within(span)
        )
    )


def _channelled(cast: Cast, attribution: Attribution, speaker: str, events: Sequence[Event]) -> Channelled:
    statement = _statement(cast, attribution, speaker, events)
    carrier = carrier_of(cast, attribution)
    if statement.medium or carrier is None:
        return Channelled(statement, goes_on=statement.medium is not None)
    return Channelled(replace(statement, medium=carrier), goes_on=False)


def _statement(cast: Cast, attribution: Attribution, speaker: str, events: Sequence[Event]) -> Statement:
    addressee = medium_named(cast, attribution.addressee) or _actor_in(cast, attribution.addressee)
    chain = unique(k for span in attribution.outer if (k := _actor_in(cast, span)))
    statement = Statement(
        id="",
        content=attribution.content,
        kind=attribution.kind,
        speaker=speaker,
        source=None if attribution.apart else attribution.source,
        cue=attribution.cue,
        medium=medium_told(cast, attribution),
        addressee=addressee if addressee != speaker else None,
        relayed_for=_actor_in(cast, attribution.relayed_for),
        about=_about(cast, attribution, speaker),
        said_on=_said_on(cast, attribution),
        chain=tuple(cast.name_of(k) for k in chain),
        act=attribution.speech_act,
        plover=plover_type(attribution.speech_act),
        score=attribution.score,
    )
    event = occasion_of(cast, statement, events)
    if event is None:
        return statement
    medium = statement.medium
    if event.kind == "interview" and event.actors("medium"):
        medium = cast.name_of(event.actors("medium")[0])
    when = statement.said_on
    if when is UNKNOWN and event.when is not UNKNOWN:
        when = replace(event.when, reason=f"at the {event.kind} ({event.when.reason})")
    return replace(statement, event=event.id, medium=medium, said_on=when)


def _actor_in(cast: Cast, span: Span | None) -> str | None:
    """The actor at the head of the span, else the first in it."""
    if span is None:
        return None
    head = head_of(cast, span)
    unit = cast.unit_of(head) if head else None
    units = [unit] if unit else cast.at(span)
    return next((k for u in units for k in u.actors), None)


# ---------------------------------------------------------------- of what, where, when


def _about(cast: Cast, attribution: Attribution, speaker: str) -> tuple[str, ...]:
    """Actors named in the content; the speaker is not counted."""
    keys = (k for span in attribution.content for u in cast.at(span) if u.how != "pronoun" for k in u.actors)
    return unique(k for k in keys if k != speaker)


def _said_on(cast: Cast, attribution: Attribution) -> When:
    """The date beside the cue: "said on Tuesday"."""
    if attribution.cue is None:
        return UNKNOWN
    passage = cast.page.passage_at(attribution.cue.start)
    cue = passage.root_of(attribution.cue)
    return when_of(cast.page, passage, cue, list(attribution.content))[0] if cue else UNKNOWN
