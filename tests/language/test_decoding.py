"""Decoding: the best tags BIO allows, trees with one root, lemmas from edits."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.decoding import NEVER, best_tags, checked, forbidden, lemma, spans, tree

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue"]


def test_a_fragment_never_begins_in_the_middle() -> None:
    pairs, first = forbidden(TAGS)
    scores = np.array([[0, 0, 5, 0, 0], [0, 1, 0, 0, 5]], np.float32)
    moves, begin = np.where(pairs, NEVER, 0).astype(np.float32), np.where(first, NEVER, 0).astype(np.float32)
    best = [TAGS[t] for t in best_tags(scores, moves, begin, np.zeros(5, np.float32))]
    assert best == ["B-cue", "I-cue"]


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_no_sequence_scores_higher_than_the_one_found(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(n, 3)).astype(np.float32)
    moves, first, last = (rng.normal(size=s).astype(np.float32) for s in ((3, 3), 3, 3))

    def total(tags: tuple[int, ...]) -> float:
        along = sum(float(scores[i, t]) for i, t in enumerate(tags))
        between = sum(float(moves[a, b]) for a, b in pairwise(tags))
        return along + between + float(first[tags[0]]) + float(last[tags[-1]])

    found = tuple(int(t) for t in best_tags(scores, moves, first, last))
    assert total(found) == pytest.approx(max(total(t) for t in product(range(3), repeat=n)), abs=1e-4)


def test_spans_of_tags_keep_neighbours_apart() -> None:
    assert spans(["B-cue", "B-cue", "I-cue", "O", "B-source"]) == [(0, 1, "cue"), (1, 3, "cue"), (4, 5, "source")]


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for i in range(len(heads)):
        seen = set()
        while heads[i] != i and i not in seen:
            seen.add(i)
            i = heads[i]
        if heads[i] != i:
            return False
    return True


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_every_sentence_is_the_best_tree_with_one_root(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)

    def total(heads: tuple[int, ...]) -> float:
        return sum(float(scores[i, n if h == i else h]) for i, h in enumerate(heads))

    found = tuple(int(h) for h in tree(scores))
    assert _is_tree(found)
    best = max(total(h) for h in product(range(n), repeat=n) if _is_tree(h))
    assert n == 1 or total(found) == pytest.approx(best, abs=1e-4)


def test_a_long_sentence_of_cycles_still_becomes_a_tree() -> None:
    scores = np.zeros((40, 41), np.float32)
    for i in range(40):
        scores[i, i ^ 1] = 5  # every word prefers its neighbour, and the neighbour it
    assert _is_tree(tuple(int(h) for h in tree(scores)))


@pytest.mark.parametrize(
    ("form", "edit", "expected"),
    [
        ("Countries", "l3+y", "country"),
        ("went", "=go", "go"),
        ("Tokayev", "k0+", "Tokayev"),
        ("met", "l1+et", "meet"),
        ("a", "l1+", "a"),
    ],
)
def test_lemmas_come_from_edits(form: str, edit: str, expected: str) -> None:
    assert lemma(form, edit) == expected


@pytest.mark.parametrize(
    ("form", "guess", "known", "lemma"),
    [
        ("accused", "accus", {"accuse"}, "accuse"),
        ("cancelled", "cancell", {"cancel"}, "cancel"),
        ("ratifies", "ratifie", {"ratify"}, "ratify"),
        ("signed", "sign", {"sign", "signe"}, "sign"),
        ("lobbed", "lobb", set(), "lobb"),
    ],
)
def test_the_lemma_of_a_verb_that_training_did_not_show_is_a_known_word(
    form: str, guess: str, known: set[str], lemma: str
) -> None:
    assert checked(form, guess, known) == lemma
