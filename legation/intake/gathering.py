"""From what the user names to reports: each file by its format, errors in their place, in input order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.errors import EmptyInput, InputError, NotAReport
from legation.intake.assembly import make_report
from legation.intake.decoding import decode
from legation.intake.files import Capped, Source, opened, sources
from legation.intake.item import Item
from legation.intake.limits import MAX_PAGE_BYTES, MAX_TEXT_BYTES
from legation.intake.options import IntakeOptions
from legation.intake.pages import is_page, item_of_page
from legation.intake.records import items_of_document, items_of_lines
from legation.model import Report

_LINES = {".jsonl", ".ndjson", ".jsonlines"}
_PAGES = {".html", ".htm", ".xhtml", ".shtml"}
# Enough to see how a document begins.
_START = 8192


def gather(inputs: Iterable[str | Path], options: IntakeOptions | None = None) -> Iterator[Report | InputError]:
    """The reports of files, folders and standard input ("-"), in input order; one at a time is in memory.

    What cannot be read comes as an InputError in its place (it is not raised), and the rest goes on. A file may hold
    many reports (JSON Lines) or one. The same report named twice comes twice, with the same id.
    """
    options = options or IntakeOptions()
    for source in sources(inputs):
        if isinstance(source, InputError):
            yield source
            continue
        for item in _items(source, options):
            yield item if isinstance(item, InputError) else _report(item, options)


def count(inputs: Iterable[str | Path]) -> int:
    """How many files ``gather`` will go through; cheap, nothing is opened. What is missing counts as one."""
    return sum(1 for _ in sources(inputs))


def _report(item: Item, options: IntakeOptions) -> Report | InputError:
    try:
        return make_report(item, options)
    except InputError as problem:
        return problem


def _items(source: Source, options: IntakeOptions) -> Iterator[Item | InputError]:
    try:
        with opened(source) as stream:
            yield from _by_format(stream, source, options)
    except InputError as problem:
        yield problem


def _by_format(stream: Capped, source: Source, options: IntakeOptions) -> Iterator[Item | InputError]:
    start = stream.start(_START)
    if not start:
        raise EmptyInput(source.name, "empty: there is nothing in it")
    if source.extension in _LINES:
        yield from items_of_lines(stream, source, options)
    elif source.extension == ".json":
        yield from items_of_document(stream, source, options)
    elif source.extension in _PAGES or is_page(start.decode("utf-8", errors="replace")):
        yield item_of_page(stream.everything(MAX_PAGE_BYTES), source.name, source.file_name)
    elif not source.extension and _is_json(start):
        # Many objects, or one: either way the lines are the records unless the first line is no whole object.
        one_a_line = start.lstrip()[:1] == b"{" and b"}" in start.split(b"\n", 1)[0]
        yield from (items_of_lines if one_a_line else items_of_document)(stream, source, options)
    else:
        yield _plain_text(stream, start, source)


def _is_json(start: bytes) -> bool:
    """True for what begins as a JSON object, or a list of them, does; a report may begin with "[Photo]" too."""
    squeezed = b"".join(start[:200].removeprefix(b"\xef\xbb\xbf").split())
    return squeezed.startswith((b'{"', b'[{"'))


def _plain_text(stream: Capped, start: bytes, source: Source) -> Item:
    if start.lstrip().startswith((b"<?xml", b"<rss", b"<feed")):
        raise NotAReport(source.name, "an XML document; feeds and other XML are not read")
    # Before the size: of a large picture it should be said that it is a picture.
    decode(start, source.name)
    return Item(decode(stream.everything(MAX_TEXT_BYTES), source.name), source.name, source.file_name)
