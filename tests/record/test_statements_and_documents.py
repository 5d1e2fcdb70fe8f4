"""Who said what, and which papers were signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from legation.model import Actor, Known
from legation.record import Record
from tests.record.building import (
    KAZAKHSTAN,
    PUTIN,
    RUSSIA,
    TOKAYEV,
    UN,
    XI,
    Draft,
    add,
    date,
    meeting,
    only_event,
    person,
)

PESKOV = person("Dmitry Peskov", "RUS", "spokesman")


@pytest.fixture
def said(record: Record) -> Record:
    draft = Draft(
        "We build roads, Tokayev said of Russia. We wait, Putin told the UN, Peskov relayed. Nobody knows. It is so.",
        published="2024-11-28",
        title="Words",
        outlet="A paper",
    )
    draft.event("meeting", "build", [TOKAYEV, PUTIN], "2024-11-27")
    draft.statement(TOKAYEV, "We build roads", about=[RUSSIA, PUTIN], event="e1", medium="Les Echos")
    draft.statement(PESKOV, "We wait", addressee=UN, relayed_for=PUTIN, kind="mixed", chain=("TASS",))
    draft.statement(None, "Nobody", "knows", said_on=date("2024-11-27"), score=0.6)
    draft.statement(UN, "It is so", about=[KAZAKHSTAN])
    add(record, draft)
    return record


@pytest.mark.parametrize(
    ("by", "about", "found"),
    [
        (None, None, ["We build roads", "We wait", "Nobody ... knows", "It is so"]),
        ("KAZ", None, ["We build roads"]),
        ("Russia", None, ["We wait"]),
        ("Peskov", None, ["We wait"]),
        ("Putin", None, ["We wait"]),
        ("Toqayev", None, ["We build roads"]),
        ("UN", None, ["It is so"]),
        ("united nations", None, ["It is so"]),
        (None, "RUS", ["We build roads"]),
        (None, "Kazakh", ["It is so"]),
        (None, "Putin", ["We build roads"]),
        ("UN", "KAZ", ["It is so"]),
        ("UN", "RUS", []),
        ("Nobody", None, []),
        ("", None, []),
    ],
)
def test_statements_are_found_by_who_spoke_and_of_whom(said: Record, by: str, about: str, found: list[str]) -> None:
    assert [entry.text for entry in said.statements(by=by, about=about)] == found


def test_a_statement_is_told_with_all_that_belongs_to_it(said: Record) -> None:
    first, second, third, _ = said.statements()
    assert first.speaker is not None
    assert (first.speaker.name, first.speaker.office) == ("Kassym-Jomart Tokayev", "President")
    assert [actor.key for actor in first.about] == ["RUS", PUTIN.key]
    assert first.event_id == only_event(said).id
    assert (first.statement.medium, first.title, first.outlet) == ("Les Echos", "Words", "A paper")
    assert first.published == dt.date(2024, 11, 28)
    assert second.addressee is not None
    assert second.relayed_for is not None
    assert (second.addressee.key, second.relayed_for.key) == ("UN", PUTIN.key)
    assert (second.statement.kind, second.statement.chain) == ("mixed", ("TASS",))
    assert (third.speaker, third.event_id) == (None, None)
    assert len(third.statement.content) == 2
    assert (third.statement.said_on.edtf, third.statement.score) == ("2024-11-27", 0.6)


def test_a_statement_comes_back_as_it_was_read(record: Record) -> None:
    draft = Draft("It is so, Putin said to Tokayev.")
    where = {"cue": draft.span("said"), "source": draft.span("Putin")}
    more = {"said_on": date("XXXX-11"), "act": "assured", "plover": "AGREE", **where}
    draft.statement(PUTIN, "It is so", addressee=TOKAYEV, about=[XI, RUSSIA], **more)
    add(record, draft)
    assert [entry.statement for entry in record.statements()] == list(draft.reading.statements)


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("thanked", ["for the roads"]),
        ("Thanked", ["for the roads"]),
        ("support", ["for the roads", "the work"]),
        ("SUPPORT", ["for the roads", "the work"]),
        ("denied", ["a quarrel"]),
        ("ACCUSE", []),
        ("", []),
        (None, ["for the roads", "the work", "a quarrel", "it rained"]),
    ],
)
def test_statements_are_found_by_what_is_done_by_saying_them(record: Record, act: str, found: list[str]) -> None:
    draft = Draft("Tokayev thanked him for the roads, praised the work, denied a quarrel and said it rained.")
    draft.statement(TOKAYEV, "for the roads", kind="indirect", act="thanked", plover="SUPPORT")
    draft.statement(TOKAYEV, "the work", kind="indirect", act="praised", plover="SUPPORT")
    draft.statement(TOKAYEV, "a quarrel", kind="indirect", act="denied")
    draft.statement(TOKAYEV, "it rained", kind="indirect")
    add(record, draft)
    assert [entry.text for entry in record.statements(act=act)] == found
    assert [entry.text for entry in record.statements(act=act, by="Putin")] == []


def test_the_act_and_its_plover_type_are_there_for_programs(record: Record) -> None:
    draft = Draft("Tokayev thanked him for the roads.")
    draft.statement(TOKAYEV, "for the roads", kind="indirect", act="thanked", plover="SUPPORT")
    add(record, draft)
    (told,) = (entry.to_json() for entry in record.statements())
    assert (told["act"], told["plover"]) == ("thanked", "SUPPORT")


# ---------------------------------------------------------------- documents


def signing(text: str, title: str, when: str = "2024-11-27", **more: Any) -> Draft:
    draft = Draft(text)
    paper = draft.document("plan", title, [KAZAKHSTAN, RUSSIA], signatories=[TOKAYEV], **more)
    draft.event("signing", "signed", {"signatory": [TOKAYEV, PUTIN]}, when, documents=(paper,))
    return draft


def test_a_paper_signed_at_one_event_is_one_paper(record: Record) -> None:
    first = signing("They signed a plan of cooperation in 2025-2027.", "plan of cooperation")
    second = signing("They signed the cooperation plan for three years.", "cooperation plan", when="2024-11-27")
    add(record, first, second)
    (paper,) = record.documents()
    assert paper.title == "plan of cooperation"
    assert [actor.key for actor in paper.parties] == ["KAZ", "RUS"]
    assert [(actor.key, actor.office) for actor in paper.signatories] == [(TOKAYEV.key, "President")]
    assert paper.events == (only_event(record).id,)
    assert paper.reports == (first.id, second.id)
    assert only_event(record).documents == (paper.id,)


def test_what_one_report_lacks_of_a_paper_the_other_gives(record: Record) -> None:
    first = signing("They signed a plan of cooperation.", "plan of cooperation")
    second = signing("The plan of cooperation was signed.", "plan of cooperation", term="2025/2027", status="signed")
    add(record, first, second)
    (paper,) = record.documents()
    assert (paper.term, paper.status) == ("2025/2027", "signed")


def test_papers_of_other_kinds_parties_or_terms_stay_apart(record: Record) -> None:
    def paper(kind: str, parties: Sequence[Actor], term: str | None) -> Draft:
        draft = Draft(f"A {kind} on water transit and trade, {term}, of {[party.name for party in parties]}.")
        draft.document(kind, "water transit and trade", parties, term=term)
        return draft

    add(
        record,
        paper("plan", (KAZAKHSTAN, RUSSIA), "2025/2027"),
        paper("treaty", (KAZAKHSTAN, RUSSIA), "2025/2027"),
        paper("plan", (KAZAKHSTAN, UN), "2025/2027"),
        paper("plan", (KAZAKHSTAN, RUSSIA), "2028/2030"),
        paper("plan", (RUSSIA, KAZAKHSTAN), None),
    )
    assert sorted(len(entry.reports) for entry in record.documents()) == [1, 1, 1, 2]


def test_papers_stand_in_order_of_date_and_the_undated_last(record: Record) -> None:
    for when in ("", "2024-12-12", "2023-01-01"):
        draft = Draft(f"A plan of {when or 'some day'} for {when or 'nothing'}.")
        draft.document("plan", "plan of " + (when or "some day"), [KAZAKHSTAN], when)
        add(record, draft)
    assert [entry.when.edtf for entry in record.documents() if entry.when] == ["2023-01-01", "2024-12-12", ""]


# ---------------------------------------------------------------- reports and counts


def test_reports_are_told_in_the_order_of_reading(record: Record) -> None:
    drafts = [
        meeting(f"Tokayev met Putin, {name}.", "2024-11-27", published=f"2024-11-{28 - i}")
        for i, name in enumerate("abc")
    ]
    drafts[1].statement(PUTIN, "met")
    add(record, *drafts)
    entries = record.reports()
    assert [entry.id for entry in entries] == [draft.id for draft in drafts]
    assert [(entry.events, entry.statements) for entry in entries] == [(1, 0), (1, 1), (1, 0)]
    assert {(entry.reader, entry.unread, entry.source) for entry in entries} == {("by hand 1", None, "by hand")}
    assert record.text(drafts[0].id) == drafts[0].text


def test_everything_is_counted(said: Record) -> None:
    assert said.counts().to_json() == {
        "reports": 1,
        "unread": 0,
        "events": 1,
        "tellings": 1,
        "statements": 4,
        "own_statements": 4,
        "documents": 0,
        "people": 3,
        "claims": 1,
    }


def test_known_values_come_back_with_the_report(record: Record) -> None:
    draft = Draft("Nothing.", title="A title", outlet="A paper", published="2024-11-27")
    assert draft.report.title == Known("A title", "metadata")
    add(record, draft)
    (entry,) = record.reports()
    assert (entry.title, entry.outlet, entry.published) == ("A title", "A paper", dt.date(2024, 11, 27))
