"""Who attended which gathering and addressed which assembly, by name, and which engagements took place there.

They are claims: of the person ("attended", "addressed") and of the engagement ("gathering"). Somebody who attends a
summit has not met all who were there, so that no engagement is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Certainty, Claim, Event, Span, Statement, Status
from legation.reading.claims import certainty_of
from legation.reading.engagements.arguments import agents, is_passive, subjects
from legation.reading.engagements.lexicon import lexicon
from legation.reading.engagements.status import status_of
from legation.reading.gatherings_named import GatheringVerb, gathering_words, gatherings_from
from legation.reading.people.cast import Cast, Unit

# Words between a verb and the preposition that names the gathering: "spoke on Tuesday evening at the forum".
_REACH = 8
# A name with a capital or a number before any "on X": not "talks on Ukraine", which are a meeting of their own.
_NAMED = re.compile(r"(?:(?!(?:on|of|for)\b)[^\sA-Z\d]+\s)*[A-Z\d]")
# Engagements that can themselves be the gathering, or take place at one.
_KINDS = frozenset({"meeting", "talks", "summit", "consultation", "ceremony", "signing", "visit"})


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering by name, how it is told ("attended", "addressed", or "gathering" for where an engagement was), who
    was there (or the engagement that was), and how real that is."""

    name: Span
    told_as: str
    who: tuple[str, ...]
    status: Status


def find_gatherings(cast: Cast, events: Sequence[Event]) -> list[Gathering]:
    """The gatherings of a report in text order, those told of people before those told of engagements."""
    told: list[Gathering] = []
    for one in (g for passage in cast.page.passages for g in _of_passage(cast, passage)):
        if (one.name, one.told_as) not in {(g.name, g.told_as) for g in told}:
            told.append(one)  # of "gave his speech at X" the verb tells more than the noun
    settings = [g for event in events if event.kind in _KINDS for g in _of_event(cast, event, events, told)]
    return [*told, *settings]


def claims_of_gatherings(
    cast: Cast, events: Sequence[Event], statements: Sequence[Statement], reader: str
) -> tuple[Claim, ...]:
    """Each gathering as a claim of everybody who was there, and of the engagements that took place at it."""
    text = cast.page.text

    def told() -> Iterator[Claim]:
        for one in find_gatherings(cast, events):
            quote = one.name.of(text)
            said_by = _speaker(one.name, statements)
            certainty: Certainty = certainty_of(one.status, said_by)
            for about in one.who:
                yield Claim(about, one.told_as, quote, one.name, quote, said_by, certainty, 1.0, reader)

    return tuple(told())


def _speaker(name: Span, statements: Sequence[Statement]) -> tuple[str, ...]:
    for statement in statements:
        if statement.speaker and any(span.covers(name) for span in statement.content):
            return (statement.speaker,)
    return ()


# ---------------------------------------------------------------- of people


def _of_passage(cast: Cast, passage: Annotation) -> Iterator[Gathering]:
    verbs = gathering_words().verbs
    for token in passage.tokens:
        if token.pos in ("VERB", "AUX"):
            for verb in verbs.get(token.lemma.lower(), ()):
                yield from _of_verb(cast, passage, token, verb)
        elif token.lemma.lower() in gathering_words().speech:
            yield from _of_speech(cast, passage, token)


def _of_verb(cast: Cast, passage: Annotation, token: Token, verb: GatheringVerb) -> Iterator[Gathering]:
    passive = is_passive(passage, token)
    names = _subject_names(cast, passage, token, verb) if passive else _names(cast, passage, token, verb)
    status = status_of(passage, token, lexicon()) if names else None
    if status is None:
        return
    units = agents(cast, passage, token) if passive else _attending(cast, passage, token)
    who = tuple(dict.fromkeys(key for unit in units for key in unit.actors))
    yield from (Gathering(name, verb.told_as, who, status) for name in names)


def _of_speech(cast: Cast, passage: Annotation, noun: Token) -> Iterator[Gathering]:
    """ "Lula's speech at the General Assembly": its owner addressed it."""
    owners = [u for t in passage.children(noun, "nmod:poss") if (u := cast.unit_of(t))]
    behind = passage.tokens[noun.i + 1 : noun.i + 2]
    if not owners or not behind or behind[0].text.lower() not in gathering_words().speech_prepositions:
        return
    status = status_of(passage, noun, lexicon())
    for name in gatherings_from(cast.page, passage, noun.i + 2, assembly=True) if status else ():
        yield Gathering(name, "addressed", owners[0].actors, status or "happened")


def _names(cast: Cast, passage: Annotation, token: Token, verb: GatheringVerb) -> list[Span]:
    first = _opening(passage, token, verb)
    if first is None:
        return []
    return gatherings_from(cast.page, passage, first, assembly=verb.told_as == "addressed")


