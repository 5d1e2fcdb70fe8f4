"""JSON records of news: news-please, GDELT and their like. One record is one item."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from legation.errors import BadRecordLine, InputError
from legation.intake import days
from legation.intake.decoding import decode
from legation.intake.files import Capped, Source
from legation.intake.item import Item
from legation.intake.limits import MAX_JSON_BYTES, MAX_TEXT_BYTES, megabytes
from legation.intake.options import IntakeOptions
from legation.model import Known


@cache
def field_names() -> dict[str, Any]:
    """Our field -> the names others use for it; and under "meta" those of meta tags."""
    source = resources.files("legation.intake").joinpath("fields.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def items_of_lines(stream: Capped, source: Source, options: IntakeOptions) -> Iterator[Item | InputError]:
    """One item or error a line; blank lines are passed over. Lines count from 1."""
    for number, line in enumerate(stream.lines(MAX_TEXT_BYTES), start=1):
        place = f"{source.name}:{number}"
        if line is None:
            yield BadRecordLine(
                place, f"too large for a news report: the line has more than {megabytes(MAX_TEXT_BYTES)}"
            )
        elif line.strip():
            yield _item_of_bytes(line, place, source, options)


def _item_of_bytes(line: bytes, place: str, source: Source, options: IntakeOptions) -> Item | InputError:
    try:
        return _item(parsed(line, place), place, source, options)
    except InputError as problem:
        return problem


def items_of_document(stream: Capped, source: Source, options: IntakeOptions) -> Iterator[Item | InputError]:
    """The items of a .json file: one object, a list, or an object that holds one list of objects (``articles``)."""
    value = parsed(stream.everything(MAX_JSON_BYTES), source.name)
    if isinstance(value, dict) and _text(value, options.fields) is None:
        lists = [held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], dict)]
        value = lists[0] if len(lists) == 1 else value
    if not isinstance(value, list):
        yield _item(value, source.name, source, options)
        return
    for number, record in enumerate(value, start=1):
        try:
            yield _item(record, f"{source.name}#{number}", source, options)
        except InputError as problem:
            yield problem


def parsed(data: bytes, place: str) -> Any:
    """The JSON value. Raises BadRecordLine, NotAReport if it is no text."""
    try:
        return json.loads(decode(data, place))
    except RecursionError:
        raise BadRecordLine(place, "not JSON that can be read: nested too deeply") from None
    except ValueError as problem:
        where = f" (character {problem.pos + 1})" if isinstance(problem, json.JSONDecodeError) else ""
        raise BadRecordLine(place, f"not JSON{where}") from None


def _item(record: Any, place: str, source: Source, options: IntakeOptions) -> Item:
    if not isinstance(record, dict):
        raise BadRecordLine(place, f"not a JSON object but a {_json_type(record)}")
    text = _text(record, options.fields)
    if text is None:
        names = options.fields.get("text") or ", ".join(field_names()["text"][:4]) + " ..."
        raise BadRecordLine(place, f"no text in the record (looked for {names})")
    return Item(
        text,
        place,
        source.file_name,
        title=_known(record, "title", options.fields),
        outlet=_known(record, "outlet", options.fields),
        address=_known(record, "address", options.fields),
        language=_known(record, "language", options.fields),
        published=_published(record, options.fields),
    )


def _json_type(value: object) -> str:
    kinds: dict[type, str] = {list: "list", str: "string", int: "number", float: "number", bool: "truth value"}
    return kinds.get(type(value), "null")


def _values(record: Mapping[str, Any], name: str, fields: Mapping[str, str]) -> Iterator[Any]:
    """What the record has for our field, best first; only the mapped name if the user maps it."""
    names = [fields[name]] if name in fields else field_names()[name]
    lowered = {key.lower(): value for key, value in record.items()}
    for key in names:
        value: Any = record.get(key, lowered.get(key.lower()))
        if value is None and "." in key:
            value = record
            for part in key.split("."):
                value = value.get(part) if isinstance(value, dict) else None
        if value not in (None, "", [], {}):
            yield value


def _text(record: Mapping[str, Any], fields: Mapping[str, str]) -> str | None:
    strings = [value for value in _values(record, "text", fields) if isinstance(value, str)]
    return next((value for value in strings if value.strip()), strings[0] if strings else None)


def _known(record: Mapping[str, Any], name: str, fields: Mapping[str, str]) -> Known[str]:
    for value in _values(record, name, fields):
        words = plain(value)
        if words:
            return Known(words, "metadata")
    return Known()


def plain(value: object) -> str | None:
    """The words of a metadata value: a string, the name in an object, the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("@id")
    return value.strip() or None if isinstance(value, str) else None


def _published(record: Mapping[str, Any], fields: Mapping[str, str]) -> Known[Any]:
    for value in _values(record, "published", fields):
        day = days.in_metadata(value)
        if day:
            return Known(day, "metadata")
    return Known()
