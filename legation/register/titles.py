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
# What stands behind the name of a country that owns an office: "kazakhstan's leader".
_BEHIND_OWNER = re.compile(r"(?:'s?)?\s+")
_ARTICLES = re.compile(r"\b(?:the|a|an)\s+")


@lru_cache(maxsize=65536)
def usual_form(title: str) -> str:
    """A title in lower case, articles left out, variants of one word made one."""
    form = " ".join(_ARTICLES.sub("", title.lower()).replace(",", " ").split())
    for pattern, put in _RULES:
        form = pattern.sub(put, form)
    return form


def usual_names(names: Iterable[str]) -> tuple[str, ...]:
    """Usual forms of the names of a country, the longest first."""
    return tuple(sorted((usual_form(n) for n in names), key=len, reverse=True))


def without(form: str, names: Iterable[str]) -> str:
    """A usual form less the names of a country: "kazakh leader", "leader of kazakhstan", "kazakhstan's leader" are all
    "leader", "head of kazakh government" is "head of government"; the form itself if nothing would be left. names:
    usual ones, the longest first."""
    for name in names:
        if name in form:
            form = _not_of(_not_owned(form, name), name) or form
    return form


def _not_owned(form: str, name: str) -> str:
    """A form less a name that stands before: "kazakh leader"."""
    kept, at, start = "", 0, form.find(name)
    while start >= 0:
        behind = _BEHIND_OWNER.match(form, start + len(name))
        if behind and not _in_a_word(form[start - 1 : start]):
            kept, at = kept + form[at:start], behind.end()
        start = form.find(name, max(at, start + 1))
    return kept + form[at:]


def _not_of(form: str, name: str) -> str:
    """A form less a name that stands behind: "leader of kazakhstan"."""
    phrase = f"of {name}"
    kept, at, start = "", 0, form.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if form[start - 1 : start].isspace() and not _in_a_word(form[end : end + 1]):
            kept, at = kept + form[at:start].rstrip(), end
        start = form.find(phrase, max(at, start + 1))
    return kept + form[at:]


def _in_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@lru_cache(maxsize=65536)
def turned(form: str) -> str:
    """A usual form in which the order does not count: "duma speaker" and "speaker of duma", "external affairs minister"
    and "minister of external affairs"."""
    return " ".join(sorted(word for word in form.split() if word not in ("of", "for")))


class Titles:
    """Offices by their titles, with and without the country's name in it."""

    def __init__(self, offices: Iterable[Office], names: dict[str, tuple[str, ...]]) -> None:
        """names: of each jurisdiction, all names and adjectives."""
        self._names = {jurisdiction: usual_names(every) for jurisdiction, every in names.items()}
        self._by_title: dict[str, dict[str, Office]] = {}
        self._by_words: dict[str, dict[str, Office]] = {}
        for office in offices:
            for title in office.titles:
                form = usual_form(title)
                for key in {form, without(form, self._names.get(office.jurisdiction, ()))}:
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
