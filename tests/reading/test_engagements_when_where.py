"""When and where an engagement was, why so, and the whole it is part of."""

from __future__ import annotations

import pytest

from legation.model import Event, Place
from tests.reading.sentences import engagements, fact, facts, only_event, read
from tests.register.cases import case

RUTO_MET_KAGAME = "President Ruto met President Kagame"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        case("on a weekday", f"{RUTO_MET_KAGAME} on Monday.", "2024-06-10"),
        case("in full", f"{RUTO_MET_KAGAME} on May 3, 2023.", "2023-05-03"),
        case("month", f"{RUTO_MET_KAGAME} in May.", "2024-05"),
        case(
            "date before the noun",
            "President Ruto spoke of the May 3 meeting with President Kagame.",
            "2024-05-03",
            not_yet="a date right before its noun is not taken",
        ),
        case("first in the sentence", f"On May 3, {RUTO_MET_KAGAME}.", "2024-05-03"),
        case("of two days", "Peru and Chile held talks on May 3-4.", "2024-05-03/2024-05-04"),
        case(
            "the day it was told is not its day",
            f"On Tuesday a spokesman said {RUTO_MET_KAGAME} on May 3.",
            "2024-05-03",
        ),
        case(
            "the nearest date may belong to something else",
            f"{RUTO_MET_KAGAME}, who took office on April 22, on May 3.",
            "2024-05-03",
        ),
        case(
            "a date within the topic",
            f"{RUTO_MET_KAGAME} on Monday to discuss the plan adopted on April 22.",
            "2024-06-10",
        ),
        case(
            "a date in a title of a document",
            "Peru and Chile signed a plan of cooperation for 2025-2027 on Monday.",
            "2024-06-10",
        ),
        case(
            "planned for",
            "The visit of President Maia Sandu to Rome, which was planned for August 9, was cancelled.",
            "2024-08-09",
        ),
        case(
            "scheduled for",
            "The visit of President Maia Sandu to Rome is scheduled for August 9.",
            "2024-08-09",
        ),
        case(
            "not since then",
            "Since 2019 nothing was heard; President Ruto telephoned President Kagame on Monday.",
            "2024-06-10",
        ),
        case("a length is no date", f"{RUTO_MET_KAGAME} for two hours on Monday.", "2024-06-10"),
        case(
            "a visit of several days",
            "President Maia Sandu arrived in Rome on Monday for a three-day visit.",
            "2024-06-10/2024-06-12",
        ),
        case("from to", "President Maia Sandu visited Rome from May 3 to 5.", "2024-05-03/2024-05-05"),
        case("a relative day", f"{RUTO_MET_KAGAME} the day before yesterday.", "2024-06-10"),
        case("another year", f"{RUTO_MET_KAGAME} last year.", "2023"),
        case("a month told as past is the last one", "Peru and Chile signed a treaty in December.", "2023-12"),
        case("a day told as past too", f"{RUTO_MET_KAGAME} on September 3.", "2023-09-03"),
        case("what is told as a plan is ahead", "Ruto will meet Kagame on September 3.", "2024-09-03"),
        case("and so is what the past only agreed on", "Ruto was to meet Kagame on September 3.", "2024-09-03"),
    ],
)
def test_the_date_that_governs_it(text: str, edtf: str) -> None:
    assert only_event(text).when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        case("day and month", f"{RUTO_MET_KAGAME} on December 12.", "XXXX-12-12"),
        case("two days", "Peru and Chile held talks on November 27 and 28.", "XXXX-11-27/XXXX-11-28"),
        case("a weekday is nothing", f"{RUTO_MET_KAGAME} on Monday.", ""),
    ],
)
def test_without_a_day_of_publication_the_year_stays_open(text: str, edtf: str) -> None:
    event = only_event(text, None)
    assert event.when.edtf == edtf
    assert event.when.interval is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        case("nothing said", f"{RUTO_MET_KAGAME}.", "2024-06-12~"),
        case("the lead names the day", f"On Tuesday, Nairobi was calm. {RUTO_MET_KAGAME}.", "2024-06-11"),
    ],
)
def test_an_undated_lead_is_of_its_day_and_the_reason_says_so(text: str, edtf: str) -> None:
    when = only_event(text).when
    assert when.edtf == edtf
    assert "publication" in when.reason or "lead" in when.reason


@pytest.mark.parametrize(
    "text",
    [
        case("recently", f"{RUTO_MET_KAGAME} recently."),
        case("earlier", f"Nairobi was calm.\n\nKigali was calm.\n\nKampala was calm.\n\nEarlier, {RUTO_MET_KAGAME}."),
        case("background", f"Nairobi was calm.\n\nIt will be recalled that {RUTO_MET_KAGAME}."),
        case("planned and undated", "President Ruto will meet President Kagame."),
    ],
)
def test_what_is_not_the_main_news_has_not_its_day(text: str) -> None:
    assert only_event(text).when.edtf == ""


