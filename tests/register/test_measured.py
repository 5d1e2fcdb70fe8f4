"""Names and descriptions in bulk, from the tables beside this file: how often the decision is right."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path

from legation.intake import report_from_text
from legation.model import Span
from legation.reading import Reader
from legation.register import load
from legation.register.names import compatible

HERE = Path(__file__).parent
LEAST_F1 = 0.95
LEAST_RIGHT, MOST_WRONG = 0.90, 0.03
OPEN = "open"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table, its head of comments left out."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def test_the_pairs_of_names_are_many_and_balanced() -> None:
    verdicts = [row["verdict"] for row in rows("name_pairs.tsv")]
    assert set(verdicts) == {"same", "different"}
    assert min(verdicts.count("same"), verdicts.count("different")) >= 200


def test_two_names_are_told_to_be_one_persons_or_not() -> None:
    told = [
        (row, compatible(row["name"], row["other"], row["country"], row["country"])) for row in rows("name_pairs.tsv")
    ]
    right = sum(said and row["verdict"] == "same" for row, said in told)
    wrong = [(row["verdict"], row["name"], row["other"]) for row, said in told if said != (row["verdict"] == "same")]
    assert 2 * right / (2 * right + len(wrong)) >= LEAST_F1, wrong


def test_the_descriptions_are_many_and_of_many_countries() -> None:
    table = rows("descriptions.tsv")
    assert len(table) >= 150
    assert len({row["country"] for row in table}) >= 40
    assert sum(row["answer"] == OPEN for row in table) >= 20
    assert {row["published"][:4] for row in table} >= {str(year) for year in range(2010, 2025)}


def test_every_answer_is_somebody_of_the_register() -> None:
    known = (row for row in rows("descriptions.tsv") if row["answer"] != OPEN)
    assert [row["who"] for row in known if load().person(row["answer"]) is None] == []


@cache
def reader() -> Reader:
    return Reader.load()


def meant(row: dict[str, str]) -> str:
    """The id of the person whom the reader takes the description for; "open" if for nobody of the register."""
    report = report_from_text(row["sentences"], published=dt.date.fromisoformat(row["published"]))
    reading = reader().read(report)
    start = report.text.index(row["description"])
    words = Span(start, start + len(row["description"]))
    keys = [m.actor for m in reading.mentions if m.span.overlaps(words)]
    people = [key for key in keys if reading.actor(key).kind == "person" and reading.actor(key).in_register]
    return people[-1] if people else OPEN


def test_descriptions_mean_who_held_the_office_that_day_or_stay_open() -> None:
    table = rows("descriptions.tsv")
    told = [(row["answer"], meant(row), f"{row['published']} {row['description']}") for row in table]
    right = sum(answer == said for answer, said, _ in told)
    wrong = [(what, said) for answer, said, what in told if said not in (answer, OPEN)]
    assert len(wrong) <= MOST_WRONG * len(table), wrong
    assert right >= LEAST_RIGHT * len(table), [what for answer, said, what in told if answer != said]
