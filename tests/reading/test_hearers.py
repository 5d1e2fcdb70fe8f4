"""Whom words are said to, named right behind the verb."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, read
from tests.register.cases import case

MINISTER = "Turkish Foreign Minister Hakan Fidan"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        case("thanked", f"{MINISTER} thanked France for its support.", "FRA"),
        case("called on", f"{MINISTER} called on Afghanistan to strike all terrorist organisations.", "AFG"),
        case("urged", f"{MINISTER} urged Japan to withdraw the draft.", "JPN"),
        case("asked", f"{MINISTER} asked Mauritius for a seat when the fishing is shared out.", "MUS"),
        case("explained to", f"{MINISTER} explained to Edi Rama that ink does not dry in a closed bottle.", "Edi Rama"),
        case("accused, and so only spoken of", f"{MINISTER} accused Japan of breaking the agreement.", ""),
        case("was told himself", f"{MINISTER} was told on Monday that Japan had left.", ""),
        case("a place gone to", f"{MINISTER} said to great applause that trade is growing.", ""),
    ],
)
def test_who_is_told(text: str, addressee: str) -> None:
    reading = read(text)
    assert {name(reading, s.addressee) for s in reading.statements} <= {addressee}
    assert not addressee or reading.statements
