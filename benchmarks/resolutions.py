"""Resolutions to be judged by hand: ``python -m benchmarks.resolutions us_visits.csv [--number 100] [--seed 2026]``.

Of the visits that ``benchmarks.tenures`` can test: so many drawn at random, then all others where the register and the
table disagree. A row each: day, visitor and country as given, whom the register finds, and the offices they hold on
that day by the register. docs/judged.md is the table of the seed that stands here, with a verdict on each.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Iterator, Sequence

from benchmarks.tenures import judged, visits_of, whom
from legation.register import Register, load
from legation.register.tables import Row

NUMBER, SEED = 100, 2026
HEAD = "| day | visitor as given | country | resolved to | offices on that day | agrees |\n|---|---|---|---|---|---|"


def drawn(register: Register, visits: Sequence[Row], number: int, seed: int) -> tuple[list[Row], list[Row]]:
    """The visits drawn at random, and those of the others that disagree; both in the order of the table."""
    testable = [row for row in visits if "testable" in judged(register, row)]
    chosen = {id(row) for row in random.Random(seed).sample(testable, min(number, len(testable)))}
    disagreeing = [row for row in testable if id(row) not in chosen and doubts(register, row)]
    return [row for row in testable if id(row) in chosen], disagreeing


def doubts(register: Register, row: Row) -> list[str]:
    """What does not agree: the person found ("wrong", "open"), the person that title, country and day tell."""
    return [what for what in judged(register, row) if what in ("wrong", "open", "title alone wrong")]


def offices(register: Register, person: str, on: dt.date) -> Iterator[str]:
    """The terms of a person on a day, in words."""
    for term in register.tenures(person):
        if term.standing(on) == "held":
            office = register.office(term.office)
            title = term.title or (office.titles[0] if office else term.office)
            yield f"{title}, {office.jurisdiction if office else '?'}"


def line(register: Register, row: Row) -> str:
    """One row of the table."""
    meant, on = whom(register, row), dt.date.fromisoformat(row["start"][:10])
    held = "; ".join(offices(register, meant.person.id, on)) if meant else ""
    cells = (row["start"], row["visitor"], row["country"], meant.person.name if meant else "nobody", held or "none")
    return f"| {' | '.join(cells)} | {', '.join(doubts(register, row)) or 'yes'} |"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("visits")
    ap.add_argument("--number", type=int, default=NUMBER)
    ap.add_argument("--seed", type=int, default=SEED)
    options = ap.parse_args()
    register = load()
    for found in drawn(register, visits_of(options.visits), options.number, options.seed):
        print(HEAD, *(line(register, row) for row in found), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
