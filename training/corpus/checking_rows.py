"""The check of a report's tables: actors, events, statements, documents."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from legation.model import Span
from legation.register import Register, same_name
from training.corpus.edtf import when_of
from training.corpus.files import Row, Sheet
from training.corpus.gold import actor_keys, document_spans, registered, spans_of, stated_place
from training.corpus.markup import Mark
from training.corpus.problems import Finding, fields_known, one_of
from training.corpus.quotations import kind_of, share_quoted
from training.corpus.vocabulary import (
    ACTOR_KINDS,
    DOCUMENT_KINDS,
    DOCUMENT_STATUSES,
    EVENT_KINDS,
    EVENT_MODES,
    PLOVER,
    ROLES,
    STATEMENT_KINDS,
    STATUSES,
    SUBTYPES,
)

_EVENT = "kind plover place when status subtype mode part_of documents background according_to".split()
FIELDS: dict[str, tuple[str, ...]] = {
    "actor": ("kind", "name", "iso3", "reg", "office", "sex", "named"),
    "event": (*ROLES, *_EVENT),
    "statement": ("kind", "speaker", "addressee", "medium", "relayed_for", "about", "event", "said_on", "chain"),
    "document": ("kind", "parties", "signatories", "when", "term", "status"),
}
# So sure the register must be of a name before the check asks for its id.
SURE = 0.95


def findings(report: Sheet, register: Register) -> Iterator[Finding]:
    """What is wrong in the tables of a report."""
    keys = {table: {row.key for row in report.table(table)} for table in FIELDS}
    counts = Counter((row.table, row.key) for row in report.rows)
    for row in report.rows:
        if row.table not in FIELDS:
            yield row.line, f"there is no table {row.table}: one of {', '.join(FIELDS)}"
            continue
        if counts[row.table, row.key] > 1:
            yield row.line, f"{row.table} {row.key} stands twice"
        yield from fields_known(row, FIELDS[row.table])
    yield from chain.from_iterable(_actor(row, report, register) for row in report.table("actor"))
    yield from chain.from_iterable(_event(row, report, keys, register) for row in report.table("event"))
    yield from chain.from_iterable(_statement(row, report, keys, register) for row in report.table("statement"))
    yield from chain.from_iterable(_document(row, report, keys, register) for row in report.table("document"))


def known_actors(
    row: Row, names: Iterator[str] | tuple[str, ...], actors: set[str], register: Register
) -> Iterator[Finding]:
    """Says which keys in these fields stand for no actor."""
    for name in names:
        for key in row.list(name):
            if key not in actors and registered(key, register) is None:
                yield row.line, f"{name}={key}: neither a line 'actor {key}' nor a state or body of the register"


def dates(row: Row, *names: str) -> Iterator[Finding]:
    """Says which of these fields hold no EDTF date."""
    for name in names:
        value = row.get(name)
        if value is not None and when_of(value) is None:
            yield row.line, f"{name}={value} is no EDTF date"


# ---------------------------------------------------------------- actors


def _actor(row: Row, report: Sheet, register: Register) -> Iterator[Finding]:
    kind, name, iso3 = row.get("kind"), row.get("name"), row.get("iso3")
    yield from one_of(row.line, "kind", kind, ACTOR_KINDS)
    if not name:
        yield row.line, f"actor {row.key} lacks name="
    if iso3 is not None and register.country(iso3) is None:
        yield row.line, f"iso3={iso3} is no country of the register"
    if row.get("sex") is not None:
        yield from one_of(row.line, "sex", row.get("sex"), ("m", "f"))
    if row.get("named") is not None:
        yield from one_of(row.line, "named", row.get("named"), ("no",))
    if row.key not in actor_keys(report):
        yield row.line, f"actor {row.key} is neither marked in the text nor named in a line"
    if name and kind == "person":
        yield from _person(row, name, report, register)
    elif row.get("reg") is not None and registered(row.get("reg") or "", register) is None:
        yield row.line, f"reg={row.get('reg')} is no state or body of the register"


def _person(row: Row, name: str, report: Sheet, register: Register) -> Iterator[Finding]:
    reg = row.get("reg")
    if reg is None:
        if row.get("named") != "no" and (known := _known_person(name, row.get("iso3"), report, register)):
            yield row.line, f"the register has {name}: add reg={known}"
        return
    person = register.person(reg)
    if person is None:
        yield row.line, f"reg={reg} is no person of the register"
    elif row.get("named") != "no" and " " in name and not any(same_name(name, other) for other in person.names):
        yield row.line, f"reg={reg} is {person.name}, not {name}"


def _known_person(name: str, iso3: str | None, report: Sheet, register: Register) -> str | None:
    try:
        day = dt.date.fromisoformat(report.header.get("published", ""))
    except ValueError:
        return None
    if " " not in name or iso3 is None:
        return None
    found = register.people_named(name, country=iso3, on=day)
    return found[0].person.id if found and found[0].score >= SURE else None


# ---------------------------------------------------------------- events


def _event(row: Row, report: Sheet, keys: dict[str, set[str]], register: Register) -> Iterator[Finding]:
    if not spans_of(report.body.marks, "event", "trigger", row.key):
        yield row.line, f"event {row.key} has no trigger <{row.key}: ...> in the text"
    yield from event_fields(row, register)
    yield from known_actors(row, (*ROLES, "according_to"), keys["actor"], register)
    if not any(row.list(role) for role in ROLES) and row.get("kind") != "summit":
        yield row.line, f"event {row.key} has nobody in a role"
    part_of = row.get("part_of")
    if part_of is not None and (part_of not in keys["event"] or part_of == row.key):
        yield row.line, f"part_of={part_of} is no other event of this report"
    for key in row.list("documents"):
        if key not in keys["document"]:
            yield row.line, f"documents={key}: no line 'document {key}'"
    if row.get("background") is not None:
        yield from one_of(row.line, "background", row.get("background"), ("yes",))


def event_fields(row: Row, register: Register) -> Iterator[Finding]:
    """What is wrong with kind, status, subtype, mode, code, place and date of an event, in a report or a story."""
    kind = row.get("kind")
    yield from one_of(row.line, "kind", kind, EVENT_KINDS)
    yield from one_of(row.line, "status", row.get("status"), STATUSES)
    if row.get("subtype") is not None:
        yield from one_of(row.line, f"subtype of {kind}", row.get("subtype"), SUBTYPES.get(kind or "", ()))
    if row.get("mode") is not None:
        yield from one_of(row.line, "mode", row.get("mode"), EVENT_MODES)
    yield from _plover(row)
    place = stated_place(row.get("place"))
    if place.country is not None and register.country(place.country) is None:
        yield row.line, f"place={row.get('place')}: {place.country} is no country of the register"
    yield from dates(row, "when")


def _plover(row: Row) -> Iterator[Finding]:
    code = row.get("plover")
    if code is None:
        if row.get("kind") == "act":
            yield row.line, f"event {row.key} is an act and lacks plover="
        return
    event, sign, mode = code.partition("/")
    yield from one_of(row.line, "plover", event, PLOVER)
    if sign and event in PLOVER:
        yield from one_of(row.line, f"mode of {event}", mode, PLOVER[event])


# ---------------------------------------------------------------- statements


def _statement(row: Row, report: Sheet, keys: dict[str, set[str]], register: Register) -> Iterator[Finding]:
    content = spans_of(report.body.marks, "speech", "con", row.key)
    source = spans_of(report.body.marks, "speech", "src", row.key)
    if not content:
        yield row.line, f"statement {row.key} has no content {{{row.key} con: ...}} in the text"
    yield from one_of(row.line, "kind", row.get("kind"), STATEMENT_KINDS)
    yield from _quotes(row, report, content)
    yield from known_actors(row, ("speaker", "addressee", "relayed_for", "about", "chain"), keys["actor"], register)
    if row.get("speaker") is None and source:
        yield row.line, f"statement {row.key} has a source in the text and lacks speaker="
    for part, name in (("src", "speaker"), ("adr", "addressee"), ("for", "relayed_for")):
        yield from _names(row, report, part, name)
    if row.get("event") is not None and row.get("event") not in keys["event"]:
        yield row.line, f"event={row.get('event')}: no such line"
    yield from dates(row, "said_on")


def _quotes(row: Row, report: Sheet, content: tuple[Span, ...]) -> Iterator[Finding]:
    """The kind must be what the quotation marks say."""
    if not content:
        return
    share = share_quoted(report.body, content)
    kind = kind_of(report.body, content)
    if row.get("kind") in STATEMENT_KINDS and row.get("kind") != kind:
        yield row.line, f"statement {row.key}: {100 * share:.0f} % stand in quotation marks, so kind={kind}"


def _names(row: Row, report: Sheet, part: str, name: str) -> Iterator[Finding]:
    """A marked source must hold, or lie in, a mention of the speaker; likewise addressees and those relayed for."""
    spans = spans_of(report.body.marks, "speech", part, row.key)
    keys = row.list(name)
    if spans and not keys:
        yield row.line, f"statement {row.key} has {{{row.key} {part}: in the text and lacks {name}="
    for key in keys if spans else ():
        if not any(_stands_for(m, key, report) and span.overlaps(m.span) for span in spans for m in report.body.marks):
            yield row.line, f"statement {row.key}: no mention of {key} in its {part}"


def _stands_for(mark: Mark, actor: str, report: Sheet) -> bool:
    """True for a mention of the actor, and for a document that he is a party to: it speaks for its parties."""
    if mark.sort != "mention":
        return False
    if mark.label in ("W", "w"):
        return any(d.key == mark.key and actor in d.list("parties") for d in report.table("document"))
    return actor in re.split(r"[+]", mark.key)


# ---------------------------------------------------------------- documents


def _document(row: Row, report: Sheet, keys: dict[str, set[str]], register: Register) -> Iterator[Finding]:
    if not document_spans(report.body.marks, row.key):
        yield row.line, f"document {row.key} is not marked in the text ([W {row.key}: or [w {row.key}:)"
    yield from one_of(row.line, "kind", row.get("kind"), DOCUMENT_KINDS)
    if row.get("status") is not None:
        yield from one_of(row.line, "status", row.get("status"), DOCUMENT_STATUSES)
    yield from known_actors(row, ("parties", "signatories"), keys["actor"], register)
    yield from dates(row, "when", "term")
