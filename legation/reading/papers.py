"""Papers: words that name a document to which something is done, coordinated ones apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.lexicons import load_toml
from legation.reading.page import Page

_STOP = re.compile(
    r"[.;:\"”“](?=\s|$)|,(?=\s)|\s(?:that|which|who|after|before|during|when|while|said|was|were|is|are|will|has|have|had|"
    r"on (?=Mon|Tue|Wed|Thu|Fri|Sat|Sun)|to be|in a ceremony|"
    r"signed|issued|released|arranged|brokered|reached|concluded|submitted|"
    r"(?:in|on|under|by|to|with) which|"
    r"(?:over|in|within) the (?:last|past|next|coming)|would|including|last (?=week|month|year)|by (?=the end)|"
    r"(?:in|at) (?:[a-z]+ ){0,3}(?:ceremony|ceremonies|palaces?|talks|meeting|presence|conclusion|end))\b|\s--|\s[–—]\s"
)
# Labels of the language layer for those who make papers, not what papers are called.
_ACTING = frozenset(["person", "organisation", "medium", "place", "nationality", "title"])
_CEREMONY = re.compile(r"\s(?:in|at) (?:[a-z]+ ){0,3}ceremon(?:y|ies)\b")
_SECOND = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+(?:and|as well as|along with)\s+)(?=(?:an?|the|several|two|three|four|five|\d+)\s)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r",?\s*(?:including|(?:chief |first )?among (?:them|these|which)(?:,| is| are)?|such as|in particular|"
    r"notably|namely|first of all|above all|:)\s+",
    re.IGNORECASE,
)
_LIST_END = re.compile(r"[.;:](?=\s|$)|\s(?:which|who|after|before|was|were|will)\b")
_BOTH = re.compile(
    r"\b(?:sides|parties|both|two|three|countries|states|leaders|presidents|ministers|premiers|delegations|they)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\s(?:in|at)\s(?:the )?$")
# What a title cannot end in.
_LOOSE = re.compile(r"(?:[ .,;:]|\s(?:of|on|for|in|with|to|and|about|by|between))+\Z")
_ON = re.compile(r"\s(?:(?:in|on|at|of)\s)?(?:the )?(?:\w+day, )?$")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as found: its title words, kind, the verb done to it and where that verb stands (if any).

    by_both: the verb's subject stands for more than one side ("the sides", "the two ministers").
    signed: the verb is one of signing, done or to be done.
    by_topic: nothing is done to it, and it has no name of its own ("an agreement on visas").
    """

    title: Span
    kind: str
    verb: Span | None
    status: str | None
    by_both: bool = False
    signed: bool = False
    by_topic: bool = False


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in load_toml("documents.toml")["kinds"].items() for noun in nouns}


@cache
def _verbs() -> dict[str, str]:
    return {lemma: status for status, lemmas in load_toml("documents.toml")["verbs"].items() for lemma in lemmas}


@cache
def _words(table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_toml("documents.toml")[table].items()}


def find_papers(page: Page) -> list[Paper]:
    """Documents that something is done to ("signed a plan of ..."), coordinated ones apart, in text order."""
    found: list[Paper] = []
    for passage in page.passages:
        for word in passage.tokens:
            status, objects = _done_to(passage, word)
            for noun in objects:
                if _is_none(passage, noun):
                    continue
                for paper in _papers_at(page, passage, noun, word, status):
                    if not any(p.title.overlaps(paper.title) for p in found):
                        found.append(paper)
    return found


def _done_to(passage: Annotation, word: Token) -> tuple[str | None, list[Token]]:
    """What a word says is done to documents, and the nouns it is done to."""
    status = _status(word)
    if status and _is_ahead(passage, word):
        status = "planned"
    if status:
        return status, _objects(passage, word)
    if word.pos == "NOUN" and word.text.lower() in _words("signatures")["nouns"]:
        # "the signing of the treaty", "put their signatures under the treaty"
        above = passage.head(word)
        further = passage.children(above, "obl") if above and above.pos == "VERB" and word.dep == "obj" else []
        awaited = above is not None and word.dep.startswith(("nsubj", "obj")) and _awaits(passage, above)
        return "planned" if awaited else "signed", [
            n for n in (*passage.children(word, "nmod"), *further) if kind_of_paper(n.text) and n.i > word.i
        ]
    return None, []


def _status(word: Token) -> str | None:
    """The status that a verb gives to its documents."""
    return _verbs().get(word.lemma.lower()) if word.pos == "VERB" else None


