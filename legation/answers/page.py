"""What is shown of one thing: facts, then the passages they were read from."""

from __future__ import annotations

from dataclasses import dataclass

from legation.answers.marking import Piece

Fact = tuple[str, str]
"""A label and its value; one label may come several times."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report. pieces: the words, some marked; notes: what was read from them, a line each."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report and what in it is spoken of. report: its id; citation: title, outlet, day; remarks: a line each."""

    report: str
    citation: str
    remarks: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One thing. id, heading; flag: what did not (or not yet) happen, in capitals, at the start of the heading."""

    id: str
    heading: str
    flag: str = ""
    facts: tuple[Fact, ...] = ()
    disputes: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
