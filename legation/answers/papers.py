"""Documents as rows and as pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.answers.dossier import actor_fact, when_fact
from legation.answers.headline import headline
from legation.answers.page import Fact, Page, Source
from legation.answers.words import UNDATED, actors_of, counted, date_of, one_line, published_by

if TYPE_CHECKING:
    from legation.record import DocumentEntry, EventEntry, ReportEntry


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One document. title: with its kind before it, unless it says that itself. told_by: by how many reports."""

    id: str
    date: str
    title: str
    parties: str
    status: str
    told_by: str


def paper_rows(entries: Sequence[DocumentEntry]) -> list[PaperRow]:
    """A row for each document, in the order given."""
    return [
        PaperRow(
            id=entry.id,
            date=date_of(entry.when) if entry.when else UNDATED,
            title=titled(entry),
            parties=actors_of(entry.parties or entry.signatories),
            status=", ".join(p for p in (entry.status, f"term {entry.term}" if entry.term else None) if p),
            told_by=counted(len(entry.reports), "report"),
        )
        for entry in entries
    ]


def titled(entry: DocumentEntry) -> str:
    """ "joint declaration on water"; "plan: road map for 2025"."""
    title = one_line(entry.title)
    return title if entry.kind.lower() in title.lower() else f"{entry.kind}: {title}"


def document_page(
    entry: DocumentEntry, *, events: Sequence[EventEntry] = (), reports: Sequence[ReportEntry] = ()
) -> Page:
    """The page of a document. events: where it was signed or issued; reports: those of the record, of which its own
    are shown."""
    own = [report for report in reports if report.id in entry.reports]
    return Page(
        id=entry.id,
        heading=titled(entry),
        facts=tuple(_facts(entry, events)),
        sources=tuple(Source(r.id, published_by(r.title, r.outlet, r.published)) for r in own),
    )


def _facts(entry: DocumentEntry, events: Sequence[EventEntry]) -> Iterator[Fact]:
    yield "date", when_fact(entry.when) if entry.when else UNDATED
    for party in entry.parties:
        yield "party", actor_fact(party)
    for signatory in entry.signatories:
        yield "signatory", actor_fact(signatory)
    for label, value in (("term", entry.term), ("status", entry.status)):
        if value:
            yield label, value
    for event in events:
        yield "event", f"{event.id}  {date_of(event.when)}  {headline(event)}"
    yield "named by", counted(len(entry.reports), "report")
