"""Words of a report that look like a name or a date and bear no mark.

What is none ("Jordan" as a first name) is listed in the header: ``unmarked: Jordan, Chad``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.model import Span
from legation.register import Register
from training.corpus.files import Sheet
from training.corpus.markup import line_of
from training.corpus.problems import Finding

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\b(?:(?:{_MONTH})\s+\d{{1,4}}|\d{{1,2}}\s+(?:{_MONTH})|(?:in|since|until|by)\s+(?:{_MONTH})|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|[Tt]oday|[Yy]esterday|[Tt]omorrow|"
    r"(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week|month|year|spring|summer|autumn|winter))\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to\b")
# Cities are left out: too many of them are words and surnames too.
_KINDS = frozenset(("country", "adjective", "noun", "capital", "metonym", "organisation"))
_NAMES = frozenset(("P", "O", "O*", "L", "L*", "N", "T", "D", "W", "V", "M"))


def findings(report: Sheet, register: Register) -> Iterator[Finding]:
    """Names of the register, surnames of the report's people and calendar dates that no name's mark covers; "according
    to" that is no cue."""
    text = report.body.text
    marked = [m.span for m in report.body.marks if m.sort == "mention" and m.label in _NAMES]
    passed = {word.strip() for word in report.header.get("unmarked", "").split(",")}
    for span, what in sorted((*_names(report, register), *_dates(text))):
        if not any(m.overlaps(span) for m in marked) and span.of(text) not in passed and not _wrapping(report, span):
            yield line_of(report.body, span.start), f"{what} {span.of(text)!r} is not marked"
    yield from _cues(report, passed)


def _names(report: Sheet, register: Register) -> Iterator[tuple[Span, str]]:
    text = report.body.text
    yield from ((hit.span, f"the {hit.kind}") for hit in register.scan(text) if hit.kind in _KINDS)
    people = [row for row in report.table("actor") if row.get("kind") == "person" and row.get("named") != "no"]
    for surname in {(row.get("name") or "").split()[-1] for row in people if row.get("name")}:
        found = re.finditer(rf"\b{re.escape(surname)}\b", text)
        yield from ((Span(*hit.span()), "the surname") for hit in found)


def _dates(text: str) -> Iterator[tuple[Span, str]]:
    return ((Span(*hit.span()), "the time") for hit in _DATE.finditer(text))


def _cues(report: Sheet, passed: set[str]) -> Iterator[Finding]:
    """ "According to" outside a cue; "in accordance with a decree" is worded otherwise, so there is always a source."""
    cues = [m.span for m in report.body.marks if m.sort == "speech" and m.label == "cue"]
    for found in _ACCORDING.finditer(report.body.text):
        span = Span(*found.span())
        if not any(cue.overlaps(span) for cue in cues) and found.group() not in passed and not _wrapping(report, span):
            yield line_of(report.body, span.start), f"{found.group()!r} is no cue of a statement"


def _wrapping(report: Sheet, span: Span) -> bool:
    """True inside wrapping: breadcrumbs and share bars need no names, datelines have theirs marked all the same."""
    return any(
        m.sort == "passage" and m.label not in ("background", "dateline", "title") and m.span.covers(span)
        for m in report.body.marks
    )
