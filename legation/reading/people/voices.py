"""The first person inside quotations: "I" is the speaker, "our country" the speaker's state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legation.model import Span
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.states import state
from legation.register import Register

_SELF = frozenset({"i", "me", "my", "myself"})
_HOME = re.compile(r"\b(?:our|my)\s+(?:country|nation|republic|homeland|side|capital)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation and the key of who speaks it."""

    content: tuple[Span, ...]
    speaker: str


def add_voices(cast: Cast, voices: Iterable[Voice], register: Register) -> None:
    """Adds units for the first person of each quotation; "we" is left open, since it may mean both sides."""
    for voice in voices:
        for span in voice.content:
            _add_home(cast, voice, span, register)
            _add_self(cast, voice, span)


def _add_home(cast: Cast, voice: Voice, span: Span, register: Register) -> None:
    country = cast.country_of(voice.speaker)
    if country is None:
        return
    for match in _HOME.finditer(cast.page.text, span.start, span.end):
        words = Span(*match.span())
        cast.add(Unit(words, words, (state(cast, country, register),), "name"))


def _add_self(cast: Cast, voice: Voice, span: Span) -> None:
    if not cast.is_person(voice.speaker):
        return
    for token in cast.page.passage_at(span.start).within(span):
        if token.text.lower() in _SELF and token.pos == "PRON":
            cast.add(Unit(token.span, token.span, (voice.speaker,), "pronoun"))
