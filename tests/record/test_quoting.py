"""A quotation held against the words it may be taken from."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.record.quotations import Difference
from legation.record.quoting import Match, compare, occurrences, quotation, words_of

_LINES = (Path(__file__).parent / "quotes.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in _LINES if not line.startswith("#")]


def best(quoted: str, text: str) -> Match | None:
    """The best match of a quotation in a text."""
    asked, words = quotation(quoted), words_of(text)
    found = [compare(asked, text, words, aligned) for aligned in occurrences(asked, words)]
    return max((match for match in found if match), key=lambda match: match.similarity, default=None)


def told(difference: Difference) -> str:
    """A difference as the table writes it."""
    words = " > ".join(part for part in (difference.theirs, difference.quoted) if part)
    words = words if difference.kind != "moved" else difference.theirs
    return f"{difference.kind}: {words}" + (f" [{difference.matters}]" if difference.matters else "")


@pytest.mark.parametrize(
    ("quoted", "said", "verdict", "differences"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_quotation_is_judged_as_a_reader_would(quoted: str, said: str, verdict: str, differences: str) -> None:
    match = best(quoted, f"The talks began on Monday. {said} The guests then left for the airport.")
    assert (match.verdict if match else "not found") == verdict
    assert ("; ".join(map(told, match.differences)) if match else "") == differences.strip("-")
