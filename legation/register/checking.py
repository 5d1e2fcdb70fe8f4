"""What is doubtful in a register, and how much of the world it covers on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from legation.register.facts import Tenure
from legation.register.register import Register

Trouble = Literal["overlap", "unknown country", "bad date"]

FIRST_YEAR, LAST_YEAR = 2015, 2024
MINISTERS_SINCE = dt.date(2021, 7, 1)
HIGHEST = ("head_of_state", "head_of_government")
# Two holders may share the day on which one hands over to the other, and a day for the flight.
_HANDING_OVER = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at. about: ids; told: for people."""

    what: Trouble
    about: str
    told: str


@dataclass(frozen=True, slots=True)
class Cover:
    """How many states have a holder, on average of the days looked at. held: as the sources confirm; known: also those
    who are unconfirmed; gaps: states with nobody on some day, and on which part of the days. least: the worst day."""

    label: str
    held: float
    known: float
    least: float
    gaps: tuple[tuple[str, float], ...]


def doubts(register: Register) -> Iterator[Doubt]:
    """Two people in one seat, offices of unknown countries, dates that no calendar has or that run backwards."""
    for office in register.all_offices():
        if not (register.country(office.jurisdiction) or register.organisation(office.jurisdiction)):
            yield Doubt("unknown country", office.id, office.jurisdiction)
        held = register.tenures_of(office)
        bad = [doubt for tenure in held for doubt in _bad_dates(tenure)]
        yield from bad
        if office.single_seat and not bad:
            yield from _overlaps(register, held)


def _bad_dates(tenure: Tenure) -> Iterator[Doubt]:
    try:
        first, last = tenure.start.first(), tenure.end.last()
        tenure.as_of.last()
    except ValueError as problem:
        yield Doubt("bad date", f"{tenure.person} {tenure.office}", str(problem))
        return
    if first and last and first > last:
        yield Doubt("bad date", f"{tenure.person} {tenure.office}", f"{tenure.start.edtf} to {tenure.end.edtf}")


def _overlaps(register: Register, held: Iterable[Tenure]) -> Iterator[Doubt]:
    for a, b in combinations(sorted(held, key=lambda t: t.start.last() or dt.date.min), 2):
        common = min(_surely_last(a), _surely_last(b)) - max(_surely_first(a), _surely_first(b))
        if a.person != b.person and common > _HANDING_OVER:
            told = " and ".join(f"{_name(register, t)} ({span_of(t)})" for t in (a, b))
            yield Doubt("overlap", a.office, told)


def _surely_first(tenure: Tenure) -> dt.date:
    return tenure.start.last() or dt.date.min


def _surely_last(tenure: Tenure) -> dt.date:
    return tenure.end.first() or tenure.as_of.last() or tenure.start.first() or dt.date.min


def _name(register: Register, tenure: Tenure) -> str:
    person = register.person(tenure.person)
    return person.name if person else tenure.person


def span_of(tenure: Tenure) -> str:
    """ "2019-03-20 to 2024-05-02", "since 2019, seen 2026-01-22"."""
    start, end, as_of = tenure.start.edtf or "?", tenure.end.edtf, tenure.as_of.edtf
    if end:
        return f"{start} to {end}"
    return f"since {start}, seen {as_of}" if as_of else f"since {start}, end unknown"


def coverage(register: Register) -> Iterator[Cover]:
    """How many members of the United Nations have a head of state and of government, year by year and over all, and a
    foreign minister."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield _cover(register, f"heads {year}", HIGHEST, dt.date(year, 1, 1), dt.date(year, 12, 31))
    last = dt.date(LAST_YEAR, 12, 31)
    yield _cover(register, f"heads {FIRST_YEAR} to {LAST_YEAR}", HIGHEST, dt.date(FIRST_YEAR, 1, 1), last)
    label = f"foreign ministers {MINISTERS_SINCE:%Y-%m} to {LAST_YEAR}"
    yield _cover(register, label, ("foreign_minister",), MINISTERS_SINCE, last)


def _cover(register: Register, label: str, kinds: tuple[str, ...], first: dt.date, last: dt.date) -> Cover:
    """Counted for each kind apart: a state without an office of that kind, of its own or filled beside another, is a
    gap."""
    days = (last - first).days + 1
    states = register.members()
    held, known_on = 0, [0] * days
    gaps: dict[str, float] = {}
    for state in states:
        for kind in kinds:
            confirmed, known = _filled(register, state, kind, first, days)
            held += sum(confirmed)
            known_on = [n + here for n, here in zip(known_on, known, strict=True)]
            if not all(known):
                gaps[f"{state} {kind}"] = 1 - sum(known) / days
    each = len(states) * len(kinds)
    worst_first = tuple(sorted(gaps.items(), key=lambda gap: (-gap[1], gap[0])))
    return Cover(label, held / (each * days), sum(known_on) / (each * days), min(known_on) / each, worst_first)


def _filled(register: Register, state: str, kind: str, first: dt.date, days: int) -> tuple[bytearray, bytearray]:
    """For each day 1 if somebody holds such an office, and 1 if somebody holds it or may hold it still."""
    confirmed, known = bytearray(days), bytearray(days)
    for office in register.offices_filling(kind, state):
        for tenure in register.tenures_of(office):
            start = max(((tenure.start.first() or dt.date.min) - first).days, 0)
            end = tenure.end.last()
            sure = end or tenure.as_of.last() or dt.date.min
            for line, last in ((confirmed, sure), (known, end or dt.date.max)):
                stop = min((last - first).days + 1, days)
                line[start:stop] = b"\x01" * max(stop - start, 0) if stop > start else line[start:stop]
    return confirmed, known
