"""Reports and readings made by hand: everything in them is named by words of the text."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.model import (
    UNKNOWN,
    Actor,
    Claim,
    DatePoint,
    Document,
    Event,
    EventKind,
    Known,
    Mention,
    Place,
    Reading,
    Report,
    Role,
    RoleName,
    Span,
    Statement,
    When,
)
from legation.record import Added, EventEntry, Record

READER = "by hand 1"

TOKAYEV = Actor("Q1001", "person", "Kassym-Jomart Tokayev", "KAZ", "President", in_register=True)
PUTIN = Actor("Q1002", "person", "Vladimir Putin", "RUS", "President", in_register=True)
XI = Actor("Q1003", "person", "Xi Jinping", "CHN", "President", in_register=True)
KAZAKHSTAN = Actor("KAZ", "state", "Kazakhstan", "KAZ", in_register=True)
RUSSIA = Actor("RUS", "state", "Russia", "RUS", in_register=True)
UN = Actor("UN", "organisation", "United Nations", in_register=True)


def person(name: str, country: str | None = None, office: str | None = None) -> Actor:
    """Somebody whom the register does not know."""
    return Actor("x:" + "-".join(name.lower().split()), "person", name, country, office)


def date(edtf: str, reason: str = "as written") -> When:
    """A date: "2024-12-12", "XXXX-12-12", "2024-12", "2024-12-12/2024-12-13"; "" is unknown."""
    if not edtf:
        return UNKNOWN
    ends = [_point(part) for part in edtf.split("/")]
    precise = ends[-1].day is not None
    return When(ends[0], ends[-1], "range" if len(ends) > 1 else "day" if precise else "month", reason)


def _point(edtf: str) -> DatePoint:
    year, *rest = edtf.split("-")
    return DatePoint(None if year == "XXXX" else int(year), *(int(part) for part in rest))


@dataclass
class Draft:
    """A report and its reading. ``words`` are looked up in the text; the first place they stand at is meant."""

    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    reader: str = READER
    source: str = "by hand"
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def id(self) -> str:
        parts = f"{self.text}|{self.title}|{self.outlet}|{self.published}"
        return hashlib.sha256(parts.encode()).hexdigest()[:16]

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def sentence(self, span: Span) -> Span:
        start = max(self.text.rfind(". ", 0, span.start) + 2, self.text.rfind("\n", 0, span.start) + 1, 0)
        start = 0 if start == 1 else start
        ends = [end for mark in (". ", "\n") if (end := self.text.find(mark, span.end)) >= 0]
        return Span(start, min(ends) + 1 if ends else len(self.text))

    def met(self, actor: Actor, words: str | None = None) -> str:
        """The actor appears (and is mentioned in these words); returns its key."""
        self.actors[actor.key] = actor
        if words is not None:
            self.mentions.append(Mention(self.span(words), actor.key, "name"))
        return actor.key

    def event(
        self,
        kind: EventKind,
        trigger: str,
        roles: Mapping[RoleName, Sequence[Actor]] | Sequence[Actor],
        when: str = "",
        *,
        when_words: str = "",
        city: str | None = None,
        country: str | None = None,
        topics: Sequence[str] = (),
        **more: Any,
    ) -> str:
        """An event; a plain list of actors are its participants. Returns its local id, "e1", "e2", ..."""
        by_role: Mapping[RoleName, Sequence[Actor]] = roles if isinstance(roles, Mapping) else {"participant": roles}
        at = self.span(trigger)
        told = Event(
            id=f"e{len(self.events) + 1}",
            kind=kind,
            trigger=at,
            sentence=self.sentence(at),
            roles=tuple(Role(role, self.met(actor), at) for role, actors in by_role.items() for actor in actors),
            place=Place(city, country, self.span(city) if city else None),
            when=date(when, f"'{when_words}'") if when_words else date(when),
            topics=tuple(self.span(words) for words in topics),
            **more,
        )
        self.events.append(told)
        self.claim(told.id, "kind", kind, trigger)
        if when_words:
            self.claim(told.id, "date", when, when_words)
        return told.id

    def statement(self, speaker: Actor | None, *content: str, about: Sequence[Actor] = (), **more: Any) -> str:
        """A statement in these words; returns its local id, "s1", "s2", ..."""
        for name in ("addressee", "relayed_for"):
            if name in more:
                more[name] = self.met(more[name])
        said = Statement(
            id=f"s{len(self.statements) + 1}",
            content=tuple(self.span(words) for words in content),
            kind=more.pop("kind", "direct"),
            speaker=self.met(speaker) if speaker else None,
            about=tuple(self.met(actor) for actor in about),
            **more,
        )
        self.statements.append(said)
        return said.id

    def document(self, kind: str, title: str, parties: Sequence[Actor] = (), when: str = "", **more: Any) -> str:
        """A document of that title; returns its local id, "d1", "d2", ..."""
        more["signatories"] = tuple(self.met(actor) for actor in more.get("signatories", ()))
        named = Document(
            id=f"d{len(self.documents) + 1}",
            kind=kind,
            title=self.span(title),
            parties=tuple(self.met(actor) for actor in parties),
            when=date(when),
            **more,
        )
        self.documents.append(named)
        return named.id

    def claim(self, about: str, prop: str, value: str, words: str, **more: Any) -> None:
        self.claims.append(Claim(about, prop, value, self.span(words), words, **more))

    @property
    def report(self) -> Report:
        day = dt.date.fromisoformat(self.published) if self.published else None
        return Report(
            id=self.id,
            text=self.text,
            source=self.source,
            title=Known(self.title, "metadata") if self.title else Known(),
            outlet=Known(self.outlet, "metadata") if self.outlet else Known(),
            published=Known(day, "metadata") if day else Known(),
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
        )

    @property
    def reading(self) -> Reading:
        return Reading(
            report=self.id,
            reader=self.reader,
            actors=tuple(self.actors.values()),
            mentions=tuple(self.mentions),
            events=tuple(self.events),
            statements=tuple(self.statements),
            documents=tuple(self.documents),
            claims=tuple(self.claims),
        )


def add(record: Record, *drafts: Draft) -> list[Added]:
    """Add the reports in this order."""
    return [record.add(draft.report, draft.reading) for draft in drafts]


def only_event(record: Record) -> EventEntry:
    """The one event of the record, with everything that is known of it."""
    entries = record.timeline()
    assert len(entries) == 1, [f"{entry.kind} {entry.when.edtf} {entry.status}" for entry in entries]
    return record.event(entries[0].id)


def names(entry: EventEntry, *roles: RoleName) -> list[str]:
    """Names of those in these roles (in any, if none is given)."""
    return [role.actor.name for role in entry.roles if not roles or role.role in roles]


def meeting(
    text: str,
    when: str = "",
    *,
    published: str | None = None,
    actors: Sequence[Actor] = (TOKAYEV, PUTIN),
    when_words: str = "",
    reader: str = READER,
    **more: Any,
) -> Draft:
    """A report that tells of one meeting; the text must have "met" in it."""
    draft = Draft(text, published=published, reader=reader)
    draft.event("meeting", "met", actors, when, when_words=when_words, **more)
    return draft
