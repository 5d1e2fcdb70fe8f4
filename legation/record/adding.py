"""One report into the record: kept, compared with what is known, and merged. Runs inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from legation.model import Actor, Event, Reading, Report, Role, Span
from legation.record import copies
from legation.record.checking import check
from legation.record.entries import Added
from legation.record.filing import filed_under, looked_up, sides
from legation.record.identity import event_id
from legation.record.merging import Occasion, assign, family, occasion
from legation.record.parties import Party, standing
from legation.record.people import introduce
from legation.record.recording import save_documents, save_statements
from legation.record.settling import Settlement, settle
from legation.record.sources import source, trace_sources
from legation.record.store import Connection, loading, saving
from legation.record.store.rows import Columns, event_columns, telling_columns
from legation.record.unifying import Told, Unified


def add(connection: Connection, report: Report, reading: Reading | None) -> Added:
    """See ``Record.add``."""
    if reading is not None:
        check(report, reading)
    held = loading.held(connection, report.id)
    if held and (reading is None or held.reader == reading.reader):
        return Added(new=False)
    touched = saving.forget_reading(connection, report.id) if held and held.reader else set[str]()
    saving.report(connection, report, held=held is not None)
    if reading is None:
        return Added(new=True)
    number = loading.number(connection, report.id)
    new, changed = _Merger(connection, report, reading, number).merge(touched)
    return Added(new=held is None, read=True, events_new=new, events_changed=changed)


@dataclass(slots=True)
class _Merger:
    """Merges one reading. number: the report's place in the order of reading."""

    connection: Connection
    report: Report
    reading: Reading
    number: int

    def merge(self, touched: Iterable[str]) -> tuple[int, int]:
        """Keep the reading and settle all events it bears on; how many are new, and how many others changed."""
        cast = introduce(self.connection, self.reading.actors)
        saving.reading(self.connection, self.reading)
        at_hand = Settlement(
            lambda event: loading.tellings_of_event(self.connection, event),
            lambda report: loading.events_of_report(self.connection, report),
        )
        for event_id in touched:
            at_hand.events[event_id] = trace_sources(at_hand.tellings(event_id))
        events, new = self._assigned(cast)
        at_hand.events |= {event_id: [] for event_id in new}
        for position, event in enumerate(self.reading.events):
            told = self._told(event, position, cast, events)
            earlier = at_hand.tellings(events[event.id])
            at_hand.put(events[event.id], replace(told, copied_from=source(told, earlier)))
        settled = settle(at_hand, [*sorted(touched), *events.values()])
        changed = _save_events(self.connection, at_hand, settled, new)
        self._save_tellings(at_hand, events)
        save_documents(self.connection, self.report, self.reading, events, cast)
        save_statements(self.connection, self.report, self.reading)
        return len(new), changed

    def _assigned(self, cast: Mapping[str, Actor]) -> tuple[dict[str, str], set[str]]:
        """Event ids by local id, and those of them that are new."""
        tellings = [
            occasion(event, _parties(event, cast), self.report.published.value) for event in self.reading.events
        ]
        known = loading.candidates(self.connection, map(looked_up, tellings))
        given = assign(tellings, loading.occasions(self.connection, known))
        new: set[str] = set()
        events: dict[str, str] = {}
        for event in self.reading.events:
            if event.id not in given:
                new.add(events.setdefault(event.id, self._new_id(event, new)))
            else:
                events[event.id] = given[event.id]
        return events, new

    def _new_id(self, event: Event, taken: set[str]) -> str:
        salt = 0
        while (found := event_id(self.report.id, event, salt)) in taken or loading.event_rows(self.connection, [found]):
            salt += 1
        return found

    def _told(self, event: Event, position: int, cast: Mapping[str, Actor], events: Mapping[str, str]) -> Told:
        sentence = event.sentence.of(self.report.text)
        roles = tuple(Role(role.role, cast[role.actor].key, role.span) for role in event.roles)
        return Told(
            report=self.report.id,
            order=(self.number, position),
            event=replace(event, roles=roles),
            parties=_parties(event, cast),
            published=self.report.published.value,
            parent=events.get(event.part_of or ""),
            date_quote=self._date_quote(event),
            topic_words=tuple(topic.of(self.report.text) for topic in event.topics),
            sentence=sentence,
            paragraph_print=copies.to_text(copies.grams(_paragraph(self.report, event.sentence))),
        )

    def _date_quote(self, event: Event) -> str:
        quotes = (c.quote for c in self.reading.claims if c.about == event.id and c.prop in ("date", "when"))
        return next(quotes, "")

    def _save_tellings(self, at_hand: Settlement, events: Mapping[str, str]) -> None:
        told = {
            one.event.id: one
            for event in events.values()
            for one in at_hand.events[event]
            if one.report == self.report.id
        }
        tellings = [
            telling_columns(told[event.id], event, position, events[event.id])
            for position, event in enumerate(self.reading.events)
        ]
        roles = [
            {
                "report": self.report.id,
                "telling": event.id,
                "position": position,
                "role": role.role,
                "actor": role.actor,
                "begins": role.span.start,
                "ends": role.span.end,
            }
            for event in self.reading.events
            for position, role in enumerate(event.roles)
        ]
        saving.tellings(self.connection, tellings, roles)


