"""Variants of a report for training: names, countries, cities, bodies and dates exchanged through the whole report.

A country is exchanged only if every word for it in the report has a counterpart and every office named exists there; a
person only for one of the same sex. What cannot be exchanged safely stays. The same seed gives the same variant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from legation.model import Span
from legation.register import Register
from training.corpus import redating
from training.corpus.casting import cast, castable
from training.corpus.files import Row, Sheet
from training.corpus.gold import acting_keys, actor_keys, registered, spans_of
from training.corpus.markup import Mark, Marked
from training.corpus.quotations import kind_of
from training.corpus.rewriting import in_case_of, rewritten
from training.corpus.stock import RULES, Body, Human, Land, Stock
from training.corpus.vocabulary import BACKGROUND
from training.corpus.wording import LONG, WORDED, Rewording, among, land_words

# Marks of longer names, in which the name of a place or country can stand.
_LONGER = frozenset("OoMmWwVv")
_THE = re.compile(r"\b[Tt]he $")
_INITIAL = re.compile(r"[A-Z]\. ")
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
    rewording = Rewording(
        tuple((stock.lands[iso3], land) for iso3, land in plan.lands.items()),
        {city: new for (_, city), new in plan.cities.items()},
    )
    body = rewritten(report.body, _edits(report, plan, rewording, stock))
    marks = tuple(_renamed(mark, plan) for mark in body.marks)
    rows = [_row(row, report, plan, rewording) for row in report.rows]
    rows += _new_bodies(report, plan, rewording, stock, register)
    header = {**report.header, "id": f"{report.id}~{seed}", "story": "-"}
    if plan.move:
        move = plan.move
        header = redating.moved_header(header, move)
        marks = tuple(redating.moved_mark(mark, move) for mark in marks)
        rows = [redating.moved_row(row, move) for row in rows]
    body = replace(body, marks=marks)
    path = report.path.with_name(f"{report.id}~{seed}.txt")
    return Sheet(path, report.part, header, tuple(_kind_again(row, body) for row in rows), body)


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
    plan.people = cast(report, {iso3: land.iso3 for iso3, land in plan.lands.items()}, stock, rng)
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
    if old is None or any(_counterpart(m, text, old, old) is None for m in own if m.label in WORDED):
        return []
    if not all(_body_moves(key, report, stock) for key in _bodies_of(iso3, report, register)):
        return []
    titles = _titles(iso3, report)
    cities = {m.span.of(text) for m in report.body.marks if m.label == "L" and m.key == f"@{iso3}"}
    return [
        land
        for land in stock.lands.values()
        if land.with_article == old.with_article
        and (land.with_article or not LONG.search(land.names[0]))
        and land.capitals and land.adjectives and land.nouns
        and len(land.cities) >= len(cities)
        and all(_has_office(title, iso3, land.iso3, register) for title in titles)
        and all(_counterpart(m, text, old, land) for m in own if m.label in WORDED)
        and castable(report, iso3, land.iso3, stock)
    ]  # fmt: skip


def _counterpart(mark: Mark, text: str, old: Land, new: Land) -> str | None:
    """The words for the new country; none for "the Kremlin", "the Palestinian Authority": the article would stay."""
    words = mark.span.of(text)
    if _THE.search(text[: mark.span.start]) and not old.with_article:
        second = among(words, old.names[1:]) and not LONG.search(words) and mark.label != "N"
        if second or (mark.label == "L*" and among(words, old.seats)):
            return None
    return land_words(mark.label, words, old, new)


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
    text = report.body.text
    marked = [(m.key[1:], m.span.of(text)) for m in report.body.marks if m.key.startswith("@")]
    # The line of an event may know the capital by another spelling than the text.
    stated = [(row.fields["place"].rpartition(",")) for row in report.table("event") if "place" in row.fields]
    capitals = [
        (iso3, city) for city, _, iso3 in stated if iso3 in plan.lands and among(city, stock.lands[iso3].capitals)
    ]
    for iso3, city in (*marked, *capitals):
        if iso3 not in plan.lands or (iso3, city.casefold()) in plan.cities:
            continue
        new = plan.lands[iso3]
        capital = among(city, stock.lands[iso3].capitals)
        name = new.capitals[0] if capital else rng.choice([c for c in new.cities if c not in used])
        used.add(name)
        plan.cities[iso3, city.casefold()] = name


# ---------------------------------------------------------------- bodies


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
    return "long" if among(words, body.names) else None


# ---------------------------------------------------------------- carrying it out


def _edits(report: Sheet, plan: Plan, rewording: Rewording, stock: Stock) -> dict[Span, str]:
    """New words for spans of the text: of marks, and of names that stand inside longer ones or in wrapping."""
    text, marks = report.body.text, report.body.marks
    edits = dict((redating.edits(report, plan.move) if plan.move else None) or {})
    for mark in marks:
        new = _words(mark, report, plan, stock)
        if new is not None:
            edits[mark.span] = in_case_of(mark.span.of(text), new)
    bounds = {n for mark in marks for n in (mark.span.start, mark.span.end)}
    for mark in marks:
        if not _longer(mark, stock):
            continue
        named = [m.span for m in marks if m.sort == "mention" and m is not mark and mark.span.covers(m.span)]
        for place, put in rewording.edits(text, mark.span, (*named, *edits)).items():
            if not any(place.start < n < place.end for n in bounds):
                edits[place] = put
    return edits


def _longer(mark: Mark, stock: Stock) -> bool:
    """True for names that may hold a country's or city's; those of the register's bodies are proper names."""
    if mark.sort == "passage":
        return mark.label not in (BACKGROUND, "dateline", "title")
    return mark.sort == "mention" and mark.label[0] in _LONGER and mark.key not in stock.body_kinds


