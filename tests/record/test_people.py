"""People: known again however they are spelt, and never taken for somebody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from legation.model import Actor
from legation.record import OfficeEntry, Record
from tests.record.building import PUTIN, TOKAYEV, UN, Draft, add, meeting, only_event, person


def mentioned(text: str, *actors: Actor, published: str | None = None, times: int = 1) -> Draft:
    draft = Draft(text, published=published)
    for actor in actors:
        for _ in range(times):
            draft.met(actor, text[:3])
    return draft


def found(record: Record, name: str) -> list[str]:
    return [entry.actor.name for entry in record.who(name)]


def test_somebody_spelt_two_ways_is_one_person(record: Record) -> None:
    one, other = person("Valentina Matvienko", "RUS"), person("Valentina Matviyenko", "RUS")
    add(
        record,
        meeting("Matvienko met Tokayev.", "2024-11-27", actors=(one, TOKAYEV)),
        meeting("Matviyenko met Tokayev again.", "2024-11-27", actors=(other, TOKAYEV)),
    )
    event = only_event(record)
    assert event.reports == 2
    assert {role.actor.key for role in event.roles} == {one.key, TOKAYEV.key}
    (entry,) = record.who("Matviyenko")
    assert entry.actor.key == one.key
    assert entry.spellings == ("Valentina Matvienko", "Valentina Matviyenko")
    assert (entry.reports, entry.events) == (2, 1)
    assert record.counts().people == 2


def test_two_spellings_met_in_one_report_are_one_person(record: Record) -> None:
    add(record, mentioned("Two names.", person("Mohammed Salman", "SAU"), person("Muhammad Salman", "SAU")))
    (entry,) = record.who("Salman")
    assert entry.reports == 1
    assert set(entry.spellings) == {"Mohammed Salman", "Muhammad Salman"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Li Qiang", "CHN"), person("Li Qian", "CHN")),
        (person("Ivan Petrov", "RUS"), person("Ivan Petrov-Vodkin", "BGR")),
        (person("Mohammed Salman", "SAU"), person("Muhammad Salman", "EGY")),
        (person("Ivan Petrov", "RUS"), person("Petrov", "RUS")),
    ],
)
def test_people_with_like_names_stay_two(record: Record, one: Actor, other: Actor) -> None:
    add(record, mentioned("The first.", one), mentioned("The other.", other))
    assert record.counts().people == 2


def test_people_of_the_register_are_told_apart_by_key(record: Record) -> None:
    namesake = replace(PUTIN, key="Q1009")
    add(record, mentioned("Two namesakes.", PUTIN, namesake))
    assert record.counts().people == 2


@pytest.mark.parametrize(
    "asked",
    [
        "Tokayev",
        "tokayev",
        "Tokaev",
        "Toqayev",
        "Kassym-Jomart Tokayev",
        "Kasym-Zhomart Tokaev",
        "Tokayev Kassym-Jomart",
        "Kassym-Jomart",
        " Q1001 ",
    ],
)
def test_who_finds_any_usual_spelling(record: Record, asked: str) -> None:
    add(record, mentioned("All of them.", TOKAYEV, PUTIN, UN, person("Toka Yevgeniy", "RUS")))
    assert found(record, asked) == ["Kassym-Jomart Tokayev"]


def test_who_finds_a_surname_in_the_record_by_a_full_name(record: Record) -> None:
    add(record, mentioned("Only a surname.", person("Tokayev", "KAZ"), person("Ibragimova", None)))
    assert found(record, "Kassym-Jomart Tokayev") == ["Tokayev"]
    assert found(record, "Lyazzat Ibragimova") == []


NOBODY = ("", "  ", "!", "United Nations", "KAZ", "Unknown", "\ud800", "a" * 10_000, "of the " * 500)


@pytest.mark.parametrize("asked", NOBODY, ids=range(len(NOBODY)))
def test_who_finds_nobody(record: Record, asked: str) -> None:
    add(record, mentioned("All of them.", TOKAYEV, UN))
    assert record.who(asked) == []


def test_who_names_the_most_mentioned_first(record: Record) -> None:
    few, many = person("Anna Lebed", "MDA"), person("Boris Lebed", "RUS")
    add(record, mentioned("One.", few, times=2), mentioned("Two.", many, times=5), mentioned("Three.", few))
    assert found(record, "Lebed") == ["Boris Lebed", "Anna Lebed"]


def test_offices_are_told_as_worded_with_the_days_they_were_read_on(record: Record) -> None:
    for day, office in (("2024-03-01", "Prime  minister"), ("2024-01-01", "prime minister"), ("2025-01-01", "Speaker")):
        add(record, mentioned(f"Day {day}.", person("Ivan Lebed", "MDA", office), published=day))
    add(record, mentioned("A day unknown.", person("Ivan Lebed", "MDA", "Speaker"), person("Other", None)))
    add(record, mentioned("No office.", person("Ivan Lebed", "MDA"), published="2023-01-01"))
    (entry,) = record.who("Lebed")
    assert entry.actor.office == "Prime  minister"
    assert set(entry.offices) == {
        OfficeEntry("Prime  minister", 2, dt.date(2024, 1, 1), dt.date(2024, 3, 1)),
        OfficeEntry("Speaker", 2, dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
    }


def test_a_person_is_told_with_events_and_own_statements(record: Record) -> None:
    drafts = [meeting(f"Tokayev met Putin, {name}.", "2024-11-27") for name in ("once", "twice")]
    for draft in drafts:
        draft.statement(PUTIN, "met Putin")
    add(record, *drafts)
    (entry,) = record.who("Putin")
    assert (entry.events, entry.statements, entry.reports) == (1, 1, 2)


def test_a_country_not_known_at_first_is_learnt(record: Record) -> None:
    add(record, mentioned("One.", person("Ivan Lebed")), mentioned("Two.", person("Ivan Lebed", "MDA")))
    assert [entry.actor.country for entry in record.who("Lebed")] == ["MDA"]


def test_somebody_without_a_name_is_no_person_to_look_up(record: Record) -> None:
    add(record, mentioned("Somebody.", replace(person("the minister", "KAZ"), named=False)))
    assert record.who("minister") == []
    assert record.counts().people == 0
