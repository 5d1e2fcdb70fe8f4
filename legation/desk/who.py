"""The register at the desk: who is who, asked and added to. The register is imported where it is first needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.register import Register


def register() -> Register:
    """The register with the user's own over it. Raises RegisterError."""
    from legation.register import load

    return load()


def own_register() -> Path:
    """Where the user's own register lies, whether it is there or not."""
    from legation.register.own import own_file

    return own_file()


def import_tables(paths: Iterable[str | Path]) -> int:
    """Adds CSV files of people, offices and terms to the user's register; how many rows. Raises RegisterError, and then
    nothing was added."""
    from legation.register import keeping

    return keeping.import_tables(paths)


def import_wikidata(path: str | Path, as_of: dt.date) -> int:
    """Adds the result of a Wikidata query made on that day; how many rows. Raises RegisterError."""
    from legation.register import keeping

    return keeping.import_wikidata(path, as_of)


def add_person(
    name: str,
    *,
    office: str,
    names: Iterable[str] = (),
    start: str = "",
    end: str = "",
    as_of: str = "",
    title: str = "",
) -> None:
    """Adds a person with one term of office. Dates as 2024, 2024-05 or 2024-05-31. Raises RegisterError."""
    from legation.register import keeping

    keeping.add_person(name, names, office, start, end, as_of, title)
