"""What the record answers with: plain frozen data, each with ``to_json()`` for machines.

Dates are ISO 8601 / EDTF strings in JSON; offsets are characters into the report's text, half-open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from legation.model import (
    ActorKind,
    Claim,
    Event,
    EventKind,
    Place,
    RoleName,
    Span,
    Statement,
    Status,
    When,
)

Json = dict[str, Any]
NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Added:
    """What one report changed. new: the report was not in the record. read: a reading was stored by this call."""

    new: bool
    read: bool = False
    events_new: int = 0
    events_changed: int = 0


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Which events to list; None means "any".

    between: two countries (ISO3 or name), organisations or people, both of whom take part. person: a name or
    key. kind, status: as in the model. since, until: first and last day; an event fits if its interval touches
    them. undated: with since or until, keep events whose date or year is not known (otherwise left out). acts: list
    acts beside engagements (otherwise only if ``kind`` is "act").
    """

    between: tuple[str, str] | None = None
    person: str | None = None
    kind: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    status: str | None = None
    undated: bool = False
    acts: bool = False


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """Someone in the record. key: identity across reports; office: as the (first) report words it."""

    key: str
    kind: ActorKind
    name: str
    country: str | None = None
    office: str | None = None
    named: bool = True
    in_register: bool = False

    def to_json(self) -> Json:
        return {
            "key": self.key,
            "kind": self.kind,
            "name": self.name,
            "country": self.country,
            "office": self.office,
            "named": self.named,
            "in_register": self.in_register,
        }


@dataclass(frozen=True, slots=True)
class Identification:
    """Why one report's words were taken for a person. actor: key of the first spelling; reason: for people, with
    "unconfirmed" if the register only supposes the office on that day; score: how sure the reader is, 0 to 1."""

    actor: str
    report: str
    reason: str
    score: float

    def to_json(self) -> Json:
        return {"actor": self.actor, "report": self.report, "reason": self.reason, "score": self.score}


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
            "tellings": [telling.to_json() for telling in self.tellings],
            "claims": [claim.to_json() for claim in self.claims],
        }


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """Who said what, in one report.

    id: "S" and a short hash. statement: as read, offsets into the report. text: the content's own words, the parts
    of a split quotation joined by " ... ". event_id: the merged event in which it was said. copied_from: id of the
    statement whose words these repeat, if another report had them first; copies: how many later reports repeat it.
    """

    id: str
    report: str
    statement: Statement
    text: str
    speaker: ActorEntry | None = None
    addressee: ActorEntry | None = None
    relayed_for: ActorEntry | None = None
    about: tuple[ActorEntry, ...] = ()
    event_id: str | None = None
    copied_from: str | None = None
    copies: int = 0
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None

    def to_json(self) -> Json:
        said = self.statement
        return {
            "id": self.id,
            "report": self.report,
            "title": self.title,
            "outlet": self.outlet,
            "published": iso(self.published),
            "speaker": self.speaker.to_json() if self.speaker else None,
            "kind": said.kind,
            "act": said.act,
            "plover": said.plover,
            "text": self.text,
            "spans": [[span.start, span.end] for span in said.content],
            "medium": said.medium,
            "addressee": self.addressee.to_json() if self.addressee else None,
            "relayed_for": self.relayed_for.to_json() if self.relayed_for else None,
            "about": [actor.to_json() for actor in self.about],
            "event": self.event_id,
            "said_on": when_json(said.said_on),
            "chain": list(said.chain),
            "copied_from": self.copied_from,
            "copies": self.copies,
        }


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """An agreement, plan, declaration ..., merged from the reports that name it.

    events: where it was signed or issued.
    """

    id: str
    kind: str
    title: str
    parties: tuple[ActorEntry, ...] = ()
    signatories: tuple[ActorEntry, ...] = ()
    when: When | None = None
    term: str | None = None
    status: str | None = None
    events: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "parties": [actor.to_json() for actor in self.parties],
            "signatories": [actor.to_json() for actor in self.signatories],
            "when": when_json(self.when) if self.when else None,
            "term": self.term,
            "status": self.status,
            "events": list(self.events),
            "reports": list(self.reports),
        }


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office as reports word it, and the first and last publication day on which they do."""

    office: str
    reports: int
    first: dt.date | None = None
    last: dt.date | None = None

    def to_json(self) -> Json:
        return {"office": self.office, "reports": self.reports, "first": iso(self.first), "last": iso(self.last)}


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person: all spellings met, offices as worded, and how much the record holds."""

    actor: ActorEntry
    spellings: tuple[str, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()
    events: int = 0
    statements: int = 0
    reports: int = 0

    def to_json(self) -> Json:
        return {
            **self.actor.to_json(),
            "spellings": list(self.spellings),
            "offices": [office.to_json() for office in self.offices],
            "events": self.events,
            "statements": self.statements,
            "reports": self.reports,
        }


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A report in which the words occur. snippet: some words around, the found ones between « and »."""

    report: str
    snippet: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None

    def to_json(self) -> Json:
        return {
            "report": self.report,
            "title": self.title,
            "outlet": self.outlet,
            "published": iso(self.published),
            "snippet": self.snippet,
        }


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report that the record holds. unread: why it is kept but not read. reader: what read it."""

    id: str
    source: str
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    published: dt.date | None = None
    unread: str | None = None
    reader: str | None = None
    events: int = 0
    statements: int = 0

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "outlet": self.outlet,
            "address": self.address,
            "language": self.language,
            "published": iso(self.published),
            "unread": self.unread,
            "reader": self.reader,
            "events": self.events,
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the record holds. statements counts copies; own_statements does not."""

    reports: int = 0
    unread: int = 0
    events: int = 0
    tellings: int = 0
    statements: int = 0
    own_statements: int = 0
    documents: int = 0
    people: int = 0
    claims: int = 0

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


def when_json(when: When) -> Json:
    """A When as JSON: EDTF, precision and the reason."""
    return {
        "edtf": when.edtf,
        "start": when.start.edtf or None,
        "end": when.end.edtf or None,
        "precision": when.precision,
        "approximate": when.approximate,
        "reason": when.reason,
    }


def iso(day: dt.date | None) -> str | None:
    """ISO 8601, or None."""
    return day.isoformat() if day else None
