"""How an event of the record is worded in the reports set."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from benchmarks._io import words_of
from benchmarks.reports import dates, document, engagement
from legation.model import (
    UNKNOWN,
    Actor,
    DatePoint,
    Document,
    Event,
    Place,
    Reading,
    Role,
    Span,
    Statement,
    When,
)
from legation.record import Telling

HERE = Span(0, 1)
ACTORS = (
    Actor("x:stubb", "person", "Alexander Stubb", "FIN", "President"),
    Actor("EST", "state", "Estonia", "EST"),
    Actor("x:delegation", "group", "the Estonian delegation", "EST", named=False),
    Actor("x:ministry", "organisation", "Foreign Ministry of Finland", "FIN"),
    Actor("x:postimees", "medium", "Postimees", "EST"),
    Actor("UN", "organisation", "United Nations"),
)
READING = Reading("r", "reader", actors=ACTORS)
EVENT = Event(
    "e1",
    "meeting",
    HERE,
    HERE,
    roles=(Role("participant", "x:stubb", HERE), Role("participant", "x:delegation", HERE)),
    place=Place("Tallinn", "EST"),
    when=When.day(dt.date(2025, 5, 19)),
    mode="in_person",
)


def told(event: Event) -> Telling:
    return Telling("r", event, "E1", given=event.when, when=event.when, sentence="")


def test_people_keep_their_names_and_a_delegation_of_a_state_is_its_code() -> None:
    found = engagement(told(EVENT), READING)
    assert found is not None
    assert found["participants"] == ["Alexander Stubb", "EST"]


def test_the_merged_event_names_the_engagement() -> None:
    found = engagement(told(EVENT), READING)
    assert found is not None
    assert (found["event"], found["type"], found["start"], found["end"]) == (
        "E1",
        "meeting",
        "2025-05-19",
        "2025-05-19",
    )


def test_a_letter_counts_and_greetings_by_word_of_mouth_do_not() -> None:
    letter = engagement(told(replace(EVENT, kind="message", subtype="letter")), READING)
    assert letter is not None
    assert letter["type"] == "letter"
    assert engagement(told(replace(EVENT, kind="message", subtype="greetings")), READING) is None


def test_consultations_are_talks_and_acts_are_no_engagements() -> None:
    consultation = engagement(told(replace(EVENT, kind="consultation")), READING)
    assert consultation is not None
    assert consultation["type"] == "talks"
    assert engagement(told(replace(EVENT, kind="act")), READING) is None


def test_an_interview_names_its_medium() -> None:
    roles = (Role("speaker", "x:stubb", HERE), Role("medium", "x:postimees", HERE))
    found = engagement(told(replace(EVENT, kind="interview", roles=roles)), READING)
    assert found is not None
    assert found["participants"] == ["Alexander Stubb", "Postimees"]


def test_who_only_carries_a_letter_takes_no_part_in_it() -> None:
    roles = (Role("sender", "UN", HERE), Role("carrier", "x:stubb", HERE), Role("addressee", "EST", HERE))
    found = engagement(told(replace(EVENT, kind="message", subtype="letter", roles=roles)), READING)
    assert found is not None
    assert found["participants"] == ["United Nations", "EST"]


def test_the_seven_statuses_become_four() -> None:
    def status(of: str) -> str:
        found = engagement(told(replace(EVENT, status=of)), READING)  # type: ignore[arg-type]
        assert found is not None
        return str(found["status"])

    assert [status(s) for s in ("under way", "proposed", "postponed")] == ["happened", "planned", "cancelled"]
    assert [status(s) for s in ("happened", "planned", "cancelled", "denied")] == [
        "happened",
        "planned",
        "cancelled",
        "denied",
    ]


def test_the_date_filled_from_other_reports_is_given() -> None:
    open_year = When(DatePoint(None, 5, 19), DatePoint(None, 5, 19), "day")
    telling = Telling("r", EVENT, "E1", given=open_year, when=open_year.with_year(2025, "from r2"), sentence="")
    found = engagement(telling, READING)
    assert found is not None
    assert found["start"] == "2025-05-19"


def test_a_date_without_a_year_is_no_date() -> None:
    open_year = When(DatePoint(None, 5, 19), DatePoint(None, 5, 19), "day")
    nothing = {"start": None, "end": None, "precision": None}
    assert dates(open_year) == nothing
    assert dates(UNKNOWN) == nothing


def test_a_month_stays_a_month() -> None:
    month = When(DatePoint(2025, 5), DatePoint(2025, 5), "month")
    assert dates(month) == {"start": "2025-05", "end": "2025-05", "precision": "month"}


def test_parties_of_a_document_are_codes_for_bodies_of_states() -> None:
    text = "agreement on ferries"
    paper = Document("d1", "agreement", Span(0, len(text)), parties=("x:ministry", "EST", "UN"))
    assert document(paper, READING, text)["parties"] == ["FIN", "EST", "United Nations"]


def test_a_gist_is_the_contents_own_first_words() -> None:
    text = "one two. Three, he said, four five"
    said = Statement("s1", (Span(0, 14), Span(25, 34)), "mixed")
    assert words_of(said, text, 40) == "one two. Three four five"
    assert words_of(said, text, 3) == "one two. Three"
