"""Claims: each thing a report states, with the words it was read from. The record is built from nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Certainty, Claim, Document, Event, Report, Span, Statement, Status
from legation.reading.people.cast import unique

_CERTAINTY: dict[str, Certainty] = {
    "planned": "planned", "proposed": "conditional", "postponed": "denied", "cancelled": "denied", "denied": "denied",
}  # fmt: skip


def certainty_of(status: Status, said_by: tuple[str, ...]) -> Certainty:
    """How sure the source is of something of this status that these say."""
    return _CERTAINTY.get(status, "reported" if said_by else "asserted")


def claims_of_event(report: Report, event: Event, when_span: Span | None, reader: str) -> tuple[Claim, ...]:
    """Kind, status, roles, date, place, topics of an event.

    A date inferred from no words of its own is laid to the trigger.
    """

    def claim(prop: str, value: str, span: Span) -> Claim:
        said_by = (event.according_to,) if event.according_to else ()
        certainty = certainty_of(event.status, said_by)
        return Claim(event.id, prop, value, span, span.of(report.text), said_by, certainty, event.score, reader)

    def told() -> Iterator[Claim]:
        yield claim("kind", event.kind, event.trigger)
        yield claim("status", event.status, event.trigger)
        for role in event.roles:
            yield claim(f"role:{role.role}", role.actor, role.span)
        if event.when.precision != "unknown":
            yield claim("date", event.when.edtf, when_span or event.trigger)
        place = ", ".join(p for p in (event.place.city, event.place.country) if p)
        if place:
            yield claim("place", place, event.place.span or event.trigger)
        for prop, value in (("subtype", event.subtype), ("mode", event.mode)):
            if value:
                yield claim(prop, value, event.sentence)
        for topic in event.topics:
            yield claim("topic", topic.of(report.text), topic)

    return tuple(told())


def claims_of_statement(report: Report, statement: Statement, reader: str) -> tuple[Claim, ...]:
    """Speaker, content, medium, addressee, act of a statement."""
    first = statement.content[0]
    at = statement.source or statement.cue or first
    said_by = unique(k for k in (statement.speaker,) if k)

    def claim(prop: str, value: str, span: Span) -> Claim:
        return Claim(
            statement.id, prop, value, span, span.of(report.text), said_by, "reported", statement.score, reader
        )

    def told() -> Iterator[Claim]:
        if statement.speaker:
            yield claim("speaker", statement.speaker, at)
        for span in statement.content:
            yield claim("content", span.of(report.text), span)
        for prop in ("medium", "addressee", "relayed_for"):
            value = getattr(statement, prop)
            if value:
                yield claim(prop, value, statement.cue or at)
        if statement.act:
            yield claim("act", statement.act, statement.cue or at)

    return tuple(told())


def claims_of_document(report: Report, document: Document, reader: str) -> tuple[Claim, ...]:
    """Kind, title, parties, term, status of a document, all read from its title and its sentence."""

    def claim(prop: str, value: str) -> Claim:
        certainty: Certainty = "planned" if document.status == "planned" else "asserted"
        span = document.title
        return Claim(document.id, prop, value, span, span.of(report.text), (), certainty, 1.0, reader)

    def told() -> Iterator[Claim]:
        yield claim("kind", document.kind)
        yield claim("title", document.title.of(report.text))
        for party in document.parties:
            yield claim("party", party)
        for prop, value in (("term", document.term), ("status", document.status), ("date", document.when.edtf)):
            if value:
                yield claim(prop, value)

    return tuple(told())
