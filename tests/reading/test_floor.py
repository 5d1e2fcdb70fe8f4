"""Who holds the floor: a pronoun that speaks right behind a speaker, and names behind more than one office."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, only_statement, read
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        case(
            "over one who spoke before",
            'Musalia Mudavadi told reporters that peace is near. Ramtane Lamamra said that talks go on. "We count on '
            'everybody," he said.',
            "Ramtane Lamamra",
        ),
        case(
            "not by a woman's pronoun",
            "Annalena Baerbock spoke of hope. Antony Blinken said that talks go on. She said that much is open.",
            "Annalena Baerbock",
        ),
    ],
)
def test_who_speaks_right_behind_a_speaker_is_the_same(text: str, speaker: str) -> None:
    reading = read(text)
    assert name(reading, reading.statements[-1].speaker) == speaker


def test_a_name_behind_two_offices_is_who_speaks() -> None:
    text = "Deputy Prime Minister and Minister of the Interior Jan Hamacek said that trade is growing."
    assert name(read(text), only_statement(text).speaker) == "Jan Hamáček"
