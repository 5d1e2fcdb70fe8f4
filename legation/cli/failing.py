"""Known causes of failure become one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from legation.errors import LegationError, NotFound

SOME_FAILED = 1
UNUSABLE = 2
# As the shell reports a program that a closed pipe ended; telling it apart from "some reports were refused".
PIPE_CLOSED = 141
INTERRUPTED = 130


class Failure(click.ClickException):
    """Ends the command with one line on standard error: nothing can be done."""

    exit_code = UNUSABLE


class Missing(Failure):
    """Ends the command with one line on standard error: what was asked for is not there."""

    exit_code = SOME_FAILED


class Commands(click.Group):
    """A group whose commands may raise LegationError, and whose output may be cut off by ``head``."""

    def invoke(self, ctx: click.Context) -> Any:
        _show_any_letter()
        with _pipe_may_close(ctx):
            try:
                return super().invoke(ctx)
            except NotFound as problem:
                raise Missing(str(problem)) from problem
            except LegationError as problem:
                raise Failure(str(problem)) from problem


@contextmanager
def _pipe_may_close(ctx: click.Context) -> Iterator[None]:
    try:
        try:
            yield
        finally:
            # What is still held back must meet the closed pipe here, not when the interpreter ends.
            sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        ctx.exit(PIPE_CLOSED)


def _show_any_letter() -> None:
    """A letter that the terminal cannot show becomes a question mark and is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