def _subject_names(cast: Cast, passage: Annotation, token: Token, verb: GatheringVerb) -> list[Span]:
    """The funeral of "the funeral of X was attended by Y"."""
    if verb.prepositions:
        return []
    for subject in passage.children(token, "nsubj:pass"):
        first = min([t.i for t in passage.subtree(subject)], default=subject.i)
        return gatherings_from(cast.page, passage, first, assembly=verb.told_as == "addressed")
    return []


def _opening(passage: Annotation, token: Token, verb: GatheringVerb) -> int | None:
    """The index at which the name begins: behind the verb, or behind its preposition."""
    if not verb.prepositions:
        return token.i + 1
    wanted = not verb.objects
    end = passage.sentence_of(token)[1]
    for word in passage.tokens[token.i + 1 : min(end, token.i + 1 + _REACH)]:
        if word.pos == "VERB" or word.text in (";", ":", '"', "“", "”"):
            return None
        wanted = wanted or word.text.lower() in verb.objects
        if wanted and word.text.lower() in verb.prepositions:
            return word.i + 1
    return None


def _attending(cast: Cast, passage: Annotation, token: Token) -> list[Unit]:
    """The subject of the verb, or of the clause that "while attending X" or "flew to Rome to attend X" belongs to; in
    telegraphic style, where the verb opens its sentence, that of the sentences before."""
    found = _of_clause_above(cast, passage, token) or subjects(cast, passage, token)
    if any(t.text.lower() == "who" for t in passage.children(token, "nsubj")):
        found = [u for u in found if any(cast.is_person(k) for k in u.actors)]  # "who" is no town and no state
    if found or token.i != passage.sentence_of(token)[0]:
        return found
    return [u for u in cast.before(token.start) if u.subject and any(cast.is_person(k) for k in u.actors)][:1]


def _of_clause_above(cast: Cast, passage: Annotation, token: Token) -> list[Unit]:
    """Who does what the verb is only part of: the owner of "Russia's plan to attend", the subject above otherwise."""
    noun = passage.head(token)
    infinitive = token.dep.startswith("acl") and token.has("VerbForm=Inf")
    own = [s for s in passage.children(token, "nsubj") if not _is_destination(cast, passage, s)]
    if noun is None or not (infinitive or token.dep == "advcl") or own:
        return []
    if infinitive and (unit := cast.unit_of(noun)) and any(cast.is_person(k) for k in unit.actors):
        return [unit]
    owners = [u for t in passage.children(noun, "nmod:poss") if infinitive and (u := cast.unit_of(t))]
    above = next((t for t in passage.ancestors(token) if t.pos in ("VERB", "AUX")), None)
    return owners or (subjects(cast, passage, above) if above else [])


def _is_destination(cast: Cast, passage: Annotation, subject: Token) -> bool:
    """True for the country of "leave for Bolivia to attend X", which parsers take for who is to attend."""
    unit = cast.unit_of(subject)
    goes = subject.i > 0 and passage.tokens[subject.i - 1].text.lower() == "for"
    return goes and unit is not None and all(cast.kind_of(key) == "state" for key in unit.actors)


# ---------------------------------------------------------------- of engagements


def _of_event(cast: Cast, event: Event, events: Sequence[Event], told: Sequence[Gathering]) -> Iterator[Gathering]:
    """The gathering that an engagement is, took place at, or that its guest came for."""
    names = [g.name for g in told if g.told_as == "attended" and _is_of(event, events, g)]
    names += [name for name in _settings(cast, event) if name not in names]
    for name in names:
        yield Gathering(name, "gathering", (event.id,), event.status)


def _is_of(event: Event, events: Sequence[Event], gathering: Gathering) -> bool:
    """True if the name is that of the event, or of what the guest of a visit told just before came to attend."""
    if gathering.name.covers(event.trigger):
        return True
    if event.kind != "visit" or not set(gathering.who) & set(event.actors("guest")):
        return False
    before = [e.trigger for e in events if e.kind == "visit" and e.trigger.end <= gathering.name.start]
    return event.sentence.covers(gathering.name) and event.trigger == max(before, default=None)


def _settings(cast: Cast, event: Event) -> Iterator[Span]:
    """The gathering of "met at the General Assembly", "on the sidelines of the summit", "flew to X for the forum"."""
    words, passage = gathering_words(), cast.page.passage_at(event.trigger.start)
    for token in passage.tokens:
        if not event.sentence.covers(token.span) or token.start < event.trigger.end:
            continue
        word, before = token.text.lower(), passage.tokens[token.i - 1].text.lower()
        if word in words.setting or (word == "of" and before in words.sides):
            yield from gatherings_from(cast.page, passage, token.i + 1)
        elif word in words.purpose and event.kind == "visit":
            named = gatherings_from(cast.page, passage, token.i + 1)
            yield from (name for name in named if _NAMED.match(name.of(cast.page.text)))
