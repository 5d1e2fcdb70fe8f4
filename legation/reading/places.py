"""Names of places and bodies in a report, with capitals told by description ("the Kazakh capital")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from legation.model import Place, Span
from legation.reading.lexicons import load_toml
from legation.reading.page import Page
from legation.reading.sites import is_visited, with_sites
from legation.register import Hit, Register

_AFTER_ADJECTIVE = re.compile(r" capital\b(?! (?:punishment|market|markets|investment|flows?|city of))")
_BEFORE_COUNTRY = re.compile(r"\bcapital(?: city)? of (?:the )?$")
_CAPITAL_WORD = re.compile(r" ([A-Z][a-z]+)\b")
_REACH = 24
_BRACKETS = re.compile(r" \([A-Z][\w.]+(?: [A-Z][\w.]+)*\)")


def places_named(text: str, spans: Sequence[Span], register: Register) -> tuple[Hit, ...]:
    """All such names within the spans, in order, offsets into ``text``."""
    found = [
        replace(hit, span=Span(hit.span.start + span.start, hit.span.end + span.start))
        for span in spans
        for hit in register.scan(span.of(text))
    ]
    kept = (hit for hit in found if not _names_a_house(text, hit) and not _is_of_a_region(text, hit))
    return tuple(_as_capital(text, hit, register) or hit for hit in kept)


def _is_of_a_region(text: str, hit: Hit) -> bool:
    """True for the America of "Latin America", which is no state."""
    start = max(0, hit.span.start - _REACH)
    return any(m.start() < hit.span.start < m.end() for m in _regions().finditer(text, start, hit.span.end))


@cache
def _regions() -> re.Pattern[str]:
    names = [name for name in load_toml("engagements.toml")["regions"]["names"] if " " in name]
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def _names_a_house(text: str, hit: Hit) -> bool:
    """True for the city of "Hyderabad House", which lies in another."""
    if hit.kind not in ("city", "capital"):
        return False
    behind = _CAPITAL_WORD.match(text, hit.span.end)
    return behind is not None and behind.group(1).lower() in _houses()


@cache
def _houses() -> frozenset[str]:
    return frozenset(load_toml("places.toml")["houses"])


def _as_capital(text: str, hit: Hit, register: Register) -> Hit | None:
    """The capital, if the country is only named to tell it: "the Chinese capital", "the capital of Kazakhstan"."""
    country = register.country(hit.id) if hit.kind in ("adjective", "country") else None
    if country is None or country.capital is None:
        return None
    behind = _AFTER_ADJECTIVE.match(text, hit.span.end)
    before = _BEFORE_COUNTRY.search(text, max(0, hit.span.start - _REACH), hit.span.start)
    if behind:
        span = Span(hit.span.start, behind.end())
    elif before and hit.kind == "country":
        span = Span(before.start(), hit.span.end)
    else:
        return None
    return Hit(span, "capital", hit.id, hit.country, country.capital)


def places_of(page: Page) -> tuple[Place, ...]:
    """All places a report names, in text order: countries and cities of the register, and what only the language layer
    takes for a place. A state behind it belongs to a name: "Springfield (Illinois)", "Crawford, Texas".
    """
    known = [h for h in page.hits if h.kind in ("country", "capital", "city")]
    named = [e.span for passage in page.passages for e in passage.entities if e.label == "place"]
    named += _visited_names(page)
    longer = [s for s in named if not any(h.span.covers(s) for h in page.hits)]
    found = [
        Place(h.surface if h.kind != "country" else None, h.country, _with_state(page.text, h.span))
        for h in known
        if not any(s.overlaps(h.span) for s in longer)
    ]
    found += [Place(s.of(page.text), None, _with_state(page.text, s)) for s in longer]
    return with_sites(page, list(_outermost(sorted(found, key=_extent))))


def _visited_names(page: Page) -> list[Span]:
    """Names of one word that the language layer takes for people though they are gone to ("visited Tartu and Narva"),
    unless a longer name in the report has that word."""
    people = [e.span for passage in page.passages for e in passage.entities if e.label == "person"]
    names = [(span, span.of(page.text).split()) for span in people]
    known = {word for _, words in names if len(words) > 1 for word in words}
    return [span for span, words in names if len(words) == 1 and words[0] not in known and is_visited(page, span)]


@cache
def _state() -> re.Pattern[str]:
    """ ", Texas", at the end of a word."""
    names = "|".join(re.escape(name) for name in load_toml("places.toml")["states"])
    return re.compile(rf", (?:{names})(?!\w| City\b)")


def _with_state(text: str, span: Span) -> Span:
    behind = _BRACKETS.match(text, span.end) or _state().match(text, span.end)
    return Span(span.start, behind.end()) if behind else span


def _extent(place: Place) -> tuple[int, int]:
    return (place.span.start, -place.span.end) if place.span else (0, 0)


def _outermost(places: list[Place]) -> Iterator[Place]:
    """Places less those inside the one before; places come by start, the longer first."""
    end = -1
    for place in places:
        if place.span and place.span.end > end:
            end = place.span.end
            yield place
