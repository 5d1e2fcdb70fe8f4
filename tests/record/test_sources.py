"""Copies: what is repeated word for word is one source."""

from __future__ import annotations

import pytest

from legation.record import Record
from legation.record.copies import Passage, from_text, grams, is_copy, original, overlap, sketch, to_text
from tests.record.building import PUTIN, RUSSIA, TOKAYEV, Draft, add, meeting, only_event

BACKGROUND = "Earlier Tokayev met Putin in Astana, where the two spoke of trade, transit and the joint use of water."


def test_the_copied_paragraph_counts_as_one_source(record: Record) -> None:
    first = meeting(f"News of the day.\n{BACKGROUND}", "2024-11-27")
    second = meeting(f"Other news, other words.\n{BACKGROUND}", "2024-11-27")
    add(record, first, second)
    event = only_event(record)
    assert (event.reports, event.independent) == (2, 1)
    assert [telling.copied_from for telling in event.tellings] == [None, first.id]


def test_a_copy_with_a_word_changed_is_still_a_copy(record: Record) -> None:
    first = meeting(BACKGROUND, "2024-11-27")
    add(record, first, meeting(BACKGROUND.replace("Earlier", "Previously,"), "2024-11-27"))
    assert only_event(record).independent == 1


def test_a_copy_of_a_copy_names_the_first_report(record: Record) -> None:
    drafts = [meeting(f"Paper {name}.\n{BACKGROUND}", "2024-11-27") for name in ("one", "two", "three")]
    add(record, *drafts)
    assert [telling.copied_from for telling in only_event(record).tellings] == [None, drafts[0].id, drafts[0].id]


def test_own_words_are_a_source_of_their_own(record: Record) -> None:
    add(
        record,
        meeting(BACKGROUND, "2024-11-27"),
        meeting("The presidents of Kazakhstan and Russia met on Wednesday, and water was their theme.", "2024-11-27"),
    )
    assert only_event(record).independent == 2


def test_words_that_another_report_had_before_are_a_copy_of_that_statement(record: Record) -> None:
    said = "We shall build the road together, and we shall build it soon"
    drafts = [Draft(f'{name}: "{said}," Putin said.') for name in ("Morning", "Noon", "Evening")]
    for draft in drafts:
        draft.statement(PUTIN, said, about=[RUSSIA])
    add(record, *drafts)
    first, second, third = record.statements()
    assert (first.copied_from, first.copies) == (None, 2)
    assert (second.copied_from, third.copied_from) == (first.id, first.id)
    counts = record.counts()
    assert (counts.statements, counts.own_statements) == (3, 1)


def test_the_same_words_in_one_report_are_no_copies(record: Record) -> None:
    draft = Draft('"We agree on all of it," the two presidents said.')
    for speaker in (PUTIN, TOKAYEV):
        draft.statement(speaker, "We agree on all of it")
    add(record, draft)
    assert [entry.copied_from for entry in record.statements()] == [None, None]


def test_joint_words_are_copied_speaker_by_speaker(record: Record) -> None:
    drafts = [Draft(f'{name}: "We agree on all of it," the presidents said.') for name in ("One", "Two")]
    for draft in drafts:
        for speaker in (PUTIN, TOKAYEV):
            draft.statement(speaker, "We agree on all of it")
    add(record, *drafts)
    first, second, third, fourth = record.statements()
    assert (third.copied_from, fourth.copied_from) == (first.id, second.id)


# ---------------------------------------------------------------- the measure itself


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        ("They met in Astana.", "they  met in Astana", True),
        ("They met in Astana.", "They met in Moscow.", False),
        ("", "", False),
        ("one two three four five six seven eight nine ten", "zero two three four five six seven eight nine ten", True),
        ("one two three four five six seven eight nine ten", "ten nine eight seven six five four three two one", False),
    ],
)
def test_passages(one: str, other: str, copied: bool) -> None:
    assert is_copy(Passage(one, frozenset()), Passage(other, frozenset())) is copied
    assert is_copy(Passage(other, frozenset()), Passage(one, frozenset())) is copied


def test_a_few_shared_words_are_a_turn_of_phrase() -> None:
    assert overlap(grams("on the sidelines of the summit"), grams("on the sidelines of the summit")) == 0.0


def test_prints_of_paragraphs_survive_storing() -> None:
    found = grams(BACKGROUND)
    assert found
    assert from_text(to_text(found)) == found


def test_the_first_of_several_originals_is_meant() -> None:
    known = [Passage("Other words.", frozenset()), Passage(BACKGROUND, frozenset()), Passage(BACKGROUND, frozenset())]
    assert original(Passage(BACKGROUND, frozenset()), known) == 1
    assert original(Passage("Quite another.", frozenset()), known) is None


def test_a_copy_shares_a_hash_by_which_it_is_found() -> None:
    assert set(sketch(BACKGROUND)) & set(sketch(BACKGROUND.replace("Earlier", "Before")))
    assert sketch("Yes.") == sketch("yes")
    assert sketch("...") == ()
