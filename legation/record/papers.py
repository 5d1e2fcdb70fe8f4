"""Documents of several reports: which are one paper, and what to show of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model import When
from legation.record import dates
from legation.register.names import words

# Words that do not tell one paper from another.
_PLAIN_WORDS = frozenset(
    word
    for name in (
        "a an the of on for in and between to with its their new joint bilateral",
        "agreement treaty memorandum plan declaration communique statement document protocol contract",
    )
    for part in name.split()
    for word in words(part)
)
_SIGNED_TOGETHER, _ALIKE = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as one report names it.

    sides: countries or keys of its parties; events: merged events it belongs to.
    """

    kind: str
    title: str
    sides: frozenset[str]
    when: When
    term: str | None
    status: str | None
    events: frozenset[str]


def same_paper(a: Paper, b: Paper) -> bool:
    """True if two reports name one paper: signed at the same event under a like title, or like in title and parties."""
    if a.kind != b.kind or not dates.overlap(a.when, b.when) or (a.term and b.term and a.term != b.term):
        return False
    likeness = _title_likeness(a.title, b.title)
    if a.events & b.events:
        return likeness >= _SIGNED_TOGETHER
    # A title of plain words only ("an agreement") says nothing by itself.
    parties = bool(a.sides) and a.sides == b.sides
    return parties and likeness >= _ALIKE and len(_telling_words(a.title) & _telling_words(b.title)) >= 2


def show(papers: Sequence[Paper]) -> Paper:
    """What the record shows of one paper; the first report's wording, gaps filled from the others."""
    first = papers[0]
    at = dates.best([paper.when for paper in papers], whole=False) or 0
    return Paper(
        kind=first.kind,
        title=first.title,
        sides=frozenset().union(*(paper.sides for paper in papers)),
        when=papers[at].when,
        term=next((paper.term for paper in papers if paper.term), None),
        status=next((paper.status for paper in reversed(papers) if paper.status), None),
        events=frozenset().union(*(paper.events for paper in papers)),
    )


def _title_likeness(a: str, b: str) -> float:
    left, right = _telling_words(a), _telling_words(b)
    if not left or not right:
        return 1.0 if words(a) == words(b) else 0.5
    return len(left & right) / min(len(left), len(right))


def _telling_words(title: str) -> frozenset[str]:
    return frozenset(words(title)) - _PLAIN_WORDS