def _words(mark: Mark, report: Sheet, plan: Plan, stock: Stock) -> str | None:
    """The new words of a mark; None if it keeps its own."""
    if mark.sort != "mention":
        return None
    words = mark.span.of(report.body.text)
    if mark.key.startswith("@"):
        return plan.cities.get((mark.key[1:], words.casefold())) if mark.label == "L" else None
    if mark.label == "P" and mark.key in plan.people:
        human = plan.people[mark.key]
        if _INITIAL.match(words):
            return f"{human.name[0]}. {human.surname}"
        return human.name if " " in words else human.surname
    if mark.label in WORDED and mark.key in plan.lands:
        return land_words(mark.label, words, stock.lands[mark.key], plan.lands[mark.key])
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


def _row(row: Row, report: Sheet, plan: Plan, rewording: Rewording) -> Row:
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
    elif row.get("iso3") in plan.lands or row.get("kind") != "person":
        fields |= {name: rewording.applied(fields[name]) for name in ("name", "office") if name in fields}
        if row.get("iso3") in plan.lands:
            fields["reg"] = ""  # whoever held the office in the old country
    return replace(row, key=_new_key(row.key, plan), fields={k: v for k, v in fields.items() if v})


def _field(name: str, value: str, plan: Plan) -> str:
    if name in _KEYS:
        return ",".join(_new_key(key.strip(), plan) for key in value.split(","))
    if name == "place":
        return _place(value, plan)
    return value


def _place(value: str, plan: Plan) -> str:
    """The place of a line; a city that the text has under another name is left out with its country exchanged."""
    city, _, iso3 = value.rpartition(",")
    new = plan.cities.get((iso3, city.casefold()), "" if iso3 in plan.lands else city)
    return ",".join(part for part in (new, _new_key(iso3, plan)) if part)


def _kind_again(row: Row, body: Marked) -> Row:
    """A statement's line with the kind that its new words have: longer names make quotations a smaller share."""
    if row.table != "statement":
        return row
    return replace(row, fields={**row.fields, "kind": kind_of(body, spans_of(body.marks, "speech", "con", row.key))})


def _new_bodies(report: Sheet, plan: Plan, rewording: Rewording, stock: Stock, register: Register) -> list[Row]:
    """Lines for bodies of exchanged states that the register does not have ("KEN-SEN")."""
    found: dict[str, Row] = {}
    lines = {row.key for row in report.table("actor")}
    for key in actor_keys(report):
        new, old = _new_key(key, plan), registered(key, register)
        if new == key or old is None or key in lines or registered(new, register):
            continue
        general = RULES["bodies"].get(stock.body_kinds.get(key))
        fields = {"kind": "organisation", "name": general or rewording.applied(old.name), "iso3": new[:3]}
        found[new] = Row("actor", new, fields, 0)
    return list(found.values())
