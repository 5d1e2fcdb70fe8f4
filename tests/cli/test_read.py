"""``legation read``: from files to counts, told to people and to programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from legation import desk
from legation.errors import ModelMissing
from tests.cli.hand import legation

MEETING = (
    "Kazakh President Kassym-Jomart Tokayev met with Russian President Vladimir Putin in Astana on November 9, 2023.\n"
)
WEATHER = "It rained all day, and the streets of the old town were empty until late in the evening.\n"
RUSSIAN = "Президент Казахстана встретился с президентом России в Астане. Стороны обсудили вопросы сотрудничества.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "meeting.txt").write_text(MEETING, encoding="utf-8")
    (folder / "weather.txt").write_text(WEATHER, encoding="utf-8")
    return folder


def summary(*words: str | Path, record: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(legation("read", "--json", *words, record=record).stdout)
    return found


def test_a_run_ends_with_counts(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    result = legation("read", reports, record=record)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split(maxsplit=1) for line in result.stdout.splitlines() if not line.startswith("nothing")] == [
        ["read", "2 reports"],
        ["events", "1 new, none changed"],
        ["record", str(record)],
    ]
    assert f"nothing found  1: {reports / 'weather.txt'}" in result.stdout


def test_reading_twice_changes_nothing(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    assert summary(reports, record=record)["read"] == 2
    before = legation("timeline", "--json", record=record).stdout
    again = summary(reports, record=record)
    assert (again["read"], again["held"], again["events_new"], again["events_changed"]) == (0, 2, 0, 0)
    assert legation("timeline", "--json", record=record).stdout == before


def test_a_report_named_twice_is_read_once(reports: Path, tmp_path: Path) -> None:
    meeting = reports / "meeting.txt"
    found = summary(meeting, meeting, record=tmp_path / "record.db")
    assert (found["read"], found["held"], found["events_new"]) == (1, 1, 1)


def test_a_report_not_in_english_is_kept_named_and_told_by_the_exit_code(reports: Path, tmp_path: Path) -> None:
    (reports / "russian.txt").write_text(RUSSIAN, encoding="utf-8")
    record = tmp_path / "record.db"
    for _ in range(2):
        result = legation("read", reports, record=record)
        assert result.exit_code == 1
        assert result.stderr == f"{reports / 'russian.txt'}: not in English (Russian)\n"
        assert "unread         1: not in English (Russian)" in result.stdout
    (hit,) = json.loads(legation("search", "Казахстана", "--json", record=record).stdout)
    shown = legation("show", hit["report"], record=record).stdout
    assert shown.startswith(f"{hit['report']}  UNREAD ")
    assert RUSSIAN.strip() in shown


def test_a_record_among_its_reports_is_not_taken_for_one(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    for _ in range(2):
        result = legation("read", ".")
        assert (result.exit_code, result.stderr) == (0, "")
    assert (reports / "legation.db").exists()
    assert legation("read", "legation.db").stderr == "legation.db: not text (a database)\n"


def test_standard_input_is_read(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "legation", "read", "-", "--json", "--record", str(tmp_path / "record.db")]
    done = subprocess.run(command, input=MEETING, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["events_new"] == 1


def test_on_a_terminal_a_bar_shows_files_and_rate_and_leaves_the_answer_clean(reports: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    (reports / "empty.txt").touch()
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "legation", "read", str(reports), "--json", "--record", str(tmp_path / "r.db")]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, env=env) as running:
        os.close(terminal)
        shown = b"".join(iter(lambda: read_terminal(master), b"")).decode()
        assert running.stdout is not None
        assert json.loads(running.stdout.read())["read"] == 2
    os.close(master)
    assert "0/3" in shown and " files, 2 reports, " in shown and "/s" in shown
    assert f"{reports / 'empty.txt'}: empty: there is nothing in it" in shown


def read_terminal(master: int) -> bytes:
    """What was written to it; nothing once its other side is closed, which Linux tells as an error."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""


def test_day_and_outlet_given_hold_for_every_report(reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    words = ("--published", "2023-11-10", "--outlet", "Steppe Wire")
    assert legation("read", reports, *words, record=record).exit_code == 0
    (hit,) = json.loads(legation("search", "Tokayev", "--json", record=record).stdout)
    assert (hit["outlet"], hit["published"]) == ("Steppe Wire", "2023-11-10")


def test_fields_of_other_names_are_understood(tmp_path: Path) -> None:
    lines = tmp_path / "wire.jsonl"
    lines.write_text(json.dumps({"corpus": MEETING, "wann": "2023-11-10"}) + "\n", encoding="utf-8")
    record = tmp_path / "record.db"
    assert legation("read", lines, record=record).exit_code == 1
    words = ("--field", "text=corpus", "--field", "published=wann")
    assert legation("read", lines, *words, record=record).exit_code == 0
    (hit,) = json.loads(legation("search", "Tokayev", "--json", record=record).stdout)
    assert hit["published"] == "2023-11-10"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("x.txt", "--field", "text"),
        ("x.txt", "--field", "body=text"),
        ("x.txt", "--published", "2024-05"),
        ("x.txt", "--jobs", "0"),
    ],
)
def test_wrong_usage_reads_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    record = tmp_path / "record.db"
    assert legation("read", *words, record=record).exit_code == 2
    assert not record.exists()


def test_several_processes_give_the_same_record(reports: Path, tmp_path: Path) -> None:
    (reports / "again.txt").write_text("On Monday it was told: " + MEETING, encoding="utf-8")
    (reports / "empty.txt").touch()
    told = []
    for jobs in ("1", "2"):
        record = tmp_path / f"record{jobs}.db"
        result = legation("read", reports, "--jobs", jobs, "--json", record=record)
        assert result.exit_code == 1
        found = json.loads(result.stdout) | {"record": ""}
        told.append((found, result.stderr, legation("timeline", "--json", record=record).stdout))
    assert told[0] == told[1]


def test_without_a_language_model_it_is_said_what_is_missing(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise ModelMissing("no language model; see README, 'Installing'")

    monkeypatch.setattr(desk.handle, "reader", missing)
    result = legation("read", reports, record=tmp_path / "record.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: no language model; see README, 'Installing'\n"


def test_a_run_that_is_stopped_says_how_to_go_on(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(desk.Desk, "read", stopped)
    result = legation("read", reports, record=tmp_path / "record.db")
    assert result.exit_code == 130
    assert "what was read is kept" in result.stderr


def test_a_file_name_cannot_write_on_the_terminal(tmp_path: Path) -> None:
    named = tmp_path / "red\x1b[31m\n.txt"
    named.touch()
    result = legation("read", named, record=tmp_path / "record.db")
    assert "\x1b" not in result.output
    assert len(result.stderr.splitlines()) == 1


def test_a_chosen_model_that_is_none_is_told_in_one_line(reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.onnx"
    other.write_text("no model")
    done = legation("read", reports, "--model", other, record=tmp_path / "record.db")
    assert done.exit_code != 0
    assert f"{other}: no language model" in done.stderr and "Traceback" not in done.stderr
