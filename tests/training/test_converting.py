"""The corpus in the shapes that scorers and taggers read."""

from __future__ import annotations

import pytest

from legation.model import DatePoint, When
from legation.register import load as load_register
from tests.training.helpers import TABLES, corpus, report, story
from training.corpus import converting
from training.corpus.edtf import event_date, interval_of, timex_type, when_of
from training.corpus.files import Sheet
from training.corpus.gold import reading
from training.corpus.quotations import share_quoted
from training.corpus.sentences import sentences

REGISTER = load_register()


def marked(body: str, tables: str = "", title: str = "Title") -> Sheet:
    return report(title=title, body=body, tables=tables)


def columns(body: str) -> list[str]:
    """The words and tags of a paragraph, as "word/tag"; "|" ends a sentence."""
    lines = list(converting.ner([marked(body)]))
    start = lines.index("", 2) + 1
    return [line.replace("\t", "/") or "|" for line in lines[start:]]


def test_attributions_keep_split_and_nested_content_and_their_offsets() -> None:
    body = '{s1 con: "Go,"} {s1 src: he} {s1 cue: said}. {s1 con: "{s2 src: She} {s2 cue: agrees} {s2 con: to it}."}'
    (item,) = converting.attribution([marked(body, "statement s2 kind=direct\nstatement s1 kind=direct\n")])
    assert set(item) == {"id", "publisher", "date", "text", "attributions"}
    words = [
        {role: [item["text"][a:b] for a, b in spans] for role, spans in found.items()} for found in item["attributions"]
    ]
    assert words == [
        {"source": ["he"], "cue": ["said"], "content": ['"Go,"', '"She agrees to it."']},
        {"source": ["She"], "cue": ["agrees"], "content": ["to it"]},
    ]


def test_joined_dates_are_given_one_by_one() -> None:
    body = (
        "From [D 2024-11-27/2024-11-28: [D 2024-11-27: November 27] to [D 2024-11-28: 28]], "
        "[D P1Y SET: every year], for [D P3D: three days], "
        "in [D 2024-05 mod=START in=2024-05-01/2024-05-10: early May]."
    )
    (item,) = converting.dates([marked(body)])
    assert item["dct"] == "2024-05-21"
    assert [(item["text"][t["start"] : t["end"]], t["type"], t["value"]) for t in item["timexes"]] == [
        ("November 27", "DATE", "2024-11-27"),
        ("28", "DATE", "2024-11-28"),
        ("every year", "SET", "P1Y"),
        ("three days", "DURATION", "P3D"),
        ("early May", "DATE", "2024-05"),
    ]
    assert item["timexes"][-1]["mod"] == "START"


def test_a_report_without_a_day_has_no_line_among_dates() -> None:
    assert list(converting.dates([report(published="-")])) == []


def test_a_report_has_the_shape_of_the_end_to_end_set() -> None:
    (item,) = converting.reports(corpus(report()), "train", REGISTER)
    assert item["title"] == "ALIYEV ARRIVES IN TBILISI"
    assert item["text"].startswith("Azerbaijani President") and item["text"].endswith("noted.\n")
    assert item["people"] == [{"name": "Ilham Aliyev", "country": "AZE", "role": "President"}]
    (visit,) = item["engagements"]
    assert visit == {
        "event": "baku-tbilisi:e1",
        "type": "visit",
        "participants": ["GEO", "Ilham Aliyev"],
        "place": {"city": "Tbilisi", "country": "GEO"},
        "start": "2024-05-21",
        "end": "2024-05-21",
        "precision": "day",
        "status": "happened",
        "mode": "in_person",
        "visit_kind": None,
        "background": False,
    }
    assert item["documents"] == [
        {"kind": "plan", "title": "a Plan for 2025", "parties": ["AZE", "GEO"], "term": "2025", "status": "planned"}
    ]
    assert item["statements"] == [
        {
            "speaker": "Ilham Aliyev",
            "gist": "that a Plan for 2025 was “ready”",
            "direct": True,
            "medium": None,
            "relayed_for": None,
        }
    ]


def test_engagements_of_a_story_carry_the_id_of_the_merged_event() -> None:
    told = story("report baku-tbilisi\nevent E1 told=baku-tbilisi:e1\n")
    (item,) = converting.reports(corpus(report(), stories=(told,)), "train", REGISTER)
    assert item["engagements"][0]["event"] == "caspian:E1"


def test_only_the_part_asked_for_is_converted() -> None:
    loaded = corpus(report(), report(part="dev", id="other"))
    assert [item["id"] for item in converting.reports(loaded, "dev", REGISTER)] == ["other"]


def test_columns_part_sentences_and_cut_words_where_names_meet() -> None:
    assert columns("[N RUS: Russian]-[N KAZ: Kazakh] talks of Mr. [P x: Li Qiang]. [O UN: U.N.]'s aim.") == [
        *["Russian/B-nationality", "-/O", "Kazakh/B-nationality", "talks/O", "of/O", "Mr/O", "./O"],
        *["Li/B-person", "Qiang/I-person", "./O", "|", "U.N./B-organisation", "'s/O", "aim/O", "./O", "|"],
    ]


def test_columns_give_the_outermost_name_and_no_descriptions() -> None:
    assert columns("[p x: His [T: minister]] signed [W d: the Pact for [D 2025: 2025]] in [L* USA: Washington]") == [
        *["His/O", "minister/B-title", "signed/O", "the/B-document", "Pact/I-document", "for/I-document"],
        *["2025/I-document", "in/O", "Washington/B-place", "|"],
    ]


