"""Reading again: the same reader changes nothing, another one replaces all that the old one read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legation.model import Actor, Aside, Report, Span
from legation.record import Added, Record
from tests.record.building import KAZAKHSTAN, PUTIN, TOKAYEV, UN, XI, Draft, add, meeting, only_event, person
from tests.record.contents import contents, orphans

SAID = "We shall build the road together, and we shall build it soon"


def full(text: str, reader: str = "by hand 1") -> Draft:
    """A report with something of everything."""
    draft = Draft(
        f'{text} Putin\'s visit began. They met. A joint plan was signed. "{SAID}," Putin said.', reader=reader
    )
    paper = draft.document("plan", "joint plan", [KAZAKHSTAN], "2024-11-27", signatories=[PUTIN, TOKAYEV])
    whole = draft.event("visit", "visit", {"guest": [PUTIN], "host": [TOKAYEV]}, "2024-11-27/2024-11-28")
    draft.event("meeting", "met", [PUTIN, TOKAYEV], "XXXX-11-27", part_of=whole, documents=(paper,), when_words="They")
    draft.statement(PUTIN, SAID, about=[KAZAKHSTAN, person("Ivan Lebed")], addressee=UN, event="e2")
    draft.met(XI, "Putin")
    return draft


def test_adding_the_same_again_changes_nothing(record: Record, path: Path) -> None:
    drafts = [full("One."), full("Two.")]
    add(record, *drafts)
    before = contents(path)
    assert add(record, *drafts) == [Added(new=False), Added(new=False)]
    assert contents(path) == before


def test_what_was_read_anew_and_says_the_same_is_the_same_but_for_the_reader(record: Record, path: Path) -> None:
    drafts = [full("One."), full("Two."), full("Three.")]
    add(record, *drafts)
    before = shown(record)
    for draft in (drafts[0], drafts[2], drafts[1]):
        draft.reader = "by hand 2"
        assert add(record, draft) == [Added(new=False, read=True)]
    assert shown(record) == before
    assert {entry.reader for entry in record.reports()} == {"by hand 2"}
    assert orphans(path) == []


def shown(record: Record) -> list[object]:
    """All that the record answers, the reader's name and version aside."""
    events = [record.event(entry.id) for entry in record.timeline()]
    without_reader = [
        replace(event, claims=tuple(replace(c, claim=replace(c.claim, reader="")) for c in event.claims))
        for event in events
    ]
    reports = [replace(report, reader=None) for report in record.reports()]
    return [without_reader, record.statements(), record.documents(), reports, record.counts(), record.who("Putin")]


def test_a_new_reader_that_finds_nothing_leaves_nothing_behind(record: Record, path: Path) -> None:
    draft = full("One.")
    add(record, draft)
    empty = replace(Draft(draft.text).reading, report=draft.id, reader="by hand 2")
    assert record.add(draft.report, empty) == Added(new=False, read=True)
    kept = {name: rows for name, rows in contents(path).items() if rows}
    assert set(kept) == {"report", "reading", "alembic_version"}


def test_a_new_reader_replaces_the_reading_and_leaves_no_orphan(record: Record, path: Path) -> None:
    stranger = person("Gone Tomorrow", "KAZ")
    old = meeting("Tokayev met Putin.", "2024-11-27", actors=(TOKAYEV, PUTIN, stranger))
    add(record, old)
    assert [one.actor.name for one in record.who("Tomorrow")] == ["Gone Tomorrow"]
    new = meeting("Tokayev met Putin.", "2024-11-28", reader="by hand 2")
    assert add(record, new) == [Added(new=False, read=True, events_new=0, events_changed=1)]
    event = only_event(record)
    assert event.when.edtf == "2024-11-28"
    assert len(event.roles) == 2
    assert record.who("Tomorrow") == []
    assert orphans(path) == []


def test_what_other_reports_tell_stays_without_what_is_taken_back(record: Record, path: Path) -> None:
    stranger = person("Gone Tomorrow", "KAZ")
    first = meeting("Tokayev met Putin.", "2024-11-27", actors=(TOKAYEV, PUTIN, stranger), city=None)
    add(record, first, meeting("On 27 November 2024 the presidents met.", "2024-11-27"))
    before = only_event(record)
    assert len(before.roles) == 3
    record.add(first.report, replace(Draft(first.text).reading, report=first.id, reader="by hand 2"))
    after = only_event(record)
    assert after.id == before.id
    assert (after.reports, len(after.roles)) == (1, 2)
    assert orphans(path) == []


