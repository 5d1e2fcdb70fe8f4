"""Each kind of fault in the corpus is found, on its line; what is right is let through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from legation.register import load as load_register
from tests.training.helpers import BODY, TABLES, TITLE, corpus, report, story
from training.corpus import checking
from training.corpus.files import Corpus, load, read_report

REGISTER = load_register()
ROOT = Path(checking.__file__).parents[2]


def told(loaded: Corpus) -> list[str]:
    return [str(problem) for problem in checking.problems(loaded, REGISTER)]


def test_a_sound_report_has_no_problem() -> None:
    assert told(corpus(report())) == []


def test_the_corpus_itself_is_sound() -> None:
    loaded = load(ROOT / "training" / "corpus")
    assert len(loaded.reports) > 5
    assert list(checking.lines(checking.problems(loaded, REGISTER), ROOT)) == []


def test_the_report_in_the_guide_is_sound(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
    example = re.search(r"```\n(id: (\S+)\n.*?)```", guide, re.DOTALL)
    assert example is not None
    sheet = read_report(example.group(1), tmp_path / f"{example.group(2)}.txt", "train")
    assert told(corpus(sheet)) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({"flavour": "mt-de"}, "flavour 'mt-de' is none of: native"),
        ({"genre": "poem"}, "genre 'poem'"),
        ({"outlet_kind": "pub"}, "outlet_kind 'pub'"),
        ({"region": "Asia/Atlantis"}, "region 'Asia/Atlantis'"),
        ({"published": "2024-02-30"}, "published '2024-02-30'"),
        ({"synthetic": "no"}, "synthetic: is yes"),
        ({"outlet": ""}, "the header lacks outlet:"),
        ({"mood": "grave"}, "the header has no field mood:"),
        ({"story": "lost"}, "there is no file of the story lost"),
    ],
)
def test_a_fault_of_the_header_is_told(header: dict[str, str], expected: str) -> None:
    found = told(corpus(report(**header)))
    assert len(found) == 1 and expected in found[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[P aliyev: Ilham Aliyev]", "[P alyiev: Ilham Aliyev]", ":13: alyiev is neither"),
        ("[T aliyev: President] [P aliyev: Ilham", "[P aliyev: President Ilham", "the name begins after President"),
        ("<e1: arrived>", "<e1: arrived> <e2: again>", "no line 'event e2'"),
        ("<e1: arrived>", "arrived", "event e1 has no trigger"),
        ("{s1 con: that", "{s9 con: that", "no line 'statement s9'"),
        ("{s1 cue: said}", "{s1 verb: said}", "none of: src, cue"),
        ("[W plan: a Plan for", "[W deal: a Plan for", "no line 'document deal'"),
        ("[D 2024-05-21: May 21]", "[D 2024-05-32: May 21]", "2024-05-32 is neither a TIMEX3 value"),
        ("[D 2024-05-21: May 21]", "[D 2024-05-21 in=soon: May 21]", "in=soon is none of"),
        ("[D 2024-05-21: May 21]", "[D 2024-05-21/2024-05-22: May 21 and 22]", "interval of two dates"),
        ("[L @GEO: Tbilisi] on", "[L @XXX: Tbilisi] on", "@XXX is no '@' and code"),
        ("[L @GEO: Tbilisi] on", "[O: City of [L @GEO: Tbilisi]] on", "a name inside the name"),
        ("{s1 src: [p aliyev: He]}", "{s1 src: He}", "no mention of aliyev in its src"),
        ("[p aliyev: He]", "[p: He]", "must say whom"),
        ("[N AZE: Azerbaijani]", "[N AZE:  Azerbaijani ]", "white space"),
    ],
)
def test_a_fault_of_a_mark_is_told(old: str, new: str, expected: str) -> None:
    assert old in BODY
    found = told(corpus(report(body=BODY.replace(old, new))))
    assert any(expected in problem for problem in found), found


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("Armenia agreed.", "the country 'Armenia' is not marked"),
        ("A Turkish envoy.", "the adjective 'Turkish' is not marked"),
        ("Then Aliyev left.", "the surname 'Aliyev' is not marked"),
        ("NATO agreed.", "the organisation 'NATO' is not marked"),
        ("It ended on Friday.", "the time 'Friday' is not marked"),
        ("It began in 2019.", "the time '2019' is not marked"),
        ("It began next month.", "the time 'next month' is not marked"),
        ("Tomorrow it ends.", "the time 'Tomorrow' is not marked"),
        ("According to him it ends.", "'According to' is no cue of a statement"),
    ],
)
def test_a_name_or_date_without_a_mark_is_told_on_its_paragraphs_line(added: str, expected: str) -> None:
    (problem,) = told(corpus(report(body=f"{BODY}\n\n{added}")))
    assert problem == f"reports/train/baku-tbilisi.txt:17: {expected}"


def test_words_that_are_listed_as_no_names_and_wrapping_are_let_be() -> None:
    body = f"{BODY}\n\nJordan, her dog, barked.\n\n~breadcrumb: Home, Armenia, 2024~"
    assert told(corpus(report(body=body, unmarked="Jordan, Chad"))) == []


def spoken(sentence: str, row: str, more: str = "") -> list[str]:
    """What is told of a report with one more sentence and one more statement."""
    return told(corpus(report(body=f"{BODY} {sentence}", tables=f"{TABLES}statement s2 {row}\n{more}")))


def test_marks_round_a_name_quote_nobody() -> None:
    named = '{s2 src: [p aliyev: He]} {s2 cue: praised} {s2 con: the "[M white: White City]" paper}.'
    line = 'actor white kind=medium name="White City"\n'
    assert spoken(named, "kind=indirect speaker=aliyev", line) == []
    assert any("so kind=indirect" in problem for problem in spoken(named, "kind=mixed speaker=aliyev", line))


def test_several_may_be_told_and_each_must_be_named() -> None:
    sentence = "{s2 src: [p aliyev: He]} {s2 cue: told} {s2 adr: [L* GEO: Tbilisi] and [L* TUR: Ankara]} {s2 con: so}."
    row = "kind=indirect speaker=aliyev addressee=GEO,"
    assert spoken(sentence, row + "TUR") == []
    assert any("no mention of ARM in its adr" in problem for problem in spoken(sentence, row + "ARM"))


def test_a_document_speaks_for_its_parties_only() -> None:
    sentence = "{s2 src: [w note: The note]} {s2 cue: said} {s2 con: so}."
    line = "document note kind=letter parties=GEO status=submitted\n"
    assert spoken(sentence, "kind=indirect speaker=GEO", line) == []
    assert any("no mention of AZE in its src" in p for p in spoken(sentence, "kind=indirect speaker=AZE", line))


def test_a_document_with_a_title_and_no_party_is_warned_of_and_no_problem() -> None:
    nobodys = corpus(report(tables=TABLES.replace(" parties=AZE,GEO", "")))
    assert told(nobodys) == []
    assert [problem.what for problem in checking.warnings(nobodys)] == ["document plan has a title and no parties="]
    assert checking.warnings(corpus(report())) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind=person", "kind=human", "kind 'human'"),
        ("iso3=AZE", "iso3=AZB", "iso3=AZB is no country"),
        ("reg=Q57371", "reg=Q1", "reg=Q1 is no person"),
        ("reg=Q57371", "reg=Q200881", "is Kassym-Jomart Tokayev, not Ilham Aliyev"),
        (" reg=Q57371", "", "add reg=Q57371"),
        ("kind=visit", "kind=trip", "kind 'trip'"),
        ("status=happened", "status=done", "status 'done'"),
        ("guest=aliyev", "guest=aliev", "guest=aliev: neither"),
        ("guest=aliyev host=GEO ", "", "nobody in a role"),
        ("guest=", "visitor=", "no field visitor="),
        ("kind=visit", "kind=visit subtype=secret", "subtype of visit 'secret'"),
        ("kind=visit", "kind=act", "is an act and lacks plover="),
        ("kind=visit", "kind=visit plover=CONSULT/stroll", "mode of CONSULT 'stroll'"),
        ("mode=in_person", "mode=letter", "mode 'letter'"),
        ("place=Tbilisi,GEO", "place=Tbilisi,GEX", "GEX is no country"),
        ("when=2024-05-21", "when=21-05-2024", "when=21-05-2024 is no EDTF"),
        ("mode=in_person", "mode=in_person part_of=e1", "part_of=e1 is no other event"),
        ("mode=in_person", "mode=in_person documents=pact", "no line 'document pact'"),
        ("kind=mixed", "kind=direct", "so kind=mixed"),
        ("speaker=aliyev ", "", "lacks speaker="),
        ("said_on=2024-05-21", "said_on=2024-05-22/2024-05-21", "is no EDTF date"),
        ("statement s1", "statement s2", "statement s2 has no content"),
        ("kind=plan", "kind=scroll", "kind 'scroll'"),
        ("status=planned", "status=dreamt", "status 'dreamt'"),
        ("term=2025", "term=someday", "term=someday is no EDTF"),
        ("document plan", "paper plan", "there is no table paper"),
        ("event e1", "event e1 kind=visit status=happened guest=aliyev\nevent e1", "event e1 stands twice"),
        ("event e1", "actor idle kind=person name=Nobody\nevent e1", "actor idle is neither marked"),
    ],
)
def test_a_fault_of_a_table_is_told(old: str, new: str, expected: str) -> None:
    assert old in TABLES
    found = told(corpus(report(tables=TABLES.replace(old, new, 1))))
    assert any(expected in problem for problem in found), found


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "dev"
    folder.mkdir(parents=True)
    (folder / "broken.txt").write_text("id: broken\n---\nTitle\n\n[P x: Never closed\n---\n", encoding="utf-8")
    (folder / "empty.txt").write_text("id: empty\n", encoding="utf-8")
    found = list(checking.lines(checking.problems(load(tmp_path), REGISTER), tmp_path))
    assert [line.split(": ")[0] for line in found] == ["reports/dev/broken.txt:5", "reports/dev/empty.txt:1"]


OTHER = "Quite another paragraph follows here, about ferries, vineyards and the price of tea in port towns."


def test_a_paragraph_that_repeats_another_is_told_also_across_parts() -> None:
    other = report(part="test", id="second", title=OTHER, body=BODY)
    (problem,) = told(corpus(report(), other))
    assert problem.startswith("reports/test/second.txt:13: paragraph 1 shares 100 % of its word 5-grams")
    assert "paragraph 1 of baku-tbilisi" in problem


def test_paragraphs_that_share_a_phrase_are_let_through() -> None:
    body = f"{OTHER} He arrived in [L @GEO: Tbilisi] on [D 2024-05-21: May 21]."
    assert told(corpus(report(), report(id="second", title="Other [T: minister]", body=body, tables=""))) == []


def copies(**tables: str) -> Corpus:
    """Three reports of one story, the second with the first's paragraph."""
    outlets = ("Caspian Wire", "Kura Daily", "Black Sea Post")
    bodies = (BODY, BODY, BODY.replace("May 21", "May 22").replace("that [W", "for the third time in a week that [W"))
    reports = [
        report(id=f"r{n}", outlet=outlet, body=body, title=f"Title {n}", story="caspian")
        for n, (outlet, body) in enumerate(zip(outlets, bodies, strict=True), 1)
    ]
    return corpus(*reports, stories=(story(tables.get("rows", STORY)),))


