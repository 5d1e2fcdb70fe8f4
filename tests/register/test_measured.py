"""Names and descriptions in bulk, from the tables beside this file: how often the decision is right."""

from __future__ import annotations

import csv
from pathlib import Path

from legation.register.names import compatible

HERE = Path(__file__).parent
LEAST_F1 = 0.95


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
