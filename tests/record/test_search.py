"""Full-text search: any text is a valid query."""

from __future__ import annotations

import pytest

from legation.errors import NotFound
from legation.record import Record
from legation.record.store.searching import as_query
from tests.record.building import Draft, add

TEXTS = {
    "talks": "Talks were held in Astana.\nPresident Kassym-Jomart Tokayev spoke of water.",
    "gas": "Gas and water were the theme of a joint statement; talks went on.",
    "nuuk": "The minister visited Nuuk; Erdoğan did not. NEAR the sea, NOT far.",
}


@pytest.fixture
def filled(record: Record) -> Record:
    add(record, *(Draft(text, title=title, outlet="Paper", published="2024-11-27") for title, text in TEXTS.items()))
    return record


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("water", ["gas", "talks"]),
        ("WATER talks", ["gas", "talks"]),
        ("water Astana", ["talks"]),
        ("Kassym-Jomart", ["talks"]),
        ("jomart kassym", ["talks"]),
        ('"joint statement"', ["gas"]),
        ('"statement joint"', []),
        ("erdogan", ["nuuk"]),
        ("nuuk", ["nuuk"]),
        ("NEAR NOT", ["nuuk"]),
        ("text:water", []),
        ("water*", ["gas", "talks"]),
        ('water"', ["gas", "talks"]),
        ("water - (", ["gas", "talks"]),
        ("wat\x00er", []),
        ("\ud800 water", ["gas", "talks"]),
        ("", []),
        (" \n", []),
        ('"" ?!', []),
        ("missing", []),
        ("water " * 3000, ["gas", "talks"]),
    ],
)
def test_words_are_found(filled: Record, words: str, found: list[str]) -> None:
    assert sorted(hit.title or "" for hit in filled.search(words)) == found


def test_a_report_with_the_word_in_its_title_comes_first(filled: Record) -> None:
    assert [hit.title for hit in filled.search("talks")] == ["talks", "gas"]
    assert [hit.title for hit in filled.search("gas")] == ["gas"]


def test_a_hit_shows_the_words_in_their_place(filled: Record) -> None:
    (hit,) = filled.search("president tokayev")
    assert hit.snippet == "Talks were held in Astana. «President» Kassym-Jomart «Tokayev» spoke of water."
    assert (hit.outlet, str(hit.published)) == ("Paper", "2024-11-27")
    assert filled.text(hit.report) == TEXTS["talks"]


def test_no_more_hits_than_wanted(filled: Record) -> None:
    assert [len(filled.search("water", limit=limit)) for limit in (-1, 0, 1, 2, 50)] == [0, 0, 1, 2, 2]


def test_operators_are_words() -> None:
    assert as_query('a AND "b c" NOT d*') == '"a" "AND" "b c" "NOT" "d*"'


def test_a_text_that_is_not_there_is_not_found(filled: Record) -> None:
    for given in ("unknown", "", "\ud800"):
        with pytest.raises(NotFound):
            filled.text(given)
