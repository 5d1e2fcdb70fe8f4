"""Variants of a report for training: names, countries, cities, bodies and dates exchanged through the whole report.

A country is exchanged only if every word for it in the report has a counterpart and every office named exists there; a
person only for one of the same sex. What cannot be exchanged safely stays. The same seed gives the same variant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from legation.register import Register
from training.corpus import redating
from training.corpus.files import Row, Sheet
from training.corpus.gold import acting_keys
from training.corpus.markup import Mark
from training.corpus.rewriting import in_case_of, rewritten
from training.corpus.stock import RULES, Body, Human, Land, Sex, Stock, sex_of

# Names in full, which take "the" whatever the usual name does.
_LONG = re.compile(r"\b(?:Republic|Kingdom|State|Sultanate|Federation|Union)\b(?! States)")
# Fields of lines that hold keys of actors, or codes of countries.
_KEYS = frozenset(
    "host guest participant signatory speaker addressee sender carrier source target mediator according_to "
    "relayed_for about chain parties signatories iso3".split()
)


@dataclass(slots=True)
class Plan:
    """What is exchanged for what."""

    lands: dict[str, Land] = field(default_factory=dict)
    cities: dict[tuple[str, str], str] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    people: dict[str, Human] = field(default_factory=dict)
    move: redating.Move | None = None


def substituted(report: Sheet, stock: Stock, register: Register, seed: int) -> Sheet:
    """A variant of the report, marked and with its tables; its id is the report's with "~seed"."""
    plan = planned(report, stock, register, random.Random(f"{report.id} {seed}"))
    edits = dict((redating.edits(report, plan.move) if plan.move else None) or {})
    for mark in report.body.marks:
        new = _words(mark, report, plan, stock)
        if new is not None:
            edits[mark.span] = in_case_of(mark.span.of(report.body.text), new)
    body = rewritten(report.body, edits)
    marks = tuple(_renamed(mark, plan) for mark in body.marks)
    rows = [_row(row, report, plan) for row in report.rows]
    rows += _new_bodies(marks, rows, body.text, register)
    header = {**report.header, "id": f"{report.id}~{seed}", "story": "-"}
    if plan.move:
        move = plan.move
        header = redating.moved_header(header, move)
        marks = tuple(redating.moved_mark(mark, move) for mark in marks)
        rows = [redating.moved_row(row, move) for row in rows]
    path = report.path.with_name(f"{report.id}~{seed}.txt")
    return Sheet(path, report.part, header, tuple(rows), replace(body, marks=marks))


def planned(report: Sheet, stock: Stock, register: Register, rng: random.Random) -> Plan:
    """What to exchange in a report."""
    plan = Plan()
    taken = set(countries(report))
    for iso3 in countries(report):
        fitting = [land for land in _fitting(iso3, report, stock, register) if land.iso3 not in taken]
        if fitting:
            plan.lands[iso3] = rng.choice(fitting)
            taken.add(plan.lands[iso3].iso3)
    _plan_cities(report, stock, plan, rng)
    _plan_bodies(report, stock, register, plan, rng)
    _plan_people(report, stock, plan, rng)
    plan.move = redating.moves(report, rng)
    return plan


def countries(report: Sheet) -> list[str]:
    """The codes that marks and lines use, each once."""
    keys = [key for mark in report.body.marks for key in (*acting_keys(mark), mark.key.removeprefix("@"))]
    keys += [row.fields["iso3"] for row in report.table("actor") if "iso3" in row.fields]
    keys += [row.fields["place"].rpartition(",")[2] for row in report.table("event") if "place" in row.fields]
    return [key for key in dict.fromkeys(keys) if len(key) == 3 and key.isupper() and key.isalpha()]


# ---------------------------------------------------------------- countries


def _fitting(iso3: str, report: Sheet, stock: Stock, register: Register) -> list[Land]:
    """The countries that can stand for one in this report; none if one of its words has no counterpart."""
    old = stock.lands.get(iso3)
    own = [m for m in report.body.marks if m.sort == "mention" and m.key == iso3]
    text = report.body.text
    if old is None or any(_land_words(m.label, m.span.of(text), old, old) is None for m in own if m.label in _WORDED):
        return []
    if not all(_body_moves(key, report, stock) for key in _bodies_of(iso3, report, register)):
        return []
    titles = _titles(iso3, report)
    cities = {m.span.of(text) for m in report.body.marks if m.label == "L" and m.key == f"@{iso3}"}
    return [
        land
        for land in stock.lands.values()
        if land.with_article == old.with_article
        and (land.with_article or not _LONG.search(land.names[0]))
        and land.capitals and land.adjectives and land.nouns
        and len(land.cities) >= len(cities)
        and all(_has_office(title, iso3, land.iso3, register) for title in titles)
        and all(_land_words(m.label, m.span.of(text), old, land) for m in own if m.label in _WORDED)
    ]  # fmt: skip


