"""Windows: every word goes through the network once, however long the passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.language.pieces import Pieces
from legation.language.windows import LONGEST, Part, windows

PIECES = Pieces(["[UNK]", "[CLS]", "[SEP]", "a", ".", "##a"])


@given(st.lists(st.lists(st.sampled_from(["a", "aaa", "."]), max_size=300), max_size=4), st.sampled_from([0, 60, 160]))
def test_every_word_is_in_one_window_that_fits(passages: list[list[str]], most: int) -> None:
    found = list(windows(passages, PIECES, most))
    parts = [p for window in found for p in window]
    words = [(p.passage, i) for p in parts for i in range(p.first, p.end)]
    assert words == [(n, i) for n, passage in enumerate(passages) for i in range(len(passage))]
    for window in found:
        assert sum(len(PIECES.of(w)) for p in window for w in passages[p.passage][p.first : p.end]) <= LONGEST - 2


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    paragraph = (["a"] * 59 + ["."]) * 4
    assert list(windows([paragraph], PIECES)) == [[Part(0, 0, 120)], [Part(0, 120, 240)]]


def test_passages_stay_alone_unless_asked_for() -> None:
    assert [len(w) for w in windows([["a"], ["a"]], PIECES)] == [1, 1]
    assert [len(w) for w in windows([["a"], ["a"]], PIECES, most=60)] == [2]
