"""Ids of the record's own things: a letter and a short hash of where the thing was first told."""

from __future__ import annotations

import hashlib
import json

from legation.model import Document, Event, Statement

_LENGTH = 10


def event_id(report: str, event: Event, salt: int = 0) -> str:
    """ "E" and ten hexadecimal digits, from the first telling: report, kind, place in the text, actors and roles.

    salt sets apart events that agree in all of these. A JSON list is hashed, so that parts cannot run together.
    """
    roles = sorted((role.role, role.actor) for role in event.roles)
    return "E" + _digest([report, event.kind, event.trigger.start, event.trigger.end, roles, salt])


def statement_id(report: str, statement: Statement) -> str:
    """ "S" and ten hexadecimal digits."""
    spans = [(span.start, span.end) for span in statement.content]
    return "S" + _digest([report, statement.id, spans, statement.speaker])


def document_id(report: str, document: Document, salt: int = 0) -> str:
    """ "D" and ten hexadecimal digits."""
    return "D" + _digest([report, document.kind, document.title.start, document.title.end, salt])


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode("ascii")).hexdigest()[:_LENGTH]
