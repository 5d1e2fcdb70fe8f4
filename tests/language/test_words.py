"""Words and marks: where they stand, and what belongs to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.words import words


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan's envoy didn't speak.", "Kazakhstan|'s|envoy|did|n't|speak|."),
        ("Armenia’s minister says it’s over", "Armenia|’s|minister|says|it|’s|over"),
        ("the U.S. and Mr. Fidan met.", "the|U.S.|and|Mr.|Fidan|met|."),
        ("Kassym-Jomart Tokayev", "Kassym|-|Jomart|Tokayev"),
        ("anti-terrorist talks", "anti-terrorist|talks"),
        ("O'Brien of AT&T", "O'Brien|of|AT&T"),
        ("on Oct. 4, 1,250 people at 8:30 a.m.", "on|Oct.|4|,|1,250|people|at|8:30|a.m."),
        ('"We agree," he said.', '"|We|agree|,|"|he|said|.'),
        ("see https://example.org/a?b=1.", "see|https://example.org/a?b=1|."),
        ("they cannot come", "they|can|not|come"),
        ("Friday.The talks", "Friday|.|The|talks"),
        ("J. Smith wrote plan B.", "J.|Smith|wrote|plan|B|."),
        ("RIGA, Oct 4 —", "RIGA|,|Oct|4|—"),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, expected: str) -> None:
    assert cut(text) == expected.split("|")


@given(st.text(max_size=80))
def test_every_character_but_white_space_is_in_exactly_one_word(text: str) -> None:
    inside = [i for a, b in words(text) for i in range(a, b)]
    assert inside == sorted(set(inside))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(inside)
    assert all(a < b for a, b in words(text))


def test_no_word_begins_or_ends_with_white_space() -> None:
    assert all(form == form.strip() for form in cut("  A\u00a0line \n with\todd   spaces . . . in it "))
