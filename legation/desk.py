"""Carries reports through intake, reading and record; home of ``legation.read`` and of what ``legation.open`` gives.

The reader and the record are loaded when first needed: together they take longer to load than a command that needs
only one of them takes to answer.
"""

from __future__ import annotations

import datetime as dt
import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from legation.answers.days import exact_day, first_day, last_day
from legation.errors import InputError, LegationError, NotAReport, NotFound
from legation.intake import IntakeOptions, gather, report_from_text
from legation.intake import count as count_files
from legation.model import Reading, Report

if TYPE_CHECKING:
    from legation.reading import Reader
    from legation.record import (
        Counts,
        DocumentEntry,
        EventEntry,
        PersonEntry,
        Record,
        ReportEntry,
        SearchHit,
        StatementEntry,
        Telling,
    )

Day = dt.date | str
"""A day, or its ISO 8601 text; where a first or last day is asked for, a month or a year will do."""

Inputs = str | Path | Iterable[str | Path]
T = TypeVar("T")

_log = logging.getLogger(__name__)
_SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".gz")
# Reports that wait for each reading process, so that none is idle while the one writer writes.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    what: "read"; "held": this reader had read it before; "unread": kept, but not read (not in English);
    "refused": not kept. reason: for the last two, one line. nothing_found: read, and it tells of nothing.
    """

    source: str
    what: Literal["read", "held", "unread", "refused"]
    reason: str = ""
    nothing_found: bool = False
    events_new: int = 0
    events_changed: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, as the user named it (a line of a file as "file:12"), and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run of reading did. unread: kept but not read; refused: not kept; nothing_found: sources of reports
    that were read and tell of nothing; held: how many this reader had read before."""

    read: int = 0
    held: int = 0
    unread: tuple[Skipped, ...] = ()
    refused: tuple[Skipped, ...] = ()
    nothing_found: tuple[str, ...] = ()
    events_new: int = 0
    events_changed: int = 0

    @property
    def complete(self) -> bool:
        """True if every input was read, now or before."""
        return not self.unread and not self.refused

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "read": self.read,
            "held": self.held,
            "unread": [{"source": s.source, "reason": s.reason} for s in self.unread],
            "refused": [{"source": s.source, "reason": s.reason} for s in self.refused],
            "nothing_found": list(self.nothing_found),
            "events_new": self.events_new,
            "events_changed": self.events_changed,
        }


def read(text_or_path: str | Path, *, published: Day | None = None, outlet: str | None = None) -> Reading:
    """What one report says. All offsets are characters into the report's text, half-open.

    A Path is a file. A str is the text itself, unless it is one line that names an existing file or looks like the
    name of one ("reports/astana.txt"). published (a date or "2024-12-12"), outlet: go before what the report says.
    A report that cannot be read because it is not in English gives an empty reading whose notes say so.

    Raises InputError (missing, empty, binary, too large, more than one report in the file), ModelMissing, and
    ValueError if ``published`` is no day.
    """
    report = _one_report(text_or_path, _day(published, exact_day), outlet)
    reading = _reader().read(report)
    return replace(reading, notes=(*reading.notes, report.unread)) if report.unread else reading


def open(where: str | Path = "legation.db", *, create: bool = True) -> Desk:  # noqa: A001 - read as legation.open
    """A record and the means to fill and ask it: ``with legation.open("record.db") as record: ...``

    Raises RecordError if the file is no record, or missing and not ``create``; RecordTooNew.
    """
    from legation.record import Record

    return Desk(Record.open(where, create=create))


class Desk:
    """A record that is open: reads reports into it and answers from it. Made by ``legation.open``.

    Every method may raise RecordError if the file cannot be used any more.
    """

    def __init__(self, record: Record) -> None:
        self._record = record

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
        options = IntakeOptions(published=_day(published, exact_day), outlet=outlet, fields=dict(fields or {}))
        tally = _Tally()
        with _crew(jobs) as submit:
            plans = (self._plan(item, submit) for item in gather(_listed(paths), options))
            for outcome in _in_order(plans, 0 if jobs <= 1 else _AHEAD * jobs):
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
    ) -> list[EventEntry]:
        """Events in order of date, those without a year and then those without a date last.

        between: two countries (ISO 3166 alpha-3 or name), organisations or people who both take part. since, until:
        first and last day; events that touch the stretch are kept, and, if ``undated``, those without a known date.
        """
        from legation.record import TimelineQuery

        first, last = _day(since, first_day), _day(until, last_day)
        return self._record.timeline(TimelineQuery(between, person, kind, first, last, status, undated))

    def event(self, event_id: str) -> EventEntry:
        """One event with its tellings and claims; an unambiguous beginning of the id will do. Raises NotFound."""
        return self._record.event(event_id)

    def parts(self, event_id: str) -> list[EventEntry]:
        """The events that are part of this one, in order of date."""
        return [event for event in self.timeline() if event.part_of == event_id]

    def statements(self, *, by: str | None = None, about: str | None = None) -> list[StatementEntry]:
        """Who said what, in order of reading; by, about: a country, an organisation or a person."""
        return self._record.statements(by=by, about=about)

    def statement(self, statement_id: str) -> StatementEntry:
        """One statement; an unambiguous beginning of its id will do. Raises NotFound."""
        return _one(statement_id, "statement", {entry.id: entry for entry in self._record.statements()})

    def documents(self) -> list[DocumentEntry]:
        """Agreements, declarations and other documents, in order of date."""
        return self._record.documents()

    def document(self, document_id: str) -> DocumentEntry:
        """One document; an unambiguous beginning of its id will do. Raises NotFound."""
        return _one(document_id, "document", {entry.id: entry for entry in self._record.documents()})

    def who(self, name: str) -> list[PersonEntry]:
        """People of that name, in any usual spelling, the most mentioned first."""
        return self._record.who(name)

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

    def _plan(self, item: Report | InputError, submit: Submit) -> Plan:
        """What is to be done with an item when its turn comes; a reading that it needs is asked for now."""
        if isinstance(item, InputError):
            return partial(Outcome, item.source, "refused", item.reason)
        if item.unread:
            return partial(self._keep_unread, item, item.unread)
        if self._record.holds(item.id, _reader().version):
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
            return Outcome(report.source, "refused", _failed("cannot be kept", problem))
        found = reading.events or reading.statements or reading.documents
        return Outcome(
            report.source,
            "read" if added.read else "held",
            nothing_found=added.read and not found,
            events_new=added.events_new,
            events_changed=added.events_changed,
        )


