"""Documents: what was signed, agreed, issued or is planned to be, with kind, exact title, parties and term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from legation.model import UNKNOWN, Document, Event
from legation.reading.lexicons import load_toml
from legation.reading.papers import Paper
from legation.reading.papers_parties import parties_of
from legation.reading.people.cast import Cast
from legation.register import Register

_JOINT = re.compile(r"(?:[Jj]oint|[Ff]inal|[Tt]rilateral|[Bb]ilateral)\s")
# Characters between two titles from which they stand in no list of papers signed together.
_FAR = 200
# Words of a title that tell little more than its kind ("trade agreement").
_BARE = 2
_TERM = re.compile(r"(?:for|until|through)?\s*(\d{4})\s*[-–—]\s*(\d{4})")


def make_documents(
    cast: Cast, papers: list[Paper], events: list[Event], register: Register
) -> tuple[list[Document], list[Event]]:
    """Documents with parties, date and status, and the events with the documents signed at them."""
    documents: list[Document] = []
    result = list(events)
    for paper in papers:
        signing = next((e for e in result if e.kind == "signing" and _at(e, paper)), None)
        parties = parties_of(cast, paper, signing.actors() if signing else (), result, register)
        document = _document(cast, paper, f"d{len(documents) + 1}", signing, parties)
        if again := _said_again(cast.page.text, paper, documents):
            more = _told_more(again, document)
            if more == again:
                continue
            document = documents[documents.index(again)] = more
        elif _is_new(cast.page.text, paper, document, signing, documents):
            documents.append(document)
        else:
            continue
        if signing:
            result[result.index(signing)] = replace(signing, documents=(*signing.documents, document.id))
    return documents, result


def _is_new(text: str, paper: Paper, document: Document, signing: Event | None, before: Sequence[Document]) -> bool:
    """True for a paper that counts, and that no other is in other words."""
    counts = signing is not None or _stands_alone(text, paper, document)
    return counts and not any(_same_paper(text, document, other) for other in before)


def _told_more(told: Document, again: Document) -> Document:
    """A document told by its name alone, with what is told of it later: "the agreement was signed by ..."."""
    if told.status or not again.status:
        return told
    return replace(
        told,
        parties=told.parties or again.parties,
        signatories=again.signatories,
        when=again.when,
        status=again.status,
    )


def _stands_alone(text: str, paper: Paper, document: Document) -> bool:
    """True if a paper counts that is signed at no engagement of the report: one with a name of its own, a joint one,
    one that a body adopted or a state ratified, or one agreed between two sides."""
    if paper.verb is None or _JOINT.match(paper.title.of(text)) or (paper.status == "ratified" and document.parties):
        return True
    if paper.kind in _alone().get(paper.status or "", ()):
        return True
    told_more = len(_words(paper.title.of(text))) > _BARE
    if paper.status in ("signed", "planned") and paper.signed and told_more:
        return True
    return len(document.parties) > 1 and (paper.status not in ("issued", "submitted") or paper.by_both)


@cache
def _alone() -> dict[str, frozenset[str]]:
    """By status, the kinds of documents that count if this was done to them, whoever did it."""
    return {status: frozenset(kinds) for status, kinds in load_toml("documents.toml")["alone"].items()}


def _said_again(text: str, paper: Paper, before: Sequence[Document]) -> Document | None:
    """The document told before in all these words, of which "the truce", "the Declaration" speaks again."""
    words = _words(paper.title.of(text))
    alike = [d for d in before if d.kind == paper.kind or paper.kind == "document"]
    return next((d for d in reversed(alike) if len(words) == 1 or words <= _words(d.title.of(text))), None)


def _same_paper(text: str, one: Document, other: Document) -> bool:
    """True for two accounts of one: of one kind, signed by the same on the same day, in words of which some recur."""
    shared = _words(one.title.of(text)) & _words(other.title.of(text)) - set(one.kind.split())
    signed = one.signatories and set(one.signatories) == set(other.signatories) and one.when == other.when
    return bool(signed and one.kind == other.kind and shared and one.title.start - other.title.end > _FAR)


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.lower())) - {"the", "of", "on", "a", "an"}


def _at(event: Event, paper: Paper) -> bool:
    return paper.verb is not None and (
        event.trigger == paper.verb or (event.sentence.covers(paper.title) and event.sentence.covers(paper.verb))
    )


def _document(cast: Cast, paper: Paper, name: str, signing: Event | None, parties: tuple[str, ...]) -> Document:
    text = cast.page.text
    term = _TERM.search(paper.title.of(text))
    status = paper.status
    if signing and signing.status in ("planned", "proposed", "postponed", "cancelled"):
        status = "planned"
    return Document(
        name,
        paper.kind,
        paper.title,
        parties,
        signing.actors() if signing else (),
        signing.when if signing else UNKNOWN,
        f"{term.group(1)}/{term.group(2)}" if term else None,
        status,
    )
