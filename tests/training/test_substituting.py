"""Variants of a report: everything that depends on an exchanged name follows it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from legation.register import load as load_register
from tests.training.helpers import corpus, report
from training.corpus import checking, substituting
from training.corpus.casting import is_regnal
from training.corpus.files import Row, Sheet, load
from training.corpus.gold import reading
from training.corpus.markup import parse
from training.corpus.redating import Move, edits, moves
from training.corpus.rewriting import article, in_case_of, rewritten
from training.corpus.stock import Land, sex_of, stock
from training.corpus.substituting import Plan, planned, substituted

REGISTER = load_register()
STOCK = stock()

BODY = """\
The [N KAZ: Kazakh] [T matviyenko: speaker] of the [O KAZ-SEN: Senate] [P matviyenko: Valentina Matviyenko] <e1: met> in
[L @KAZ: Astana] on [D 2024-05-21: May 21] with a [N UZB: Uzbek] [T saidov: Foreign Minister], [P saidov:
Bakhtiyor Saidov]. {s1 con: "[L* KAZ: Astana] waits,"} {s1 src: [p matviyenko: she]} {s1 cue: said}
of [L KAZ: KAZAKHSTAN]'s plan,
and [P saidov: Saidov] thanked [p matviyenko: her] and all [N KAZ: Kazakhs]. [p saidov: He] left for
[L @UZB: Bukhara] on [D 2024-05-22: Wednesday], [L KAZ: Republic of Kazakhstan] time."""
TABLES = """\
actor matviyenko kind=person name="Valentina Matviyenko" iso3=KAZ reg=Q182654 office="speaker of the Senate"
actor saidov kind=person name="Bakhtiyor Saidov" iso3=UZB reg=Q109656595 office="Foreign Minister"
event e1 kind=meeting host=matviyenko guest=saidov place=Astana,KAZ when=2024-05-21 status=happened
statement s1 kind=direct speaker=matviyenko about=KAZ said_on=2024-05-21
"""
TITLE = "[P matviyenko: MATVIYENKO] MEETS [P saidov: SAIDOV]"
REPORT = report(title=TITLE, body=BODY, tables=TABLES)


def variants(count: int = 12) -> list[Sheet]:
    return [substituted(REPORT, STOCK, REGISTER, seed) for seed in range(count)]


def words(sheet: Sheet, label: str, key: str) -> list[str]:
    return [m.span.of(sheet.body.text) for m in sheet.body.marks if (m.label, m.key) == (label, key)]


def plans(count: int = 12) -> list[Plan]:
    return [planned(REPORT, STOCK, REGISTER, random.Random(seed)) for seed in range(count)]


def test_the_same_seed_gives_the_same_variant_and_another_seed_another() -> None:
    first, again, other = (substituted(REPORT, STOCK, REGISTER, seed) for seed in (1, 1, 2))
    assert first == again
    assert first.body.text != other.body.text


def test_a_variant_passes_the_check_but_for_what_it_shares_with_its_original() -> None:
    for variant in variants():
        assert [str(p) for p in checking.problems(corpus(variant), REGISTER)] == []


def test_the_countries_are_exchanged_with_demonym_noun_capital_and_full_name() -> None:
    exchanged = [plan.lands["KAZ"] for plan in plans() if "KAZ" in plan.lands]
    assert len({land.iso3 for land in exchanged}) > 3
    for variant in variants():
        iso3 = reading(variant, REGISTER).actor("matviyenko").country
        land = STOCK.lands[iso3 or ""]
        adjective, noun = words(variant, "N", land.iso3)
        assert adjective == land.adjectives[0]
        assert noun in land.nouns and noun.endswith("s")
        assert words(variant, "L*", land.iso3) == words(variant, "L", f"@{land.iso3}")[:1] == [land.capitals[0]]
        caps, full = words(variant, "L", land.iso3)
        assert caps == land.names[0].upper() and full in land.names and full != land.names[0]


def test_people_keep_their_sex_so_that_pronouns_stay_right() -> None:
    for variant in variants():
        gold = reading(variant, REGISTER)
        woman, man = gold.actor("matviyenko"), gold.actor("saidov")
        assert sex_of(woman.name) == "f" and sex_of(man.name) == "m"
        assert {m.how for m in gold.mentions if m.actor == "matviyenko"} >= {"pronoun", "name"}
        assert words(variant, "p", "matviyenko") == ["she", "her"]


def test_a_surname_follows_its_full_name_also_in_a_headline() -> None:
    for variant in variants():
        headline, full, short = words(variant, "P", "saidov")
        assert short in full.split() and headline == short.upper()


def test_titles_stay_and_exist_in_the_new_country() -> None:
    for variant in variants():
        country = reading(variant, REGISTER).actor("saidov").country
        assert words(variant, "T", "saidov") == ["Foreign Minister"]
        assert REGISTER.offices_titled("Foreign Minister", country)


def test_a_king_is_not_sent_to_a_republic() -> None:
    body = "[T abdullah: King] [P abdullah: Abdullah II] of [L JOR: Jordan] spoke."
    tables = 'actor abdullah kind=person name="Abdullah II" iso3=JOR sex=m\n'
    kingdom = report(body=body, tables=tables, title="News")
    lands = [planned(kingdom, STOCK, REGISTER, random.Random(n)).lands["JOR"].iso3 for n in range(20)]
    assert all(REGISTER.offices_titled("King", iso3) for iso3 in lands)
    assert "FRA" not in lands


def test_a_country_with_a_word_that_has_no_counterpart_stays() -> None:
    body = "[N KAZ: Kazakhstan-based] firms and the [L UZB: Uzbekistan] team."
    plan = planned(report(body=body, tables="", title="News"), STOCK, REGISTER, random.Random(1))
    assert "KAZ" not in plan.lands and "UZB" in plan.lands


def test_only_a_country_with_an_article_stands_for_one_with_an_article() -> None:
    sheet = report(body="The [L NLD: Netherlands] spoke.", tables="", title="News")
    drawn = [planned(sheet, STOCK, REGISTER, random.Random(n)).lands["NLD"] for n in range(10)]
    assert all(land.with_article for land in drawn)


def test_dates_move_by_whole_weeks_in_text_tables_and_header() -> None:
    body = "On [D 2024-11-27/2024-11-28: [D 2024-11-27: November 27] and [D 2024-11-28: 28]], [D 2024-11-28: Thursday]."
    sheet = report(body=body, tables="event e1 kind=visit guest=KAZ when=2024-11-27 status=happened", title="News")
    found = edits(sheet, Move(days=-7)) or {}
    assert rewritten(sheet.body, found).text == "News\n\nOn November 20 and 21, Thursday."
    assert edits(sheet, Move(days=-28 + 1 - 27)) is not None
    assert edits(sheet, Move(days=3)) is None, "November 30 and December 1 have no month in common"


def test_months_and_years_move_by_years() -> None:
    body = "In [D 2024-10: October 2024], as in [D 2023: 2023], he was there for [D P3D: 3 days]."
    sheet = report(body=body, tables="", title="News")
    assert edits(sheet, Move(days=7)) is None
    assert rewritten(sheet.body, edits(sheet, Move(years=-5)) or {}).text == (
        "News\n\nIn October 2019, as in 2018, he was there for 3 days."
    )


def test_with_a_day_of_the_week_only_a_year_of_the_same_calendar_will_do() -> None:
    sheet = report(body="In [D 2024-10: October], on [D 2024-05-21: Tuesday].", tables="", title="News")
    assert moves(sheet, random.Random(3)) == Move(years=-28)


@pytest.mark.parametrize(
    ("words", "value", "moved"),
    [
        ("May 21", "2024-05-28", "May 28"),
        ("MAY 21", "2024-06-04", "JUNE 4"),
        ("21 May 2024", "2025-01-07", "7 January 2025"),
        ("May 21, 2024", "2025-01-07", "January 7, 2025"),
        ("09.11.2023", "2024-01-02", "02.01.2024"),
        ("yesterday", "2024-05-20", "yesterday"),
        ("the 21st", "2024-05-28", None),
    ],
)
def test_words_for_a_day_keep_their_manner(words: str, value: str, moved: str | None) -> None:
    assert Move(days=7).words(words, value) == moved


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Kazakh", "a"),
        ("Uzbek", "an"),
        ("Ugandan", "a"),
        ("Ukrainian", "a"),
        ("European", "a"),
        ("Omani", "an"),
        ("UN", "a"),
        ("SCO", "an"),
        ("Emirati", "an"),
    ],
)
def test_the_article_follows_the_sound(words: str, right: str) -> None:
    assert article(words) == right


def test_an_article_before_an_exchanged_word_is_put_right() -> None:
    marked = parse(["{s1 src: A [N KAZ: Kazakh] envoy} and an [N UZB: Uzbek] one"])
    spans = [m.span for m in marked.marks if m.label == "N"]
    changed = rewritten(marked, dict(zip(spans, ("Omani", "Thai"), strict=True)))
    assert changed.text == "An Omani envoy and a Thai one"
    assert [m.span.of(changed.text) for m in changed.marks] == ["An Omani envoy", "Omani", "Thai"]


def test_capitals_stay_capitals_and_abbreviations_are_let_be() -> None:
    assert in_case_of("MATVIYENKO", "Panjikidze") == "PANJIKIDZE"
    assert in_case_of("NATO", "ASEAN") == "ASEAN"
    assert in_case_of("Saidov", "Wang") == "Wang"


def test_a_report_without_anything_to_exchange_keeps_its_words() -> None:
    sheet = report(body="Nobody came.", tables="", title="News")
    variant = substituted(sheet, STOCK, REGISTER, 1)
    assert variant.body == replace(sheet.body)
    assert re.fullmatch(r"baku-tbilisi~1", variant.header["id"])


# ---------------------------------------------------------------- what hangs on the names


def drawn(body: str, tables: str, count: int = 10) -> list[Sheet]:
    sheet = report(title="News", body=body, tables=tables)
    return [substituted(sheet, STOCK, REGISTER, seed) for seed in range(count)]


def row(sheet: Sheet, key: str) -> Row:
    return next(line for line in sheet.table("actor") if line.key == key)


def land_of(sheet: Sheet, key: str) -> Land:
    return STOCK.lands[row(sheet, key).fields["iso3"]]


def test_a_bodys_name_follows_its_country_in_text_and_table() -> None:
    body = "{s1 src: [o embassy: The [N KEN: Kenyan] embassy]} in [L @COD: Kinshasa] {s1 cue: said} {s1 con: no}."
    tables = (
        'actor embassy kind=organisation name="embassy of Kenya in Kinshasa" iso3=KEN named=no\n'
        "statement s1 kind=indirect speaker=embassy\n"
    )
    for variant in drawn(body, tables):
        land = land_of(variant, "embassy")
        city = next(m.span.of(variant.body.text) for m in variant.body.marks if m.key.startswith("@"))
        assert row(variant, "embassy").get("name") == f"embassy of {land.names[0]} in {city}"
        assert land.iso3 != "KEN" and city != "Kinshasa"


def test_places_in_the_titles_of_documents_and_bodies_follow() -> None:
    body = (
        "[L KAZ: Kazakhstan] signed [W pact: the Shymkent Pact of Kazakhstan and South Sudan] in [L @KAZ: Shymkent] at "
        '[O club: the Shymkent Club], said [L SDN: Sudan]; "[w pact: the nice pact]".'
    )
    tables = 'actor club kind=organisation name="Shymkent Club"\ndocument pact kind=agreement parties=KAZ\n'
    for variant in drawn(body, tables):
        land = next(STOCK.lands[k] for d in variant.table("document") for k in d.list("parties"))
        city = next(m.span.of(variant.body.text) for m in variant.body.marks if m.key.startswith("@"))
        assert words(variant, "W", "pact") == [f"the {city} Pact of {land.names[0]} and South Sudan"]
        assert words(variant, "O", "club") == [f"the {city} Club"]
        assert row(variant, "club").get("name") == f"{city} Club"
        assert words(variant, "w", "pact") == ["the nice pact"]


def test_a_minister_gets_no_kings_name_and_a_king_gets_one() -> None:
    body = (
        "[T smith: Foreign Minister] [P smith: John Smith] met [T king: King] [P king: Abdullah II], and [P king: "
        "Abdullah] thanked him."
    )
    tables = (
        'actor smith kind=person name="John Smith" iso3=ATG sex=m\n'
        'actor king kind=person name="Abdullah II" iso3=JOR sex=m\n'
    )
    exchanged = [v for v in drawn(body, tables, 30) if row(v, "king").get("iso3") != "JOR"]
    assert exchanged
    for variant in exchanged:
        full, alone = words(variant, "P", "king")
        assert is_regnal(full) and alone == full.split()[0]
        assert not is_regnal(words(variant, "P", "smith")[0])


def test_a_country_that_is_called_by_its_palace_with_the_stays() -> None:
    body = "[L* KAZ: Astana] and the [L* RUS: Kremlin] were silent, [L RUS: Russia] said."
    plan = planned(report(title="News", body=body, tables=""), STOCK, REGISTER, random.Random(2))
    assert "RUS" not in plan.lands and "KAZ" in plan.lands


def test_a_nameless_minister_of_another_country_is_another_person() -> None:
    body = "[L LVA: Latvia] telephoned [p eide: the [N NOR: Norwegian] [T: minister]]."
    tables = (
        'actor eide kind=person name="Minister of Foreign Affairs of Norway" iso3=NOR reg=Q267320 named=no '
        'office="Foreign Minister"\n'
    )
    for variant in drawn(body, tables):
        line = row(variant, "eide")
        assert line.get("reg") is None
        assert line.get("name") == f"Minister of Foreign Affairs of {land_of(variant, 'eide').names[0]}"


def test_an_initial_stays_an_initial() -> None:
    body = "[P saidov: Bakhtiyor Saidov] of [L UZB: Uzbekistan] came; [P saidov: B. Saidov] left."
    tables = 'actor saidov kind=person name="Bakhtiyor Saidov" iso3=UZB sex=m\n'
    for variant in drawn(body, tables):
        full, short = words(variant, "P", "saidov")
        assert short == f"{full[0]}. {row(variant, 'saidov').fields['name'].split()[-1]}" or full.split()[0] in short


def test_a_longer_name_may_make_a_direct_statement_a_mixed_one() -> None:
    body = '{s1 con: "Go to the lake now, or be silent," to [L MLI: Mali]} {s1 cue: said} {s1 src: [L* MLI: Bamako]}.'
    kinds = {v.table("statement")[0].get("kind") for v in drawn(body, "statement s1 kind=direct speaker=MLI\n", 40)}
    assert kinds == {"direct", "mixed"}


def test_the_capital_is_the_capital_also_where_the_line_spells_it_otherwise() -> None:
    body = "[L @UKR: Kiev] saw [P x: Ivan Franko] of [L UKR: Ukraine] <e1: arrive>."
    tables = (
        'actor x kind=person name="Ivan Franko" iso3=UKR sex=m\n'
        "event e1 kind=visit guest=x host=UKR place=Kyiv,UKR status=happened\n"
    )
    for variant in drawn(body, tables):
        city, _, iso3 = variant.table("event")[0].fields["place"].partition(",")
        assert city == STOCK.lands[iso3].capitals[0] == words(variant, "L", f"@{iso3}")[0]


@pytest.mark.parametrize(
    ("words_", "put", "cased"), [("BAKU", "Tunis", "TUNIS"), ("UAE", "Kenya", "Kenya"), ("Baku", "Tunis", "Tunis")]
)
def test_capitals_stay_capitals_and_abbreviations_give_way(words_: str, put: str, cased: str) -> None:
    assert in_case_of(words_, put) == cased


def test_variants_of_the_corpus_pass_the_check() -> None:
    reports = load(Path(substituting.__file__).parent).of("train")[::4]
    for sheet in reports:
        assert list(checking.report_findings(substituted(sheet, STOCK, REGISTER, 3), REGISTER)) == []
