"""Killed at any moment, the record holds exactly the reports that were finished, and a second run goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.record import Record
from tests.faults.generated import write_reports
from tests.faults.killing import Broken, check_same, check_whole, trials
from tests.record.building import add, meeting
from tests.record.contents import contents

TIMES, REPORTS, SEED = 3, 200, 7


def test_a_read_that_is_killed_leaves_whole_reports_and_can_be_finished(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    write_reports(folder, REPORTS, SEED)
    lines: list[str] = []
    kills = list(trials(folder, tmp_path, TIMES, SEED, say=lines.append))
    assert len(kills) == TIMES
    assert any(0 < kill.found < REPORTS for kill in kills)
    assert any(kill.writing for kill in kills)
    assert lines[-1].endswith("the same as undisturbed")


# ---------------------------------------------------------------- the checks can fail


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM claim",
        "DELETE FROM reading",
        "UPDATE telling SET event = 'E0'",
        "UPDATE event SET reports = 7",
        "INSERT INTO report_fts(report_fts) VALUES ('delete-all')",
    ],
)
def test_a_record_that_is_less_than_whole_is_noticed(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        add(record, meeting("Tokayev met Putin.", "2024-11-27"))
    right = contents(path)
    check_whole(path, right)
    check_same(path, right)
    with sqlite3.connect(path) as connection:
        connection.execute(harm)
    with pytest.raises(Broken):
        check_whole(path, right)


def test_a_record_that_is_not_the_same_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        add(record, meeting("Tokayev met Putin.", "2024-11-27"))
        right = contents(path)
        add(record, meeting("The two met.", "2024-11-27"))
    check_whole(path, contents(path))
    with pytest.raises(Broken, match="differs"):
        check_same(path, right)


def test_the_same_seed_gives_the_same_reports(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        write_reports(folder, 60, seed=3)
        texts.append({file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()})
    assert texts[0] == texts[1]
    assert len(set(texts[0].values())) >= 59
