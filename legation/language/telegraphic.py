"""Telegraphic style: "Met with President X." opens with a past tense that models take for a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.language.annotation import Token

# What diaries and registers of visits open their sentences with; from the form to the lemma.
FORMS = {
    "met": "meet",
    "visited": "visit",
    "attended": "attend",
    "addressed": "address",
    "discussed": "discuss",
    "received": "receive",
    "signed": "sign",
    "arrived": "arrive",
    "departed": "depart",
    "accompanied": "accompany",
    "hosted": "host",
    "welcomed": "welcome",
    "conferred": "confer",
    "held": "hold",
    "spoke": "speak",
    "opened": "open",
    "presented": "present",
    "delivered": "deliver",
}
_NOMINAL = ("PROPN", "NOUN", "ADJ", "X")


def with_verbs(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The tokens, the verb that opens a telegraphic sentence (or stands behind its semicolon) told as such."""
    starts = {first for first, _ in sentences}
    return tuple(
        _verb(token) if _opens(tokens, token, starts) and token.pos in _NOMINAL and _governs(tokens, token) else token
        for token in tokens
    )


def _opens(tokens: Sequence[Token], token: Token, starts: set[int]) -> bool:
    if token.text.lower() not in FORMS:
        return False
    before = tokens[token.i - 1].text.lower() if token.i else ""
    return token.i in starts or before in (";", "later", "also", "afterwards", "then", ".")


def _governs(tokens: Sequence[Token], token: Token) -> bool:
    """True if something follows that a verb takes and a name does not."""
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return following is not None and following.pos in ("ADP", "DET", "PROPN", "ADJ", "NOUN", "PRON")


def _verb(token: Token) -> Token:
    return replace(token, pos="VERB", lemma=FORMS[token.text.lower()], feats="Tense=Past|VerbForm=Fin")