_WORDED = frozenset(("L", "L*", "N"))


def _land_words(label: str, words: str, old: Land, new: Land) -> str | None:
    """The words for the new country in the place of these; None if they are none of the old country's."""
    spelled = words if not words.isupper() or len(words) < 4 else words.title()
    if label == "N":
        if _among(spelled, old.adjectives):
            return new.adjectives[0]
        return (_plural(new) if spelled.endswith(("s", "z", "h")) else None) if _among(spelled, old.nouns) else None
    if _among(spelled, old.capitals):
        return new.capitals[0]
    if _among(spelled, old.seats):
        return new.capitals[0] if label == "L*" else None
    if old.with_article and spelled != old.names[0] and not _LONG.search(spelled):
        return None  # "Britain" has no article, "the United Kingdom" has one
    if _among(spelled, old.names):
        return next((name for name in new.names if _LONG.search(name)), None) if _LONG.search(spelled) else new.names[0]
    return None


def _plural(land: Land) -> str | None:
    return next((noun for noun in land.nouns if noun.endswith("s")), None)


def _among(words: str, names: Iterable[str]) -> bool:
    return words.casefold() in {name.casefold() for name in names}


def _titles(iso3: str, report: Sheet) -> set[str]:
    """Titles of offices that the report gives people of a country."""
    own = {row.key for row in report.table("actor") if row.get("iso3") == iso3}
    return {m.span.of(report.body.text) for m in report.body.marks if m.label == "T" and m.key in own}


def _has_office(title: str, old: str, new: str, register: Register) -> bool:
    """True if the new country has an office of that title, or the register has it for neither."""
    return not _titled(register, title, old) or _titled(register, title, new)


@lru_cache(maxsize=65536)
def _titled(register: Register, title: str, jurisdiction: str) -> bool:
    return bool(register.offices_titled(title, jurisdiction))


def _plan_cities(report: Sheet, stock: Stock, plan: Plan, rng: random.Random) -> None:
    used: set[str] = set()
    for mark in report.body.marks:
        iso3, city = mark.key.removeprefix("@"), mark.span.of(report.body.text)
        if not mark.key.startswith("@") or iso3 not in plan.lands or (iso3, city.casefold()) in plan.cities:
            continue
        new = plan.lands[iso3]
        capital = _among(city, stock.lands[iso3].capitals)
        name = new.capitals[0] if capital else rng.choice([c for c in new.cities if c not in used])
        used.add(name)
        plan.cities[iso3, city.casefold()] = name


# ---------------------------------------------------------------- bodies and people


def _bodies_of(iso3: str, report: Sheet, register: Register) -> set[str]:
    keys = {key for mark in report.body.marks for key in acting_keys(mark) if mark.label in ("O", "O*")}
    own = {row.key: row.get("iso3") for row in report.table("actor") if row.get("kind") == "organisation"}
    return {k for k in keys if own.get(k) == iso3 or ((b := register.organisation(k)) and b.country == iso3)}


def _body_moves(key: str, report: Sheet, stock: Stock) -> bool:
    """True if another state could have the body under the words used here or under a general name."""
    if stock.body_kinds.get(key) in RULES["bodies"]:
        return True
    named = [m.span.of(report.body.text) for m in report.body.marks if m.label in ("O", "O*") and m.key == key]
    return all(words.casefold() in RULES["any_state"] for words in named)


def _plan_bodies(report: Sheet, stock: Stock, register: Register, plan: Plan, rng: random.Random) -> None:
    keys = dict.fromkeys(m.key for m in report.body.marks if m.label in ("O", "O*") and m.key in stock.bodies)
    for key in keys:
        old = stock.bodies[key]
        named = [m for m in report.body.marks if m.label == "O" and m.key == key]
        titles = {m.span.of(report.body.text) for m in _titles_beside(named, report)}
        if any(_body_form(m.span.of(report.body.text), old) is None for m in named):
            continue
        free = [b for b in stock.bodies.values() if b.id not in keys and b not in plan.bodies.values()]
        fitting = [
            body
            for body in free
            if body.with_article == old.with_article and all(_titled(register, t, body.id) for t in titles)
        ]
        if fitting:
            plan.bodies[key] = rng.choice(fitting)


def _titles_beside(named: Iterable[Mark], report: Sheet) -> list[Mark]:
    """Titles that follow a body's name at once: "UN Secretary-General"."""
    starts = {m.span.end + 1 for m in named}
    return [m for m in report.body.marks if m.label == "T" and m.span.start in starts]


def _body_form(words: str, body: Body) -> str | None:
    if words == body.short:
        return "short"
    return "long" if _among(words, body.names) else None


