"""Whether everything is in its place, told in a few lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.options import MODEL_VARIABLE
from legation.language import shipped
from tests.cli.hand import legation


def test_a_sound_installation_is_told_with_the_checksum_of_its_model(tmp_path: Path) -> None:
    done = legation("doctor", "--record", str(tmp_path / "none.db"))
    assert done.exit_code == 0
    assert shipped.CHECKSUM.read_text().split()[0] in done.stdout.replace("\n", "")
    assert "CPUExecutionProvider" in done.stdout and "WRONG" not in done.stdout


def test_the_record_is_looked_at_if_there_is_one(record: Path) -> None:
    told = {f["name"]: f for f in json.loads(legation("doctor", "--json", "--record", str(record)).stdout)}
    assert told["record"]["sound"] and " events" in told["record"]["told"]


def test_a_file_that_is_no_record_is_wrong_and_the_rest_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("no record")
    done = legation("doctor", "--record", str(broken))
    assert done.exit_code == 2
    assert "WRONG" in done.stdout and "ONNX Runtime" in done.stdout


def test_a_damaged_model_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "english.onnx"
    damaged.write_bytes(shipped.FILE.read_bytes()[:-1])
    monkeypatch.setattr(shipped, "FILE", damaged)
    shipped.loaded.cache_clear()
    done = legation("doctor", "--record", str(tmp_path / "none.db"))
    shipped.loaded.cache_clear()
    assert done.exit_code == 2
    assert "WRONG: the language model english.onnx is damaged" in done.stdout.replace("\n", " ")


def test_a_chosen_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "own.onnx"
    other.write_bytes(shipped.FILE.read_bytes())
    monkeypatch.setenv(shipped.VARIABLE, str(other))
    done = legation("doctor", "--record", str(tmp_path / "none.db"))
    assert done.exit_code == 0
    assert "own.onnx" in done.stdout and "chosen" in done.stdout


def test_the_variable_of_the_model_has_one_name() -> None:
    assert MODEL_VARIABLE == shipped.VARIABLE
