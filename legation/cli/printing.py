"""Answers on the screen or into a pipe: the same words; colour, and marks by style, only on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from legation.answers import Fact, Page, Passage, Piece, Source

# Wide enough for a date range, a headline and an id side by side.
_PIPED_WIDTH = 120
_FLAGS = {"PLANNED": "bold yellow", "PROPOSED": "bold yellow", "UNDER WAY": "bold green"}
_AGAINST = "bold red"
MARK = "bold underline"
QUIET = "dim"


def print_json(value: Any) -> None:
    """One JSON value, indented."""
    plain = "utf" not in (getattr(sys.stdout, "encoding", "") or "").lower()
    click.echo(json.dumps(value, ensure_ascii=plain, indent=2))


def show(*parts: RenderableType) -> None:
    """Print the parts one under the other. Into a pipe without colour and without blanks at the ends of lines."""
    console = _console()
    if console.is_terminal:
        console.print(Group(*parts))
        return
    with console.capture() as captured:
        console.print(Group(*parts))
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def hint(message: str) -> None:
    """A line for people on standard error, so that standard output holds answers only."""
    click.echo(message, err=True)


def table(headings: Sequence[str], rows: Iterable[Sequence[str | Text]], *, flexible: str) -> Table:
    """Columns without lines. flexible: the heading of the column that gives way and breaks between words."""
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        if heading == flexible:
            shown.add_column(heading, overflow="fold", ratio=1)
        else:
            shown.add_column(heading, overflow="fold", no_wrap=heading in ("DATE", "ID"))
    for row in rows:
        shown.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    return shown


def flagged(headline: str, flag: str, kind: str = "") -> Text:
    """A headline whose flag stands out, and its kind a little."""
    text = Text(headline)
    if flag and headline.startswith(flag):
        text.stylize(_FLAGS.get(flag, _AGAINST), 0, len(flag))
    if kind and (at := headline.find(kind)) >= 0:
        text.stylize("bold", at, at + len(kind))
    return text


def pieces(found: Iterable[Piece]) -> Text:
    """Words, the marked ones in bold on a terminal and between « and » in a pipe."""
    on_terminal = _console().is_terminal
    text = Text()
    for piece in found:
        if not piece.marked:
            text.append(piece.text)
        elif on_terminal:
            text.append(piece.text, MARK)
        else:
            text.append(f"«{piece.text}»")
    return text


def page(shown: Page) -> list[RenderableType]:
    """One thing: heading, facts, what reports disagree on, and the passages of each report."""
    parts: list[RenderableType] = [Text.assemble((shown.id, "bold cyan"), "  ", flagged(shown.heading, shown.flag))]
    parts.append(_facts(shown.facts))
    if shown.disputes:
        parts += [Text(), Text("  reports disagree:", style=_AGAINST), _facts(shown.disputes, 4)]
    for source in shown.sources:
        parts += [Text(), *_source(source)]
    return parts


def _facts(facts: Sequence[Fact], indent: int = 2) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    said = ""
    for label, value in facts:
        grid.add_row(Text("" if label == said else label), Text(value))
        said = label
    return Padding(grid, (0, 0, 0, indent))


def _source(source: Source) -> list[RenderableType]:
    heading = Text.assemble("report ", (source.report, "bold"), "  ", source.citation)
    parts: list[RenderableType] = [heading, *(Padding(Text(remark), (0, 0, 0, 2)) for remark in source.remarks)]
    for passage in source.passages:
        parts += _passage(passage)
    return parts


def _passage(passage: Passage) -> list[RenderableType]:
    words: list[RenderableType] = [Padding(pieces(passage.pieces), (0, 0, 0, 2))]
    return words + [Padding(Text(note, style=QUIET), (0, 0, 0, 6)) for note in passage.notes]


def _console() -> Console:
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = _PIPED_WIDTH
    return console
