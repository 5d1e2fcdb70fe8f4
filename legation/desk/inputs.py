"""What the caller gives: days, files, field names, and one report by its text or its path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from legation.answers.days import exact_day
from legation.desk.crew import reader
from legation.errors import InputError, NotAReport
from legation.intake import IntakeOptions, gather, report_from_text
from legation.intake import count as count_files
from legation.model import Reading, Report

Day = dt.date | str
"""A day, or its ISO 8601 text; where a first or last day is asked for, a month or a year will do."""

Inputs = str | Path | Iterable[str | Path]
T = TypeVar("T")

_SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".gz")


def read(text_or_path: str | Path, *, published: Day | None = None, outlet: str | None = None) -> Reading:
    """What one report says. All offsets are characters into the report's text, half-open.

    A Path is a file. A str is the text itself, unless it is one line that names an existing file or looks like the
    name of one ("reports/astana.txt"). published (a date or "2024-12-12"), outlet: go before what the report says.
    A report that cannot be read because it is not in English gives an empty reading whose notes say so.

    Raises InputError (missing, empty, binary, too large, more than one report in the file), ModelMissing, and
    ValueError if ``published`` is no day.
    """
    report = _one_report(text_or_path, day_of(published, exact_day), outlet)
    reading = reader().read(report)
    return replace(reading, notes=(*reading.notes, report.unread)) if report.unread else reading


def how_many_files(paths: Inputs) -> int:
    """How many files ``Desk.read`` will go through; nothing is opened."""
    return count_files(listed(paths))


def check_fields(fields: Mapping[str, str]) -> None:
    """Raise ValueError, which tells the choices, if a key is no field of a report; see ``Desk.read``."""
    IntakeOptions(fields=dict(fields))


def listed(paths: Inputs) -> list[str | Path]:
    """The inputs as a list, a single one too."""
    return [paths] if isinstance(paths, str | Path) else list(paths)


def day_of(day: Day | None, of_text: Callable[[str], dt.date]) -> dt.date | None:
    """A day given as one or as text, which ``of_text`` understands."""
    return of_text(day) if isinstance(day, str) else day


def storable(item: Report | InputError) -> Report | InputError:
    """The same; a file name that is no Unicode text cannot be stored, and is told with U+FFFD for what is not."""
    if isinstance(item, InputError) or item.source.isprintable():
        return item
    name = item.source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return replace(item, source=name)


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
        return Path(text).is_file() or (" " not in text and text.lower().endswith(_SUFFIXES))
    except (OSError, ValueError):
        return False
