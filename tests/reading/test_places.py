"""Countries, cities and bodies named in a report, and capitals told by description."""

from __future__ import annotations

import pytest

from legation.model import Span
from legation.reading.places import places_named
from legation.register import load
from tests.reading.sentences import read
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "words", "city"),
    [
        case("adjective and capital", "talks in the Chinese capital", "Chinese capital", "Beijing"),
        case("capital of a country", "talks in the capital of Kazakhstan", "capital of Kazakhstan", "Astana"),
        case("capital city of a country", "talks in the capital city of Peru", "capital city of Peru", "Lima"),
        case(
            "capital of the country", "talks in the capital of the Philippines", "capital of the Philippines", "Manila"
        ),
    ],
)
def test_a_capital_told_by_description(text: str, words: str, city: str) -> None:
    (hit,) = places_named(text, [Span(0, len(text))], load())
    assert (hit.span.of(text), hit.kind, hit.surface) == (words, "capital", city)


@pytest.mark.parametrize(
    "text",
    [
        case("capital punishment", "Chinese capital punishment"),
        case("capital markets", "Japanese capital markets"),
        case("capital letter", "the Kazakh letter"),
        case("capital of something else", "the capital of the province, Peru"),
    ],
)
def test_other_capital_is_no_city(text: str) -> None:
    assert [h.kind for h in places_named(text, [Span(0, len(text))], load()) if h.kind == "capital"] == []


def test_offsets_are_into_the_whole_text() -> None:
    text = "Peru spoke. Chile answered."
    hits = places_named(text, [Span(12, len(text))], load())
    assert [(hit.id, hit.span.of(text)) for hit in hits] == [("CHL", "Chile")]


def test_a_reading_lists_its_places_in_order() -> None:
    text = "The envoy flew from Lima to Mombasa and on to Norway."
    found = [(place.city, place.country) for place in read(text).places]
    assert found == [("Lima", "PER"), ("Mombasa", "KEN"), (None, "NOR")]
    assert [place.span.of(text) for place in read(text).places if place.span] == ["Lima", "Mombasa", "Norway"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        case("a town and its state", "Ruto flew on to Norfolk (Virginia).", ["Norfolk (Virginia)"]),
        case("a town, its state", "Ruto met Kagame in Crawford, Texas, on Monday.", ["Crawford, Texas"]),
        case("a list of cities", "Ruto visited Paris, Berlin and Rome.", ["Paris", "Berlin", "Rome"]),
        case("a town the register lacks", "Ruto flew to Gravelport in Kenya.", ["Gravelport", "Kenya"]),
    ],
)
def test_the_places_of_a_report(text: str, named: list[str]) -> None:
    assert [place.span.of(text) for place in read(text).places if place.span] == named


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        case("after a preposition", "Ruto met Kagame in Paris.", ["Paris"]),
        case("with the occasion", "Ruto attended the summit in Paris.", ["Paris"]),
        case("a list of stops", "Ruto visited Lyon, Bath (Maine), and Rome.", ["Lyon", "Bath (Maine)", "Rome"]),
        case("a telegraphic line", "Official visit. Afterwards visited Lima and Cusco.", ["Lima", "Cusco"]),
        case("on the way", "Ruto flew from Lima to Mombasa.", ["Mombasa"]),
        case("a topic", "Ruto discussed Peru with Kagame in Paris.", ["Paris"]),
        case("before a noun", "Ruto discussed the Kuwait crisis with Kagame.", []),
        case("a state of things", "Ruto discussed the situation in Peru with Kagame.", []),
        case("part of a name", "Ruto signed the Vienna Convention.", []),
        case("who speaks", "Peru welcomed the pact.", []),
        case("a city whose state is another city's name", "Ruto visited Miami, New York City, and Rome.",
             ["Miami", "New York City", "Rome"]),
    ],
)  # fmt: skip
def test_a_site_is_where_something_took_place_or_somebody_went(text: str, sites: list[str]) -> None:
    assert [place.span.of(text) for place in read(text).places if place.span and place.site] == sites
