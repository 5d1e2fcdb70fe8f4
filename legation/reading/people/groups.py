"""People without a name, told by country and calling.

"Three Russian deputy ministers", "Israeli and Egyptian officials", "an Australian minister", "Chechen rebel leaders".

In an engagement they stand for their states; rebels and separatists stand for themselves.
"""

from __future__ import annotations

from legation.language import Annotation, Token
from legation.model import Actor, Span
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Unit, slug
from legation.reading.people.roles import RoleLexicon
from legation.reading.people.states import body_words

_ARTICLES = frozenset(["a", "an"])
_COUNTED = frozenset(["two", "three", "four", "five", "several", "some", "other", "senior", "his", "her", "their"])


def add_groups(cast: Cast, lexicon: RoleLexicon) -> None:
    """Adds units for officials and leaders without a name whose country is told, where no other unit stands."""
    for passage in cast.page.passages:
        for token in passage.tokens:
            if token.pos in ("NOUN", "PROPN") and not cast.unit_of(token):
                _add_group(cast, passage, token, lexicon)


def group_of(cast: Cast, country: str, name: str) -> str:
    """The key of people of a country who are known by this description alone, kept in the cast."""
    return cast.put(Actor(slug(f"{country} {name}"), "group", name, country, named=False))


def of_country(page: Page, token: Token) -> bool:
    """True for "Israeli"."""
    return any(h.country and h.kind == "adjective" for h in page.hits_in(token.span))


def _add_group(cast: Cast, passage: Annotation, token: Token, lexicon: RoleLexicon) -> None:
    words = passage.lowered
    found = lexicon.role_at(words, token.i + 1)
    if not found or _is_modifier(cast, passage, token):
        return
    start = _phrase_start(cast.page, passage, found[0], lexicon)
    span = Span(passage.tokens[start].start, token.end)
    if cast.at(span) or not (_plural(words[token.i]) or words[start] in _ARTICLES):
        return
    named = _without_article(passage, start, token)
    keys = _apart(cast, named) or _by_country(cast, named)
    if keys:
        cast.add(Unit(span, token.span, keys, "description"))


def _apart(cast: Cast, named: Span) -> tuple[str, ...]:
    words = named.of(cast.page.text)
    if not set(words.lower().replace("-", " ").split()) & body_words().apart:
        return ()
    return (cast.put(Actor(slug(words), "group", words, None, named=False)),)


def _by_country(cast: Cast, named: Span) -> tuple[str, ...]:
    """A group for each country that the words before the noun name: "Israeli", "U.S.", "Kremlin"."""
    keys = []
    noun = named.of(cast.page.text).split()[-1]
    for hit in cast.page.hits_in(named):
        if hit.country:
            keys.append(group_of(cast, hit.country, f"{hit.surface} {noun}"))
    return tuple(dict.fromkeys(keys))


def _phrase_start(page: Page, passage: Annotation, first: int, lexicon: RoleLexicon) -> int:
    """Where the phrase begins; over "and" if adjectives of two countries stand on its sides."""
    start = first
    while start > 0:
        before = passage.tokens[start - 1]
        word = before.text.lower()
        if before.pos in ("ADJ", "PROPN", "NOUN", "NUM") or word in ("-", "'s", "’s") or word in lexicon.modifiers:
            start -= 1
        elif word in ("and", ",") and start > 1 and of_country(page, passage.tokens[start - 2]):
            start -= 2 if of_country(page, passage.tokens[start]) else 0
            if not of_country(page, passage.tokens[start]):
                return start
        elif word in _ARTICLES or word in _COUNTED:
            return start - 1
        else:
            return start
    return start


def _without_article(passage: Annotation, start: int, token: Token) -> Span:
    first = passage.tokens[start]
    skip = first.text.lower() in _ARTICLES | _COUNTED and start < token.i
    return Span(passage.tokens[start + skip].start, token.end)


def _plural(noun: str) -> bool:
    return noun.endswith(("s", "men"))


def _is_modifier(cast: Cast, passage: Annotation, token: Token) -> bool:
    """True for the officials of "officials' salaries", and where a name or a further noun follows."""
    if token.dep in ("compound", "nmod:poss") or token.i + 1 >= len(passage.tokens):
        return token.dep in ("compound", "nmod:poss")
    following = passage.tokens[token.i + 1]
    return cast.unit_of(following) is not None or following.pos == "PROPN" or following.text in ("'s", "’s", "'", "’")
