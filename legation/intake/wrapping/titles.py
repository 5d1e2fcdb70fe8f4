"""Titles in the text: does the first line look like one, and where is it said again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.intake.wrapping import furniture
from legation.intake.wrapping.dateline import find_dateline
from legation.intake.wrapping.lines import Line
from legation.intake.wrapping.rules import rules

LONGEST_TITLE_CHARACTERS = 250
LONGEST_TITLE_WORDS = 30
# A paragraph on one line is longer than this; lines of hard-wrapped text (72 to 80 characters) are shorter.
SHORTEST_PARAGRAPH_LINE = 100
# How many lines below the title its repetition and the menu are looked for.
HEAD_LINES = 8


def same_title(first: str, second: str) -> bool:
    """True if the two differ at most in case, spaces, bullets, quotation marks and final punctuation."""
    return bool(_folded(first)) and _folded(first) == _folded(second)


def title_covers(title: str, line: str) -> bool:
    """True if the line is the title, or the title is the line with the outlet's name behind it ("... - The Paper")."""
    if same_title(title, line):
        return True
    whole, part = _folded(title), _folded(line)
    return len(part.split()) >= 4 and re.match(rf"{re.escape(part)}\s*[-–—|:·]\s", whole) is not None


def _folded(words: str) -> str:
    words = words.strip(rules().bullets + rules().separators + " \t\u00a0")
    words = re.sub(r"[\"'“”«»‘’„]", "", words).strip(" .!?…")
    return " ".join(words.casefold().split())


def looks_like_title(line: Line, following: Sequence[Line]) -> bool:
    """True if the line, the first that is no furniture, is the report's headline.

    It is short, ends no sentence, and is followed by a blank line, itself again, furniture, a dateline, or by a whole
    paragraph on one line (in hard-wrapped text the first line goes on in the second, so that is not enough there).
    """
    if not following or len(line.text) > LONGEST_TITLE_CHARACTERS or len(line.words) > LONGEST_TITLE_WORDS:
        return False
    if not re.search(r"[^\W\d_]", line.text) or line.text[0].islower() or find_dateline(line.text):
        return False
    after = following[0]
    if find_dateline(after.text) and len(line.words) > 3:
        return True
    if line.text.endswith((".", ",", ";", ":", "。", "，")) and not line.text.endswith("..."):
        return False
    if any(same_title(line.text, other.text) for other in following[:HEAD_LINES]):
        return True
    return after.after_gap or _is_head_furniture(after.text) or _is_paragraph(line, after)


def _is_head_furniture(line: str) -> bool:
    return (
        furniture.is_breadcrumb(line)
        or furniture.is_section(line)
        or furniture.is_byline(line)
        or furniture.is_stamp(line)
        or furniture.reason_anywhere(line) is not None
    )


def _is_paragraph(title: Line, after: Line) -> bool:
    return (
        furniture.ends_a_sentence(after.text)
        and not after.text[0].islower()
        and len(after.text) >= max(SHORTEST_PARAGRAPH_LINE, len(title.text) + 1)
    )
