"""What a marked report says, in the words of ``legation.model``: the Reading that a perfect reader would give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from legation.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    EventKind,
    Mention,
    Place,
    Reading,
    Role,
    RoleName,
    Span,
    Statement,
    Status,
    Timex,
)
from legation.reading.plover import coded
from legation.register import Register
from training.corpus.edtf import event_date, interval_of, timex_type, when_of
from training.corpus.files import Row, Sheet
from training.corpus.markup import Mark
from training.corpus.sentences import sentences
from training.corpus.vocabulary import BACKGROUND, PRONOUNS, ROLES

READER = "annotation"
# Letters of mentions whose key is an actor.
_ACTING = frozenset("PpOoLlNnMm")
_NO_TITLE = re.compile(r"\b(?:the|a|an|of|both|two|three|his|her|its|their|former|acting|then)\b|[\s,'’-]|\bs\b")


def reading(report: Sheet, register: Register) -> Reading:
    """The gold of a report whose check is clean; keys that are not in its table are the register's."""
    text, marks = report.body.text, report.body.marks
    actors = actors_of(report, register)
    mentions = tuple(m for mark in marks for m in mentions_of(mark, marks, text, actors))
    bounds = sentences(report.body)
    said = tuple(_statement(row, marks) for row in report.table("statement"))
    events = (_event(row, marks, mentions, said, bounds) for row in report.table("event"))
    return Reading(
        report=report.id,
        reader=READER,
        actors=tuple(actors.values()),
        mentions=mentions,
        timexes=timexes(marks),
        events=tuple(coded(event) for event in events),
        statements=said,
        documents=tuple(_document(row, marks) for row in report.table("document")),
        places=tuple(place for mark in marks if (place := place_of(mark, text))),
    )


# ---------------------------------------------------------------- who and where


def actors_of(report: Sheet, register: Register) -> dict[str, Actor]:
    """The actors of the table, then states and bodies that the report names by the register's id, in order."""
    actors = {row.key: _actor(row) for row in report.table("actor")}
    for key in actor_keys(report):
        if key not in actors and (known := registered(key, register)):
            actors[key] = known
    return actors


def actor_keys(report: Sheet) -> list[str]:
    """All keys that marks and lines use for actors, each once."""
    keys = [key for mark in report.body.marks for key in acting_keys(mark)]
    for row in report.rows:
        keys += [key for name in _actor_fields(row) for key in row.list(name)]
    return list(dict.fromkeys(keys))


def _actor_fields(row: Row) -> tuple[str, ...]:
    return {
        "event": (*ROLES, "according_to"),
        "statement": ("speaker", "addressee", "relayed_for", "about", "chain"),
        "document": ("parties", "signatories"),
    }.get(row.table, ())


def acting_keys(mark: Mark) -> tuple[str, ...]:
    """The actors a mark stands for: "a+b" is two; "[L @KAZ: Almaty]" is a place only and none."""
    if mark.sort != "mention" or mark.label[0] not in _ACTING or not mark.key or mark.key.startswith("@"):
        return ()
    return tuple(mark.key.split("+"))


def registered(key: str, register: Register) -> Actor | None:
    """The state or body that the register has under this id."""
    if country := register.country(key):
        return Actor(key, "state", country.name, key, in_register=True)
    if body := register.organisation(key):
        return Actor(key, "organisation", body.name, body.country, in_register=True)
    return None


def register_ids(report: Sheet) -> dict[str, str]:
    """The register's id of each actor whose line has one."""
    return {row.key: row.fields["reg"] for row in report.table("actor") if "reg" in row.fields}


def _actor(row: Row) -> Actor:
    return Actor(
        key=row.key,
        kind=cast(ActorKind, row.get("kind")),
        name=row.get("name") or "",
        country=row.get("iso3"),
        office=row.get("office"),
        named=row.get("named") != "no",
        in_register=row.get("reg") is not None,
    )


