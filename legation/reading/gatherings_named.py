"""Names of gatherings as their words stand in the text: "Munich Security Conference", "funeral of King Hussein"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.lexicons import load_toml
from legation.reading.page import Page

_ARTICLES = frozenset("a an the this that these those his her its their".split())
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "X"])
_INSIDE_MARKS = frozenset(["-", "–", "/", "'", "’", "'s", "’s", "+", "&", '"', "“", "”"])
_GENITIVE = frozenset(["'s", "’s", "'", "’"])
# Where a name that has all its parts ends for sure.
_STOP_MARKS = frozenset([",", ";", ":", ".", "?", "!", "—", "--", "[", "]"])
# Words of an aside inside a name: "First Washington (Arcadia) Conference".
_ASIDE = 4
_NUMBERED = re.compile(r"([A-Za-z]+)-?\d+$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NUMBER = re.compile(r"[\dXVI]+$")


@dataclass(frozen=True, slots=True)
class GatheringVerb:
    """A verb of going to a gathering or speaking to an assembly; see the data file."""

    told_as: str
    objects: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class GatheringWords:
    """The lexicon of ``data/gatherings.toml``."""

    gatherings: frozenset[str]
    bodies: frozenset[str]
    assemblies: frozenset[str]
    numbered: frozenset[str]
    going_on: frozenset[str]
    plain: frozenset[str]
    verbs: dict[str, tuple[GatheringVerb, ...]]
    speech: frozenset[str]
    speech_prepositions: frozenset[str]
    setting: frozenset[str]
    purpose: frozenset[str]
    sides: frozenset[str]


@cache
def gathering_words() -> GatheringWords:
    """The lexicon of gatherings of the package."""
    raw = load_toml("gatherings.toml")
    return GatheringWords(
        **{
            name: frozenset(raw[name])
            for name in ("gatherings", "bodies", "assemblies", "numbered", "going_on", "plain")
        },
        verbs=_by_lemma(raw["verb"]),
        speech=frozenset(raw["speech"]["nouns"]),
        speech_prepositions=frozenset(raw["speech"]["prepositions"]),
        setting=frozenset(raw["setting"]["words"]),
        purpose=frozenset(raw["setting"]["purpose"]),
        sides=frozenset(raw["setting"]["sides"]),
    )


def _by_lemma(entries: Sequence[dict[str, Any]]) -> dict[str, tuple[GatheringVerb, ...]]:
    found: dict[str, tuple[GatheringVerb, ...]] = {}
    for entry in entries:
        verb = GatheringVerb(entry["as"], frozenset(entry.get("objects", ())), frozenset(entry.get("prepositions", ())))
        for lemma in entry["lemmas"]:
            found[lemma] = (*found.get(lemma, ()), verb)
    return found


def _after_articles(tokens: Sequence[Token], first: int) -> int:
    while first < len(tokens) and tokens[first].text.lower() in _ARTICLES:
        first += 1
    return first


def gatherings_from(page: Page, passage: Annotation, first: int, *, assembly: bool = False) -> list[Span]:
    """The gatherings named from a token on, without their articles: several of "the summit of X and the Y forum".

    assembly: parliaments count too, and need no name of their own.
    """
    found: list[Span] = []
    while (name := _Name(page, passage, first, assembly).read()) is not None:
        found.append(name.span)
        behind = [t.text.lower() for t in passage.tokens[name.end : name.end + 2]]
        if behind[:1] != ["and"] or behind[1:] not in (["the"], ["a"], ["an"]):
            break
        first = name.end + 1
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of a name and the index of the token behind it."""

    span: Span
    end: int


