"""The record as the rest of legation sees it: open, add, ask, close."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from legation.errors import RecordError
from legation.model import Reading, Report
from legation.record import adding
from legation.record.asking import documents, events, people, quotations, reports, statements, tellings
from legation.record.entries import (
    Added,
    Counts,
    DocumentEntry,
    Identification,
    PersonEntry,
    ReportEntry,
    SearchHit,
    StatementEntry,
)
from legation.record.events import EventEntry, Telling, TimelineQuery
from legation.record.quotations import QuoteCheck
from legation.record.store import Connection, DBAPIError, Engine, opening

EVERYTHING = TimelineQuery()


class Record:
    """All readings, merged. A context manager; safe for one writer and many readers at once.

    Made by ``Record.open``. Every method may raise RecordError if the file cannot be used.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine: Engine | None = engine
        self._name = name

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Record:
        """The record at ``where`` (a path, or a SQLAlchemy URL of SQLite), made if missing and ``create``.

        Raises RecordError (no SQLite file, another program's database, no such folder, missing and not
        ``create``) and RecordTooNew; the file is left untouched in each case.
        """
        return cls(opening.open_engine(where, create=create), str(where))

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def holds(self, report_id: str, reader: str) -> bool:
        """True if this report is already read by this reader version, or is kept as one that cannot be read."""
        with self._asking() as connection:
            return reports.holds(connection, report_id, reader)

    def add(self, report: Report, reading: Reading | None) -> Added:
        """Keep a report and what it says, in one transaction. ``reading`` None: kept, but unread.

        The same report with the same reader again changes nothing; with another reader version its old reading
        is replaced. Raises ValueError, and keeps nothing, if a span lies outside the text or a claim does not quote it.
        """
        with self._writing() as connection:
            return adding.add(connection, report, reading)

    def timeline(self, query: TimelineQuery = EVERYTHING) -> list[EventEntry]:
        """Events in order of date; those without a year, then those without a date, come last.

        Of those that begin on one day the longest comes first. Acts are listed only if the query asks for them. A name
        that nobody in the record has finds nothing.
        """
        with self._asking() as connection:
            return events.timeline(connection, query)

    def event(self, event_id: str) -> EventEntry:
        """One event with its tellings and claims; an unambiguous beginning of the id will do. Raises NotFound."""
        with self._asking() as connection:
            return events.event(connection, event_id)

    def tellings(self, report_id: str) -> list[Telling]:
        """What one report tells, in the order of its reading; empty if the report is not read."""
        with self._asking() as connection:
            return tellings.tellings(connection, report=report_id)

    def statements(
        self, *, by: str | None = None, about: str | None = None, act: str | None = None
    ) -> list[StatementEntry]:
        """Statements in order of reading; by and about: a country (ISO3 or name), an organisation or a person.

        What was said for somebody by a spokesman is by both. act: what was done by saying it ("thanked"), or its PLOVER
        type ("SUPPORT").
        """
        with self._asking() as connection:
            return statements.statements(connection, by, about, act)

    def check_quote(self, words: str, *, by: str | None = None, limit: int = 10) -> QuoteCheck:
        """Whether the words were said: verbatim, close (with what differs) or not, by whom and where, best first.

        by: a country, an organisation or a person they are said to be of; what others said is found all the same.
        Case, accents, punctuation and white space do not matter; an ellipsis stands for words left out.
        """
        with self._asking() as connection:
            return quotations.check(connection, words, by, limit)

    def documents(self) -> list[DocumentEntry]:
        """All documents, in order of date, the undated last."""
        with self._asking() as connection:
            return documents.documents(connection)

    def who(self, name: str) -> list[PersonEntry]:
        """People of that name (any usual spelling, full or surname only) or key, the most mentioned first."""
        with self._asking() as connection:
            return people.who(connection, name)

    def identifications(self, event: EventEntry) -> list[Identification]:
        """Why the words of each report of an event were taken for its people, in the order of reading."""
        keys = sorted({role.actor.key for role in event.roles if role.actor.kind == "person"})
        with self._asking() as connection:
            return people.identifications(connection, keys, {telling.report for telling in event.tellings})

    def search(self, words: str, *, limit: int = 50) -> list[SearchHit]:
        """Reports with all these words, best first; any text is a valid query.

        Words in double quotes must stand together. Case and accents do not matter.
        """
        with self._asking() as connection:
            return reports.search(connection, words, limit)

    def reports(self) -> list[ReportEntry]:
        """All reports, in order of reading."""
        with self._asking() as connection:
            return reports.reports(connection)

    def text(self, report_id: str) -> str:
        """The text of a report, into which all offsets point. Raises NotFound."""
        with self._asking() as connection:
            return reports.text(connection, report_id)

    def counts(self) -> Counts:
        """How much the record holds."""
        with self._asking() as connection:
            return reports.counts(connection)

    def _asking(self) -> AbstractContextManager[Connection]:
        return self._using(opening.asking)

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._using(opening.writing)

    @contextmanager
    def _using(self, begin: opening.Begin) -> Iterator[Connection]:
        """A transaction; whatever the database complains of becomes a RecordError."""
        if self._engine is None:
            raise RecordError(f"{self._name}: the record is closed")
        try:
            with begin(self._engine) as connection:
                yield connection
        except DBAPIError as error:
            raise RecordError(f"{self._name}: {opening.one_line(error)}") from error
