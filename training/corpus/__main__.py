"""The commands of the corpus: ``python -m training.corpus --help``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import click

from legation.register import load as load_register
from training.corpus import agreement, checking, converting, counting
from training.corpus.files import Corpus, load, report_text
from training.corpus.problems import Problem
from training.corpus.stock import stock
from training.corpus.substituting import substituted
from training.corpus.vocabulary import PARTS

HERE = Path(__file__).parent
SHAPES = ("attribution", "dates", "reports", "ner", "words")
COLUMNS = {"ner": converting.ner, "words": converting.words}


@click.group()
@click.option(
    "--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=HERE, show_default=False
)
@click.pass_context
def corpus(context: click.Context, folder: Path) -> None:
    """Our annotated reports: check, count, convert, vary them. --folder: where reports/ and stories/ lie."""
    context.obj = load(folder)


@corpus.command()
@click.argument("names", nargs=-1)
@click.pass_obj
def check(loaded: Corpus, names: tuple[str, ...]) -> None:
    """Say what is wrong, one line a problem; NAMES of files or reports narrow what is told, not what is read.

    Ends with 1 if anything is. Warnings are told and change nothing.
    """
    wanted = {Path(name).stem for name in names}

    def asked(found: list[Problem]) -> list[Problem]:
        return [problem for problem in found if not wanted or problem.path.stem in wanted]

    told = asked(checking.problems(loaded, load_register()))
    for line in checking.lines(told, Path.cwd()):
        click.echo(line)
    for line in checking.lines(asked(checking.warnings(loaded)), Path.cwd()):
        click.echo(f"warning: {line}")
    click.echo(f"{len(loaded.reports)} reports, {len(loaded.stories)} stories, {len(told)} problems", err=True)
    raise SystemExit(1 if told else 0)


@corpus.command()
@click.pass_obj
def stats(loaded: Corpus) -> None:
    """What the corpus holds, and how far it is from what it is to reach."""
    for line in counting.lines(loaded, load_register()):
        click.echo(line)


@corpus.command()
@click.argument("shape", type=click.Choice(SHAPES))
@click.argument("part", type=click.Choice(PARTS))
@click.pass_obj
def convert(loaded: Corpus, shape: str, part: str) -> None:
    """Write one PART to standard output in the SHAPE of a benchmark set, or as columns for a tagger."""
    if shape in COLUMNS:
        for line in COLUMNS[shape](loaded.of(part)):
            click.echo(line)
        return
    for item in _items(loaded, shape, part):
        click.echo(json.dumps(item, ensure_ascii=False))


def _items(loaded: Corpus, shape: str, part: str) -> Iterable[converting.Json]:
    if shape == "attribution":
        return converting.attribution(loaded.of(part))
    if shape == "dates":
        return converting.dates(loaded.of(part))
    return converting.reports(loaded, part, load_register())


@corpus.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--variants", default=10, show_default=True, help="Of each report.")
@click.option("--seed", default=1, show_default=True, help="Of the first variant; the others count on from it.")
@click.pass_obj
def substitute(loaded: Corpus, out: Path, variants: int, seed: int) -> None:
    """Write variants of the reports of train to OUT, names, countries and dates exchanged.

    A variant that does not pass the check is left out, and told.
    """
    (out / "reports" / "train").mkdir(parents=True, exist_ok=True)
    register = load_register()
    for report in loaded.of("train"):
        for number in range(seed, seed + variants):
            variant = substituted(report, stock(), register, number)
            if faults := list(checking.report_findings(variant, register)):
                click.echo(f"{variant.id} left out: {faults[0][1]}", err=True)
                continue
            (out / "reports" / "train" / variant.path.name).write_text(report_text(variant), encoding="utf-8")


@corpus.command()
@click.argument("name")
@click.option("--country", help="ISO alpha-3, or an organisation's id.")
@click.option("--on", "day", help="The day of the report, yyyy-mm-dd.")
def who(name: str, country: str | None, day: str | None) -> None:
    """Ids of the register for a NAME of a person, state or body."""
    register = load_register()
    on = dt.date.fromisoformat(day) if day else None
    for hit in register.scan(name):
        click.echo(f"{hit.id}\t{hit.kind}\t{hit.surface}")
    for candidate in register.people_named(name, country=country, on=on)[:5]:
        tenure = candidate.tenure
        office = f"{tenure.office} {tenure.start.edtf}/{tenure.end.edtf}" if tenure else ""
        click.echo(f"{candidate.person.id}\t{candidate.person.name}\t{office}")


@corpus.command()
@click.argument("first", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("second", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="What only one of the two has, one line each.")
def agree(first: Path, second: Path, show: bool) -> None:
    """How far two annotations agree on the reports that both folders hold, at any depth."""
    names = {path.stem for path in second.rglob("*.txt")}
    ours, theirs = agreement.reports_in(first, names), agreement.reports_in(second)
    register = load_register()
    for line in agreement.lines(ours, theirs, register):
        click.echo(line)
    for name in sorted(ours.keys() & theirs.keys()) if show else ():
        for line in agreement.differences(
            agreement.Account(ours[name], register), agreement.Account(theirs[name], register)
        ):
            click.echo(line)


if __name__ == "__main__":
    corpus(prog_name="python -m training.corpus")
