"""The commands of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli import main
from legation.register import load


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "own.json"
    monkeypatch.setenv("LEGATION_REGISTER", str(path))
    load.cache_clear()
    yield path
    load.cache_clear()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["register", *arguments])


def test_a_person_is_shown_with_terms_score_and_reason() -> None:
    shown = run("show", "Kassym-Jomart", "Tokayev", "--on", "2024-05-01").output
    assert "Q200881  Kassym-Jomart Tokayev" in shown
    assert "[KAZ-head_of_state], since 2019-03-20, seen 2026-01-22: held on 2024-05-01" in " ".join(shown.split())
    assert "0.95: name; President on 2024-05-01" in shown


def test_a_holder_after_the_last_day_of_the_sources_is_unconfirmed() -> None:
    shown = run("show", "president of Kazakhstan", "--on", "2090-01-01").output
    assert "unconfirmed for 2090-01-01" in shown


def test_what_rests_on_general_knowledge_alone_is_unsourced() -> None:
    assert "unsourced" in run("show", "Morihiro Hosokawa").output


@pytest.mark.parametrize("words", ["KAZ-head_of_state", "the Kazakh president", "president of Kazakhstan"])
def test_an_office_is_found_by_id_and_by_title(words: str) -> None:
    (found,) = json.loads(run("show", words, "--on", "2015-01-01", "--json").output)
    assert found["office"] == "KAZ-head_of_state"
    assert [(t["person"], t["standing"]) for t in found["tenures"]] == [("Q57394", "held")]


def test_a_country_shows_all_its_offices() -> None:
    offices = {found["office"] for found in json.loads(run("show", "Kenya", "--json").output)}
    assert {"KEN-head_of_state", "KEN-foreign_minister"} <= offices


def test_nobody_is_an_exit_code() -> None:
    result = run("show", "Aurelio", "Zanzibari")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nobody and no office" in result.stderr


def test_added_people_are_shown(own: Path) -> None:
    added = run("add", "Amina Yusuf", "--office", "KEN-foreign_minister", "--from", "2026-03", "--also", "A. Yusuf")
    assert (added.exit_code, added.output) == (0, f"added to {own}\n")
    assert "also spelt  A. Yusuf" in run("show", "Amina", "Yusuf").output


def test_tables_and_query_results_are_added(tmp_path: Path, own: Path) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text("person,office,start\nAmina Yusuf,KEN-foreign_minister,2026\n", encoding="utf-8")
    assert run("import", str(terms)).output == f"1 row added to {own}\n"
    query = tmp_path / "query.csv"
    query.write_text("person,personLabel,kind,iso3,start\nQ999999999,Lucia Example,foreign_minister,BLZ,\n")
    assert run("build", str(query), "--as-of", "2026-06-01").output == f"1 row added to {own}\n"


def test_a_table_that_cannot_be_used_is_one_line_and_usage(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    result = run("import", str(bad))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1 and "columns of no known table" in result.stderr


def test_the_check_tells_coverage_gaps_and_doubts() -> None:
    told = run("check").output
    assert "STATES WITH" in told and "foreign ministers 2021-07 to 2024" in told
    assert "LBN head_of_state" in told
    assert "overlaps, 0 offices of unknown countries, 0 bad dates" in told


def test_the_check_for_programs_holds_everything() -> None:
    found = json.loads(run("check", "--json").output)
    assert {"known", "confirmed", "least", "gaps", "of"} == set(found["coverage"][0])
    assert all(doubt["what"] == "overlap" for doubt in found["doubts"])


def test_an_event_says_why_its_people_were_taken_for_who_they_are(tmp_path: Path) -> None:
    report, record = tmp_path / "a.txt", str(tmp_path / "r.db")
    report.write_text("Kazakh President Kassym-Jomart Tokayev met Jane Roe, a judge, in Oslo.", encoding="utf-8")
    CliRunner().invoke(main, ["read", str(report), "--record", record, "--published", "2090-05-05"])
    (event,) = json.loads(CliRunner().invoke(main, ["timeline", "--record", record, "--json"]).output)
    shown = CliRunner().invoke(main, ["show", event["id"], "--record", record]).output
    assert "Kassym-Jomart Tokayev: name; President, unconfirmed for 2090-05-05 (score 0.90)" in " ".join(shown.split())
    whole = json.loads(CliRunner().invoke(main, ["show", event["id"], "--record", record, "--json"]).output)
    assert {one["actor"] for one in whole["identified"]} == {"Q200881"}
