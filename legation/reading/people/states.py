"""Countries, cities as metonyms, organisations, and the bodies that speak and act for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation.model import Actor, ActorKind, Span
from legation.reading.lexicons import load_toml
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Unit, slug
from legation.reading.people.roles import lexicon
from legation.register import Hit, Register

_THE_COUNTRY = re.compile(r"\b(?:in|to|into|visit|visits|visited|visiting|left|leave) ((?:the|this) country)\b")


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The lexicon of ``data/bodies.toml``: lower-case nouns by class, and proper names of bodies to states.

    shared: proper names that bodies of several states bear. apart: words for those who stand for no state.
    """

    state: frozenset[str]
    body: frozenset[str]
    press: frozenset[str]
    named: dict[str, str]
    shared: dict[str, list[str]]
    apart: frozenset[str]
    pattern: re.Pattern[str]


@cache
def body_words() -> BodyWords:
    """The lexicon of bodies of the package."""
    raw = load_toml("bodies.toml")
    named: dict[str, str] = raw["foreign_ministries"]
    shared: dict[str, list[str]] = raw["shared_names"]
    nouns = sorted([*raw["state"], *raw["body"], *raw["press"], *named, *shared], key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, nouns)) + r")\b", re.IGNORECASE)
    return BodyWords(
        state=frozenset(raw["state"]),
        body=frozenset(raw["body"]),
        press=frozenset(raw["press"]),
        named=named,
        shared=shared,
        apart=frozenset(raw["apart"]),
        pattern=pattern,
    )


def stands_apart(cast: Cast, key: str) -> bool:
    """True for rebels and separatists, and who leads them: a side of their own, not their country's."""
    person = cast.people.get(key)
    words = person.title if person else cast.name_of(key) if cast.kind_of(key) != "state" else ""
    return bool(set(words.lower().replace("-", " ").split()) & body_words().apart)


def add_states(cast: Cast, register: Register) -> None:
    """Adds units for bodies ("the Kazakh side"), organisations, countries and capitals that stand alone."""
    for passage in cast.page.passages:
        for unit in _bodies(cast, passage.span, register):
            cast.add(unit)
    for hit in cast.page.hits:
        if hit.kind == "adjective":
            continue
        key = state_actor(cast, hit, register) if hit.kind != "organisation" else _organisation(cast, hit, register)
        if key:
            how = {"capital": "metonym", "metonym": "metonym"}.get(hit.kind, "name")
            cast.add(Unit(hit.span, hit.span, (key,), how))
    _add_the_country(cast, register)


def _add_the_country(cast: Cast, register: Register) -> None:
    """ "Arrived in the country": the country of the place named last before it in its paragraph."""
    for passage in cast.page.passages:
        for match in _THE_COUNTRY.finditer(cast.page.text, passage.span.start, passage.span.end):
            span = Span(*match.span(1))
            places = (u for u in cast.before(span.start) if u.how in ("name", "metonym"))
            last = next((u for u in places if cast.kind_of(u.actors[0]) == "state"), None)
            country = cast.country_of(last.actors[0]) if last and last.span.start >= passage.span.start else None
            if country:
                cast.add(Unit(span, span, (state(cast, country, register),), "name"))


def state(cast: Cast, iso3: str, register: Register) -> str:
    """The key of a state, kept in the cast."""
    country = register.country(iso3)
    return cast.put(Actor(iso3, "state", country.name if country else iso3, iso3, in_register=True))


def state_actor(cast: Cast, hit: Hit, register: Register) -> str | None:
    """The state a name of a country, capital, city or people stands for."""
    return state(cast, hit.country, register) if hit.country else None


def _organisation(cast: Cast, hit: Hit, register: Register) -> str:
    organisation = register.organisation(hit.id)
    name = organisation.name if organisation else hit.surface
    return cast.put(Actor(hit.id, "organisation", name, hit.country, in_register=True))


