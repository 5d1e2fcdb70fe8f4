"""Telegraphic style: "Met with President X." opens with a past tense that models take for a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from legation.language.annotation import Token

_NOMINAL = ("PROPN", "NOUN", "ADJ", "X")


def with_verbs(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The tokens, the verb that opens a telegraphic sentence (or stands behind its semicolon) told as such."""
    starts = {first for first, _ in sentences}
    return tuple(
        _verb(token) if _opens(tokens, token, starts) and _mistaken(token) and _governs(tokens, token) else token
        for token in tokens
    )


def _mistaken(token: Token) -> bool:
    """True for what is told as a name, or as a verb without a verb's form."""
    return token.pos in _NOMINAL or (token.pos == "VERB" and "VerbForm" not in token.feats)


def _opens(tokens: Sequence[Token], token: Token, starts: set[int]) -> bool:
    if token.text.lower() not in _forms():
        return False
    before = tokens[token.i - 1].text.lower() if token.i else ""
    return token.i in starts or before in (";", "later", "also", "afterwards", "then", ".")


def _governs(tokens: Sequence[Token], token: Token) -> bool:
    """True if something follows that a verb takes and a name does not."""
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return following is not None and following.pos in ("ADP", "DET", "PROPN", "ADJ", "NOUN", "PRON")


def _verb(token: Token) -> Token:
    return replace(token, pos="VERB", lemma=_forms()[token.text.lower()], feats="Tense=Past|VerbForm=Fin")


@cache
def _forms() -> Mapping[str, str]:
    """Lemmas by form, lower case."""
    lines = files("legation.language").joinpath("telegraphic.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
