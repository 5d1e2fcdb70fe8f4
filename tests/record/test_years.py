"""A year that one report lacks and another gives; unknown stays unknown."""

from __future__ import annotations

from legation.record import Record
from tests.record.building import PUTIN, TOKAYEV, XI, Draft, add, meeting, only_event


def test_a_missing_year_is_filled_from_the_other_report_and_says_so(record: Record) -> None:
    without = meeting("They met on December 12.", "XXXX-12-12", when_words="December 12")
    dated = meeting("They met on December 12, 2024.", "2024-12-12", when_words="December 12, 2024")
    add(record, without, dated)
    event = only_event(record)
    assert event.when.edtf == "2024-12-12"
    first, second = event.tellings
    assert (first.given.edtf, first.when.edtf) == ("XXXX-12-12", "2024-12-12")
    assert first.when.reason == f"year 2024 from report {dated.id}: 'December 12, 2024'"
    assert second.when == second.given


def test_words_without_the_year_are_told_with_how_it_is_known_there(record: Record) -> None:
    dated = meeting("They met on December 12.", "2024-12-12", when_words="December 12", published="2024-12-13")
    without = meeting("It was December 12 when they met.", "XXXX-12-12")
    add(record, dated, without)
    reason = record.tellings(without.id)[0].when.reason
    assert reason == f"year 2024 from report {dated.id}: 2024-12-12 ('December 12')"


def test_another_report_of_the_event_goes_before_the_rest_of_the_same_report(record: Record) -> None:
    def visit(text: str, year: str) -> Draft:
        draft = Draft(text)
        whole = draft.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, f"{year}-11-27/{year}-11-28")
        draft.event("talks", "talks", [PUTIN, TOKAYEV], f"{year}-11-28", part_of=whole)
        return draft

    dated, without = visit("A visit of 2024 with talks in it.", "2024"), visit("The visit and the talks.", "XXXX")
    add(record, dated, without)
    assert {telling.when.reason for telling in record.tellings(without.id)} == {
        f"year 2024 from report {dated.id}: 2024-11-27/2024-11-28 (as written)",
        f"year 2024 from report {dated.id}: 2024-11-28 (as written)",
    }


def test_the_order_of_the_reports_does_not_matter(record: Record) -> None:
    without = meeting("They met on December 12.", "XXXX-12-12")
    dated = meeting("They met on December 12, 2024.", "2024-12-12", when_words="December 12, 2024")
    add(record, dated, without)
    filled = only_event(record).tellings[1].when
    assert filled.edtf == "2024-12-12"
    assert dated.id in filled.reason


def test_no_year_is_guessed(record: Record) -> None:
    add(
        record,
        meeting("They met on December 12.", "XXXX-12-12", published="2024-12-13"),
        meeting("Again on December 12 they met.", "XXXX-12-12"),
    )
    event = only_event(record)
    assert event.reports == 2
    assert event.when.edtf == "XXXX-12-12"


def test_a_year_long_before_the_publication_is_not_taken(record: Record) -> None:
    add(
        record,
        meeting("They met on December 12.", "XXXX-12-12", published="2024-12-13"),
        meeting("They met on December 12, 2018.", "2018-12-12"),
    )
    assert sorted(entry.when.edtf for entry in record.timeline()) == ["2018-12-12", "XXXX-12-12"]


def test_a_year_is_carried_to_the_parts_and_the_same_day_in_the_report(record: Record) -> None:
    draft = Draft("The visit began on November 27. Talks were held on November 28. On November 27 he met Xi.")
    whole = draft.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "XXXX-11-27/XXXX-11-28")
    draft.event("talks", "Talks", [PUTIN, TOKAYEV], "XXXX-11-28", part_of=whole)
    draft.event("meeting", "met", [PUTIN, XI], "XXXX-11-27")
    other = Draft("Putin's visit to Astana was in November 2024.")
    other.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-11-27/2024-11-28")
    add(record, draft, other)
    assert {entry.kind: entry.when.edtf for entry in record.timeline()} == {
        "visit": "2024-11-27/2024-11-28",
        "talks": "2024-11-28",
        "meeting": "2024-11-27",
    }
    talks = next(entry for entry in record.timeline() if entry.kind == "talks")
    assert talks.when.reason.startswith("year 2024 as of the visit of 2024-11-27/2024-11-28 in the same report")
    assert other.id in talks.when.reason


def test_a_range_over_new_year_ends_in_the_next(record: Record) -> None:
    without, dated = Draft("The visit of Putin."), Draft("The visit.")
    without.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "XXXX-12-30/XXXX-01-02")
    dated.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-12-30/2025-01-02")
    add(record, without, dated)
    assert [telling.when.edtf for telling in only_event(record).tellings] == ["2024-12-30/2025-01-02"] * 2


def test_an_unknown_date_is_shown_as_the_other_report_gives_it(record: Record) -> None:
    dated = meeting("They met on 27 November.", "2024-11-27", published="2024-11-28", when_words="27 November")
    add(record, dated, meeting("They met, it is said.", published="2024-11-28"))
    undated = only_event(record).tellings[1]
    assert undated.given.edtf == ""
    assert undated.when.edtf == "2024-11-27"
    assert undated.when.reason == f"as in report {dated.id}: '27 November'"
