"""The commands of the register: who is who, asked, checked and added to."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import click

from legation import desk
from legation.answers.words import counted
from legation.cli.failing import Missing
from legation.cli.options import EXACT_DAY, json_option
from legation.cli.printing import hint, page, print_json, show, table

# What is imported in a function takes longer to load than most commands take to answer.
_HEADINGS = ("STATES WITH", "KNOWN", "WORST DAY", "CONFIRMED", "GAPS")
_NOUNS = {
    "overlap": ("overlap",),
    "unknown country": ("office of an unknown country", "offices of unknown countries"),
    "bad date": ("bad date",),
}
_FILE = click.Path(exists=True, dir_okay=False)
_MOST_DOUBTS = 20


@click.group(short_help="Ask and extend the register of who is who.")
def register() -> None:
    """Ask and extend the register of who is who.

    What you add lies in one file of your own, over the register that ships with legation: where LEGATION_REGISTER says,
    else in your folder for data of programs. When it changes, reports are read anew by the next `legation read`.
    """


@register.command("show", short_help="Show a person, an office or a country's offices.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--on", type=EXACT_DAY, metavar="DATE", help="Who held the office, and how a name is understood, that day."
)
@json_option
def show_(words: tuple[str, ...], on: dt.date | None, as_json: bool) -> None:
    """Show a person by name or id, an office by id or title ("president of Kazakhstan"), or a country's offices.

    Each person comes with the score of the match and its reason. A holder after the last day the sources know of is
    "unconfirmed"; what rests on general knowledge alone is "unsourced".
    """
    from legation.answers.register import looked_up, register_json, register_pages

    known = desk.register()
    answer = looked_up(known, " ".join(words), on)
    if as_json:
        print_json(register_json(known, answer, on))
    for number, shown in enumerate([] if as_json else register_pages(known, answer, on)):
        show(*([""] if number else []), *page(shown))
    if not (answer.people or answer.offices):
        raise Missing(f"nobody and no office in the register for {' '.join(words)}")


@register.command(short_help="Add a person with one term of office.")
@click.argument("name")
@click.option("--office", required=True, metavar="ID", help="The office (`legation register show Kenya` lists ids).")
@click.option("--from", "start", default="", metavar="DATE", help="When the term began: a day, a month or a year.")
@click.option("--to", "end", default="", metavar="DATE", help="When it ended.")
@click.option("--as-of", default="", metavar="DATE", help="Of a term that goes on: until when that is known.")
@click.option("--title", default="", metavar="WORDS", help="The title in this term.")
@click.option("--also", "names", multiple=True, metavar="NAME", help="Another spelling; may be repeated.")
def add(name: str, office: str, start: str, end: str, as_of: str, title: str, names: tuple[str, ...]) -> None:
    """Add a person with one term of office. NAME may be the id of a person who is in the register."""
    desk.add_person(name, office=office, names=names, start=start, end=end, as_of=as_of, title=title)
    click.echo(f"added to {desk.own_register()}")


@register.command("import", short_help="Add people, offices and terms from CSV files.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
def import_(files: tuple[str, ...]) -> None:
    """Add people, offices and terms from CSV files. docs/register.md describes the columns.

    All files are taken or none.
    """
    number = desk.import_tables(files)
    click.echo(f"{counted(number, 'row')} added to {desk.own_register()}")


@register.command(short_help="Add the result of a Wikidata query.")
@click.argument("file", type=_FILE)
@click.option("--as-of", type=EXACT_DAY, required=True, metavar="DATE", help="The day the query was run.")
def build(file: str, as_of: dt.date) -> None:
    """Add the result of a Wikidata query, as SPARQL JSON or CSV. docs/register.md has the query."""
    number = desk.import_wikidata(file, as_of)
    click.echo(f"{counted(number, 'row')} added to {desk.own_register()}")


@register.command(short_help="Check the register: overlaps, dates, coverage.")
@json_option
def check(as_json: bool) -> None:
    """Print overlapping terms in single seats, unknown countries, bad dates, and how many states are covered.

    Coverage counts members of the United Nations with a known head of state and of government, and foreign minister:
    on average, on the worst day, and how many of them the sources confirm.
    """
    from legation.answers.register import checked, cover_row, gap_lines

    found = checked(desk.register())
    if as_json:
        print_json(found.to_json())
        return
    show(table(_HEADINGS, map(cover_row, found.coverage), flexible="STATES WITH"))
    for line in gap_lines(found.coverage):
        show("", line)
    counts = Counter[str](doubt.what for doubt in found.doubts)
    show("", ", ".join(counted(counts[what], *nouns) for what, nouns in _NOUNS.items()))
    for doubt in found.doubts[:_MOST_DOUBTS]:
        show(f"{doubt.what}  {doubt.about}  {doubt.told}")
    if len(found.doubts) > _MOST_DOUBTS:
        hint(f"the first {_MOST_DOUBTS} of {len(found.doubts)}; --json has all")
