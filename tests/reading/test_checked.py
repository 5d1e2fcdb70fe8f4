"""Who takes part, where syntax alone names somebody else."""

from __future__ import annotations

import pytest

from tests.reading.sentences import facts, read
from tests.register.cases import case

RUTO = "Kenyan President William Ruto"
KAGAME = "Rwandan President Paul Kagame"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "the summit beside which two met is no third",
            f"{RUTO} met with {KAGAME} on the margins of the EU-ASEAN Summit in Jakarta.",
            ["meeting of William Ruto and Paul Kagame"],
        ),
        case(
            "who is dismissive of talks takes no part",
            f"{RUTO} was also dismissive of the talks between {KAGAME} and ministers of Peru and Chile.",
            ["talks of Paul Kagame and PER and CHL"],
        ),
        case(
            "behind a long title of a body stands who was met",
            f"{RUTO} met with the High Representative of the European Union for Foreign Affairs and Security Policy, "
            "Vice-President Josep Borrell, on Monday.",
            ["meeting of William Ruto and Josep Borrell"],
        ),
        case(
            "who is condemned in a call is not on the phone",
            f"{RUTO} reiterated in a call with {KAGAME} his condemnation of Peru's attack on Chile.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "of a row those who were met",
            f"During his visit, {RUTO} also met with the secretary general of the East African Community Peter "
            "Mathuki, Peru's ambassador to Chile Pedro Quispe, and members of the Security Council.",
            ["meeting of William Ruto and Peter Mathuki and Pedro Quispe"],
        ),
        case(
            "who went on a trip that is recalled",
            "The Kenyan leader William Ruto recalled that his first trip abroad had been to Rwanda, said the envoy of "
            "Peru Ana Silva.",
            ["visit of William Ruto to RWA"],
        ),
        case(
            "who is condemned during a call is not on the phone, though nobody else is named",
            f"{RUTO} reiterated during the call Kenya's condemnation of Peru's targeting of Chile.",
            [],
        ),
        case(
            "who reports a meeting has not met",
            f"Envoy Ana Silva of Peru said that {RUTO} and {KAGAME} had met on Monday.",
            ["meeting of William Ruto and Paul Kagame"],
        ),
    ],
)
def test_who_takes_part(text: str, told: list[str]) -> None:
    assert facts(read(text)) == told


def test_who_is_surely_a_guest_or_a_host_is_one() -> None:
    text = f"Also on Monday, {RUTO} had {KAGAME} to dinner at State House."
    assert facts(read(text)) == ["meeting of William Ruto and Paul Kagame"]
