"""Papers: words that name a document to which something is done, coordinated ones apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.engagements.lexicon import load_toml
from legation.reading.page import Page

_STOP = re.compile(
    r"[.;:\"”“](?=\s|$)|,(?=\s)|\s(?:that|which|who|after|before|during|when|while|said|was|were|is|are|will|has|have|had|"
    r"on (?=Mon|Tue|Wed|Thu|Fri|Sat|Sun)|to be|in a ceremony|"
    r"signed|issued|released|arranged|brokered|reached|concluded|submitted|"
    r"would|including|last (?=week|month|year))\b|\s--"
)
_SECOND = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+(?:and|as well as|along with)\s+)(?=(?:an?|the|several|two|three|four|five|\d+)\s)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r",?\s*(?:including|among (?:them|which)(?:,| is| are)?|such as|in particular|namely)\s+", re.IGNORECASE
)
_LIST_END = re.compile(r"[.;:](?=\s|$)|\s(?:which|who|after|before|was|were|will)\b")
_BOTH = re.compile(
    r"\b(?:sides|parties|both|two|three|countries|states|leaders|presidents|ministers|premiers|delegations|they)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:in|on|at)\s(?:the )?(?:\w+day, )?$")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as found: its title words, kind, the verb done to it and where that verb stands (if any).

    by_both: the verb's subject stands for more than one side ("the sides", "the two ministers").
    """

    title: Span
    kind: str
    verb: Span | None
    status: str | None
    by_both: bool = False


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in load_toml("documents.toml")["kinds"].items() for noun in nouns}


@cache
def _verbs() -> dict[str, str]:
    return {lemma: status for status, lemmas in load_toml("documents.toml")["verbs"].items() for lemma in lemmas}


@cache
def _signatures() -> frozenset[str]:
    return frozenset(load_toml("documents.toml")["signatures"]["nouns"])


def find_papers(page: Page) -> list[Paper]:
    """Documents that something is done to ("signed a plan of ..."), coordinated ones apart, in text order."""
    found: list[Paper] = []
    for passage in page.passages:
        for word in passage.tokens:
            status, objects = _done_to(passage, word)
            for noun in objects:
                for paper in _papers_at(page, passage, noun, word, status):
                    if not any(p.title.overlaps(paper.title) for p in found):
                        found.append(paper)
    return found


def _done_to(passage: Annotation, word: Token) -> tuple[str | None, list[Token]]:
    """What a word says is done to documents, and the nouns it is done to."""
    lemma = word.lemma.lower()
    if word.pos == "VERB" and lemma in _verbs():
        return _verbs()[lemma], _objects(passage, word)
    if word.pos == "NOUN" and word.text.lower() in _signatures():
        # "the signing of the treaty", "put their signatures under the treaty"
        above = passage.head(word)
        further = passage.children(above, "obl") if above and above.pos == "VERB" and word.dep == "obj" else []
        return "signed", [
            n for n in (*passage.children(word, "nmod"), *further) if kind_of_paper(n.text) and n.i > word.i
        ]
    return None, []


def _objects(passage: Annotation, verb: Token) -> list[Token]:
    objects = [_antecedent(passage, verb, o) for o in passage.children(verb, "obj", "nsubj:pass")]
    if not objects and verb.dep in ("amod", "acl"):
        head = passage.head(verb)
        objects = [head] if head else []
    if not objects and verb.lemma.lower() == "sign":
        objects = [t for t in passage.tokens[verb.i + 1 : verb.i + 5] if kind_of_paper(t.text)][:1]
    every = [t for o in objects for t in (o, *_listed_with(passage, o))]
    return [t for t in every if t.pos in ("NOUN", "PROPN")]


def _listed_with(passage: Annotation, noun: Token) -> list[Token]:
    """The documents listed behind one; the parser takes some of a list for another name of the first or
    of its topic."""
    topics = passage.children(noun, "nmod")
    listed = [*passage.children(noun, "conj", "appos"), *(c for t in topics for c in passage.children(t, "appos"))]
    nouns = [c for c in listed if kind_of_paper(c.text)]
    return [t for n in nouns for t in (n, *_listed_with(passage, n))]


def _antecedent(passage: Annotation, verb: Token, token: Token) -> Token:
    """ "The agreement between the two countries, which was signed": the noun that "which" stands for."""
    if verb.dep != "acl:relcl" or token.text.lower() not in ("which", "that"):
        return token
    before = passage.tokens[: token.i]
    return next((t for t in reversed(before) if t.pos in ("NOUN", "PROPN") and kind_of_paper(t.text)), token)


def kind_of_paper(word: str) -> str | None:
    """The kind of document that a noun, or two words, stand for."""
    return _kinds().get(word.lower())


