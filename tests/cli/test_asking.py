"""Statements, documents, people and search on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.hand import legation


def test_statements_name_speaker_words_and_outlet(record: Path) -> None:
    shown = legation("statements", "--by", "Macron", record=record).stdout
    assert all(part in shown for part in ("2023-11-02", "Emmanuel Macron (FRA)", "“We agreed on water”", "Steppe Wire"))


@pytest.mark.parametrize(
    ("words", "number"),
    [(("--by", "FRA"), 1), (("--by", "Tokayev"), 0), (("--about", "KAZ"), 0), (("--act", "thanked"), 0), ((), 1)],
)
def test_statements_are_filtered_by_speaker_and_subject(record: Path, words: tuple[str, ...], number: int) -> None:
    result = legation("statements", *words, "--json", record=record)
    assert (result.exit_code, len(json.loads(result.stdout))) == (0, number)
    assert ("no statement in the record for" in result.stderr) == (number == 0)


def test_documents_name_parties_and_reports(record: Path) -> None:
    shown = legation("documents", record=record).stdout
    assert "joint declaration on water" in shown and "1 report" in shown
    assert json.loads(legation("documents", "--json", record=record).stdout)[0]["kind"] == "declaration"


def test_a_person_is_found_by_surname_or_full_name_without_quotation_marks(record: Path) -> None:
    for name in (["Tokayev"], ["Kassym-Jomart", "Tokayev"]):
        shown = legation("who", *name, record=record).stdout
        assert "Kassym-Jomart Tokayev (KAZ)" in shown and "president of Kazakhstan" in shown
    assert json.loads(legation("who", "Macron", "--json", record=record).stdout)[0]["country"] == "FRA"


def test_an_unknown_person_is_no_error(record: Path) -> None:
    result = legation("who", "Nobody", record=record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("no person in the record for name Nobody")


def test_search_marks_the_words_it_found(record: Path) -> None:
    result = legation("search", "talks", "astana", record=record)
    assert "«Astana»" in result.stdout and "«talks»" in result.stdout


@pytest.mark.parametrize("words", ['"', "AND", "a:b", "(", "*", "-x", "NEAR("])
def test_any_words_can_be_searched_for(record: Path, words: str) -> None:
    result = legation("search", "--json", "--record", record, "--", words)
    assert result.exit_code == 0
    assert isinstance(json.loads(result.stdout), list)


def test_a_search_that_was_cut_off_says_so(record: Path) -> None:
    assert "--limit shows more" in legation("search", "Macron", "--limit", "1", record=record).stderr
    assert legation("search", "Macron", "--limit", "9", record=record).stderr == ""


# ---------------------------------------------------------------- quotations


def test_a_quotation_is_told_with_speaker_source_and_marked_words(record: Path) -> None:
    result = legation("check-quote", "we agreed ON WATER", record=record)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "VERBATIM: these words are laid to Emmanuel Macron (FRA)"
    assert "verbatim, direct speech: Emmanuel Macron (FRA)" in result.stdout
    assert "“Guests in Astana”, Steppe Wire, 2023-11-02" in result.stdout
    assert '"«We agreed on water»," Macron said.' in result.stdout


@pytest.mark.parametrize(
    ("by", "more"),
    [
        ("Macron", ""),
        ("Tokayev", ", not to Tokayev"),
        ("Nobody", ", not to Nobody; the record knows nobody named Nobody"),
    ],
)
def test_words_that_are_laid_to_another_say_so_first(record: Path, by: str, more: str) -> None:
    result = legation("check-quote", "We agreed on water", "--by", by, record=record)
    line = f"VERBATIM: these words are laid to Emmanuel Macron (FRA){more}"
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, line)


def test_words_outside_any_statement_are_laid_to_nobody(record: Path) -> None:
    result = legation("check-quote", "They did not sign a joint declaration on water", record=record)
    assert result.exit_code == 0
    assert result.stdout.startswith("CLOSE: found, but in no statement; laid to nobody")
    assert "changed        “did not sign” for “signed”; this matters: negation" in result.stdout
    assert "clipped after  “for the countries of the region”" in result.stdout


def test_a_quotation_that_is_nowhere_ends_with_code_1(record: Path) -> None:
    result = legation("check-quote", "The railway will never be built here", record=record)
    assert (result.exit_code, result.stdout) == (1, "NOT FOUND\n")
    assert result.stderr.startswith("nowhere in the record (the record holds ")


def test_a_quotation_for_programs(record: Path) -> None:
    found = legation("check-quote", "We agreed", "on water", "--by", "KAZ", "--json", record=record)
    told = json.loads(found.stdout)
    assert (found.exit_code, told["verdict"], told["laid_to_by"], told["by_known"]) == (0, "verbatim", False, True)
    missing = legation("check-quote", "Never", "--json", record=record)
    assert (missing.exit_code, json.loads(missing.stdout)["verdict"]) == (1, "not found")
    assert json.loads(missing.stdout)["found"] == []


def test_a_quotation_needs_words_and_a_record(record: Path, tmp_path: Path) -> None:
    assert legation("check-quote", record=record).exit_code == 2
    assert legation("check-quote", "We agreed", record=tmp_path / "none.db").exit_code == 2
