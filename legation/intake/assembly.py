"""One item and the options of the run -> one Report."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import urlsplit

from legation.errors import EmptyInput, NotAReport
from legation.intake import days, tongue
from legation.intake.item import Item
from legation.intake.limits import MAX_TEXT_CHARACTERS
from legation.intake.options import IntakeOptions
from legation.intake.rejoining import rejoined
from legation.intake.wrapping import Note, Wrapping, unwrap
from legation.model import Aside, Known, Report, Translation

T = TypeVar("T")
# Half of a surrogate pair is no character and cannot be stored as UTF-8.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def make_report(item: Item, options: IntakeOptions) -> Report:
    """The report of an item, its wrapping set aside.

    The text is kept character for character; only a byte order mark at its start is dropped, half a surrogate pair (no
    character, and not storable) becomes U+FFFD, and line ends inside hard-wrapped paragraphs become spaces. Raises
    EmptyInput or NotAReport.
    """
    text = rejoined(_LONE_SURROGATE.sub("\ufffd", item.text.removeprefix("\ufeff")))
    if not text.strip():
        raise EmptyInput(item.source, "empty: there is no text in it")
    if len(text) > MAX_TEXT_CHARACTERS:
        limit = f"{MAX_TEXT_CHARACTERS:,}"
        raise NotAReport(
            item.source, f"too large for a news report: {len(text):,} characters, at most {limit} are read"
        )
    wrapping = unwrap(text, item.title.value)
    line = wrapping.head.dateline
    title = _title(item, wrapping)
    outlet = _outlet(item, options, wrapping)
    address = item.address
    language, unread = _language(_body(text, wrapping.asides), item.language)
    return Report(
        id=report_id(text, title.value, outlet.value, address.value),
        text=text,
        source=item.source,
        title=title,
        outlet=outlet,
        address=address,
        language=language,
        published=_published(item, options, wrapping),
        dateline_place=line.place if line else None,
        asides=_with_detail(wrapping, language.value),
        translation=_translation(wrapping.note, language.value),
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        fetched=options.fetched,
        unread=unread,
    )


def report_id(text: str, title: str | None, outlet: str | None, address: str | None) -> str:
    """16 hexadecimal digits, the same for the same report wherever it was read from.

    The parts are hashed as a JSON list, so that no two different reports share an id by where their parts meet.
    """
    parts = json.dumps([text, title, outlet, address], ensure_ascii=True)
    return hashlib.sha256(parts.encode("ascii")).hexdigest()[:16]


def _first(candidates: Iterable[Known[T]]) -> Known[T]:
    """The first of them that has a value."""
    return next((known for known in candidates if known.value is not None), Known())


def _title(item: Item, wrapping: Wrapping) -> Known[str]:
    candidates: list[Known[str]] = [item.title, Known(wrapping.head.title, "text")]
    return _first(candidates)


def _outlet(item: Item, options: IntakeOptions, wrapping: Wrapping) -> Known[str]:
    line = wrapping.head.dateline
    candidates: list[Known[str]] = [
        Known(options.outlet, "option"),
        item.outlet,
        Known(line.agency if line else None, "dateline"),
        _domain(item.address),
    ]
    return _first(candidates)


def _published(item: Item, options: IntakeOptions, wrapping: Wrapping) -> Known[dt.date]:
    line = wrapping.head.dateline
    candidates: list[Known[dt.date]] = [
        Known(options.published, "option"),
        item.published,
        Known(days.in_file_name(item.file_name), "file name"),
        Known(line.published if line else None, "dateline"),
        Known(wrapping.head.stamp, "text"),
    ]
    return _first(candidates)


def _domain(address: Known[str]) -> Known[str]:
    try:
        host = urlsplit(address.value or "").hostname
    except ValueError:
        return Known()
    return Known(host.removeprefix("www."), address.how) if host else Known()


def _body(text: str, asides: tuple[Aside, ...]) -> str:
    parts, start = [], 0
    for aside in asides:
        parts.append(text[start : aside.span.start])
        start = aside.span.end
    return " ".join([*parts, text[start:]])


def _language(body: str, stated: Known[str]) -> tuple[Known[str], str | None]:
    """The language of the body, and why the report stays unread (None: it is English, or cannot be told).

    The words decide: pages with translations often still state the language of the original.
    """
    seen = tongue.language_of(body)
    claimed = tongue.code_of(stated.value) if stated.value else None
    code = seen or claimed
    if code is None:
        return Known(), None
    known = Known(code, stated.how if claimed == code else "text")
    return known, None if code == "en" else f"not in English ({tongue.name_of(code)})"


def _source_language(note: Note, language: str | None) -> str | None:
    """The language stated; else that of the note itself, if it is not the language of the report."""
    return note.stated or (note.written_in if language and note.written_in != language else None)


def _translation(note: Note | None, language: str | None) -> Translation | None:
    return Translation(note.engine, _source_language(note, language), note.span) if note else None


def _with_detail(wrapping: Wrapping, language: str | None) -> tuple[Aside, ...]:
    """The asides; a note's detail says it if the source language was taken from the note's own."""
    note = wrapping.note
    if note is None or note.stated or not (source := _source_language(note, language)):
        return wrapping.asides
    told = f"{note.engine or 'engine not named'}, probably from {tongue.name_of(source)} (the note is in it)"
    return tuple(Aside(a.span, a.reason, told) if a.span == note.span else a for a in wrapping.asides)


def item_of_options(
    text: str,
    source: str,
    *,
    published: dt.date | None,
    outlet: str | None,
    title: str | None,
    address: str | None,
    language: str | None,
) -> Item:
    """An item whose particulars the caller states."""

    def stated(value: T | None) -> Known[T]:
        return Known() if value is None else Known(value, "option")

    return Item(
        text,
        source,
        title=stated(title),
        outlet=stated(outlet),
        address=stated(address),
        language=stated(language),
        published=stated(published),
    )