MET_ON_JUNE_3 = f"{RUTO_MET_KAGAME} on June 3. "


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        case(
            "before that, in the morning", "Before that, in the morning, he received President Museveni.", "2024-06-03"
        ),
        case("later that day", "Later that day he received President Museveni.", "2024-06-03"),
        case("after the talks", "After the talks the presidents telephoned President Museveni.", "2024-06-03"),
        case("a date of its own", "Later that day, on June 4, he received President Museveni.", "2024-06-04"),
    ],
)
def test_what_is_told_in_sequence_is_of_the_same_day(text: str, edtf: str) -> None:
    event = engagements(read(MET_ON_JUNE_3 + text))[-1]
    assert (event.when.edtf, "Yoweri Museveni" in fact(read(MET_ON_JUNE_3 + text), event)) == (edtf, True)


def test_every_date_has_a_reason() -> None:
    for text in (f"{RUTO_MET_KAGAME}.", f"{RUTO_MET_KAGAME} on Monday.", f"{RUTO_MET_KAGAME} in May."):
        assert only_event(text).when.reason


@pytest.mark.parametrize(
    ("text", "place"),
    [
        case("in a capital", f"{RUTO_MET_KAGAME} in Kigali.", ("Kigali", "RWA")),
        case("in another city", f"{RUTO_MET_KAGAME} in Mombasa.", ("Mombasa", "KEN")),
        case("in a third country", f"{RUTO_MET_KAGAME} in Norway.", (None, "NOR")),
        case("the Chinese capital", f"{RUTO_MET_KAGAME} in the Chinese capital.", ("Beijing", "CHN")),
        case("the capital of Kazakhstan", f"{RUTO_MET_KAGAME} in the capital of Kazakhstan.", ("Astana", "KAZ")),
        case("in front", f"In Kigali, {RUTO_MET_KAGAME}.", ("Kigali", "RWA")),
        case(
            "before the noun",
            "The Astana talks of Peru and Chile ended on Monday.",
            ("Astana", "KAZ"),
            not_yet="a place right before its noun is not taken",
        ),
        case("visit to a city", "President Maia Sandu arrived in Rome.", ("Rome", "ITA")),
        case("visit to a country", "President Maia Sandu visited Italy.", (None, "ITA")),
        case(
            "a town the register lacks",
            f"{RUTO_MET_KAGAME} in the town of Gravelport.",
            ("Gravelport", None),
        ),
        case(
            "a village in a country",
            f"{RUTO_MET_KAGAME} in the Norwegian village of Gravelport.",
            ("Gravelport", "NOR"),
        ),
        case("a part of the world is no city", f"{RUTO_MET_KAGAME} in Europe.", (None, None)),
        case("nowhere", f"{RUTO_MET_KAGAME}.", (None, None)),
        case(
            "a call is nowhere",
            "In Nairobi, President Ruto telephoned President Kagame.",
            (None, None),
        ),
        case("a letter is nowhere", "President Ruto sent a letter to President Kagame.", (None, None)),
    ],
)
def test_the_place(text: str, place: tuple[str | None, str | None]) -> None:
    event = only_event(text)
    assert (event.place.city, event.place.country) == place


def events(text: str) -> dict[str, Event]:
    """Kind -> event, of a text with one of each kind."""
    told = engagements(read(text))
    found = {str(event.kind): event for event in told}
    assert len(found) == len(told)
    return found


VISIT = "President Maia Sandu arrived in Rome on Monday. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        case("meeting with the host", VISIT + "She met President Sergio Mattarella.", "meeting"),
        case("during it", VISIT + "During it, she met President Sergio Mattarella.", "meeting"),
        case(
            "within the visit",
            VISIT + "As part of the visit, she held talks with Foreign Minister Antonio Tajani.",
            "talks",
        ),
    ],
)
def test_what_took_place_during_a_visit_is_part_of_it(text: str, kind: str) -> None:
    found = events(text)
    part, whole = found[kind], found["visit"]
    assert part.part_of == whole.id
    assert part.when.edtf == "2024-06-10"
    assert (part.place.city, part.place.country) == ("Rome", "ITA")


@pytest.mark.parametrize(
    "text",
    [
        case("a call", VISIT + "On Monday she telephoned French President Emmanuel Macron."),
        case("with another country", VISIT + "On May 2 she met French President Emmanuel Macron."),
        case("long before", VISIT + "On January 9, 2023 she met President Sergio Mattarella."),
    ],
)
def test_what_was_elsewhere_or_at_another_time_is_no_part_of_it(text: str) -> None:
    found = engagements(read(text))
    assert len(found) == 2
    assert [event.part_of for event in found] == [None, None]


def test_a_visit_without_a_date_lasts_as_long_as_its_parts() -> None:
    text = (
        "The visit of President Maia Sandu to Rome has ended. "
        "On June 3 she met President Sergio Mattarella. On June 4 she met Foreign Minister Antonio Tajani."
    )
    visit = engagements(read(text))[0]
    assert (visit.kind, visit.when.edtf) == ("visit", "2024-06-03/2024-06-04")