def mentions_of(mark: Mark, marks: Sequence[Mark], text: str, actors: Mapping[str, Actor]) -> list[Mention]:
    """The mention that a mark is of each of its actors."""
    return [Mention(mark.span, key, _how(mark, marks, text)) for key in acting_keys(mark) if key in actors]


def _how(mark: Mark, marks: Sequence[Mark], text: str) -> str:
    words = mark.span.of(text)
    if mark.label.endswith("*"):
        return "metonym"
    if mark.label == "N":
        return "adjective"
    if mark.label.isupper():
        return "surname" if mark.label == "P" and " " not in words else "name"
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "title" if _is_title(mark, marks, text) else "description"


def _is_title(mark: Mark, marks: Sequence[Mark], text: str) -> bool:
    """True if the words are an office title and what belongs to one: "the Kazakh president", "his prime minister"."""
    inner = [m for m in marks if m.sort == "mention" and mark.span.covers(m.span) and m.label in ("T", "N", "L", "O")]
    if not any(m.label == "T" for m in inner):
        return False
    left = "".join("" if any(m.span.start <= n < m.span.end for m in inner) else text[n] for n in _range(mark.span))
    return not _NO_TITLE.sub("", left.lower())


def _range(span: Span) -> range:
    return range(span.start, span.end)


def place_of(mark: Mark, text: str) -> Place | None:
    """The place that a mark names: a country by its code, a city or region by "@" and the code."""
    if mark.sort != "mention" or mark.label not in ("L", "L*") or not mark.key:
        return None
    if mark.key.startswith("@"):
        return Place(mark.span.of(text), mark.key[1:], mark.span)
    return Place(None, mark.key, mark.span)


def stated_place(value: str | None) -> Place:
    """The place of an event's line: "Almaty,KAZ", "KAZ", "Almaty"; unknown for none."""
    if not value:
        return Place()
    city, comma, country = value.rpartition(",")
    if comma:
        return Place(city.strip() or None, country.strip() or None)
    return Place(None, value) if re.fullmatch(r"[A-Z]{3}", value) else Place(value, None)


# ---------------------------------------------------------------- when


def timexes(marks: Iterable[Mark]) -> tuple[Timex, ...]:
    """The time expressions; one that holds others carries them as its parts and is not repeated by them."""
    dates = [m for m in marks if m.sort == "mention" and m.label == "D"]
    inner = {m for m in dates for outer in dates if outer is not m and outer.span.covers(m.span)}
    return tuple(_timex(m, [i for i in inner if m.span.covers(i.span)]) for m in dates if m not in inner)


def _timex(mark: Mark, parts: Iterable[Mark]) -> Timex:
    options = dict(arg.partition("=")[::2] for arg in mark.args[1:])
    value = mark.key
    kind = "SET" if "SET" in options else timex_type(value)
    whole = when_of(options["in"]) if "in" in options else None
    when = whole or (None if kind == "SET" else when_of(value) or interval_of(value))
    return Timex(
        span=mark.span,
        type=kind or "DATE",  # type: ignore[arg-type]
        value=value,
        when=when,
        mod=options.get("mod"),
        parts=tuple(_timex(part, ()) for part in sorted(parts, key=lambda m: m.span)),
    )


# ---------------------------------------------------------------- what


def spans_of(marks: Iterable[Mark], sort: str, label: str, key: str) -> tuple[Span, ...]:
    """The spans of all marks of one sort, label and key, in the text's order."""
    return tuple(sorted(m.span for m in marks if (m.sort, m.label, m.key) == (sort, label, key)))


def document_spans(marks: Iterable[Mark], key: str) -> tuple[Span, ...]:
    """Where a document is spoken of, named or not; titles first."""
    found = [m for m in marks if m.sort == "mention" and m.label in ("W", "w") and m.key == key]
    return tuple(m.span for m in sorted(found, key=lambda m: (m.label != "W", m.span)))