def _plan_people(report: Sheet, stock: Stock, plan: Plan, rng: random.Random) -> None:
    for row in report.table("actor"):
        iso3 = row.get("iso3") or ""
        if row.get("kind") != "person" or row.get("named") == "no" or iso3 not in plan.lands:
            continue
        sex = sex_in(row, report)
        taken = {human.surname for human in plan.people.values()}
        pool = [h for h in stock.people.get(plan.lands[iso3].iso3, ()) if h.surname not in taken]
        fitting = [h for h in pool if sex is None or h.sex == sex]
        plan.people[row.key] = rng.choice(fitting) if fitting else _made_up(sex, pool, stock, rng)


def _made_up(sex: Sex | None, pool: Sequence[Human], stock: Stock, rng: random.Random) -> Human:
    """A name of that sex with a surname of the country (of any, if the pool is empty); nobody of the register."""
    every = [human for people in stock.people.values() for human in people]
    surname = rng.choice(pool or every).surname
    given = rng.choice([h.name.split()[0] for h in every if h.sex == sex and h.surname == h.name.split()[-1]])
    return Human("", f"{given} {surname}", surname, sex)


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


# ---------------------------------------------------------------- carrying it out


def _words(mark: Mark, report: Sheet, plan: Plan, stock: Stock) -> str | None:
    """The new words of a mark; None if it keeps its own."""
    if mark.sort != "mention":
        return None
    words = mark.span.of(report.body.text)
    if mark.key.startswith("@"):
        return plan.cities.get((mark.key[1:], words.casefold())) if mark.label == "L" else None
    if mark.label == "P" and mark.key in plan.people:
        human = plan.people[mark.key]
        return human.name if " " in words else human.surname
    if mark.label in _WORDED and mark.key in plan.lands:
        return _land_words(mark.label, words, stock.lands[mark.key], plan.lands[mark.key])
    if mark.label == "O" and mark.key in plan.bodies:
        body = plan.bodies[mark.key]
        return body.short if _body_form(words, stock.bodies[mark.key]) == "short" else body.name
    return _state_body(mark, words, plan, stock)


def _state_body(mark: Mark, words: str, plan: Plan, stock: Stock) -> str | None:
    """A general name for a body of a state that is exchanged: "Senate" for "Federation Council"."""
    kind = stock.body_kinds.get(mark.key)
    if mark.label not in ("O", "O*") or kind not in RULES["bodies"] or mark.key[:3] not in plan.lands:
        return None
    return None if words.casefold() in RULES["any_state"] else str(RULES["bodies"][kind])


def _new_key(key: str, plan: Plan) -> str:
    if key in plan.lands:
        return plan.lands[key].iso3
    if key[:3] in plan.lands and key[3:4] == "-":
        return plan.lands[key[:3]].iso3 + key[3:]
    return plan.bodies[key].id if key in plan.bodies else key


def _renamed(mark: Mark, plan: Plan) -> Mark:
    if mark.sort != "mention" or not mark.args or mark.label in ("D", "W", "w", "V", "v", "T"):
        return mark
    if mark.key.startswith("@"):
        return replace(mark, args=("@" + _new_key(mark.key[1:], plan),))
    return replace(mark, args=("+".join(_new_key(key, plan) for key in mark.key.split("+")),))


def _row(row: Row, report: Sheet, plan: Plan) -> Row:
    fields = {name: _field(name, value, plan) for name, value in row.fields.items()}
    if row.table != "actor":
        return replace(row, fields=fields)
    if row.key in plan.people:
        human = plan.people[row.key]
        fields |= {"name": human.name, "reg": human.id}
        titles = [m.span.of(report.body.text) for m in report.body.marks if m.label == "T" and m.key == row.key]
        if "office" in fields and titles:
            # The office of the line may name the old state's body; the words beside the name do not.
            fields["office"] = titles[0]
    return replace(row, key=_new_key(row.key, plan), fields={k: v for k, v in fields.items() if v})


def _field(name: str, value: str, plan: Plan) -> str:
    if name in _KEYS:
        return ",".join(_new_key(key.strip(), plan) for key in value.split(","))
    if name == "place":
        city, comma, iso3 = value.rpartition(",")
        return f"{plan.cities.get((iso3, city.casefold()), city)}{comma}{_new_key(iso3, plan)}"
    return value


def _new_bodies(marks: Iterable[Mark], rows: Iterable[Row], text: str, register: Register) -> list[Row]:
    """Lines for bodies of exchanged states that the register does not have ("KEN-SEN")."""
    known = {row.key for row in rows if row.table == "actor"}
    found: dict[str, Row] = {}
    for mark in marks:
        key = mark.key
        if mark.label not in ("O", "O*") or key[3:4] != "-" or key in known or register.organisation(key):
            continue
        fields = {"kind": "organisation", "name": mark.span.of(text), "iso3": key[:3]}
        found.setdefault(key, Row("actor", key, fields, 0))
    return list(found.values())
