"""What is wrong in a file of the corpus: one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpus.files import Row


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """``file:line: what``."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


# A line of the file and what is wrong there.
Finding = tuple[int, str]


def one_of(line: int, name: str, value: str | None, allowed: Iterable[str]) -> Iterator[Finding]:
    """Says so if the value is not among those allowed."""
    choices = list(allowed)
    if value not in choices:
        yield line, f"{name} {value!r} is none of: {', '.join(choices)}"


def fields_known(row: Row, allowed: Iterable[str]) -> Iterator[Finding]:
    """Says which fields of a row its table does not have."""
    known = set(allowed)
    for name in row.fields:
        if name not in known:
            yield row.line, f"{row.table} {row.key}: no field {name}= in this table"