def _statement(row: Row, marks: Sequence[Mark]) -> Statement:
    source, cue = (spans_of(marks, "speech", part, row.key) for part in ("src", "cue"))
    return Statement(
        id=row.key,
        content=spans_of(marks, "speech", "con", row.key),
        kind=row.get("kind"),  # type: ignore[arg-type]
        speaker=row.get("speaker"),
        source=source[0] if source else None,
        cue=cue[0] if cue else None,
        medium=row.get("medium"),
        addressee=_first(row, "addressee"),
        relayed_for=_first(row, "relayed_for"),
        about=row.list("about"),
        event=row.get("event"),
        said_on=event_date(row.get("said_on")),
        chain=row.list("chain"),
    )


def _first(row: Row, field: str) -> str | None:
    """The actor who stands for all that a field names; the model holds one."""
    return next(iter(row.list(field)), None)


def voice(span: Span, said: Iterable[Statement]) -> str | None:
    """The speaker of the innermost statement whose content holds the span."""
    holding = [(c, s) for s in said for c in s.content if c.covers(span)]
    return min(holding, key=lambda pair: pair[0].end - pair[0].start)[1].speaker if holding else None


def _event(
    row: Row, marks: Sequence[Mark], mentions: Sequence[Mention], said: Sequence[Statement], bounds: Sequence[Span]
) -> Event:
    trigger = spans_of(marks, "event", "trigger", row.key)[0]
    sentence = next((s for s in bounds if s.covers(trigger)), trigger)
    plover, _, plover_mode = (row.get("plover") or "").partition("/")
    return Event(
        id=row.key,
        kind=cast(EventKind, row.get("kind")),
        trigger=trigger,
        sentence=sentence,
        roles=tuple(_roles(row, mentions, trigger, sentence)),
        place=stated_place(row.get("place")),
        when=event_date(row.get("when")),
        status=cast(Status, row.get("status")),
        subtype=row.get("subtype"),
        mode=row.get("mode"),
        plover=plover or None,
        plover_mode=plover_mode or None,
        part_of=row.get("part_of"),
        documents=row.list("documents"),
        topics=spans_of(marks, "event", "topic", row.key),
        background=row.get("background") == "yes" or _in_background(trigger, marks),
        according_to=row.get("according_to") or voice(trigger, said),
    )


def told_in(report: Sheet) -> dict[str, list[Span]]:
    """The sentences in which each event is told, by its id."""
    bounds = sentences(report.body)
    found: dict[str, list[Span]] = {row.key: [] for row in report.table("event")}
    for mark in report.body.marks:
        if mark.sort == "event" and mark.label == "trigger":
            found[mark.key].append(next((s for s in bounds if s.covers(mark.span)), mark.span))
    return found


def _in_background(span: Span, marks: Iterable[Mark]) -> bool:
    return any(m.sort == "passage" and m.label == BACKGROUND and m.span.covers(span) for m in marks)


def _roles(row: Row, mentions: Sequence[Mention], trigger: Span, sentence: Span) -> Iterable[Role]:
    for name in ROLES:
        for key in row.list(name):
            yield Role(cast(RoleName, name), key, _nearest(key, mentions, trigger, sentence))


def _nearest(key: str, mentions: Sequence[Mention], trigger: Span, sentence: Span) -> Span:
    """The mention that stands for the actor in the trigger's sentence, else the nearest one; the trigger if none."""
    own = [m.span for m in mentions if m.actor == key]
    if not own:
        return trigger
    return min(own, key=lambda span: (not sentence.covers(span), abs(span.start - trigger.start)))


def _document(row: Row, marks: Sequence[Mark]) -> Document:
    return Document(
        id=row.key,
        kind=row.get("kind") or "",
        title=document_spans(marks, row.key)[0],
        parties=row.list("parties"),
        signatories=row.list("signatories"),
        when=event_date(row.get("when")),
        term=row.get("term"),
        status=row.get("status"),
    )
