"""Carriers set off from whom they quote: "Interfax, quoting X, said". Either may have been taken for the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.cues import Lexicon
from legation.reading.statements.phrases import noun_phrase, passage_with, trimmed

_HEADS = frozenset({"PROPN", "NOUN"})


def said_by_quoted_between(
    text: str, passages: Sequence[Annotation], attribution: Attribution, words: Lexicon
) -> Attribution:
    """The attribution laid to who is quoted between commas before the cue; who quotes becomes an outer source."""
    cue = attribution.cue
    passage = passage_with(passages, cue)
    if cue is None or passage is None:
        return attribution
    sentence = passage.sentence_span(passage.within(cue)[0])
    before = passage.within(Span(sentence.start, cue.start)) if sentence.start < cue.start else []
    verb = next((t for t in before if _quotes(t, words) and text[: t.start].rstrip().endswith(",")), None)
    if verb is None or any(span.covers(verb.span) for span in attribution.content):
        return attribution
    quoted = next((t for t in passage.children(verb, "obj") if verb.i < t.i and t.end <= cue.start), None)
    carrier = next((t for t in reversed(before) if t.end <= verb.start and t.text != ","), None)
    if quoted is None or carrier is None or carrier.pos not in _HEADS:
        return attribution
    who = noun_phrase(passage, quoted)
    by = noun_phrase(passage, carrier)
    by = Span(by.start, min(by.end, carrier.end))
    if text[who.end : cue.start].strip(" ,") or by.start < sentence.start:
        return attribution
    outer = tuple(span for span in attribution.outer if not span.overlaps(by) and not span.overlaps(who))
    return replace(attribution, source=trimmed(text, who), outer=(by, *outer))


def _quotes(token: Token, words: Lexicon) -> bool:
    """By its beginning: the lemmas of participles come out wrong at times."""
    stems = tuple(verb.removesuffix("e") for verb in words.quoting)
    return token.pos == "VERB" and token.text.lower().startswith(stems) and token.text.lower().endswith("ing")
