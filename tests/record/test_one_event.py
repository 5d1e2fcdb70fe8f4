"""Which tellings of several reports are one event, and which are not."""

from __future__ import annotations

import pytest

from legation.model import Actor, RoleName, Status
from legation.record import Record, TimelineQuery
from tests.record.building import (
    KAZAKHSTAN,
    PUTIN,
    RUSSIA,
    TOKAYEV,
    UN,
    XI,
    Draft,
    add,
    meeting,
    names,
    only_event,
    person,
)


def test_the_same_event_from_two_reports_is_one(record: Record) -> None:
    first, second = add(
        record,
        meeting("Tokayev met Putin in Astana on 27 November 2024.", "2024-11-27", city="Astana"),
        meeting("In Astana the two presidents met on 27 November 2024.", "2024-11-27"),
    )
    assert (first.events_new, first.events_changed) == (1, 0)
    assert (second.events_new, second.events_changed) == (0, 1)
    event = only_event(record)
    assert event.reports == event.independent == 2
    assert [telling.event_id for telling in event.tellings] == [event.id, event.id]
    assert names(event) == ["Kassym-Jomart Tokayev", "Vladimir Putin"]


def test_the_id_of_an_event_stays_as_reports_are_added(record: Record) -> None:
    add(record, meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27"))
    before = only_event(record).id
    add(record, meeting("On 27 November 2024 Putin met Tokayev again after a year.", "2024-11-27"))
    assert only_event(record).id == before
    assert before.startswith("E")
    assert len(before) == 11


def test_different_dates_stay_two(record: Record) -> None:
    add(
        record,
        meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27"),
        meeting("Tokayev met Putin on 12 December 2024.", "2024-12-12"),
    )
    assert [entry.when.edtf for entry in record.timeline()] == ["2024-11-27", "2024-12-12"]


def test_other_people_on_the_same_day_stay_two(record: Record) -> None:
    add(
        record,
        meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27"),
        meeting("Tokayev met Xi on 27 November 2024.", "2024-11-27", actors=(TOKAYEV, XI)),
        meeting("Lebed met Putin.", "2024-11-27", actors=(person("Ivan Lebed", "KAZ"), PUTIN)),
    )
    assert len(record.timeline()) == 3


def test_other_cities_on_nearby_days_stay_two(record: Record) -> None:
    add(
        record,
        meeting("They met in Astana in these days.", "2024-11-27/2024-11-28", city="Astana"),
        meeting("They met in Moscow in these days.", "2024-11-28", city="Moscow"),
    )
    assert len(record.timeline()) == 2


def test_a_call_is_no_meeting_but_talks_on_the_phone_are_a_call(record: Record) -> None:
    drafts = [Draft(f"Report {i}: Tokayev and Putin spoke.", published="2024-11-27") for i in range(3)]
    drafts[0].event("call", "spoke", [TOKAYEV, PUTIN], "2024-11-27")
    drafts[1].event("talks", "spoke", [TOKAYEV, PUTIN], "2024-11-27", mode="phone")
    drafts[2].event("meeting", "spoke", [TOKAYEV, PUTIN], "2024-11-27")
    add(record, *drafts)
    assert sorted((entry.kind, entry.reports) for entry in record.timeline()) == [("call", 2), ("meeting", 1)]


def test_a_state_may_stand_for_its_president(record: Record) -> None:
    add(
        record,
        meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27"),
        meeting("Kazakhstan and Russia met at the highest level.", "2024-11-27", actors=(KAZAKHSTAN, RUSSIA)),
    )
    assert only_event(record).reports == 2


def test_who_visits_whom_tells_visits_apart(record: Record) -> None:
    there, back = Draft("Putin visited Astana."), Draft("Tokayev visited Moscow.")
    there.event("visit", "visited", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-11-27")
    back.event("visit", "visited", {"guest": [TOKAYEV], "host": [PUTIN]}, "2024-11-27")
    add(record, there, back)
    assert len(record.timeline()) == 2


def test_a_host_not_named_is_the_country_of_the_place(record: Record) -> None:
    one, other = Draft("Putin visited Astana."), Draft("Tokayev received Putin, who visited him.")
    one.event("visit", "visited", {"guest": [PUTIN]}, "2024-11-27", city="Astana", country="KAZ")
    other.event("visit", "visited", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-11-27")
    add(record, one, other)
    assert only_event(record).reports == 2


def test_a_gathering_is_one_event_though_each_report_names_others(record: Record) -> None:
    others = [person(f"Leader Number{letter}", f"{letter}AA") for letter in "ABCDEF"]

    def summit(text: str, actors: list[Actor]) -> Draft:
        draft = Draft(text, published="2024-07-04")
        draft.event("summit", "summit", actors, "2024-07-03/2024-07-04")
        return draft

    add(
        record,
        summit("The summit in Astana brought many together.", [TOKAYEV, PUTIN, XI, *others[:3]]),
        summit("At the summit the guests spoke of trade.", [TOKAYEV, XI, *others[1:]]),
    )
    assert only_event(record).reports == 2


def test_two_meetings_of_one_report_are_never_made_one(record: Record) -> None:
    draft = Draft("Tokayev met Putin. Later they saw each other again.")
    draft.event("meeting", "met", [TOKAYEV, PUTIN], "2024-11-27")
    draft.event("meeting", "saw", [TOKAYEV, PUTIN], "2024-11-27")
    add(record, draft, meeting("Tokayev met Putin.", "2024-11-27"))
    assert sorted(entry.reports for entry in record.timeline()) == [1, 2]


def test_a_date_unknown_finds_its_event_only_if_told_in_the_same_days(record: Record) -> None:
    add(
        record,
        meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27", published="2024-11-28"),
        meeting("Tokayev met Putin, it became known.", published="2024-11-29"),
        meeting("Tokayev met Putin, the paper recalls.", published="2025-06-01"),
    )
    assert [(entry.when.edtf, entry.reports) for entry in record.timeline()] == [("2024-11-27", 2), ("", 1)]


def test_without_a_date_states_alone_do_not_tell_which_time_is_meant(record: Record) -> None:
    states = (KAZAKHSTAN, RUSSIA)
    add(
        record,
        meeting("Kazakhstan and Russia met on 27 November.", "2024-11-27", actors=states, published="2024-11-28"),
        meeting("Kazakhstan and Russia met, it became known.", actors=states, published="2024-11-29"),
    )
    assert len(record.timeline()) == 2


@pytest.mark.parametrize(("status", "events"), [("happened", 2), ("planned", 1)])
def test_what_has_happened_is_not_what_is_still_to_come(record: Record, status: Status, events: int) -> None:
    add(
        record,
        meeting("They are to have met by 30 November.", "2024-11-30", published="2024-11-27", status="planned"),
        meeting("It is said that they met.", published="2024-11-28", status=status),
    )
    assert len(record.timeline()) == events


def test_two_people_of_one_country_are_as_telling_as_two_countries(record: Record) -> None:
    guests = [person("Ivan Lebed", "RUS"), person("Aslan Petrov", "RUS")]
    add(
        record,
        meeting("They met on 27 November.", "2024-11-27", actors=guests),
        meeting("On 27 November they met.", "2024-11-27", actors=guests[::-1]),
    )
    assert only_event(record).reports == 2


def test_with_whom_unsaid_only_the_city_tells(record: Record) -> None:
    drafts = [meeting(f"He met somebody, {i}.", "2024-11-27", actors=[PUTIN]) for i in range(2)]
    drafts += [meeting(f"In Astana he met somebody, {i}.", "2024-11-27", actors=[XI], city="Astana") for i in range(2)]
    add(record, *drafts)
    assert sorted(entry.reports for entry in record.timeline()) == [1, 1, 2]


def test_three_sides_in_the_month_are_the_three_on_the_day(record: Record) -> None:
    china = Actor("CHN", "state", "China", "CHN", in_register=True)
    drafts = [Draft("A ceremony of three is planned."), Draft("The ceremony of three took place.")]
    drafts[0].event("ceremony", "ceremony", [KAZAKHSTAN, RUSSIA, china], "2024-11", status="planned")
    drafts[1].event("ceremony", "ceremony", [TOKAYEV, PUTIN, XI], "2024-11-27")
    add(record, *drafts)
    event = only_event(record)
    assert (event.when.edtf, event.status) == ("2024-11-27", "happened")


def test_between_two_equals_a_weak_telling_stays_apart(record: Record) -> None:
    add(
        record,
        meeting("Tokayev met Putin on 27 November 2024.", "2024-11-27", published="2024-11-29"),
        meeting("Tokayev met Putin on 28 November 2024.", "2024-11-28", published="2024-11-29"),
        meeting("Tokayev met Putin in November.", "2024-11", published="2024-11-29"),
    )
    assert len(record.timeline()) == 3


@pytest.mark.parametrize("plover", ["SUPPORT", "ACCUSE"])
def test_acts_are_one_only_with_the_same_code(record: Record, plover: str) -> None:
    drafts = [Draft(f"{word} of Russia, the UN spoke.") for word in ("Critical", "Wary")]
    drafts[0].event("act", "spoke", {"source": [UN], "target": [RUSSIA]}, "2024-11-27", plover="ACCUSE")
    drafts[1].event("act", "spoke", {"source": [UN], "target": [RUSSIA]}, "2024-11-27", plover=plover)
    add(record, *drafts)
    assert len(record.timeline(TimelineQuery(acts=True))) == (1 if plover == "ACCUSE" else 2)


def test_a_part_follows_its_whole(record: Record) -> None:
    def visit(text: str) -> Draft:
        draft = Draft(text, published="2024-11-28")
        whole = draft.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-11-27/2024-11-28")
        draft.event("talks", "talks", [PUTIN, TOKAYEV], part_of=whole)
        return draft

    add(record, visit("The visit began. There were talks."), visit("After the talks the visit went on."))
    whole, part = sorted(record.timeline(), key=lambda entry: entry.kind, reverse=True)
    assert (whole.kind, whole.reports, part.kind, part.reports) == ("visit", 2, "talks", 2)
    assert part.part_of == whole.id


def test_the_most_telling_word_names_the_kind(record: Record) -> None:
    plain, telling = meeting("They met.", "2024-11-27"), Draft("They held talks.")
    telling.event("talks", "talks", [TOKAYEV, PUTIN], "2024-11-27", subtype="delegations")
    add(record, plain, telling)
    event = only_event(record)
    assert (event.kind, event.subtype) == ("talks", "delegations")


def test_topics_are_the_words_each_once(record: Record) -> None:
    add(
        record,
        meeting("They met over Trade and gas.", "2024-11-27", topics=("Trade", "gas")),
        meeting("On trade and water they met.", "2024-11-27", topics=("trade", "water")),
    )
    assert only_event(record).topics == ("Trade", "gas", "water")


def test_two_events_read_from_one_word_are_two(record: Record) -> None:
    draft = Draft("Tokayev met Putin and Xi one by one.")
    for other in (PUTIN, XI):
        draft.event("meeting", "met", [TOKAYEV, other], "2024-11-27")
    (added,) = add(record, draft)
    assert added.events_new == 2
    assert len({telling.event_id for telling in record.tellings(draft.id)}) == 2


def test_no_event_is_part_of_itself_whatever_reports_say(record: Record) -> None:
    one, other = Draft("The visit had talks in it."), Draft("The talks had a visit in them.")
    for draft, above_visit, above_talks in ((one, None, "e1"), (other, "e2", None)):
        sides: dict[RoleName, list[Actor]] = {"guest": [PUTIN], "host": [TOKAYEV]}
        draft.event("visit", "visit", sides, "2024-11-27", part_of=above_visit)
        draft.event("talks", "talks", [PUTIN, TOKAYEV], "2024-11-27", part_of=above_talks)
    add(record, one, other)
    wholes = {entry.id: entry.part_of for entry in record.timeline()}
    assert len(wholes) == 2
    assert None in wholes.values()
