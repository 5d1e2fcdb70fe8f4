"""What the record answers with when it is asked for events: plain frozen data, with ``to_json()``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from legation.model import Claim, Event, EventKind, Place, RoleName, Span, Status, When
from legation.record.entries import ActorEntry, Json, iso, when_json

NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Which events to list; None means "any".

    between: two countries (ISO3 or name), organisations or people, both of whom take part. person: a name or
    key. kind, status: as in the model. since, until: first and last day; an event fits if its interval touches
    them. undated: with since or until, keep events whose date or year is not known (otherwise left out). acts: list
    acts beside engagements (otherwise only if ``kind`` is "act"). least: the score an event has at least in one report.
    """

    between: tuple[str, str] | None = None
    person: str | None = None
    kind: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    status: str | None = None
    undated: bool = False
    acts: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """How an actor takes part in an event."""

    role: RoleName
    actor: ActorEntry

    def to_json(self) -> Json:
        return {"role": self.role, "actor": self.actor.to_json()}


@dataclass(frozen=True, slots=True)
class Version:
    """One of several values that reports give, and the reports that give it (in order of reading)."""

    value: str
    reports: tuple[str, ...]

    def to_json(self) -> Json:
        return {"value": self.value, "reports": list(self.reports)}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports disagree. prop: "date" (EDTF), "place" or "status"; versions: two or more, side by side."""

    prop: Literal["date", "place", "status"]
    versions: tuple[Version, ...]

    def to_json(self) -> Json:
        return {"prop": self.prop, "versions": [v.to_json() for v in self.versions]}


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim, the report it stands in, and the sentence around it.

    sentence: the words; sentence_span: where they stand in the report. The claim's own words are
    ``sentence[claim.span.start - sentence_span.start : claim.span.end - sentence_span.start]``.
    """

    claim: Claim
    report: str
    sentence: str
    sentence_span: Span

    def to_json(self) -> Json:
        claim = self.claim
        return {
            "report": self.report,
            "about": claim.about,
            "prop": claim.prop,
            "value": claim.value,
            "start": claim.span.start,
            "end": claim.span.end,
            "quote": claim.quote,
            "said_by": list(claim.said_by),
            "certainty": claim.certainty,
            "score": claim.score,
            "reader": claim.reader,
            "sentence": self.sentence,
            "sentence_start": self.sentence_span.start,
            "sentence_end": self.sentence_span.end,
        }


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one report tells it, and the merged event it belongs to.

    event: as read, ids local to the report. given: the date as the report gives it. when: the same with what is
    missing (the year, or the whole date) filled from the merged event; its reason says from where.
    copied_from: the report whose passage this one repeats word for word.
    """

    report: str
    event: Event
    event_id: str
    given: When
    when: When
    sentence: str
    copied_from: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None

    def to_json(self) -> Json:
        return {
            "report": self.report,
            "title": self.title,
            "outlet": self.outlet,
            "published": iso(self.published),
            "event": self.event_id,
            "kind": self.event.kind,
            "status": self.event.status,
            "given": when_json(self.given),
            "when": when_json(self.when),
            "sentence": self.sentence,
            "sentence_start": self.event.sentence.start,
            "sentence_end": self.event.sentence.end,
            "background": self.event.background,
            "copied_from": self.copied_from,
        }


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event, merged from the reports that tell it.

    id: "E" and a short hash of its first telling; it does not change as reports are added. reports: how many
    reports tell it. independent: how many of them count as sources of their own (passages copied from one
    another count once). part_of: id of the whole it belongs to. documents: ids of documents. topics: the words.
    score: how sure the reader is, by the report of which it is surest.
    tellings and claims are filled by ``Record.event`` only.
    """

    id: str
    kind: EventKind
    roles: tuple[RoleEntry, ...]
    when: When
    status: Status
    place: Place = NOWHERE
    subtype: str | None = None
    mode: str | None = None
    plover: str | None = None
    plover_mode: str | None = None
    part_of: str | None = None
    documents: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    reports: int = 1
    independent: int = 1
    conflicts: tuple[Conflict, ...] = ()
    tellings: tuple[Telling, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    score: float = 1.0

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "kind": self.kind,
            "subtype": self.subtype,
            "status": self.status,
            "when": when_json(self.when),
            "place": {"city": self.place.city, "country": self.place.country},
            "roles": [role.to_json() for role in self.roles],
            "mode": self.mode,
            "plover": self.plover,
            "plover_mode": self.plover_mode,
            "part_of": self.part_of,
            "documents": list(self.documents),
            "topics": list(self.topics),
            "reports": self.reports,
            "independent": self.independent,
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
            "score": self.score,
            "tellings": [telling.to_json() for telling in self.tellings],
            "claims": [claim.to_json() for claim in self.claims],
        }
