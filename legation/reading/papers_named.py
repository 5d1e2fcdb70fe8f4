"""Papers that a report names without telling what was done to them: by a name of their own, or by whom they bind.

"The Reciprocal Access Agreement", "the Treaty of Utrecht"; "Israel's peace treaty with Egypt", "the security pact
between Canberra and Washington", "the Polish-Ukrainian accord".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.lexicons import load_toml
from legation.reading.page import Page
from legation.reading.papers import Paper, joins_names, kind_of_paper, title_at

# What may stand inside a name of a document: "Treaty on the State Border", "Declaration of Astana".
_NAMED_AFTER = re.compile(r"\s(?:of|on|for)(?: the)?(?: [A-Z][\w-]+)+(?: (?:of|and|on)(?: the)?(?: [A-Z][\w-]+)+)*")
_BINDING = re.compile(r"\s(?:with|between)\s(?:the )?")
_AND = re.compile(r"\s(?:and|,)\s(?:the )?")
_TOPIC = re.compile(r"\s(?:on|of (?:understanding|cooperation|co-operation|friendship|intent))\s")
_AHEAD = re.compile(
    r"\b(?:negotiat\w+|talks|consultations?|work\w*|prepar\w+|discuss\w+|propos\w+|elaborat\w+)"
    r"(?: of| on| for)?(?: the| an?) $",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:draft|new|future|proposed|planned)\s", re.IGNORECASE)
_INSIDE = frozenset(["-", "–", "'s", "’s"])


def named_papers(page: Page, taken: list[Paper]) -> list[Paper]:
    """Papers named outside the titles already found, in text order."""
    found: list[Paper] = []
    for passage in page.passages:
        for token in passage.tokens:
            if not _is_paper(passage, token) or _is_modifier(passage, token):
                continue
            paper = (
                _by_name(page, passage, token)
                or _by_parties(page, passage, token)
                or _by_place(page, passage, token)
                or _by_topic(page, passage, token)
                or _by_draft(page, passage, token)
                or _by_number(passage, token)
                or _heard(page, passage, token)
            )
            if paper and not any(p.title.overlaps(paper.title) for p in (*taken, *found)):
                found.append(paper)
    return found


def _is_paper(passage: Annotation, token: Token) -> bool:
    """True if the word, or the word with the one before it, stands for a document."""
    word = passage.lowered[token.i]
    before = passage.lowered[token.i - 1] if token.i else ""
    return kind_of_paper(word) is not None or kind_of_paper(f"{before} {word}") is not None


def _is_modifier(passage: Annotation, token: Token) -> bool:
    """True for the treaty of "North Atlantic Treaty Organization" and the pact of "Warsaw Pact nations"."""
    following = passage.tokens[token.i + 1] if token.i + 1 < len(passage.tokens) else None
    return following is not None and following.pos in ("NOUN", "PROPN") and not following.text[0].isdigit()


def _by_name(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A document with a name of its own: its noun and a word beside it have capitals inside a sentence."""
    kind = kind_of_paper(noun.text)
    if kind not in _bearing_names() or not noun.text[:1].isupper() or noun.text.lower() in _words("bodies"):
        return None
    first = _name_start(passage, noun)
    start = passage.tokens[first].start
    behind = _NAMED_AFTER.match(page.text, noun.end, passage.span.end)
    if behind and any(behind.start() < t.span.start < behind.end() for t in page.timexes_in(passage.span)):
        behind = None  # "the Declaration of May 11"
    end = behind.end() if behind else noun.end
    if first == noun.i and behind is None:
        return None
    if first == passage.sentence_of(noun)[0] and first == noun.i:
        return None  # a capital at the beginning of a sentence says nothing
    return Paper(Span(start, end), kind, None, None)


def _name_start(passage: Annotation, noun: Token) -> int:
    first = noun.i
    while first > 0:
        if joins_names(passage, first - 1):
            first -= 2
        elif _is_part_of_name(passage.tokens[first - 1]):
            first -= 1
        else:
            break
    return first


def _is_part_of_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and token.text.isalpha()


