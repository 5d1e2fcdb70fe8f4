"""Pages of hard-wrapped lines are read by paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake import report_from_text
from legation.intake.rejoining import rejoined

PROSE = (
    "The Prime Minister of Norway spoke by telephone yesterday with the President of Finland about the ports of "
    "the north and the ferries between them, and thanked him for the help of his country in the long storm of last "
    "winter."
)


@pytest.mark.parametrize("width", [50, 64, 72, 80])
def test_a_wrapped_paragraph_is_one_again(width: int) -> None:
    page = "A call about ports\n\n" + "\n\n".join(textwrap.fill(PROSE, width) for _ in range(2))
    found = report_from_text(page)
    assert [span.of(found.text) for span in found.paragraphs()][-2:] == [PROSE, PROSE]


def test_paragraphs_without_blank_lines_between_are_parted_where_a_line_ends_early() -> None:
    page = "A call about ports\n\n" + "\n".join(textwrap.fill(PROSE, 64) for _ in range(2))
    found = report_from_text(page)
    assert [span.of(found.text) for span in found.paragraphs()][-2:] == [PROSE, PROSE]


def test_lines_that_end_early_stay_apart() -> None:
    page = "Met with the envoy.\nSpoke to the press.\nLeft for Oslo on Monday.\nArrived there at night, tired and late."
    assert rejoined(page) == page


def test_long_paragraphs_of_one_line_stay_as_they_are() -> None:
    page = f"{PROSE}\n{PROSE}\n{PROSE}"
    assert rejoined(page) == page


def test_a_list_keeps_its_lines() -> None:
    filled = textwrap.fill(PROSE, 60)
    page = (
        f"{filled}\n- a plan for the ports and the ferries of the long coast\n- another for the railways of the north"
    )
    assert rejoined(page).count("\n- ") == 2


@given(st.text())
def test_no_character_moves(text: str) -> None:
    found = rejoined(text)
    assert len(found) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, found, strict=True))
