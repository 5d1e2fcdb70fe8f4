"""``python -m legation`` is the command line."""

from legation.cli import main

main(prog_name="legation")