STORY = """\
report r1
report r2
report r3
event E1 kind=visit guest=aliyev host=GEO place=Tbilisi,GEO when=2024-05-21 status=happened told=r1:e1,r2:e1,r3:e1
copy C1 from=r1:1 to=r2:1
copy C2 from=r2:1 to=r3:1
conflict X1 about=E1 field=status values=r1:happened,r2:planned
"""


def test_copies_that_a_story_names_are_let_through_also_of_copies() -> None:
    assert told(copies()) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("report r3\n", "", "a story has 3 to 5 reports, this one 2"),
        ("report r3", "report r4", "there is no report r4"),
        (",r3:e1", "", "event e1 of r3 is under no told="),
        ("r3:e1", "r3:e7", "told=r3:e7: no such event"),
        ("r2:e1,", "r1:e1,", "told=r1:e1 stands under two lines"),
        ("status=happened", "status=happened course=forgotten", "course 'forgotten'"),
        ("status=happened", "status=happened part_of=E9", "part_of=E9: no such line"),
        ("status=happened", "status=happened year_from=r9", "year_from=r9 is no report"),
        ("guest=aliyev", "guest=alieva", "guest=alieva: neither"),
        ("copy C1 from=r1:1", "copy C1 from=r1:8", "from=r1:8 is no paragraph"),
        ("copy C1 from=r1:1 to=r2:1\ncopy C2 from=r2:1 to=r3:1\n", "", "shares 100 % of its word 5-grams"),
        ("field=status", "field=mood", "field 'mood'"),
        ("about=E1", "about=E5", "about=E5: no such line"),
        ("values=r1:happened,r2:planned", "values=r1:happened", "names two reports at least"),
    ],
)
def test_a_fault_of_a_story_is_told(old: str, new: str, expected: str) -> None:
    assert old in STORY
    found = told(copies(rows=STORY.replace(old, new, 1)))
    assert any(expected in problem for problem in found), found


