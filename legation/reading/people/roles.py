"""Words that name an office or a function: the lexicon, and reading a title phrase with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from legation.reading.lexicons import load_toml


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role noun ("prime minister"), the kinds of office it may mean, and the sex it tells, if any."""

    noun: str
    kinds: tuple[str, ...]
    sex: str | None


@dataclass(frozen=True)
class RoleLexicon:
    """All role nouns by their lower-case words, the longest first where several begin alike."""

    roles: dict[str, RoleWord]
    honorifics: dict[str, str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    institutions: frozenset[str]
    not_now: frozenset[str]
    particles: frozenset[str]
    headline_verbs: frozenset[str]
    in_a_row: frozenset[str]
    given_names: dict[str, str]
    endings: dict[str, str]
    relations: dict[str, str]
    honours: frozenset[str]

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """The words that a role noun may end with, those behind its hyphens among them."""
        last = {noun.rsplit(" ", 1)[-1] for noun in self.roles}
        return frozenset(ending for word in last for ending in _endings(word))

    def role_at(self, words: Sequence[str], end: int) -> tuple[int, RoleWord] | None:
        """The longest role noun that ends just before ``words[end]``; (first index, role). words: lower case."""
        if end < 1 or words[end - 1] not in self._last_words:
            return None
        for length in range(min(4, end), 0, -1):
            # the hyphen of "secretary-general" may be a word of its own
            role = self.roles.get(" ".join(words[end - length : end]).replace(" - ", "-"))
            if role:
                return end - length, role
        return None

    def roles_in(self, phrase: str) -> list[RoleWord]:
        """Role nouns of a phrase from left to right, the longest reading at each place."""
        words = phrase.lower().replace(",", " ").split()
        found = []
        i = 0
        while i < len(words):
            for length in range(min(4, len(words) - i), 0, -1):
                role = self.roles.get(" ".join(words[i : i + length]))
                if role:
                    found.append(role)
                    i += length
                    break
            else:
                i += 1
        return found

    def is_not_now(self, phrase: str) -> bool:
        """True if the phrase tells of an office held before, or to be held after ("the ex-president")."""
        return not self.not_now.isdisjoint(re.findall(r"\w+", phrase.lower()))

    def sex_of(self, name: str, title: str) -> str | None:
        """'f' or 'm' where a title, a form of address or a given name tells; else None."""
        for word in title.lower().split():
            role = self.roles.get(word)
            if role and role.sex:
                return role.sex
            if self.honorifics.get(word, "any") != "any":
                return self.honorifics[word]
        return self._sex_of_name(name) if name else None

    def _sex_of_name(self, name: str) -> str | None:
        """By the given name; else by the ending of the last name ("Zakharova")."""
        first, *rest = name.split()
        known = self.given_names.get(_plain(first))
        if known or not rest:
            return known
        last = _plain(rest[-1])
        return next((sex for ending, sex in self.endings.items() if last.endswith(ending)), None)


@cache
def lexicon() -> RoleLexicon:
    """The role lexicon of the package (``data/roles.toml``, ``data/given_names.toml``)."""
    raw = load_toml("roles.toml")
    names = load_toml("given_names.toml")
    roles = {
        noun: RoleWord(noun, tuple(entry["kinds"]), entry.get("sex"))
        for entry in raw["role"]
        for noun in entry["nouns"]
    }
    honorifics = {word: sex for sex, words in raw["honorifics"].items() for word in words}
    given = {_plain(name): sex for sex in ("m", "f") for name in names[sex]}
    # the longest first: "Zakharova" is no "...ov"
    endings = sorted(((ending, sex) for sex, every in names["endings"].items() for ending in every), key=_by_length)
    relations = {noun: kind for kind, nouns in raw["relations"].items() for noun in nouns}
    parts = ("modifiers", "portfolios", "institutions", "not_now", "particles", "honours", "headline_verbs", "in_a_row")
    words = {part: frozenset(raw[part]["words"]) for part in parts}
    return RoleLexicon(
        roles=roles, honorifics=honorifics, given_names=given, endings=dict(endings), relations=relations, **words
    )


def _endings(word: str) -> Iterator[str]:
    """A word, and what stands behind each of its hyphens."""
    parts = word.split("-")
    return ("-".join(parts[n:]) for n in range(len(parts)))


def _by_length(pair: tuple[str, str]) -> int:
    return -len(pair[0])


def _plain(word: str) -> str:
    """Lower case, without marks over letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
