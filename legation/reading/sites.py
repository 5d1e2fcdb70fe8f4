"""Places where the text says that something took place or that somebody went, apart from those only spoken of.

"Talks in Lima", "visited Lima, Cusco and Puno" and "flew to Peru" name sites; "the Kuwait crisis", "discussed Peru" and
"the situation in Korea" do not. The words that decide are data (``places.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from legation.language import Annotation, Token
from legation.model import Place, Span
from legation.reading.engagements.lexicon import lexicon
from legation.reading.lexicons import load_toml
from legation.reading.page import Page

# What may stand between two places of one list: "Boston (Massachusetts), and Norfolk".
_JOINT = re.compile(r"(?:\s*\([^()]*\))?(?:,|,?\s+and|,\s+then)\s+(?:and\s+|then\s+)?(?:to\s+|in\s+|at\s+)?(?:the\s+)?")
_WHOLE = ("compound", "flat", "amod", "nmod:poss")


@dataclass(frozen=True, slots=True)
class _Words:
    prepositions: frozenset[str]
    going: frozenset[str]
    gone: frozenset[str]
    occasions: frozenset[str]


@cache
def _words() -> _Words:
    raw = load_toml("places.toml")["site"]
    occasions = frozenset(raw["occasions"]) | frozenset(lexicon().nouns)
    return _Words(frozenset(raw["prepositions"]), frozenset(raw["going"]), frozenset(raw["gone"]), occasions)


def with_sites(page: Page, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, in text order, each told whether it is a site."""
    return tuple(_judged(page, places))


def _judged(page: Page, places: Sequence[Place]) -> Iterator[Place]:
    before: Place | None = None
    for place in places:
        span = place.span
        if span is None:
            yield place
            continue
        if before and before.span and _JOINT.fullmatch(page.text[before.span.end : span.start]) and before.site:
            site = not _is_part_of_name(page.passage_at(span.start), span)
        else:
            site = _is_site(page.passage_at(span.start), span)
        before = replace(place, site=site)
        yield before


def is_visited(page: Page, span: Span) -> bool:
    """True for the object of "visited", and what is listed with it."""
    passage = page.passage_at(span.start)
    token = passage.root_of(span)
    first = _first_of_list(passage, token) if token else None
    head = passage.head(first) if first else None
    return first is not None and first.dep == "obj" and head is not None and head.lemma.lower() in _words().going


def _is_site(passage: Annotation, span: Span) -> bool:
    token = passage.root_of(span)
    if token is None or _is_part_of_name(passage, span):
        return False
    if _follows_going(passage, span):
        return True
    token = _first_of_list(passage, token)
    head = passage.head(token)
    if head is None:
        return False
    case = [child.lemma.lower() for child in passage.children(token, "case")]
    if not case:
        return head.lemma.lower() in _words().going and token.dep in ("obj", "obl", "nsubj:pass", "dobj")
    if case[0] not in _words().prepositions:
        return False
    return _takes_place(passage, head)


def _follows_going(passage: Annotation, span: Span) -> bool:
    before = [t for t in passage.tokens[: passage.within(span)[0].i][-2:] if t.text.lower() != "the"]
    return bool(before) and before[-1].text.lower() in _words().gone


def _first_of_list(passage: Annotation, token: Token) -> Token:
    while token.dep in ("conj", "appos") and (head := passage.head(token)):
        token = head
    return token


def _takes_place(passage: Annotation, head: Token) -> bool:
    """True if what a place is tied to by a preposition happens: an act, an occasion, a named person or body."""
    if head.pos in ("VERB", "AUX"):
        return True
    if head.pos == "NOUN":
        return head.lemma.lower() in _words().occasions or head.text.lower() in _words().occasions
    return head.pos == "PROPN"


def _is_part_of_name(passage: Annotation, span: Span) -> bool:
    """True inside a longer name or before a noun it describes: "Kuwait crisis", "U.S.-Africa", "Peru's president"."""
    text = passage.tokens
    inside = passage.within(span)
    if not inside:
        return False
    behind = text[inside[-1].i + 1] if inside[-1].i + 1 < len(text) else None
    if behind is not None and behind.start == inside[-1].end and behind.text in ("-", "–", "/"):
        return True
    root = passage.root_of(span)
    return root is not None and root.dep.startswith(_WHOLE) and root.head > inside[-1].i
