"""What the record answers with when it is asked whether words were said: plain frozen data, with ``to_json()``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from legation.model import Span
from legation.record.entries import Json, StatementEntry, iso

Verdict = Literal["verbatim", "close"]
DifferenceKind = Literal["left out", "added", "changed", "moved", "ellipsis", "clipped before", "clipped after"]
How = Literal["direct", "mixed", "indirect", "text"]
"""Where the words stand: in a statement of that kind, or in a report's text outside any statement."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation departs from the words it was taken from.

    kind: "ellipsis": left out where the quotation says so; "clipped before", "clipped after": the rest of the sentence
    (or statement), which a quotation need not have. theirs: the words of the report, span: where they stand; quoted:
    the words in their place. matters: why it turns the sense ("negation", "number", "condition", "modality", "extent"),
    None if that is not seen.
    """

    kind: DifferenceKind
    theirs: str
    quoted: str
    span: Span | None = None
    matters: str | None = None

    def to_json(self) -> Json:
        return {
            "kind": self.kind,
            "theirs": self.theirs,
            "quoted": self.quoted,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "matters": self.matters,
        }


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Where a quotation stands in one report.

    similarity: 1 for verbatim. how: direct, mixed or indirect speech, or only the report's text. statement: the one
    that the words stand in. laid_to_by: whether that is laid to whom was asked for; None if nobody was, or nobody is
    known to have said it. spans: the words that are the very same. copies: ids of reports that repeat the passage.
    """

    verdict: Verdict
    similarity: float
    how: How
    report: str
    sentence: str
    sentence_span: Span
    spans: tuple[Span, ...]
    differences: tuple[Difference, ...] = ()
    statement: StatementEntry | None = None
    laid_to_by: bool | None = None
    copies: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None

    def to_json(self) -> Json:
        return {
            "verdict": self.verdict,
            "similarity": self.similarity,
            "how": self.how,
            "laid_to_by": self.laid_to_by,
            "report": self.report,
            "title": self.title,
            "outlet": self.outlet,
            "published": iso(self.published),
            "sentence": self.sentence,
            "sentence_start": self.sentence_span.start,
            "sentence_end": self.sentence_span.end,
            "spans": [[span.start, span.end] for span in self.spans],
            "differences": [difference.to_json() for difference in self.differences],
            "statement": self.statement.to_json() if self.statement else None,
            "copies": list(self.copies),
        }


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Whether words were said. found: where, best first. by: whom was asked for, known: the record knows that name."""

    words: str
    found: tuple[FoundQuotation, ...] = ()
    by: str | None = None
    known: bool = True

    @property
    def verdict(self) -> Literal["verbatim", "close", "not found"]:
        """That of the best place, whoever said it there."""
        return self.found[0].verdict if self.found else "not found"

    @property
    def laid_to_by(self) -> bool | None:
        """True if the words (or close ones) are laid to whom was asked for somewhere, False if to others only, None if
        nobody was asked for or nobody is known to have said them."""
        said = {found.laid_to_by for found in self.found}
        return True if True in said else False if False in said else None

    def to_json(self) -> Json:
        return {
            "words": self.words,
            "by": self.by,
            "by_known": self.known if self.by is not None else None,
            "verdict": self.verdict,
            "laid_to_by": self.laid_to_by,
            "found": [found.to_json() for found in self.found],
        }
