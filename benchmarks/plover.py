"""Who did what to whom, in PLOVER codes: ``python -m benchmarks.plover INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text (one or two sentences) and date. Converts formats only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks._io import Json, readings, report, run
from legation.model import Actor, Event, Reading, RoleName
from legation.register import load as load_register

# The acting side of each kind of role; in an engagement of equals the first named acts on the others.
SOURCES: tuple[RoleName, ...] = ("source", "guest", "sender", "speaker")
TARGETS: tuple[RoleName, ...] = ("target", "host", "addressee")
EQUALS: tuple[RoleName, ...] = ("participant", "signatory")


def code(actor: Actor) -> str:
    """Alpha-3 code of the country; IGO for an international organisation and its people; "" if neither is known."""
    if actor.country and load_register().organisation(actor.country):
        return "IGO"
    return actor.country or ("IGO" if actor.kind == "organisation" else "")


def codes(reading: Reading, keys: Iterable[str]) -> list[str]:
    """Codes of the actors, each once, in order; "" only if no code is known of any."""
    found = list(dict.fromkeys(code(reading.actor(key)) for key in keys))
    return [c for c in found if c] or found


def coded(reading: Reading, event: Event) -> Json:
    """One event: {event, sources, targets}."""
    sources, targets, equals = (codes(reading, event.actors(*roles)) for roles in (SOURCES, TARGETS, EQUALS))
    if not sources:
        sources, equals = equals[:1], equals[1:]
    return {"event": event.plover, "sources": sources, "targets": [*targets, *equals]}


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line a sentence: {id, events: [{event, sources, targets}]}."""
    reports = [report(item["text"], published=item.get("date")) for item in items]
    for item, reading in zip(items, readings(reports), strict=True):
        events = [coded(reading, event) for event in reading.events if event.plover]
        yield {"id": item["id"], "events": events}


if __name__ == "__main__":
    run(predict)