def _is_ahead(passage: Annotation, verb: Token) -> bool:
    """True for what is still to be done: "will sign", "is to be signed", "agreed to prepare", "are negotiating"."""
    words = _words("ahead")
    auxiliaries = {a.lemma.lower() for a in passage.children(verb, "aux")}
    if auxiliaries & words["auxiliaries"] or any(c.text.lower() in words["not"] for c in passage.children(verb)):
        return True
    above = passage.head(verb)
    asked = above is not None and verb.dep in ("xcomp", "acl", "advcl") and above.lemma.lower() not in words["done"]
    if asked and any(c.text.lower() == "to" and c.pos == "PART" for c in passage.children(verb)):
        return True
    if not verb.text.endswith("ing"):
        return False
    prospect = above is not None and above.lemma.lower() in words["prospects"]
    return prospect or verb.lemma.lower() in words["unfinished"]


def _awaits(passage: Annotation, verb: Token) -> bool:
    """True for the verb of "the signing is expected", "is on the agenda", "will take place"."""
    words = _words("ahead")["awaiting"]
    return verb.lemma.lower() in words or (verb.pos in ("VERB", "AUX") and _is_ahead(passage, verb))


def _is_none(passage: Annotation, noun: Token) -> bool:
    """True for "no agreement"."""
    return any(d.lemma.lower() == "no" for d in passage.children(noun, "det"))


def _objects(passage: Annotation, verb: Token) -> list[Token]:
    objects = [_antecedent(passage, verb, o) for o in passage.children(verb, "obj", "nsubj:pass")]
    if not objects and verb.dep in ("amod", "acl"):
        head = passage.head(verb)
        objects = [head] if head else []
    if not objects and passage.children(verb, "aux:pass"):
        # "three agreements are ready to be signed"
        objects = [s for above in passage.ancestors(verb) for s in passage.children(above, "nsubj")][:1]
    every = [t for o in objects for t in (o, *_listed_with(passage, o))]
    if _status(verb) == "signed" and not any(_document_noun(passage, t) for t in every):
        # "will sign with his brother, Fuad Hussein, a memorandum": the parser takes it for another name of him
        every += [*itertools.islice((t for t in _behind(passage, verb) if kind_of_paper(t.text)), 1)]
    return [t for t in every if t.pos in ("NOUN", "PROPN")]


def _behind(passage: Annotation, verb: Token) -> Iterator[Token]:
    """The words behind a verb up to the next verb of the sentence, without what belongs to another noun."""
    behind = passage.tokens[verb.i + 1 : passage.sentence_of(verb)[1]]
    clause = itertools.takewhile(lambda t: t.pos not in ("VERB", "AUX", "SCONJ"), behind)
    return (t for t in clause if not t.dep.startswith("nmod"))


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
    head = _document_noun(passage, noun)
    if head is None:
        return []
    start = _phrase_start(passage, head)
    end = _title_end(page, passage, head)
    papers = []
    spans = _apart(page.text, Span(start, end))
    behind = verb.end if end <= verb.start else end
    if listed := _listed(page.text, behind, passage.sentence_span(head).end):
        # "eight documents, including a plan on X and a treaty on Y": those named
        spans = _apart(page.text, listed)
    for span in spans:
        kind = _head_kind(span.of(page.text))
        if kind:
            signed = _status(verb) == "signed"
            papers.append(Paper(span, kind, verb.span, status, _by_both(page, passage, verb), signed))
    return papers


def title_at(page: Page, passage: Annotation, noun: Token) -> Span:
    """The words of one document by its noun, up to where the title ends."""
    return _without_article(page.text, Span(_phrase_start(passage, noun), _title_end(page, passage, noun)))


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


def _document_noun(passage: Annotation, noun: Token) -> Token | None:
    """The noun itself or, in "a package of agreements", "the negotiations on the agreement", the noun of its phrase."""
    holds = noun.lemma.lower() in _words("holders")["nouns"]
    tokens = [noun, *(passage.children(noun, "nmod") if holds else [])]
    for token in tokens:
        if kind_of_paper(token.text):
            return token
        before = passage.tokens[token.i - 1].text.lower() if token.i else ""
        if kind_of_paper(f"{before} {token.text.lower()}") or _is_statement_of(passage, token):
            return token
    return None


def _is_statement_of(passage: Annotation, noun: Token) -> bool:
    """True for "a statement of principles"."""
    topics = passage.children(noun, "nmod")
    return noun.text.lower() == "statement" and any(t.text.lower() in _words("statements")["of"] for t in topics)


