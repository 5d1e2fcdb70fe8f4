"""``legation show``: from every entry back to the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hand import ASTANA, legation


def asked(record: Path, *words: str) -> Any:
    result = legation(*words, "--json", record=record)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def visit(record: Path) -> str:
    return str(asked(record, "timeline", "--kind", "visit")[0]["id"])


def test_an_event_is_shown_with_its_facts_and_both_reports(record: Path, visit: str) -> None:
    shown = legation("show", visit, record=record).stdout
    assert shown.startswith(f"{visit}  visit: Emmanuel Macron (FRA) to Astana (KAZ)\n")
    for fact in ("date      2023-11-01", "guest     Emmanuel Macron (FRA), French president", "status    happened"):
        assert fact in shown
    assert "2 reports, 2 independent sources" in shown
    assert "“Guests in Astana”, Steppe Wire, 2023-11-02" in shown
    assert "Loire Courier, 2024-10-20" in shown


def test_the_words_of_every_claim_are_marked_in_their_sentence(record: Path, visit: str) -> None:
    shown = legation("show", visit, record=record).stdout
    assert "«Emmanuel Macron» «visited» Astana on November 1" in shown
    at = ASTANA.index("visited")
    assert f"kind: visit, from “visited” at {at}-{at + 7}" in shown


def test_on_a_terminal_the_words_are_bold_and_underlined(record: Path, visit: str) -> None:
    shown = legation("show", visit, record=record, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).stdout
    assert "\x1b[1;4mvisited\x1b[0m" in shown and "«" not in shown


def test_the_claims_of_an_event_quote_their_sentences(record: Path, visit: str) -> None:
    claims = asked(record, "show", visit)["claims"]
    assert len(claims) >= 4
    for claim in claims:
        start = claim["sentence_start"]
        assert claim["sentence"][claim["start"] - start : claim["end"] - start] == claim["quote"]


def test_whole_and_parts_lead_to_each_other(record: Path, visit: str) -> None:
    (talks,) = asked(record, "timeline", "--kind", "talks")
    assert talks["part_of"] == visit
    assert f"{talks['id']}  2023-11-01  talks" in legation("show", visit, record=record).stdout
    assert f"part of      {visit}" in legation("show", talks["id"], record=record).stdout


def test_a_document_leads_to_its_event_and_reports(record: Path) -> None:
    (document,) = asked(record, "documents")
    shown = legation("show", document["id"], record=record).stdout
    assert "joint declaration on water" in shown and "signing: " in shown and "Steppe Wire" in shown
    assert asked(record, "show", document["id"]) == document


def test_a_statement_is_shown_in_its_line(record: Path) -> None:
    (statement,) = asked(record, "statements")
    shown = legation("show", statement["id"], record=record).stdout
    assert shown.startswith(f"{statement['id']}  Emmanuel Macron (FRA): “We agreed on water”")
    assert '"«We agreed on water»," Macron said.' in shown
    assert asked(record, "show", statement["id"]) == statement


def test_a_report_is_shown_with_its_text_character_for_character(record: Path) -> None:
    (hit,) = asked(record, "search", "Guests")
    entry = asked(record, "show", hit["report"])
    assert entry["text"] == ASTANA
    assert [telling["kind"] for telling in entry["tellings"]] == ["visit", "talks", "signing"]
    shown = legation("show", hit["report"][:8], record=record).stdout
    assert "«signed» a joint declaration on water" in shown


def test_the_beginning_of_an_id_will_do(record: Path, visit: str) -> None:
    assert asked(record, "show", visit[:8])["id"] == visit


def test_a_beginning_that_several_ids_share_is_not_guessed(record: Path) -> None:
    result = legation("show", "E", record=record)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1 and result.stderr.count("E") >= 3


@pytest.mark.parametrize("unknown", ["E0000000000", "S0000000000", "D0000000000", "0000000000000000"])
def test_an_unknown_id_is_one_line_and_exit_code_1(record: Path, unknown: str) -> None:
    result = legation("show", unknown, record=record)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [result.stderr.rstrip()] and unknown in result.stderr


def test_what_is_no_id_at_all_is_wrong_usage(record: Path) -> None:
    result = legation("show", "Tokayev", record=record)
    assert result.exit_code == 2
    assert "ids stand in the column ID" in result.stderr