def _papers_at(page: Page, passage: Annotation, noun: Token, verb: Token, status: str | None) -> list[Paper]:
    head = _document_noun(page, passage, noun)
    if head is None:
        return []
    start = _phrase_start(passage, head)
    end = _title_end(page, passage, head)
    papers = []
    spans = _apart(page.text, Span(start, end))
    if listed := _listed(page.text, end, passage.sentence_span(head).end):
        # "eight documents, including a plan on X and a treaty on Y": those named
        spans = _apart(page.text, listed)
    for span in spans:
        kind = _head_kind(span.of(page.text))
        if kind:
            papers.append(Paper(span, kind, verb.span, status, _by_both(page, passage, verb)))
    return papers


def _listed(text: str, start: int, end: int) -> Span | None:
    """The documents named behind one that stands for several, up to the end of the sentence."""
    opening = _LIST.match(text, start, end)
    if opening is None or _head_kind(text[opening.end() : end], first=True) is None:
        return None
    stop = _LIST_END.search(text, opening.end(), end)
    return Span(opening.end(), stop.start() if stop else end)


def _by_both(page: Page, passage: Annotation, verb: Token) -> bool:
    spans = [passage.subtree_span(s) for s in passage.children(verb, "nsubj")]
    countries = {h.country for span in spans for h in page.hits_in(span) if h.country}
    return len(countries) > 1 or any(_BOTH.search(span.of(page.text)) for span in spans)


def _document_noun(page: Page, passage: Annotation, noun: Token) -> Token | None:
    """The noun itself or, in "a package of agreements", the noun of its of-phrase."""
    for token in (noun, *passage.children(noun, "nmod")):
        if kind_of_paper(token.text):
            return token
        before = passage.tokens[token.i - 1].text.lower() if token.i else ""
        if kind_of_paper(f"{before} {token.text.lower()}"):
            return token
    return None


def _phrase_start(passage: Annotation, head: Token) -> int:
    i = head.i
    while i > 0:
        before = passage.tokens[i - 1]
        if (
            before.pos in ("ADJ", "NOUN", "PROPN", "NUM")
            or before.text in ("-", "'s", "’s")
            or before.dep in ("amod", "compound")
        ):
            i -= 1
        else:
            break
    return passage.tokens[i].start


def _title_end(page: Page, passage: Annotation, head: Token) -> int:
    limit = passage.sentence_span(head).end
    stop = _STOP.search(page.text, head.end, limit)
    end = stop.start() if stop else limit
    goes_on = next((v.start for v in _what_else(passage, head) if head.end < v.start < end), end)
    return _before_place_and_day(page, head.end, goes_on)


def _what_else(passage: Annotation, head: Token) -> list[Token]:
    """Where the clause goes on behind its document: the "and" of "signed an agreement and agreed to meet"."""
    verbs = [a for a in passage.ancestors(head) if a.pos == "VERB"][:1]
    further = [c for v in verbs for c in passage.children(v, "conj") if c.i > head.i and c.pos == "VERB"]
    return [j for c in further for j in passage.children(c, "cc") if j.i > head.i]


def _before_place_and_day(page: Page, start: int, end: int) -> int:
    """Where the title ends if a city or a day is told behind it: "an agreement on visas in Paris on Monday"."""
    cities = [h.span for h in page.hits_in(Span(start, end)) if h.kind in ("city", "capital")]
    days = [t.span for t in page.timexes_in(Span(start, end)) if t.when and t.when.precision == "day"]
    for span in sorted([*cities, *days]):
        before = _PREPOSITION.search(page.text, start, span.start)
        if before:
            return before.start()
        if span in days and page.text[span.start - 1 : span.start] == " " and page.text[span.start].isupper():
            return span.start - 1  # "signed a plan Friday"
    return end


def _apart(text: str, span: Span) -> list[Span]:
    """ "a plan of X for 2025-2027 and an agreement on Y" is two; each without its article."""
    spans = []
    start = span.start
    for cut in _SECOND.finditer(text, span.start, span.end):
        if _head_kind(text[cut.end() : span.end], first=True):
            spans.append(Span(start, cut.start()))
            start = cut.end()
    spans.append(Span(start, span.end))
    return [_without_article(text, s) for s in spans]


def _without_article(text: str, span: Span) -> Span:
    match = re.compile(r"(?:an?|the)\s+", re.IGNORECASE).match(text, span.start, span.end)
    end = span.end
    while end > span.start and text[end - 1] in " .,;:":
        end -= 1
    return Span(match.end() if match else span.start, end)


def _head_kind(title: str, *, first: bool = False) -> str | None:
    """The kind by the first document noun of a title (within its first six words if ``first``)."""
    words = re.findall(r"[\w-]+", title.lower())
    for i, word in enumerate(words[:6] if first else words):
        kind = kind_of_paper(" ".join(words[max(0, i - 1) : i + 1])) or kind_of_paper(word)
        if kind:
            return kind
        if word in ("of", "on", "for", "about", "with", "between"):
            return None
    return None


def titles(papers: list[Paper]) -> list[Span]:
    """Title stretches, so that dates and words inside them are not taken for events."""
    return [p.title for p in papers]
