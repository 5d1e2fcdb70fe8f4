"""The command that tells whether words were said."""

from __future__ import annotations

import click

from legation.answers import holdings, quotation_pages, verdict_line
from legation.cli.failing import SOME_FAILED
from legation.cli.options import existing, json_option, record_option
from legation.cli.printing import hint, page, print_json, show


@click.command("check-quote", short_help="Tell whether WORDS were said, by whom, and what differs.")
@click.argument("words", nargs=-1, required=True)
@click.option("--by", metavar="NAME", help="Who is said to have said it: a person, body or country.")
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="At most so many places.")
@record_option
@json_option
@click.pass_context
def check_quote(
    ctx: click.Context, words: tuple[str, ...], by: str | None, limit: int, record: str, as_json: bool
) -> None:
    """Tell whether WORDS were said: verbatim, close or not found; by whom, in which report, and what differs.

    Case, accents, punctuation and white space do not matter; "..." stands for words left out. What is left out, added,
    changed, moved or clipped is shown, and it is marked if that turns a negation, a number, a condition or the like.
    Passages that reports copy from one another are shown once. Words laid to somebody else than NAME are found all the
    same, and it is said.

    Exit code 0 if the words or close ones are found, whoever said them, 1 if not.
    """
    with existing(record) as desk:
        check = desk.check_quote(" ".join(words), by=by, limit=limit)
        if as_json:
            print_json(check.to_json())
        else:
            show(verdict_line(check))
        for found in [] if as_json else quotation_pages(check):
            show("", *page(found))
        if not check.found:
            hint(f"nowhere in the record ({holdings(desk.counts())})")
            ctx.exit(SOME_FAILED)
