"""Who stands in for whom: people of the register, or made up of its names, of the same sex; kings for kings."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from training.corpus.files import Row, Sheet
from training.corpus.stock import REGNAL, RULES, Human, Sex, Stock, sex_of

# Surnames that tell the sex; the other sex's would be spelled otherwise.
_HERS = re.compile(r"(?:dóttir|ová|[eo]va|ina|aya|ska|cka)$")
_HIS = re.compile(r"(?:[eo]v|yn|sk[yi]|cki|ský|sson|yev)$")


def cast(report: Sheet, lands: dict[str, str], stock: Stock, rng: random.Random) -> dict[str, Human]:
    """Whom each named person of an exchanged country becomes, by key. lands: the new code for the old."""
    people: dict[str, Human] = {}
    for row in report.table("actor"):
        iso3 = row.get("iso3") or ""
        if row.get("kind") != "person" or row.get("named") == "no" or iso3 not in lands:
            continue
        sex, regnal = sex_in(row, report), is_regnal(row.get("name") or "")
        taken = {human.surname for human in people.values()}
        pool = [
            human
            for human in stock.people.get(lands[iso3], ())
            if human.surname not in taken and human.regnal == regnal
        ]
        fitting = [human for human in pool if _may_be(human, sex)]
        people[row.key] = rng.choice(fitting) if fitting else made_up(sex, pool, stock, rng)
    return people


def castable(report: Sheet, old: str, new: str, stock: Stock) -> bool:
    """True unless a king or queen of the old country finds none in the new one."""
    kings = [
        row
        for row in report.table("actor")
        if row.get("kind") == "person" and row.get("iso3") == old and is_regnal(row.get("name") or "")
    ]
    sexes = [sex_in(row, report) for row in kings]
    thrones = [human for human in stock.people.get(new, ()) if human.regnal]
    return all(
        sexes.count(sex) <= len({human.surname for human in thrones if _may_be(human, sex)}) for sex in set(sexes)
    )


def _may_be(human: Human, sex: Sex | None) -> bool:
    """True if somebody of that sex can be he or she; kings' names are in few lists of given names."""
    return sex is None or human.sex == sex or (human.regnal and human.sex is None)


def is_regnal(name: str) -> bool:
    """True for a name with a number: "Abdullah II"."""
    return bool(REGNAL.search(name))


def made_up(sex: Sex | None, pool: Sequence[Human], stock: Stock, rng: random.Random) -> Human:
    """A name of that sex with a surname of the country (of any, if the pool has none that fits); nobody of the
    register."""
    every = [human for people in stock.people.values() for human in people if not human.regnal]
    surname = rng.choice(_surnames(sex, pool) or _surnames(sex, every))
    given = _given(sex, pool) or _given(sex, every)
    name = f"{rng.choice(given)} {surname}"
    return Human("", name, surname, sex)


def _surnames(sex: Sex | None, people: Iterable[Human]) -> list[str]:
    wrong = {"m": _HERS, "f": _HIS, None: None}[sex]
    return [human.surname for human in people if wrong is None or not wrong.search(human.surname)]


def _given(sex: Sex | None, people: Iterable[Human]) -> list[str]:
    return [
        human.name.split()[0]
        for human in people
        if (sex is None or human.sex == sex) and human.surname == human.name.split()[-1]
    ]


def sex_in(row: Row, report: Sheet) -> Sex | None:
    """The sex that the line, the pronouns of the report or the given name tell."""
    stated = row.get("sex")
    if stated in ("m", "f"):
        return "m" if stated == "m" else "f"
    said = {m.span.of(report.body.text).lower() for m in report.body.marks if m.label == "p" and m.key == row.key}
    if said & set(RULES["sexes"]["m"]):
        return "m"
    if said & set(RULES["sexes"]["f"]):
        return "f"
    return sex_of(row.get("name") or "")
