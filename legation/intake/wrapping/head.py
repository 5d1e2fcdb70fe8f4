"""The head of a report: menus, title, byline, publication line, dateline, in whatever order they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from legation.intake import days
from legation.intake.wrapping import furniture
from legation.intake.wrapping.dateline import Dateline, find_dateline
from legation.intake.wrapping.lines import Line
from legation.intake.wrapping.titles import HEAD_LINES, looks_like_title, same_title, title_covers
from legation.model import Aside, AsideReason, Span


@dataclass(slots=True)
class Head:
    """What the head says. title: read from the text; stamp: the day of a publication line."""

    asides: list[Aside] = field(default_factory=list)
    title: str | None = None
    dateline: Dateline | None = None
    stamp: dt.date | None = None


def read_head(lines: Sequence[Line], known_title: str | None, taken: set[int]) -> Head:
    """Walks down from the top and stops at the first line of the report proper.

    lines: those that are not blank. known_title: from metadata. taken: indices of lines set aside already.
    """
    head = Head()
    for index, line in enumerate(lines):
        if index in taken:
            continue
        following = lines[index + 1 : index + 1 + HEAD_LINES]
        reason = _title_reason(head, line, known_title, following) or _reason(line, following)
        if reason is None:
            _read_dateline(head, line)
            break
        head.asides.append(Aside(line.span, reason))
        if reason == "dateline":
            head.stamp = head.stamp or days.in_line(line.text)
    return head


def _title_reason(head: Head, line: Line, known_title: str | None, following: Sequence[Line]) -> AsideReason | None:
    title = known_title or head.title
    if title and title_covers(title, line.text):
        first = head.title is None
        head.title = head.title or line.text
        return "title" if first else "repeated title"
    if title is None and _reason(line, following) is None and looks_like_title(line, following):
        head.title = line.text
        return "title"
    return None


def _reason(line: Line, following: Sequence[Line]) -> AsideReason | None:
    text = line.text
    if furniture.is_breadcrumb(text):
        return "breadcrumb"
    if furniture.is_section(text):
        return "section"
    if furniture.is_stamp(text):
        return "dateline"
    if furniture.is_byline(text):
        return "byline"
    if following and 2 <= len(line.words) <= 4 and furniture.is_name(text) and find_dateline(following[0].text):
        return None if find_dateline(text) or furniture.ends_a_sentence(text) else "byline"
    return None


def _read_dateline(head: Head, line: Line) -> None:
    found = find_dateline(line.text)
    if found:
        head.dateline = found
        start = line.span.start
        end = start + len(line.text[: found.length].rstrip())
        head.asides.append(Aside(Span(start, end), "dateline"))


def repeated_titles(lines: Sequence[Line], title: str, taken: set[int]) -> list[Aside]:
    """Lines further down that are the title once more."""
    return [
        Aside(line.span, "repeated title")
        for index, line in enumerate(lines)
        if index not in taken and len(line.text) <= 2 * len(title) + 10 and same_title(title, line.text)
    ]
