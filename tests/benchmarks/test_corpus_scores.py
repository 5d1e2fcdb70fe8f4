"""The reader's figures on our annotated reports: a perfect reading scores full marks, a slip costs what it touches."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.corpus import GROUPS, account, below_title, entities, lines, readings_alike, source_of, times
from legation.model import Reading
from legation.register import load as load_register
from tests.training.helpers import BODY, TABLES, report
from training.corpus.files import Sheet
from training.corpus.gold import reading, register_ids
from training.corpus.matching import Score

REGISTER = load_register()
SHEET = report()


def perfect(sheet: Sheet = SHEET) -> Reading:
    """What a reader would give: the register's ids as keys, nothing from the title."""
    gold, ids = below_title(reading(sheet, REGISTER), sheet), register_ids(sheet)
    return replace(
        gold,
        actors=tuple(replace(a, key=ids.get(a.key, a.key)) for a in gold.actors),
        mentions=tuple(replace(m, actor=ids.get(m.actor, m.actor)) for m in gold.mentions),
        statements=tuple(replace(s, speaker=ids.get(s.speaker or "", s.speaker)) for s in gold.statements),
        events=tuple(
            replace(e, roles=tuple(replace(r, actor=ids.get(r.actor, r.actor)) for r in e.roles)) for e in gold.events
        ),
    )


def test_a_perfect_reading_scores_full_marks() -> None:
    scores = readings_alike(SHEET, perfect(), REGISTER)
    assert {name: score.f1 for name, score in scores.items()} == dict.fromkeys(scores, 1.0)
    assert scores["people"] == Score(1, 1, 1)
    assert scores["engagements, strict"] == Score(1, 1, 1)


def test_a_wrong_status_costs_the_status_and_no_engagement() -> None:
    read = perfect()
    denied = replace(read, events=tuple(replace(e, status="denied") for e in read.events))
    scores = readings_alike(SHEET, denied, REGISTER)
    assert scores["engagements, strict"].both == 1
    assert scores["status"] == Score(0, 1, 1)


def test_a_person_taken_for_another_is_a_wrong_id() -> None:
    read = perfect()
    other = replace(read, actors=tuple(replace(a, key="Q1") if a.key == "Q57371" else a for a in read.actors))
    mentions = tuple(replace(m, actor="Q1") for m in read.mentions if m.actor == "Q57371")
    other = replace(other, mentions=mentions, statements=(), events=())
    assert readings_alike(SHEET, other, REGISTER)["people"] == Score(0, 1, 1)


def test_an_act_needs_its_type_and_then_its_actors() -> None:
    body = f"{BODY} [L* AZE: Baku] <e2: condemned> [L* GEO: Tbilisi]."
    sheet = report(
        body=body,
        tables=f"{TABLES}event e2 kind=act plover=ACCUSE/disapprove source=AZE target=GEO status=happened\n",
    )
    read = perfect(sheet)
    turned = tuple(
        replace(e, roles=tuple(replace(r, actor={"AZE": "GEO", "GEO": "AZE"}.get(r.actor, r.actor)) for r in e.roles))
        for e in read.events
    )
    scores = readings_alike(sheet, replace(read, events=turned), REGISTER)
    assert scores["acts, type"].both == 1 and scores["acts, actors too"].both == 0
    assert readings_alike(sheet, read, REGISTER)["acts, actors too"].both == 1


def test_what_only_the_title_tells_is_not_asked_for() -> None:
    sheet = report(title="[P aliyev: ALIYEV] <e2: MET> [N GEO: GEORGIANS]", tables=f"{TABLES}{TITLE_ONLY}")
    assert [e.id for e in below_title(reading(sheet, REGISTER), sheet).events] == ["e1"]


TITLE_ONLY = "event e2 kind=meeting participant=aliyev,GEO status=happened\n"


def test_the_reader_gets_title_outlet_and_day_and_the_same_text() -> None:
    source = source_of(SHEET)
    assert source.text == SHEET.body.text
    assert source.title.value == SHEET.title and source.outlet.value == SHEET.header["outlet"]
    assert str(source.published.value) == SHEET.header["published"]
    assert source.asides[0].span == SHEET.body.paragraphs[0], "the title is not read as a sentence"


def test_time_expressions_count_by_value_and_wrapping_is_left_out() -> None:
    body = f"~dateline: [L @AZE: BAKU], [D 2024-05-21: May 21] —~ {BODY}\n\n~also read: [D 2020: 2020] in pictures~"
    assert times(report(body=body))["time, with value"] == Score(3, 3, 3)
    assert times(report(body=BODY.replace("[D 2025: 2025]", "[D 2026: 2025]")))["time, with value"] == Score(1, 2, 2)


def test_a_bare_now_counts_on_neither_side() -> None:
    assert times(report(body=f"{BODY} They are allies now."))["time, with value"] == Score(2, 2, 2)


def test_intervals_count_apart_from_values_and_among_those_found() -> None:
    wrong = times(report(body=f"{BODY} It ended [D 2024-05-01: on the same day]."))
    assert wrong["time, with interval"].first == wrong["time, with interval"].both + 1
    assert wrong["interval, of those found"].second == wrong["time, with interval"].second
    lengths = times(report(body=f"{BODY} They spoke for [D PT2H: two hours]."))
    assert lengths["time, with interval"] == times(report())["time, with interval"], "a length has no interval"


def test_early_in_a_month_may_be_any_days_of_it_unless_the_annotation_tells_which() -> None:
    unsaid = times(report(body=f"{BODY} They met in [D 2024-03 mod=START: early March 2024]."))
    said = times(report(body=f"{BODY} They met in [D 2024-03 mod=START in=2024-03-01/2024-03-04: early March 2024]."))
    assert unsaid["time, with interval"].both == said["time, with interval"].both + 1


def test_of_the_night_of_a_day_the_time_counts_and_not_the_day_within() -> None:
    body = f"{BODY} He left in [D 2023-03-04TNI: the night of [D 2023-03-04: March 4, 2023]]."
    assert times(report(body=body))["time, with value"] == Score(3, 3, 3)


def test_entities_of_the_language_layer_are_compared_word_for_word() -> None:
    scores = entities(SHEET)
    assert scores["persons"].first == 1 and scores["places"].first == 1 and scores["organisations"].first == 0


def test_a_report_of_two_regions_counts_in_both() -> None:
    sheet = report(region="Asia/Western Asia, Europe/Eastern Europe, Asia/Central Asia")
    assert list(GROUPS["region"](sheet)) == ["Asia", "Europe"]


def test_tables_show_nothing_where_there_is_nothing() -> None:
    scores = {"native": [{"a": Score(1, 2, 2), "b": Score()}], "all": [{"a": Score(1, 1, 1), "b": Score(0, 1, 0)}]}
    assert list(lines(scores)) == [
        "| | reports | a | b |",
        "|---|---|---|---|",
        "| native | 1 | 50.0 | - |",
        "| all | 1 | 100.0 | 0.0 |",
    ]
    assert list(account(scores["native"]))[2] == "| a | 50.0 | 50.0 | 50.0 | 2 | 2 |"
