"""Finding the names of countries, cities and bodies in a text: the longest name at each place, case told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.model import Span
from legation.register.facts import City, Country, Hit, HitKind, Organisation

# A name may begin with a capital letter only; "the" before it is not part of it.
_START = re.compile(r"(?<![\w.])[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_OWN_ARTICLE = re.compile(r"^(?:the|The)\s+(?=[A-Z])")
_SPACE = re.compile(r"\s+")
# Shorter names are not looked for in capitals: "NICE" in a headline is no city.
_LEAST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, and what it names."""

    words: str
    kind: HitKind
    id: str
    country: str | None


class Scanner:
    """All names, filed under their first word. Of one spelling the first named counts."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first_word: dict[str, list[Name]] = {}
        seen: set[str] = set()
        for name in names:
            for spelling in _spellings(name.words):
                if spelling not in seen:
                    seen.add(spelling)
                    first = _WORD.match(spelling)
                    if first:
                        found = Name(spelling, name.kind, name.id, name.country)
                        self._by_first_word.setdefault(first.group(), []).append(found)
        for filed in self._by_first_word.values():
            filed.sort(key=lambda n: -len(n.words))

    def scan(self, text: str) -> list[Hit]:
        """Names in a text, in order, none overlapping another; offsets are characters into ``text``."""
        found: list[Hit] = []
        end = 0
        for start in _START.finditer(text):
            if start.start() < end or not start.group().isupper():
                continue
            hit = self._at(text, start.start())
            if hit:
                found.append(hit)
                end = hit.span.end
        return found

    def _at(self, text: str, start: int) -> Hit | None:
        first = _WORD.match(text, start)
        if first is None:
            return None
        word = first.group()
        for name in self._by_first_word.get(word, ()):
            if text.startswith(name.words, start) and _ends(text, start + len(name.words)):
                return Hit(Span(start, start + len(name.words)), name.kind, name.id, name.country, name.words)
            if " " in name.words and (end := _spaced(text, start, name.words)):
                return Hit(Span(start, end), name.kind, name.id, name.country, name.words)
        if len(word) >= _LEAST_CAPITALS and word.isupper():
            return self._in_capitals(text, start, word)
        return None

    def _in_capitals(self, text: str, start: int, word: str) -> Hit | None:
        for name in self._by_first_word.get(word.capitalize(), ()):
            end = start + len(name.words)
            if text[start:end] == name.words.upper() and _ends(text, end):
                return Hit(Span(start, end), name.kind, name.id, name.country, name.words)
        return None


def names_of(
    countries: Iterable[Country], organisations: Iterable[Organisation], cities: Iterable[City]
) -> Iterator[Name]:
    """Everything there is to be found, what is surest first: it wins where one spelling names two things."""
    countries = list(countries)
    for country in countries:
        yield from (Name(n, "country", country.iso3, country.iso3) for n in country.names)
    for country in countries:
        yield from (Name(n, "adjective", country.iso3, country.iso3) for n in country.adjectives)
        yield from (Name(n, "capital", country.iso3, country.iso3) for n in country.capitals)
    for country in countries:
        yield from (Name(n, "noun", country.iso3, country.iso3) for n in country.nouns)
        yield from (Name(n, "metonym", country.iso3, country.iso3) for n in country.seats)
    for body in organisations:
        yield from (Name(n, "organisation", body.id, body.country) for n in body.names)
    for city in cities:
        yield from (Name(n, "city", city.country, city.country) for n in (city.name, *city.spellings))


def _spellings(words: str) -> Iterator[str]:
    """A name without its article ("the Gambia" is found by "Gambia"), with and without marks, either apostrophe."""
    words = _OWN_ARTICLE.sub("", words) if words != "The Hague" else words
    if words.isascii() and "'" not in words:
        yield words
        return
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    for spelling in dict.fromkeys((words, unicodedata.normalize("NFC", words), plain)):
        yield spelling
        if "'" in spelling:
            yield spelling.replace("'", "’")


def _ends(text: str, end: int) -> bool:
    """True if a name may end here: no letter or digit follows."""
    return end >= len(text) or not text[end].isalnum()


def _spaced(text: str, start: int, words: str) -> int | None:
    """The end of the name if it stands there with other white space between its words."""
    parts = words.split(" ")
    at = start
    for n, part in enumerate(parts):
        if n:
            gap = _SPACE.match(text, at)
            if gap is None or gap.end() - gap.start() > 3:
                return None
            at = gap.end()
        if not text.startswith(part, at):
            return None
        at += len(part)
    return at if _ends(text, at) else None
