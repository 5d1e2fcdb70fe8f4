"""Statements as rows and as pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.answers.dossier import actor_fact, when_fact
from legation.answers.marking import around, marked
from legation.answers.page import Fact, Page, Passage, Source
from legation.answers.words import actor_of, actors_of, counted, date_of, one_line, published_by
from legation.model import Span

if TYPE_CHECKING:
    from legation.record import StatementEntry

_QUOTES = '“”„"«» '
_UNKNOWN_SPEAKER = "(speaker not named)"


@dataclass(frozen=True, slots=True)
class SayingRow:
    """One statement. date: on which it was said, else on which it was published. copies: in how many more reports."""

    id: str
    date: str
    speaker: str
    text: str
    report: str
    copies: str = ""


def saying_rows(entries: Sequence[StatementEntry]) -> list[SayingRow]:
    """A row for each statement; one that repeats another of the list word for word is left to that one's count."""
    among = {entry.id for entry in entries}
    return [_row(entry) for entry in entries if entry.copied_from not in among]


def statement_page(entry: StatementEntry, text: str) -> Page:
    """The page of a statement. text: of its report."""
    return Page(
        id=entry.id,
        heading=f"{_speaker(entry)}: {_said(entry)}",
        facts=tuple(_facts(entry)),
        sources=(_source(entry, text),),
    )


def _row(entry: StatementEntry) -> SayingRow:
    said_on = entry.statement.said_on.edtf
    return SayingRow(
        id=entry.id,
        date=said_on or (entry.published.isoformat() if entry.published else date_of(entry.statement.said_on)),
        speaker=_speaker(entry),
        text=_said(entry),
        report=published_by(None, entry.outlet, None if said_on else entry.published) if entry.outlet else entry.report,
        copies=f"+{counted(entry.copies, 'copy', 'copies')}" if entry.copies else "",
    )


def _speaker(entry: StatementEntry) -> str:
    return actor_of(entry.speaker) if entry.speaker else _UNKNOWN_SPEAKER


def _said(entry: StatementEntry) -> str:
    """Direct words between quotation marks, of which the report has its own outside the content."""
    text = one_line(entry.text)
    return f"“{text.strip(_QUOTES)}”" if entry.statement.kind == "direct" else text


def _facts(entry: StatementEntry) -> Iterator[Fact]:
    said = entry.statement
    yield "speaker", actor_fact(entry.speaker) if entry.speaker else _UNKNOWN_SPEAKER
    yield "speech", said.kind
    yield "said on", when_fact(said.said_on)
    for label, value in (
        ("to", actor_of(entry.addressee) if entry.addressee else ""),
        ("for", actor_of(entry.relayed_for) if entry.relayed_for else ""),
        ("about", actors_of(entry.about)),
        ("medium", one_line(said.medium or "")),
        ("by way of", ", ".join(map(one_line, said.chain))),
        ("in event", entry.event_id or ""),
        ("repeats", entry.copied_from or ""),
        ("copies", counted(entry.copies, "later report") if entry.copies else ""),
    ):
        if value:
            yield label, value


def _source(entry: StatementEntry, text: str) -> Source:
    said = entry.statement
    names = [("content", span) for span in said.content]
    names += [(name, span) for name, span in (("speaker", said.source), ("cue", said.cue)) if span]
    shown = around(text, [span for _, span in names])
    notes = tuple(f"{name}: “{one_line(span.of(text))}” at {span.start}-{span.end}" for name, span in names)
    pieces = marked(shown.of(text), _inside(said.content, shown), shown.start)
    citation = published_by(entry.title, entry.outlet, entry.published)
    return Source(entry.report, citation, passages=(Passage(pieces, notes),))


def _inside(spans: Sequence[Span], shown: Span) -> list[Span]:
    return [span for span in spans if shown.overlaps(span)]
