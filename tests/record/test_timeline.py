"""Asking for the timeline: order, and who, what and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from legation.errors import NotFound
from legation.model import Actor, EventKind
from legation.record import Record, TimelineQuery
from tests.record.building import KAZAKHSTAN, PUTIN, RUSSIA, TOKAYEV, UN, XI, Draft, add, meeting, only_event, person

LEBED = person("Ivan Lebed", "KAZ", "ambassador")


def tell(record: Record, kind: EventKind, actors: Sequence[Actor], when: str, **more: object) -> None:
    draft = Draft(f"{kind} of {', '.join(actor.name for actor in actors)} on {when}, {sorted(more.items())}, was held.")
    draft.event(kind, "held", actors, when, **more)  # type: ignore[arg-type]
    add(record, draft)


def days(record: Record, **query: object) -> list[str]:
    return [entry.when.edtf for entry in record.timeline(TimelineQuery(**query))]  # type: ignore[arg-type]


def test_events_stand_in_order_of_date_and_the_undated_last(record: Record) -> None:
    for when in ("", "2024-12-12", "XXXX-05-01", "2023-01-05", "2024-12", "XXXX-04-01", "2024-12-12/2024-12-13"):
        tell(record, "meeting", [TOKAYEV, person(f"Guest {'N'.join(when)}", "FRA")], when)
    assert days(record) == [
        "2023-01-05", "2024-12", "2024-12-12/2024-12-13", "2024-12-12", "XXXX-04-01", "XXXX-05-01", "",
    ]  # fmt: skip


@pytest.fixture
def several(record: Record) -> Record:
    tell(record, "meeting", [TOKAYEV, PUTIN], "2024-01-01")
    tell(record, "call", [TOKAYEV, XI], "2024-01-02")
    tell(record, "visit", [LEBED, RUSSIA], "2024-01-03", status="planned")
    tell(record, "consultation", [UN, KAZAKHSTAN], "2024-01-04")
    tell(record, "signing", [PUTIN, XI], "XXXX-01-05")
    return record


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("KAZ", "RUS", ["2024-01-01", "2024-01-03"]),
        ("Kazakhstan", "Russia", ["2024-01-01", "2024-01-03"]),
        ("russian", "kaz", ["2024-01-01", "2024-01-03"]),
        ("Beijing", "KZ", ["2024-01-02"]),
        ("Putin", "KAZ", ["2024-01-01"]),
        ("Q1002", "Q1003", ["XXXX-01-05"]),
        ("UN", "KAZ", ["2024-01-04"]),
        ("united nations", "KAZ", ["2024-01-04"]),
        ("Lebed", "RUS", ["2024-01-03"]),
        ("FRA", "KAZ", []),
        ("Nobody Known", "KAZ", []),
        ("", "KAZ", []),
        ("\ud800", "KAZ", []),
    ],
)
def test_between_two(several: Record, one: str, other: str, found: list[str]) -> None:
    assert days(several, between=(one, other)) == found
    assert days(several, between=(other, one)) == found


def test_a_code_that_only_the_record_knows_is_a_country(record: Record) -> None:
    tell(record, "meeting", [person("Some One", "XXK"), PUTIN], "2024-01-01")
    assert days(record, between=("xxk", "RUS")) == ["2024-01-01"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Tokayev", ["2024-01-01", "2024-01-02"]),
        ("Qasym-Jomart Toqayev", ["2024-01-01", "2024-01-02"]),
        ("Kassym-Jomart Tokaev", ["2024-01-01", "2024-01-02"]),
        ("Q1001", ["2024-01-01", "2024-01-02"]),
        ("lebed", ["2024-01-03"]),
        ("KAZ", ["2024-01-04"]),
        ("Kazakhstan", []),
        ("Nobody", []),
    ],
)
def test_of_one_person(several: Record, name: str, found: list[str]) -> None:
    assert days(several, person=name) == found


def test_kind_and_status(several: Record) -> None:
    assert days(several, kind="call") == ["2024-01-02"]
    assert days(several, status="planned") == ["2024-01-03"]
    assert days(several, kind="call", status="planned") == []
    assert days(several, person="Putin", kind="signing") == ["XXXX-01-05"]


def test_acts_are_listed_only_if_asked_for(several: Record) -> None:
    tell(several, "act", [RUSSIA, KAZAKHSTAN], "2024-02-01", plover="SUPPORT")
    tell(several, "meeting", [RUSSIA, KAZAKHSTAN], "2024-02-01")
    since = dt.date(2024, 2, 1)
    assert [entry.kind for entry in several.timeline(TimelineQuery(since=since))] == ["meeting"]
    assert [entry.kind for entry in several.timeline(TimelineQuery(since=since, acts=True))] == ["act", "meeting"]
    assert [entry.kind for entry in several.timeline(TimelineQuery(kind="act"))] == ["act"]
    assert several.counts().events == 7


def test_a_stretch_of_time_keeps_what_touches_it(record: Record) -> None:
    tell(record, "visit", [TOKAYEV, PUTIN], "2024-01-10/2024-01-12")
    tell(record, "meeting", [TOKAYEV, XI], "")
    tell(record, "meeting", [TOKAYEV, PUTIN], "XXXX-01-11")
    visit = ["2024-01-10/2024-01-12"]
    assert days(record, since=dt.date(2024, 1, 12)) == visit
    assert days(record, until=dt.date(2024, 1, 10)) == visit
    assert days(record, since=dt.date(2024, 1, 11), until=dt.date(2024, 1, 11)) == visit
    assert days(record, since=dt.date(2024, 1, 13)) == []
    assert days(record, until=dt.date(2024, 1, 9)) == []
    assert days(record, since=dt.date(2024, 1, 13), undated=True) == ["XXXX-01-11", ""]


# ---------------------------------------------------------------- one event


def test_an_event_is_found_by_the_beginning_of_its_id(several: Record) -> None:
    entry = several.timeline()[0]
    for given in (entry.id, entry.id[:6], f" {entry.id.lower()} "):
        assert several.event(given).id == entry.id


@pytest.mark.parametrize("given", ["", " ", "E", "Ezzzz", "nothing", "%", "\ud800"])
def test_no_event_or_more_than_one_is_not_found(several: Record, given: str) -> None:
    with pytest.raises(NotFound):
        several.event(given)


def test_an_ambiguous_beginning_names_the_choices(several: Record) -> None:
    with pytest.raises(NotFound) as raised:
        several.event("E")
    assert "several events" in str(raised.value)
    assert any(entry.id in str(raised.value) for entry in several.timeline())


def test_the_office_is_as_the_first_report_words_it(record: Record) -> None:
    add(
        record,
        meeting("They met.", "2024-11-27", actors=(TOKAYEV, replace(PUTIN, office=None))),
        meeting("The two met.", "2024-11-27", actors=(replace(TOKAYEV, office="head of state"), PUTIN)),
    )
    assert [role.actor.office for role in only_event(record).roles] == ["President", "President"]


def test_claims_stand_in_the_sentence_they_were_read_from(record: Record) -> None:
    text = "ASTANA, 27 November.\n\nTokayev met Putin. They spoke long."
    draft = meeting(text, "2024-11-27", when_words="27 November")
    add(record, draft)
    kind, date = only_event(record).claims
    assert (kind.sentence, kind.claim.quote, kind.report) == ("Tokayev met Putin.", "met", draft.id)
    assert date.sentence == "ASTANA, 27 November."
    for entry in (kind, date):
        at = entry.claim.span.start - entry.sentence_span.start
        assert entry.sentence[at:].startswith(entry.claim.quote)
        assert entry.sentence_span.of(text) == entry.sentence
        assert entry.claim.reader == draft.reader


def test_a_telling_is_as_the_report_was_read(record: Record) -> None:
    spelt = replace(person("Ivan Lebedd", "KAZ"), office="envoy")
    first = meeting("Ivan Lebed met Putin.", "2024-11-27", actors=(LEBED, PUTIN), city=None)
    second = Draft("Lebedd met Putin in Astana over trade.", title="A title", outlet="A paper", published="2024-11-28")
    second.event(
        "meeting", "met", [spelt, PUTIN], "2024-11-27", city="Astana", country="KAZ", topics=["trade"], score=0.5
    )
    add(record, first, second)
    (telling,) = record.tellings(second.id)
    assert telling.event == second.reading.events[0]
    assert telling.event_id == only_event(record).id
    assert (telling.title, telling.outlet, telling.published) == ("A title", "A paper", dt.date(2024, 11, 28))
    assert telling.sentence == second.text
    assert record.tellings("unknown") == record.tellings("") == []


def test_an_event_is_as_sure_as_the_report_that_tells_it_best(record: Record) -> None:
    tell(record, "meeting", [TOKAYEV, PUTIN], "2024-01-01", score=0.4)
    assert [entry.score for entry in record.timeline()] == [0.4]
    tell(record, "meeting", [TOKAYEV, PUTIN], "2024-01-01", score=0.9, city="Astana", country="KAZ")
    assert [entry.score for entry in record.timeline()] == [0.9]


def test_what_is_less_sure_than_asked_for_is_left_out(record: Record) -> None:
    tell(record, "meeting", [TOKAYEV, PUTIN], "2024-01-01", score=0.4)
    tell(record, "call", [TOKAYEV, XI], "2024-01-02", score=0.8)
    assert days(record, least=0.8) == ["2024-01-02"]
    assert days(record, least=0.4) == ["2024-01-01", "2024-01-02"]
