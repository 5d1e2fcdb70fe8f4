"""One line for each event, as an officer reads it."""

from __future__ import annotations

from typing import Any

import pytest

from legation.answers.headline import headline
from legation.model import Place
from tests.answers.entries import CHINA, KAZAKHSTAN, MACRON, TOKAYEV, event, role

NOWHERE = Place()
BOTH = (role("participant", TOKAYEV), role("participant", MACRON))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "visit: Emmanuel Macron (FRA) to Astana (KAZ); host Kassym-Jomart Tokayev (KAZ)"),
        (
            {"subtype": "official", "status": "cancelled", "roles": (role("guest", MACRON),)},
            "CANCELLED official visit: Emmanuel Macron (FRA) to Astana (KAZ)",
        ),
        (
            {"kind": "talks", "roles": BOTH, "status": "planned"},
            "PLANNED talks: Kassym-Jomart Tokayev (KAZ), Emmanuel Macron (FRA) in Astana (KAZ)",
        ),
        (
            {"kind": "meeting", "place": NOWHERE},
            "meeting: Emmanuel Macron (FRA), Kassym-Jomart Tokayev (KAZ)",
        ),
        (
            {"kind": "talks", "mode": "video", "roles": (*BOTH, role("mediator", CHINA)), "place": NOWHERE},
            "talks by video: Kassym-Jomart Tokayev (KAZ), Emmanuel Macron (FRA); mediated by China",
        ),
        (
            {"kind": "call", "mode": "phone", "roles": BOTH, "place": NOWHERE},
            "call: Kassym-Jomart Tokayev (KAZ), Emmanuel Macron (FRA)",
        ),
        (
            {
                "kind": "message",
                "subtype": "letter",
                "roles": (role("sender", MACRON), role("addressee", TOKAYEV)),
                "place": NOWHERE,
            },
            "letter: Emmanuel Macron (FRA) to Kassym-Jomart Tokayev (KAZ)",
        ),
        (
            {"kind": "message", "roles": (role("addressee", TOKAYEV),), "place": NOWHERE},
            "message: to Kassym-Jomart Tokayev (KAZ)",
        ),
        (
            {
                "kind": "act",
                "plover": "ACCUSE",
                "plover_mode": None,
                "roles": (role("source", KAZAKHSTAN), role("target", CHINA)),
                "place": NOWHERE,
            },
            "accuse: Kazakhstan toward China",
        ),
        (
            {"roles": (role("guest", MACRON), role("host", KAZAKHSTAN))},
            "visit: Emmanuel Macron (FRA) to Astana (KAZ)",
        ),
        (
            {"roles": (role("guest", MACRON), role("host", CHINA))},
            "visit: Emmanuel Macron (FRA) to Astana (KAZ); host China",
        ),
        (
            {"roles": (role("guest", MACRON),), "place": Place(None, "KAZ")},
            "visit: Emmanuel Macron (FRA) to Kazakhstan",
        ),
        ({"kind": "talks", "subtype": "delegations", "roles": (), "place": NOWHERE}, "talks of delegations"),
        ({"kind": "ceremony", "roles": (), "place": NOWHERE}, "ceremony"),
    ],
)
def test_an_event_is_told_in_one_line(given: dict[str, Any], line: str) -> None:
    assert headline(event(**given)) == line


def test_the_documents_of_an_event_are_named() -> None:
    signing = event(kind="signing", documents=("D1", "D2"), roles=BOTH)
    assert headline(signing, {"D1": "joint declaration"}).endswith("in Astana (KAZ); joint declaration")


def test_one_who_takes_part_in_two_roles_is_named_once() -> None:
    twice = (role("participant", MACRON), role("guest", MACRON), role("participant", TOKAYEV))
    assert headline(event(kind="talks", roles=twice)).count("Macron") == 1
