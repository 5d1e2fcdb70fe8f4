"""Words marked in their sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.answers.marking import around, marked
from legation.model import Span

SPANS = st.lists(st.tuples(st.integers(-5, 80), st.integers(0, 40)).map(lambda s: Span(s[0], s[0] + s[1])), max_size=6)


def test_the_words_of_a_claim_are_marked() -> None:
    pieces = marked("Macron visited Astana.", [Span(107, 114)], start=100)
    assert [(piece.text, piece.marked) for piece in pieces] == [
        ("Macron ", False),
        ("visited", True),
        (" Astana.", False),
    ]


def test_claims_that_overlap_are_marked_once() -> None:
    pieces = marked("Macron visited Astana.", [Span(0, 6), Span(3, 14), Span(15, 21)])
    assert [piece.text for piece in pieces if piece.marked] == ["Macron visited", "Astana"]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), SPANS)
def test_marking_changes_no_word(text: str, spans: list[Span]) -> None:
    pieces = marked(text, spans)
    shown = "".join(piece.text for piece in pieces)
    assert len(shown) == len(text)
    assert all(a == b or b == "\ufffd" or a in "\r\n" for a, b in zip(text, shown, strict=True))
    covered = {i for span in spans for i in range(max(span.start, 0), min(span.end, len(text)))}
    assert sum(len(piece.text) for piece in pieces if piece.marked) == len(covered)


def test_a_report_cannot_write_on_the_terminal() -> None:
    (piece,) = marked("red \x1b[31m alert \u202e\x07", [])
    assert piece.text == "red \ufffd[31m alert \ufffd\ufffd"


def test_the_lines_around_are_shown_whole() -> None:
    text = "First line.\nSecond line with words.\nThird."
    assert around(text, [Span(20, 24)]).of(text) == "Second line with words."


def test_of_an_endless_line_some_words_on_each_side_are_shown() -> None:
    text = "word " * 1000
    shown = around(text, [Span(2500, 2504)])
    assert shown.start <= 2500 < 2504 <= shown.end
    assert len(shown.of(text)) < 700
    assert shown.of(text).startswith("word")
