"""The commands: take the request, call desk and answers, show the result or the error."""

from legation.cli.commands import main

__all__ = ["main"]
