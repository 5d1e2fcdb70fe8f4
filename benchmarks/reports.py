"""Reports from end to end: ``python -m benchmarks.reports INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text, title, published and outlet. All reports go into one record, so that
each engagement carries the id of the event it was merged into. Converts formats only.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks._io import Json, readings, report, run, state_or_name, words_of
from legation.model import Document, Reading, Report, Statement, When
from legation.record import Record, Telling

TYPES = {
    **{kind: kind for kind in ("meeting", "talks", "summit", "visit", "call", "signing", "interview", "ceremony")},
    "message": "letter",
    "consultation": "talks",
}
STATUSES = {"under way": "happened", "proposed": "planned", "postponed": "cancelled"}
MOST_WORDS = 40


def engagement(telling: Telling, reading: Reading) -> Json | None:
    """A telling as one engagement; None for what the set does not count (acts, greetings, bare invitations)."""
    event = telling.event
    if event.kind not in TYPES or event.subtype in ("greetings", "invitation"):
        return None
    carried = event.actors("carrier")
    names = [state_or_name(reading.actor(key)) for key in event.actors() if key not in carried]
    return {
        "event": telling.event_id,
        "type": TYPES[event.kind],
        "participants": list(dict.fromkeys(names)),
        "place": {"city": event.place.city, "country": event.place.country},
        **dates(telling.when),
        "status": STATUSES.get(event.status, event.status),
        "mode": event.mode,
        "visit_kind": event.subtype if event.kind == "visit" else None,
    }


def dates(when: When) -> Json:
    """Start and end as precise as they are known, and the precision; nulls while the year is not known."""
    if when.interval is None:
        return {"start": None, "end": None, "precision": None}
    precision = when.precision if when.precision in ("month", "year") else "day"
    return {"start": when.start.edtf, "end": when.end.edtf, "precision": precision}


def counts(found: Document) -> bool:
    """False for what the set tells otherwise: letters are engagements, the statement of one side is a medium."""
    alone = found.kind in ("statement", "communique") and found.status == "issued" and len(found.parties) < 2
    return found.kind != "letter" and not alone


def document(found: Document, reading: Reading, text: str) -> Json:
    """A document; its parties as codes of states or names."""
    parties = dict.fromkeys(state_or_name(reading.actor(key)) for key in found.parties or found.signatories)
    return {
        "kind": found.kind,
        "title": found.title.of(text),
        "parties": list(parties),
        "term": found.term,
        "status": found.status,
    }


def statement(said: Statement, reading: Reading, text: str) -> Json:
    """A statement; the gist is the content's own words."""
    return {
        "speaker": reading.actor(said.speaker).name if said.speaker else None,
        "gist": words_of(said, text, MOST_WORDS),
        "direct": said.kind != "indirect",
        "medium": said.medium,
        "relayed_for": reading.actor(said.relayed_for).name if said.relayed_for else None,
    }


def line(item: Json, source: Report, reading: Reading, tellings: Sequence[Telling]) -> Json:
    """One line of PREDICTIONS."""
    people = [actor for actor in reading.actors if actor.kind == "person" and actor.named]
    return {
        "id": item["id"],
        "people": [{"name": p.name, "country": p.country, "role": p.office} for p in people],
        "engagements": [found for telling in tellings if (found := engagement(telling, reading))],
        "documents": [document(found, reading, source.text) for found in reading.documents if counts(found)],
        "statements": [statement(said, reading, source.text) for said in reading.statements],
    }


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line a report: {id, people, engagements, documents, statements}."""
    sources = [
        report(i["text"], published=i.get("published"), outlet=i.get("outlet"), title=i.get("title")) for i in items
    ]
    read = list(readings(sources))
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        for source, reading in zip(sources, read, strict=True):
            record.add(source, None if source.unread else reading)
        for item, source, reading in zip(items, sources, read, strict=True):
            yield line(item, source, reading, record.tellings(source.id))


if __name__ == "__main__":
    run(predict)
