"""Statements: attributions whose speakers, addressees and occasions are known.

Kept is what can be laid at somebody's door: the words of a person, a state, a body or an office; and every
quotation, whoever said it. Hearsay of nobody ("officials said") is not a statement of the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.language import Token
from legation.model import UNKNOWN, Actor, Event, Span, Statement, When
from legation.reading.engagements.dating import when_of
from legation.reading.occasions import occasion_of
from legation.reading.people.cast import Cast, Unit, slug, unique
from legation.reading.people.roles import RoleLexicon
from legation.reading.people.voices import Voice
from legation.reading.statements import Attribution, plover_type

_GOES_ON = re.compile(r"\b(?:conference|interview|speech|address|briefing|broadcast|remarks|sermon)\b", re.IGNORECASE)
# Paragraphs over which that is taken to hold.
_MEDIUM_REACH = 10
LEAST = 0.5


def speakers_of(cast: Cast, attributions: Sequence[Attribution], lexicon: RoleLexicon) -> list[tuple[str, ...]]:
    """Keys of who speaks, for each attribution; empty where it is nobody the record can name."""
    speakers: list[tuple[str, ...]] = []
    for attribution in attributions:
        speakers.append(_speakers(cast, attribution, speakers, lexicon))
    return speakers


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
    statements = [
        _statement(cast, attribution, speaker, told_of)
        for attribution, found in zip(attributions, speakers, strict=True)
        if attribution.content and not attribution.belief and attribution.score >= LEAST and _says(cast, attribution)
        for speaker in found
    ]
    return [replace(s, id=f"s{n}") for n, s in enumerate(_on_the_same_medium(cast, statements, events), 1)]


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


def _on_the_same_medium(cast: Cast, statements: Sequence[Statement], events: Sequence[Event]) -> list[Statement]:
    """Who spoke at a news conference or in a speech goes on speaking there until the report names another medium."""
    interviews = {event.id for event in events if event.kind == "interview"}
    last: dict[str, tuple[str, int]] = {}
    found = []
    for statement in statements:
        speaker, number = statement.speaker or "", cast.page.passage_number(statement.content[0].start)
        medium, seen = last.get(speaker, ("", -_MEDIUM_REACH))
        if statement.medium:
            goes_on = statement.event in interviews or _GOES_ON.search(statement.medium)
            medium, seen = (statement.medium if goes_on else ""), number
        elif medium and number - seen < _MEDIUM_REACH:
            statement = replace(statement, medium=medium)
        last[speaker] = (medium, seen)
        found.append(statement)
    return found


def _statement(cast: Cast, attribution: Attribution, speaker: str, events: Sequence[Event]) -> Statement:
    text = cast.page.text
    addressee = _actor_in(cast, attribution.addressee)
    chain = unique(k for span in attribution.outer if (k := _actor_in(cast, span)))
    statement = Statement(
        id="",
        content=attribution.content,
        kind=attribution.kind,
        speaker=speaker,
        source=attribution.source,
        cue=attribution.cue,
        medium=attribution.medium.of(text) if attribution.medium else None,
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


# ---------------------------------------------------------------- who speaks


def _speakers(
    cast: Cast, attribution: Attribution, before: Sequence[tuple[str, ...]], lexicon: RoleLexicon
) -> tuple[str, ...]:
    if attribution.source is None:
        known = attribution.continues is not None and attribution.continues < len(before)
        return before[attribution.continues] if known and attribution.continues is not None else ()
    head = _head(cast, attribution.source)
    unit = cast.unit_of(head) if head else None
    if unit is not None:
        return _of_unit(cast, unit, attribution)
    named = _unnamed_official(cast, attribution.source, head, lexicon)
    if named:
        return (named,)
    return (
        (_anybody(cast, attribution.source),) if attribution.kind != "indirect" and head and head.pos != "PRON" else ()
    )


def _head(cast: Cast, span: Span) -> Token | None:
    return cast.page.passage_at(span.start).root_of(span)


def _of_unit(cast: Cast, unit: Unit, attribution: Attribution) -> tuple[str, ...]:
    """Each of the people a unit stands for; the first only of states and bodies. Media are carriers, not speakers."""
    people = tuple(k for k in unit.actors if cast.is_person(k))
    if people:
        return people[:3]
    return tuple(k for k in unit.actors if cast.kind_of(k) != "medium" or attribution.kind != "indirect")[:1]


def _unnamed_official(cast: Cast, source: Span, head: Token | None, lexicon: RoleLexicon) -> str | None:
    """An official known by an office that is named: "a spokesman for the Foreign Ministry", "Lebed's spokesman"."""
    if head is None or head.text.lower().endswith("s"):
        return None
    words = [t.text.lower() for t in cast.page.passage_at(source.start).tokens[: head.i + 1]]
    units = cast.at(source)
    hits = cast.page.hits_in(source)
    if not lexicon.role_at(words, head.i + 1) or not (units or hits):
        return None
    country = next((c for u in units for k in u.actors if (c := cast.country_of(k))), None)
    country = country or next((h.country for h in hits if h.country), None)
    return cast.put(_nameless(cast, source, country, "person"))


def _anybody(cast: Cast, source: Span) -> str:
    country = next((h.country for h in cast.page.hits_in(source) if h.country), None)
    return cast.put(_nameless(cast, source, country, "group"))


def _nameless(cast: Cast, source: Span, country: str | None, kind: str) -> Actor:
    name = re.sub(r"^(?:an?|the|one)\s+", "", source.of(cast.page.text), flags=re.IGNORECASE)
    name = " ".join(name.split()[:12])
    return Actor(
        slug(name, "u"),
        "person" if kind == "person" else "group",
        name,
        country,
        named=False,
        reason="known by these words only",
    )


def _actor_in(cast: Cast, span: Span | None) -> str | None:
    """The actor at the head of the span, else the first in it."""
    if span is None:
        return None
    head = _head(cast, span)
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
