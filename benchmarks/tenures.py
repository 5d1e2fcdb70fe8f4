"""Who is who on a day, on registers of visits: ``python -m benchmarks.tenures us_visits.csv [us_travels.csv]``.

Visits: the person that the register finds by name, title, country and day is right if it has them in an office of that
title on that day; wrong if it has not; open if it finds nobody. Asked once more by title, country and day alone.
Travels: how many people whom the remarks name are found, by decade. No row of the files is in the register, but a few
spellings and titles were added on reading which disagree. Which rows
disagree, ``benchmarks.resolutions`` tells.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks._io import report
from legation.model import Actor
from legation.reading import Reader
from legation.reading.people.roles import lexicon
from legation.register import Candidate, Register, load
from legation.register.names import compatible
from legation.register.tables import Row, rows

SINCE = "1990"
HIGHEST = ("head_of_state", "head_of_government")


def kinds_of(title: str) -> tuple[str, ...]:
    """Kinds of office that a title means, the likeliest first; either of the highest may stand for the other."""
    found = [kind for role in lexicon().roles_in(title)[:1] for kind in role.kinds]
    return tuple(dict.fromkeys([*found, *(HIGHEST if set(found) & set(HIGHEST) else ())]))


def holders(register: Register, title: str, country: str, on: dt.date) -> list[str]:
    """Who holds an office of this title in the country on the day, by title, country and day alone."""
    kinds = kinds_of(title)
    titled = [o for o in register.offices_titled(title, country) if o.kind in kinds]
    offices = titled or next((found for kind in kinds if (found := register.offices(kind, country))), [])
    return list(dict.fromkeys(t.person for o in offices for t in register.holders(o, on) if t.standing(on) == "held"))


def judged(register: Register, row: Row) -> Iterator[str]:
    """What became of one visit: "testable", then "right", "wrong" or "open"; and of title, country and day alone."""
    on, country, kinds = dt.date.fromisoformat(row["start"][:10]), row["country_iso3"], kinds_of(row["title"])
    offices = [o for kind in kinds for o in register.offices(kind, country)] if country else []
    held = {t.person for o in offices for t in register.holders(o, on) if t.standing(on) == "held"}
    if not held or row["title"].endswith("-elect"):
        yield "not testable"
        return
    yield "testable"
    meant = whom(register, row)
    how = "open" if meant is None else "right" if meant.person.id in held else "wrong"
    yield how
    yield "title alone right" if among(register, row, on, meant.person.id if meant else "") else "title alone wrong"


def whom(register: Register, row: Row) -> Candidate | None:
    """Whom the register finds for the visitor, by name, title, country and day."""
    on = dt.date.fromisoformat(row["start"][:10])
    return register.person_meant(row["name"], country=row["country_iso3"], on=on, kinds=kinds_of(row["title"]))


def among(register: Register, row: Row, on: dt.date, meant: str) -> bool:
    """True if the visitor holds the office that the title alone tells: the only office of that title, on that day."""
    country = row["country_iso3"]
    found = [register.person(id_) for id_ in holders(register, row["title"], country, on)]
    names = [name for person in found if person for name in person.names]
    return any(p and p.id == meant for p in found) or any(compatible(n, row["name"], country, country) for n in names)


def counterparts(reader: Reader, row: Row) -> list[Actor]:
    """People whom the remark of a journey names, less the traveller."""
    opening = f"U.S. {row['visitor']} visited {row['country']}.\n"
    reading = reader.read(report(opening + row["description"], published=row["start"]))
    behind = {m.actor for m in reading.mentions if m.span.start >= len(opening)}
    before = {m.actor for m in reading.mentions if m.span.start < len(opening)}
    return [a for a in reading.actors if a.kind == "person" and a.named and a.key in behind - before]


def tell(label: str, number: int, of: int) -> None:
    """Prints one line: a number, of how many, and the share."""
    print(f"{label:<28} {number:6} of {of:6}  {number / of if of else 0:.4f}")


def visits_of(path: str) -> list[Row]:
    """The visits of a table in the years of the register."""
    return [row for _, row in rows(path) if row["start"] >= SINCE]


def tell_visits(path: str) -> None:
    """Prints how often the right person was found for the visitors of a table."""
    register = load()
    visits = visits_of(path)
    counted = Counter(what for row in visits for what in judged(register, row))
    tell("testable visits", counted["testable"], len(visits))
    for what in ("right", "wrong", "open", "title alone right"):
        tell(what, counted[what], counted["testable"])


def tell_travels(path: str) -> None:
    """Prints how many of the people met on travels are in the register, by decade."""
    named: Counter[str] = Counter()
    known: Counter[str] = Counter()
    reader = Reader.load()
    for _, row in rows(path):
        for actor in counterparts(reader, row):
            decade = f"{row['start'][:3]}0s"
            named[decade] += 1
            known[decade] += actor.in_register
    for decade in sorted(named):
        tell(f"counterparts, {decade}", known[decade], named[decade])


def main(arguments: Sequence[str]) -> None:
    if not 1 <= len(arguments) <= 2:
        raise SystemExit("usage: python -m benchmarks.tenures us_visits.csv [us_travels.csv]")
    tell_visits(arguments[0])
    for path in arguments[1:]:
        tell_travels(path)


if __name__ == "__main__":
    main(sys.argv[1:])
