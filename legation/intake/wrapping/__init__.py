"""Takes a report out of its wrapping: nothing is thrown away, each stretch is kept as an Aside with its reason.

The rules are data: ``wrapping.toml`` (menus, titles, bylines, datelines, share bars, pointers, credits) and
``translators.toml`` (translators' notes).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.intake.wrapping import furniture
from legation.intake.wrapping.head import Head, read_head, repeated_titles
from legation.intake.wrapping.lines import Line, lines_of
from legation.intake.wrapping.translators import Note, find_notes
from legation.model import Aside

__all__ = ["Note", "Wrapping", "unwrap"]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """asides: sorted, not overlapping, none of them blank. head: what the head says. note: the first of all notes."""

    asides: tuple[Aside, ...]
    head: Head
    note: Note | None


def unwrap(text: str, title: str | None = None) -> Wrapping:
    """Finds what is wrapping in a text. title: as metadata give it, if they do."""
    notes = find_notes(text)
    lines = lines_of(text, [note.span for note in notes])
    reasons = _anywhere(lines)
    head = read_head(lines, title, set(reasons))
    headed = {aside.span.start for aside in head.asides}
    taken = set(reasons) | {index for index, line in enumerate(lines) if line.span.start in headed}
    asides = [Aside(note.span, "translator's note", _detail(note)) for note in notes]
    asides += reasons.values()
    asides += head.asides
    if head.title:
        repeated = repeated_titles(lines, head.title, taken)
        asides += repeated
        taken |= {index for index, line in enumerate(lines) if line.span in {aside.span for aside in repeated}}
    asides += _foot(lines, taken)
    return Wrapping(tuple(sorted(asides, key=lambda aside: aside.span)), head, notes[0] if notes else None)


def _anywhere(lines: Sequence[Line]) -> dict[int, Aside]:
    """Line index -> the aside, for lines that are wrapping wherever they stand."""
    found: dict[int, Aside] = {}
    pointing = False
    for index, line in enumerate(lines):
        if furniture.opens_pointers(line.text):
            found[index], pointing = Aside(line.span, "also read"), True
            continue
        # Links follow their heading at once; a blank line or a whole sentence ends the list.
        pointing = pointing and not line.after_gap and furniture.could_be_link(line.text)
        reason = "also read" if pointing else furniture.reason_anywhere(line.text)
        if reason:
            found[index] = Aside(line.span, reason)
    _add_lone_networks(lines, found)
    return found


def _add_lone_networks(lines: Sequence[Line], found: dict[int, Aside]) -> None:
    """A share bar with one network a line: a network's name beside another of these, or beside a share bar."""
    lone = [index for index, line in enumerate(lines) if index not in found and furniture.is_network_name(line.text)]
    names = set(lone)
    for index in lone:
        beside = (index - 1, index + 1)
        if any(other in names or (other in found and found[other].reason == "share bar") for other in beside):
            found[index] = Aside(lines[index].span, "share bar")


def _foot(lines: Sequence[Line], taken: set[int]) -> list[Aside]:
    """Section names below the report, up to its last own line."""
    found: list[Aside] = []
    for index in range(len(lines) - 1, 0, -1):
        if index in taken:
            continue
        if not furniture.is_section(lines[index].text):
            break
        found.append(Aside(lines[index].span, "section"))
    return found


def _detail(note: Note) -> str:
    parts = [note.engine or "", f"from {note.stated}" if note.stated else ""]
    return ", ".join(part for part in parts if part)
