"""``python -m legation`` is the command line."""

from legation.cli import main

if __name__ == "__main__":
    main(prog_name="legation")
