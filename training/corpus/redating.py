"""Moving all dates of a report alike, so that days of the week stay right; all dates are moved or none."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from legation.model import Span
from training.corpus.edtf import interval_of, shifted, when_of
from training.corpus.files import Row, Sheet
from training.corpus.markup import Mark
from training.corpus.vocabulary import REFERENCES

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_MONTH_FIRST = re.compile(rf"({_MONTH})( )(\d{{1,2}})((?:st|nd|rd|th)?)(,? \d{{4}})?", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})( )({_MONTH})(,? \d{{4}})?", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")
_CALENDAR = re.compile(rf"\d|\b(?:{_MONTH})\b", re.IGNORECASE)
_WEEK = re.compile(r"\d{4}-W\d\d(?:-WE)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bweekend\b", re.IGNORECASE)
MOST_WEEKS = 150
TRIES = 12
_FIELDS = ("when", "said_on", "term")


@dataclass(frozen=True, slots=True)
class Move:
    """By how much dates move: by days (whole weeks), or by years, which months and years can follow too."""

    days: int = 0
    years: int = 0

    def value(self, value: str) -> str | None:
        """A TIMEX3 value or EDTF date moved; None if it cannot be."""
        if value in REFERENCES or value.startswith(("P", "XXXX")):
            return value if self.years or not value.startswith("XXXX") else None
        if self.years:
            moved = _YEAR.sub(lambda year: str(int(year.group()) + self.years), value)
            return moved if moved != value and (interval_of(moved) or when_of(moved)) else None
        return _moved_week(value, self.days) if _WEEK.fullmatch(value) else shifted(value, self.days)

    def words(self, words: str, value: str) -> str | None:
        """The words for the moved ``value``, in the old words' manner; None if they cannot be found."""
        if self.years:
            return _YEAR.sub(lambda year: str(int(year.group()) + self.years), words)
        return moved_words(words, value)


def moves(report: Sheet, rng: random.Random) -> Move | None:
    """A move that all dates of the report can follow, by weeks if possible; None if there is none.

    28 years later or earlier every date falls on the same day of the week; other years only if no such day is named.
    """
    weekly = [Move(days=7 * rng.choice([-1, 1]) * rng.randint(3, MOST_WEEKS)) for _ in range(TRIES)]
    words = " ".join(m.span.of(report.body.text) for m in report.body.marks if m.label == "D")
    bound = _WEEKDAY.search(words) or any(_WEEK.fullmatch(m.key) for m in report.body.marks)
    years = [-28] if bound else rng.sample([n for n in range(-9, 10) if n], 18)
    return next((m for m in (*weekly, *(Move(years=n) for n in years)) if edits(report, m) is not None), None)


def _moved_week(value: str, days: int) -> str | None:
    try:
        day = dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 1) + dt.timedelta(days=days)
    except ValueError:
        return None
    return f"{day.isocalendar().year}-W{day.isocalendar().week:02d}{value[8:]}"


def moved_words(words: str, value: str) -> str | None:
    """The words for the day ``value``, in the old words' manner; themselves if no calendar date stands in them."""
    if not _CALENDAR.search(words):
        return words
    try:
        day = dt.date.fromisoformat(value.partition("T")[0])
    except ValueError:
        return None
    if re.fullmatch(r"\d{1,2}", words):
        return str(day.day)
    if words == value or re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return day.isoformat()
    if found := _MONTH_FIRST.fullmatch(words):
        month = _month(found.group(1), day)
        return None if found.group(4) else f"{month} {day.day}{_year(found.group(5), day)}"
    if found := _DAY_FIRST.fullmatch(words):
        return f"{day.day} {_month(found.group(3), day)}{_year(found.group(4), day)}"
    if _NUMERIC.fullmatch(words):
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    return None


def _month(word: str, day: dt.date) -> str:
    month = MONTHS[day.month - 1]
    return month.upper() if word.isupper() else month


def _year(words: str | None, day: dt.date) -> str:
    return re.sub(r"\d{4}", str(day.year), words) if words else ""


def edits(report: Sheet, move: Move) -> Mapping[Span, str] | None:
    """New words for each expression; None if the report has a date that cannot be moved so."""
    found: dict[Span, str] = {}
    dates = [m for m in report.body.marks if m.sort == "mention" and m.label == "D"]
    for mark in dates:
        value = move.value(mark.key)
        parts = [m for m in dates if m is not mark and mark.span.covers(m.span)]
        options = [arg.removeprefix("in=") for arg in mark.args[1:] if arg.startswith("in=")]
        if value is None or not _one_month(parts, move) or any(move.value(option) is None for option in options):
            return None
        if not parts:
            words = move.words(mark.span.of(report.body.text), value)
            if words is None:
                return None
            found[mark.span] = words
    published = report.header.get("published", "-")
    stated = [row.fields[name] for row in report.rows for name in _FIELDS if name in row.fields]
    if any(move.value(value) is None for value in (*stated, *([published] if published != "-" else []))):
        return None
    return found


def _one_month(parts: Iterable[Mark], move: Move) -> bool:
    """ "27 and 28" keep one month between them: "November 30 and 1" cannot be written."""
    values = [v for part in parts if move.days and (v := move.value(part.key))]
    return len({value[:7] for value in values}) <= 1


def moved_mark(mark: Mark, move: Move) -> Mark:
    """A time expression with its value moved; any other mark as it is."""
    if mark.label != "D" or mark.sort != "mention":
        return mark
    options = (f"in={_moved(arg[3:], move)}" if arg.startswith("in=") else arg for arg in mark.args[1:])
    return replace(mark, args=(_moved(mark.key, move), *options))


def moved_row(row: Row, move: Move) -> Row:
    """A line with its dates moved."""
    return replace(row, fields={k: _moved(v, move) if k in _FIELDS else v for k, v in row.fields.items()})


def moved_header(header: Mapping[str, str], move: Move) -> dict[str, str]:
    """A header with the day of publication moved."""
    published = header.get("published", "-")
    return {**header, "published": published if published == "-" else _moved(published, move)}


def _moved(value: str, move: Move) -> str:
    moved = move.value(value)
    return value if moved is None else moved
