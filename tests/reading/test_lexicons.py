"""The word lists of the reading room: no word twice, every value one that the rest of the package knows."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from importlib import resources
from typing import get_args

import pytest

from legation.model import EventKind
from legation.reading.engagements.lexicon import STATUS_CLASSES, lexicon
from legation.reading.lexicons import load_toml
from legation.reading.statements import cues
from tests.register.cases import raw


def twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_no_engagement_word_tells_of_two_kinds() -> None:
    raw_words = load_toml("engagements.toml")
    assert twice(lemma for entry in raw_words["verb"] for lemma in entry["lemmas"]) == []
    assert twice(word for entry in raw_words["noun"] for word in entry["words"]) == []


def test_every_engagement_word_tells_of_a_kind_of_event() -> None:
    words = lexicon()
    kinds = {word.kind for word in (*itertools.chain(*words.verbs.values()), *words.nouns.values())}
    assert kinds <= set(get_args(EventKind))
    assert all(lemma == lemma.lower() for lemma in (*words.verbs, *words.nouns))


def test_every_status_class_has_words_and_none_is_left_over() -> None:
    raw_words = load_toml("status.toml")
    assert set(raw_words) == set(STATUS_CLASSES)
    assert all(raw_words.values())
    real = [w for name in ("planned", "proposed", "cancelled", "postponed", "denied") for w in raw_words[name]]
    assert twice(real) == []


def test_no_document_word_is_of_two_kinds() -> None:
    assert twice(noun for nouns in load_toml("documents.toml")["kinds"].values() for noun in nouns) == []
    assert twice(verb for verbs in load_toml("documents.toml")["verbs"].values() for verb in verbs) == []


def test_the_kinds_of_a_role_are_kinds_of_offices() -> None:
    known = {office["kind"] for office in raw()["offices"]}
    named = {kind for role in load_toml("roles.toml")["role"] for kind in role["kinds"]}
    assert named <= known


def test_no_given_name_is_of_both_sexes() -> None:
    names = load_toml("given_names.toml")
    assert set(names["f"]) & set(names["m"]) == set()


@pytest.mark.parametrize("table", ["cues.tsv", "nouns.tsv"])
def test_a_table_of_cues_is_well_formed(table: str) -> None:
    text = (resources.files("legation.reading.statements") / table).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {4}
    assert {row[2] for row in rows} <= {"speech", "belief"}
    assert twice(row[0] for row in rows) == []


def test_every_act_with_a_plover_type_is_one_that_the_cues_tell_of() -> None:
    known = cues.lexicon()
    entries = (*known.verbs.values(), *known.nouns.values())
    acts = {cue.act for cue in entries} | set(known.acts_by_object.values())
    assert set(known.plover) <= acts
    assert set(known.plover.values()) == {"SUPPORT", "ACCUSE", "REQUEST", "AGREE", "REJECT", "THREATEN"}


def test_the_plain_cues_are_known() -> None:
    known = cues.lexicon()
    assert all(cue in known.verbs and not known.verbs[cue].belief for cue in ("say", "tell", "add", "stress", "note"))
    assert known.verbs["believe"].belief
