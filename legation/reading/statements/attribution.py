"""Who said what, before names are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model import Span

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One piece of reported speech or belief. Spans are characters into the report's text.

    source: the mention of the speaker, as a full noun phrase ("Tokayev", "he", "the Kazakh side").
    cue: "said", "according to", "expressed". content: one span, or several for a split quotation.
    continues: index in the result of the attribution whose speaker goes on here. addressee: who is told.
    medium: "an interview with Les Echos newspaper". relayed_for: whose words are passed on.
    speech_act: "thanked", "promised" ... by the cue lexicon, None for plain saying. outer: outer sources,
    nearest first. belief: thought or wanted rather than said. score: 0 to 1, how sure the reader is.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    continues: int | None = None
    addressee: Span | None = None
    medium: Span | None = None
    relayed_for: Span | None = None
    speech_act: str | None = None
    outer: tuple[Span, ...] = ()
    score: float = 1.0
    belief: bool = False
