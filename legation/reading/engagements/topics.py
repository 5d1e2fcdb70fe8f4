"""Engagements that are only talked of: "discussed preparations for the summit", "the recent meeting"."""

from __future__ import annotations

from legation.language import Annotation, Token
from legation.reading.engagements.lexicon import EngagementLexicon


def is_topic(passage: Annotation, noun: Token, words: EngagementLexicon) -> bool:
    """True for the summit of "discussed preparations for the summit", of which the clause only speaks."""
    if noun.pos in ("VERB", "AUX"):
        return False
    below = noun
    for above in passage.ancestors(noun):
        if above.lemma.lower() in words.topic and below.dep not in ("obl", "nsubj", "advcl"):
            return True
        if above.pos in ("VERB", "AUX") or below.dep not in ("nmod", "obj", "conj", "obl", "compound"):
            return False
        below = above
    return False


def is_other(passage: Annotation, noun: Token, words: EngagementLexicon) -> bool:
    """True for an engagement beside the one the clause tells: "the recent meeting of A and B", or its topic."""
    said = {c.text.lower() for c in passage.children(noun, "amod")}
    return bool(said & words.other) or is_topic(passage, noun, words)
