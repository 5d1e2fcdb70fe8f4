"""The runners convert formats: they bring no knowledge of their own and never look at the answers."""

from __future__ import annotations

import ast
import gzip
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import _io

FOLDER = Path(_io.__file__).parent
RUNNERS = ("attribution", "dates", "plover", "reports", "visits")
MODULES = [FOLDER / f"{name}.py" for name in (*RUNNERS, "speed", "_io")]
# Those that measure one layer, not the reading as a whole: they score what they find themselves.
OF_A_LAYER = sorted({path for path in FOLDER.glob("*.py") if path.name != "__init__.py"} - set(MODULES))
MOST_LINES = 120

MEETING = (
    "President of Finland Alexander Stubb met with Prime Minister of Estonia Kristen Michal in Tallinn on Monday. "
    '"Our ties are strong," Stubb said after the meeting.\n'
    "Earlier, on May 5, the two ministers signed a memorandum of understanding on energy."
)
INPUTS: dict[str, list[dict[str, Any]]] = {
    "attribution": [{"id": "a1", "text": MEETING, "date": "2025-05-19", "publisher": "Baltic Wire"}],
    "dates": [{"id": "d1", "text": MEETING, "dct": "2025-05-19"}],
    "plover": [
        {"id": "p1", "text": "Norway and Chile held talks in Oslo on Tuesday.", "date": "2000-01-01"},
        {"id": "p2", "text": "Portugal's foreign minister visited Ghana.", "date": "2000-01-01"},
    ],
    "reports": [
        {"id": "r1", "text": MEETING, "title": "Stubb in Tallinn", "published": "2025-05-19", "outlet": "Baltic Wire"},
        {"id": "r2", "text": MEETING, "title": None, "published": None, "outlet": None},
    ],
    "visits": [
        {
            "id": "v1",
            "kind": "travel",
            "text": "Met with Prime Minister Michal. Departed June 4.",
            "context": {
                "visitor": "President Jane Doe",
                "start": "2031-06-02",
                "end": "2031-06-04",
                "country": "Estonia",
                "place": "Tallinn",
            },
        }
    ],
}
ANSWERS: dict[str, Any] = {
    "gold": {"met": [{"title": "King", "of": None, "name": "Nobody"}], "dates": []},
    "event": "ACCUSE",
    "sources": [{"text": "x", "country": "ZZZ", "sector": "GOV"}],
    "attributions": [{"source": [[0, 3]], "cue": [], "content": [[4, 9]]}],
    "timexes": [{"start": 0, "end": 3, "type": "DATE", "value": "1900-01-01", "tid": "t1"}],
    "people": [{"name": "Nobody At All", "country": "ZZZ", "role": "none"}],
    "engagements": [{"event": "none", "type": "call", "participants": ["Nobody At All"]}],
    "documents": [],
    "statements": [{"speaker": "Nobody At All", "gist": "nothing"}],
}


def output_of(name: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    module = importlib.import_module(f"benchmarks.{name}")
    monkeypatch.setattr(sys, "argv", [f"{name}.py", str(path)])
    capsys.readouterr()
    _io.run(module.predict)
    return capsys.readouterr().out


def written(path: Path, items: list[dict[str, Any]]) -> Path:
    text = "".join(json.dumps(item) + "\n" for item in items)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", RUNNERS)
def test_the_answers_in_the_input_change_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = written(tmp_path / "bare.jsonl", INPUTS[name])
    full = written(tmp_path / "full.jsonl.gz", [{**item, **ANSWERS} for item in INPUTS[name]])
    without = output_of(name, bare, monkeypatch, capsys)
    assert without == output_of(name, full, monkeypatch, capsys)
    assert "Nobody" not in without


@pytest.mark.parametrize("name", RUNNERS)
def test_each_input_line_gives_one_line_with_its_id(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "input.jsonl", INPUTS[name])
    lines = [json.loads(line) for line in output_of(name, path, monkeypatch, capsys).splitlines()]
    assert [line["id"] for line in lines] == [item["id"] for item in INPUTS[name]]


@pytest.mark.parametrize("name", RUNNERS)
def test_something_is_read_from_the_small_input(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "input.jsonl", INPUTS[name])
    first = json.loads(output_of(name, path, monkeypatch, capsys).splitlines()[0])
    assert any(value for field, value in first.items() if field != "id")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_runner_leans_on_legation_and_the_standard_library_only(path: Path) -> None:
    for name in imported(path):
        first = name.split(".")[0]
        assert name == "benchmarks._io" or first == "legation" or first in sys.stdlib_module_names, name


@pytest.mark.parametrize("path", OF_A_LAYER, ids=lambda path: path.stem)
def test_what_measures_a_layer_brings_no_library_of_its_own(path: Path) -> None:
    firsts = {name.split(".")[0] for name in imported(path)}
    # Our own annotated reports lie in training/, and what reads them and says what is the same lies beside them.
    ours = {"training"} if path.stem in ("corpus", "coreference", "entities", "_people") else set()
    assert firsts <= {"benchmarks", "legation", "numpy", *ours, *sys.stdlib_module_names}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_runner_has_no_patterns_and_no_data_of_its_own(path: Path) -> None:
    assert not imported(path) & {"re", "fnmatch", "tomllib", "csv", "importlib", "importlib.resources"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_runner_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_only_modules_lie_beside_the_runners() -> None:
    kept = {".py", ".md"}
    assert {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in kept} == set()
