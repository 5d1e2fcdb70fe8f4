"""Inputs that are no reports: one clear line each, the rest is read, nothing recorded is lost."""

from __future__ import annotations

import gzip
import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.hand import fill, legation

GOOD = "The President of Serbia Aleksandar Vucic met with Chinese President Xi Jinping in Belgrade on May 8, 2024.\n"
SECONDS = 20

Bad = Callable[[Path], Path]


def written(name: str, data: bytes) -> Bad:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def closed_folder(folder: Path) -> Path:
    closed = folder / "closed"
    closed.mkdir(mode=0o000)
    return closed


def endless_line(folder: Path) -> Path:
    return written("line.txt", b"word " * 10_000_000)(folder)


NESTED = b"<html><body>" + b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000 + b"</body></html>"
CUT_SHORT = gzip.compress(GOOD.encode() * 200)[:-12]
NOISE = random.Random(7).randbytes(50_000)
CASES: list[tuple[Bad, str]] = [
    (written("empty.txt", b""), "empty: there is nothing in it"),
    (written("blank.txt", b" \n\t\n"), "empty: there is no text in it"),
    (written("noise.bin", NOISE), "not text"),
    (written("picture.png", b"\x89PNG\r\n\x1a\n" + NOISE), "not text (a picture)"),
    (endless_line, "too large for a news report"),
    (written("nested.html", NESTED), "nested more than"),
    (written("cut.txt.gz", CUT_SHORT), "cut short"),
    (written("damaged.gz", b"\x1f\x8b\x08\x00" + NOISE[:500]), "damaged"),
    (written("bad.jsonl", b'{"text": \n'), "not JSON"),
    (missing, "no such file or folder"),
]


@pytest.mark.parametrize(("bad", "reason"), CASES, ids=[reason for _, reason in CASES])
def test_a_bad_input_is_one_line_with_its_name_and_reason(tmp_path: Path, bad: Bad, reason: str) -> None:
    path, record = bad(tmp_path), tmp_path / "record.db"
    began = time.monotonic()
    result = legation("read", path, record=record)
    assert time.monotonic() - began < SECONDS
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(str(path)) and reason in line
    assert "read           0 reports" in result.stdout and "refused        1: " in result.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    path = closed_folder(tmp_path)
    result = legation("read", path, record=tmp_path / "record.db")
    path.chmod(0o700)
    assert result.exit_code == 1
    assert result.stderr == f"{path}: permission denied\n"


def test_among_bad_inputs_the_good_ones_are_read(tmp_path: Path) -> None:
    folder, record = tmp_path / "mixed", fill(tmp_path / "record.db")
    folder.mkdir()
    before = {event["id"] for event in json.loads(legation("timeline", "--json", record=record).stdout)}
    for bad, _ in CASES:
        bad(folder)
    (folder / "a-first.txt").write_text(GOOD, encoding="utf-8")
    (folder / "z-last.txt").write_text("It was told in Belgrade. " + GOOD, encoding="utf-8")
    result = legation("read", folder, missing(folder), "--json", record=record)
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert (found["read"], len(found["refused"])) == (2, len(CASES))
    assert len(result.stderr.splitlines()) == len(CASES)
    after = {event["id"] for event in json.loads(legation("timeline", "--json", record=record).stdout)}
    assert before < after


def test_a_bad_line_is_named_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    lines = [json.dumps({"text": GOOD, "title": "One"}), "{broken", json.dumps({"text": GOOD, "title": "Three"})]
    path.write_text("\n".join(lines), encoding="utf-8")
    result = legation("read", path, "--json", record=tmp_path / "record.db")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{path}:2: not JSON")
    assert json.loads(result.stdout)["read"] == 2


def test_broken_letters_do_not_keep_a_report_from_being_read(tmp_path: Path) -> None:
    path, record = tmp_path / "letters.txt", tmp_path / "record.db"
    path.write_bytes(GOOD.encode() + b"The sides \xff\xfe discussed \xc3\x28 trade.\n")
    result = legation("read", path, record=record)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [event["kind"] for event in json.loads(legation("timeline", "--json", record=record).stdout)] == ["meeting"]


def test_a_file_name_that_is_no_text_is_no_reason_to_refuse_the_report(tmp_path: Path) -> None:
    path, record = os.fsencode(tmp_path) + b"/\xff\xfe.txt", tmp_path / "record.db"
    try:
        Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system knows Unicode names only")
    result = legation("read", tmp_path, record=record)
    assert "read           1 report" in result.stdout
    assert str(path) not in result.stderr
