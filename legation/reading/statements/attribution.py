"""Who said what, before names are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Literal

from legation.model import Span

Kind = Literal["direct", "indirect", "mixed"]
# Share of the letters in quotation marks from which a content is direct speech.
_DIRECT = 0.8


@dataclass(frozen=True, slots=True)
class Attribution:
    """One piece of reported speech or belief. Spans are characters into the report's text.

    source: the mention of the speaker, as a full noun phrase ("Tokayev", "he", "the Kazakh side").
    cue: "said", "according to", "expressed". content: one span, or several for a split quotation.
    continues: index in the result of the attribution whose speaker goes on here. addressee: who is told.
    medium: "an interview with Les Echos newspaper". relayed_for: whose words are passed on.
    speech_act: "thanked", "promised" ... by the cue lexicon, None for plain saying. outer: outer sources,
    nearest first. belief: thought or wanted rather than said. score: 0 to 1, how sure the reader is. apart: the source
    is not named beside the words, but before the conversation in which they are an answer.
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
    apart: bool = False


def offsets(spans: Iterable[Span]) -> set[int]:
    """The offsets of all characters of the spans."""
    return {at for span in spans for at in range(span.start, span.end)}


def kind_of(text: str, quoted: Set[int], content: Iterable[Span]) -> Kind:
    """Direct, indirect or mixed speech. quoted: the offsets of all characters in quotation marks."""
    spoken = [at for at in offsets(content) if text[at].isalnum()]
    inside = sum(at in quoted for at in spoken)
    if not inside:
        return "indirect"
    return "direct" if inside >= _DIRECT * len(spoken) else "mixed"
