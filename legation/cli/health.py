"""The command that tells whether everything is in its place."""

from __future__ import annotations

import click

from legation import desk
from legation.cli.failing import UNUSABLE
from legation.cli.options import json_option, record_option
from legation.cli.printing import print_json, show


@click.command(short_help="Tell whether language model, register and record are in order.")
@record_option
@json_option
@click.pass_context
def doctor(ctx: click.Context, record: str, as_json: bool) -> None:
    """Tell whether everything is there and whole: the language model with its checksum and what runs it, the register,
    the record.

    Exit code 0 if it is, 2 if something is wrong; the line says what.
    """
    found = desk.examine(record)
    if as_json:
        print_json([finding.to_json() for finding in found])
    else:
        width = max(len(finding.name) for finding in found) + 2
        show(*(f"{f.name:<{width}}{'' if f.sound else 'WRONG: '}{f.told}" for f in found))
    if not all(finding.sound for finding in found):
        ctx.exit(UNUSABLE)
