"""Asking the record whether words were said: by whom, where, and what differs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model import Actor
from legation.record import QuoteCheck, Record
from legation.record.quoting import quotation, words_of
from tests.record.building import PUTIN, TOKAYEV, XI, Draft, add, person

PESKOV = person("Dmitry Peskov", "RUS", "spokesman")
WATER = "We will not build a dam on the upper river without our neighbours"


def told(actor: Actor | None, name: str = "Tokayev", words: str = WATER, **more: Any) -> Draft:
    """A report in which somebody says it in quotation marks."""
    draft = Draft(f'The leaders spoke on Monday.\n"{words}," {name} said.\nThey left for lunch.', **more)
    draft.statement(actor, words)
    return draft


def verdicts(check: QuoteCheck) -> list[tuple[str, str]]:
    return [(found.verdict, found.how) for found in check.found]


def test_words_are_found_with_speaker_report_sentence_and_marks(record: Record) -> None:
    draft = told(TOKAYEV, published="2024-11-28", outlet="A paper", title="Water")
    add(record, draft)
    check = record.check_quote("we will NOT build a dam, on the upper river")
    (found,) = check.found
    assert (check.verdict, check.laid_to_by, found.how) == ("verbatim", None, "direct")
    assert found.statement is not None and found.statement.speaker is not None
    assert found.statement.speaker.name == TOKAYEV.name
    assert (found.report, found.title, found.outlet, str(found.published)) == (
        draft.id,
        "Water",
        "A paper",
        "2024-11-28",
    )
    assert found.sentence == f'"{WATER}," Tokayev said.'
    assert found.sentence_span.of(draft.text) == found.sentence
    assert [span.of(draft.text) for span in found.spans] == ["We will not build a dam on the upper river"]
    assert [(d.kind, d.theirs) for d in found.differences] == [("clipped after", "without our neighbours")]


def test_a_dropped_negation_is_a_change_that_matters(record: Record) -> None:
    add(record, told(TOKAYEV))
    check = record.check_quote("We will build a dam on the upper river without our neighbours")
    (found,) = check.found
    assert (check.verdict, [(d.kind, d.theirs, d.matters) for d in found.differences]) == (
        "close",
        [("left out", "not", "negation")],
    )


def test_what_nobody_said_is_not_found(record: Record) -> None:
    add(record, told(TOKAYEV))
    for words in ("The railway is finished and the trains run on time", "dam lake", "", "...", '"', "\ud800 \x00"):
        assert record.check_quote(words).verdict == "not found", words


def test_it_is_told_where_the_words_stand(record: Record) -> None:
    indirect = Draft("Putin said that the dam was a question of great patience. It rained.")
    indirect.statement(PUTIN, "that the dam was a question of great patience", kind="indirect")
    plain = Draft("The dam was a question of great patience, as everybody knew.")
    add(record, plain, indirect)
    check = record.check_quote("the dam was a question of great patience")
    assert verdicts(check) == [("verbatim", "indirect"), ("verbatim", "text")]
    assert check.found[1].statement is None


def test_a_quotation_split_by_its_speaker_is_verbatim(record: Record) -> None:
    draft = Draft('"We will not build a dam," Tokayev said on Monday, "without our neighbours."')
    draft.statement(TOKAYEV, "We will not build a dam", "without our neighbours")
    add(record, draft)
    (found,) = record.check_quote("We will not build a dam without our neighbours").found
    assert (found.verdict, found.differences) == ("verbatim", ())
    assert [span.of(draft.text) for span in found.spans] == ["We will not build a dam", "without our neighbours"]


def test_the_innermost_of_several_statements_has_said_it(record: Record) -> None:
    draft = Draft("Putin said that Xi had told him that trade between the three was growing fast.")
    draft.statement(PUTIN, "that Xi had told him that trade between the three was growing fast", kind="indirect")
    draft.statement(XI, "that trade between the three was growing fast", kind="indirect", chain=("Vladimir Putin",))
    add(record, draft)
    (found,) = record.check_quote("trade between the three was growing fast").found
    assert found.statement is not None and found.statement.statement.speaker == XI.key
    assert found.statement.statement.chain == ("Vladimir Putin",)


@pytest.mark.parametrize(
    ("by", "laid", "known"),
    [
        ("Tokayev", True, True),
        ("Kazakhstan", True, True),
        ("Putin", False, True),
        ("Nobody Known", False, False),
        (None, None, True),
    ],
)
def test_words_are_laid_to_whom_was_asked_for_or_to_another(record: Record, by: str, laid: bool, known: bool) -> None:
    other = Draft("Putin met nobody.")
    other.met(PUTIN, "Putin")
    add(record, told(TOKAYEV), other)
    check = record.check_quote(WATER, by=by)
    assert (check.verdict, check.laid_to_by, check.known) == ("verbatim", laid, known)


def test_what_a_spokesman_passes_on_is_laid_to_both(record: Record) -> None:
    draft = told(None, "Peskov")
    draft.statements.clear()
    draft.statement(PESKOV, WATER, relayed_for=PUTIN)
    add(record, draft)
    assert [record.check_quote(WATER, by=name).laid_to_by for name in ("Putin", "Peskov", "Tokayev")] == [
        True,
        True,
        False,
    ]


def test_words_outside_any_statement_are_laid_to_nobody(record: Record) -> None:
    add(record, Draft(f"{WATER}. So the sign reads."))
    assert record.check_quote(WATER, by="Tokayev").laid_to_by is None


def test_whom_was_asked_for_comes_first_among_equals(record: Record) -> None:
    add(record, told(PUTIN, "Putin", published="2024-01-01"), told(TOKAYEV, published="2024-11-28"))
    speakers = [
        found.statement.speaker.name
        for found in record.check_quote(WATER, by="Tokayev").found
        if found.statement and found.statement.speaker
    ]
    assert speakers == [TOKAYEV.name, PUTIN.name]


def test_copies_of_a_report_are_counted_once_under_the_first_published(record: Record) -> None:
    drafts = [told(TOKAYEV, published=f"2024-11-2{day}", outlet=f"Paper {day}") for day in (7, 5, 6)]
    add(record, *drafts)
    (found,) = record.check_quote(WATER).found
    assert (found.outlet, found.copies) == ("Paper 5", (drafts[2].id, drafts[0].id))


def test_verbatim_stands_before_close_whatever_the_order_of_reading(record: Record) -> None:
    add(record, told(TOKAYEV, words=WATER.replace("dam", "canal")), told(TOKAYEV))
    assert [found.verdict for found in record.check_quote(WATER).found] == ["verbatim", "close"]


def test_no_more_places_than_wanted(record: Record) -> None:
    add(record, *(told(TOKAYEV, words=WATER.replace("dam", word)) for word in ("dam", "canal", "weir", "dyke")))
    assert [len(record.check_quote(WATER, limit=limit).found) for limit in (0, 1, 3, 9)] == [0, 1, 3, 4]


def test_everything_is_there_for_programs(record: Record) -> None:
    add(record, told(TOKAYEV))
    told_json = record.check_quote("We will build a dam on the upper river ... our neighbours", by="Putin").to_json()
    assert (told_json["verdict"], told_json["by"], told_json["laid_to_by"]) == ("close", "Putin", False)
    (found,) = told_json["found"]
    assert found["statement"]["speaker"]["name"] == TOKAYEV.name
    assert [(d["kind"], d["matters"]) for d in found["differences"]] == [
        ("left out", "negation"),
        ("ellipsis", "negation"),
    ]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=80), limit=st.integers(-2, 3))
def test_any_words_can_be_asked_for(said: Record, words: str, limit: int) -> None:
    check = said.check_quote(words, by=words or None, limit=limit)
    assert len(check.found) <= max(limit, 0)


@given(st.data())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_run_of_a_report_s_words_is_verbatim(said: Record, data: st.DataObject) -> None:
    text = told(TOKAYEV).text
    words = words_of(text)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quoted = text[words[start].span.start : words[end - 1].span.end]
    check = said.check_quote(quoted)
    assert check.verdict == "verbatim"
    assert len(quotation(quoted).words) == end - start


@pytest.fixture
def said(record: Record) -> Record:
    add(record, told(TOKAYEV))
    return record
