"""Entries of a record made by hand: two presidents, a visit, and the reports that tell it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from legation.model import Claim, Event, Place, RoleName, Span, Statement, When
from legation.record import (
    ActorEntry,
    ClaimEntry,
    DocumentEntry,
    EventEntry,
    RoleEntry,
    StatementEntry,
    Telling,
)

TOKAYEV = ActorEntry("Q1", "person", "Kassym-Jomart Tokayev", "KAZ", "president of Kazakhstan", in_register=True)
MACRON = ActorEntry("Q2", "person", "Emmanuel Macron", "FRA", "French president", in_register=True)
KAZAKHSTAN = ActorEntry("KAZ", "state", "Kazakhstan", "KAZ", in_register=True)
CHINA = ActorEntry("CHN", "state", "China", "CHN", in_register=True)

SENTENCE = "Macron visited Astana on November 1, where Tokayev received him."
BODY = f"Title\n\n{SENTENCE}\nThe end."
AT = BODY.index(SENTENCE)
REPORT, OTHER = "0123456789abcdef", "fedcba9876543210"


def role(name: RoleName, actor: ActorEntry) -> RoleEntry:
    return RoleEntry(name, actor)


def day(text: str, reason: str = "") -> When:
    return When.day(dt.date.fromisoformat(text), reason)


def event(id_: str = "E1", **given: Any) -> EventEntry:
    """The official visit of Macron to Astana on 1 November 2023, with whatever else is given."""
    usual: dict[str, Any] = {
        "kind": "visit",
        "roles": (role("guest", MACRON), role("host", TOKAYEV)),
        "when": day("2023-11-01"),
        "status": "happened",
        "place": Place("Astana", "KAZ"),
    }
    return EventEntry(id_, **usual | given)


def words(text: str) -> Span:
    """Where these words stand in BODY."""
    return Span(BODY.index(text), BODY.index(text) + len(text))


def claim(prop: str, value: str, text: str, **given: Any) -> ClaimEntry:
    read = Claim("e1", prop, value, words(text), text, **given)
    return ClaimEntry(read, given.get("report", REPORT), SENTENCE, words(SENTENCE))


def telling(report: str = REPORT, **given: Any) -> Telling:
    """The visit as one report tells it."""
    read = Event("e1", "visit", words("visited"), words(SENTENCE))
    usual: dict[str, Any] = {
        "given": day("2023-11-01"),
        "when": day("2023-11-01"),
        "title": "Guests in Astana",
        "outlet": "Steppe Wire",
        "published": dt.date(2023, 11, 2),
    }
    return Telling(report, read, "E1", sentence=SENTENCE, **usual | given)


def statement(id_: str = "S1", text: str = "the end", **given: Any) -> StatementEntry:
    speech = given.pop("speech", "indirect")
    more = {name: given.pop(name) for name in ("act", "plover", "chain") if name in given}
    said = Statement("s1", (words("The end"),), speech, "Q2", cue=words("received"), **more)
    usual: dict[str, Any] = {"speaker": MACRON, "outlet": "Steppe Wire", "published": dt.date(2023, 11, 2)}
    return StatementEntry(id_, REPORT, said, text, **usual | given)


def document(id_: str = "D1", **given: Any) -> DocumentEntry:
    usual: dict[str, Any] = {
        "kind": "declaration",
        "title": "joint declaration on water",
        "parties": (KAZAKHSTAN, CHINA),
        "status": "signed",
        "reports": (REPORT, OTHER),
    }
    return DocumentEntry(id_, **usual | given)
