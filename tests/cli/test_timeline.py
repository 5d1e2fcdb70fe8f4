"""``legation timeline``: what an officer sees at a glance, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hand import fill, legation


def events(record: Path, *words: str) -> list[dict[str, Any]]:
    result = legation("timeline", "--json", *words, record=record)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def seen(record: Path, *words: str) -> list[tuple[str, str]]:
    return [(event["kind"], event["when"]["edtf"]) for event in events(record, *words)]


VISIT, TALKS, SIGNING = ("visit", "2023-11-01"), ("talks", "2023-11-01"), ("signing", "2023-11-01")
TO_COME, CANCELLED = ("visit", "2024-11-04"), ("visit", "")


def test_events_stand_in_order_of_date_the_undated_last(record: Path) -> None:
    assert seen(record) == [VISIT, TALKS, SIGNING, TO_COME, CANCELLED]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--between", "KAZ", "FRA"), [VISIT, TALKS, SIGNING, TO_COME]),
        (("--between", "France", "Kazakhstan"), [VISIT, TALKS, SIGNING, TO_COME]),
        (("--between", "Tokayev", "FRA"), [TALKS, SIGNING, TO_COME]),
        (("--person", "Tokayev"), [TALKS, SIGNING, TO_COME]),
        (("--kind", "talks"), [TALKS]),
        (("--status", "planned"), [TO_COME]),
        (("--since", "2024"), [TO_COME]),
        (("--since", "2023-11-01", "--until", "2023-11"), [VISIT, TALKS, SIGNING]),
        (("--until", "2023", "--undated"), [VISIT, TALKS, SIGNING, CANCELLED]),
        (("--kind", "visit", "--person", "Macron", "--status", "cancelled"), [CANCELLED]),
        (("--kind", "call"), []),
    ],
)
def test_a_filter_leaves_what_was_asked_for(
    record: Path, filters: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert sorted(seen(record, *filters)) == sorted(found)


def test_what_is_planned_or_cancelled_stands_out(record: Path) -> None:
    shown = legation("timeline", record=record, env={"COLUMNS": "160"}).stdout
    assert "PLANNED visit: Kassym-Jomart Tokayev (KAZ) to Paris (FRA); host Emmanuel Macron (FRA)" in shown
    assert "CANCELLED visit: Emmanuel Macron (FRA) to Tashkent (UZB)" in shown


def test_what_the_reader_is_not_sure_of_is_marked_and_can_be_left_out(record: Path) -> None:
    shown = legation("timeline", record=record, env={"COLUMNS": "160"}).stdout
    assert [line.split()[1] for line in shown.splitlines() if "[unsure]" in line] == ["CANCELLED"]
    assert seen(record, "--sure") == [VISIT, TALKS, SIGNING, TO_COME]
    result = legation("timeline", "--sure", record=record)
    assert "left out: 1 more of which the reader is less sure" in result.stderr


def test_talks_stand_under_the_visit_they_were_part_of(record: Path) -> None:
    lines = legation("timeline", record=record).stdout.splitlines()
    visit = next(i for i, line in enumerate(lines) if " visit: Emmanuel Macron" in line)
    assert "└ talks: " in lines[visit + 1]


def test_reports_and_sources_are_counted_beside_events(record: Path) -> None:
    shown = legation("timeline", record=record).stdout
    assert "2 reports, 2 sources" in shown
    assert shown.splitlines()[-1] == (
        "5 events: 3 happened, 1 planned, 1 cancelled (the record holds 5 events from 2 reports)"
    )


def test_into_a_pipe_go_plain_lines_with_every_word_whole(record: Path) -> None:
    shown = legation("timeline", record=record).stdout
    assert "\x1b" not in shown and "…" not in shown
    lines = shown.splitlines()
    assert max(map(len, lines)) <= 120
    assert [line for line in lines if line != line.rstrip()] == []
    assert {"declaration", "Kassym-Jomart", "Tokayev"} <= set(shown.replace("(", " ").split())


def test_columns_tell_how_wide_a_pipe_is_taken_to_be(record: Path) -> None:
    narrow = legation("timeline", record=record, env={"COLUMNS": "70"}).stdout
    assert max(map(len, narrow.splitlines()[:-1])) <= 70
    assert "Kassym-Jomart" in narrow


def test_events_left_out_for_want_of_a_date_are_counted(record: Path) -> None:
    result = legation("timeline", "--since", "2024", record=record)
    assert "left out: 1 more without a known date; --undated keeps them" in result.stderr


def test_nothing_found_is_said_with_the_filter_and_what_there_is(record: Path) -> None:
    result = legation("timeline", "--between", "KAZ", "JPN", "--kind", "visit", record=record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "no event in the record for between KAZ JPN, kind visit (the record holds 5 events from 2 reports)\n"
    )


def test_without_a_record_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    result = legation("timeline", record=tmp_path / "none.db")
    assert result.exit_code == 2
    assert "run `legation read FOLDER` first" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    missing, path = tmp_path / "missing.txt", tmp_path / "empty.db"
    assert legation("read", missing, record=path).exit_code == 1
    result = legation("timeline", "--json", record=path)
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert f"the record at {path} is empty: run `legation read FOLDER` first" in result.stderr


def test_the_record_comes_from_the_option_else_the_variable_else_this_folder(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert legation("timeline", "--json", env={"LEGATION_RECORD": str(record)}).exit_code == 0
    assert legation("timeline", "--json", env={"LEGATION_RECORD": "none.db"}).exit_code == 2
    assert legation("timeline", "--json", record=record, env={"LEGATION_RECORD": "none.db"}).exit_code == 0
    assert legation("timeline", "--json").exit_code == 2
    fill(tmp_path / "legation.db")
    assert legation("timeline", "--json").exit_code == 0


def test_what_is_no_record_is_refused_in_one_line_and_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,", encoding="utf-8")
    for command in (("timeline",), ("read", str(letter))):
        result = legation(*command, record=letter)
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1 and "not a record" in result.stderr
    assert letter.read_text(encoding="utf-8") == "Dear all,"


@pytest.mark.parametrize(
    "words",
    [("--kind", "party"), ("--since", "last week"), ("--until", "2024-02-30"), ("--between", "KAZ"), ("--near", "x")],
)
def test_wrong_usage_is_told_apart(record: Path, words: tuple[str, ...]) -> None:
    result = legation("timeline", *words)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("Error: ")
