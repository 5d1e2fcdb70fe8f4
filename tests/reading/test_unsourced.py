"""Speakers that stand in no clause with what they say: in a transcript's turns, behind a dash, at a bare cue."""

from __future__ import annotations

import pytest

from tests.reading.sentences import read, report
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        case(
            "a turn of a transcript",
            'The programme in full.\n\n"KALLAS: Well, look, we will keep the border open for as long as we can."',
            "border open",
            "Kaja Kallas",
        ),
        case(
            "signed with a dash",
            "What the delegates wrote.\n\n“The harbour was cold and the soup colder.” — Ana Silva\n\nThey left.",
            "harbour was cold",
            "Ana Silva",
        ),
    ],
)
def test_who_says_it(text: str, words: str, source: str) -> None:
    speakers = [
        speaker
        for statement in read(text).statements
        if any(words in span.of(report(text).text) for span in statement.content)
        for speaker in [statement.speaker and read(text).actor(statement.speaker).name]
    ]
    assert speakers == [source]
