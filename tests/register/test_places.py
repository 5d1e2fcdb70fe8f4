"""Countries, cities and bodies by their names in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.register import Country, Register, load
from tests.register.cases import case, raw


def found(text: str) -> list[tuple[str, str, str]]:
    """(words, kind, id) of each name found in a text."""
    return [(hit.span.of(text), hit.kind, hit.id) for hit in load().scan(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        case("usual name", "a port of Kazakhstan", "Kazakhstan", "country", "KAZ"),
        case("official name", "the Republic of South Africa", "Republic of South Africa", "country", "ZAF"),
        case("adjective", "a Kazakh envoy", "Kazakh", "adjective", "KAZ"),
        case("second adjective", "a Kazakhstani envoy", "Kazakhstani", "adjective", "KAZ"),
        case("people", "the Kazakhs left", "Kazakhs", "noun", "KAZ"),
        case("capital", "talks in Astana", "Astana", "capital", "KAZ"),
        case("capital under its former name", "talks in Nur-Sultan", "Nur-Sultan", "capital", "KAZ"),
        case("capital in another spelling", "talks in Kiev", "Kiev", "capital", "UKR"),
        case("palace", "as Akorda said", "Akorda", "metonym", "KAZ"),
        case("street", "as Downing Street said", "Downing Street", "metonym", "GBR"),
        case("abbreviation", "a U.S. envoy", "U.S.", "country", "USA"),
        case("abbreviation without points", "the UAE envoy", "UAE", "country", "ARE"),
        case("former name", "a port of Burma", "Burma", "country", "MMR"),
        case("another language", "a port of Côte d’Ivoire", "Côte d’Ivoire", "country", "CIV"),
        case("without its marks", "a port of Turkiye", "Turkiye", "country", "TUR"),
        case("with its marks", "a port of Türkiye", "Türkiye", "country", "TUR"),
        case(
            "marks taken apart",
            "a port of Tu\u0308rkiye",
            "Tu\u0308rkiye",
            "country",
            "TUR",
            not_yet="only composed letters are looked for",
        ),
        case("article left out", "a port of the Netherlands", "Netherlands", "country", "NLD"),
        case("article that is part of the name", "a court in The Hague", "The Hague", "capital", "NLD"),
        case("all in capitals", "TALKS IN KAZAKHSTAN", "KAZAKHSTAN", "country", "KAZ"),
        case("two words in capitals", "TALKS IN SOUTH AFRICA", "SOUTH AFRICA", "country", "ZAF"),
        case("words parted by a line end", "a port of South\nAfrica", "South\nAfrica", "country", "ZAF"),
        case("possessive", "Kenya's envoy", "Kenya", "country", "KEN"),
        case("joined by a hyphen", "Russian-led talks", "Russian", "adjective", "RUS"),
        case("city that is no capital", "talks in Almaty", "Almaty", "city", "KAZ"),
        case("territory", "talks in Hong Kong", "Hong Kong", "country", "HKG"),
        case("Laos", "a port of Laos", "Laos", "country", "LAO"),
        case("Myanmar", "a port of Myanmar", "Myanmar", "country", "MMR"),
        case(
            "St. Petersburg without more words",
            "talks in St. Petersburg",
            "St. Petersburg",
            "city",
            "RUS",
        ),
    ],
)
def test_a_country_is_found_by(text: str, words: str, kind: str, country: str) -> None:
    assert found(text) == [(words, kind, country)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        case("abbreviation", "the UN envoy", "UN"),
        case("in full", "the European Union envoy", "EU"),
        case("organ of a body", "the United Nations Security Council", "UNSC"),
        case("British spelling", "the Shanghai Cooperation Organisation", "SCO"),
        case("American spelling", "the Shanghai Cooperation Organization", "SCO"),
        case("chamber of a parliament", "the Federation Council", "RUS-FC"),
        case("as translation engines leave it", "the Sovfed", "RUS-FC"),
    ],
)
def test_a_body_is_found_by(text: str, id: str) -> None:
    assert [(kind, named) for _, kind, named in found(text)] == [("organisation", id)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        case("Guinea-Bissau is not Guinea", "Guinea-Bissau", ["GNB"]),
        case("Papua New Guinea is not Guinea", "Papua New Guinea", ["PNG"]),
        case("Equatorial Guinea is not Guinea", "Equatorial Guinea", ["GNQ"]),
        case("South Sudan is not Sudan", "South Sudan and Sudan", ["SSD", "SDN"]),
        case("the Dominican Republic is not Dominica", "the Dominican Republic, Dominica", ["DOM", "DMA"]),
        case("Nigeria is not Niger", "Niger and Nigeria", ["NER", "NGA"]),
        case("New Delhi is one capital", "New Delhi", ["IND"]),
        case("South Korean is not Korean alone", "a South Korean and a North Korean", ["KOR", "PRK"]),
        case("the Council of the UN is one body", "the United Nations Security Council met", ["UNSC"]),
    ],
)
def test_the_longest_name_wins(text: str, ids: list[str]) -> None:
    assert [id for _, _, id in found(text)] == ids


@pytest.mark.parametrize(
    ("name", "country"),
    [
        case("Georgia is the country", "Georgia", "GEO"),
        case("Congo is the larger one", "Congo", "COD"),
        case("the Republic of the Congo is the other", "the Republic of the Congo", "COG"),
        case("Korean without a side is the South", "a Korean envoy", "KOR"),
        case("Jordan", "Jordan", "JOR"),
        case("Serbian is of Serbia", "a Serbian envoy", "SRB"),
        case("Belgrade is of Serbia", "Belgrade", "SRB"),
        case("Rangoon is of Myanmar", "Rangoon", "MMR"),
    ],
)
def test_an_ambiguous_name_means_who_is_meant_most(name: str, country: str) -> None:
    assert [id for _, _, id in found(name)] == [country]


@pytest.mark.parametrize(
    "text",
    [
        case("a verb", "polish the text"),
        case("a bird", "a roast turkey"),
        case("us", "they told us"),
        case("an adjective in capitals", "A NICE DAY"),
        case("part of a word", "Kenyatta and Romeo"),
        case("after a point inside a word", "see legation.Chad"),
    ],
)
def test_what_only_looks_like_a_name_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "country"),
    [
        case("name", "Kenya", "KEN"),
        case("lower case", "kenya", "KEN"),
        case("adjective", "Kenyan", "KEN"),
        case("capital", "Nairobi", "KEN"),
        case("three letters", "ken", "KEN"),
        case("two letters", "ke", "KEN"),
        case("spaces", "  south   africa ", "ZAF"),
        case("unknown", "Ruritania", None),
        case("nothing", "", None),
    ],
)
def test_a_country_asked_for_by(words: str, country: str | None) -> None:
    assert load().country_named(words) == country


def countries() -> list[Country]:
    register = load()
    found = [register.country(entry["iso3"]) for entry in raw()["countries"]]
    return [c for c in found if c is not None and c.iso3 not in ("LAO", "MMR")]


def test_every_country_is_found_by_its_usual_name() -> None:
    missed = [c.name for c in countries() if [id for _, _, id in found(c.name)] != [c.iso3]]
    assert missed == []


def test_every_capital_is_found() -> None:
    missed = [c.capitals for c in countries() if c.capital and [id for _, _, id in found(c.capital)] != [c.iso3]]
    assert missed == []


NAMES = ["Kenya", "South Sudan", "New Delhi", "Côte d’Ivoire", "UN", "Akorda", "KAZAKHSTAN", "Russian", "The Hague"]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=12), max_size=8).map(" ".join))
def test_hits_lie_in_order_inside_the_text_and_name_something(text: str) -> None:
    register, end = load(), 0
    for hit in register.scan(text):
        assert end <= hit.span.start < hit.span.end <= len(text)
        assert known(register, hit.id)
        assert hit.country is None or register.country(hit.country)
        end = hit.span.end


def known(register: Register, id: str) -> bool:
    return bool(register.country(id) or register.organisation(id))


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(["Kenya", "Papua New Guinea", "Astana"]), st.text(max_size=20), st.text(max_size=20))
def test_a_name_is_found_whatever_stands_around_it(name: str, before: str, behind: str) -> None:
    text = f"{before} and {name}, {behind}"
    start = len(before) + 5
    assert any(hit.span.start == start and hit.span.of(text) == name for hit in load().scan(text))
