"""The library: ``legation.read`` and ``legation.open``."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

import legation
from legation.desk import crew, handle
from legation.desk.crew import in_order
from legation.model import Claim, Reading, Report, Span

MEETING = (
    "Kazakh President Kassym-Jomart Tokayev met with Russian President Vladimir Putin in Astana on November 9.\n"
    '"We agreed on everything," Tokayev said.\n'
)
RUSSIAN = "Президент Казахстана встретился с президентом России в Астане. Стороны обсудили вопросы сотрудничества.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.txt"
    path.write_text(MEETING, encoding="utf-8")
    return path


# ---------------------------------------------------------------- one report


def test_a_text_is_read_and_every_claim_quotes_it() -> None:
    reading = legation.read(MEETING, published="2023-11-10")
    assert [(event.kind, event.when.edtf) for event in reading.events] == [("meeting", "2023-11-09")]
    assert reading.claims
    assert all(claim.span.of(MEETING) == claim.quote for claim in reading.claims)


def test_the_day_of_publication_may_be_a_date_or_its_text(report: Path) -> None:
    as_text, as_date = (legation.read(report, published=day) for day in ("2023-11-10", dt.date(2023, 11, 10)))
    assert as_text == as_date
    with pytest.raises(ValueError, match="is not a day"):
        legation.read(MEETING, published="2023-11")


def test_a_file_is_named_by_path_or_by_its_name(report: Path) -> None:
    assert legation.read(report) == legation.read(str(report)) == legation.read(MEETING)


def test_the_name_of_a_file_that_is_not_there_is_not_taken_for_a_text(tmp_path: Path) -> None:
    for missing in (tmp_path / "missing.txt", "reports/missing.txt", tmp_path / "missing"):
        with pytest.raises(legation.UnreadableInput, match="no such file"):
            legation.read(missing)


@pytest.mark.parametrize("empty", ["", " \n"])
def test_no_text_is_an_error_and_not_an_empty_reading(empty: str) -> None:
    with pytest.raises(legation.EmptyInput):
        legation.read(empty)


def test_a_file_of_several_reports_is_for_a_record(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(json.dumps({"text": MEETING + str(number)}) for number in range(3)), encoding="utf-8")
    with pytest.raises(legation.NotAReport, match="more than one report"):
        legation.read(path)


def test_a_report_in_another_language_says_why_nothing_was_read() -> None:
    reading = legation.read(RUSSIAN)
    assert (reading.events, reading.claims) == ((), ())
    assert reading.notes == ("not in English (Russian)",)


# ---------------------------------------------------------------- a record


def test_reports_are_read_into_a_record_that_answers(report: Path, tmp_path: Path) -> None:
    with legation.open(tmp_path / "record.db") as record:
        summary = record.read(report, published="2023-11-10", outlet="Steppe Wire")
        assert (summary.read, summary.events_new, summary.complete) == (1, 1, True)
        (event,) = record.timeline(between=("KAZ", "RUS"), since="2023", until=dt.date(2023, 12, 1))
        assert record.event(event.id[:6]).id == event.id
        (said,) = record.statements(by="Tokayev")
        assert (said.outlet, record.statement(said.id)) == ("Steppe Wire", said)
        (found,) = record.reports()
        assert record.text(found.id) == MEETING
        assert record.report(found.id[:5]) == found
        assert [telling.event_id for telling in record.tellings(found.id)] == [event.id]
        assert [person.actor.country for person in record.who("Putin")] == ["RUS"]
        assert [hit.report for hit in record.search("everything")] == [found.id]
        assert record.documents() == []
        quoted = record.check_quote("We agreed on everything", by="Tokayev")
        assert (quoted.verdict, quoted.laid_to_by, quoted.found[0].statement) == ("verbatim", True, said)
        assert record.counts().reports == 1


def test_what_is_not_in_the_record_is_not_found(tmp_path: Path) -> None:
    with legation.open(tmp_path / "record.db") as record:
        for ask in (record.event, record.statement, record.document, record.report):
            with pytest.raises(legation.NotFound):
                ask("E0")
            with pytest.raises(legation.NotFound):
                ask("")


def test_a_record_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(legation.RecordError):
        legation.open(tmp_path / "record.db", create=False)
    assert not (tmp_path / "record.db").exists()


def test_each_input_is_told_as_soon_as_it_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    (tmp_path / "b.txt").touch()
    (tmp_path / "c.txt").write_text(RUSSIAN, encoding="utf-8")
    told: list[legation.Outcome] = []
    with legation.open(":memory:") as record:
        summary = record.read([tmp_path, tmp_path / "a.txt"], watch=told.append)
    assert [(Path(outcome.source).name, outcome.what) for outcome in told] == [
        ("a.txt", "read"),
        ("b.txt", "refused"),
        ("c.txt", "unread"),
        ("a.txt", "held"),
    ]
    assert [skipped.reason for skipped in summary.unread] == ["not in English (Russian)"]
    assert (summary.read, summary.held, summary.complete) == (1, 1, False)


def test_options_that_make_no_sense_are_refused_before_anything_is_read(report: Path) -> None:
    with legation.open(":memory:") as record:
        with pytest.raises(ValueError, match="must be one of"):
            record.read(report, fields={"body": "text"})
        with pytest.raises(ValueError, match="YYYY"):
            record.timeline(since="yesterday")
        assert record.reports() == []


def test_where_nothing_is_to_be_read_the_language_model_is_not_loaded(report: Path, tmp_path: Path) -> None:
    code = (
        "import sys, legation\n"
        f"with legation.open({str(tmp_path / 'record.db')!r}) as record:\n"
        f"    print(record.read({str(report)!r}).held, 'onnxruntime' in sys.modules)\n"
    )
    told = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()]
    told += [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()]
    assert told == [["0", "True"], ["1", "False"]]


# ---------------------------------------------------------------- when the reader fails


@dataclass
class Clumsy:
    """A reader that stumbles over one report and misquotes another."""

    version: str = "clumsy 1"

    def read(self, report: Report) -> Reading:
        if "stumble" in report.text:
            raise IndexError("list index\nout of range")
        claims = (Claim("e1", "kind", "meeting", Span(0, 3), "xyz"),) if "misquote" in report.text else ()
        return Reading(report.id, self.version, claims=claims)


@pytest.fixture
def clumsy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "reader", Clumsy)
    monkeypatch.setattr(handle, "reader", Clumsy)


@pytest.mark.usefixtures("clumsy")
def test_a_report_on_which_the_reader_fails_does_not_end_the_run(tmp_path: Path) -> None:
    for name in ("a plain", "b stumble", "c misquote", "d plain too"):
        (tmp_path / f"{name}.txt").write_text(f"The sides met and this is the {name} report.", encoding="utf-8")
    with legation.open(":memory:") as record:
        summary = record.read(tmp_path)
        assert (summary.read, len(record.reports())) == (2, 2)
    stumbled, misquoted = summary.refused
    assert stumbled.reason == "cannot be read, an error of legation (IndexError: list index out of range)"
    assert misquoted.reason.startswith("cannot be kept (ValueError: ")


@pytest.mark.usefixtures("clumsy")
def test_another_version_of_the_reader_reads_anew(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with legation.open(":memory:") as record:
        assert record.read(report).read == 1
        assert record.read(report).held == 1
        for module in (crew, handle):
            monkeypatch.setattr(module, "reader", lambda: Clumsy("clumsy 2"))
        assert record.read(report).read == 1
        assert [entry.reader for entry in record.reports()] == ["clumsy 2"]


@pytest.mark.parametrize("ahead", [0, 3, 100])
def test_results_keep_the_order_of_the_inputs_however_far_is_looked_ahead(ahead: int) -> None:
    looked: list[int] = []
    outcome = legation.Outcome("", "read")

    def plans() -> Iterator[crew.Plan]:
        for number in range(10):
            looked.append(number)
            yield partial(replace, outcome, source=str(number))

    results = in_order(plans(), ahead)
    assert next(results).source == "0"
    assert len(looked) == min(ahead + 1, 10)
    assert [result.source for result in results] == [str(number) for number in range(1, 10)]


def test_all_public_names_are_there() -> None:
    assert [name for name in legation.__all__ if not hasattr(legation, name)] == []
