"""How real an engagement is: happened, under way, planned, proposed, postponed, cancelled, denied."""

from __future__ import annotations

import pytest

from tests.reading.sentences import engagements, facts, only_event, read
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("met", "President Ruto met President Kagame on Monday.", "happened"),
        case("has met", "President Ruto has met President Kagame.", "happened"),
        case("was held", "Talks between Peru and Chile were held on Monday.", "happened"),
        case("managed to meet", "President Ruto managed to meet President Kagame.", "happened"),
        case("said he had met", "President Ruto said that he had met President Kagame.", "happened"),
        case("is meeting", "President Ruto is meeting President Kagame in Nairobi.", "under way"),
        case("are holding talks", "Peru and Chile are holding talks in Lima.", "under way"),
        case("continue", "Talks between Peru and Chile continue in Lima.", "under way"),
        case("hoped", "It is his hope that President Ruto and President Kagame will meet on July 1.", "proposed"),
        case("what was signed", "The pact signed by Peru and Chile last week will be on the agenda.", "happened"),
        case("talks with an aim", "The talks between Peru and Chile are aimed at a truce.", "happened"),
        case("is to be received", "President Kagame is to be received by President Ruto on June 20.", "planned"),
        case("will meet", "President Ruto will meet President Kagame on June 20.", "planned"),
        case("is to meet", "President Ruto is to meet President Kagame on June 20.", "planned"),
        case("is due to meet", "President Ruto is due to meet President Kagame on June 20.", "planned"),
        case("is expected to meet", "President Ruto is expected to meet President Kagame on June 20.", "planned"),
        case("plans to meet", "President Ruto plans to meet President Kagame on June 20.", "planned"),
        case("agreed to meet", "President Ruto and President Kagame agreed to meet on June 20.", "planned"),
        case("said he would meet", "President Ruto said he would meet President Kagame on June 20.", "planned"),
        case("a meeting is scheduled", "A meeting of President Ruto and President Kagame is scheduled.", "planned"),
        case("the planned visit", "The planned visit of President Ruto to Kigali was discussed.", "planned"),
        case(
            "the upcoming visit", "President Kagame spoke of the upcoming visit of President Ruto to Kigali.", "planned"
        ),
        case("a day ahead", "The visit of President Maia Sandu to Rome: June 20, 2024.", "planned"),
        case("left to meet", "President Ruto left Nairobi to meet President Kagame.", "planned"),
        case("invited", "President Kagame invited President Ruto to visit Kigali on July 1.", "proposed"),
        case("proposed", "President Kagame proposed to meet President Ruto on July 1.", "proposed"),
        case("may", "President Ruto may meet President Kagame on July 1.", "proposed"),
        case(
            "hopes to",
            "President Ruto hopes to meet President Kagame on July 1.",
            "proposed",
            not_yet="a hope counts as a plan",
        ),
        case("postponed", "The visit of President Ruto to Kigali was postponed.", "postponed"),
        case("put off", "The visit of President Ruto to Kigali was put off.", "postponed"),
        case("postponed by somebody", "President Ruto postponed his visit to Kigali.", "postponed"),
        case("cancelled", "The visit of President Ruto to Kigali was cancelled.", "cancelled"),
        case("American spelling", "The visit of President Ruto to Kigali was canceled.", "cancelled"),
        case("called off", "President Ruto called off his visit to Kigali.", "cancelled"),
        case("scrapped", "The talks between Peru and Chile were scrapped.", "cancelled"),
        case("denied", "Kenya denied that President Ruto met President Kagame.", "denied"),
        case("ruled out", "President Ruto ruled out a meeting with President Kagame.", "denied"),
        case("has no plans", "President Ruto does not plan to meet President Kagame.", "denied"),
    ],
)
def test_an_engagement_is(text: str, status: str) -> None:
    event = next(e for e in engagements(read(text)) if len(e.actors()) > 1 and e.kind != "message")
    assert event.status == status


@pytest.mark.parametrize(
    "text",
    [
        case("did not", "President Ruto did not telephone President Kagame."),
        case("no meeting", "No meeting of President Ruto and President Kagame took place."),
        case("if", "If President Ruto visits Kigali, he will be welcome."),
        case("whether", "It is unclear whether President Ruto met President Kagame."),
        case("failed to", "President Ruto failed to meet President Kagame."),
        case("declined to", "President Ruto declined to receive President Kagame."),
        case("said it did not happen", "President Ruto said he had not met President Kagame."),
        case(
            "neither",
            "Neither President Ruto nor President Museveni met President Kagame.",
        ),
    ],
)
def test_what_is_negated_or_conditional_is_no_engagement(text: str) -> None:
    assert facts(read(text)) == []


def test_a_new_date_is_a_second_event_and_the_old_one_stays() -> None:
    text = (
        "The visit of President Maia Sandu to Rome, which was planned for June 25, was postponed. "
        "She will visit Rome on July 9."
    )
    told = [(event.status, event.when.edtf) for event in engagements(read(text))]
    assert told == [("postponed", "2024-06-25"), ("planned", "2024-07-09")]


def test_the_same_visit_told_twice_keeps_its_status() -> None:
    text = "President Maia Sandu will visit Rome on June 20.\n\nDuring the visit she will meet President Mattarella."
    assert [event.status for event in engagements(read(text))] == ["planned", "planned"]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        case("met", "President Ruto met President Kagame.", ("CONSULT", None)),
        case("visited", "President Maia Sandu visited Rome.", ("CONSULT", "visit")),
        case("telephoned", "President Ruto telephoned President Kagame.", ("CONSULT", "phone")),
        case("three met", "President Ruto, President Kagame and President Museveni met.", ("CONSULT", "multilateral")),
        case("will meet", "President Ruto will meet President Kagame on June 20.", ("AGREE", "meet")),
        case("cancelled", "The visit of President Ruto to Kigali was cancelled.", ("REJECT", "meet")),
        case("signed", "Peru and Chile signed an agreement on transit.", ("SUPPORT", None)),
        case("will sign", "Peru and Chile will sign an agreement on transit on June 20.", ("AGREE", "sign")),
    ],
)
def test_every_engagement_has_a_plover_code(text: str, plover: tuple[str, str | None]) -> None:
    event = only_event(text)
    assert (event.plover, event.plover_mode) == plover


def test_an_interview_is_no_plover_event() -> None:
    text = "In an interview with the newspaper Le Monde, Jordanian Foreign Minister Ayman Safadi said he would go."
    assert only_event(text).plover is None
