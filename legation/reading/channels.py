"""By what medium something was said: the paper that was told, the agency that quotes, the speech that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.model import Actor, Span, Statement
from legation.reading.people.cast import Cast, slug
from legation.reading.speakers import head_of
from legation.reading.statements import Attribution, media_words, utterance_nouns

# Paragraphs over which a speaker is taken to go on speaking there, and before which he may have begun.
_REACH = 10
_LEAD = 5


@dataclass(frozen=True, slots=True)
class Channelled:
    """A statement. goes_on: whether it names a medium on which the speaker may have said more."""

    statement: Statement
    goes_on: bool


def medium_told(cast: Cast, attribution: Attribution) -> str | None:
    """The medium that the cue names: who was told, if that is a medium with a name, else "a news conference"."""
    named = medium_named(cast, attribution.addressee)
    if named:
        return cast.name_of(named)
    medium = attribution.medium or _paper_speaking(cast, attribution.source)
    return medium.of(cast.page.text) if medium else None


def _paper_speaking(cast: Cast, source: Span | None) -> Span | None:
    """The source itself where a paper speaks for who issued it: "the Kremlin's statement said"."""
    head = head_of(cast, source) if source else None
    return source if head is not None and head.lemma.lower() in utterance_nouns() else None


def carrier_of(cast: Cast, attribution: Attribution) -> str | None:
    """The medium that passes on the words of another ("Interfax quoted him as saying")."""
    for span in attribution.outer:
        named = medium_named(cast, span)
        if named:
            return cast.name_of(named)
        head = head_of(cast, span)
        if head is not None and head.lemma.lower() in media_words():
            return span.of(cast.page.text)
    return None


def medium_named(cast: Cast, span: Span | None) -> str | None:
    """Key of the medium whose name is in the span; it is kept in the cast."""
    if span is None:
        return None
    entities = cast.page.passage_at(span.start).entities
    words = next((e.span.of(cast.page.text) for e in entities if e.label == "medium" and span.covers(e.span)), None)
    return cast.put(Actor(slug(words, "m"), "medium", words)) if words else None


def with_media(cast: Cast, told: Sequence[Channelled]) -> list[Statement]:
    """The statements, each with the medium on which its speaker spoke just before, or just after at the beginning of
    a report ("X said on Monday ... , he told a news conference"), if it names none."""
    forth = _gone_on(cast, told, _REACH)
    back = _gone_on(cast, [*reversed(told)], _LEAD)
    return [
        one.statement if one.statement.medium else replace(one.statement, medium=before or after)
        for one, before, after in zip(told, forth, reversed(back), strict=True)
    ]


def _gone_on(cast: Cast, told: Sequence[Channelled], reach: int) -> list[str | None]:
    """The medium of the statement of the same speaker that was seen before, for each."""
    last: dict[str, tuple[Statement, int]] = {}
    found: list[str | None] = []
    for one in told:
        said, speaker = one.statement, one.statement.speaker or ""
        number = cast.page.passage_number(said.content[0].start)
        seen, place = last.get(speaker, (None, number))
        if said.medium or seen is None or abs(number - place) >= reach or not _together(seen, said):
            found.append(None)
        else:
            found.append(seen.medium)
            last[speaker] = (seen, number)
        if said.medium:
            last[speaker] = (said, number)
            if not one.goes_on:
                del last[speaker]
    return found


def _together(seen: Statement, said: Statement) -> bool:
    """True if nothing shows that two statements were made on different days or occasions. Who was told by name, a
    medium, goes on being told."""
    days = (seen.said_on.interval, said.said_on.interval)
    apart = None not in (seen.event, said.event) and seen.event != said.event and not seen.addressee
    return not apart and (None in days or days[0] == days[1])
