"""Moving all dates of a report by whole weeks, so that days of the week stay right; all dates are moved or none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from legation.model import Span
from training.corpus.edtf import shifted
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
_FIELDS = ("when", "said_on", "term")


def moved_value(value: str, days: int) -> str | None:
    """A TIMEX3 value or EDTF date moved; None if it cannot be (months, years)."""
    if value in REFERENCES or value.startswith("P"):
        return value
    if _WEEK.fullmatch(value):
        year, week = int(value[:4]), int(value[6:8])
        try:
            day = dt.date.fromisocalendar(year, week, 1) + dt.timedelta(days=days)
        except ValueError:
            return None
        return f"{day.isocalendar().year}-W{day.isocalendar().week:02d}{value[8:]}"
    return shifted(value, days)


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


def edits(report: Sheet, days: int) -> Mapping[Span, str] | None:
    """New words for each expression that changes; None if the report has a date that cannot be moved."""
    found: dict[Span, str] = {}
    dates = [m for m in report.body.marks if m.sort == "mention" and m.label == "D"]
    for mark in dates:
        value = moved_value(mark.key, days)
        parts = [m for m in dates if m is not mark and mark.span.covers(m.span)]
        if value is None or not _one_month(parts, days) or any(a.startswith("in=") for a in mark.args):
            return None
        if not parts:
            words = moved_words(mark.span.of(report.body.text), value)
            if words is None:
                return None
            found[mark.span] = words
    if any(moved_value(row.fields[f], days) is None for row in report.rows for f in _FIELDS if f in row.fields):
        return None
    return found


def _one_month(parts: Iterable[Mark], days: int) -> bool:
    """ "27 and 28" keep one month between them: "November 30 and 1" cannot be written."""
    values = [v for part in parts if (v := shifted(part.key, days))]
    return len({value[:7] for value in values}) <= 1


def moved_mark(mark: Mark, days: int) -> Mark:
    """A time expression with its value moved; any other mark as it is."""
    if mark.label != "D" or mark.sort != "mention":
        return mark
    return replace(mark, args=(moved_value(mark.key, days) or mark.key, *mark.args[1:]))


def moved_row(row: Row, days: int) -> Row:
    """A line with its dates moved."""
    fields = {k: (moved_value(v, days) or v) if k in _FIELDS else v for k, v in row.fields.items()}
    return replace(row, fields=fields)
