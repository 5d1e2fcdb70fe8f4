"""What single reports tell: events as they tell them, and the claims with the sentences they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.model import Claim, Span, When
from legation.record import dates
from legation.record.events import ClaimEntry, Telling
from legation.record.store import Connection, listing
from legation.record.store.rows import Row, day, local_event, storable, strings, when


def tellings(connection: Connection, *, event: str | None = None, report: str | None = None) -> list[Telling]:
    """The tellings of one event or of one report, in the order of reading."""
    rows = listing.tellings(connection, event=event, report=None if report is None else storable(report))
    roles = listing.roles_as_told(connection, {row["report"] for row in rows})
    return [_telling(row, roles.get((row["report"], row["id"]), [])) for row in rows]


def _telling(row: Row, roles: list[Row]) -> Telling:
    event = local_event(row, roles)
    return Telling(
        report=row["report"],
        event=event,
        event_id=row["event"],
        given=event.when,
        when=_filled(row, event.when),
        sentence=row["sentence"],
        copied_from=row["copied_from"],
        title=row["title"],
        outlet=row["outlet"],
        published=day(row["published"]),
    )


def _filled(row: Row, given: When) -> When:
    """The date given, its year filled in if that is all it lacks; an unknown date as the merged event has it."""
    if given.year_open and row["year"] is not None:
        return dates.in_year(given, row["year"], row["year_reason"] or "") or given
    shown = when(row, "event_")
    if not dates.is_unknown(given) or dates.is_unknown(shown):
        return given
    return replace(shown, reason=f"as in report {row['date_report']}: {shown.reason}")


def claims(connection: Connection, event: str) -> Iterator[ClaimEntry]:
    """All claims about an event, in the order of reading."""
    texts: dict[str, str] = {}
    for row in listing.claims(connection, event):
        span = Span(row["begins"], row["ends"])
        around = Span(row["sentence_begins"], row["sentence_ends"])
        sentence = row["sentence"]
        if not around.covers(span):
            report = row["report"]
            if report not in texts:
                texts[report] = listing.text(connection, report) or ""
            around = _lines_around(texts[report], span)
            sentence = around.of(texts[report])
        yield ClaimEntry(_claim(row, span), row["report"], sentence, around)


def _claim(row: Row, span: Span) -> Claim:
    return Claim(
        about=row["about"],
        prop=row["prop"],
        value=row["value"],
        span=span,
        quote=row["quote"],
        said_by=strings(row["said_by"]),
        certainty=row["certainty"],
        score=row["score"],
        reader=row["reader"],
    )


def _lines_around(text: str, span: Span) -> Span:
    """The line (or lines) that some words stand in, white space at the ends left out."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
