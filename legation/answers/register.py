"""The register as pages: people with their terms and how surely a name means them, offices with their holders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from legation.answers.page import Fact, Page
from legation.answers.words import counted
from legation.register import Candidate, Office, Person, Register, Tenure
from legation.register.checking import Cover, Doubt, coverage, doubts, span_of

_MOST_NAMED = 8
_MOST_PEOPLE = 10


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """What the register says of a name or an office. people: candidates; offices: those whose title the words are."""

    people: tuple[Candidate, ...]
    offices: tuple[Office, ...]


def looked_up(register: Register, words: str, on: dt.date | None) -> RegisterAnswer:
    """What words mean: the id of an office or a person, a title with its country ("president of Kazakhstan"), a country
    alone (all its offices), else a name."""
    office, person = register.office(words), register.person(words)
    if office:
        return RegisterAnswer((), (office,))
    if person:
        return RegisterAnswer((Candidate(person, 1.0, "id", None),), ())
    country = register.country_named(words)
    if country:
        return RegisterAnswer((), tuple(o for o in register.all_offices() if o.jurisdiction == country))
    titled = _titled(register, words)
    if titled:
        return RegisterAnswer((), titled)
    return RegisterAnswer(tuple(register.people_named(words, on=on)[:_MOST_PEOPLE]), ())


def _titled(register: Register, words: str) -> tuple[Office, ...]:
    """Offices of one country or body that the words are a title of."""
    countries = dict.fromkeys(hit.country or hit.id for hit in register.scan(words))
    found = [office for country in countries for office in register.offices_titled(words, country)]
    if found:
        return tuple(found)
    anywhere = register.offices_titled(words)
    return anywhere if len({office.jurisdiction for office in anywhere}) == 1 else ()


def register_pages(register: Register, answer: RegisterAnswer, on: dt.date | None) -> list[Page]:
    """A page for each person and office."""
    pages = [_person_page(register, candidate, on) for candidate in answer.people]
    return pages + [_office_page(register, office, on) for office in answer.offices]


def _person_page(register: Register, candidate: Candidate, on: dt.date | None) -> Page:
    return Page(candidate.person.id, candidate.person.name, facts=tuple(_person(register, candidate, on)))


def _person(register: Register, candidate: Candidate, on: dt.date | None) -> Iterator[Fact]:
    person = candidate.person
    others = [_marked(person, name) for name in person.names if name != person.name]
    if others:
        more = len(others) - _MOST_NAMED
        yield "also spelt", "; ".join(others[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    for tenure in sorted(register.tenures(person.id), key=_began):
        office = register.office(tenure.office)
        yield "office", f"{tenure.title or (office.titles[0] if office else '')} [{tenure.office}], {_when(tenure, on)}"
    yield "match", f"{candidate.score:.2f}: {candidate.reason}"


def _marked(person: Person, name: str) -> str:
    return f"{name} (unsourced)" if name in person.unsourced else name


def _office_page(register: Register, office: Office, on: dt.date | None) -> Page:
    return Page(office.id, office.titles[0], facts=tuple(_office(register, office, on)))


def _office(register: Register, office: Office, on: dt.date | None) -> Iterator[Fact]:
    also = f", also {office.also}" if office.also else ""
    yield "kind", f"{office.kind}{also}, {'one holder at a time' if office.single_seat else 'several at a time'}"
    held = register.holders(office, on) if on else sorted(register.tenures_of(office), key=_began)
    for tenure in held:
        person = register.person(tenure.person)
        yield "held by", f"{person.name if person else ''} [{tenure.person}], {_when(tenure, on)}"
    if not held:
        yield "held by", f"nobody that the register knows{f' on {on.isoformat()}' if on else ''}"


def _began(tenure: Tenure) -> dt.date:
    return tenure.start.first() or dt.date.min


def _when(tenure: Tenure, on: dt.date | None) -> str:
    told = span_of(tenure) + (", unsourced" if tenure.unsourced else "")
    if on is None:
        return told
    standing = tenure.standing(on)
    return f"{told}: {standing} {'for' if standing == 'unconfirmed' else 'on'} {on.isoformat()}"


def register_json(register: Register, answer: RegisterAnswer, on: dt.date | None) -> list[dict[str, Any]]:
    """The same for programs."""
    people = [
        {
            "person": c.person.id,
            "name": c.person.name,
            "names": list(c.person.names),
            "unsourced": list(c.person.unsourced),
            "score": round(c.score, 3),
            "reason": c.reason,
            "tenures": [_tenure_json(t, on) for t in sorted(register.tenures(c.person.id), key=_began)],
        }
        for c in answer.people
    ]
    offices = [
        {
            "office": o.id,
            "jurisdiction": o.jurisdiction,
            "kind": o.kind,
            "also": o.also or None,
            "titles": list(o.titles),
            "tenures": [_tenure_json(t, on) for t in (register.holders(o, on) if on else register.tenures_of(o))],
        }
        for o in answer.offices
    ]
    return [*people, *offices]


def _tenure_json(tenure: Tenure, on: dt.date | None) -> dict[str, Any]:
    dates = {"start": tenure.start.edtf, "end": tenure.end.edtf, "as_of": tenure.as_of.edtf}
    told = {"person": tenure.person, "office": tenure.office, "title": tenure.title, **dates}
    standing = {"standing": tenure.standing(on)} if on else {}
    return {**told, "unsourced": tenure.unsourced, **standing}


# ---------------------------------------------------------------- checking


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """What is doubtful, and how much of the world is covered."""

    doubts: tuple[Doubt, ...]
    coverage: tuple[Cover, ...]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "doubts": [{"what": d.what, "about": d.about, "told": d.told} for d in self.doubts],
            "coverage": [
                {"of": c.label, "known": c.known, "confirmed": c.held, "least": c.least, "gaps": dict(c.gaps)}
                for c in self.coverage
            ],
        }


def checked(register: Register) -> RegisterCheck:
    """The register looked through."""
    return RegisterCheck(tuple(doubts(register)), tuple(coverage(register)))


def cover_row(cover: Cover) -> tuple[str, ...]:
    """What is covered, the share of states with a known holder, on the worst day, confirmed, and how many have gaps."""
    shares = (f"{share:.2%}" for share in (cover.known, cover.least, cover.held))
    return (cover.label, *shares, str(len(cover.gaps)))


def gap_lines(covers: Sequence[Cover]) -> Iterator[str]:
    """For the stretches of several years, the offices that nobody is known to have held, and for how much of them."""
    for cover in covers:
        if " to " in cover.label:
            gaps = "; ".join(f"{name} {share:.1%}" for name, share in cover.gaps)
            yield f"{cover.label}: {counted(len(cover.gaps), 'gap')}: {gaps}"
