"""The example reports keep the traits that their README promises."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from legation.intake import gather
from legation.model import Report

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
PAIRS = (("2023-06-18_tehran.txt", "jeddah-meeting.txt"), ("ankara-september-4.txt", "cairo-new-page.txt"))


def report(name: str) -> Report:
    found = next(iter(gather([FOLDER / name])))
    assert isinstance(found, Report)
    return found


def test_all_examples_are_english_and_can_be_read() -> None:
    found = list(gather([FOLDER]))
    assert all(isinstance(r, Report) for r in found)
    assert 8 <= len(found) <= 12
    assert [r.source for r in found if isinstance(r, Report) and r.unread] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_two_reports_share_one_background_paragraph(pair: tuple[str, str]) -> None:
    first, second = ({span.of(r.text) for span in r.paragraphs()} for r in map(report, pair))
    assert len(first & second) == 1


def test_only_the_sibling_gives_the_year() -> None:
    lacking, giving = report("ankara-september-4.txt"), report("cairo-new-page.txt")
    assert not re.search(r"\b20\d\d\b", lacking.text)
    assert lacking.published.value is None
    assert giving.published.value is not None
    assert str(giving.published.value) == "2024-09-06"


@pytest.mark.parametrize(("name", "language"), [("ankara-september-4.txt", "tr"), ("astana-cancelled.txt", "ru")])
def test_leftovers_and_the_translators_note_are_set_aside(name: str, language: str) -> None:
    found = report(name)
    reasons = {aside.reason for aside in found.asides}
    assert {"share bar", "translator's note"} <= reasons
    assert {"breadcrumb", "section"} & reasons
    assert found.translation is not None
    assert found.translation.source_language == language


def test_the_web_page_gives_its_title_outlet_and_day() -> None:
    page = report("belgrade.html")
    assert (page.title.value, page.outlet.value) == ("Xi and Vucic sign joint statement in Belgrade", "Danube Observer")
    assert str(page.published.value) == "2024-05-08"
    assert "Most read" not in page.text


def test_every_line_of_the_wire_is_a_report_with_its_day() -> None:
    path = FOLDER / "wire.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [r for r in gather([path]) if isinstance(r, Report)]
    assert [r.title.value for r in found] == [json.loads(line)["title"] for line in lines]
    assert all(r.published.value for r in found)


def test_each_example_is_explained() -> None:
    explained = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FOLDER.iterdir() if f"`{path.name}`" not in explained] == []
