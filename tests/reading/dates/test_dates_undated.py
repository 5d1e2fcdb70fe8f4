"""Reports without publication date: years are inferred where the report decides them, else they stay open."""

from __future__ import annotations

import datetime as dt

from legation.model import Span, Timex
from legation.reading.dates import find_timexes


def read(text: str) -> dict[str, Timex]:
    """The expressions by their words; every line of the text is a paragraph."""
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        passages.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return {t.span.of(text): t for t in find_timexes(text, passages, None)}


def edtf(timex: Timex) -> str:
    assert timex.when is not None
    return timex.when.edtf


def test_a_date_without_a_year_stays_open() -> None:
    found = read("The prime minister received the envoy on April 9. Earlier, on March 2 and 3, the envoy was in Baku.")
    assert edtf(found["April 9"]) == "XXXX-04-09"
    assert edtf(found["March 2 and 3"]) == "XXXX-03-02/XXXX-03-03"
    assert found["April 9"].when is not None and found["April 9"].when.year_open


def test_a_full_date_that_nothing_links_decides_nothing() -> None:
    found = read("The prime minister received the envoy on April 9. The treaty was signed on 5 May 2021.")
    assert edtf(found["April 9"]) == "XXXX-04-09"


def test_last_month_matches_the_month_named_in_full_and_dates_the_day_of_the_story() -> None:
    found = read(
        "Georgia's president praised the sultan on February 5, her office said.\n"
        "Of his visit to Tbilisi last December she said it had gone well.\n"
        "The sultan paid a state visit on December 11 and 12, 2023.\n"
    )
    assert edtf(found["last December"]) == "2023-12"
    assert edtf(found["February 5"]) == "2024-02-05"
    when = found["February 5"].when
    assert when is not None and when.reason == "'last December', seen from 'February 5', is December 2023"


def test_last_month_seen_from_later_in_the_same_year() -> None:
    found = read("He spoke on November 20. Of the visit last June he said little. She came on 4 June 2023.")
    assert edtf(found["November 20"]) == "2023-11-20"


def test_two_years_of_the_same_month_decide_nothing() -> None:
    found = read("He spoke on November 20. Of last June he said little. She came on 4 June 2023 and on 5 June 2021.")
    assert edtf(found["November 20"]) == "XXXX-11-20"
    assert edtf(found["last June"]) == "XXXX-06"


def test_later_links_a_date_to_the_full_one_before_it() -> None:
    found = read("The emir came on December 20 and 21, 2022. Later, January 9, his brother came too.")
    assert edtf(found["January 9"]) == "2023-01-09"
    when = found["January 9"].when
    assert when is not None and when.reason == "'later' links it to 'December 20 and 21, 2022'"


def test_earlier_links_a_date_to_the_full_one_before_it() -> None:
    found = read("The emir came on January 9, 2023. Earlier, on December 20, his brother had come.")
    assert edtf(found["December 20"]) == "2022-12-20"


def test_the_same_day_named_in_full_elsewhere_gives_the_year() -> None:
    found = read(
        "The emir landed on December 20. Talks on December 20 and 21, 2022 went well. Later, January 9, he left."
    )
    assert edtf(found["December 20"]) == "2022-12-20"
    assert edtf(found["January 9"]) == "2023-01-09"


def test_a_year_found_decides_others() -> None:
    found = read(
        "She spoke on February 5. Of the visit last December she said little. He came on 11 December 2023.\n"
        "Later, on March 1, she flew to Riga; her words of February 5 were quoted there."
    )
    assert [edtf(t) for t in found.values()] == ["2024-02-05", "2023-12", "2023-12-11", "2024-03-01"]


def test_the_eve_is_the_day_before_the_day_of_the_story() -> None:
    found = read("They met on May 1. The delegation landed on the eve of the visit.")
    assert edtf(found["the eve"]) == "XXXX-04-30"


def test_the_eve_of_the_first_of_march_needs_the_year() -> None:
    text = "They met on March 1. The delegation landed on the eve of the visit."
    assert "the eve" not in read(text)


def test_weekdays_and_yesterday_need_a_date_to_count_from() -> None:
    found = read("They met on Tuesday and spoke yesterday; next week they fly.")
    assert [(w, t.value) for w, t in found.items()] == [
        ("Tuesday", "XXXX-WXX-2"),
        ("yesterday", "XXXX-XX-XX"),
        ("next week", "XXXX-WXX"),
    ]
    assert all(t.when is not None and t.when.precision == "unknown" and t.when.reason for t in found.values())


def test_ends_of_running_periods_and_parts_of_days_without_a_date() -> None:
    found = read(
        "The envoy came on April 9.\nHe leaves at the end of the month and is back before the end of the year."
    )
    assert (found["the end of the month"].value, found["the end of the month"].mod) == ("XXXX-04", "END")
    assert (found["the end of the year"].value, found["the end of the year"].mod) == ("FUTURE_REF", "END")
    assert read("He came on Friday evening.")["Friday evening"].value == "XXXX-WXX-5TEV"


def test_hours_under_a_day_that_stands_as_a_heading_are_of_that_day() -> None:
    text = "The visit, hour by hour\nFRIDAY, MARCH 22\n10:00 Arrival. In the evening, dinner.\n11:30 Rest."
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        passages.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    found = [t.value for t in find_timexes(text, passages, dt.date(2024, 3, 13))]
    assert found == ["2024-03-22", "2024-03-22T10:00", "2024-03-22TEV", "2024-03-22T11:30"]
