"""What the register knows: plain frozen data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from legation.model import DatePoint, Span

HitKind = Literal["country", "adjective", "noun", "capital", "metonym", "city", "organisation"]
Standing = Literal["held", "not held", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. iso3, iso2: ISO 3166. capitals: spellings of its seat of government, the usual first.

    adjectives: "Kazakh"; nouns: "Kazakhs"; seats: palaces and ministries that stand for its government.
    """

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    un_member: bool = False

    @property
    def capital(self) -> str | None:
        """The usual name of the capital, None for a territory without one."""
        return self.capitals[0] if self.capitals else None


@dataclass(frozen=True, slots=True)
class City:
    """A city and the country (ISO alpha-3) it lies in."""

    name: str
    country: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. kind: "igo", "forum", "ministry", "legislature_upper" ... country: of a body of one state, else None.

    members: ISO alpha-3, empty if the register does not list them.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office. jurisdiction: ISO alpha-3 or the id of an organisation. also: a second kind that its holder fills.

    single_seat: one person at a time. titles: as reports word them.
    """

    id: str
    jurisdiction: str
    kind: str
    single_seat: bool
    also: str
    titles: tuple[str, ...]

    def is_kind(self, kind: str) -> bool:
        """True if the office is of that kind, or its holder fills one of that kind as well."""
        return kind in (self.kind, self.also)


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who (id) held which office (id). start, end: dates of day, month or year precision; an unknown end is empty.

    as_of: the last date on which the source still had the person in office.
    unsourced: rests on general knowledge alone.
    """

    person: str
    office: str
    start: DatePoint
    end: DatePoint
    as_of: DatePoint
    title: str
    unsourced: bool = False

    def standing(self, on: dt.date) -> Standing:
        """Whether the office was held on a day. After ``as_of`` an open tenure is unconfirmed, not held."""
        start, end, as_of = self.start.first(), self.end.last(), self.as_of.last()
        if (start and on < start) or (end and on > end):
            return "not held"
        if end is None and (as_of is None or on > as_of):
            return "unconfirmed"
        return "held"


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the register: id (a Wikidata QID, or a slug that starts with "x-"), usual name, all spellings.

    unsourced: spellings that rest on general knowledge alone.
    """

    id: str
    name: str
    names: tuple[str, ...]
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone a name may mean: the tenure that fits best, how well it all fits (0 to 1), and why, for people."""

    person: Person
    score: float
    reason: str
    tenure: Tenure | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of a country, city or body found in a text. id: ISO alpha-3 of the country, or the organisation's id.

    country: ISO alpha-3 of the state that is named, holds the place or has the body; None for international bodies.
    surface: the words, in usual case if the text has them all in capitals.
    """

    span: Span
    kind: HitKind
    id: str
    country: str | None
    surface: str
