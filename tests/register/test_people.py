"""Whom a name means on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from legation.register import Candidate, Tenure, load
from legation.register.loading import date_point
from tests.register.cases import case

TODAY = dt.date(2024, 6, 12)
# What the reading room asks of a candidate before it takes a name for a person of the register.
SURE = 0.7


def named(
    name: str, country: str | None = None, on: dt.date | None = TODAY, kind: str | None = None
) -> list[Candidate]:
    return load().people_named(name, country=country, on=on, kind=kind)


def first(name: str, country: str | None = None, on: dt.date | None = TODAY, kind: str | None = None) -> str:
    """The usual name of the likeliest person; "" for nobody."""
    found = named(name, country, on, kind)
    return found[0].person.name if found else ""


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        case("Kasym-Jomart", "Kasym-Jomart Tokayev", "Kassym-Jomart Tokayev"),
        case("Kassym-Jomart", "Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev"),
        case("Qasym-Zhomart", "Qasym-Zhomart Toqaev", "Kassym-Jomart Tokayev"),
        case("Matvienko", "Valentina Matvienko", "Valentina Matviyenko"),
        case("Matviyenko", "Valentina Matviyenko", "Valentina Matviyenko"),
        case("Erdogan", "Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        case("Erdoğan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan"),
        case("Zelensky", "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        case("Zelenskyy", "Volodymyr Zelenskyy", "Volodymyr Zelenskyy"),
        case("Sergei Lavrov", "Sergei Lavrov", "Sergey Lavrov"),
        case("Lula without marks", "Luiz Inacio Lula da Silva", "Luiz Inácio Lula da Silva"),
        case("Store for Støre", "Jonas Gahr Store", "Jonas Gahr Støre"),
        case("Vietnamese without marks", "Pham Minh Chinh", "Phạm Minh Chính"),
        case("el-Sisi", "Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi"),
        case("al-Sisi", "Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        case("initial of the given name", "J. Trudeau", "Justin Trudeau"),
        case("Li Qiang", "Li Qiang", "Li Qiang"),
        case("King Abdullah by his number", "Abdullah II", "Abdullah II of Jordan"),
    ],
)
def test_a_name_in_another_spelling_is_the_same_person(spelling: str, person: str) -> None:
    assert first(spelling) == person


@pytest.mark.parametrize("spelling", ["Mohammed bin Salman", "Muhammad bin Salman", "Mohammad bin Salman Al Saud"])
def test_the_crown_prince_is_found_in_his_country_however_spelled(spelling: str) -> None:
    assert first(spelling, "SAU") == "Mohammed bin Salman"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        case("Li Qian is not Li Qiang", "Li Qian", "CHN"),
        case("Wang Yin is not Wang Yi", "Wang Yin", "CHN"),
        case("another given name", "Brigitte Macron", "FRA"),
        case("another country", "Macron", "DEU"),
        case("nobody of that name", "Aurelio Zanzibari", None),
        case("no letters", "...", None),
        case("nothing", "", None),
    ],
)
def test_nobody_is_meant_by(name: str, country: str | None) -> None:
    assert named(name, country) == []


@pytest.mark.parametrize(
    ("name", "country", "year", "person"),
    [
        case("Bush in 1990", "Bush", "USA", 1990, "George Bush"),
        case("Bush in 2004", "Bush", "USA", 2004, "George W. Bush"),
        case("Kirchner in 2005", "Kirchner", "ARG", 2005, "Néstor Kirchner"),
        case("Kirchner in 2012", "Kirchner", "ARG", 2012, "Cristina Fernández de Kirchner"),
        case("Aliyev in 1998", "Aliyev", "AZE", 1998, "Heydar Aliyev"),
        case("Aliyev in 2018", "Aliyev", "AZE", 2018, "Ilham Aliyev"),
        case("Kim in 1990", "Kim", "PRK", 1990, "Kim Il-song"),
        case("Berdimuhamedow in 2018", "Berdimuhamedow", "TKM", 2018, "Gurbanguly Berdimuhamedow"),
    ],
)
def test_the_same_surname_means_another_in_another_year(name: str, country: str, year: int, person: str) -> None:
    best = named(name, country, dt.date(year, 6, 12))[0]
    assert (best.person.name, best.score >= SURE) == (person, True)


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        case("British premier in 2018", "GBR-head_of_government", "2018-06-12", "Theresa May"),
        case("British premier in 2024", "GBR-head_of_government", "2024-06-12", "Rishi Sunak"),
        case("Kazakh president in 2018", "KAZ-head_of_state", "2018-06-12", "Nursultan Nazarbayev"),
        case("Kazakh president in 2024", "KAZ-head_of_state", "2024-06-12", "Kassym-Jomart Tokayev"),
        case("French president on the last day", "FRA-head_of_state", "2012-05-01", "Nicolas Sarkozy"),
        case("Chinese premier in 2022", "CHN-head_of_government", "2022-06-12", "Li Keqiang"),
        case("Chinese premier in 2024", "CHN-head_of_government", "2024-06-12", "Li Qiang"),
    ],
)
def test_an_office_is_held_by_one_person_on_a_day(office: str, day: str, person: str) -> None:
    register = load()
    found = register.office(office)
    assert found is not None
    on = dt.date.fromisoformat(day)
    held = [t for t in register.holders(found, on) if t.standing(on) == "held"]
    assert [p.name for t in held if (p := register.person(t.person))] == [person]


@pytest.mark.parametrize(
    ("tenure", "day", "standing"),
    [
        case("on the first day", ("2019-03-20", "2024-05-02", ""), "2019-03-20", "held"),
        case("on the last day", ("2019-03-20", "2024-05-02", ""), "2024-05-02", "held"),
        case("the day before", ("2019-03-20", "2024-05-02", ""), "2019-03-19", "not held"),
        case("the day after", ("2019-03-20", "2024-05-02", ""), "2024-05-03", "not held"),
        case("a year without a day holds all year", ("2019", "2021", ""), "2021-12-31", "held"),
        case("a month without a day holds all month", ("2019-03", "2021-04", ""), "2021-04-30", "held"),
        case("open, up to the day it was seen", ("2019-03-20", "", "2025-06"), "2025-06-30", "held"),
        case("open, after the day it was seen", ("2019-03-20", "", "2025-06"), "2025-07-01", "unconfirmed"),
        case("open and never seen", ("2019-03-20", "", ""), "2019-03-20", "unconfirmed"),
        case("without a known start", ("", "2024-05-02", ""), "1900-01-01", "held"),
    ],
)
def test_a_term_of_office(tenure: tuple[str, str, str], day: str, standing: str) -> None:
    start, end, as_of = (date_point(iso) for iso in tenure)
    term = Tenure("person", "office", start, end, as_of, "")
    assert term.standing(dt.date.fromisoformat(day)) == standing


def test_after_the_source_ends_a_holder_is_unconfirmed_and_counts_less() -> None:
    known, later = named("Wang Yi", "CHN")[0], named("Wang Yi", "CHN", dt.date(2090, 1, 1))[0]
    assert "2024-06-12" in known.reason
    assert "unconfirmed" in later.reason
    assert later.score < known.score


def test_a_surname_is_enough_only_where_country_or_office_leave_one() -> None:
    assert named("Macron")[0].score < SURE
    assert named("Macron", "FRA")[0].score >= SURE
    assert named("Macron", kind="head_of_state")[0].score >= SURE
    assert all(candidate.score < SURE for candidate in named("Kim", "KOR"))
    assert all(candidate.score < SURE for candidate in named("Berdimuhamedow", "TKM"))
    assert named("Berdimuhamedow", "TKM", kind="head_of_state")[0].score >= SURE


def test_a_surname_of_somebody_out_of_office_is_not_enough() -> None:
    assert named("Blinken", "USA", dt.date(2018, 6, 12))[0].score < SURE


def test_the_king_is_not_the_crown_prince() -> None:
    assert first("Salman", "SAU", kind="head_of_state") == "Salman of Saudi Arabia"
    assert first("Mohammed bin Salman", "SAU", kind="crown_prince") == "Mohammed bin Salman"


def test_every_candidate_has_a_score_and_a_reason_and_the_likeliest_is_first() -> None:
    for name in ("Kim", "Li", "Macron", "Wang Yi", "bin Salman", "Rasmussen"):
        scores = [candidate.score for candidate in named(name)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= candidate.score <= 1 and candidate.reason for candidate in named(name))
