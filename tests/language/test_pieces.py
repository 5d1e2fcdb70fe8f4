"""Pieces, casing and quotation marks: what the encoder reads of a word."""

from __future__ import annotations

import pytest

from legation.language.encoding import encode
from legation.language.features import casing, quoting
from legation.language.pieces import MOST_PIECES, Pieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "min",
    "##ister",
    "##s",
    "ast",
    "##ana",
    '"',
    "'",
    "s",
    "-",
    "zelensky",
]


def names(word: str) -> list[str]:
    return [VOCABULARY[i] for i in Pieces(VOCABULARY).of(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ministers", ["min", "##ister", "##s"]),
        ("ASTANA", ["ast", "##ana"]),
        ("Żelénsky", ["zelensky"]),
        ("“", ['"']),
        ("’s", ["'", "s"]),
        ("Казахстан", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_known(word: str, expected: list[str]) -> None:
    assert names(word) == expected


def test_a_monster_of_a_word_has_no_more_than_the_most_pieces() -> None:
    assert len(Pieces(VOCABULARY).of("-" * 500)) == MOST_PIECES


def test_casing_tells_headlines_from_names() -> None:
    assert [casing(w) for w in ("talks", "Astana", "RIGA", "McCain", "2024", ",", "G20", "J", "会談")] == list(
        range(1, 10)
    )


def test_straight_marks_open_and_close_by_turns_and_a_paragraph_closes_what_is_open() -> None:
    words = ["“", "We", "agree", "She", '"', "No", '"', "said"]
    begins = [True, False, False, True, False, False, False, False]
    assert quoting(words, begins) == [2, 1, 1, 0, 2, 1, 3, 0]


def test_each_word_points_at_its_first_piece() -> None:
    passage = encode(["Ministers", "-", "Astana"], [True, False, False], Pieces(VOCABULARY))
    assert [VOCABULARY[i] for i in passage.ids] == ["[CLS]", "min", "##ister", "##s", "-", "ast", "##ana", "[SEP]"]
    assert passage.firsts.tolist() == [1, 4, 5]
    assert passage.begins.tolist() == [0, 1, 0, 0, 0, 0, 0, 0]
    assert passage.cases.tolist() == [0, 2, 2, 2, 6, 2, 2, 0]
