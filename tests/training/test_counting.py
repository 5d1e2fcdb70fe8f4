"""What the account of the corpus counts, and the commands that print it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from legation.register import load as load_register
from tests.training.helpers import BODY, corpus, report, source
from training.corpus import counting
from training.corpus.__main__ import corpus as command

REGISTER = load_register()


def test_titles_and_wrapping_are_no_paragraphs_and_no_words() -> None:
    body = "One two three.\n\n~share bar: Print | Share~\n\n~background: Four five.~"
    sheet = report(title="A title", body=body, tables="")
    assert counting.paragraphs([sheet]) == 2
    assert counting.sentence_lengths([sheet]) == [3, 2]
    assert counting.word_count([sheet]) == 5


def test_phrases_and_names_are_counted_once_however_often_they_stand() -> None:
    body = (
        "{s1 cue: Said} and {s2 cue: said}, <e1: met> [P x: Ali], [P x: Ali], [P x: Mr Ali], [p x: he], [N KAZ: Kazakh]"
    )
    sheet = report(title="Title", body=body, tables="")
    assert counting.phrases([sheet]) == {"cue": {"said"}, "trigger": {"met"}}
    assert counting.names([sheet]) == {"Ali", "Mr Ali"}


def test_countries_come_from_actors_adjectives_and_places() -> None:
    body = "[N KAZ: Kazakh] and [L @PER: Lima] and [P aliyev: Aliyev] at the [O UN: UN]"
    sheet = report(title="Title", body=body, tables="actor aliyev kind=person name=Aliyev iso3=AZE\n")
    assert counting.countries([sheet], REGISTER) == {"KAZ", "PER", "AZE"}
    assert counting.organisations([sheet], REGISTER) == {"UN"}


def test_the_share_of_quotations_is_of_words() -> None:
    sheet = report(title="“Title”", body="He said “yes, no” twice.", tables="")
    assert counting.share_of_quotations([sheet]) == pytest.approx(2 / 5)


def test_a_bar_says_what_is_needed_and_whether_it_is_reached() -> None:
    assert str(counting.Bar("reports", 200, 200)).split()[-4:] == ["200", "of", "200", "reached"]
    assert str(counting.Bar("reports", 199, 200)).endswith("OPEN")
    assert counting.Bar("share", 72.9, 70, off=3).reached and counting.Bar("share", 67.1, 70, off=3).reached
    assert not counting.Bar("share", 73.1, 70, off=3).reached


def test_the_account_names_every_bar_that_is_open() -> None:
    told = list(counting.lines(corpus(report()), REGISTER))
    opened = next(line for line in told if line.startswith("open: "))
    assert "stories" in opened and "different cue phrases and triggers" in opened
    names = {bar.name for bar in counting.bars(corpus(report()), REGISTER)}
    assert {"reports", "stories", "countries", "organisations", "different names", "genres"} <= names


def test_lengths_and_quotations_stand_beside_those_of_real_reports() -> None:
    told = list(counting.lines(corpus(report()), REGISTER))
    ours, real = (next(line for line in told if line.startswith(name)) for name in ("train  ", "real reports"))
    assert str(counting.REAL_SENTENCE) in real and str(counting.REAL_QUOTED) in real
    assert len(ours.split()) == 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports" / "train"
    place.mkdir(parents=True)
    (place / "baku-tbilisi.txt").write_text(source(), encoding="utf-8")
    return tmp_path


def ran(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["--folder", str(folder), *arguments])
    return result.exit_code, result.stdout


def test_the_check_ends_with_one_only_if_something_is_wrong(folder: Path) -> None:
    assert ran(folder, "check") == (0, "")
    faulty = source(
        id="faulty", title="Other", body=BODY.replace("arrived", "came to the town by the sea at noon"), genre="ode"
    )
    (folder / "reports" / "train" / "faulty.txt").write_text(faulty, encoding="utf-8")
    code, told = ran(folder, "check")
    assert code == 1 and "faulty.txt:1: genre 'ode'" in told
    assert ran(folder, "check", "baku-tbilisi") == (0, "")


def test_the_commands_write_what_they_say(folder: Path, tmp_path: Path) -> None:
    code, account = ran(folder, "stats")
    assert code == 0 and "of 200" in account
    code, lines = ran(folder, "convert", "attribution", "train")
    assert code == 0 and [json.loads(line)["id"] for line in lines.splitlines()] == ["baku-tbilisi"]
    assert ran(folder, "convert", "ner", "dev") == (0, "")
    assert ran(folder, "substitute", str(tmp_path / "out"), "--variants", "2")[0] == 0
    assert ran(tmp_path / "out", "check", "baku-tbilisi~1")[1].count("is not marked") == 0
    assert len(list((tmp_path / "out" / "reports" / "train").glob("*.txt"))) == 2