def _bodies(cast: Cast, passage: Span, register: Register) -> list[Unit]:
    page = cast.page
    words = body_words()
    found = []
    for match in words.pattern.finditer(page.text, passage.start, passage.end):
        span = _noun_phrase(page, Span(match.start(), match.end()))
        if any(h.kind != "organisation" and h.span.covers(Span(*match.span())) for h in page.hits_in(span)):
            continue  # "the West Bank" is no bank
        if cast.at(span) or _before_role(page, match.end()) or _of_two_sides(page, span):
            continue
        noun = match.group().lower()
        country = words.named.get(noun) or _country_in(page, span) or _sharing(page, words.shared.get(noun, []))
        capital = any(w[:1].isupper() for w in span.of(page.text).split()[1:]) or match.group()[:1].isupper()
        if not country and not (capital and noun in words.body):
            continue
        name = re.sub(r"^(?:the|a|an)\s+", "", span.of(page.text), flags=re.IGNORECASE)
        country = country or cast.home
        kind: ActorKind = "group" if noun in words.state else "organisation"
        key = slug(f"{country or ''} {name}")
        cast.put(
            Actor(
                key,
                kind,
                span.of(page.text) if noun == "side" else name,
                country,
                named=noun in {*words.named, *words.shared},
            )
        )
        found.append(Unit(span, span, (key,), "description"))
    return found


def _of_two_sides(page: Page, span: Span) -> bool:
    """True for "Turkish-Hungarian delegation (talks)": both sides, not a body of one."""
    adjectives = {h.country for h in page.hits_in(span) if h.kind == "adjective"}
    return len(adjectives) > 1


def _before_role(page: Page, end: int) -> bool:
    """True if an office follows: "the Russian army commander" is a person."""
    token = page.token_at(end + 1)
    return token is not None and page.text[end : end + 1] == " " and bool(lexicon().role_at([token.text.lower()], 1))


def _country_in(page: Page, span: Span) -> str | None:
    for hit in page.hits_in(span):
        if hit.country:
            return hit.country
    return None


def _sharing(page: Page, states: list[str]) -> str | None:
    """Of the states with a ministry of one name, the one that the report names first; else the likeliest."""
    return next((h.country for h in page.hits if h.country in states), states[0] if states else None)


def _noun_phrase(page: Page, noun: Span) -> Span:
    """The noun with what stands before it (determiner, adjectives, names), the rest of the body's name ("of Foreign
    Affairs") and an of-phrase that names a country."""
    passage = page.passage_at(noun.start)
    tokens = passage.tokens
    at = next((t.i for t in tokens if t.start <= noun.start < t.end), None)
    if at is None:
        return noun
    start = at
    while start > 0 and _belongs_before(tokens[start - 1].pos, tokens[start - 1].text, tokens[start - 1].dep):
        start -= 1
    whole = (e.span for e in passage.entities if e.label == "organisation" and e.span.covers(noun))
    end = max([noun.end, *(span.end for span in whole)])
    behind = re.compile(r"\s+of\s+(?:the\s+)?").match(page.text, end)
    if behind:
        follow = [
            h for h in page.hits if h.span.start == behind.end() and h.kind in ("country", "organisation", "noun")
        ]
        if follow:
            end = follow[0].span.end
    return Span(tokens[start].start, end)


def _belongs_before(pos: str, text: str, dep: str) -> bool:
    return (
        pos in ("ADJ", "PROPN", "NOUN", "PART", "DET", "PUNCT")
        and (pos != "PUNCT" or text == "-")
        and (pos != "DET" or text.lower() in ("the", "a", "an"))
        and not (pos == "PART" and text.lower() in ("to", "not"))
    )


def home_country(page: Page, register: Register) -> str | None:
    """The country of the dateline ("RAMALLAH, West Bank"), where "the Foreign Ministry" without more is most likely at
    home."""
    lines = [aside.span.of(page.text) for aside in page.report.asides if aside.reason == "dateline"]
    for words in (page.report.dateline_place or "", *lines):
        for hit in register.scan(words):
            if hit.country:
                return hit.country
    return None
