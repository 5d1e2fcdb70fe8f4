"""Whether words were said, as a line and as pages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from legation.answers import quotation_pages, verdict_line
from legation.model import Span
from legation.record import Difference, FoundQuotation, QuoteCheck
from tests.answers.entries import MACRON, REPORT, SENTENCE, TOKAYEV, statement, words


def found(**given: Any) -> FoundQuotation:
    """Words of Macron's, verbatim, with whatever else is given."""
    usual: dict[str, Any] = {
        "verdict": "verbatim",
        "similarity": 1.0,
        "how": "direct",
        "report": REPORT,
        "sentence": SENTENCE,
        "sentence_span": words(SENTENCE),
        "spans": (words("visited Astana"),),
        "statement": statement(),
        "outlet": "Steppe Wire",
        "published": dt.date(2023, 11, 2),
    }
    return FoundQuotation(**usual | given)


LAID = "VERBATIM: these words are laid to Emmanuel Macron (FRA)"
CLOSE = "CLOSE: words close to these are laid to Emmanuel Macron (FRA)"


@pytest.mark.parametrize(
    ("places", "by", "known", "line"),
    [
        ([], None, True, "NOT FOUND"),
        ([], "Putin", False, "NOT FOUND"),
        ([found()], None, True, LAID),
        ([found(laid_to_by=True)], "Macron", True, LAID),
        (
            [found(laid_to_by=False)],
            "Xi",
            True,
            f"{LAID}, not to Xi",
        ),
        (
            [found(laid_to_by=False), found(verdict="close", laid_to_by=True, statement=statement(speaker=TOKAYEV))],
            "Tokayev",
            True,
            f"{LAID}, not to Tokayev; words close to these are laid to Tokayev too",
        ),
        (
            [found(verdict="close", laid_to_by=False)],
            "Xi",
            False,
            f"{CLOSE}, not to Xi; the record knows nobody named Xi",
        ),
        ([found(how="text", statement=None)], "Xi", True, "VERBATIM: found, but in no statement; laid to nobody"),
        (
            [found(statement=statement(speaker=None))],
            "Xi",
            True,
            "VERBATIM: these words are laid to somebody who is not named",
        ),
    ],
)
def test_the_first_line_says_whether_and_by_whom(
    places: list[FoundQuotation], by: str | None, known: bool, line: str
) -> None:
    assert verdict_line(QuoteCheck("words", tuple(places), by, known)) == line


def test_a_place_is_shown_with_its_differences_and_marked_words() -> None:
    differences = (
        Difference("clipped before", "Macron", "", words("Macron")),
        Difference("changed", "may", "will", Span(0, 3), "modality"),
        Difference("left out", "not", "", Span(0, 3), "negation"),
        Difference("moved", "on Monday", "On Monday", Span(0, 3)),
        Difference("added", "", "ever"),
    )
    said = statement(act="denied", chain=("TASS",), addressee=TOKAYEV)
    place = found(verdict="close", differences=differences, statement=said, copies=("a", "b"))
    (page,) = quotation_pages(QuoteCheck("words", (place,)))
    assert (page.id, page.heading) == ("S1", "close, direct speech: Emmanuel Macron (FRA)")
    assert page.facts == (
        ("laid to", "Emmanuel Macron (FRA), French president"),
        ("to", "Kassym-Jomart Tokayev (KAZ)"),
        ("act", "denied"),
        ("chain", "Emmanuel Macron (FRA) told Kassym-Jomart Tokayev (KAZ), TASS says"),
        ("clipped before", "“Macron”"),
        ("changed", "“will” for “may”; this matters: modality"),
        ("left out", "“not”; this matters: negation"),
        ("moved", "“on Monday”"),
        ("added", "“ever”"),
        ("repeated", "in 2 more reports"),
    )
    (source,) = page.sources
    assert (source.report, source.citation) == (REPORT, "Steppe Wire, 2023-11-02")
    assert [piece.text for piece in source.passages[0].pieces if piece.marked] == ["visited Astana"]


def test_what_stands_in_no_statement_goes_by_its_report() -> None:
    (page,) = quotation_pages(QuoteCheck("words", (found(how="text", statement=None),)))
    assert (page.id, page.facts) == (REPORT, ())
    assert page.heading == "verbatim, text of a report, outside any statement"


def test_a_speaker_keeps_his_office() -> None:
    (page,) = quotation_pages(QuoteCheck("words", (found(),)))
    assert ("laid to", f"{MACRON.name} (FRA), {MACRON.office}") in page.facts
