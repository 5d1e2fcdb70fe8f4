"""By what medium words came: papers that were told, agencies that quote, speeches that go on."""

from __future__ import annotations

import pytest

from legation.model import Statement
from tests.reading.sentences import name, only_statement, read, words
from tests.register.cases import case

MINISTER = "Turkish Foreign Minister Hakan Fidan"


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Speaker, words and medium of each statement."""
    reading = read(text)
    return [(name(reading, s.speaker), words(s, text), s.medium) for s in reading.statements]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        case("quoted as saying", f"Reuters quoted {MINISTER} as saying that trade is growing.", "Reuters"),
        case("behind", "Trade is growing, Interfax news agency quoted Hakan Fidan as saying on Tuesday.", "Interfax"),
        case(
            "passive", f"{MINISTER} was quoted by the Interfax news agency as saying that trade is growing.", "Interfax"
        ),
        case("by a description", '"Trade is growing," the newspaper quoted Hakan Fidan as saying.', "newspaper"),
        case(
            "according to", f"{MINISTER} said that trade is growing, according to the Interfax news agency.", "Interfax"
        ),
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_is_the_medium(text: str, medium: str) -> None:
    statement = only_statement(text)
    assert name(read(text), statement.speaker) == "Hakan Fidan"
    assert words(statement, text).strip('",').lower().removeprefix("that ") == "trade is growing"
    assert statement.medium
    assert medium in statement.medium


def test_a_medium_that_is_told_by_name_is_the_hearer_too() -> None:
    text = f"{MINISTER} told Reuters that trade is growing."
    statement = only_statement(text)
    assert (statement.medium, name(read(text), statement.addressee)) == ("Reuters", "Reuters")


def test_to_cite_somebody_is_no_statement_of_his() -> None:
    text = f"Interfax, citing {MINISTER}, said trade is growing."
    assert words(only_statement(text), text) == "trade is growing"


LEAD = f"{MINISTER} said on Tuesday that trade is growing."
CONFERENCE = '"The lorries run," Fidan told a news conference.'


def test_a_medium_holds_for_what_its_speaker_said_at_the_beginning_and_afterwards() -> None:
    text = f"{LEAD}\n\n{CONFERENCE}\n\nHe said the new road would be built."
    assert {medium for _, _, medium in said(text)} == {"a news conference"}


def test_a_medium_holds_for_nobody_else() -> None:
    text = f"{CONFERENCE}\n\nJordanian Foreign Minister Ayman Safadi said the new road would be built."
    assert said(text)[-1][2] is None


def test_what_an_agency_quotes_does_not_go_on() -> None:
    text = f"Reuters quoted {MINISTER} as saying that trade is growing.\n\nFidan said the new road would be built."
    assert [medium for _, _, medium in said(text)] == ["Reuters", None]


def test_words_of_another_day_were_said_elsewhere() -> None:
    text = f"{CONFERENCE.replace('told', 'on Monday told')}\n\nOn Tuesday, Fidan said the new road would be built."
    found: list[Statement] = list(read(text).statements)
    assert [s.medium for s in found] == ["a news conference", None]


@pytest.mark.parametrize(
    "text",
    [
        case("a paper's own report", "The Tribune newspaper said that Hakan Fidan has invited Ayman Safadi."),
        case("half in another's words", 'Reuters reported that the talks were a "great success".'),
        case("hearsay of many", "Turkish officials said that trade is growing."),
        case("spokesmen", "Spokesmen for the two ministers said that trade is growing."),
    ],
)
def test_what_media_report_themselves_and_hearsay_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_what_officials_are_quoted_with_is_a_statement() -> None:
    assert [words for _, words, _ in said('"Trade is growing by the day," Turkish officials said.')] == [
        '"Trade is growing by the day,"'
    ]


MEETING = f"{MINISTER} met Jordanian Foreign Minister Ayman Safadi in Ankara on Tuesday."


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        case("who is thanked", f"{MEETING} Fidan thanked for the warm welcome.", "Ayman Safadi"),
        case("who is answered", f'{MEETING} "We rely on you," Fidan replied.', "Ayman Safadi"),
        case("said to anybody", f"{MEETING} Fidan said that trade is growing.", ""),
    ],
)
def test_what_is_done_by_speaking_at_a_meeting_is_done_to_the_other(text: str, hearer: str) -> None:
    statement = only_statement(text)
    assert name(read(text), statement.addressee) == hearer


def test_what_was_said_on_another_occasion_was_said_elsewhere() -> None:
    text = (
        f"{MINISTER} met Jordanian Foreign Minister Ayman Safadi in Ankara on Tuesday. "
        "At the meeting, Fidan said in a statement that trade is growing.\n\n"
        "Fidan spoke by telephone with Kenyan President William Ruto on Tuesday. "
        "During the call, Fidan said that the new road would be built."
    )
    assert [medium for _, _, medium in said(text)] == ["a statement", "the call"]


@pytest.mark.parametrize("cue", ["let slip that", "shared that"])
def test_a_whole_clause_behind_an_uncommon_cue_is_said(cue: str) -> None:
    text = f"{MINISTER} {cue} trade is growing."
    assert [speaker for speaker, _, _ in said(text)] == ["Hakan Fidan"]
