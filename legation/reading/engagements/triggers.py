"""Which words of a report may tell of an engagement."""

from __future__ import annotations

import re

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.engagements.arguments import arguments
from legation.reading.engagements.lexicon import EngagementLexicon, TriggerWord
from legation.reading.people.cast import Cast

_IN = re.compile(r"\s+(?:also |now |currently )?in (?:the )?[A-Z]")


def trigger_word(cast: Cast, passage: Annotation, token: Token, words: EngagementLexicon) -> TriggerWord | None:
    """The lexicon's word for a token that may tell of an engagement."""
    if token.pos in ("VERB", "AUX"):
        word = words.verbs.get(token.lemma.lower())
        return word if word and _verb_counts(cast, passage, token, word, words) else None
    if token.pos not in ("NOUN", "PROPN"):
        return None
    word = words.nouns.get(token.text.lower())
    if word is None or (
        token.dep in ("compound", "nmod:poss") and token.i + 1 < len(passage.tokens) and word.kind != "signing"
    ):
        return None
    if word.needs == "phone" and not has_phone(passage, token, words):
        courtesy = token.i > 0 and passage.tokens[token.i - 1].text.lower() == "courtesy"
        return TriggerWord("meeting", mode="in_person") if courtesy else None
    if _press(passage, token, words):
        return None
    return word


def _verb_counts(cast: Cast, passage: Annotation, token: Token, word: TriggerWord, words: EngagementLexicon) -> bool:
    if token.dep in ("amod", "compound"):
        return False
    if token.lemma.lower() == "meet" and any(
        c.lemma.lower()
        in (
            "need",
            "demand",
            "requirement",
            "deadline",
            "goal",
            "target",
            "condition",
            "challenge",
            "interest",
            "criterion",
            "obligation",
        )
        for c in passage.children(token, "obj")
    ):
        return False
    if word.needs == "stay":
        return _stays(cast, passage, token, words)
    if word.needs == "phone" and word.frame == "with":
        return has_phone(passage, token, words) or any(a.prep == "with" for a in arguments(cast, passage, token))
    return True


def _stays(cast: Cast, passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    """True for "was in Paris at the invitation of ...", "is in Moscow to talk to ..."."""
    behind = Span(token.end, passage.sentence_span(token).end).of(cast.page.text)
    return _IN.match(behind) is not None and words.stay.search(behind) is not None


def has_phone(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    """True if a word for a telephone or a video link stands near."""
    first, end = passage.sentence_of(token)
    near = passage.tokens[max(first, token.i - 4) : min(end, token.i + 8)]
    return any(t.text.lower() in words.phone for t in near)


def _press(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    before = passage.tokens[token.i - 1] if token.i else None
    return (
        before is not None
        and before.text.lower() in words.press
        and token.text.lower() in ("meeting", "meetings", "call", "talk", "visit")
    )
