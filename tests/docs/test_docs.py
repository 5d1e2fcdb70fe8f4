"""The pages say what is: commands, output, targets and links are held against the things themselves."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from docs import refresh

ROOT = refresh.ROOT
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("*/*.md"))]
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
_LINK = re.compile(r"\]\((?!\w+://|#)([^)#\s]+)")
_TARGET = re.compile(r"\bmake ([a-z-]+)\b(?= |`|$)", re.MULTILINE)
_CODE = re.compile(r"^```\w*\n.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_the_command_reference_is_what_the_commands_say() -> None:
    assert refresh.REFERENCE.read_text(encoding="utf-8") == refresh.reference(), "run `make docs`"


def test_the_output_in_the_readme_is_what_the_commands_print() -> None:
    page = refresh.README.read_text(encoding="utf-8")
    assert page.count("\n$ legation ") >= 2
    assert page == refresh.refreshed(page), "run `make docs`"


def test_the_readme_begins_with_the_two_commands() -> None:
    first_screen = refresh.README.read_text(encoding="utf-8").split("\n")[:25]
    assert {"make demo", "make test"} <= {line.split("#")[0].strip() for line in first_screen}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    code = "\n".join(_CODE.findall(page.read_text(encoding="utf-8")))
    assert set(_TARGET.findall(code)) <= set(TARGETS)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("number", range(len(_PYTHON.findall(refresh.README.read_text(encoding="utf-8")))))
def test_the_python_in_the_readme_runs(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "reports").symlink_to(ROOT / "examples" / "reports")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(os.environ, "LEGATION_RECORD", raising=False)
    code = _PYTHON.findall(refresh.README.read_text(encoding="utf-8"))[number]
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
