"""Titles of offices as reports word them: one form for those that differ in fashion, spelling or sex only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from legation.register.facts import Office

_SAME = (
    (r"\bchair(?:man|woman|person|lady)\b", "chair"),
    (r"\bdefense\b", "defence"),
    (r"\borganization\b", "organisation"),
    (r"\bvice[ -]premier\b", "deputy prime minister"),
    (r"\bvice[ -]prime minister\b", "deputy prime minister"),
    (r"\bpremier\b", "prime minister"),
    (r"\bmonarch\b", "king"),
    (r"\b(?:majilis|mäjilis|mazhilis)\b", "mazhilis"),
    (r"\bcongress(?:man|woman)\b", "congressman"),
    (r"\bspokes(?:man|woman|person)\b", "spokesperson"),
    (r"\bco-?operation\b", "cooperation"),
    (r"\b(secretary|director|governor|vice|under)-(?=\w)", r"\1 "),
    (r"[’]", "'"),
)
_RULES = tuple((re.compile(pattern), put) for pattern, put in _SAME)
_ARTICLES = re.compile(r"\b(?:the|a|an)\s+")


@lru_cache(maxsize=65536)
def usual_form(title: str) -> str:
    """A title in lower case, articles left out, variants of one word made one."""
    form = " ".join(_ARTICLES.sub("", title.lower()).replace(",", " ").split())
    for pattern, put in _RULES:
        form = pattern.sub(put, form)
    return form


def without(form: str, names: Iterable[str]) -> str:
    """A usual form less the names of a country: "kazakh leader", "leader of kazakhstan", "kazakhstan's leader" are all
    "leader", "head of kazakh government" is "head of government"; the form itself if nothing would be left."""
    for name in sorted((usual_form(n) for n in names), key=len, reverse=True):
        if name not in form:
            continue
        word = re.escape(name)
        bare = re.sub(rf"(?<!\w){word}(?:'s?)?\s+", "", form)
        bare = re.sub(rf"\s+of {word}(?!\w)", "", bare)
        if bare:
            form = bare
    return form


@lru_cache(maxsize=65536)
def turned(form: str) -> str:
    """A usual form in which the order does not count: "duma speaker" and "speaker of duma", "external affairs minister"
    and "minister of external affairs"."""
    return " ".join(sorted(word for word in form.split() if word not in ("of", "for")))


class Titles:
    """Offices by their titles, with and without the country's name in it."""

    def __init__(self, offices: Iterable[Office], names: dict[str, tuple[str, ...]]) -> None:
        """names: of each jurisdiction, all names and adjectives."""
        self._names = names
        self._by_title: dict[str, dict[str, Office]] = {}
        self._by_words: dict[str, dict[str, Office]] = {}
        for office in offices:
            for title in office.titles:
                form = usual_form(title)
                for key in {form, without(form, names.get(office.jurisdiction, ()))}:
                    self._by_title.setdefault(key, {})[office.id] = office
                    self._by_words.setdefault(turned(key), {})[office.id] = office

    def offices(self, phrase: str, country: str | None = None) -> tuple[Office, ...]:
        """Offices that the phrase is a title of; of one country (or organisation) only, if it is given."""
        form = usual_form(phrase)
        if country is None:
            return tuple((self._by_title.get(form) or self._by_words.get(turned(form), {})).values())
        forms = (form, without(form, self._names.get(country, ())))
        found = {id_: o for f in forms for id_, o in self._by_title.get(f, {}).items() if o.jurisdiction == country}
        if not found:
            turns = (self._by_words.get(turned(f), {}) for f in forms)
            found = {id_: o for turn in turns for id_, o in turn.items() if o.jurisdiction == country}
        return tuple(found.values())
