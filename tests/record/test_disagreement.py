"""What reports disagree on is kept side by side; what has come to pass outweighs what was to come."""

from __future__ import annotations

import pytest

from legation.model import Status
from legation.record import Record, Version
from tests.record.building import PUTIN, TOKAYEV, Draft, add, meeting, only_event


def visit(text: str, status: Status, published: str, when: str = "2024-11-27") -> Draft:
    draft = Draft(text, published=published)
    draft.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, when, status=status)
    return draft


def test_a_planned_visit_that_then_happened_is_one_event_that_happened(record: Record) -> None:
    add(
        record,
        visit("The visit is planned for 27 November.", "planned", "2024-11-20"),
        visit("The visit took place on 27 November.", "happened", "2024-11-27"),
    )
    event = only_event(record)
    assert (event.status, event.reports, event.conflicts) == ("happened", 2, ())


def test_what_happened_stays_so_when_an_older_plan_is_read_later(record: Record) -> None:
    add(
        record,
        visit("The visit took place on 27 November.", "happened", "2024-11-27"),
        visit("The visit is planned for 27 November.", "planned", "2024-11-20"),
    )
    assert only_event(record).status == "happened"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_plans_the_later_report_is_right_and_the_earlier_is_kept(record: Record, order: tuple[int, int]) -> None:
    drafts = [
        visit("The visit is planned for 27 November.", "planned", "2024-11-20"),
        visit("The visit of 27 November is off.", "cancelled", "2024-11-25"),
    ]
    add(record, *(drafts[i] for i in order))
    event = only_event(record)
    assert event.status == "cancelled"
    (conflict,) = event.conflicts
    assert conflict.prop == "status"
    assert set(conflict.versions) == {Version("planned", (drafts[0].id,)), Version("cancelled", (drafts[1].id,))}


def test_dates_that_do_not_fit_are_kept_side_by_side(record: Record) -> None:
    drafts = [
        visit("The visit lasted from 26 to 27 November.", "happened", "2024-11-28", "2024-11-26/2024-11-27"),
        visit("The visit lasted from 27 to 28 November.", "happened", "2024-11-28", "2024-11-27/2024-11-28"),
    ]
    add(record, *drafts)
    (conflict,) = only_event(record).conflicts
    assert conflict.prop == "date"
    assert conflict.versions == (
        Version("2024-11-26/2024-11-27", (drafts[0].id,)),
        Version("2024-11-27/2024-11-28", (drafts[1].id,)),
    )


def test_a_day_within_the_days_is_no_disagreement(record: Record) -> None:
    add(
        record,
        visit("The visit lasted from 26 to 27 November.", "happened", "2024-11-28", "2024-11-26/2024-11-27"),
        visit("The visit was on 27 November.", "happened", "2024-11-28"),
    )
    event = only_event(record)
    assert event.conflicts == ()
    assert event.when.edtf == "2024-11-26/2024-11-27"


def test_the_very_day_is_shown_for_talks(record: Record) -> None:
    add(
        record,
        meeting("They met in those days.", "2024-11-26/2024-11-28"),
        meeting("They met that day.", "2024-11-27"),
    )
    assert only_event(record).when.edtf == "2024-11-27"


def test_places_that_differ_are_kept_and_most_reports_are_followed(record: Record) -> None:
    drafts = [
        meeting(f"They met in {city}, report {i}.", "2024-11-27", city=city)
        for i, city in enumerate(["Astana", "Burabay", "Burabay"])
    ]
    add(record, *drafts)
    event = only_event(record)
    assert event.place.city == "Burabay"
    (conflict,) = event.conflicts
    assert conflict.prop == "place"
    assert conflict.versions == (
        Version("Astana", (drafts[0].id,)),
        Version("Burabay", (drafts[1].id, drafts[2].id)),
    )


def test_spellings_of_one_city_are_no_disagreement(record: Record) -> None:
    add(
        record,
        meeting("They met in Sergeyevka.", "2024-11-27", city="Sergeyevka"),
        meeting("They met in Sergeevka.", "2024-11-27", city="Sergeevka"),
    )
    assert only_event(record).conflicts == ()
