"""Long lists of ids in pieces: SQLite takes 32,766 parameters in one statement at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

_SIZE = 10_000


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, in lists of 10,000 at most; nothing if there are none."""
    rest = iter(ids)
    while part := list(islice(rest, _SIZE)):
        yield part
