"""The nouns that all rooms share. Plain frozen data; imports no other room.

Offsets are characters (Python ``str`` indices) into ``Report.text``, half-open, everywhere.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters ``[start, end)`` of a report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True if ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- dates

Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "range", "unknown"]


@dataclass(frozen=True, order=True, slots=True)
class DatePoint:
    """A calendar date of which any part may be unknown: 12 December of an unstated year is (None, 12, 12)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: dt.date) -> DatePoint:
        """A day that is wholly known."""
        return cls(day.year, day.month, day.day)

    @property
    def edtf(self) -> str:
        """ISO 8601-2 (EDTF): 2024-12-12, 2024-12, 2024, XXXX-12-12; empty if nothing is known."""
        if self.year is None and self.month is None:
            return ""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def first(self) -> dt.date | None:
        """The earliest day it can be, or None if the year is unknown."""
        if self.year is None:
            return None
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date | None:
        """The latest day it can be, or None if the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval: from ``start`` to ``end`` inclusive, how precise, and how it is known.

    ``reason`` is a short sentence for people ("'November 27 and 28' with the year of report 4f1c").
    A When without a year is a value of its own: neither an error nor a guess.
    """

    start: DatePoint
    end: DatePoint
    precision: Precision
    reason: str = ""
    approximate: bool = False

    @classmethod
    def day(cls, day: dt.date, reason: str = "") -> When:
        """One day."""
        point = DatePoint.of(day)
        return cls(point, point, "day", reason)

    @classmethod
    def between(cls, first: dt.date, last: dt.date, precision: Precision = "range", reason: str = "") -> When:
        """From one day to another, both included."""
        return cls(DatePoint.of(first), DatePoint.of(last), precision, reason)

    @property
    def year_open(self) -> bool:
        """True if month or day is known and the year is not."""
        return self.start.year is None and self.start.month is not None

    def with_year(self, year: int, reason: str) -> When:
        """The same with the open year filled in; a range over New Year ends in the next year.

        Raises ValueError if the day does not exist in that year (29 February).
        """
        start = replace(self.start, year=year)
        over = (self.end.month or 0, self.end.day or 0) < (self.start.month or 0, self.start.day or 0)
        end = replace(self.end, year=year + 1 if over else year)
        start.first(), end.first()
        return replace(self, start=start, end=end, reason=reason)

    @property
    def interval(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, both inclusive; None while the year is open."""
        first, last = self.start.first(), self.end.last()
        return (first, last) if first and last else None

    @property
    def edtf(self) -> str:
        """ISO 8601-2: a point, or start/end; a trailing ~ for approximate; empty if unknown."""
        first, last = self.start.edtf, self.end.edtf
        text = first if first == last else f"{first}/{last}"
        return f"{text}~" if text and self.approximate else text


UNKNOWN = When(DatePoint(), DatePoint(), "unknown", "not stated")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. ``type`` and ``value`` follow TIMEX3 (TimeML 1.2.1); ``when`` is the interval meant.

    ``when`` is None for durations and sets, and for references too vague to place. ``parts`` are the single
    expressions of a joined one: "November 27" and "28" of "November 27 and 28"; of a time the day it is of, where that
    stands for itself: "Monday" of "the night of Monday"; empty for a simple expression.
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    when: When | None = None
    mod: str | None = None
    parts: tuple[Timex, ...] = ()


# ---------------------------------------------------------------- reports

How = Literal["option", "metadata", "file name", "dateline", "text", "unknown"]


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and how it is known; ``value`` None goes with ``how`` "unknown"."""

    value: T | None = None
    how: How = "unknown"


AsideReason = Literal[
    "breadcrumb",
    "section",
    "repeated title",
    "title",
    "byline",
    "dateline",
    "share bar",
    "also read",
    "translator's note",
    "advertisement",
    "photo credit",
    "copyright",
]


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the text that is wrapping and not the report itself; kept, with the reason."""

    span: Span
    reason: AsideReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translator's note says: which engine, from which language (ISO 639-1), where it stands."""

    engine: str | None
    source_language: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One news item as published.

    ``text`` is the input body character for character; all offsets point into it. ``asides`` are sorted
    and do not overlap. ``unread`` says why the report is kept but not read (None: it can be read).
    """

    id: str
    text: str
    source: str
    title: Known[str] = Known()
    outlet: Known[str] = Known()
    address: Known[str] = Known()
    language: Known[str] = Known()
    published: Known[dt.date] = Known()
    dateline_place: str | None = None
    asides: tuple[Aside, ...] = ()
    translation: Translation | None = None
    sha256: str = ""
    fetched: dt.datetime | None = None
    unread: str | None = None

    def paragraphs(self) -> Iterator[Span]:
        """The lines of the report proper, trimmed of white space, what is set aside left out; in order."""
        start = 0
        for line in self.text.splitlines(keepends=True):
            yield from self._outside_asides(start, start + len(line))
            start += len(line)

    def _outside_asides(self, start: int, end: int) -> Iterator[Span]:
        for aside in self.asides:
            if aside.span.end <= start or aside.span.start >= end:
                continue
            yield from self._trimmed(start, aside.span.start)
            start = max(start, aside.span.end)
        yield from self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


# ---------------------------------------------------------------- who

ActorKind = Literal["person", "state", "organisation", "group", "medium"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts in a report, with all its mentions linked.

    key: identity; the register's id where it has one ("KAZ", "Q55412", "UN"), else made from the name
    ("x:lyazzat-ibragimova"), the same in every report. country: ISO 3166 alpha-3. office: the title as the
    report words it, or the register's. named: False if known by office or description alone.
    reason: why this reading was chosen, for people.
    """

    key: str
    kind: ActorKind
    name: str
    country: str | None = None
    office: str | None = None
    named: bool = True
    in_register: bool = False
    reason: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor.

    how: "name", "surname", "title", "description", "pronoun", "metonym", "adjective".
    """

    span: Span
    actor: str
    how: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a city as the report spells it, an ISO 3166 alpha-3 country; either may be unknown.

    site: of a reading's places, True if the text says that something took place there or that somebody went there, and
    not only speaks of it.
    """

    city: str | None = None
    country: str | None = None
    span: Span | None = None
    site: bool = False


# ---------------------------------------------------------------- what

EventKind = Literal[
    "meeting",
    "talks",
    "visit",
    "call",
    "summit",
    "consultation",
    "signing",
    "interview",
    "message",
    "ceremony",
    "appointment",
    "agreement",
    "act",
]
Status = Literal["happened", "under way", "planned", "proposed", "postponed", "cancelled", "denied"]
RoleName = Literal[
    "host",
    "guest",
    "participant",
    "signatory",
    "speaker",
    "addressee",
    "sender",
    "carrier",
    "source",
    "target",
    "mediator",
    "medium",
]


@dataclass(frozen=True, slots=True)
class Role:
    """How an actor (by key) takes part, and the words that say so."""

    role: RoleName
    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one report tells it. ``id`` is local to the reading ("e1").

    kind: engagement kind, or "act" for the other PLOVER types. subtype: rank of a visit ("state", "official",
    "working", "official working", "private"), manner of a message ("letter", "greetings", ...), format of talks
    ("delegations").
    plover, plover_mode: event type and mode of the PLOVER codebook (2021 names).
    mode: "in_person", "phone", "video" or None.
    trigger: the word the event was read from. according_to: key of the actor in whose speech it is told.
    """

    id: str
    kind: EventKind
    trigger: Span
    sentence: Span
    roles: tuple[Role, ...] = ()
    place: Place = Place()
    when: When = UNKNOWN
    status: Status = "happened"
    subtype: str | None = None
    mode: str | None = None
    plover: str | None = None
    plover_mode: str | None = None
    part_of: str | None = None
    documents: tuple[str, ...] = ()
    topics: tuple[Span, ...] = ()
    background: bool = False
    according_to: str | None = None
    score: float = 1.0

    def actors(self, *roles: RoleName) -> tuple[str, ...]:
        """Keys of the actors in these roles (all roles if none is given), in order, each once."""
        return tuple(dict.fromkeys(r.actor for r in self.roles if not roles or r.role in roles))


@dataclass(frozen=True, slots=True)
class Document:
    """An agreement, treaty, plan, declaration ...

    term is EDTF ("2025/2027"). parties and signatories are actor keys.
    """

    id: str
    kind: str
    title: Span
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    when: When = UNKNOWN
    term: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. ``content`` is one span, or several for a split quotation.

    speaker, addressee, relayed_for, about: actor keys. medium: as the report words it ("Les Echos newspaper").
    event: local id of the event in which it was said. chain: outer sources, nearest first ("Xinhua", "Reuters").
    act: what is done by saying it ("thanked", "promised", "accused"), None for plain saying; plover: the PLOVER type of
    that act, if it has one ("SUPPORT").
    """

    id: str
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    medium: str | None = None
    addressee: str | None = None
    relayed_for: str | None = None
    about: tuple[str, ...] = ()
    event: str | None = None
    said_on: When = UNKNOWN
    chain: tuple[str, ...] = ()
    act: str | None = None
    plover: str | None = None
    score: float = 1.0


Certainty = Literal["asserted", "reported", "planned", "conditional", "denied"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one report states about one event, statement, document or actor.

    about: local id in the reading ("e1", "s3", "d1", or an actor key). prop: what is stated ("kind", "status", "date",
    "place", "role:guest", "speaker", "content", ...). value: its canonical form, a string. quote equals
    ``report.text[span.start:span.end]``. said_by: keys of those who say so, nearest first; empty: the outlet itself.
    certainty: how sure the source is; score: how sure the reader is, 0 to 1. reader: name and version of what read it.
    """

    about: str
    prop: str
    value: str
    span: Span
    quote: str
    said_by: tuple[str, ...] = ()
    certainty: Certainty = "asserted"
    score: float = 1.0
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says, before anything is merged. reader: name and version of the reader."""

    report: str
    reader: str
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    documents: tuple[Document, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def actor(self, key: str) -> Actor:
        """The actor of that key; KeyError if the reading has none."""
        for actor in self.actors:
            if actor.key == key:
                return actor
        raise KeyError(key)
