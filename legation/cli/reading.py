"""The command that reads reports into the record."""

from __future__ import annotations

import datetime as dt
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from legation import desk
from legation.answers.words import counted, one_line
from legation.cli.failing import INTERRUPTED, SOME_FAILED
from legation.cli.options import EXACT_DAY, MODEL_VARIABLE, field_names, json_option, record_option
from legation.cli.printing import hint, print_json
from legation.desk import Outcome, Summary

_MOST_NAMED = 5
_PLACE_IN_FILE = re.compile(r"[:#]\d+$")


@click.command(short_help="Read reports into the record.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--published", type=EXACT_DAY, metavar="DATE", help="The day all these reports were published.")
@click.option("--outlet", metavar="NAME", help="The outlet that published all these reports.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="OURS=THEIRS",
    callback=field_names,
    help="What a field is called in JSON records, as in text=body; may be repeated.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@click.option(
    "--model",
    type=click.Path(exists=True, dir_okay=False),
    envvar=MODEL_VARIABLE,
    show_envvar=True,
    metavar="FILE",
    help="A language model in place of the one that ships, as training/ makes them.",
)
@record_option
@json_option
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: dt.date | None,
    outlet: str | None,
    fields: dict[str, str],
    jobs: int,
    model: str | None,
    record: str,
    as_json: bool,
) -> None:
    """Read reports into the record.

    They may be text, HTML, JSON or JSON Lines, also as .gz; name files, folders, or - for standard input.

    Each input that is refused or left unread is named on standard error with the reason, and the rest goes on. Reading
    the same reports again changes nothing; a run that was stopped goes on where it stopped.
    """
    try:
        with _using(model), desk.open(record) as opened, _watching(paths) as watch:
            summary = opened.read(paths, published=published, outlet=outlet, fields=fields, jobs=jobs, watch=watch)
    except KeyboardInterrupt:
        hint("\nstopped; what was read is kept, and the same command goes on from there")
        ctx.exit(INTERRUPTED)
    if as_json:
        print_json({**summary.to_json(), "record": record})
    else:
        for line in _counts(summary, record):
            click.echo(line)
    if not summary.complete:
        ctx.exit(SOME_FAILED)


@contextmanager
def _using(model: str | None) -> Iterator[None]:
    """Has reports read with that model, in the processes that read beside this one too."""
    before = os.environ.get(MODEL_VARIABLE)
    if model:
        os.environ[MODEL_VARIABLE] = model
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(MODEL_VARIABLE, None)
        else:
            os.environ[MODEL_VARIABLE] = before


def _counts(summary: Summary, record: str) -> Iterator[str]:
    """The last lines of a run, so that nothing is missing silently."""
    yield _line("read", counted(summary.read, "report"))
    if summary.held:
        yield _line("already held", counted(summary.held, "report"))
    if summary.nothing_found:
        named = ", ".join(map(one_line, summary.nothing_found[:_MOST_NAMED]))
        more = len(summary.nothing_found) - _MOST_NAMED
        yield _line(
            "nothing found", f"{len(summary.nothing_found)}: {named}" + (f" and {more} more" if more > 0 else "")
        )
    for label, skipped in (("unread", summary.unread), ("refused", summary.refused)):
        if skipped:
            reasons = Counter(one_line(one.reason) for one in skipped).most_common(_MOST_NAMED)
            told = "; ".join(f"{reason} ({number})" if number > 1 else reason for reason, number in reasons)
            yield _line(label, f"{len(skipped)}: {told}")
    yield _line("events", f"{summary.events_new:,} new, {_changes(summary.events_changed)}")
    yield _line("record", record)


def _changes(number: int) -> str:
    """Two reports may change one event."""
    return {0: "none changed", 1: "changed once"}.get(number, f"changed {number:,} times")


def _line(label: str, value: str) -> str:
    return f"{label:<14} {value}"


def _named(outcome: Outcome) -> str:
    return one_line(f"{outcome.source}: {outcome.reason}")


@contextmanager
def _watching(paths: tuple[str, ...]) -> Iterator[Callable[[Outcome], None]]:
    """What to call after each input: names what is not read, and on a terminal moves a bar with the rate."""
    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        yield lambda outcome: hint(_named(outcome)) if outcome.reason else None
        return
    with _bar(console) as progress:
        yield _Bar(progress, desk.how_many_files(paths)).after


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, {task.fields[reports]} reports, {task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


class _Bar:
    """Counts files and reports. A file of many reports counts as gone through when the next one begins."""

    def __init__(self, progress: Progress, files: int) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=files, reports=0, rate=0.0)
        self._began = time.monotonic()
        self._reports = self._files = 0
        self._file = ""

    def after(self, outcome: Outcome) -> None:
        """Moves the display on by one outcome, and prints why an input was not read."""
        self._reports += outcome.what != "refused"
        file = _PLACE_IN_FILE.sub("", outcome.source)
        if file != self._file:
            self._file, self._files = file, self._files + 1
        rate = self._reports / max(time.monotonic() - self._began, 1e-6)
        self._progress.update(self._task, completed=self._files - 1, reports=self._reports, rate=rate)
        if outcome.reason:
            self._progress.console.print(Text(_named(outcome)), soft_wrap=True)