def _phrase_start(passage: Annotation, head: Token) -> int:
    i = head.i
    while i > 0:
        before = passage.tokens[i - 1]
        if joins_names(passage, i - 1):
            i -= 2
            continue
        done = _status(before) is not None and passage.tokens[max(0, i - 2)].text not in ("-", "–")
        if done or passage.tokens[i].pos == "NUM" or not _belongs(before):
            break
        i -= 1
    return passage.tokens[i].start


def joins_names(passage: Annotation, i: int) -> bool:
    """True for the "and" inside a name: "Partnership and Cooperation Agreement"."""
    if i < 1 or passage.tokens[i].text.lower() not in ("and", "&"):
        return False
    before, after = passage.tokens[i - 1], passage.tokens[i + 1]
    named = any(e.span.overlaps(before.span) for e in passage.entities if e.label in _ACTING)
    return before.text[:1].isupper() and after.text[:1].isupper() and before.i > 0 and not named


def _belongs(token: Token) -> bool:
    """True for words that stand before a noun as part of its phrase."""
    return (
        token.pos in ("ADJ", "NOUN", "PROPN", "NUM")
        or token.text in ("-", "–", "'s", "’s")
        or token.dep in ("amod", "compound")
    )


def _title_end(page: Page, passage: Annotation, head: Token) -> int:
    limit = passage.sentence_span(head).end
    stop = _STOP.search(page.text, head.end, limit)
    end = stop.start() if stop else limit
    above = passage.head(head) if head.dep.startswith("nsubj") else None
    subject_of = [above] if above and above.pos == "VERB" and not above.text[0].isupper() else []
    further = (*_what_else(passage, head), *_participles(passage, head), *subject_of)
    goes_on = min((t.start for t in further if head.end < t.start < end), default=end)
    return _before_place_and_day(page, head.end, goes_on)


def _what_else(passage: Annotation, head: Token) -> list[Token]:
    """Where the clause goes on behind its document: the "and" of "signed an agreement and agreed to meet"."""
    verbs = [a for a in passage.ancestors(head) if a.pos == "VERB"][:1]
    further = [c for v in verbs for c in passage.children(v, "conj") if c.i > head.i and c.pos == "VERB"]
    return [j for c in further for j in passage.children(c, "cc") if j.i > head.i]


def _participles(passage: Annotation, head: Token) -> list[Token]:
    """What was done to it, told behind: the "negotiated" of "the truce negotiated in the village"."""
    return [t for t in passage.children(head, "acl") if t.pos == "VERB" and t.has("Tense=Past") and t.i == head.i + 1]


def _before_place_and_day(page: Page, start: int, end: int) -> int:
    """Where the title ends if a city or a day is told behind it: "an agreement on visas in Paris on Monday"."""
    cities = [h.span for h in page.hits_in(Span(start, end)) if h.kind in ("city", "capital")]
    times = [(t.span, t.when.precision) for t in page.timexes_in(Span(start, end)) if t.when]
    told = [_IN.search(page.text, start, span.start) for span in cities]
    told += [(_ON if precision == "day" else _IN).search(page.text, start, span.start) for span, precision in times]
    return min((before.start() for before in told if before), default=end)


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
    loose = _LOOSE.search(text, span.start, span.end)
    end = loose.start() if loose else span.end
    return Span(match.end() if match else span.start, end)


def _head_kind(title: str, *, first: bool = False) -> str | None:
    """The kind by the first document noun of a title (within its first six words if ``first``)."""
    words = re.findall(r"[\w-]+", title.lower())
    for i, word in enumerate(words[:6] if first else words):
        kind = kind_of_paper(" ".join(words[max(0, i - 1) : i + 1])) or kind_of_paper(word)
        if kind:
            return kind
        if word == "statement" and set(words[i + 1 : i + 3]) & _words("statements")["of"]:
            return "statement"
        if word in ("of", "on", "for", "about", "with", "between"):
            return None
    return None


def titles(text: str, papers: list[Paper]) -> list[Span]:
    """Title stretches, so that dates and words inside them are not taken for events; the ceremony in which a paper was
    signed is the signing."""
    return [_with_ceremony(text, paper.title) for paper in papers]


def _with_ceremony(text: str, title: Span) -> Span:
    ceremony = _CEREMONY.match(text, title.end)
    return Span(title.start, ceremony.end()) if ceremony else title
