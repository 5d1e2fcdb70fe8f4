"""What holds for any reports: their order, reading them twice, any text, any question."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model import Place, Span
from legation.record import Record, TimelineQuery
from legation.record.merging import Occasion, likeness
from legation.record.parties import Party
from tests.record.building import KAZAKHSTAN, PUTIN, RUSSIA, TOKAYEV, XI, Draft, add, date, person
from tests.record.contents import contents, orphans

quick = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Opened = Callable[[], Any]


@pytest.fixture(scope="module")
def fresh(empty: Path) -> Opened:
    """A way to have an empty record and its path, as often as wanted within one test."""

    @contextmanager
    def opened() -> Iterator[tuple[Record, Path]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.db"
            shutil.copyfile(empty, path)
            with Record.open(path) as record:
                yield record, path

    return opened


# ---------------------------------------------------------------- generated reports

PAIRS = [(TOKAYEV, PUTIN), (TOKAYEV, XI), (XI, PUTIN)]
DAYS = ["2024-03-01", "2024-03-02", "2024-11-27", "2024-12-12"]


@dataclass(frozen=True)
class Happening:
    """Something that reports can tell of, with one or more of its particulars left out."""

    kind: str
    pair: int
    day: str


happenings = st.builds(
    Happening, st.sampled_from(["meeting", "talks", "call"]), st.integers(0, len(PAIRS) - 1), st.sampled_from(DAYS)
)


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    """Some reports, each of which tells of a few happenings, no two of them alike; some leave out the year."""
    made = []
    for number in range(draw(st.integers(2, 4))):
        told = draw(st.lists(happenings, min_size=1, max_size=3, unique_by=lambda h: (h.kind == "call", h.pair, h.day)))
        draft = Draft(" ".join(f"Event{i} took place." for i in range(len(told))) + f" Number {number}.")
        draft.published = "2024-12-20"
        for i, happening in enumerate(told):
            when = happening.day if draw(st.booleans()) else "XXXX" + happening.day[4:]
            draft.event(happening.kind, f"Event{i}", PAIRS[happening.pair], when)  # type: ignore[arg-type]
        made.append(draft)
    return made


def told_together(record: Record) -> set[tuple[object, ...]]:
    """Each event by the tellings it was merged from, and what is shown of it; ids aside."""
    found: set[tuple[object, ...]] = set()
    for entry in record.timeline():
        tellings = frozenset((telling.report, telling.event.id) for telling in record.event(entry.id).tellings)
        roles = frozenset((role.role, role.actor.key) for role in entry.roles)
        found.add((tellings, entry.when.edtf, entry.status, roles, entry.reports, entry.independent))
    return found


@given(data=st.data(), reports=drafts())
@quick
def test_the_order_of_reports_does_not_decide_what_is_one_event(
    fresh: Opened, data: st.DataObject, reports: list[Draft]
) -> None:
    order = data.draw(st.permutations(reports))
    with fresh() as (one, _), fresh() as (other, path):
        add(one, *reports)
        add(other, *order)
        assert told_together(one) == told_together(other)
        assert orphans(path) == []


@given(reports=drafts())
@quick
def test_adding_twice_changes_nothing(fresh: Opened, reports: list[Draft]) -> None:
    with fresh() as (record, path):
        add(record, *reports)
        before = contents(path)
        assert not any(added.new or added.read for added in add(record, *reports))
        assert contents(path) == before


@given(data=st.data(), reports=drafts())
@quick
def test_reading_anew_in_any_order_gives_the_same(fresh: Opened, data: st.DataObject, reports: list[Draft]) -> None:
    again = data.draw(st.lists(st.sampled_from(range(len(reports)))))
    with fresh() as (record, path):
        add(record, *reports)
        before = told_together(record)
        for number in again:
            draft = reports[number]
            draft.reader += "+"
            add(record, draft)
            assert told_together(record) == before
        assert orphans(path) == []


@given(reports=drafts(), other=drafts())
@quick
def test_what_was_read_anew_is_as_if_it_had_never_been_read_otherwise(
    fresh: Opened, reports: list[Draft], other: list[Draft]
) -> None:
    """The first report is at first read wrongly: as telling what other reports do."""
    first = reports[0]
    nothing, everything = Span(0, 0), Span(0, len(first.text))
    wrong = [
        replace(event, trigger=nothing, sentence=everything, roles=tuple(replace(r, span=nothing) for r in event.roles))
        for event in other[0].events
    ]
    misread = replace(first.reading, reader="wrong", events=tuple(wrong), actors=(TOKAYEV, PUTIN, XI), claims=())
    with fresh() as (record, path), fresh() as (right, _):
        record.add(first.report, misread)
        add(record, *reports[1:], first)
        add(right, *reports)
        assert told_together(record) == told_together(right)
        assert orphans(path) == []


# ---------------------------------------------------------------- any text

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(text=texts, title=st.none() | texts, data=st.data())
@quick
def test_any_text_comes_back_character_for_character(
    fresh: Opened, text: str, title: str | None, data: st.DataObject
) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    words = text[slice(*ends)]
    draft = Draft(text, title=title)
    draft.event("meeting", words, [person(text, "KAZ"), PUTIN], "2024-11-27", topics=[words])
    draft.statement(PUTIN, words, about=[KAZAKHSTAN])
    draft.document("plan", words, [RUSSIA])
    with fresh() as (record, path):
        add(record, draft)
        assert record.text(draft.id) == text
        assert record.reports()[0].title == title
        assert [telling.event for telling in record.tellings(draft.id)] == draft.events
        assert [entry.statement for entry in record.statements()] == draft.statements
        (claim,) = record.event(record.timeline()[0].id).claims
        assert claim.claim.quote == words
        assert claim.sentence_span.of(text) == claim.sentence
        record.search(words)
        assert orphans(path) == []


@given(question=st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_valid_question(asked: Record, question: str) -> None:
    asked.search(question)
    asked.who(question)
    asked.statements(by=question, about=question)
    asked.timeline(TimelineQuery(between=(question, question), person=question))


@given(word=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
@quick
def test_a_word_of_the_text_is_found(fresh: Opened, word: str) -> None:
    draft = Draft(f"In {word} they met.")
    with fresh() as (record, _):
        add(record, draft)
        assert [hit.report for hit in record.search(word)] == [draft.id]


@pytest.fixture(scope="module")
def asked(fresh: Opened) -> Iterator[Record]:
    with fresh() as (record, _):
        draft = Draft("Tokayev met Putin of Russia in Astana.")
        draft.event("meeting", "met", [TOKAYEV, PUTIN], "2024-11-27")
        draft.statement(PUTIN, "Astana", about=[RUSSIA])
        add(record, draft)
        yield record


# ---------------------------------------------------------------- the rule itself

parties = st.builds(
    Party,
    key=st.sampled_from(["a", "b", "c"]),
    kind=st.sampled_from(["person", "state", "organisation"]),
    name=st.sampled_from(["Ivan Lebed", "I. Lebed", "Lebed", "Anna Petrova", "Kazakhstan"]),
    country=st.sampled_from([None, "KAZ", "RUS"]),
    named=st.booleans(),
    in_register=st.booleans(),
    standing=st.sampled_from(["", "guest", "host"]),
)
whens = st.sampled_from(
    ["", "2024-11-27", "2024-11-26/2024-11-28", "2024-11", "XXXX-11-27", "XXXX-11-28", "2023-11-27"]
)
places = st.builds(Place, st.sampled_from([None, "Astana", "Moscow"]), st.sampled_from([None, "KAZ", "RUS"]))


def occasions(id_: str) -> st.SearchStrategy[Occasion]:
    return st.builds(
        Occasion,
        id=st.just(id_),
        family=st.sampled_from(["meeting", "visit"]),
        when=whens.map(date),
        parties=st.lists(parties, min_size=1, max_size=3).map(tuple),
        place=places,
        published=st.lists(st.none() | st.dates(), min_size=1, max_size=2).map(tuple),
        whole=st.sampled_from([None, "w"]),
        gathering=st.booleans(),
    )


@given(occasions("one"), occasions("other"))
@settings(max_examples=400, deadline=None)
def test_likeness_is_the_same_both_ways(one: Occasion, other: Occasion) -> None:
    assert likeness(one, other) == likeness(other, one)
