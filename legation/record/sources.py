"""Independent sources: which tellings of an event repeat another's passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.record.copies import Passage, from_text, is_copy, original
from legation.record.unifying import Told

# An event told by more sources than this is compared with the latest of them only.
_SOURCES = 200


def source(told: Told, others: Sequence[Told]) -> str | None:
    """The report before this one whose passage this telling repeats, itself no copy; None for a source of its own."""
    own = [other for other in others if other.copied_from is None and other.order < told.order][-_SOURCES:]
    if not own:
        return None
    at = original(_passage(told), [_passage(other) for other in own])
    return None if at is None else own[at].report


def pointed_at(told: Told, others: Sequence[Told]) -> list[Told]:
    """The later tellings that repeat this one (and so do those that repeat them), if it is a source of its own."""
    if told.copied_from is not None or not any(other.order > told.order for other in others):
        return []
    passage = _passage(told)
    later = [other for other in others if other.order > told.order and other.copied_from is None]
    copies = {other.report for other in later[:_SOURCES] if is_copy(_passage(other), passage)}
    return [
        replace(other, copied_from=told.report)
        for other in others
        if other.report in copies or other.copied_from in copies
    ]


def without(report: str, tellings: Sequence[Told]) -> list[Told]:
    """The tellings (in the order of reading) when a report is gone: what repeated it repeats another, or none."""
    kept: list[Told] = []
    for told in tellings:
        kept.append(replace(told, copied_from=source(told, kept)) if told.copied_from == report else told)
    return kept


def _passage(told: Told) -> Passage:
    return Passage(told.sentence, from_text(told.paragraph_print))
