"""What stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legation.model import Span
from training.corpus.markup import Marked

_MARK = re.compile(r"[“”„\"«»]|``|''")
_OPENING = ("“", "„", "«", "``")
_CLOSING = ("”", "»", "''")
# Below this share in quotation marks a statement is mixed, above it direct.
DIRECT = 0.8
_NAMES = frozenset(("P", "O", "O*", "L", "L*", "M", "W", "V"))


def quotations(body: Marked) -> Iterator[Span]:
    """Passages in double quotation marks, the marks included; one left open runs to its paragraph's end."""
    for paragraph in body.paragraphs:
        start: int | None = None
        for mark in _MARK.finditer(body.text, paragraph.start, paragraph.end):
            opens = mark.group() in _OPENING or (mark.group() == '"' and start is None)
            if opens:
                start = mark.start() if start is None else start
            elif start is not None and (mark.group() in _CLOSING or mark.group() == '"'):
                yield Span(start, mark.end())
                start = None
        if start is not None:
            yield Span(start, paragraph.end)


def quoted(body: Marked) -> set[int]:
    """Offsets inside quotation marks."""
    return {n for span in quotations(body) for n in range(span.start, span.end)}


def share_quoted(body: Marked, spans: Iterable[Span]) -> float:
    """The share of the spans' characters, white space left out, that are quoted; marks round a name quote nobody."""
    inside = {n for span in quotations(body) if not _names(span, body) for n in range(span.start, span.end)}
    places = [n for span in spans for n in range(span.start, span.end) if not body.text[n].isspace()]
    return sum(n in inside for n in places) / len(places) if places else 0.0


def kind_of(body: Marked, content: Iterable[Span]) -> str:
    """The kind that the quotation marks give a statement of this content."""
    share = share_quoted(body, content)
    return "direct" if share >= DIRECT else "mixed" if share > 0 else "indirect"


def _names(quotation: Span, body: Marked) -> bool:
    words = [n for n in range(quotation.start, quotation.end) if body.text[n].isalnum()]
    if not words:
        return False
    inner = Span(words[0], words[-1] + 1)
    return any(m.sort == "mention" and m.label in _NAMES and m.span.covers(inner) for m in body.marks)