# ---------------------------------------------------------------- reading, here or in other processes

Plan = Callable[[], Outcome]
Submit = Callable[[Report], Callable[[], Reading | str]]


@cache
def _reader() -> Reader:
    from legation.reading import Reader

    return Reader.load()


def _attempt(report: Report) -> Reading | str:
    """The reading, or in one line why there is none: a report on which the reader fails must not end the batch."""
    try:
        return _reader().read(report)
    except (LegationError, MemoryError):
        raise
    except Exception as problem:
        _log.debug("reading of %s failed", report.source, exc_info=True)
        return _failed("cannot be read, an error of legation", problem)


def _failed(what: str, problem: Exception) -> str:
    return " ".join(f"{what} ({type(problem).__name__}: {problem})".split())


@contextmanager
def _crew(jobs: int) -> Iterator[Submit]:
    """The way to have reports read: in this process when the reading is asked for, or ahead in ``jobs`` others.

    Processes and not threads: the HTML and language libraries underneath are not safe with threads.
    """
    if jobs <= 1:
        yield lambda report: partial(_attempt, report)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield lambda report: pool.submit(_attempt, report).result
    except BrokenProcessPool as problem:
        raise LegationError(
            "a reading process ended unexpectedly, perhaps for lack of memory; what was read is kept, "
            "and the same command with fewer jobs goes on from there"
        ) from problem
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_order(plans: Iterable[Plan], ahead: int) -> Iterator[Outcome]:
    """Carry the plans out one after the other, in their order, having looked at up to ``ahead`` more."""
    waiting: deque[Plan] = deque()
    for plan in plans:
        waiting.append(plan)
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


@dataclass(slots=True)
class _Tally:
    """Outcomes, counted."""

    read: int = 0
    held: int = 0
    unread: list[Skipped] = field(default_factory=list)
    refused: list[Skipped] = field(default_factory=list)
    nothing_found: list[str] = field(default_factory=list)
    events_new: int = 0
    events_changed: int = 0

    def add(self, outcome: Outcome) -> None:
        if outcome.what == "unread":
            self.unread.append(Skipped(outcome.source, outcome.reason))
        elif outcome.what == "refused":
            self.refused.append(Skipped(outcome.source, outcome.reason))
        elif outcome.what == "held":
            self.held += 1
        else:
            self.read += 1
        if outcome.nothing_found:
            self.nothing_found.append(outcome.source)
        self.events_new += outcome.events_new
        self.events_changed += outcome.events_changed

    def summary(self) -> Summary:
        return Summary(
            self.read,
            self.held,
            tuple(self.unread),
            tuple(self.refused),
            tuple(self.nothing_found),
            self.events_new,
            self.events_changed,
        )


# ---------------------------------------------------------------- what the caller gives


def how_many_files(paths: Inputs) -> int:
    """How many files ``Desk.read`` will go through; nothing is opened."""
    return count_files(_listed(paths))


def check_fields(fields: Mapping[str, str]) -> None:
    """Raise ValueError, which tells the choices, if a key is no field of a report; see ``Desk.read``."""
    IntakeOptions(fields=dict(fields))


def _listed(paths: Inputs) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _day(day: Day | None, of_text: Callable[[str], dt.date]) -> dt.date | None:
    return of_text(day) if isinstance(day, str) else day


def _one_report(text_or_path: str | Path, published: dt.date | None, outlet: str | None) -> Report:
    if isinstance(text_or_path, str) and not _names_a_file(text_or_path):
        return report_from_text(text_or_path, published=published, outlet=outlet)
    found = list(_first_two(gather([text_or_path], IntakeOptions(published=published, outlet=outlet))))
    if len(found) > 1:
        raise NotAReport(str(text_or_path), "holds more than one report; read it into a record with legation.open")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def _first_two(found: Iterable[T]) -> Iterator[T]:
    for _, item in zip(range(2), found, strict=False):
        yield item


def _names_a_file(text: str) -> bool:
    if len(text) > 4096 or "\n" in text or not text.strip():
        return False
    try:
        return Path(text).exists() or (" " not in text and text.lower().endswith(_SUFFIXES))
    except (OSError, ValueError):
        return False


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
