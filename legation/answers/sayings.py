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
    """One statement. date: on which it was said, else on which it was published. speaker: with the chain of sources
    that the words came through. text: with the speech act before it. copies: in how many more reports."""

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
        speaker=chain_of(entry) or _speaker(entry),
        text=_with_act(entry),
        report=published_by(None, entry.outlet, None if said_on else entry.published) if entry.outlet else entry.report,
        copies=f"+{counted(entry.copies, 'copy', 'copies')}" if entry.copies else "",
    )


def chain_of(entry: StatementEntry) -> str:
    """ "Xi Jinping (CHN) told Dmitry Medvedev (RUS), Xinhua reported, Reuters says"; nothing without outer sources."""
    if not entry.statement.chain:
        return ""
    relays = f", for {actor_of(entry.relayed_for)}," if entry.relayed_for else ""
    spoke = f"told {actor_of(entry.addressee)}" if entry.addressee else "said"
    *reported, says = map(one_line, entry.statement.chain)
    links = [f"{_speaker(entry)}{relays} {spoke}", *(f"{source} reported" for source in reported), f"{says} says"]
    return ", ".join(links)


def _with_act(entry: StatementEntry) -> str:
    act = entry.statement.act
    return f"[{one_line(act)}] {_said(entry)}" if act else _said(entry)


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
    if said.act:
        yield "act", one_line(said.act) + (f" (PLOVER {one_line(said.plover)})" if said.plover else "")
    yield "said on", when_fact(said.said_on)
    for label, value in (
        ("to", actor_of(entry.addressee) if entry.addressee else ""),
        ("for", actor_of(entry.relayed_for) if entry.relayed_for else ""),
        ("about", actors_of(entry.about)),
        ("medium", one_line(said.medium or "")),
        ("chain", chain_of(entry)),
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
