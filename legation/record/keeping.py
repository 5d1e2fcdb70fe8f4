"""Writing what has been settled: the events, who takes part in them, and where later tellings find them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from legation.record.filing import filed_under, sides
from legation.record.merging import Occasion, family
from legation.record.settling import Settlement
from legation.record.store import Connection, loading, saving
from legation.record.store.rows import Columns, Row, event_columns
from legation.record.unifying import Told, Unified


@dataclass(slots=True)
class Changes:
    """What one report changes: the events as they were before it (None: not there), seen through to the end."""

    connection: Connection
    before: dict[str, Any] = field(default_factory=dict)

    def watch(self, events: set[str]) -> None:
        """Remember how these events stand, before they are written or removed for the first time."""
        unseen = events - self.before.keys()
        stand = loading.event_states(self.connection, unseen)
        self.before |= {event: stand.get(event) for event in unseen}

    def count(self) -> tuple[int, int]:
        """How many of the watched events are new, and how many others are there and have changed."""
        after = loading.event_states(self.connection, self.before)
        new = sum(self.before[event] is None for event in after)
        return new, sum(self.before[event] not in (None, state) for event, state in after.items())


def settlement(connection: Connection, *, afresh: bool = False) -> Settlement:
    """The stored tellings. afresh: dates of events are carried on even where they are no news."""

    def load_when(event: str) -> Any:
        return None if afresh else loading.date_of_event(connection, event)

    return Settlement(
        lambda event: loading.tellings_of_event(connection, event),
        lambda report: loading.events_of_report(connection, report),
        load_when,
    )


def keep(connection: Connection, at_hand: Settlement, settled: Mapping[str, Unified], changes: Changes) -> None:
    """Write the settled events, and what they gave to tellings of other reports."""
    changes.watch(set(settled))
    settled = _without_rings(connection, settled)
    stored = loading.event_rows(connection, settled)
    rows = {
        event: event_columns(event, unified, family(unified.kind, unified.mode, unified.plover))
        for event, unified in settled.items()
    }
    new = [row for event, row in rows.items() if event not in stored]
    changed = [row for event, row in rows.items() if event in stored and _differs(row, stored[event])]
    saving.events(connection, new, changed)
    _keep_participation(connection, at_hand, settled)
    saving.year_and_source(connection, [_year_and_source(told) for told in at_hand.changed()])


def _differs(row: Columns, stored: Row) -> bool:
    return any(stored[name] != value for name, value in row.items())


def _without_rings(connection: Connection, settled: Mapping[str, Unified]) -> dict[str, Unified]:
    """The events, of which none is part of itself, directly or through others."""
    kept = dict(settled)

    def above(event: str) -> str | None:
        return kept[event].part_of if event in kept else loading.whole_of_event(connection, event)

    for event, unified in settled.items():
        seen, whole = {event}, unified.part_of
        while whole is not None and whole not in seen:
            seen.add(whole)
            whole = above(whole)
        if whole == event:
            kept[event] = replace(unified, part_of=None)
    return kept


def _keep_participation(connection: Connection, at_hand: Settlement, settled: Mapping[str, Unified]) -> None:
    """Roles, sides and the keys under which later tellings find the event."""
    roles, all_sides, keys = [], [], []
    for event, unified in settled.items():
        occurs = _as_occasion(event, unified, at_hand.tellings(event))
        roles += [
            {
                "event": event,
                "position": position,
                "role": role,
                "actor": actor,
                "office": unified.offices.get(actor),
            }
            for position, (role, actor) in enumerate(unified.roles)
        ]
        all_sides += [{"event": event, "side": side} for side in sorted(sides(occurs))]
        keys += [{"event": event, "key": key} for key in sorted(filed_under(occurs))]
    saving.participation(connection, settled, roles, all_sides, keys)


def _as_occasion(event: str, unified: Unified, tellings: list[Told]) -> Occasion:
    parties = dict.fromkeys(party for told in tellings for party in told.parties)
    kept = {actor for _, actor in unified.roles}
    return Occasion(
        id=event,
        family=family(unified.kind, unified.mode, unified.plover),
        when=unified.when,
        parties=tuple(party for party in parties if party.key in kept),
        place=unified.place,
        published=tuple(dict.fromkeys(told.published for told in tellings)),
        whole=unified.part_of,
        gathering=unified.kind == "summit",
        status=unified.status,
    )


def _year_and_source(told: Told) -> Columns:
    return {
        "report": told.report,
        "id": told.event.id,
        "year": told.year,
        "year_reason": told.year_reason or None,
        "copied_from": told.copied_from,
    }
