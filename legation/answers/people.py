"""People as pages: spellings, offices and how much is recorded of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.answers.page import Fact, Page
from legation.answers.words import actor_of, counted, one_line

if TYPE_CHECKING:
    from legation.record import OfficeEntry, PersonEntry


def person_page(entry: PersonEntry) -> Page:
    """The page of a person."""
    return Page(id=entry.actor.key, heading=actor_of(entry.actor), facts=tuple(_facts(entry)))


def _facts(entry: PersonEntry) -> Iterator[Fact]:
    for office in entry.offices:
        yield "office", _office(office)
    others = [one_line(spelling) for spelling in entry.spellings if spelling != entry.actor.name]
    if others:
        yield "also spelt", "; ".join(others)
    yield "register", "known" if entry.actor.in_register else "not in the register"
    events, statements = counted(entry.events, "event"), counted(entry.statements, "statement")
    yield "in record", f"{events}, {statements}, {counted(entry.reports, 'report')}"


def _office(entry: OfficeEntry) -> str:
    days = sorted({day.isoformat() for day in (entry.first, entry.last) if day})
    seen = " to ".join(days)
    return f"{one_line(entry.office)} ({counted(entry.reports, 'report')}{', ' + seen if seen else ''})"
