"""Word pieces: an uncased WordPiece vocabulary applied to single words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

MOST_PIECES = 8
"""Longer words are cut: what follows the eighth piece adds nothing to telling what a word is."""

# Curly and straight marks mean the same; which of them opens and which closes, the quoting feature tells.
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "`": "'"})
_WHOLE = {"``": '"', "''": '"', "…": "..."}


class Pieces:
    """Cuts words into pieces of a vocabulary (a list of pieces; "##" marks one that continues a word)."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.first = self._ids["[CLS]"]
        self.last = self._ids["[SEP]"]
        self.mask = self._ids.get("[MASK]", self.unknown)
        self._longest = max(map(len, vocabulary))
        self._known: dict[str, tuple[int, ...]] = {}

    def __contains__(self, word: object) -> bool:
        """True for a word that is a piece by itself: one that is common."""
        return word in self._ids

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, one at least and MOST_PIECES at most."""
        found = self._known.get(word)
        if found is None:
            found = tuple(i for part in _parts(word) for i in self._cut(part))[:MOST_PIECES] or (self.unknown,)
            if len(self._known) > 200_000:  # a run over an archive must not grow without end
                self._known.clear()
            self._known[word] = found
        return found

    def _cut(self, part: str) -> list[int]:
        if len(part) > 100:
            return [self.unknown]
        ids: list[int] = []
        start = 0
        while start < len(part):
            end = min(len(part), start + self._longest)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(self._ids[piece])
            start = end
        return ids


def _parts(word: str) -> Iterable[str]:
    """A word in lower case without accents, its punctuation apart, as the vocabulary was made."""
    word = _WHOLE.get(word, word).translate(_SAME)
    word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = []
    apart = True
    for c in word:
        if _is_mark(c):
            parts.append(c)
            apart = True
        elif unicodedata.category(c) not in ("Cc", "Cf") and not c.isspace():
            if apart:
                parts.append("")
            parts[-1] += c
            apart = False
    return parts


def _is_mark(c: str) -> bool:
    if c.isascii():
        return not c.isalnum() and c > " "
    return unicodedata.category(c).startswith("P")