def test_a_story_may_not_lie_in_two_parts() -> None:
    loaded = copies()
    moved = report(part="dev", id="r3", outlet="Black Sea Post", title=OTHER, body=TITLE, tables="", story="caspian")
    found = told(corpus(*loaded.reports[:2], moved, stories=loaded.stories))
    assert any("the story caspian lies in train, this report in dev" in problem for problem in found)


@pytest.mark.parametrize(
    ("told_as", "merged", "right"),
    [
        ("planned", "happened", False),
        ("planned", 'happened course="came true"', True),
        ("planned", "cancelled course=failed", True),
        ("planned", "happened course=failed", False),
        ('"under way"', "happened", True),
        ("planned", "planned", True),
    ],
)
def test_the_merged_status_follows_from_the_reports(told_as: str, merged: str, right: bool) -> None:
    rows = STORY.replace("conflict X1 about=E1 field=status values=r1:happened,r2:planned\n", "")
    loaded = copies(rows=rows.replace("status=happened", f"status={merged}"))
    tables = TABLES.replace("status=happened", f"status={told_as}")
    reports = [
        report(id=r.id, outlet=r.header["outlet"], body=BODY, title=r.title, story="caspian", tables=tables)
        for r in loaded.reports
    ]
    found = [problem for problem in told(corpus(*reports, stories=loaded.stories)) if "tells why" in problem]
    assert (found == []) is right


def dated(first: str, second: str, row: str = "") -> list[str]:
    """What is told of a story of which two reports date the event so."""
    loaded = copies(rows=STORY.replace("status=happened", f"status=happened {row}"))
    tables = [TABLES.replace("when=2024-05-21", f"when={when}") for when in (first, second)]
    changed = [
        report(id=r.id, outlet=r.header["outlet"], body=BODY, title=r.title, story="caspian", tables=t)
        for r, t in zip(loaded.reports[:2], tables, strict=True)
    ]
    return told(corpus(*changed, loaded.reports[2], stories=loaded.stories))


def test_reports_that_date_an_event_apart_must_be_named_as_a_conflict() -> None:
    assert any("give different dates" in problem for problem in dated("2024-05-21", "2024-05-23"))


def test_a_missing_year_must_say_where_it_comes_from() -> None:
    assert any("a report lacks the year" in problem for problem in dated("2024-05-21", "XXXX-05-21"))
    assert dated("2024-05-21", "XXXX-05-21", "year_from=r1") == []
