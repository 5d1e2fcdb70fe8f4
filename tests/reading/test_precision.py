"""What a sentence does not tell: parties, days, places and plans that stand near an engagement and are not its own."""

from __future__ import annotations

import pytest

from legation.intake import report_from_text
from tests.reading.sentences import engagements, fact, facts, only_event, read, reader
from tests.register.cases import case

RUTO = "Kenyan President William Ruto"
KAGAME = "Rwandan President Paul Kagame"
MEETING = "meeting of William Ruto and Paul Kagame"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case("and his counterpart", f"{RUTO} and his Rwandan counterpart, Paul Kagame, met on Monday.", [MEETING]),
        case(
            "the ministers of A and B, by name",
            "The foreign ministers of Turkey and Jordan, Hakan Fidan and Ayman Safadi, visited Kenya on Monday.",
            ["visit of Hakan Fidan and Ayman Safadi to KEN"],
        ),
        case(
            "beside another meeting",
            f"{RUTO} and {KAGAME} met on the sidelines of the meeting of the Council of Ministers in Rome.",
            [MEETING],
        ),
        case("members of a body", f"{RUTO} met with ministers of the African Union member states.", []),
        case("a habit", f"{RUTO} praised the practice of meetings between Kenya and Rwanda.", []),
        case(
            "an envoy for something",
            f"{RUTO} met US special envoy on Sudanese peace talks, Anna Holm, on Monday.",
            ["meeting of William Ruto and Anna Holm"],
        ),
        case(
            "a state as a place is no side",
            "Paul Kagame is in Peru. The two leaders met on Monday.",
            [],
        ),
    ],
)
def test_who_took_part(text: str, told: list[str]) -> None:
    assert facts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        case(
            "the day of saying",
            f"{RUTO} has met {KAGAME}. The two had met in Rome on May 20, the ministry said on Tuesday.",
            "2024-05-20",
        ),
        case("the day of what is ahead", f"Ahead of the jubilee next year {RUTO} met {KAGAME}.", "2024-06-12~"),
        case("a plan for a month", f"{RUTO} will meet {KAGAME} in January.", "2025-01"),
    ],
)
def test_when_it_was(text: str, day: str) -> None:
    assert engagements(read(text))[0].when.edtf == day


def test_only_the_day_of_saying_is_known() -> None:
    event = only_event(f"{RUTO} has met {KAGAME}, the ministry said on Tuesday.")
    assert event.when.edtf in ("", "2024-06-12~")


def test_the_length_of_a_visit_to_elsewhere() -> None:
    reading = read(f"{RUTO} left Rwanda on Sunday for Uganda after completing a three-day visit to Rwanda.")
    days = {fact(reading, e): e.when.edtf for e in engagements(reading)}
    assert days["visit of William Ruto to UGA"] == "2024-06-09"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        case("the country of the guest", f"{RUTO} received at the palace Rwanda's Foreign Minister Anna Holm.", None),
        case("where the other comes from", f"{RUTO} met with his counterpart in Rwanda in Nairobi.", "KEN"),
    ],
)
def test_where_it_was(text: str, country: str | None) -> None:
    assert engagements(read(text))[0].place.country == country


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("judged", f"{RUTO} said he considers his meeting with {KAGAME} as fruitful.", "happened"),
        case("its results", f"{RUTO} urged all to study the results of {KAGAME}'s visit to Kenya in May.", "happened"),
        case(
            "planned, then told from",
            f"{RUTO} flew to Rome to meet {KAGAME}. During the meeting Ruto raised the road.",
            "happened",
        ),
        case("to come", f"{RUTO} welcomed {KAGAME}'s upcoming visit to Kenya.", "planned"),
    ],
)
def test_how_real_it_is(text: str, status: str) -> None:
    assert engagements(read(text))[-1].status == status


def test_what_was_signed_over_the_years_was_not_signed_during_the_visit() -> None:
    text = (
        f"{KAGAME} arrived in Nairobi on Monday for an official visit.\n\n"
        f'"Kenya and Rwanda have signed ten agreements over the last two years," {RUTO} said.'
    )
    signings = [e for e in engagements(read(text)) if e.kind == "signing"]
    assert [(e.part_of, e.when.edtf) for e in signings] == [(None, "")]


def test_a_readout_of_a_call_says_that_they_spoke() -> None:
    body = f"On Monday, Prime Minister Adler spoke with {KAGAME}. They discussed aid."
    text = f"Secretary Adler’s Call With President Kagame\n\n{body}\n"
    found = reader().read(report_from_text(text, language="en"))
    assert [e.kind for e in engagements(found)] == ["call"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        case("no space round the dash", "MANILA—Foreign Minister Hakan Fidan said trade is growing.", "Manila"),
        case("a body", "NATO—the alliance of the north—said trade is growing.", None),
    ],
)
def test_a_dateline_before_a_long_dash(text: str, place: str | None) -> None:
    assert report_from_text(text, language="en").dateline_place == place


def test_no_act_of_friendship_at_home() -> None:
    text = f"{RUTO} praised the commitment of the Kenyan authorities."
    assert [e for e in read(text).events if e.kind == "act"] == []


def test_a_body_in_which_they_agree_is_not_whom_they_agree_with() -> None:
    reading = read("Turkish Foreign Minister Hakan Fidan agreed to work closely within the African Union.")
    assert [e.actors("target") for e in reading.events] == [()]