def test_columns_tell_at_a_trigger_who_is_what_to_the_event_and_at_a_word_whom_it_names() -> None:
    body = (
        "[P tok: Tokayev] <e1: received> [p lav: the [N RUS: Russian] [T: minister]] in [L @KAZ: Astana] on "
        "[D 2024-05-08: Wednesday]. [p tok+lav: They] smiled."
    )
    tables = (
        TABLES.split("\n")[0]
        + "\nactor tok kind=person name=Tokayev\nactor lav kind=person name=Lavrov\n"
        + ("event e1 kind=meeting host=tok guest=lav place=Astana,KAZ when=2024-05-08 status=happened\n")
    )
    rows = [line.split("\t") for line in converting.words([marked(body, tables)]) if "\t" in line][1:]
    assert {row[0]: row[4] for row in rows if row[4] != "_"} == {
        "Tokayev": "tok",
        "the": "lav",
        "Russian": "RUS",
        "minister": "lav",
        "Astana": "@Astana",
        "Wednesday": "=2024-05-08",
        "They": "tok+lav",
    }
    told = {row[0]: row[5] for row in rows if row[5] != "_"}
    assert told == {"received": "host:tok guest:lav place:@Astana time:=2024-05-08"}


def test_titles_and_initials_end_no_sentence() -> None:
    body = marked('Mr. V. Orban met Lt. Gen. Ali at 5 p.m. on Monday. "Good!" he said. U.S. aid came.').body
    assert [s.of(body.text) for s in sentences(body)][1:] == [
        "Mr. V. Orban met Lt. Gen. Ali at 5 p.m. on Monday.",
        '"Good!"' + " he said.",
        "U.S. aid came.",
    ]


def test_how_a_mention_refers_is_worked_out_from_its_words() -> None:
    body = (
        "[P aliyev: Ilham Aliyev], [P aliyev: Aliyev], [p aliyev: he], [p aliyev: the [N AZE: Azeri] [T: president]], "
        "[p aliyev: the guest], [L* AZE: Baku], [N AZE: Azeri]"
    )
    gold = reading(marked(body, TABLES.split("\n")[0]), REGISTER)
    assert [m.how for m in gold.mentions if m.actor == "aliyev"] == [
        *["name", "surname", "pronoun", "title", "description"],
    ]
    assert [m.how for m in gold.mentions if m.actor == "AZE"] == ["adjective", "metonym", "adjective"]


def test_an_event_in_a_quotation_is_told_by_its_innermost_speaker() -> None:
    body = "{s1 con: A {s2 con: <e1: met> B}} and {s1 con: <e2: left>}, then <e3: slept>"
    tables = (
        "statement s1 kind=indirect speaker=KAZ\nstatement s2 kind=indirect speaker=UZB\n"
        "event e1 kind=meeting status=happened\nevent e2 kind=visit status=happened\n"
        "event e3 kind=visit status=planned\n"
    )
    gold = reading(marked(body, tables), REGISTER)
    assert [event.according_to for event in gold.events] == ["UZB", "KAZ", None]
    assert [(event.plover, event.plover_mode) for event in gold.events] == [
        *[("CONSULT", None), ("CONSULT", "visit"), ("AGREE", "meet")],
    ]


def test_a_role_is_read_from_the_mention_in_the_triggers_sentence() -> None:
    body = "[L KAZ: Kazakhstan] waits. [N KAZ: Kazakh] envoys <e1: met> others. [L KAZ: Kazakhstan] is glad."
    gold = reading(marked(body, "event e1 kind=meeting participant=KAZ status=happened\n"), REGISTER)
    text = marked(body).body.text
    assert [role.span.of(text) for role in gold.events[0].roles] == ["Kazakh"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2024-12-12", "DATE"),
        ("XXXX-12-12", "DATE"),
        ("2024-W50", "DATE"),
        ("2024-Q4", "DATE"),
        ("2024-SU", "DATE"),
        ("199", "DATE"),
        ("19", "DATE"),
        ("PRESENT_REF", "DATE"),
        ("2024-12-12T15:00", "TIME"),
        ("2024-12-12TEV", "TIME"),
        ("P3D", "DURATION"),
        ("PT40M", "DURATION"),
        ("PXM", "DURATION"),
        ("2024-13", None),
        ("2023-02-29", None),
        ("2024-W60", None),
        ("soon", None),
        ("P", None),
    ],
)
def test_the_type_of_a_time_expression_follows_from_its_value(value: str, kind: str | None) -> None:
    assert timex_type(value) == kind


def test_values_mean_intervals() -> None:
    week, winter = interval_of("2024-W50"), interval_of("2023-WI")
    assert week is not None and week.edtf == "2024-12-09/2024-12-15"
    assert winter is not None and winter.edtf == "2023-12/2024-02"
    assert event_date("2024-12-12~").approximate
    assert when_of("2024/2026") == When(DatePoint(2024), DatePoint(2026), "range")
    assert when_of("2024-05-02/2024-05-01") is None


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    sheet = marked("{s1 con: “It goes on}\n\n{s1 con: here} without.")
    spans = [m.span for m in sheet.body.marks]
    assert share_quoted(sheet.body, spans[:1]) == 1
    assert share_quoted(sheet.body, spans[1:]) == 0
