"""The words for one country or city put for those for another, in marks and inside longer names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from legation.model import Span
from training.corpus.rewriting import in_case_of
from training.corpus.stock import RULES, Land

# Names in full, which take "the" whatever the usual name does.
LONG = re.compile(r"\b(?:Republic|Kingdom|State|Sultanate|Federation|Union)\b(?! States)")
# Words that make another name of what follows: "South Sudan", "Latin America", "DR Congo".
_PART_OF_NAME = re.compile(r"\b(?:North|South|East|West|Latin|Central|Equatorial|New|DR|\w+ern)\s+$")
LONGEST_BEFORE = 15
# Labels whose words are looked up as a country's.
WORDED = frozenset(("L", "L*", "N"))


def among(words: str, names: Iterable[str]) -> bool:
    """True if the words are one of the names, case left aside."""
    return words.casefold() in {name.casefold() for name in names}


def land_words(label: str, words: str, old: Land, new: Land) -> str | None:
    """The words for the new country in the place of these; None if they are none of the old country's."""
    spelled = words if not words.isupper() or len(words) < 4 else words.title()
    if label == "N":
        if among(spelled, old.adjectives):
            return new.adjectives[0]
        return (_plural(new) if spelled.endswith(("s", "z", "h")) else None) if among(spelled, old.nouns) else None
    if among(spelled, old.capitals):
        return new.capitals[0]
    if among(spelled, old.seats):
        return new.capitals[0] if label == "L*" else None
    if old.with_article and spelled != old.names[0] and not LONG.search(spelled):
        return None  # "Britain" has no article, "the United Kingdom" has one
    if among(spelled, old.names):
        return next((name for name in new.names if LONG.search(name)), None) if LONG.search(spelled) else new.names[0]
    return None


def _plural(land: Land) -> str | None:
    return next((noun for noun in land.nouns if noun.endswith("s")), None)


@dataclass(frozen=True)
class Rewording:
    """What is put for what inside longer names: "Embassy of Kenya", "Khujand Declaration".

    lands: pairs of old and new countries. cities: names as spelled, in small letters or not.
    """

    lands: tuple[tuple[Land, Land], ...]
    cities: Mapping[str, str]

    @cached_property
    def _words(self) -> dict[str, str]:
        found = dict(self.cities)
        for old, new in self.lands:
            for label, words in (("L", (*old.names, *old.capitals)), ("N", (*old.adjectives, *old.nouns))):
                for word in words:
                    if word in RULES["too_wide"]:
                        continue
                    put = land_words(label, word, old, new)
                    if put is not None:
                        found.setdefault(word, put)
        return {word.casefold(): put for word, put in found.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = sorted(self._words, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None

    def edits(self, text: str, span: Span, kept: Iterable[Span] = ()) -> dict[Span, str]:
        """New words for each place inside the span where old ones stand; those in ``kept`` are let be.

        Only words that begin with a capital are names: "turkey" and "nice" are none.
        """
        if self._pattern is None:
            return {}
        let_be = list(kept)
        found = ((Span(*hit.span()), hit.group()) for hit in self._pattern.finditer(text, span.start, span.end))
        return {
            place: in_case_of(words, self._words[words.casefold()])
            for place, words in found
            if words[0].isupper()
            and not _PART_OF_NAME.search(text[max(0, place.start - LONGEST_BEFORE) : place.start])
            and not any(place.overlaps(other) for other in let_be)
        }

    def applied(self, words: str) -> str:
        """The words with every name of an exchanged country or city exchanged."""
        out, last = [], 0
        for place, put in self.edits(words, Span(0, len(words))).items():
            out += [words[last : place.start], put]
            last = place.end
        return "".join([*out, words[last:]])
