"""Carriers of words: who quotes between commas, and papers that speak for who issued them."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, only_statement, read
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "speaker", "medium"),
    [
        case(
            "quoting",
            "Interfax, quoting press secretary Dmitry Peskov, said trade is growing.",
            "Dmitry Peskov",
            "Interfax",
        ),
        case(
            "citing",
            "The Anadolu agency, citing Foreign Minister Hakan Fidan, reported that trade is growing.",
            "Hakan Fidan",
            "Anadolu",
        ),
    ],
)
def test_who_is_quoted_between_commas_speaks(text: str, speaker: str, medium: str) -> None:
    statement = only_statement(text)
    assert name(read(text), statement.speaker) == speaker
    assert medium in (statement.medium or "")


def test_a_statement_that_speaks_is_the_medium() -> None:
    statement = only_statement("A major project is the joint building of planes, the Kremlin's statement said.")
    assert statement.medium == "the Kremlin's statement"
