"""Whose words they are, where the source is a pronoun, an office, or the statement itself."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, only_statement, read, sayings
from tests.register.cases import case

MINISTER = "Turkish Foreign Minister Hakan Fidan"
OTHER = "Jordanian Foreign Minister Ayman Safadi"
FIDAN, SAFADI = "Hakan Fidan", "Ayman Safadi"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        case(
            "nobody names himself",
            f'{MINISTER} held talks with {OTHER}. "It was good to see Minister Ayman Safadi," he said.',
            FIDAN,
        ),
        case(
            "nor by his office",
            f'{MINISTER} is in Amman. "I look forward to my talks with Ayman Safadi," the foreign minister said.',
            FIDAN,
        ),
        case(
            "who was named by the way does not take the floor",
            "Kenyan President William Ruto opened the congress. The town prepares for the visit of Rwandan President "
            'Paul Kagame. "We are ready," said the president.',
            "William Ruto",
        ),
        case(
            "a statement of the one who spoke last",
            f'{MINISTER} said trade is growing. "The border will open in May," the statement added.',
            FIDAN,
        ),
        case(
            "a statement with its owner",
            f'{MINISTER} met {OTHER}. "The border will open," a statement from the Turkish Foreign Ministry added.',
            "Turkish Foreign Ministry",
        ),
        case(
            "quoted as saying",
            'A statement from the African Union quoted Kenyan President William Ruto as saying, "The road is open."',
            "William Ruto",
        ),
        case(
            "a deputy by his title behind the name",
            "The road will be built, according to Jan Kollar, Deputy Chairperson of the African Union Commission. "
            'Kenyan President William Ruto is expected on Monday. "All is ready," the Deputy Chairperson said.',
            "Jan Kollar",
        ),
    ],
)
def test_the_speaker_of_the_last_words(text: str, speaker: str) -> None:
    reading = read(text)
    assert name(reading, reading.statements[-1].speaker) == speaker


def test_talks_do_not_speak() -> None:
    text = 'Their talks on Monday follow a week in which nobody, on a visit to Rome, announced "a new beginning".'
    assert all("talks" not in speaker for speaker, _ in sayings(read(text), text))


def test_the_statement_of_another_is_not_the_last_speakers() -> None:
    text = f'{MINISTER} said trade is growing. "The border is shut," the customs statement said.'
    assert ("Hakan Fidan", '"The border is shut,"') not in sayings(read(text), text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        case("the state named", "The Foreign Office said Pakistan welcomed the talks.", "PAK"),
        case("none named", "The Foreign Office said the talks were useful.", "GBR"),
    ],
)
def test_a_ministry_whose_name_several_states_use(text: str, country: str) -> None:
    reading = read(text)
    statement = reading.statements[0]
    assert statement.speaker is not None
    assert reading.actor(statement.speaker).country == country


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        case("body in letters", "The head of the MFA Ana Silva said that trade is growing.", "Ana Silva"),
        case("body in words", '"Trade grows," the spokesman of the Foreign Ministry Guo Jiakun said.', "Guo Jiakun"),
        case(
            "office set off",
            "The official spokesman for the Presidency, the Ambassador Karim Haddad, said that trade is growing.",
            "Karim Haddad",
        ),
    ],
)
def test_a_name_behind_its_office_speaks_without_the_name_of_the_body(text: str, speaker: str) -> None:
    assert name(read(text), only_statement(text).speaker) == speaker


def test_a_ministry_speaks_by_its_whole_name() -> None:
    text = "Kazakhstan's Ministry of Foreign Affairs said that trade is growing."
    assert name(read(text), only_statement(text).speaker) == "Kazakhstan's Ministry of Foreign Affairs"


@pytest.mark.parametrize(
    ("text", "speaker", "country"),
    [
        case("ministry", "LIMA, June 11 - Trade is growing, the foreign ministry said on Tuesday.", "foreign", "PER"),
        case("office", "Hakan Fidan's office said that trade is growing.", "Hakan Fidan's office", "TUR"),
        case(
            "press service",
            "Interfax quoted the press service of the Russian president as saying that trade is growing.",
            "press service of the Russian president",
            "RUS",
        ),
    ],
)
def test_a_body_without_a_name_speaks(text: str, speaker: str, country: str) -> None:
    reading = read(text)
    key = only_statement(text).speaker
    assert key is not None
    assert reading.actor(key).country == country
    assert speaker in reading.actor(key).name


def test_the_speaker_of_a_chamber_is_no_head_of_state() -> None:
    text = (
        "Kazakh President Kassym-Jomart Tokayev received Valentina Matviyenko, speaker of the Federation Council. "
        "Russian President Vladimir Putin visited Astana in November, Tokayev said.\n\n"
        "In turn, the speaker of the Federation Council expressed gratitude for the meeting."
    )
    reading = read(text)
    assert name(reading, reading.statements[-1].speaker) == "Valentina Matviyenko"
