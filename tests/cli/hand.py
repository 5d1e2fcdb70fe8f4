"""A record filled by hand, so that asking can be tested without reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from click.testing import CliRunner, Result

from legation.cli import main
from legation.intake import report_from_text
from legation.model import (
    UNKNOWN,
    Actor,
    Claim,
    Document,
    Event,
    EventKind,
    Place,
    Reading,
    Report,
    Role,
    RoleName,
    Span,
    Statement,
    Status,
    When,
)
from legation.record import Record

READER = "by hand 1"
MACRON = Actor("x:emmanuel-macron", "person", "Emmanuel Macron", "FRA", "French president")
TOKAYEV = Actor("x:kassym-jomart-tokayev", "person", "Kassym-Jomart Tokayev", "KAZ", "president of Kazakhstan")

ASTANA = (
    "Guests in Astana\n\n"
    "Emmanuel Macron visited Astana on November 1 and held talks with Kassym-Jomart Tokayev.\n"
    "They signed a joint declaration on water for the countries of the region.\n"
    '"We agreed on water," Macron said.\n'
)
PARIS = (
    "Tokayev expected in Paris\n\n"
    "Kassym-Jomart Tokayev will visit Paris on November 4, 2024. Macron visited Astana on November 1, 2023.\n"
    "His trip to Tashkent was cancelled.\n"
)


@dataclass(frozen=True)
class Hand:
    """Writes a reading of a text."""

    report: Report

    def at(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.report.text.index(words, start + 1)
        return Span(start, start + len(words))

    def line_of(self, span: Span) -> Span:
        text = self.report.text
        return Span(text.rfind("\n", 0, span.start) + 1, text.index("\n", span.end))

    def event(
        self,
        id_: str,
        kind: EventKind,
        trigger: str,
        roles: Iterable[tuple[RoleName, Actor, str]],
        when: str | None = None,
        place: Place = Place(),
        status: Status = "happened",
        part_of: str | None = None,
        documents: tuple[str, ...] = (),
    ) -> Event:
        span = self.at(trigger)
        return Event(
            id_,
            kind,
            span,
            self.line_of(span),
            tuple(Role(role, actor.key, self.at(words)) for role, actor, words in roles),
            place,
            When.day(dt.date.fromisoformat(when), "as written") if when else UNKNOWN,
            status,
            part_of=part_of,
            documents=documents,
        )

    def reading(
        self,
        events: Iterable[Event],
        statements: Iterable[Statement] = (),
        documents: Iterable[Document] = (),
    ) -> Reading:
        events = tuple(events)
        claims = [self._claim(event.id, "kind", event.kind, event.trigger) for event in events]
        claims += [self._claim(e.id, f"role:{r.role}", r.actor, r.span) for e in events for r in e.roles]
        return Reading(
            self.report.id,
            READER,
            actors=(MACRON, TOKAYEV),
            events=events,
            statements=tuple(statements),
            documents=tuple(documents),
            claims=tuple(claims),
        )

    def _claim(self, about: str, prop: str, value: str, span: Span) -> Claim:
        return Claim(about, prop, value, span, span.of(self.report.text), reader=READER)


def astana() -> tuple[Report, Reading]:
    """A visit with talks and a signing, and what was said."""
    hand = Hand(report_from_text(ASTANA, published=dt.date(2023, 11, 2), outlet="Steppe Wire", source="astana.txt"))
    both: list[tuple[RoleName, Actor, str]] = [
        ("participant", MACRON, "Emmanuel Macron"),
        ("participant", TOKAYEV, "Kassym-Jomart Tokayev"),
    ]
    paper = Document("d1", "declaration", hand.at("joint declaration on water"), (MACRON.key, TOKAYEV.key))
    there = Place("Astana", "KAZ")
    events = (
        hand.event("e1", "visit", "visited", [("guest", MACRON, "Emmanuel Macron")], "2023-11-01", there),
        hand.event("e2", "talks", "talks", both, "2023-11-01", there, part_of="e1"),
        hand.event("e3", "signing", "signed", both, "2023-11-01", there, part_of="e1", documents=("d1",)),
    )
    said = Statement(
        "s1", (hand.at("We agreed on water"),), "direct", MACRON.key, hand.at("Macron", 1), hand.at("said")
    )
    return hand.report, hand.reading(events, (said,), (paper,))


def paris() -> tuple[Report, Reading]:
    """A visit to come, the visit of before, and one that was cancelled, on an unknown day, of which one is not sure."""
    hand = Hand(report_from_text(PARIS, published=dt.date(2024, 10, 20), outlet="Loire Courier", source="paris.txt"))
    trip = hand.event("e3", "visit", "trip", [("guest", MACRON, "His")], None, Place("Tashkent", "UZB"), "cancelled")
    events = (
        hand.event(
            "e1",
            "visit",
            "visit",
            [("guest", TOKAYEV, "Kassym-Jomart Tokayev"), ("host", MACRON, "Macron")],
            "2024-11-04",
            Place("Paris", "FRA"),
            "planned",
        ),
        hand.event("e2", "visit", "visited", [("guest", MACRON, "Macron")], "2023-11-01", Place("Astana", "KAZ")),
        replace(trip, score=0.4),
    )
    return hand.report, hand.reading(events)


def fill(path: Path) -> Path:
    """The record of these two reports, in a new file."""
    with Record.open(path) as record:
        for report, reading in (astana(), paris()):
            record.add(report, reading)
    return path


def legation(*words: str | Path, record: Path | None = None, env: dict[str, str | None] | None = None) -> Result:
    """What the command prints and the code it ends with; the record is named unless it is None."""
    named = ["--record", str(record)] if record else []
    clean: dict[str, str | None] = {"LEGATION_RECORD": None, "COLUMNS": None, **(env or {})}
    return CliRunner(env=clean).invoke(main, [*map(str, words), *named], prog_name="legation")
