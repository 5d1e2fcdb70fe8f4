"""States, bodies, sides and media: what acts in a report besides people."""

from __future__ import annotations

import pytest

from legation.model import Actor
from tests.reading.sentences import read, who
from tests.register.cases import case


def actor(text: str, mention: str) -> Actor:
    """The one actor that the words of a text stand for."""
    reading, start = read(text), text.index(mention)
    keys = {m.actor for m in reading.mentions if m.span.start < start + len(mention) and start < m.span.end}
    assert len(keys) == 1, keys
    return reading.actor(keys.pop())


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        case("country", "Tonga thanked the envoy.", "Tonga", "TON"),
        case("capital as metonym", "Canberra answered on Monday.", "Canberra", "AUS"),
        case("palace as metonym", "The Kremlin answered on Monday.", "Kremlin", "RUS"),
        case("city", "The envoys met in Mombasa.", "Mombasa", "KEN"),
        case("capital by description", "They met in the Chinese capital.", "the Chinese capital", "CHN"),
        case("capital of a country", "They met in the capital of Kazakhstan.", "capital of Kazakhstan", "KAZ"),
        case("the country", "The envoy landed in Vietnam. It is his first visit to the country.", "the country", "VNM"),
    ],
)
def test_a_state_is_known_by(text: str, mention: str, country: str) -> None:
    assert who(text, mention)[:1] == [country]


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        case("side", "The Uzbek side agreed to the plan.", "The Uzbek side", "UZB"),
        case("delegation", "The Fijian delegation agreed to the plan.", "The Fijian delegation", "FJI"),
        case("ministry", "The Chilean Foreign Ministry agreed.", "Chilean Foreign Ministry", "CHL"),
        case(
            "ministry of a country",
            "The Ministry of Foreign Affairs of Oman agreed.",
            "Ministry of Foreign",
            "OMN",
        ),
        case("parliament", "The Moldovan parliament agreed to the plan.", "Moldovan parliament", "MDA"),
        case("State Department", "The State Department agreed on Monday.", "State Department", "USA"),
        case("Knesset", "The Knesset agreed on Monday.", "Knesset", "ISR"),
        case("chamber of the register", "The Federation Council agreed on Monday.", "Federation Council", "RUS"),
        case("authorities", "The authorities of Senegal agreed to the plan.", "authorities of Senegal", "SEN"),
    ],
)
def test_a_body_is_of_its_state(text: str, mention: str, country: str) -> None:
    found = actor(text, mention)
    assert found.country == country
    assert found.kind in ("organisation", "group", "state")


@pytest.mark.parametrize(
    ("text", "mention", "key"),
    [
        case("UN", "The UN welcomed the truce.", "UN", "UN"),
        case("in full", "The European Union welcomed the truce.", "European Union", "EU"),
        case("African Union", "The African Union welcomed the truce.", "African Union", "AU"),
        case("ASEAN", "ASEAN welcomed the truce.", "ASEAN", "ASEAN"),
    ],
)
def test_an_international_body_is_of_no_state(text: str, mention: str, key: str) -> None:
    found = actor(text, mention)
    assert (found.key, found.kind, found.country) == (key, "organisation", None)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        case("agency", "In an interview with Reuters, Ghanaian President Nana Akufo-Addo said he would go.", "Reuters"),
        case(
            "newspaper by apposition",
            "In an interview with the newspaper Le Monde, Jordanian Foreign Minister Ayman Safadi said he would go.",
            "Le Monde",
        ),
        case(
            "newspaper behind its name",
            "In an interview with the Asharq newspaper, Jordanian Foreign Minister Ayman Safadi said he would go.",
            "Asharq",
        ),
        case(
            "in quotation marks",
            'In an interview with the channel "Al Arabiya", Ayman Safadi said he would go.',
            "Al Arabiya",
        ),
    ],
)
def test_a_medium_is_kept_by_its_name(text: str, medium: str) -> None:
    assert [a.name for a in read(text).actors if a.kind == "medium"] == [medium]
