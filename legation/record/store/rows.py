"""Between the model and the rows of the tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from legation.model import Event, Place, Role, Span, When
from legation.record import dates
from legation.record.events import Conflict, Version
from legation.record.parties import Party, standing
from legation.record.unifying import Told, Unified

Row = RowMapping
Columns = dict[str, Any]


def when_columns(when: When) -> Columns:
    """A When as the columns of the same names in several tables."""
    return {
        "starts_on": when.start.edtf,
        "ends_on": when.end.edtf,
        "precision": when.precision,
        "approximate": when.approximate,
        "date_reason": when.reason,
    }


def when(row: Row, prefix: str = "") -> When:
    """The inverse of ``when_columns``. prefix: what the names of the columns begin with in this row."""
    return When(
        dates.point(row[f"{prefix}starts_on"]),
        dates.point(row[f"{prefix}ends_on"]),
        dates.precision(row[f"{prefix}precision"]),
        row[f"{prefix}date_reason"],
        bool(row[f"{prefix}approximate"]),
    )


def storable(text: str) -> str:
    """The text without halves of surrogate pairs, which the command line can hand over and no database can take."""
    return text.encode("utf-8", "replace").decode("utf-8")


def day(text: str | None) -> dt.date | None:
    """The day of an ISO date, or None."""
    return dt.date.fromisoformat(text) if text else None


def iso_days(when: When) -> tuple[str | None, str | None]:
    """First and last day in ISO form; None twice if the date or its year is not known."""
    interval = when.interval
    return (interval[0].isoformat(), interval[1].isoformat()) if interval else (None, None)


def span(begins: int | None, ends: int | None) -> Span | None:
    """A span, or None if there is none."""
    return None if begins is None or ends is None else Span(begins, ends)


def listed(values: Iterable[Any]) -> str:
    """A list as JSON text."""
    return json.dumps(list(values), ensure_ascii=False)


def spans_json(spans: Iterable[Span]) -> str:
    """Spans as JSON text, [[begin, end], ...]."""
    return listed([one.start, one.end] for one in spans)


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[Span, ...]:
    """The inverse of ``spans_json``."""
    return tuple(Span(start, end) for start, end in json.loads(text))


@lru_cache(maxsize=4096)
def strings(text: str) -> tuple[str, ...]:
    """The strings of a list as JSON text."""
    return tuple(json.loads(text))


def conflicts_json(conflicts: Iterable[Conflict]) -> str:
    """Conflicts as JSON text."""
    return listed(conflict.to_json() for conflict in conflicts)


def conflicts(text: str) -> tuple[Conflict, ...]:
    """The inverse of ``conflicts_json``."""
    return tuple(
        Conflict(c["prop"], tuple(Version(v["value"], tuple(v["reports"])) for v in c["versions"]))
        for c in json.loads(text)
    )


def local_event(row: Row, roles: Sequence[Row]) -> Event:
    """One event as its report tells it, from its telling and the roles in it."""
    place_span = span(row["place_begins"], row["place_ends"])
    return Event(
        id=row["id"],
        kind=row["kind"],
        trigger=Span(row["trigger_begins"], row["trigger_ends"]),
        sentence=Span(row["sentence_begins"], row["sentence_ends"]),
        roles=tuple(Role(r["role"], r["actor"], Span(r["begins"], r["ends"])) for r in roles),
        place=Place(row["city"], row["country"], place_span),
        when=when(row),
        status=row["status"],
        subtype=row["subtype"],
        mode=row["mode"],
        plover=row["plover"],
        plover_mode=row["plover_mode"],
        part_of=row["part_of"],
        documents=strings(row["documents"]),
        topics=spans(row["topics"]),
        background=bool(row["background"]),
        according_to=row["according_to"],
        score=row["score"],
    )


def telling_columns(told: Told, event: Event, position: int, event_id: str) -> Columns:
    """A telling as a row; ``event`` as read, with the report's own actor keys."""
    return {
        "report": told.report,
        "id": event.id,
        "position": position,
        "event": event_id,
        "kind": event.kind,
        "subtype": event.subtype,
        "status": event.status,
        **when_columns(event.when),
        "date_quote": told.date_quote,
        "year": told.year,
        "year_reason": told.year_reason or None,
        "city": event.place.city,
        "country": event.place.country,
        "place_begins": event.place.span.start if event.place.span else None,
        "place_ends": event.place.span.end if event.place.span else None,
        "mode": event.mode,
        "plover": event.plover,
        "plover_mode": event.plover_mode,
        "part_of": event.part_of,
        "trigger_begins": event.trigger.start,
        "trigger_ends": event.trigger.end,
        "sentence_begins": event.sentence.start,
        "sentence_ends": event.sentence.end,
        "sentence": told.sentence,
        "topics": spans_json(event.topics),
        "topic_words": listed(told.topic_words),
        "documents": listed(event.documents),
        "background": event.background,
        "according_to": event.according_to,
        "score": event.score,
        "copied_from": told.copied_from,
        "paragraph_print": told.paragraph_print,
    }


def event_columns(event_id: str, unified: Unified, family: str) -> Columns:
    """A unified event as a row."""
    first_day, last_day = iso_days(unified.when)
    return {
        "id": event_id,
        "kind": unified.kind,
        "subtype": unified.subtype,
        "status": unified.status,
        **when_columns(unified.when),
        "date_report": unified.date_report,
        "first_day": first_day,
        "last_day": last_day,
        "city": unified.place.city,
        "country": unified.place.country,
        "mode": unified.mode,
        "plover": unified.plover,
        "plover_mode": unified.plover_mode,
        "part_of": unified.part_of,
        "reports": unified.reports,
        "independent": unified.independent,
        "topics": listed(unified.topics),
        "conflicts": conflicts_json(unified.conflicts),
        "family": family,
    }


def party(row: Row, kind: Any, role: Any) -> Party | None:
    """An actor's row as a party of an event of that kind in that role; None if he is a bystander."""
    stands = standing(kind, role)
    if stands is None:
        return None
    return Party(
        row["key"], row["kind"], row["name"], row["country"], bool(row["named"]), bool(row["in_register"]), stands
    )
