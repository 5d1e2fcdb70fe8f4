"""The example reports, read with the commands a user types, hold what a person found in them and nothing false."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from legation.cli import main
from tests.e2e import gold_files as gold

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
ENGAGEMENTS, PAPERS, SAYINGS = gold.engagements(), gold.papers(), gold.sayings()
MOST_STATEMENTS_MISSED = 0.25


def asked(record: Path, *words: str) -> Any:
    """What a command answers with --json."""
    done = CliRunner().invoke(main, [*words, "--record", str(record), "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples") / "record.db"
    command = [sys.executable, "-m", "legation", "read", str(FOLDER), "--record", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="module")
def timeline(record: Path) -> list[gold.Entry]:
    entries: list[gold.Entry] = asked(record, "timeline")
    return [entry for entry in entries if entry["kind"] != "act"]


@pytest.fixture(scope="module")
def found(timeline: list[gold.Entry]) -> dict[str, gold.Entry]:
    """Gold id -> the event of the timeline that is it; the needed ones have first choice."""
    golds = sorted(ENGAGEMENTS, key=lambda g: not g.needed)
    pairs = gold.matched(golds, timeline, gold.tells)
    return {golds[i].id: timeline[j] for i, j in pairs.items()}


@pytest.mark.parametrize("engagement", [g for g in ENGAGEMENTS if g.needed], ids=lambda g: g.id)
def test_an_engagement_is_on_the_timeline(engagement: gold.Engagement, found: dict[str, gold.Entry]) -> None:
    assert engagement.id in found


@pytest.mark.parametrize("engagement", [g for g in ENGAGEMENTS if len(g.reports) > 1 and g.needed], ids=lambda g: g.id)
def test_an_event_that_two_reports_tell_is_one(engagement: gold.Engagement, found: dict[str, gold.Entry]) -> None:
    assert found[engagement.id]["reports"] == len(engagement.reports)


def test_nothing_on_the_timeline_is_false(timeline: list[gold.Entry]) -> None:
    told = [
        (e["kind"], e["when"]["edtf"], e["status"], [role["actor"]["name"] for role in e["roles"]])
        for e in timeline
        if not any(gold.may_be(e, g) for g in ENGAGEMENTS)
    ]
    assert told == []


def test_the_background_paragraph_counts_as_one_source(found: dict[str, gold.Entry]) -> None:
    for name in ("beijing-april-meeting", "cairo-february-visit"):
        assert (found[name]["reports"], found[name]["independent"]) == (2, 1)


def test_the_missing_year_comes_from_the_sibling_and_it_is_said(found: dict[str, gold.Entry], record: Path) -> None:
    told = asked(record, "show", found["ankara-visit"]["id"])["tellings"]
    given = sorted(telling["given"]["edtf"] for telling in told)
    assert given == ["2024-09-04", "XXXX-09-04"]
    filled = next(telling for telling in told if telling["given"]["edtf"] == "XXXX-09-04")
    assert filled["when"]["edtf"] == "2024-09-04"
    assert filled["when"]["reason"]


def test_most_statements_are_laid_to_their_speakers(record: Path) -> None:
    said = asked(record, "statements")
    missed = [saying for saying in SAYINGS if not any(is_said(entry, saying) for entry in said)]
    assert len(missed) <= MOST_STATEMENTS_MISSED * len(SAYINGS), missed


def is_said(entry: gold.Entry, saying: gold.Saying) -> bool:
    kind = saying.kind == "any" or (entry["kind"] == "indirect") == (saying.kind == "indirect")
    words = all(word in gold.folded(entry["text"]) for word in saying.words)
    return kind and words and gold.is_party(saying.speaker, entry["speaker"])


@pytest.mark.parametrize("paper", [p for p in PAPERS if p.needed], ids=lambda p: p.id)
def test_a_document_is_listed(paper: gold.Paper, record: Path) -> None:
    assert [entry["title"] for entry in asked(record, "documents") if is_paper(entry, paper)]


def is_paper(entry: gold.Entry, paper: gold.Paper) -> bool:
    sides = [*entry["parties"], *entry["signatories"]]
    return (
        entry["kind"] in paper.kinds
        and entry["status"] in paper.statuses
        and all(word in gold.folded(entry["title"]) for word in paper.words)
        and all(any(gold.is_party(party, side) for side in sides) for party in paper.parties)
    )


def test_every_claim_is_a_quotation_of_its_report(timeline: list[gold.Entry], record: Path) -> None:
    for entry in timeline:
        for claim in asked(record, "show", entry["id"])["claims"]:
            start = claim["start"] - claim["sentence_start"]
            end = claim["end"] - claim["sentence_start"]
            assert claim["sentence"][start:end] == claim["quote"]
