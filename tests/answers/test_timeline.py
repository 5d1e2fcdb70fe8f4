"""Events as rows of a timeline."""

from __future__ import annotations

from legation.answers import tally, timeline_rows
from legation.model import UNKNOWN, DatePoint, When
from legation.record import Conflict, Version
from tests.answers.entries import document, event


def test_what_is_part_of_a_visit_stands_under_it() -> None:
    events = [
        event("E1"),
        event("E2", kind="meeting"),
        event("E3", kind="talks", part_of="E1"),
        event("E4", kind="signing", part_of="E3"),
    ]
    assert [(row.id, row.depth) for row in timeline_rows(events)] == [("E1", 0), ("E3", 1), ("E4", 2), ("E2", 0)]


def test_a_part_whose_whole_is_not_listed_stands_by_itself() -> None:
    assert [(row.id, row.depth) for row in timeline_rows([event("E3", part_of="E1")])] == [("E3", 0)]


def test_no_event_is_lost_when_wholes_run_in_a_ring() -> None:
    ring = [event("E1", part_of="E2"), event("E2", part_of="E1"), event("E3", part_of="E3")]
    assert sorted(row.id for row in timeline_rows(ring)) == ["E1", "E2", "E3"]


def test_dates_are_iso_and_an_open_year_stays_open() -> None:
    open_year = When(DatePoint(None, 9, 4), DatePoint(None, 9, 4), "day")
    dates = [row.date for row in timeline_rows([event("E1"), event("E2", when=open_year), event("E3", when=UNKNOWN)])]
    assert dates == ["2023-11-01", "XXXX-09-04", "undated"]


def test_reports_and_sources_are_counted_beside_the_event() -> None:
    alone, copied = timeline_rows([event("E1"), event("E2", reports=2, independent=1)])
    assert (alone.told_by, copied.told_by) == ("1 report", "2 reports, 1 source")


def test_what_did_not_happen_stands_out() -> None:
    (row,) = timeline_rows([event(status="postponed")])
    assert row.flag == "POSTPONED"
    assert row.headline.startswith("POSTPONED visit:")


def test_disagreement_is_seen_on_the_timeline() -> None:
    dates = Conflict("date", (Version("2023-11-01", ("a",)), Version("2023-11-02", ("b",))))
    assert timeline_rows([event(conflicts=(dates,))])[0].disputed == ("date",)


def test_what_is_more_likely_wrong_than_right_is_marked() -> None:
    rows = timeline_rows([event("E1"), event("E2", score=0.5), event("E3", score=0.4)])
    assert [row.unsure for row in rows] == [False, False, True]


def test_a_signing_names_its_document() -> None:
    (row,) = timeline_rows([event(kind="signing", documents=("D1",))], [document()])
    assert row.headline.endswith("; joint declaration on water")


def test_the_tally_tells_the_statuses_apart() -> None:
    events = [event("E1"), event("E2"), event("E3", status="cancelled")]
    assert tally(events) == "3 events: 2 happened, 1 cancelled"
    assert tally([]) == "no events"