def _by_parties(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A treaty or pact told by the two sides it is between."""
    kind = kind_of_paper(noun.text)
    if kind not in _bearing_names():
        return None
    first = noun.i
    while first > 0 and (
        passage.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN", "NUM") or passage.tokens[first - 1].text in _INSIDE
    ):
        first -= 1
    start, end = passage.tokens[first].start, noun.end
    countries = set(_countries(page, Span(start, end)))
    binding = _BINDING.match(page.text, noun.end, passage.span.end)
    if binding:
        for span, country in _listed(page, binding.end()):
            countries.add(country)
            end = span.end
    return Paper(Span(start, end), kind, None, None) if len(countries) > 1 else None


def _by_place(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A paper known by where it was made or what it is called: "the Minsk accords", "the New START treaty"."""
    first = _name_start(passage, noun)
    if kind_of_paper(noun.text) not in _bearing_names() or noun.text.lower() not in _words("called") or first == noun.i:
        return None
    name = Span(passage.tokens[first].start, passage.tokens[noun.i - 1].end)
    known = first > 0 and passage.tokens[first - 1].text.lower() == "the"
    nations = [h.span for h in page.hits_in(name) if h.kind not in ("city", "capital")]
    others = [e.span for e in passage.entities if e.label in ("person", "organisation", "nationality", "medium")]
    if not known or any(span.end == name.end for span in (*nations, *others)):
        return None
    return Paper(Span(name.start, noun.end), kind_of_paper(noun.text) or "", None, None)


def _by_topic(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A paper told by what it is on: "an agreement on visas", "the memorandum of understanding on ports"."""
    kind = kind_of_paper(noun.text)
    topic = _TOPIC.match(page.text, noun.end, passage.span.end)
    if kind not in _bearing_names() or noun.text.lower() not in _words("called") or topic is None:
        return None
    if _determiner(passage, noun) is None:
        return None
    span = title_at(page, passage, noun)
    ahead = _DRAFT.match(span.of(page.text)) or _AHEAD.search(page.text[passage.span.start : span.start])
    return Paper(span, kind, None, "planned" if ahead else None, by_topic=True)


def _by_draft(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A paper that is a draft as yet: "a draft resolution on Sudan", "the draft road map"."""
    before = [t.text.lower() for t in passage.tokens[max(0, noun.i - 2) : noun.i]]
    for words in (before[-1:], before):
        name = " ".join([*words[1:], noun.text])
        if words[:1] == ["draft"] and (kind := kind_of_paper(name)):
            return Paper(title_at(page, passage, noun), kind, None, "planned", by_topic=kind != "resolution")
    return None


def _by_number(passage: Annotation, noun: Token) -> Paper | None:
    """ "Resolution 2803"."""
    number = passage.tokens[noun.i + 1] if noun.i + 1 < len(passage.tokens) else None
    if kind_of_paper(noun.text) != "resolution" or number is None or not number.text[:1].isdigit():
        return None
    return Paper(Span(noun.start, number.end), "resolution", None, "issued")


def _heard(page: Page, passage: Annotation, noun: Token) -> Paper | None:
    """A paper of both sides that is spoken of for what it says: "the communique urged", "the joint statement said"."""
    before = passage.tokens[noun.i - 1].text if noun.i else ""
    joint = kind_of_paper(f"{before} {noun.text}") is not None
    kind = kind_of_paper(noun.text) or kind_of_paper(f"{before} {noun.text}")
    if kind not in _words("heard") or _determiner(passage, noun) is None:
        return None
    span = title_at(page, passage, noun)
    return Paper(span, kind or "", None, "planned" if _DRAFT.match(span.of(page.text)) else "issued", by_topic=joint)


def _determiner(passage: Annotation, noun: Token) -> Token | None:
    return next((c for c in passage.children(noun, "det") if c.text.lower() in ("a", "an", "the")), None)


def _listed(page: Page, at: int) -> Iterator[tuple[Span, str]]:
    """The countries and bodies of states listed from an offset on, with their words."""
    while True:
        hit = next((h for h in page.hits if h.span.start == at), None)
        if hit is None:
            return
        yield hit.span, hit.country or hit.id
        link = _AND.match(page.text, hit.span.end)
        if link is None:
            return
        at = link.end()


def _countries(page: Page, span: Span) -> list[str]:
    return [h.country for h in page.hits_in(span) if h.country]


def _bearing_names() -> frozenset[str]:
    """Kinds of documents that are spoken of by name long after they were signed."""
    return _words("kinds")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("documents.toml")["named"][name])
