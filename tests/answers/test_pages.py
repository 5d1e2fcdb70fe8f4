"""The page of an event, a statement, a document, a person, a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from legation.answers import (
    Page,
    document_page,
    event_page,
    hit_rows,
    paper_rows,
    person_page,
    report_page,
    saying_rows,
    statement_page,
)
from legation.model import DatePoint, When
from legation.record import Conflict, OfficeEntry, PersonEntry, ReportEntry, SearchHit, Version
from tests.answers.entries import (
    AT,
    BODY,
    MACRON,
    OTHER,
    REPORT,
    SENTENCE,
    TOKAYEV,
    claim,
    day,
    document,
    event,
    statement,
    telling,
)

TITLE = "joint declaration on water"
CLAIMS = (
    claim("kind", "visit", "visited"),
    claim("role:host", "Q1", "Tokayev", certainty="reported", said_by=("Q2",), score=0.8),
    claim("subtype", "official", SENTENCE),
)


def facts(page: Page, label: str) -> list[str]:
    return [value for name, value in page.facts if name == label]


def test_every_claim_stands_with_its_sentence_and_its_words_are_marked() -> None:
    (source,) = event_page(event(tellings=(telling(),), claims=CLAIMS)).sources
    (passage,) = source.passages
    assert "".join(piece.text for piece in passage.pieces) == SENTENCE
    assert [piece.text for piece in passage.pieces if piece.marked] == ["visited", "Tokayev"]
    start = AT + SENTENCE.index("Tokayev")
    doubts = "(reported; said by Emmanuel Macron (FRA); score 0.80)"
    assert passage.notes == (
        f"kind: visit, from “visited” at {AT + 7}-{AT + 14}",
        f"host: Kassym-Jomart Tokayev (KAZ) {doubts}, from “Tokayev” at {start}-{start + 7}",
        f"subtype: official, from the whole sentence at {AT}-{AT + len(SENTENCE)}",
    )


def test_a_report_is_cited_by_title_outlet_and_day() -> None:
    (source,) = event_page(event(tellings=(telling(),))).sources
    assert (source.report, source.citation) == (REPORT, "“Guests in Astana”, Steppe Wire, 2023-11-02")


def test_a_year_that_came_from_elsewhere_is_explained_where_it_was_missing() -> None:
    given = When(DatePoint(None, 11, 1), DatePoint(None, 11, 1), "day")
    told = telling(given=given, when=day("2023-11-01", "year of report fedc"), copied_from=OTHER)
    (source,) = event_page(event(tellings=(told,))).sources
    assert source.remarks == (
        f"this passage repeats report {OTHER}",
        "this report gives XXXX-11-01; 2023-11-01 (year of report fedc)",
    )


def test_two_tellings_in_one_report_are_one_source() -> None:
    page = event_page(event(tellings=(telling(), telling(), telling(OTHER)), claims=CLAIMS))
    assert [source.report for source in page.sources] == [REPORT, OTHER]
    assert [len(source.passages) for source in page.sources] == [1, 0]


def test_disagreements_stand_side_by_side_with_their_reports() -> None:
    dates = Conflict("date", (Version("2023-11-01", (REPORT,)), Version("2023-11-02", (OTHER,))))
    page = event_page(event(conflicts=(dates,), tellings=(telling(),)))
    assert page.disputes == (
        ("date", f"2023-11-01  in report {REPORT} (“Guests in Astana”, Steppe Wire, 2023-11-02)"),
        ("date", f"2023-11-02  in report {OTHER}"),
    )


def test_the_facts_of_an_event_name_whole_parts_and_documents() -> None:
    page = event_page(
        event(part_of="E0", documents=("D1",), reports=3, independent=2, when=day("2023-11-01", "'today'")),
        whole=event("E0", roles=()),
        parts=[event("E3", kind="talks", roles=())],
        documents=[document(), document("D2")],
    )
    assert facts(page, "date") == ["2023-11-01 ('today')"]
    assert facts(page, "host") == ["Kassym-Jomart Tokayev (KAZ), president of Kazakhstan"]
    assert facts(page, "part of") == ["E0  2023-11-01  visit: to Astana (KAZ)"]
    assert facts(page, "has part") == ["E3  2023-11-01  talks: in Astana (KAZ)"]
    assert facts(page, "document") == ["D1  declaration: joint declaration on water"]
    assert facts(page, "told by") == ["3 reports, 2 independent sources"]


def test_copied_words_are_listed_once_and_counted() -> None:
    entries = [statement("S1", copies=2), statement("S2", copied_from="S1"), statement("S3", copied_from="S9")]
    assert [(row.id, row.copies) for row in saying_rows(entries)] == [("S1", "+2 copies"), ("S3", "")]


def test_direct_speech_has_one_pair_of_quotation_marks() -> None:
    direct, indirect = saying_rows([statement(text='"We agreed.', speech="direct"), statement(text="we agreed")])
    assert (direct.text, indirect.text) == ("“We agreed.”", "we agreed")


def test_a_statement_without_a_speaker_is_shown_as_such() -> None:
    assert saying_rows([statement(speaker=None)])[0].speaker == "(speaker not named)"


def test_what_is_done_by_speaking_stands_before_the_words_and_on_the_page() -> None:
    plain, thanked = saying_rows([statement("S1"), statement("S2", act="thanked", plover="SUPPORT")])
    assert (plain.text, thanked.text) == ("the end", "[thanked] the end")
    assert facts(statement_page(statement(act="thanked", plover="SUPPORT"), BODY), "act") == [
        "thanked (PLOVER SUPPORT)"
    ]
    assert facts(statement_page(statement(act="denied"), BODY), "act") == ["denied"]
    assert facts(statement_page(statement(), BODY), "act") == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"chain": ("Reuters",)}, "Emmanuel Macron (FRA) said, Reuters says"),
        ({"chain": ("Xinhua", "Reuters")}, "Emmanuel Macron (FRA) said, Xinhua reported, Reuters says"),
        (
            {"chain": ("Xinhua", "Reuters"), "addressee": TOKAYEV},
            "Emmanuel Macron (FRA) told Kassym-Jomart Tokayev (KAZ), Xinhua reported, Reuters says",
        ),
        (
            {"chain": ("TASS",), "relayed_for": TOKAYEV},
            "Emmanuel Macron (FRA), for Kassym-Jomart Tokayev (KAZ), said, TASS says",
        ),
        ({"chain": ("TASS",), "speaker": None}, "(speaker not named) said, TASS says"),
    ],
)
def test_the_chain_of_sources_is_told_as_a_sentence(more: dict[str, Any], told: str) -> None:
    entry = statement(**more)
    assert saying_rows([entry])[0].speaker == told
    assert facts(statement_page(entry, BODY), "chain") == [told]


def test_without_outer_sources_there_is_no_chain() -> None:
    entry = statement(addressee=TOKAYEV)
    assert saying_rows([entry])[0].speaker == "Emmanuel Macron (FRA)"
    assert facts(statement_page(entry, BODY), "chain") == []


def test_the_page_of_a_statement_shows_its_words_in_their_line() -> None:
    page = statement_page(statement(), BODY)
    (passage,) = page.sources[0].passages
    assert [piece.text for piece in passage.pieces if piece.marked] == ["The end"]
    assert passage.notes[0].startswith("content: “The end” at ")


def test_a_document_names_parties_and_how_many_reports() -> None:
    (row,) = paper_rows([document(term="2024/2027")])
    assert (row.parties, row.status, row.told_by) == ("Kazakhstan, China", "signed, term 2024/2027", "2 reports")
    assert (row.title, paper_rows([document(kind="plan")])[0].title) == (TITLE, f"plan: {TITLE}")
    assert facts(document_page(document(), events=[event()]), "event") == [
        "E1  2023-11-01  visit: Emmanuel Macron (FRA) to Astana (KAZ); host Kassym-Jomart Tokayev (KAZ)"
    ]


def test_a_person_is_shown_with_the_offices_reports_give() -> None:
    office = OfficeEntry("president", 3, dt.date(2023, 1, 1), dt.date(2024, 1, 1))
    page = person_page(PersonEntry(TOKAYEV, ("Kassym-Jomart Tokayev", "K. Tokaev"), (office,), 2, 1, 3))
    assert facts(page, "office") == ["president (3 reports, 2023-01-01 to 2024-01-01)"]
    assert facts(page, "also spelt") == ["K. Tokaev"]
    assert facts(page, "in record") == ["2 events, 1 statement, 3 reports"]


def test_a_report_is_shown_with_all_its_words_and_what_it_tells() -> None:
    entry = ReportEntry(REPORT, "a.txt", title="Guests", unread="not in English (French)")
    page = report_page(entry, BODY, tellings=[telling()], statements=[statement(), replace(statement(), report="x")])
    shown = ["".join(piece.text for piece in passage.pieces) for passage in page.sources[0].passages]
    assert shown == ["Title", SENTENCE, "The end."]
    assert (page.flag, page.heading) == ("UNREAD", "UNREAD Guests")
    assert facts(page, "event") == ["E1  2023-11-01  happened visit"]
    assert facts(page, "statement") == [f"S1  {MACRON.name} (FRA): the end"]


def test_the_words_of_a_search_are_marked() -> None:
    (row,) = hit_rows([SearchHit(REPORT, "... on «water» and «oil»,\nlate", "Guests", None, None)])
    assert [piece.text for piece in row.pieces if piece.marked] == ["water", "oil"]
    assert "".join(piece.text for piece in row.pieces) == "... on water and oil, late"
    assert row.citation == "“Guests”, undated"
