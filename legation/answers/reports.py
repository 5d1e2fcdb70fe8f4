"""Reports as pages, and those that a search finds as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.answers.marking import Piece, marked
from legation.answers.page import Fact, Page, Passage, Source
from legation.answers.sayings import saying_rows
from legation.answers.words import UNDATED, date_of, one_line, printable, published_by

if TYPE_CHECKING:
    from legation.record import ReportEntry, SearchHit, StatementEntry, Telling


@dataclass(frozen=True, slots=True)
class HitRow:
    """A report in which the words of a search stand; pieces: some words of it, the found ones marked."""

    report: str
    citation: str
    pieces: tuple[Piece, ...]


def hit_rows(hits: Sequence[SearchHit]) -> list[HitRow]:
    """A row for each report found, in the order given."""
    return [
        HitRow(hit.report, published_by(hit.title, hit.outlet, hit.published), tuple(_found(hit.snippet)))
        for hit in hits
    ]


def report_page(
    entry: ReportEntry, text: str, *, tellings: Sequence[Telling] = (), statements: Sequence[StatementEntry] = ()
) -> Page:
    """The page of a report with its text, in which the words that events were read from are marked.

    statements: those of the record, of which its own are shown.
    """
    flag = "UNREAD" if entry.unread else ""
    return Page(
        id=entry.id,
        heading=f"{flag} {one_line(entry.title or entry.source)}".strip(),
        flag=flag,
        facts=tuple(_facts(entry, tellings, [s for s in statements if s.report == entry.id])),
        sources=(
            Source(
                entry.id,
                published_by(entry.title, entry.outlet, entry.published),
                passages=tuple(_paragraphs(text, tellings)),
            ),
        ),
    )


def _facts(entry: ReportEntry, tellings: Sequence[Telling], statements: Sequence[StatementEntry]) -> Iterator[Fact]:
    for label, value in (
        ("outlet", entry.outlet),
        ("published", entry.published.isoformat() if entry.published else UNDATED),
        ("address", entry.address),
        ("language", entry.language),
        ("unread", entry.unread),
        ("read from", entry.source),
        ("read by", entry.reader),
    ):
        if value:
            yield label, one_line(value)
    for telling in tellings:
        yield "event", f"{telling.event_id}  {date_of(telling.when)}  {telling.event.status} {telling.event.kind}"
    for row in saying_rows(statements):
        yield "statement", f"{row.id}  {row.speaker}: {row.text}"


def _paragraphs(text: str, tellings: Sequence[Telling]) -> Iterator[Passage]:
    triggers = [telling.event.trigger for telling in tellings]
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Passage(marked(line.rstrip(), triggers, start))
        start += len(line)


def _found(snippet: str) -> Iterator[Piece]:
    """The words between « and » marked."""
    for part in printable(" ".join(snippet.split())).split("«"):
        found, closed, rest = part.partition("»")
        if closed:
            yield from (piece for piece in (Piece(found, True), Piece(rest)) if piece.text)
        elif part:
            yield Piece(part)
