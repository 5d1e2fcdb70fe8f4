"""The stretches of a report that are read one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model import Aside, Report, Span
from legation.reading.passages import LONGEST, passages_of

SENTENCE = "The envoys spoke of trade and transit for most of the day and left without a word. "
PIECES = st.sampled_from([SENTENCE, "\n", "\n\n", " ", "\u2028", "x" * 900, "word ", "! ", "? ", ". ", "\u00a0", "۔"])
TEXTS = st.lists(PIECES | st.text(max_size=40), max_size=60).map("".join)


def report(text: str, *asides: Span) -> Report:
    return Report("r", text, "<text>", asides=tuple(Aside(span, "byline") for span in asides))


def test_each_paragraph_is_one_passage_without_the_space_around_it() -> None:
    text = "  One.  \n\n\tTwo.\nThree."
    assert [span.of(text) for span in passages_of(report(text))] == ["One.", "Two.", "Three."]


def test_what_is_set_aside_is_left_out() -> None:
    text = "By a reporter. The envoys met."
    assert [span.of(text) for span in passages_of(report(text, Span(0, 14)))] == ["The envoys met."]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = SENTENCE * 200
    passages = passages_of(report(text))
    assert len(passages) > 3
    assert all(span.of(text).endswith(".") and span.of(text).startswith("The envoys") for span in passages)


def test_without_the_end_of_a_sentence_it_is_cut_between_words() -> None:
    text = "envoy " * 2000
    assert {word for span in passages_of(report(text)) for word in span.of(text).split()} == {"envoy"}


def test_without_a_space_it_is_cut_all_the_same() -> None:
    text = "x" * (3 * LONGEST)
    assert [span.end - span.start for span in passages_of(report(text))] == [LONGEST] * 3


def test_nothing_to_read_gives_no_passage() -> None:
    assert passages_of(report("")) == []
    assert passages_of(report(" \n\t\n ")) == []


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_no_character_is_lost_and_none_is_read_twice(text: str) -> None:
    end, read = 0, ""
    for span in passages_of(report(text)):
        assert end <= span.start < span.end <= len(text)
        assert span.end - span.start <= LONGEST
        assert not span.of(text)[0].isspace() and not span.of(text)[-1].isspace()
        read, end = read + span.of(text), span.end
    assert "".join(read.split()) == "".join(text.split())
