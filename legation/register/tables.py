"""Tables of comma-separated values: the rows of a file, each with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from legation.errors import RegisterError

Row = dict[str, str]


def rows(path: str | Path) -> Iterator[tuple[int, Row]]:
    """(line, row) of a CSV file with a head line, UTF-8, values trimmed; empty rows are passed over.

    Raises RegisterError if the file cannot be read, is no UTF-8 or has no head line.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            if not table.fieldnames:
                raise RegisterError(f"{path}: no head line that names the columns")
            for row in table:
                values = {name.strip(): (value or "").strip() for name, value in row.items() if isinstance(name, str)}
                if any(values.values()):
                    yield table.line_num, values
    except (OSError, UnicodeError, csv.Error) as problem:
        raise RegisterError(f"{path}: {getattr(problem, 'strerror', None) or problem}") from problem


def listed(value: str) -> tuple[str, ...]:
    """The parts of a value that holds several, parted by semicolons."""
    return tuple(part.strip() for part in value.split(";") if part.strip())
