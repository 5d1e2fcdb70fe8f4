"""The handle that ``legation.open`` gives: reads reports into a record, and answers from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from legation.answers.days import exact_day, first_day, last_day
from legation.desk.crew import AHEAD, Plan, Submit, crew, failed, in_order, reader
from legation.desk.inputs import Day, Inputs, day_of, listed, storable
from legation.desk.outcomes import Outcome, Summary, Tally
from legation.errors import InputError, NotFound
from legation.intake import IntakeOptions, gather
from legation.model import Reading, Report

if TYPE_CHECKING:
    from legation.record import (
        Counts,
        DocumentEntry,
        EventEntry,
        Identification,
        PersonEntry,
        QuoteCheck,
        Record,
        ReportEntry,
        SearchHit,
        StatementEntry,
        Telling,
    )

T = TypeVar("T")


def open(where: str | Path = "legation.db", *, create: bool = True) -> Desk:  # noqa: A001 - read as legation.open
    """A record and the means to fill and ask it: ``with legation.open("record.db") as record: ...``

    Raises RecordError if the file is no record, or missing and not ``create``; RecordTooNew.
    """
    from legation.record import Record

    return Desk(Record.open(where, create=create), _files_of(where))


class Desk:
    """A record that is open: reads reports into it and answers from it. Made by ``legation.open``.

    Every method may raise RecordError if the file cannot be used any more.
    """

    def __init__(self, record: Record, own_files: frozenset[Path] = frozenset()) -> None:
        self._record = record
        self._own_files = own_files

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self._record.close()

    def read(
        self,
        paths: Inputs,
        *,
        published: Day | None = None,
        outlet: str | None = None,
        fields: Mapping[str, str] | None = None,
        jobs: int = 1,
        watch: Callable[[Outcome], None] | None = None,
    ) -> Summary:
        """Read files, folders and standard input ("-") into the record, in order, one transaction a report.

        Stopped at any moment, the record holds the reports that were finished, and the same call goes on from there.
        What cannot be read is named in the summary and the rest goes on. published, outlet: hold for every report of
        this call. fields: our name -> theirs in JSON records ({"text": "body"}). jobs: processes that read; with more
        than one the calling script must be importable (``if __name__ == "__main__":``). watch: called after each input.

        Raises ModelMissing if there is something to read and nothing to read it with, and ValueError for a bad option.
        """
        named = listed(paths)
        options = IntakeOptions(published=day_of(published, exact_day), outlet=outlet, fields=dict(fields or {}))
        tally = Tally()
        with crew(jobs) as submit:
            found = (item for item in gather(named, options) if not self._is_own(item, named))
            plans = (self._plan(storable(item), submit) for item in found)
            for outcome in in_order(plans, 0 if jobs <= 1 else AHEAD * jobs):
                tally.add(outcome)
                if watch:
                    watch(outcome)
        return tally.summary()

    def timeline(
        self,
        *,
        between: tuple[str, str] | None = None,
        person: str | None = None,
        kind: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        status: str | None = None,
        undated: bool = False,
        acts: bool = False,
        least: float = 0.0,
    ) -> list[EventEntry]:
        """Events in order of date, those without a year and then those without a date last.

        between: two countries (ISO 3166 alpha-3 or name), organisations or people who both take part. since, until:
        first and last day; events that touch the stretch are kept, and, if ``undated``, those without a known date.
        acts: what states did to each other besides meeting (accused, threatened, aided) is listed too. least: the score
        (0 to 1, the share of those like it that are right) that an event has at least.
        """
        from legation.record import TimelineQuery

        first, last = day_of(since, first_day), day_of(until, last_day)
        return self._record.timeline(TimelineQuery(between, person, kind, first, last, status, undated, acts, least))

    def event(self, event_id: str) -> EventEntry:
        """One event with its tellings and claims; an unambiguous beginning of the id will do. Raises NotFound."""
        return self._record.event(event_id)

    def parts(self, event_id: str) -> list[EventEntry]:
        """The events that are part of this one, in order of date."""
        return [event for event in self.timeline(acts=True) if event.part_of == event_id]

    def statements(
        self, *, by: str | None = None, about: str | None = None, act: str | None = None
    ) -> list[StatementEntry]:
        """Who said what, in order of reading; by, about: a country, an organisation or a person.

        act: what was done by saying it ("thanked"), or its PLOVER type ("SUPPORT").
        """
        return self._record.statements(by=by, about=about, act=act)

    def statement(self, statement_id: str) -> StatementEntry:
        """One statement; an unambiguous beginning of its id will do. Raises NotFound."""
        return _one(statement_id, "statement", {entry.id: entry for entry in self._record.statements()})

    def check_quote(self, words: str, *, by: str | None = None, limit: int = 10) -> QuoteCheck:
        """Whether these words were said: verbatim, close or not found, by whom, in which report; best first.

        by: who is said to have said them; words that are laid to others are found all the same, and say so.
        """
        return self._record.check_quote(words, by=by, limit=limit)

    def documents(self) -> list[DocumentEntry]:
        """Agreements, declarations and other documents, in order of date."""
        return self._record.documents()

    def document(self, document_id: str) -> DocumentEntry:
        """One document; an unambiguous beginning of its id will do. Raises NotFound."""
        return _one(document_id, "document", {entry.id: entry for entry in self._record.documents()})

    def who(self, name: str) -> list[PersonEntry]:
        """People of that name, in any usual spelling, the most mentioned first."""
        return self._record.who(name)

    def identifications(self, event: EventEntry) -> list[Identification]:
        """Why the words of each report of an event were taken for its people: a reason and a score (0 to 1) each."""
        return self._record.identifications(event)

    def search(self, words: str, *, limit: int = 50) -> list[SearchHit]:
        """Reports that hold all these words, best first."""
        return self._record.search(words, limit=limit)

    def reports(self) -> list[ReportEntry]:
        """All reports, in order of reading."""
        return self._record.reports()

    def report(self, report_id: str) -> ReportEntry:
        """One report; an unambiguous beginning of its id will do. Raises NotFound."""
        return _one(report_id, "report", {entry.id: entry for entry in self._record.reports()})

    def text(self, report_id: str) -> str:
        """The text of a report, into which all offsets point. Raises NotFound."""
        return self._record.text(report_id)

    def tellings(self, report_id: str) -> list[Telling]:
        """The events that one report tells, in its own order."""
        return self._record.tellings(report_id)

    def counts(self) -> Counts:
        """How much the record holds."""
        return self._record.counts()

    def _is_own(self, item: Report | InputError, named: list[str | Path]) -> bool:
        """True for a file of this record that lies in a folder to be read; if it is named itself it is refused."""
        refused = isinstance(item, InputError) and item.source not in map(str, named)
        return refused and Path(item.source).resolve() in self._own_files

    def _plan(self, item: Report | InputError, submit: Submit) -> Plan:
        """What is to be done with an item when its turn comes; a reading that it needs is asked for now."""
        if isinstance(item, InputError):
            return partial(Outcome, item.source, "refused", item.reason)
        if item.unread:
            return partial(self._keep_unread, item, item.unread)
        if self._record.holds(item.id, reader().version):
            return partial(Outcome, item.source, "held")
        return partial(self._enter, item, submit(item))

    def _keep_unread(self, report: Report, reason: str) -> Outcome:
        self._record.add(report, None)
        return Outcome(report.source, "unread", reason)

    def _enter(self, report: Report, finish: Callable[[], Reading | str]) -> Outcome:
        reading = finish()
        if isinstance(reading, str):
            return Outcome(report.source, "refused", reading)
        try:
            added = self._record.add(report, reading)
        except ValueError as problem:
            return Outcome(report.source, "refused", failed("cannot be kept", problem))
        found = reading.events or reading.statements or reading.documents
        return Outcome(
            report.source,
            "read" if added.read else "held",
            nothing_found=added.read and not found,
            events_new=added.events_new,
            events_changed=added.events_changed,
        )


def _files_of(where: str | Path) -> frozenset[Path]:
    """The files that SQLite keeps for a record."""
    path = str(Path(where).resolve())
    return frozenset(Path(path + ending) for ending in ("", "-wal", "-shm", "-journal"))


def _one(given: str, what: str, entries: Mapping[str, T]) -> T:
    """The entry of that id, or the only one whose id begins so. Raises NotFound."""
    if given in entries:
        return entries[given]
    found = [id_ for id_ in entries if given and id_.startswith(given)]
    if not found:
        raise NotFound(f"no {what} {given} in this record")
    if len(found) > 1:
        raise NotFound(f"{given} is the beginning of {len(found)} {what}s: {', '.join(found[:5])}")
    return entries[found[0]]
