"""Independent sources: which tellings of an event repeat another's passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.record.copies import Passage, from_text, original
from legation.record.unifying import Told

# An event told by more sources than this is compared with the latest of them only.
_SOURCES = 200


def source(told: Told, earlier: Sequence[Told]) -> str | None:
    """The report whose passage this telling repeats, itself no copy; None if the telling is a source of its own."""
    own = [other for other in earlier if other.copied_from is None and other.report != told.report][-_SOURCES:]
    if not own:
        return None
    at = original(_passage(told), [_passage(other) for other in own])
    return None if at is None else own[at].report


def trace_sources(tellings: Sequence[Told]) -> list[Told]:
    """The tellings of an event (in the order of reading), each compared anew with those before it."""
    traced: list[Told] = []
    for told in tellings:
        traced.append(replace(told, copied_from=source(told, traced)))
    return traced


def _passage(told: Told) -> Passage:
    return Passage(told.sentence, from_text(told.paragraph_print))
