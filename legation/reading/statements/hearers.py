"""Whom words are said to, where the rules of clauses found nobody: the noun phrase right behind the verb.

These rules go by the order of words and not by the tree, so they also serve the attributions that the language model
alone sees: "thanked X for", "called on X to", "told X", "explained to X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import passage_with

_HEADS = frozenset({"PROPN", "NOUN", "PRON"})
_NOMINAL = _HEADS | {"DET", "ADJ", "NUM"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def with_hearer(passages: Sequence[Annotation], attribution: Attribution, words: Lexicon) -> Attribution:
    """The attribution with the addressee that stands behind its cue, if it has none yet."""
    cue = attribution.cue
    passage = passage_with(passages, cue)
    if cue is None or passage is None or attribution.addressee is not None:
        return attribution
    verb = next((t for t in passage.within(cue) if t.pos == "VERB"), None)
    start = _begins(passage, verb, words) if verb else None
    return attribution if start is None else replace(attribution, addressee=_phrase_at(passage, start))


def _begins(passage: Annotation, verb: Token, words: Lexicon) -> int | None:
    """Where who is told would begin: behind the verb, its particle, or "to"; None if the verb tells nobody."""
    following = passage.tokens[verb.i + 1 : verb.i + 2]
    if not following or _is_passive(passage, verb):
        return None
    lemma, first = verb.lemma.lower(), following[0].text.lower()
    phrasal = words.verbs.get(f"{lemma} {first}")
    entry = phrasal or words.verbs.get(lemma)
    if entry is None or entry.belief:
        return None
    if phrasal is None and first == "to":
        return verb.i + 2
    return verb.i + (2 if phrasal else 1) if _tells_somebody(entry, words) else None


def _tells_somebody(entry: Cue, words: Lexicon) -> bool:
    return entry.lemma in words.addressed or (entry.takes("whom", "urge") and entry.lemma not in words.unaddressed)


def _is_passive(passage: Annotation, verb: Token) -> bool:
    before = [t for t in passage.tokens[max(0, verb.i - 3) : verb.i] if t.pos != "ADV"]
    return bool(before) and before[-1].lemma.lower() == "be"


def _phrase_at(passage: Annotation, start: int) -> Span | None:
    """The noun phrase that begins with a token, as far as "of" carries it."""
    kept: list[Token] = []
    for token in passage.tokens[start:]:
        of = token.text.lower() == "of" and bool(kept)
        opens = token.pos in ("DET", "PRON") and bool(kept) and kept[-1].text.lower() != "of"
        if opens or not (token.pos in _NOMINAL or token.text in _POSSESSIVE or of):
            break
        kept.append(token)
    while kept and kept[-1].pos not in _HEADS:
        kept.pop()
    return Span(kept[0].start, kept[-1].end) if kept else None
