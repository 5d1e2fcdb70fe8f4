"""What must hold before a reading is kept: every span lies in the text, every claim quotes it, every actor is known."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model import Reading, Report, Span


def check(report: Report, reading: Reading) -> None:
    """Raise ValueError with the first thing that is wrong; the record keeps only what can be traced to the words."""
    if reading.report != report.id:
        raise ValueError(f"the reading is of report {reading.report}, not of {report.id}")
    for what, span in _spans(reading):
        if not 0 <= span.start <= span.end <= len(report.text):
            raise ValueError(f"report {report.id}: {what} [{span.start}, {span.end}) lies outside the text")
    for claim in reading.claims:
        if claim.span.of(report.text) != claim.quote:
            raise ValueError(
                f"report {report.id}: claim {claim.about} {claim.prop} does not quote the text at its span"
            )
    known = {actor.key for actor in reading.actors}
    for what, key in _actors(reading):
        if key not in known:
            raise ValueError(f"report {report.id}: {what} names the actor {key}, whom the reading does not list")
    for what, ids in _ids(reading):
        if len(ids) != len(set(ids)):
            raise ValueError(f"report {report.id}: two {what} of the reading have one id")


def _ids(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    yield "events", [event.id for event in reading.events]
    yield "statements", [statement.id for statement in reading.statements]
    yield "documents", [document.id for document in reading.documents]


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for claim in reading.claims:
        yield f"claim {claim.about} {claim.prop}", claim.span
    for mention in reading.mentions:
        yield f"mention of {mention.actor}", mention.span
    for event in reading.events:
        yield f"trigger of {event.id}", event.trigger
        yield f"sentence of {event.id}", event.sentence
        for span in (*event.topics, *(role.span for role in event.roles)):
            yield f"role or topic of {event.id}", span
        if event.place.span:
            yield f"place of {event.id}", event.place.span
    for statement in reading.statements:
        for span in (*statement.content, *(s for s in (statement.source, statement.cue) if s)):
            yield f"statement {statement.id}", span
    for document in reading.documents:
        yield f"title of {document.id}", document.title
    for timex in reading.timexes:
        yield "a time expression", timex.span
    for place in reading.places:
        if place.span:
            yield "a place", place.span


def _actors(reading: Reading) -> Iterator[tuple[str, str]]:
    for mention in reading.mentions:
        yield "a mention", mention.actor
    for event in reading.events:
        for role in event.roles:
            yield f"event {event.id}", role.actor
    for statement in reading.statements:
        people = (statement.speaker, statement.addressee, statement.relayed_for, *statement.about)
        yield from ((f"statement {statement.id}", key) for key in people if key)
    for document in reading.documents:
        yield from ((f"document {document.id}", key) for key in (*document.parties, *document.signatories))
