"""What the record answers with: plain frozen data, each with ``to_json()`` for machines. Events are in ``events``.

Dates are ISO 8601 / EDTF strings in JSON; offsets are characters into the report's text, half-open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from legation.model import ActorKind, Statement, When

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Added:
    """What one report changed. new: the report was not in the record. read: a reading was stored by this call."""

    new: bool
    read: bool = False
    events_new: int = 0
    events_changed: int = 0


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
