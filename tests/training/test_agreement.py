"""Two annotations of one text: what counts as the same, and what is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.model import Event, Role, Span, Statement
from legation.register import load as load_register
from tests.training.helpers import BODY, TABLES, report, source
from training.corpus import agreement
from training.corpus.agreement import Account, compared, differences, lines, reports_in
from training.corpus.edtf import event_date
from training.corpus.files import Sheet
from training.corpus.matching import (
    LENIENT,
    STRICT,
    Party,
    Score,
    attributed,
    most_pairs,
    same_contents,
    same_engagements,
    same_kind,
    same_party,
    total,
)

REGISTER = load_register()
FIRST = report()


def agreed(other: Sheet, name: str, first: Sheet = FIRST) -> Score:
    return compared(Account(first, REGISTER), Account(other, REGISTER))[name]


def changed(old: str, new: str) -> Sheet:
    assert old in BODY or old in TABLES
    return report(body=BODY.replace(old, new), tables=TABLES.replace(old, new))


def test_an_annotation_agrees_with_itself_in_everything() -> None:
    scores = compared(Account(FIRST, REGISTER), Account(FIRST, REGISTER))
    assert {name: score.f1 for name, score in scores.items()} == dict.fromkeys(scores, 1.0)
    assert scores["entities"] == Score(10, 10, 10)
    assert scores["engagements, strict"] == Score(1, 1, 1)


def test_a_name_one_word_longer_and_a_name_of_another_kind_count_for_neither() -> None:
    assert agreed(changed("[P aliyev: Ilham Aliyev]", "[P aliyev: Ilham] Aliyev"), "entities") == Score(9, 10, 10)
    assert agreed(changed("[L @GEO: Tbilisi] on", "[O GEO: Tbilisi] on"), "entities") == Score(9, 10, 10)


def test_keys_are_each_annotators_own() -> None:
    other = report(
        title="[P ilham: ALIYEV] ARRIVES IN [L @GEO: TBILISI]",
        body=BODY.replace("aliyev:", "ilham:"),
        tables=TABLES.replace("aliyev", "ilham"),
    )
    scores = compared(Account(FIRST, REGISTER), Account(other, REGISTER))
    assert {name for name, score in scores.items() if score.f1 < 1} == set()


def test_a_date_of_another_value_is_the_same_entity_and_another_time() -> None:
    other = changed("[D 2024-05-21: May 21]", "[D 2023-05-21: May 21]")
    assert agreed(other, "entities").f1 == 1
    assert agreed(other, "time expressions, with value") == Score(1, 2, 2)


def test_an_engagement_needs_both_parties_and_its_day_to_be_strictly_the_same() -> None:
    strict, lenient = "engagements, strict", "engagements, lenient"
    without_host = changed("host=GEO ", "")
    assert agreed(without_host, strict).both == 0 and agreed(without_host, lenient).both == 1
    undated = changed(" when=2024-05-21", "")
    assert agreed(undated, strict).both == 0 and agreed(undated, lenient).both == 1
    assert agreed(FIRST, strict, first=undated).both == 1, "an undated one fits any day"
    assert agreed(changed("when=2024-05-21", "when=2024-05-22"), lenient).both == 0
    assert agreed(changed("kind=visit", "kind=talks"), lenient).both == 0
    assert agreed(changed("guest=aliyev", "guest=AZE"), strict).both == 1, "a person stands for his state"


ALIYEV = Party("Ilham Aliyev", id="Q57371", country="AZE")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (ALIYEV, Party("I. Aliev", id="Q57371", country="AZE"), True),
        (ALIYEV, Party("Ilham Əliyev", country="AZE"), True),
        (ALIYEV, Party("Azerbaijan", state="AZE"), True),
        (ALIYEV, Party("Georgia", state="GEO"), False),
        (ALIYEV, Party("Heydar Aliyev", country="AZE"), False),
        (Party("Ministry of Energy", state="GEO"), Party("Government", state="GEO"), True),
        (Party("UN", id="UN"), Party("EU", id="EU"), False),
        (Party("three envoys", words=frozenset({Span(0, 5)})), Party("envoys", words=frozenset({Span(0, 5)})), True),
        (Party("three envoys", words=frozenset({Span(0, 5)})), Party("envoys", words=frozenset({Span(9, 15)})), False),
    ],
)
def test_who_is_the_same_party(one: Party, other: Party, same: bool) -> None:
    assert same_party(one, other) is same_party(other, one) is same


def said(content: Span, source: Span | None) -> Statement:
    return Statement("s1", (content,), "indirect", source=source)


TEXT = "He said that the gas would flow again, the envoy added."


def test_statements_need_half_their_letters_in_common_and_a_letter_of_the_source() -> None:
    he, content, envoy = Span(0, 2), Span(8, 37), Span(39, 48)
    first = [said(content, he)]
    assert attributed(TEXT, first, [said(Span(13, 37), he)]) == [(0, 0)]
    assert attributed(TEXT, first, [said(content, envoy)]) == []
    assert attributed(TEXT, first, [said(content, None)]) == []
    assert attributed(TEXT, [said(content, None)], [said(content, None)]) == [(0, 0)]
    assert same_contents(TEXT, first, [said(Span(25, 37), he)]) == [], "less than half"


def test_the_likest_contents_are_paired_first() -> None:
    he, whole, nearly = Span(0, 2), Span(8, 37), Span(13, 37)
    assert same_contents(TEXT, [said(whole, he), said(nearly, he)], [said(nearly, he), said(whole, he)]) == [
        (0, 1),
        (1, 0),
    ]


def event(kind: str, mode: str | None = None, when: str = "2024-05-21") -> Event:
    return Event("e1", kind, Span(0, 1), Span(0, 9), when=event_date(when), mode=mode)  # type: ignore[arg-type]


def test_kinds_of_one_family_and_talks_at_a_distance() -> None:
    assert same_kind(event("meeting"), event("talks"))
    assert same_kind(event("talks", "video"), event("call", "phone"))
    assert not same_kind(event("talks", "in_person"), event("call", "phone"))
    assert not same_kind(event("visit"), event("ceremony"))


def test_as_many_pairs_as_can_be_are_made() -> None:
    fits = {(0, 0), (0, 1), (1, 0)}
    assert most_pairs(2, 2, lambda i, j: (i, j) in fits) == [(0, 1), (1, 0)]


def test_nobody_named_is_the_same_as_nobody_named_and_no_other() -> None:
    nobody, somebody = (
        event("summit"),
        Event("e2", "summit", Span(0, 1), Span(0, 9), (Role("participant", "a", Span(0, 1)),)),
    )
    known = {"a": ALIYEV}
    assert same_engagements([nobody], known, [nobody], known, STRICT) == [(0, 0)]
    assert same_engagements([nobody], known, [somebody], known, LENIENT) == []


def test_scores_add_up_before_they_are_divided() -> None:
    summed = total([{"a": Score(1, 2, 1)}, {"a": Score(0, 1, 3)}])["a"]
    assert summed == Score(1, 3, 4)
    assert summed.f1 == pytest.approx(2 / 7)
    assert Score().f1 == 1


def test_what_only_one_has_is_shown_with_its_side() -> None:
    other = changed("[L @GEO: Tbilisi] on", "[O GEO: Tbilisi] on")
    shown = list(differences(Account(FIRST, REGISTER), Account(other, REGISTER)))
    assert shown == [
        "baku-tbilisi entity < place: 'Tbilisi'",
        "baku-tbilisi entity > organisation: 'Tbilisi'",
    ]


def test_reports_of_another_text_are_named_and_left_out(tmp_path: Path) -> None:
    for name, text in (("ours/test", source()), ("theirs", source(body=BODY.replace("noted", "wrote")))):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "baku-tbilisi.txt").write_text(text, encoding="utf-8")
    ours, theirs = reports_in(tmp_path / "ours", ["baku-tbilisi"]), reports_in(tmp_path / "theirs")
    told = list(lines(ours, theirs, REGISTER))
    assert told[0].startswith("baku-tbilisi: the texts differ from character 1")
    assert told[1] == "0 reports, 0 paragraphs beside titles and wrapping"


def test_the_account_says_which_bars_are_reached() -> None:
    told = list(lines({"a": FIRST}, {"a": changed(" when=2024-05-21", "")}, REGISTER))
    assert sum("bar:" in line for line in told) == len(agreement.BARS)
    assert any(line.startswith("entities ") and line.endswith("reached") for line in told)
    assert any(line.startswith("engagements, strict") and line.endswith("open") for line in told)