class _Name:
    """Reads one name along the surface, since parsers fail inside long names."""

    def __init__(self, page: Page, passage: Annotation, first: int, assembly: bool) -> None:
        self.page, self.passage, self.assembly = page, passage, assembly
        self.words = gathering_words()
        tokens = passage.tokens
        first = _after_articles(tokens, first)
        day = page.timex_at(tokens[first].start) if first < len(tokens) else None
        if day and (behind := next((t for t in tokens[first:] if t.start >= day.span.end), None)):
            first = behind.i + 1 if behind.text in _GENITIVE else first  # "last month's convention"
        self.first = first
        self.stop = passage.sentence_of(tokens[first])[1] if first < len(tokens) else first

    def read(self) -> _Found | None:
        """The name, or None if what stands here is no gathering or has no name."""
        end = self._phrase(self.first)
        whole = end
        while whole < self.stop and self._word(whole) in self.words.going_on:
            further = self._phrase(whole + 1)
            if further == whole + 1 or self._is_day(self.passage.tokens[whole + 1]):
                break
            named = self.passage.tokens[whole - 1].text[:1].isupper()
            whole = further
            if named and not self._is_head(end) and self._is_head(whole):
                end = whole  # "Friends of the Syrian People Ministerial Meeting"
        if not self._is_head(end) or not self._is_name(whole):
            return None
        return _Found(Span(self.passage.tokens[self.first].start, self.passage.tokens[whole - 1].end), whole)

    def _word(self, i: int) -> str:
        return self.passage.tokens[i].text.lower()

    def _phrase(self, i: int) -> int:
        """The index behind the noun phrase from here on, articles before it included."""
        start = i
        while i < self.stop and self._word(i) in _ARTICLES:
            i += 1
        opened = i
        while i < self.stop and (step := self._step(i, opened)):
            i += step
        while i > opened and self._word(i - 1) in _INSIDE_MARKS:
            i -= 1
        return i if i > opened else start

    def _step(self, i: int, opened: int) -> int:
        """How many tokens belong to the phrase here; 0 where it ends."""
        token, word = self.passage.tokens[i], self._word(i)
        if word in _STOP_MARKS:
            return 0
        if i > opened and self._in_one_name(token):
            return 1
        if word == "(":
            return self._aside(i)
        if self._is_day(token) and self._is_head(i) and not self._is_edition(i):
            return 0
        if token.pos in _NOMINAL or word in _INSIDE_MARKS or self._is_part(token) or self._ends_name(i, opened):
            return 1
        return 1 if word in ("and", "&", "for", "of", "the") and self._joins(i) else 0

    def _aside(self, i: int) -> int:
        """The length of "(Arcadia)" in front of more of the name."""
        for end in range(i + 1, min(i + _ASIDE, self.stop - 1)):
            if self._word(end) == ")":
                return end + 1 - i if self.passage.tokens[end + 1].text[:1].isupper() else 0
        return 0

    def _in_one_name(self, token: Token) -> bool:
        """True for what the language layer takes for part of one name with the word before it."""
        return any(
            e.label in ("event", "organisation") and e.span.start < token.start and token.end <= e.span.end
            for e in self.passage.entities
        )

    def _is_day(self, token: Token) -> bool:
        """True in a date; "the future" is none."""
        timex = self.page.timex_at(token.start)
        return timex is not None and timex.when is not None

    def _is_edition(self, i: int) -> bool:
        """True for the year of "Annual Conference 2025"."""
        return _YEAR.match(self._word(i)) is not None and self.passage.tokens[i - 1].text[:1].isupper()

    def _is_part(self, token: Token) -> bool:
        """True for a word that is part of a name, or stands as an adjective: "Two-Plus-Four", "Follow-up"."""
        joined = token.i > self.first and self.passage.tokens[token.i - 1].text == "-"
        return token.text[:1].isupper() or token.dep in ("amod", "compound") or joined

    def _ends_name(self, i: int, opened: int) -> bool:
        """True for the noun of "Council of Ministers meeting" where it is told as a verb; such a verb has no object."""
        tokens, behind = self.passage.tokens, i + 1
        if i == opened or self._word(i) not in self.words.gatherings or not tokens[i - 1].text[:1].isupper():
            return False
        return behind >= self.stop or tokens[behind].pos not in (*_NOMINAL, "DET", "PRON")

    def _joins(self, i: int) -> bool:
        """True for the "and" of "Security and Defence Summit": the name has no noun before it, and one behind."""
        if self._word(i) not in ("and", "&") or self._is_head(i) or i + 1 >= self.stop:
            return False
        return self.passage.tokens[i + 1].pos in _NOMINAL

    def _is_head(self, end: int) -> bool:
        """True if the words up to here end with the noun of a gathering, or are known as one event."""
        if end <= self.first:
            return False
        last, word = self.passage.tokens[end - 1], self._word(end - 1)
        if word in self.words.gatherings or (self.assembly and word in self.words.assemblies | self.words.bodies):
            return True
        if word in self.words.bodies and last.text[:1].isupper():
            return True
        if any(e.label == "event" and e.span.end == last.end for e in self.passage.entities):
            return True
        return self._is_numbered(end)

    def _is_numbered(self, end: int) -> bool:
        """True for "COP28", "Expo 2025", "SPIEF-2024"."""
        word = self._word(end - 1)
        before = self._word(end - 2) if end - 1 > self.first else ""
        joined = _NUMBERED.match(word)
        if joined and joined[1] in self.words.numbered:
            return True
        return before in self.words.numbered | self.words.gatherings and bool(_NUMBER.match(word.upper()))

    def _is_name(self, end: int) -> bool:
        """False for a gathering that the words only point at: "the meeting", "a joint session"."""
        tokens = self.passage.tokens[self.first : end]
        if any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens):
            return True
        if self.assembly and tokens[-1].text.lower() in self.words.assemblies:
            return True
        said = [t for t in tokens if t.pos in _NOMINAL and t.text.lower() not in self.words.plain]
        return len(said) > 1 and any(t.text.lower() in self.words.going_on for t in tokens)
