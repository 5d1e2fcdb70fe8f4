"""The command ``legation`` and what belongs to it as a whole: help, version, completion."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from legation import __version__
from legation.cli.asking import documents, search, statements, timeline, who
from legation.cli.failing import Commands
from legation.cli.health import doctor
from legation.cli.quoting import check_quote
from legation.cli.reading import read
from legation.cli.register import register
from legation.cli.showing import show


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="legation")
def main() -> None:
    """Read news reports about diplomacy and keep the record: who met whom, where and when, who said what.

    \b
    legation read my/reports              fill the record legation.db
    legation timeline --between KAZ RUS   what happened between two countries
    legation show ID                      one entry, with the words it was read from

    \b
    Exit codes:
      0  done; every report was read
      1  some reports were refused or left unread (each is named); the ID or quotation is not in the record
      2  wrong usage, or nothing can be done: no record, no record file, no language model
    """


@click.command(short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes commands, options and ids in your shell.

    \b
    bash   eval "$(legation completion bash)"                in ~/.bashrc
    zsh    eval "$(legation completion zsh)"                 in ~/.zshrc
    fish   legation completion fish | source                 in ~/.config/fish/config.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell} in this version of click")
    click.echo(found(main, {}, "legation", "_LEGATION_COMPLETE").source())


for command in (read, timeline, show, statements, documents, who, search, check_quote, register, doctor, completion):
    main.add_command(command)
