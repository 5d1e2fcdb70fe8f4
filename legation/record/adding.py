"""One report into the record: kept, compared with what is known, and merged. Runs inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model import Actor, Event, Reading, Report, Role, Span
from legation.record import copies, keeping
from legation.record.checking import check
from legation.record.entries import Added
from legation.record.filing import looked_up
from legation.record.identity import event_id
from legation.record.keeping import Changes
from legation.record.merging import assign, occasion
from legation.record.parties import Party, standing
from legation.record.people import introduce
from legation.record.recording import refresh_documents, save_documents, save_statements
from legation.record.settling import Settlement, settle
from legation.record.sources import pointed_at, source, without
from legation.record.store import Connection, forgetting, loading, saving
from legation.record.store.rows import telling_columns
from legation.record.unifying import Told


def add(connection: Connection, report: Report, reading: Reading | None) -> Added:
    """See ``Record.add``."""
    if reading is not None:
        check(report, reading)
    held = loading.held(connection, report.id)
    if held and (reading is None or held.reader == reading.reader):
        return Added(new=False)
    changes = Changes(connection)
    if held and held.reader:
        _forget(connection, report.id, changes)
    saving.report(connection, report, held=held is not None)
    if reading is None:
        return Added(new=True)
    _Merger(connection, report, reading, loading.number(connection, report.id), changes).merge()
    new, changed = changes.count()
    return Added(new=held is None, read=True, events_new=new, events_changed=changed)


def _forget(connection: Connection, report_id: str, changes: Changes) -> None:
    """Take a reading back, as if the report had never been read; what other reports tell is settled without it."""
    changes.watch(set(loading.events_of_report(connection, report_id).values()))
    forgotten = forgetting.reading(connection, report_id)
    at_hand = keeping.settlement(connection, afresh=True)
    events = sorted(forgotten.events)
    for event in events:
        at_hand.change(without(report_id, at_hand.tellings(event)))
    keeping.keep(connection, at_hand, settle(at_hand, events), changes)
    refresh_documents(connection, sorted(forgotten.documents))
    forgetting.actors(connection, forgotten.actors)


@dataclass(slots=True)
class _Merger:
    """Merges one reading. number: the report's place in the order of reading."""

    connection: Connection
    report: Report
    reading: Reading
    number: int
    changes: Changes

    def merge(self) -> None:
        """Keep the reading and settle all events it bears on."""
        cast = introduce(self.connection, self.reading.actors)
        saving.reading(self.connection, self.reading)
        at_hand = keeping.settlement(self.connection)
        events, new = self._assigned(cast)
        for new_event in new:
            at_hand.begin(new_event)
        for position, event in enumerate(self.reading.events):
            _put(at_hand, events[event.id], self._told(event, position, cast, events))
        settled = settle(at_hand, events.values())
        keeping.keep(self.connection, at_hand, settled, self.changes)
        self._save_tellings(at_hand, events)
        save_documents(self.connection, self.report, self.reading, events, cast)
        save_statements(self.connection, self.report, self.reading, self.number)

    def _assigned(self, cast: Mapping[str, Actor]) -> tuple[dict[str, str], set[str]]:
        """Event ids by local id, and those of them that are new."""
        tellings = [
            occasion(event, _parties(event, cast), self.report.published.value) for event in self.reading.events
        ]
        known = loading.candidates(self.connection, map(looked_up, tellings))
        given = assign(tellings, loading.occasions(self.connection, known))
        new = self._new_ids([event for event in self.reading.events if event.id not in given])
        events = given | new
        return {event.id: events[event.id] for event in self.reading.events}, set(new.values())

    def _new_ids(self, events: Sequence[Event]) -> dict[str, str]:
        """An id that no event has yet, for each of these."""
        first = {event.id: event_id(self.report.id, event) for event in events}
        taken = set(loading.event_rows(self.connection, first.values()))
        new: dict[str, str] = {}
        for event in events:
            found, salt = first[event.id], 0
            while found in taken:
                salt += 1
                found = event_id(self.report.id, event, salt)
                if loading.event_rows(self.connection, [found]):
                    taken.add(found)
            taken.add(found)
            new[event.id] = found
        return new

    def _told(self, event: Event, position: int, cast: Mapping[str, Actor], events: Mapping[str, str]) -> Told:
        offices = {actor.key: actor.office for actor in self.reading.actors}
        sentence = event.sentence.of(self.report.text)
        return Told(
            report=self.report.id,
            order=(self.number, position),
            event=replace(event, roles=tuple(Role(role.role, cast[role.actor].key, role.span) for role in event.roles)),
            parties=_parties(event, cast),
            published=self.report.published.value,
            parent=events.get(event.part_of or ""),
            date_quote=self._date_quote(event),
            topic_words=tuple(topic.of(self.report.text) for topic in event.topics),
            sentence=sentence,
            paragraph_print=copies.to_text(copies.grams(_paragraph(self.report, event.sentence))),
            offices=tuple((cast[key].key, office) for key in event.actors() if (office := offices[key])),
        )

    def _date_quote(self, event: Event) -> str:
        quotes = (c.quote for c in self.reading.claims if c.about == event.id and c.prop in ("date", "when"))
        return next(quotes, "")

    def _save_tellings(self, at_hand: Settlement, events: Mapping[str, str]) -> None:
        tellings = [
            telling_columns(at_hand.told[self.report.id, event.id], event, position, events[event.id])
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


def _put(at_hand: Settlement, event: str, told: Told) -> None:
    """Put a new telling beside the others, and see which of them repeat one another."""
    others = at_hand.tellings(event)
    told = replace(told, copied_from=source(told, others))
    at_hand.put(event, told)
    at_hand.change(pointed_at(told, others))


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
