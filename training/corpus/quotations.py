"""What stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from legation.model import Span
from training.corpus.markup import Marked

_MARK = re.compile(r"[“”„\"«»]|``|''")
_OPENING = ("“", "„", "«", "``")
_CLOSING = ("”", "»", "''")


def quoted(body: Marked) -> set[int]:
    """Offsets inside double quotation marks, the marks included; one left open runs to its paragraph's end."""
    found: set[int] = set()
    for paragraph in body.paragraphs:
        start: int | None = None
        for mark in _MARK.finditer(body.text, paragraph.start, paragraph.end):
            opens = mark.group() in _OPENING or (mark.group() == '"' and start is None)
            if opens:
                start = mark.start() if start is None else start
            elif start is not None and (mark.group() in _CLOSING or mark.group() == '"'):
                found.update(range(start, mark.end()))
                start = None
        if start is not None:
            found.update(range(start, paragraph.end))
    return found


def share_quoted(body: Marked, spans: Iterable[Span]) -> float:
    """The share of the spans' characters, white space left out, that stand in quotation marks."""
    inside = quoted(body)
    places = [n for span in spans for n in range(span.start, span.end) if not body.text[n].isspace()]
    return sum(n in inside for n in places) / len(places) if places else 0.0
