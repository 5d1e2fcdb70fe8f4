"""Claims: what a report states, with the words it was read from, who says so and how surely."""

from __future__ import annotations

import pytest

from legation.model import Claim
from tests.reading.sentences import name, read, reader, report
from tests.register.cases import case

STORY = (
    "ROME, June 11. /Agenzia/ President Maia Sandu arrived in Rome on Monday on an official visit.\n\n"
    "She met President Sergio Mattarella to discuss transit. The two presidents signed an agreement on transit "
    "for 2025-2027.\n\n"
    '"We met in May," Sandu told the newspaper Corriere. According to Mattarella, trade is growing.\n\n'
    "On June 20, Foreign Minister Antonio Tajani will telephone Turkish Foreign Minister Hakan Fidan."
)


def claims(text: str, about: str = "e", prop: str = "") -> list[Claim]:
    """The claims of a text about events ("e"), statements ("s") or documents ("d"); of one property, if it is named."""
    return [c for c in read(text).claims if c.about.startswith(about) and (not prop or c.prop == prop)]


def test_every_claim_quotes_its_words() -> None:
    text, found = report(STORY).text, read(STORY).claims
    assert len(found) > 20
    for claim in found:
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert claim.quote
        assert claim.value


def test_every_claim_is_about_something_in_the_reading() -> None:
    reading = read(STORY)
    known = {e.id for e in reading.events} | {s.id for s in reading.statements} | {d.id for d in reading.documents}
    assert {claim.about for claim in reading.claims} == known


def test_every_claim_names_its_reader_and_how_sure_it_is() -> None:
    for claim in read(STORY).claims:
        assert claim.reader == reader().version
        assert 0 < claim.score <= 1


def test_what_an_event_states() -> None:
    text = "President Ruto met President Kagame in Kigali on Monday to discuss transit."
    stated = {(c.prop, c.value, c.quote) for c in claims(text)}
    assert stated == {
        ("kind", "meeting", "met"),
        ("status", "happened", "met"),
        ("role:participant", reader_key(text, "William Ruto"), "President Ruto"),
        ("role:participant", reader_key(text, "Paul Kagame"), "President Kagame"),
        ("date", "2024-06-10", "Monday"),
        ("place", "Kigali, RWA", "Kigali"),
        ("mode", "in_person", text),
        ("topic", "transit", "transit"),
    }


def reader_key(text: str, person: str) -> str:
    """The key of an actor of a text."""
    return next(a.key for a in read(text).actors if a.name == person)


def test_a_date_of_no_words_is_laid_to_the_trigger() -> None:
    (date,) = claims("President Ruto met President Kagame.", prop="date")
    assert (date.value, date.quote) == ("2024-06-12~", "met")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        case("happened", "President Ruto met President Kagame.", "asserted"),
        case("planned", "President Ruto will meet President Kagame on June 20.", "planned"),
        case("proposed", "President Ruto may meet President Kagame on June 20.", "conditional"),
        case("cancelled", "The visit of President Maia Sandu to Rome was cancelled.", "denied"),
        case("postponed", "The visit of President Maia Sandu to Rome was postponed.", "denied"),
        case("denied", "President Ruto ruled out a meeting with President Kagame.", "denied"),
        case("told by somebody", '"I met President Ruto," said President Samia Suluhu Hassan.', "reported"),
    ],
)
def test_how_sure_the_source_is_follows_from_the_status(text: str, certainty: str) -> None:
    assert {claim.certainty for claim in claims(text)} == {certainty}


def test_the_outlet_itself_says_what_no_quotation_tells() -> None:
    assert {claim.said_by for claim in claims("President Ruto met President Kagame.")} == {()}


def test_what_is_told_in_a_quotation_is_said_by_its_speaker() -> None:
    text = '"I met President Ruto in May," said Tanzanian President Samia Suluhu Hassan.'
    assert {tuple(name(read(text), key) for key in claim.said_by) for claim in claims(text)} == {("Samia Suluhu",)}


def test_what_a_statement_states() -> None:
    text = "Turkish Foreign Minister Hakan Fidan told Jordanian Foreign Minister Ayman Safadi that trade is growing."
    stated = {(c.prop, c.quote) for c in claims(text, "s")}
    assert stated == {
        ("speaker", "Turkish Foreign Minister Hakan Fidan"),
        ("content", "that trade is growing"),
        ("addressee", "told"),
    }
    assert {claim.certainty for claim in claims(text, "s")} == {"reported"}


def test_the_act_of_a_statement_rests_on_its_cue() -> None:
    text = "Turkish Foreign Minister Hakan Fidan thanked Jordan for the help."
    assert [(c.value, c.quote) for c in claims(text, "s", "act")] == [("thanked", "thanked")]
    assert claims("Turkish Foreign Minister Hakan Fidan said that trade is growing.", "s", "act") == []


def test_a_split_quotation_is_two_claims_of_one_statement() -> None:
    text = '"Trade is growing," Turkish Foreign Minister Hakan Fidan said, "and tourism follows."'
    assert [c.quote for c in claims(text, "s", "content")] == ['"Trade is growing,"', '"and tourism follows."']


def test_what_a_document_states() -> None:
    text = "Peru and Chile signed a plan of cooperation for 2025-2027 on Monday."
    stated = {(c.prop, c.value) for c in claims(text, "d")}
    assert stated == {
        ("kind", "plan"),
        ("title", "plan of cooperation for 2025-2027"),
        ("party", "PER"),
        ("party", "CHL"),
        ("term", "2025/2027"),
        ("status", "signed"),
        ("date", "2024-06-10"),
    }


def test_a_document_to_be_signed_is_planned() -> None:
    text = "Peru and Chile will sign an agreement on transit on June 20."
    assert {claim.certainty for claim in claims(text, "d")} == {"planned"}
