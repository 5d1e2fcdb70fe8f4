"""Keeping the user's own register: what is added is checked against the register first and put in place as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from legation.register.importing import Collected, add_tables, add_term, add_wikidata
from legation.register.loading import load
from legation.register.own import own_file, read_own, write_own
from legation.register.register import Register


def import_tables(paths: Iterable[str | Path]) -> int:
    """Adds people, offices and terms from CSV files to the user's register; how many rows. Raises RegisterError, and
    then nothing was added."""
    return _changed(lambda into, register: add_tables(into, paths, register))


def import_wikidata(path: str | Path, as_of: dt.date) -> int:
    """Adds the result of a Wikidata query to the user's register; how many rows. Raises RegisterError."""
    return _changed(lambda into, register: add_wikidata(into, path, as_of, register))


def add_person(name: str, names: Iterable[str], office: str, start: str, end: str, as_of: str, title: str) -> int:
    """Adds a person with one term of office to the user's register. Raises RegisterError."""
    row = {"person": name, "office": office, "start": start, "end": end, "as_of": as_of, "title": title}
    return _changed(lambda into, register: add_term(into, row, tuple(names), register))


def _changed(change: Callable[[Collected, Register], int]) -> int:
    path = own_file()
    into = Collected.of(read_own(path))
    number = change(into, load())
    write_own(path, into.parts())
    load.cache_clear()
    return number
