"""The record as the rest of legation sees it: open, add, ask, close."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from legation.model import Reading, Report
from legation.record.entries import (
    Added,
    Counts,
    DocumentEntry,
    EventEntry,
    PersonEntry,
    ReportEntry,
    SearchHit,
    StatementEntry,
    Telling,
    TimelineQuery,
)

EVERYTHING = TimelineQuery()


class Record:
    """All readings, merged. A context manager; safe for one writer and many readers at once.

    Every method may raise RecordError if the file cannot be used.
    """

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Record:
        """The record at ``where`` (a path, or a SQLAlchemy URL of SQLite), made if missing and ``create``.

        Raises RecordError (no SQLite file, another program's database, no such folder, missing and not
        ``create``) and RecordTooNew; the file is left untouched in each case.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def holds(self, report_id: str, reader: str) -> bool:
        """True if this report is already read by this reader version, or is kept as one that cannot be read."""
        raise NotImplementedError

    def add(self, report: Report, reading: Reading | None) -> Added:
        """Keep a report and what it says, in one transaction. ``reading`` None: kept, but unread.

        The same report with the same reader again changes nothing; with another reader version its old reading
        is replaced. Raises ValueError, and keeps nothing, if a span lies outside the text or a claim does not quote it.
        """
        raise NotImplementedError

    def timeline(self, query: TimelineQuery = EVERYTHING) -> list[EventEntry]:
        """Events in order of date; those without a year, then those without a date, come last."""
        raise NotImplementedError

    def event(self, event_id: str) -> EventEntry:
        """One event with its tellings and claims; an unambiguous beginning of the id will do. Raises NotFound."""
        raise NotImplementedError

    def tellings(self, report_id: str) -> list[Telling]:
        """What one report tells, in the order of its reading; empty if the report is not read."""
        raise NotImplementedError

    def statements(self, *, by: str | None = None, about: str | None = None) -> list[StatementEntry]:
        """Statements in order of reading; by and about: a country (ISO3 or name), an organisation or a person."""
        raise NotImplementedError

    def documents(self) -> list[DocumentEntry]:
        """All documents, in order of date, the undated last."""
        raise NotImplementedError

    def who(self, name: str) -> list[PersonEntry]:
        """People of that name (any usual spelling, full or surname only), the most mentioned first."""
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 50) -> list[SearchHit]:
        """Reports with all these words, best first; any text is a valid query."""
        raise NotImplementedError

    def reports(self) -> list[ReportEntry]:
        """All reports, in order of reading."""
        raise NotImplementedError

    def text(self, report_id: str) -> str:
        """The text of a report, into which all offsets point. Raises NotFound."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """How much the record holds."""
        raise NotImplementedError
