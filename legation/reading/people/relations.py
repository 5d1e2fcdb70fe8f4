"""Descriptions that say what somebody is to another: "his Kyrgyz counterpart", "the guest", "the latter", "the Finn".

The words are in ``data/roles.toml``. Each means one person of the report, or nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.people.cast import Cast, Person
from legation.reading.people.pronouns import PRONOUNS
from legation.reading.people.roles import RoleLexicon

_NAME_NEXT = re.compile(r",?\s+")
_LATTER = (("the", "latter"), ("this", "last"))


def relation_at(token: Token, passage: Annotation, lexicon: RoleLexicon) -> tuple[int, str] | None:
    """What the noun says somebody is ("counterpart", "guest", "host") and where it begins; None for other words."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    for length in (2, 1):
        first = token.i + 1 - length
        words = " ".join(passage.lowered[max(0, first) : token.i + 1])
        if words in lexicon.relations:
            return max(0, first), lexicon.relations[words]
    return None


def meant_by_relation(
    cast: Cast, passage: Annotation, span: Span, relation: str, countries: list[str], determiner: Token
) -> tuple[str, ...]:
    """Who stands in that relation. determiner: the first word of the phrase, which may tell to whom."""
    apposed = named_next(cast, span)
    owner = _owner(cast, determiner)
    if apposed:
        return apposed if owner is None or owner.key not in apposed else ()
    if not (owner or determiner.text.lower() == "the"):
        return ()
    people = [p for p in _nearest_first(cast, span.start) if p is not owner]
    if countries:
        return _only(p for p in people if p.country in countries) or _alone_later(cast, people, owner, countries)
    if relation == "counterpart":
        return _only(p for p in people if owner and _in_the_same_office(p, owner))
    if owner:
        return _only(p for p in people if owner.country and p.country and p.country != owner.country)
    if cast.home is None:
        return ()
    at_home = relation == "host"
    return _only(p for p in people if p.country and (p.country == cast.home) == at_home)


def named_next(cast: Cast, span: Span) -> tuple[str, ...]:
    """The person named right behind the words: "his Angolan host João Lourenço", "her guest, Ana Oliveira"."""
    text = cast.page.text
    match = _NAME_NEXT.match(text, span.end)
    unit = next(iter(cast.at(Span(match.end(), match.end() + 1))), None) if match else None
    if match is None or unit is None or unit.span.start != match.end() or unit.how not in ("title", "name", "surname"):
        return ()
    closed = text[unit.span.end : unit.span.end + 1] in (",", ".", "", ";", ":", ")") or "," not in match.group()
    return unit.actors if closed and all(cast.is_person(k) for k in unit.actors) else ()


def latter(cast: Cast, passage: Annotation, token: Token) -> tuple[Span, str] | None:
    """ "The latter", "this last": the words, and the person named last before them."""
    words = passage.lowered[token.i - 1 : token.i + 1] if token.i else ()
    if words not in _LATTER or not _stands_alone(passage, token):
        return None
    before = passage.tokens[token.i - 1]
    people = (u for u in cast.before(before.start) if u.how != "pronoun" and cast.is_person(u.actors[0]))
    last = next(people, None)
    return (Span(before.start, token.end), last.actors[0]) if last and len(last.actors) == 1 else None


def of_a_people(cast: Cast, passage: Annotation, token: Token) -> tuple[Span, str] | None:
    """ "The Finn", "the Italian": the words, and the person of that country spoken of last before them."""
    if not token.i or passage.lowered[token.i - 1] != "the" or not _stands_alone(passage, token):
        return None
    before = passage.tokens[token.i - 1]
    hit = next((h for h in cast.page.hits_in(token.span) if h.kind in ("adjective", "noun") and h.country), None)
    person = next((p for p in _nearest_first(cast, before.start) if hit and p.country == hit.country), None)
    return (Span(before.start, token.end), person.key) if person else None


def _stands_alone(passage: Annotation, token: Token) -> bool:
    """True if nothing follows that the word could be an adjective of: "the Italian said", not "the Italian and French
    ministers"."""
    following = passage.tokens[token.i + 1] if token.i + 1 < len(passage.tokens) else None
    if following is None:
        return True
    return following.pos in ("VERB", "AUX", "ADP", "ADV", "PART") or following.text in (".", ",", ";", ":")


def _owner(cast: Cast, determiner: Token) -> Person | None:
    unit = cast.unit_of(determiner) if determiner.text.lower() in PRONOUNS else None
    return cast.people.get(unit.actors[0]) if unit and len(unit.actors) == 1 else None


def _nearest_first(cast: Cast, offset: int) -> Iterator[Person]:
    return (cast.people[k] for u in cast.before(offset) if len(u.actors) == 1 for k in u.actors if cast.is_person(k))


def _only(people: Iterable[Person]) -> tuple[str, ...]:
    first = next(iter(people), None)
    return (first.key,) if first else ()


def _alone_later(cast: Cast, before: list[Person], owner: Person | None, countries: list[str]) -> tuple[str, ...]:
    """The only person of that country that the report names further on."""
    later = [p for p in cast.people.values() if p.country in countries and p not in before and p is not owner]
    return (later[0].key,) if len(later) == 1 else ()


def _in_the_same_office(one: Person, other: Person) -> bool:
    return bool(one.country) and one.country != other.country and bool(set(one.kinds) & set(other.kinds))
