"""Ids of the record's own things: a letter and a short hash of where the thing was first told."""

from __future__ import annotations

import hashlib
import json

from legation.model import Document, Event, Statement

_LENGTH = 10


def event_id(report: str, event: Event, salt: int = 0) -> str:
    """ "E" and ten hexadecimal digits, from the first telling: report, kind, place in the text.

    What a better reader may find out (who took part, when) is left out, so that the id outlives it. salt sets apart
    events that agree in all of these. A JSON list is hashed, so that parts cannot run together.
    """
    return "E" + _digest([report, event.kind, event.trigger.start, event.trigger.end, salt])


def statement_id(report: str, statement: Statement) -> str:
    """ "S" and ten hexadecimal digits, from the report, the local id, the content and the speaker."""
    spans = [(span.start, span.end) for span in statement.content]
    return "S" + _digest([report, statement.id, spans, statement.speaker])


def document_id(report: str, document: Document, salt: int = 0) -> str:
    """ "D" and ten hexadecimal digits, from the report that named it first, kind and place in the text."""
    return "D" + _digest([report, document.kind, document.title.start, document.title.end, salt])


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode("ascii")).hexdigest()[:_LENGTH]
