"""What reports read line by line showed (docs/errors.md), beside what is read rightly of the same kind."""

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
            "spoken with by telephone",
            f"Canada sent aid the day after {RUTO} spoke with {KAGAME} by telephone.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "talks by telephone, told again",
            f"{RUTO} held telephone talks with {KAGAME} on Monday.\n\nDuring the 30-minute talks, Kagame thanked Ruto.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "what is planned with a third is no part of what was",
            f"{RUTO} met {KAGAME} on Sunday.\n\nRuto and Kagame will hold talks with Zambia's Hakainde Hichilema.",
            ["meeting of William Ruto and Paul Kagame", "talks of William Ruto and Paul Kagame and Hakainde Hichilema"],
        ),
        case(
            "previous meetings are none in particular",
            f"{RUTO} met {KAGAME} to build on previous meetings between Peru and Chile.",
            ["meeting of William Ruto and Paul Kagame"],
        ),
        case(
            "whoever writes is a party, and no others are",
            f"I will meet {RUTO} and {KAGAME} on Monday.",
            [],
        ),
        case(
            "the younger is no third",
            "President Joseph R. Biden, Jr. and Prime Minister Pham Minh Chinh of Vietnam met on Monday.",
            ["meeting of Joe Biden and Phạm Minh Chính"],
        ),
        case(
            "a form of address of several words",
            f"{RUTO} met Malaysian Prime Minister Dato’ Seri Anwar Ibrahim on Monday.",
            ["meeting of William Ruto and Anwar Ibrahim"],
        ),
        case(
            "H.E is no initial",
            f"The former Prime Minister of Lesotho, H.E Tom Thabane, paid a courtesy call on {RUTO} on Monday.",
            ["meeting of Tom Thabane and William Ruto"],
        ),
        case(
            "nor is H. E",
            f"{RUTO} met H. E Paul Kagame on Monday.",
            ["meeting of William Ruto and Paul Kagame"],
        ),
        case(
            "a call, its day between commas",
            f"{RUTO} received a phone call, on Monday, from {KAGAME}.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "a delegation is read by its head",
            f"{RUTO} received a delegation led by the Speaker of the Seimas of Lithuania, Viktorija Čmilytė-Nielsen.",
            ["meeting of William Ruto and Viktorija Čmilytė-Nielsen"],
        ),
        case(
            "what was talked about on the phone is no second contact",
            f"{RUTO} had a phone conversation with {KAGAME}. Ruto and Kagame discussed the situation in Sudan.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "counterparts without a name are of their state",
            "US envoy Dan Hale met his Japanese counterparts in Tokyo.",
            ["meeting of Dan Hale and JPN"],
        ),
        case(
            "who speaks of talks takes no part in them",
            f"{RUTO} was dismissive of the talks between Peru and Chile.",
            ["talks of PER and CHL"],
        ),
        case(
            "the last of a row is not who is in office",
            "President Emmanuel Macron praised the last French president to visit Cuba.",
            [],
            not_yet="the parser takes him who praises for him who visited",
        ),
        case(
            "the last of a row, who is named",
            "President Emmanuel Macron said the last French president to visit Cuba was Francois Hollande in 2015.",
            [],
        ),
        case(
            "what is opened is no welcome",
            "Canada opened an embassy in Kigali in 2003.",
            [],
        ),
        case(
            "who speaks well of a summit need not be there",
            "Ambassador Kofi Mensah of Ghana voiced support for the success of the coming G20 Summit in Brazil.",
            ["summit to Group of Twenty"],
        ),
        case(
            "the anniversary of a signing is none",
            "Bosnian Foreign Minister Elmedin Konaković spoke in Sofia of the 30th anniversary of the signing of the "
            "treaty with Serbia.",
            [],
            not_yet="whom a treaty is with is taken for whom the minister spoke with",
        ),
        case(
            "talks that only stand in the subject",
            "Progress towards a treaty with Jordan followed a setback in talks with Iraq, Minister Ali Tekin said.",
            [],
        ),
        case(
            "a form of address is no part of a name",
            f"{RUTO} met the Honourable Mary Robinson Dalton in Kigali. Ruto and Mary Robinson Dalton spoke of trade.",
            ["meeting of William Ruto and Mary Robinson Dalton"],
        ),
        case(
            "what was discussed on the phone, told paragraphs later",
            f"{RUTO} had a phone conversation with {KAGAME}.\n\nThe weather was good.\n\nTrade is growing.\n\n"
            "Ruto and Kagame also discussed the situation in Sudan.",
            ["call of William Ruto and Paul Kagame"],
        ),
        case(
            "who is named of those who are met",
            f"{RUTO} met leaders of Rwanda, including {KAGAME}.",
            ["meeting of William Ruto and Paul Kagame"],
        ),
        case(
            "a plan long past is the row of another",
            "President Emmanuel Macron will travel to Cuba in June. The last French president to visit Cuba was in "
            "1928.",
            ["visit of Emmanuel Macron to CUB"],
        ),
        case(
            "a meeting of a body is not one with the host",
            f"{RUTO} arrived in Fiji for the meeting of the Coral Seas Forum.",
            ["visit of William Ruto to FJI"],
        ),
        case(
            "who witnesses does not sign",
            f"{RUTO} and {KAGAME} witnessed the signing of two agreements in Kigali.",
            ["signing of William Ruto and Paul Kagame"],
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
            "a visit during which something is planned",
            f"{RUTO} will pay a visit to Rwanda. During the visit, it is also planned to sign a treaty.",
            "planned",
        ),
        case(
            "an agenda",
            f"President Ruto's agenda includes talks with {KAGAME}.",
            "planned",
        ),
        case(
            "the eve of a summit",
            f"{RUTO} and {KAGAME} coordinated their positions on the eve of the African Union summit in Lagos.",
            "planned",
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
        ),
        case(
            "not of the country he is sent to",
            f"{RUTO} met the UN Special Envoy for Libya, Abdoulaye Bathily, in Rome.",
            None,
        ),
    ],
)
def test_of_which_country_the_other_is(text: str, country: str | None) -> None:
    reading = read(text)
    assert reading.actor(engagements(reading)[0].roles[-1].actor).country == country
