"""Interviews and briefings that are printed turn by turn."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from legation.language import Annotation
from legation.language.annotation import Entity
from legation.model import Span
from legation.reading.statements.turns import conversation
from tests.reading.sentences import name, read

LEAD = "Kenyan President William Ruto answered the questions of the Harbour Gazette in Nairobi on Monday."


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Who said what."""
    reading = read("\n\n".join(paragraphs))
    text = "\n\n".join(paragraphs)
    return [(name(reading, s.speaker), " / ".join(c.of(text) for c in s.content)) for s in reading.statements]


def test_behind_the_name_of_a_speaker_stands_what_he_says() -> None:
    assert said(
        "Question: How were the talks with Rwanda?",
        "William Ruto: They were useful. We will sign a treaty in July.",
        "It covers trade.",
        "Question: Will you go to Kigali?",
        "William Ruto: I am invited.",
    ) == [
        ("William Ruto", "They were useful. We will sign a treaty in July. / It covers trade."),
        ("William Ruto", "I am invited."),
    ]


def test_behind_a_dash_question_and_answer_take_turns() -> None:
    assert said(
        LEAD,
        "– Will you go to Kigali?",
        "– I am invited. The date is open.",
        "– They say the road is closed.",
        "– The road is open.",
    ) == [("William Ruto", "I am invited. The date is open."), ("William Ruto", "The road is open.")]


def test_questions_may_stand_alone_in_what_is_called_an_interview() -> None:
    turns = ("Will you go to Kigali?", "I am invited.", "And to Lusaka?", "Lusaka can wait.", "When?", "In July.")
    assert said("Harbour Gazette interview. " + LEAD, *turns) == [
        ("William Ruto", "I am invited."),
        ("William Ruto", "Lusaka can wait."),
        ("William Ruto", "In July."),
    ]


def test_a_reporter_who_asks_says_nothing_for_the_record() -> None:
    turns = said("Reporter: Is the road open?", "William Ruto: It is.", "Reporter: Since when?", "William Ruto: May.")
    assert [who for who, _ in turns] == ["William Ruto", "William Ruto"]


def test_what_another_has_said_is_told_by_who_answers() -> None:
    text = "\n\n".join(
        (
            "Question: What of Rwanda?",
            "William Ruto: No dispute. President Paul Kagame said on Monday that Rwanda would repair the road.",
            "Question: And since?",
            "William Ruto: Nothing.",
        )
    )
    reading = read(text)
    (inner,) = [s for s in reading.statements if name(reading, s.speaker) == "Paul Kagame"]
    assert inner.chain == ("William Ruto",)


def test_who_answers_means_himself_by_i() -> None:
    text = "Question: Whom did you meet?\n\nWilliam Ruto: I met President Paul Kagame in Kigali.\n\nQuestion: Why?"
    reading = read(text)
    assert [sorted(name(reading, key) for key in e.actors()) for e in reading.events] == [
        ["Paul Kagame", "William Ruto"]
    ]


def test_a_colon_in_a_headline_begins_no_conversation() -> None:
    assert said("Ruto: the road is open", "President William Ruto spoke in Nairobi.", "Kagame: no comment") == []


def test_one_question_among_paragraphs_is_no_interview() -> None:
    assert said(LEAD, "Is the road open?", "Nobody in Nairobi knows.") == []


def test_dashes_before_quotations_are_no_turns() -> None:
    lines = (
        "– The road is open, said Ruto.",
        "– It is not, said Kagame.",
        "– It is, said Ruto.",
        "– When, asked Kagame.",
    )
    assert all(len(content) < 40 for _, content in said(LEAD, *lines))


def test_what_somebody_says_others_have_done_is_no_act_of_the_record() -> None:
    text = "Question: What of Rwanda?\n\nWilliam Ruto: Rwanda accused Burundi of treason.\n\nQuestion: Why?"
    assert [event for event in read(text).events if event.kind == "act"] == []


PARAGRAPHS = (
    "Question: Why?",
    "Reporter: When?",
    "Ana Silva: We shall see.",
    "It rained.",
    "– Perhaps.",
    "Why?",
    "A: No.",
)


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=9))
def test_turns_are_answers_each_told_once_and_in_order(paragraphs: list[str]) -> None:
    text, passages = "", []
    for paragraph in paragraphs:
        start, text = len(text), text + paragraph + "\n\n"
        named = (Entity(Span(start, start + 9), "person"),) if paragraph.startswith("Ana Silva") else ()
        passages.append(Annotation(Span(start, start + len(paragraph)), (), (), named))
    turns = conversation(text, passages)
    contents = [span for turn in turns for span in turn.content]
    assert contents == sorted(contents)
    assert all(one.end <= other.start for one, other in pairwise(contents))
    assert all(any(p.span.covers(span) for p in passages) for span in contents)
    assert not any("?" in span.of(text) for turn in turns for span in turn.content[:1])