def _parties(event: Event, cast: Mapping[str, Actor]) -> tuple[Party, ...]:
    """The principals of an event as the record knows them."""
    parties: dict[Party, None] = {}
    for role in event.roles:
        stands = standing(event.kind, role.role)
        if stands is not None:
            actor = cast[role.actor]
            parties[Party(actor.key, actor.kind, actor.name, actor.country, actor.named, actor.in_register, stands)] = (
                None
            )
    return tuple(parties)


def _paragraph(report: Report, sentence: Span) -> str:
    """The paragraph that a sentence stands in; the sentence if it stands in none."""
    around = next((paragraph for paragraph in report.paragraphs() if paragraph.overlaps(sentence)), sentence)
    return around.of(report.text)


def _save_events(connection: Connection, at_hand: Settlement, settled: Mapping[str, Unified], new: set[str]) -> int:
    """Write the settled events; returns how many that were in the record before have changed."""
    stored = loading.event_rows(connection, settled.keys() - new)
    above = {event: unified.part_of for event, unified in settled.items()}
    columns = {}
    for event, unified in settled.items():
        if _runs_in_a_ring(event, above):
            unified, above[event] = replace(unified, part_of=None), None
        columns[event] = event_columns(event, unified, family(unified.kind, unified.mode, unified.plover))
    changed = [
        row for id_, row in columns.items() if id_ in stored and any(stored[id_][k] != v for k, v in row.items())
    ]
    saving.events(connection, [row for id_, row in columns.items() if id_ in new], changed)
    written = [*(id_ for id_ in columns if id_ in new), *(row["id"] for row in changed)]
    _save_participation(connection, at_hand, settled, written)
    saving.year_and_source(connection, _changed_tellings(at_hand))
    return len(changed)


def _runs_in_a_ring(event: str, above: Mapping[str, str | None]) -> bool:
    """True if an event would be part of itself, directly or through others settled with it."""
    seen, whole = {event}, above.get(event)
    while whole is not None and whole not in seen:
        seen.add(whole)
        whole = above.get(whole)
    return whole == event


def _save_participation(
    connection: Connection, at_hand: Settlement, settled: Mapping[str, Unified], events: Iterable[str]
) -> None:
    """Roles, sides and the keys under which later tellings find the event."""
    roles, all_sides, keys = [], [], []
    for event in (events := list(events)):
        occurs = _as_occasion(event, settled[event], at_hand.tellings(event))
        roles += [
            {"event": event, "position": position, "role": role, "actor": actor}
            for position, (role, actor) in enumerate(settled[event].roles)
        ]
        all_sides += [{"event": event, "side": side} for side in sorted(sides(occurs))]
        keys += [{"event": event, "key": key} for key in sorted(filed_under(occurs))]
    saving.participation(connection, events, roles, all_sides, keys)


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
    )


def _changed_tellings(at_hand: Settlement) -> list[Columns]:
    """Stored tellings that were given a year, or whose copies were traced anew."""
    return [
        {
            "report": told.report,
            "id": told.event.id,
            "year": told.year,
            "year_reason": told.year_reason or None,
            "copied_from": told.copied_from,
        }
        for tellings in at_hand.events.values()
        for told in tellings
        if told.key in at_hand.stored and told != at_hand.stored[told.key]
    ]
