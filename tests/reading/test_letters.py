"""Letters, notes and statements of one side: what is a paper, of whom, and what was done to it."""

from __future__ import annotations

import pytest

from legation.model import Document
from tests.reading.sentences import name, read
from tests.register.cases import case

ENVOY = "Polish Foreign Minister Radoslaw Sikorski"


def letters(text: str) -> list[tuple[str, str, str | None]]:
    return [(d.kind, d.title.of(text), d.status) for d in read(text).documents]


def only(text: str) -> Document:
    (document,) = read(text).documents
    return document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("handed over", f"{ENVOY} handed over a letter.", [("letter", "letter", "submitted")]),
        case(
            "with an adjective", "Chile sent a congratulatory letter.", [("letter", "congratulatory letter", "issued")]
        ),
        case("passive", "A protest note was delivered to Peru.", [("letter", "protest note", "submitted")]),
        case("by its name", "Lima received a note verbale.", [("letter", "note verbale", "submitted")]),
        case("still to come", "A protest note will be delivered to Peru.", [("letter", "protest note", "planned")]),
        case("said in it", f'{ENVOY} said in a letter that Poland "will help".', [("letter", "letter", "issued")]),
        case(
            "statement of a ministry",
            "Peru's Foreign Ministry said in a statement that the border is open.",
            [("statement", "statement", "issued")],
        ),
        case("note taken", "Peru took note of the decision.", []),
        case("message by word of mouth", f"{ENVOY} brought a message of hope.", []),
        case("none", f"{ENVOY} said that there was no letter.", []),
        case("spoken to a medium", f"In a statement to reporters, {ENVOY} said the border is open.", []),
        case("single letters", "Peru keeps every letter of the treaty, he said.", []),
    ],
)
def test_letters(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert letters(text) == expected


def test_letter_told_again_is_the_same() -> None:
    text = (
        f"{ENVOY} handed over a letter to Chile's president.\n\nThe ministry said the letter was handed over on Monday."
    )
    assert only(text).title.start == text.index("letter")


def test_statement_is_of_the_state_that_speaks() -> None:
    text = "Peru's Foreign Ministry said in a statement that the border is open."
    reading = read(text)
    assert [name(reading, key) for key in reading.documents[0].parties] == ["PER"]


def test_letter_belongs_to_the_message_by_which_it_was_sent() -> None:
    text = "Polish President Andrzej Duda sent a letter to Ukrainian President Volodymyr Zelensky on Monday."
    reading = read(text)
    (event,) = (e for e in reading.events if e.kind == "message")
    assert event.documents == (reading.documents[0].id,)
    assert reading.documents[0].when == event.when


def test_letter_is_told_with_who_sent_it() -> None:
    text = f"{ENVOY} met officials. Sikorski handed over a letter from the president of Chile to the ministers."
    document = only(text)
    assert document.title.of(text) == "letter from the president of Chile"
    assert [name(read(text), key) for key in document.parties] == ["CHL"]


def test_what_both_said_in_their_joint_statement_is_that_statement() -> None:
    text = "Peru and Chile issued a joint statement on Monday. In their joint statement, they called for peace."
    assert only(text).title.start == text.index("joint")