def test_the_dateline_city_is_the_place_of_the_main_news() -> None:
    text = "ROME, June 11. /Agenzia/ President Maia Sandu met President Sergio Mattarella on Tuesday."
    event = only_event(text)
    assert (event.place.city, event.place.country) == ("Rome", "ITA")


def test_a_country_in_the_dateline_is_no_city() -> None:
    text = "UAE, June 11, 2024 (WAM) -- President Maia Sandu met President Mohamed bin Zayed Al Nahyan on Tuesday."
    event = only_event(text)
    assert (event.place.city, event.place.country) == (None, "ARE")


def test_parts_and_wholes_are_events_of_the_same_reading() -> None:
    reading = read(VISIT + "She met President Sergio Mattarella.")
    ids = [event.id for event in reading.events]
    assert ids == ["e1", "e2"]
    assert [fact(reading, e) for e in reading.events if e.part_of == "e1"] == [
        "meeting of Maia Sandu and Sergio Mattarella"
    ]


# ---------------------------------------------------------------- what the report tells, not the sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "a visit to where the report is written",
            "NAIROBI, June 11 (AFP) -- Rwandan President Paul Kagame, ending a two-day visit, praised the harbour.",
            ["visit of Paul Kagame to KEN"],
        ),
        case(
            "a ceremony for the guest",
            "NAIROBI, June 11 (AFP) -- Rwandan President Paul Kagame arrived in Nairobi on Tuesday. "
            "After a welcoming ceremony he laid a wreath.",
            ["visit of Paul Kagame to KEN", "ceremony of Paul Kagame and KEN"],
        ),
        case(
            "talks the guest came for",
            "Rwandan President Paul Kagame arrived in Nairobi on Tuesday for talks on trade.",
            ["visit of Paul Kagame to KEN", "talks of Paul Kagame and KEN"],
        ),
        case(
            "talks with somebody else",
            "Rwandan President Paul Kagame arrived in Nairobi on Tuesday for peace talks with the rebels.",
            ["visit of Paul Kagame to KEN"],
        ),
        case(
            "a trip of somebody at home",
            "NAIROBI, June 11 (AFP) -- Kenyan President William Ruto, ending a two-day visit, praised the harbour.",
            [],
        ),
    ],
)
def test_the_other_party_is_told_elsewhere_in_the_report(text: str, told: list[str]) -> None:
    assert facts(read(text)) == told


def test_the_country_of_a_dateline_is_told_behind_its_city() -> None:
    text = (
        "GRAVELPORT, Norway, June 11 (AFP) -- President Ruto met Norwegian Prime Minister Jonas Gahr Store on Tuesday."
    )
    assert only_event(text).place == Place("Gravelport", "NOR")


def test_a_visit_was_in_the_city_where_its_parts_were() -> None:
    text = "President Maia Sandu visited Italy on Monday. In Rome, she met President Sergio Mattarella."
    assert events(text)["visit"].place.city == "Rome"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        case(
            "the day of the summit they spoke of",
            "President Ruto and President Kagame exchanged views on the upcoming summit in Accra on July 3.",
            "2024-06-12~",
        ),
        case(
            "the recent meeting",
            "On Friday the envoy briefed us on the recent meeting between President Ruto and President Kagame.",
            "",
        ),
    ],
)
def test_what_is_only_talked_of_keeps_its_day(text: str, edtf: str) -> None:
    told = [e for e in engagements(read(text)) if "William Ruto" in fact(read(text), e)]
    assert [e.when.edtf for e in told] == [edtf]


@pytest.mark.parametrize(
    "sentence",
    [
        case(
            "of saying so", "President Ruto told a newspaper on Tuesday that Kenya was prepared for talks with Rwanda."
        ),
        case(
            "of another clause",
            "On Friday it was unclear how much could be achieved, as Ruto's meeting with Kagame had settled nothing.",
        ),
    ],
)
def test_a_day_that_hardly_belongs_to_it_does_not_date_it(sentence: str) -> None:
    found = read(f"It rained.\n\nPeru declined.\n\nThe harbour is closed.\n\n{sentence}")
    assert {event.when.edtf for event in engagements(found)} <= {""}


def test_a_house_is_no_town() -> None:
    text = "President Ruto met President Kagame at Hyderabad House."
    assert only_event(text).place.city is None


def test_a_plan_takes_no_day_from_what_is_long_past() -> None:
    text = "President Ruto will hold a meeting with President Kagame. The two presidents met in Accra on June 29, 2013."
    planned = next(e for e in engagements(read(text)) if e.status == "planned")
    assert planned.when.interval is None


def test_of_two_days_as_near_the_first_is_taken() -> None:
    (event,) = engagements(read("President Ruto told of his May 1 visit May 3 to Kigali."))
    assert event.when.edtf.endswith("05-01")