def test_a_year_is_taken_back_with_the_report_that_gave_it(record: Record) -> None:
    without = meeting("They met on December 12.", "XXXX-12-12")
    dated = meeting("They met on December 12, 2024.", "2024-12-12")
    add(record, without, dated)
    assert only_event(record).when.edtf == "2024-12-12"
    record.add(dated.report, replace(Draft(dated.text).reading, report=dated.id, reader="by hand 2"))
    event = only_event(record)
    assert event.when.edtf == "XXXX-12-12"
    assert event.tellings[0].when.reason == "as written"


def test_a_year_that_another_report_gives_too_stays(record: Record) -> None:
    without = meeting("They met on December 12.", "XXXX-12-12")
    dated = [meeting(f"They met on December 12, 2024, says {name}.", "2024-12-12") for name in "AB"]
    add(record, without, *dated)
    record.add(dated[0].report, replace(Draft(dated[0].text).reading, report=dated[0].id, reader="by hand 2"))
    filled = only_event(record).tellings[0].when
    assert filled.edtf == "2024-12-12"
    assert dated[1].id in filled.reason


def test_the_copies_of_a_statement_that_goes_have_a_new_first(record: Record) -> None:
    drafts = [Draft(f'{name}: "{SAID}," Putin said.') for name in ("Morning", "Noon", "Evening")]
    for draft in drafts:
        draft.statement(PUTIN, SAID)
    add(record, *drafts)
    record.add(drafts[0].report, replace(Draft(drafts[0].text).reading, report=drafts[0].id, reader="by hand 2"))
    noon, evening = record.statements()
    assert (noon.copied_from, evening.copied_from) == (None, noon.id)


def test_a_better_country_of_a_person_is_learnt_from_the_new_reading(record: Record) -> None:
    def report(name: str, who: Actor, reader: str) -> Draft:
        return meeting(f"Lebed met Putin, {name} says.", "2024-11-27", actors=(who, PUTIN), reader=reader)

    wrong, right = person("Ivan Lebed", "KAZ"), person("Ivan Lebed", "MDA")
    add(record, report("one", wrong, "by hand 1"), report("another", wrong, "by hand 1"))
    add(record, report("one", right, "by hand 2"), report("another", right, "by hand 2"))
    assert [one.actor.country for one in record.who("Lebed")] == ["MDA"]


# ---------------------------------------------------------------- unread reports


@pytest.fixture
def foreign() -> Report:
    draft = Draft("Президенты встретились в Астане.", title="Встреча", outlet="Газета")
    return replace(
        draft.report,
        unread="not in English (Russian)",
        asides=(Aside(Span(0, 10), "title"), Aside(Span(0, 10), "title")),
    )


def test_a_report_that_cannot_be_read_is_kept_and_found(record: Record, foreign: Report) -> None:
    assert record.add(foreign, None) == Added(new=True)
    assert record.add(foreign, None) == Added(new=False)
    assert record.holds(foreign.id, "any reader")
    assert not record.holds("another", "any reader")
    (entry,) = record.reports()
    assert (entry.unread, entry.reader, entry.events) == ("not in English (Russian)", None, 0)
    assert record.counts().unread == 1
    assert record.text(foreign.id) == foreign.text
    assert [hit.report for hit in record.search("Астане")] == [foreign.id]


def test_a_report_that_can_be_read_at_last_is_read(record: Record) -> None:
    draft = meeting("Tokayev met Putin.", "2024-11-27")
    record.add(replace(draft.report, unread="not in English"), None)
    assert record.add(draft.report, draft.reading) == Added(new=False, read=True, events_new=1)
    assert record.reports()[0].unread is None
    assert record.holds(draft.id, draft.reader)
    assert not record.holds(draft.id, "by hand 2")


def test_a_reading_is_not_thrown_away_for_none(record: Record) -> None:
    draft = meeting("Tokayev met Putin.", "2024-11-27")
    add(record, draft)
    assert record.add(draft.report, None) == Added(new=False)
    assert only_event(record).reports == 1
