"""Events as the rows of a timeline: what is part of a whole stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.answers.headline import headline, name_of_kind, status_flag
from legation.answers.words import counted, date_of, told_by

if TYPE_CHECKING:
    from legation.record import DocumentEntry, EventEntry


SURE = 0.8
"""The score from which the reader is sure of an event: nearly nine in ten were right (benchmarks/RESULTS.md)."""
_UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event. depth: 0, or how deep inside a whole it stands. flag: what did not (or not yet) happen, in capitals,
    at the start of the headline; kind: the word after it. disputed: what reports disagree on. unsure: more likely
    wrong than right, by its score."""

    id: str
    date: str
    headline: str
    kind: str
    flag: str
    told_by: str
    depth: int = 0
    disputed: tuple[str, ...] = ()
    unsure: bool = False


def timeline_rows(events: Sequence[EventEntry], documents: Sequence[DocumentEntry] = ()) -> list[TimelineRow]:
    """A row for each event, in the order given; parts are drawn up under their whole if it is among the events."""
    titles = {document.id: document.title for document in documents}
    return [_row(event, depth, titles) for event, depth in _parts_under_wholes(events)]


def tally(events: Sequence[EventEntry]) -> str:
    """ "9 events: 6 happened, 2 planned, 1 cancelled"."""
    found: dict[str, int] = {}
    for event in events:
        found[event.status] = found.get(event.status, 0) + 1
    statuses = ", ".join(f"{number:,} {status}" for status, number in sorted(found.items(), key=lambda f: -f[1]))
    return f"{counted(len(events), 'event')}: {statuses}" if events else "no events"


def _row(event: EventEntry, depth: int, titles: Mapping[str, str]) -> TimelineRow:
    return TimelineRow(
        id=event.id,
        date=date_of(event.when),
        headline=headline(event, titles),
        kind=name_of_kind(event),
        flag=status_flag(event),
        told_by=told_by(event.reports, event.independent),
        depth=depth,
        disputed=tuple(conflict.prop for conflict in event.conflicts),
        unsure=event.kind != "act" and event.score < _UNSURE,
    )


def _parts_under_wholes(events: Sequence[EventEntry]) -> Iterator[tuple[EventEntry, int]]:
    among = {event.id for event in events}
    parts: dict[str, list[EventEntry]] = {}
    for event in events:
        if event.part_of in among and event.part_of != event.id:
            parts.setdefault(event.part_of or "", []).append(event)
    under = {part.id for found in parts.values() for part in found}
    placed: set[str] = set()
    # The second round is for wholes that run in a ring: none of them would be a beginning.
    for start in [*(event for event in events if event.id not in under), *events]:
        waiting = [(start, 0)]
        while waiting:
            event, depth = waiting.pop()
            if event.id in placed:
                continue
            placed.add(event.id)
            yield event, depth
            waiting += [(part, depth + 1) for part in reversed(parts.get(event.id, []))]
