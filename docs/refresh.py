"""Brings the written output up to date: ``python -m docs.refresh``, or ``make docs``.

docs/cli.md is made from the commands themselves. In README.md the blocks marked ``console`` are run again, in order and
against one new record: each line that begins with ``$ `` is a command, what follows is what it printed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from legation.cli import main as legation

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "cli.md"
README = ROOT / "README.md"
RECORD = "demo.db"
WIDTH = 100

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_ID = re.compile(r"\b[ESD][0-9a-f]{10}\b")
_HEAD = """# Commands

Made from the commands themselves by `make docs`.

"""


class Help(NamedTuple):
    """The full name of a command, and what it says with --help."""

    name: str
    text: str


def commands(command: click.Command, name: str = "legation", outer: click.Context | None = None) -> Iterator[Help]:
    """A command and all commands in it, the outer first, by name."""
    context = click.Context(command, outer, name, terminal_width=WIDTH, **command.context_settings)
    yield Help(context.command_path, command.get_help(context))
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            if not command.commands[inner].hidden:
                yield from commands(command.commands[inner], inner, context)


def reference() -> str:
    """The text of docs/cli.md."""
    sections = (f"## {command.name}\n\n```text\n{command.text.rstrip()}\n```\n" for command in commands(legation))
    return _HEAD + "\n".join(sections)


def refreshed(page: str) -> str:
    """A page with the output of its console blocks as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        return _CONSOLE.sub(Session(folder).run, page)


class Session:
    """Runs the console blocks of a page, one after the other, in one folder.

    An id in a command is one that was printed before. Ids change when the reading does, so the command is run with
    what is printed in that place now: the nth id stays the nth.
    """

    def __init__(self, folder: str) -> None:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
        settings = {"COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8", "LEGATION_RECORD": RECORD, "PATH": path}
        self._folder = folder
        self._environment = {**os.environ, **settings}
        self._ids_before: list[str] = []
        self._ids_now: list[str] = []

    def run(self, block: re.Match[str]) -> str:
        """The commands of a block, each with what it prints now. Raises CalledProcessError if one fails."""
        return "\n".join(self._again(*shown) for shown in _COMMAND.findall(block[0]))

    def _again(self, command: str, output: str) -> str:
        command = _ID.sub(lambda found: self._now(found[0]), command)
        done = subprocess.run(
            command, shell=True, cwd=self._folder, env=self._environment, check=True, stdout=subprocess.PIPE, text=True
        )
        self._ids_before += _ID.findall(output)
        self._ids_now += _ID.findall(done.stdout)
        return f"$ {command}\n{_trimmed(done.stdout)}"

    def _now(self, found: str) -> str:
        if found in self._ids_now or found not in self._ids_before:
            return found
        return self._ids_now[min(self._ids_before.index(found), len(self._ids_now) - 1)]


def _trimmed(output: str) -> str:
    """Without blanks at the ends of lines, which nobody sees."""
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


def main() -> None:
    REFERENCE.write_text(reference(), encoding="utf-8")
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
