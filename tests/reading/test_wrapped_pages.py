"""Pages that break their lines at a fixed width: a sentence goes on in the next line."""

from __future__ import annotations

from tests.reading.sentences import facts, read

LINES = (
    "Foreign Minister Sergey Lavrov spoke by telephone on Monday",
    "with Turkish Foreign Minister Hakan Fidan. They talked about",
    "the harvest and about the passage of ships through the north",
    "of the sea, which both ministers called a matter of months.",
)
CALL = ["call of Sergey Lavrov and Hakan Fidan"]


def test_a_call_told_on_one_line_is_read() -> None:
    assert facts(read("The ministers on the phone\n\n" + " ".join(LINES))) == CALL


def test_a_call_told_over_two_lines_is_read() -> None:
    assert facts(read("The ministers on the phone\n\n" + "\n".join(LINES))) == CALL
