"""Options that several commands share, and how their values are written."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click
from click.shell_completion import CompletionItem

from legation import desk
from legation.answers import days, timeline_rows
from legation.cli.failing import Failure
from legation.model import EventKind, Status

DEFAULT_RECORD = "legation.db"
RECORD_VARIABLE = "LEGATION_RECORD"
MODEL_VARIABLE = "LEGATION_MODEL"
"""As in ``legation.language``, which is not loaded only to show help."""
KINDS = get_args(EventKind)
STATUSES = get_args(Status)
_MOST_COMPLETED = 100

F = TypeVar("F", bound=Callable[..., Any])

if TYPE_CHECKING:
    DayType = click.ParamType[dt.date]
else:
    DayType = click.ParamType  # older versions of click know no type argument


class Day(DayType):
    """A day in ISO 8601. of_text: which day is meant by a month or a year."""

    name = "date"

    def __init__(self, of_text: Callable[[str], dt.date]) -> None:
        self._of_text = of_text

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return self._of_text(str(value))
        except ValueError as problem:
            self.fail(str(problem), param, ctx)


def record_option(command: F) -> F:
    """--record FILE, else LEGATION_RECORD, else legation.db in the current folder."""
    return click.option(
        "--record",
        metavar="FILE",
        type=click.Path(),
        envvar=RECORD_VARIABLE,
        default=DEFAULT_RECORD,
        show_default=True,
        show_envvar=True,
        help="The record.",
    )(command)


def json_option(command: F) -> F:
    """--json"""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


FIRST_DAY, LAST_DAY, EXACT_DAY = Day(days.first_day), Day(days.last_day), Day(days.exact_day)


def field_names(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """ "text=body" and its like as our name -> theirs; a usage error if it is written otherwise."""
    fields = {}
    for one in given:
        ours, equals, theirs = one.partition("=")
        if not (ours and equals and theirs):
            raise click.BadParameter(f"{one!r} is not of the form OURS=THEIRS, as in text=body", ctx, param)
        fields[ours] = theirs
    try:
        desk.check_fields(fields)
    except ValueError as problem:
        raise click.BadParameter(str(problem), ctx, param) from None
    return fields


@contextmanager
def existing(record: str) -> Iterator[desk.Desk]:
    """The record, which must be there; what to do next if it is not."""
    if "://" not in record and not Path(record).exists():
        raise Failure(
            f"no record at {record}: run `legation read FOLDER` first, or name the record with --record "
            f"or {RECORD_VARIABLE}"
        )
    with desk.open(record, create=False) as opened:
        yield opened


def complete_id(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of events that begin so, each with its headline. Whatever goes wrong, there is nothing to complete."""
    record = ctx.params.get("record") or os.environ.get(RECORD_VARIABLE) or DEFAULT_RECORD
    try:
        with existing(record) as opened:
            rows = timeline_rows([event for event in opened.timeline() if event.id.startswith(incomplete)])
    except Exception:
        return []
    return [CompletionItem(row.id, help=f"{row.date} {row.headline}") for row in rows[:_MOST_COMPLETED]]
