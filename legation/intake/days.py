"""Calendar days in metadata, file names and headers. Only what is written; nothing is filled in."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_YEAR = r"(?:19|20)\d{2}"
_IN_NAME = re.compile(rf"(?<!\d)({_YEAR})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO = re.compile(rf"\s*({_YEAR})-(\d{{1,2}})-(\d{{1,2}})(?!\d)")
_COMPACT = re.compile(rf"\s*({_YEAR})(\d\d)(\d\d)(?:T?\d{{6}}Z?)?\s*$")
# Seconds since 1970 with ten digits reach from 2001 to 2286; with thirteen they are milliseconds.
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})(?:\.\d+)?\s*$")


@cache
def _calendar() -> dict[str, Any]:
    source = resources.files("legation.intake").joinpath("calendar.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def month_numbers() -> dict[str, int]:
    """Month names of all languages of the calendar file, lower case -> 1..12."""
    return {
        name: number
        for months in _calendar()["months"].values()
        for number, names in enumerate(months, start=1)
        for name in names
    }


@cache
def day_pattern() -> str:
    """A regular expression (to be used ignoring case, with no group names) for a day, with or without its year."""
    months = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    weekdays = "|".join(_calendar()["weekdays"]["names"])
    year = rf"(?:\s*,?\s*{_YEAR}(?!\d)(?:\s*(?:года|г\.|жыл\w*))?)?"
    return (
        rf"(?:(?:{weekdays})\.?,?\s+)?"
        rf"(?:{_YEAR}-\d\d-\d\d(?!\d)"
        rf"|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}(?!\d)"
        rf"|(?:{_YEAR}年)?\d{{1,2}}月\d{{1,2}}日"
        rf"|(?:{months})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d\w]){year}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?(?:{months})\.?(?!\w)(?:\s+de)?{year})"
    )


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def in_file_name(name: str) -> dt.date | None:
    """The day in a file name such as ``2024-12-12_astana.txt`` or ``tass-20241212.html``; None if there is none."""
    for found in _IN_NAME.finditer(name):
        day = _day(int(found[1]), int(found[3]), int(found[4]))
        if day:
            return day
    return None


def in_words(words: str) -> dt.date | None:
    """The full date in ``Dec. 12, 2024``, ``12 декабря 2024 года``, ``12.12.2024`` ...; None without a year.

    ``03/04/2024`` is None too: whether it is March or April cannot be told.
    """
    iso = re.search(rf"({_YEAR})-(\d\d)-(\d\d)", words)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numeric = re.search(rf"(\d{{1,2}})([./])(\d{{1,2}})\2({_YEAR})", words)
    if numeric:
        return _numeric(int(numeric[1]), int(numeric[3]), int(numeric[4]), numeric[2])
    chinese = re.search(rf"({_YEAR})年(\d{{1,2}})月(\d{{1,2}})日", words)
    if chinese:
        return _day(int(chinese[1]), int(chinese[2]), int(chinese[3]))
    year = re.search(rf"(?<!\d){_YEAR}(?!\d)", words)
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", words)
    numbers = [month_numbers()[word] for word in re.findall(r"[^\W\d_]+", words.lower()) if word in month_numbers()]
    return _day(int(year[0]), numbers[0], int(day[1])) if year and day and numbers else None


def in_line(line: str) -> dt.date | None:
    """The first full date in a line that may hold a clock time and other words too."""
    found = re.search(day_pattern(), line, re.IGNORECASE)
    return in_words(found.group()) if found else None


def _numeric(first: int, second: int, year: int, separator: str) -> dt.date | None:
    if separator == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def in_metadata(value: object) -> dt.date | None:
    """The day a metadata field gives: ISO 8601, RFC 2822, ``20241212T153000Z``, Unix time, or words; else None.

    With a time and zone it is the day as written, not the day in another zone.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    for pattern in (_ISO, _COMPACT):
        found = pattern.match(text)
        if found:
            return _day(int(found[1]), int(found[2]), int(found[3]))
    epoch = _EPOCH.match(text)
    if epoch:
        seconds = int(epoch[1][:10])
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return in_words(text[:100])
