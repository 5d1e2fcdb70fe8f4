"""Offices by the words of a title."""

from __future__ import annotations

import pytest

from legation.register import load
from legation.register.loading import from_json
from legation.register.titles import usual_form, usual_names, without
from tests.register.cases import case, raw


@pytest.mark.parametrize(
    ("phrase", "country", "office"),
    [
        case("title and country given", "president", "FRA", "FRA-head_of_state"),
        case("adjective in the title", "the Kazakh leader", "KAZ", "KAZ-head_of_state"),
        case("country behind the title", "foreign minister of Kazakhstan", "KAZ", "KAZ-foreign_minister"),
        case("country before the title", "Kazakhstan's foreign minister", "KAZ", "KAZ-foreign_minister"),
        case("of a country with an article", "President of the Philippines", "PHL", "PHL-head_of_state"),
        case("head of state", "head of state", "KGZ", "KGZ-head_of_state"),
        case("king", "king", "SAU", "SAU-head_of_state"),
        case("chancellor", "Federal Chancellor", "DEU", "DEU-head_of_government"),
        case("top diplomat", "top diplomat", "JPN", "JPN-foreign_minister"),
        case("British title", "foreign secretary", "GBR", "GBR-foreign_minister"),
        case("American title", "Secretary of State", "USA", "USA-foreign_minister"),
        case("American spelling", "Secretary of Defense", "USA", "USA-defence_minister"),
        case("British spelling of it", "Secretary of Defence", "USA", "USA-defence_minister"),
        case("head of a body", "secretary-general", "UN", "UN-igo_head"),
        case(
            "title with its parts turned",
            "External Affairs Minister",
            "IND",
            "IND-foreign_minister",
        ),
        case(
            "High Representative in full",
            "High Representative of the European Union for Foreign Affairs and Security Policy",
            "EU",
            "EU-igo_head-high_representative",
            not_yet="the name of the body in the middle of the title is not taken out",
        ),
    ],
)
def test_an_office_of_a_country_is_titled(phrase: str, country: str, office: str) -> None:
    assert [o.id for o in load().offices_titled(phrase, country)] == [office]


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        case("speaker of the Sovfed", "speaker of the Sovfed", "RUS-speaker_upper"),
        case("chairwoman for chairman", "chairwoman of the Federation Council", "RUS-speaker_upper"),
        case("chairman", "Chairman of the Federation Council", "RUS-speaker_upper"),
        case("chairperson", "Chairperson of the Federation Council", "RUS-speaker_upper"),
        case("one spelling of a chamber", "Speaker of the Mazhilis", "KAZ-speaker_lower"),
        case("another spelling of it", "Speaker of the Majilis", "KAZ-speaker_lower"),
        case("adjective names the country", "the Kazakh leader", "KAZ-head_of_state"),
        case("title of one country only", "Taoiseach", "IRL-head_of_government"),
        case("case does not matter", "TAOISEACH", "IRL-head_of_government"),
        case("abbreviated body in the title", "UN Secretary-General", "UN-igo_head"),
    ],
)
def test_an_office_is_titled_without_its_country_given(phrase: str, office: str) -> None:
    assert [o.id for o in load().offices_titled(phrase)] == [office]


def test_a_title_that_many_countries_have_is_of_all_of_them() -> None:
    found = {o.jurisdiction for o in load().offices_titled("foreign minister")}
    assert {"KEN", "JPN", "CHL", "NOR"} <= found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case("defense", "Secretary of Defense", "secretary of defence"),
        case("organization", "Secretary-General of the Organization", "secretary-general of organisation"),
        case("chairwoman", "Chairwoman of the Senate", "chairman of the Senate"),
        case("spokeswoman", "spokeswoman", "spokesperson"),
        case("vice premier", "Vice-Premier of China", "Deputy Prime Minister of China"),
        case("cooperation", "Minister for Co-operation", "Minister for Cooperation"),
        case("apostrophes", "People’s Council", "People's Council"),
        case("articles and commas", "the President, a Head", "President Head"),
    ],
)
def test_titles_that_differ_in_fashion_only_have_one_form(one: str, other: str) -> None:
    assert usual_form(one) == usual_form(other)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        case("adjective", "kazakh leader", "leader"),
        case("behind", "leader of kazakhstan", "leader"),
        case("possessive", "kazakhstan's leader", "leader"),
        case("another country stays", "kyrgyz leader", "kyrgyz leader"),
        case("part of another word stays", "kazakhstani leader", "kazakhstani leader"),
        case("nothing would be left", "kazakh", "kazakh"),
    ],
)
def test_a_title_without_the_name_of_its_country(title: str, bare: str) -> None:
    assert without(title, usual_names(["Kazakh", "Kazakhstan"])) == bare


@pytest.mark.parametrize("phrase", ["head of nothing", "", "the", "of Kenya", "Kenya"])
def test_no_office_has_no_title(phrase: str) -> None:
    assert load().offices_titled(phrase) == ()
    assert load().offices_titled(phrase, "KEN") == ()


def test_a_title_of_another_country_is_not_found() -> None:
    assert load().offices_titled("the Kazakh leader", "KEN") == ()


def test_who_fills_two_offices_is_found_by_the_second_where_it_has_no_own_holder() -> None:
    double = next(entry for entry in raw()["offices"] if entry["also"] == "head_of_government")
    alone = from_json({part: [] for part in raw()} | {"offices": [double]})
    assert [o.id for o in alone.offices("head_of_government", double["jurisdiction"])] == [double["id"]]


def test_an_office_of_its_own_goes_before_one_that_is_filled_besides() -> None:
    assert [o.id for o in load().offices("head_of_state", "FRA")] == ["FRA-head_of_state"]
