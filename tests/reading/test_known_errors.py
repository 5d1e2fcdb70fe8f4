"""What is known to be read wrongly, as docs/errors.md tells it, beside what is read rightly of the same kind."""

from __future__ import annotations

import pytest

from tests.reading.sentences import engagements, facts, read
from tests.register.cases import case

RUTO = "Kenyan President William Ruto"
KAGAME = "Rwandan President Paul Kagame"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "a call", f"{RUTO} received a phone call on Monday from {KAGAME}.", ["call of William Ruto and Paul Kagame"]
        ),
        case(
            "a call, its day between commas",
            f"{RUTO} received a phone call, on Monday, from {KAGAME}.",
            ["call of William Ruto and Paul Kagame"],
            not_yet="the day between commas parts the call from who called",
        ),
        case(
            "a delegation is read by its head",
            f"{RUTO} received a delegation led by the Speaker of the Seimas of Lithuania, Viktorija Čmilytė-Nielsen.",
            ["meeting of William Ruto and Viktorija Čmilytė-Nielsen"],
            not_yet="who leads the delegation is not taken for the other side",
        ),
        case(
            "what was talked about on the phone is no second contact",
            f"{RUTO} had a phone conversation with {KAGAME}. Ruto and Kagame discussed the situation in Sudan.",
            ["call of William Ruto and Paul Kagame"],
            not_yet="the two who discussed are read as a meeting in the country discussed",
        ),
        case(
            "who witnesses does not sign",
            f"{RUTO} and {KAGAME} witnessed the signing of two agreements in Kigali.",
            ["signing of William Ruto and Paul Kagame"],
            not_yet="witnesses are signatories",
        ),
    ],
)
def test_who_met_how(text: str, told: list[str]) -> None:
    assert facts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("a plan", f"{RUTO} will meet {KAGAME} in Kigali today.", "planned"),
        case(
            "an agenda",
            f"President Ruto's agenda includes talks with {KAGAME}.",
            "planned",
            not_yet="what an agenda includes has happened",
        ),
        case(
            "the eve of a summit",
            f"{RUTO} and {KAGAME} coordinated their positions on the eve of the African Union summit in Lagos.",
            "planned",
            not_yet="a summit on whose eve something is done has happened",
        ),
    ],
)
def test_what_lies_ahead_is_planned(text: str, status: str) -> None:
    assert engagements(read(text))[-1].status == status


@pytest.mark.parametrize(
    ("text", "country"),
    [
        case("of his own country", f"{RUTO} met the Finnish envoy Anna Holm in Brussels.", "FIN"),
        case(
            "not of the town",
            "President William Ruto, after the meeting with PM Ermal Dobrani in Brussels, praised the efforts.",
            None,
            not_yet="whose country is not told is of the town where he was met",
        ),
        case(
            "not of the country he is sent to",
            f"{RUTO} met the UN Special Envoy for Libya, Abdoulaye Bathily, in Rome.",
            None,
            not_yet="an envoy of a body is of the country he is an envoy for",
        ),
    ],
)
def test_of_which_country_the_other_is(text: str, country: str | None) -> None:
    reading = read(text)
    assert reading.actor(engagements(reading)[0].roles[-1].actor).country == country
