"""Tables: words, publication date and tense on the left; TIMEX3 value and interval on the right."""

from __future__ import annotations

import datetime as dt

import pytest

from legation.model import Span, Timex
from legation.reading.dates import dateline_date, find_timexes

# A Wednesday.
PUBLISHED = dt.date(2024, 3, 13)


def read(text: str, published: dt.date | None = PUBLISHED, tense: str | None = None) -> tuple[Timex, ...]:
    """All expressions of a text of one paragraph; tense None: guessed from the words near by."""
    return find_timexes(text, [Span(0, len(text))], published, tense=(lambda span: tense) if tense else None)


def only(text: str, published: dt.date | None = PUBLISHED, tense: str | None = None) -> Timex:
    found = read(text, published, tense)
    assert len(found) == 1, [t.span.of(text) for t in found]
    return found[0]


def interval(timex: Timex) -> str:
    return timex.when.edtf if timex.when else ""


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("signed on 2019-07-04 in Rome", "2019-07-04", "2019-07-04"),
        ("signed on July 4, 2019 in Rome", "2019-07-04", "2019-07-04"),
        ("signed on 4 July 2019 in Rome", "2019-07-04", "2019-07-04"),
        ("signed on the 4th of July, 2019", "2019-07-04", "2019-07-04"),
        ("signed on Thursday, 4 July 2019", "2019-07-04", "2019-07-04"),
        ("signed on Aug. 4, 2019", "2019-08-04", "2019-08-04"),
        ("signed on 7/4/19", "2019-07-04", "2019-07-04"),
        ("signed on 25/12/2019", "2019-12-25", "2019-12-25"),
        ("signed on 04.07.2019", "2019-07-04", "2019-07-04"),
        ("in May 2019 they signed", "2019-05", "2019-05"),
        ("they signed in 2019", "2019", "2019"),
        ("the third quarter of 2019", "2019-Q3", "2019-07-01/2019-09-30"),
        ("the first half of 2019", "2019-H1", "2019-01-01/2019-06-30"),
        ("in the summer of 2019", "2019-SU", "2019-06-01/2019-08-31~"),
        ("during the 1980s", "198", "1980-01-01/1989-12-31"),
        ("in the 19th century", "18", "1801-01-01/1900-12-31"),
        ("at end-May 2019", "2019-05", "2019-05-21/2019-05-31~"),
        ("early in May 2019", "2019-05", "2019-05-01/2019-05-10~"),
        ("in late May 2019", "2019-05", "2019-05-21/2019-05-31~"),
        ("in mid-May 2019", "2019-05", "2019-05-11/2019-05-20~"),
        ("by the end of 2019", "2019", "2019-09-01/2019-12-31~"),
        ("in the second half of May 2019", "2019-05", "2019-05-16/2019-05-31~"),
        ("in the first week of May 2019", "2019-05", "2019-05-01/2019-05-07~"),
        ("on Christmas Eve 2019", "2019-12-24", "2019-12-24"),
        ("on Easter Sunday 2019", "2019-04-21", "2019-04-21"),
        ("in nineteen ninety-six", "1996", "1996"),
    ],
)
def test_a_date_in_full_is_itself(text: str, value: str, edtf: str) -> None:
    timex = only(text)
    assert (timex.type, timex.value, interval(timex)) == ("DATE", value, edtf)


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("met on January 3", "past", "2024-01-03"),
        ("met on December 12", "past", "2023-12-12"),
        ("meet on December 12", "future", "2024-12-12"),
        ("meet on April 2", "future", "2024-04-02"),
        ("met in November", "past", "2023-11"),
        ("meet in November", "future", "2024-11"),
        ("met last November", "past", "2023-11"),
        ("meet next May", "future", "2024-05"),
        ("met on Tuesday", "past", "2024-03-12"),
        ("meet on Tuesday", "future", "2024-03-19"),
        ("met on Wednesday", "past", "2024-03-13"),
        ("met last Wednesday", "past", "2024-03-06"),
        ("meet next Friday", "future", "2024-03-15"),
        ("meet on Friday of next week", "future", "2024-03-22"),
        ("met yesterday", "past", "2024-03-12"),
        ("meets today", "present", "2024-03-13"),
        ("meet tomorrow", "future", "2024-03-14"),
        ("met last week", "past", "2024-W10"),
        ("meet next week", "future", "2024-W12"),
        ("met this month", "past", "2024-03"),
        ("meet next month", "future", "2024-04"),
        ("met last year", "past", "2023"),
        ("met three days ago", "past", "2024-03-10"),
        ("met two months ago", "past", "2024-01"),
        ("met five years ago", "past", "2019"),
        ("fell in the fourth quarter", "past", "2023-Q4"),
        ("met in July last year", "past", "2023-07"),
        ("met over the weekend", "past", "2024-W10-WE"),
        ("met last spring", "past", "2023-SP"),
        ("met on the 12th.", "past", "2024-03-12"),
        ("meet on the 12th.", "future", "2024-04-12"),
        ("met on the 31st.", "past", "2024-01-31"),
        ("meet on the 5th of next month", "future", "2024-04-05"),
        ("met last October 23", "past", "2023-10-23"),
    ],
)
def test_tense_and_publication_date_place_what_the_text_leaves_open(text: str, tense: str, value: str) -> None:
    timex = only(text, tense=tense)
    assert (timex.type, timex.value) == ("DATE", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers met on Tuesday.", "2024-03-12"),
        ("The ministers will meet on Tuesday.", "2024-03-19"),
        ("The talks will be held on Tuesday.", "2024-03-19"),
        ("The minister is expected in Oslo on Monday.", "2024-03-18"),
        ("He said on Monday that he would resign.", "2024-03-11"),
        ("On Monday the envoy planned to fly on but stayed.", "2024-03-11"),
        ("The summit scheduled for June 4 was put off.", "2024-06-04"),
        ("The two signed it on December 20.", "2023-12-20"),
        ("The envoy will visit the United States in February.", "2025-02"),
        ("The visit was postponed to January.", "2025-01"),
        ("The envoy will stand by the February 23 accord.", "2024-02-23"),
        ("The deputy was shot to death in November.", "2023-11"),
        # Nobody would leave the year out of a date eleven and a half months ago with the same day so near.
        ("The pact, he said, takes effect on March 28.", "2024-03-28"),
    ],
)
def test_words_near_by_tell_the_tense_when_nobody_else_does(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "edtf", "parts"),
    [
        ("visited on June 3 and 4, 2023", "2023-06-03/2023-06-04", ["2023-06-03", "2023-06-04"]),
        ("visited on June 3-5, 2023", "2023-06-03/2023-06-05", ["2023-06-03", "2023-06-05"]),
        ("visited from 3 to 5 June 2023", "2023-06-03/2023-06-05", ["2023-06-03", "2023-06-05"]),
        ("visited between 3 and 5 June 2023", "2023-06-03/2023-06-05", ["2023-06-03", "2023-06-05"]),
        ("visited on June 3, 4 and 5, 2023", "2023-06-03/2023-06-05", ["2023-06-03", "2023-06-04", "2023-06-05"]),
        ("visited on May 30-June 2, 2023", "2023-05-30/2023-06-02", ["2023-05-30", "2023-06-02"]),
        ("from December 30 to January 2, 2023", "2022-12-30/2023-01-02", ["2022-12-30", "2023-01-02"]),
        ("from 30 May to 2 June 2023", "2023-05-30/2023-06-02", ["2023-05-30", "2023-06-02"]),
        ("a plan for 2025-2027", "2025/2027", ["2025", "2027"]),
        ("the budget of 2025/26", "2025/2026", ["2025", "2026"]),
        ("between 1995 and 1998", "1995/1998", ["1995", "1998"]),
        ("in June and July 2023", "2023-06/2023-07", ["2023-06", "2023-07"]),
        ("met on Monday and Tuesday", "2024-03-11/2024-03-12", ["2024-03-11", "2024-03-12"]),
    ],
)
def test_joined_dates_are_one_stretch_that_knows_its_parts(text: str, edtf: str, parts: list[str]) -> None:
    timex = only(text, tense="past")
    assert interval(timex) == edtf
    assert [part.value for part in timex.parts] == parts
    assert all(timex.span.covers(part.span) for part in timex.parts)


def test_days_that_only_share_a_month_stay_apart() -> None:
    text = "The envoys met on May 3 and 8, 2023."
    assert [(t.span.of(text), t.value) for t in read(text)] == [("May 3", "2023-05-03"), ("8, 2023", "2023-05-08")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on March 4, 2023. The next day they flew to Oslo.", ["2023-03-04", "2023-03-05"]),
        ("They met on March 4, 2023. A week earlier they had spoken.", ["2023-03-04", "2023-02-25"]),
        ("They met on March 4, 2023. Two days later she resigned.", ["2023-03-04", "2023-03-06"]),
        ("They met on March 4, 2023. The same day he left.", ["2023-03-04", "2023-03-04"]),
        ("They met on March 4, 2023. He had come the day before.", ["2023-03-04", "2023-03-03"]),
        ("They met on March 4, 2023; he came on the eve of the talks.", ["2023-03-04", "2023-03-03"]),
        ("They met on March 4, 2023, the day before the summit.", ["2023-03-04", "2023-03-04"]),
        ("They met in March 2023. The following month he left.", ["2023-03", "2023-04"]),
        ("They met in 2021 and the following year.", ["2021", "2022"]),
        ("He arrives on May 3. On the second day, the two are to sail.", ["2024-05-03", "2024-05-04"]),
        ("They met on March 11. He left at 10:44 p.m.", ["2024-03-11", "2024-03-11T22:44"]),
        ("Profit rose in the third quarter from a year earlier.", ["2023-Q3", "2022-Q3"]),
    ],
)
def test_a_date_counted_from_the_one_met_before(text: str, values: list[str]) -> None:
    assert [t.value for t in read(text)] == values


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("spoke for four hours", "DURATION", "PT4H"),
        ("a two-day visit", "DURATION", "P2D"),
        ("after two and a half years", "DURATION", "P2Y6M"),
        ("for several weeks", "DURATION", "PXW"),
        ("within 30 days", "DURATION", "P30D"),
        ("over the past three months", "DURATION", "P3M"),
        ("for two decades", "DURATION", "P20Y"),
        ("at a five year low", "DURATION", "P5Y"),
        ("came two weeks before the summit", "DURATION", "P2W"),
        ("half an hour late", "DURATION", "PT30M"),
        ("meets every Monday", "SET", "XXXX-WXX-1"),
        ("meets every two weeks", "SET", "P2W"),
        ("flies twice a week", "SET", "P1W"),
        ("is read daily", "SET", "P1D"),
        ("on Tuesday morning", "TIME", "2024-03-12TMO"),
        ("at 10:35 a.m. today", "TIME", "2024-03-13T10:35"),
        ("at 5 p.m. on March 4, 2023", "TIME", "2023-03-04T17:00"),
        ("last night", "TIME", "2024-03-12TNI"),
        ("they are now allies", "DATE", "PRESENT_REF"),
        ("who recently came", "DATE", "PAST_REF"),
        ("in the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_lengths_sets_times_and_vague_references(text: str, type_: str, value: str) -> None:
    timex = only(text)
    assert (timex.type, timex.value) == (type_, value)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("met earlier this year", "2024-01-01/2024-03-13"),
        ("will meet later this year", "2024-03-13/2024-12-31"),
        ("met earlier this month", "2024-03-01/2024-03-13"),
        ("will meet at the end of this month", "2024-03-21/2024-03-31~"),
    ],
)
def test_earlier_and_later_are_bounded_by_publication(text: str, edtf: str) -> None:
    assert interval(only(text)) == edtf


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They met today, Wednesday, in Riga.", "DATE", "2024-03-13"),
        ("They met yesterday Tuesday, in Riga.", "DATE", "2024-03-12"),
        ("They met yesterday evening, Tuesday, in Riga.", "TIME", "2024-03-12TEV"),
        ("They met on 2 March, Saturday, in Riga.", "DATE", "2024-03-02"),
        ("They met on Saturday 2, in Riga.", "DATE", "2024-03-02"),
        ("On the 8th he flew home.", "DATE", "2024-03-08"),
        ("On the 9th Orlova received him.", "DATE", "2024-03-09"),
        ("They met on the fifteenth.", "DATE", "2024-02-15"),
        ("an accord signed the 5 at Lomé", "DATE", "2024-03-05"),
        ("since the first of the month", "DATE", "2024-03-01"),
        ("signed on the first day of the year", "DATE", "2024-01-01"),
        ("They met in the night of Monday.", "TIME", "2024-03-11TNI"),
        ("They met on the evening of March 4.", "TIME", "2024-03-04TEV"),
        ("They met in the morning of the 4th.", "TIME", "2024-03-04TMO"),
        ("They met on Tuesday, 10 a.m.", "TIME", "2024-03-12T10:00"),
        ("They met on March 4, 16:30.", "TIME", "2024-03-04T16:30"),
        ("They met at 7 a.m. of the 4th.", "TIME", "2024-03-04T07:00"),
        ("They met this morning at 9:30.", "TIME", "2024-03-13T09:30"),
        ("They met at 8:15 in the evening.", "TIME", "2024-03-13T20:15"),
        ("They met at 10:00 on Monday morning.", "TIME", "2024-03-11T10:00"),
        ("They spoke at 22 hours.", "TIME", "2024-03-13T22:00"),
        ("They spoke at 16.30.", "TIME", "2024-03-13T16:30"),
        ("They spoke at 17h15.", "TIME", "2024-03-13T17:15"),
        ("They spoke at ten o'clock in the evening.", "TIME", "2024-03-13T22:00"),
        ("They spoke at eleven at night.", "TIME", "2024-03-13T23:00"),
        ("They met the evening before.", "TIME", "2024-03-12TEV"),
        ("by the 20th Orlova wants an answer", "DATE", "2024-03-20"),
        ("slept three nights there", "DURATION", "P3D"),
        ("a decade-long quarrel", "DURATION", "P10Y"),
        ("He rang her in the small hours.", "TIME", "2024-03-13TNI"),
        ("by dawn he had left", "TIME", "2024-03-13TMO"),
        ("They meet on Monday week.", "DATE", "2024-03-25"),
        ("in the first quarter of the coming year", "DATE", "2025-Q1"),
        ("closed on 7 May of the past year", "DATE", "2023-05-07"),
        ("the May consultations", "DATE", "2024-05"),
        ("spoke for an hour and half", "DURATION", "PT1H30M"),
        ("spoke for a quarter of an hour", "DURATION", "PT15M"),
        ("the first in a quarter of a century", "DURATION", "P25Y"),
        ("a cordial half-hour with him", "DURATION", "PT30M"),
        ("answered within the week.", "DURATION", "P1W"),
        ("left hours before the vote", "DURATION", "PTXH"),
        ("came a week before Orlova did", "DURATION", "P1W"),
        ("calls her every evening", "SET", "P1D"),
        ("comes into force in the nearest days", "DATE", "FUTURE_REF"),
    ],
)
def test_how_translators_and_agencies_put_days_and_hours(text: str, type_: str, value: str) -> None:
    timex = only(text)
    assert (timex.type, timex.value) == (type_, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy flies to Riga on Friday.", "2024-03-15"),
        ("On Friday the king receives the envoy.", "2024-03-15"),
        ("The king called a meeting of the council for Friday.", "2024-03-15"),
        ("The meeting slipped to Friday.", "2024-03-15"),
        ("The rite planned in Riga for Tuesday was cancelled.", "2024-03-12"),
        ("The envoy was meant to land on Friday and stayed at home.", "2024-03-15"),
        ("The envoy had been due to land on Friday.", "2024-03-15"),
        ("The talks were to be held on March 8 but fell through.", "2024-03-08"),
        ("A visit is being prepared for September.", "2024-09"),
        ("The two spent half of Tuesday on the telephone.", "2024-03-12"),
        ("The king agreed to a truce on Tuesday.", "2024-03-12"),
        ("The king invited the envoy on Tuesday.", "2024-03-12"),
        ("The king invited the envoy to come on Tuesday.", "2024-03-19"),
        ("The march follows Tuesday's word that the king is to go.", "2024-03-12"),
        # A day that would lie a year ahead has its year in print.
        ("The pact that will be spoken of was signed, he said, on March 8.", "2024-03-08"),
    ],
)
def test_what_is_by_timetable_or_was_meant_to_be_lies_where_it_was_meant(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_time_of_a_day_carries_the_day() -> None:
    timex = only("They met in the night of Monday.")
    assert [(part.type, part.value) for part in timex.parts] == [("DATE", "2024-03-11")]


def told(*paragraphs: str, published: dt.date | None = PUBLISHED) -> list[str]:
    """The values of the last paragraph of a report."""
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    return [t.value for t in find_timexes(text, spans, published) if t.span.start >= spans[-1].start]


def test_a_paragraph_that_begins_with_the_day_before_goes_back_to_the_day_of_the_news() -> None:
    news, past = "The two met on Tuesday.", "They had last met on May 3, 2022."
    assert told(news, past, "The day before, the envoy was in Riga.") == ["2024-03-11"]
    assert told(news, past, "The eve, the envoy was in Riga.") == ["2024-03-11"]
    assert told(news, past, "In the evening the envoy was received.") == ["2024-03-12TEV"]
    assert told(news, past, "They met on January 9, and the day before in Oslo.")[-1] == "2024-01-08"
    assert told(news, past, "He left the day after his defeat.") == ["2022-05-04"]


def test_a_day_that_stands_as_a_heading_follows_the_lead() -> None:
    assert told("The king will come to Riga.", "MONDAY. Opening of the fair, it was told.") == ["2024-03-18"]
    assert told("The king will come to Riga.", "MONDAY, 10 a.m. Guard of honour.") == ["2024-03-18T10:00"]
    assert told("The king came to Riga.", "MONDAY. Opening of the fair, which will go on.") == ["2024-03-11"]
    assert told("The king will come to Riga.", "MONDAY. Fair. Evening: dinner.")[-1] == "2024-03-18TEV"
    assert told("The king will come to Riga.", "Monday the envoy was received.") == ["2024-03-11"]


def test_days_are_counted_from_a_day_and_not_from_the_last_season_spoken_of() -> None:
    assert told("The two met on Tuesday.", "He hopes for the summer. She came a day earlier.")[-1] == "2024-03-11"


def test_what_is_past_is_not_counted_from_a_day_to_come() -> None:
    assert told("They met on Tuesday.", "They will meet on April 4. Earlier in the day she spoke.")[-1] == "2024-03-12"


def test_without_publication_today_is_the_day_that_the_report_opens_with() -> None:
    assert told("RIGA, March 12. The two met.", "He left today.", published=None) == ["XXXX-03-12"]
    assert told("The two met.", "He left today.", published=None) == ["XXXX-XX-XX"]


def test_without_publication_a_weekday_is_known_beside_one_that_is_named_with_its_date() -> None:
    lead = "The two met on Friday, 30 May."
    assert told(lead, "He left on Saturday.", published=None) == ["XXXX-05-31"]
    assert told(lead, "He came on Wednesday.", published=None) == ["XXXX-05-28"]
    assert told(lead, "He will leave on Wednesday.", published=None) == ["XXXX-06-04"]
    assert told("The two met on 30 May.", "He left on Saturday.", published=None) == ["XXXX-WXX-6"]


@pytest.mark.parametrize(
    "text",
    [
        "The two may agree and march on together.",
        "Theresa May met Boris Johnson.",
        "The Sun and the Sat nav fell; Mar a Lago.",
        "It cost 2000 dollars and 1990 people came, $1999 each.",
        "A man in his 30s spoke of 24 states and article 1995(3).",
        "A 6-year-old, a five-year-old and a quarter of a 40-year-old pact.",
        "Under Resolution 1701 the force stays.",
        "He was elected on the spot; spring water, fall of a wall.",
        "the eleventh hour of a day of reckoning"[:17],
        "on February 31 and 99/99/2020",
        "He sends two thousand troops, wrote the Harbour Weekly.",
        "the Movement 23 March and the 8th Army and the 19th National Congress",
        "received on the 20th floor, on the 15th regular session, on the 3rd annual forum",
    ],
)
def test_ordinary_words_and_numbers_are_no_dates(text: str) -> None:
    assert [t.span.of(text) for t in read(text)] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("ASTANA, December 12. /TASS/ The president", "XXXX-12-12"),
        ("BEIJING, Oct. 4 (Xinhua) --", "XXXX-10-04"),
        ("PARIS, 4 October 2023 -", "2023-10-04"),
        ("MOSCOW, 2023-10-04.", "2023-10-04"),
    ],
)
def test_a_dateline_gives_its_day(text: str, edtf: str) -> None:
    point = dateline_date(text, Span(0, len(text)))
    assert point is not None and point.edtf == edtf


def test_a_dateline_without_a_day_gives_none() -> None:
    assert dateline_date("LONDON (Reuters) -", Span(0, 18)) is None


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("The envoys sat down at half past three.", "TIME", "2024-03-13T03:30"),
        ("The envoys sat down at a quarter to ten in the evening.", "TIME", "2024-03-13T21:45"),
        ("The envoys sat down at 1500 GMT.", "TIME", "2024-03-13T15:00"),
        ("The envoys sat down at nine this morning.", "TIME", "2024-03-13T09:00"),
        ("The envoys sat down at midday.", "TIME", "2024-03-13T12:00"),
        ("The envoy came back at night.", "TIME", "2024-03-13TNI"),
        ("The envoys sat on until the early hours of Tuesday.", "TIME", "2024-03-12TNI"),
        ("He was received in the first half of the day.", "TIME", "2024-03-13TMO"),
        ("It happened in the night from Monday to Tuesday.", "TIME", "2024-03-11TNI"),
        ("They will sit down on Tuesday the 19th.", "DATE", "2024-03-19"),
        ("They will sit down Monday next.", "DATE", "2024-03-18"),
        ("They sat down on the 12-th of March.", "DATE", "2024-03-12"),
        ("From the 17th to the 19th he will tour the islands.", "DATE", "2024-03-17/2024-03-19"),
        ("From 17 to 19 he will tour the islands.", "DATE", "2024-03-17/2024-03-19"),
        ("It will be signed in the second decade of April.", "DATE", "2024-04"),
        ("It was signed the year before last.", "DATE", "2022"),
        ("He saw him the other day.", "DATE", "PAST_REF"),
        ("They will sign in the nearest time.", "DATE", "FUTURE_REF"),
        ("They will sign in the weeks to come.", "DATE", "FUTURE_REF"),
        ("They talked for two hours and 15 minutes.", "DURATION", "PT2H15M"),
        ("They talked for a good hour.", "DURATION", "PT1H"),
        ("He quit days after the vote.", "DURATION", "PXD"),
        ("A few hours earlier he had quit.", "DURATION", "PTXH"),
        ("The envoy came at dusk.", "TIME", "2024-03-13TEV"),
        ("The envoy rested in the late afternoon.", "TIME", "2024-03-13TAF"),
        ("They met at Pentecost.", "DATE", "2023-05-28"),
        ("On the second day of the visit he saw the port.", "DATE", "2024-03-13"),
        ("Sales in the January-February period doubled.", "DATE", "2024-01/2024-02"),
        ("They met this Tuesday 12 March.", "DATE", "2024-03-12"),
        ("They met in the afternoon of yesterday.", "TIME", "2024-03-12TAF"),
        ("They met in the evening of the same day.", "TIME", "2024-03-13TEV"),
        ("They met on the very same day.", "DATE", "2024-03-13"),
        ("They met in May of the year 2023.", "DATE", "2023-05"),
        ("They met half a year ago.", "DATE", "2023-09"),
        ("They meet within the next days.", "DATE", "FUTURE_REF"),
        ("They met on 2023/05/16.", "DATE", "2023-05-16"),
        ("It grew in the 2023 year.", "DATE", "2023"),
        ("They rode in the night from 4 to 5 March.", "TIME", "2024-03-04TNI"),
        ("They meet from the 18 to the 20 of March.", "DATE", "2024-03-18/2024-03-20"),
        ("They meet between 18 and 20 of this month.", "DATE", "2024-03-18/2024-03-20"),
        ("They meet at dawn tomorrow.", "TIME", "2024-03-14TMO"),
        ("On the 12, he rode home.", "DATE", "2024-03-12"),
        ("The talks end March 15.", "DATE", "2024-03-15"),
        ("They meet on Mondays.", "SET", "XXXX-WXX-1"),
        ("They meet every second year.", "SET", "P2Y"),
    ],
)
def test_more_ways_to_tell_the_hour_the_day_and_the_length(text: str, type_: str, value: str) -> None:
    timex = only(text)
    assert (timex.type, timex.value) == (type_, value)


@pytest.mark.parametrize("text", ["At the moment of the blast he slept.", "The singer, of 81 years, bowed."])
def test_moments_of_something_and_ages_are_no_dates(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministry called off the envoy's Friday trip.", "2024-03-15"),
        ("He moved the trip to Friday.", "2024-03-15"),
        ("The rebels have until Friday to lay down arms.", "2024-03-15"),
        ("The envoy meets the king in Lagos on Friday.", "2024-03-15"),
        ("They agreed at dinner to sign on Friday.", "2024-03-15"),
        ("The two must sign on Friday.", "2024-03-15"),
        ("All had signed by Tuesday.", "2024-03-12"),
        # Nobody tells without a verb of the past of what was six days ago.
        ("The king tours the port on Thursday.", "2024-03-14"),
        ("The Thursday opening of the fair stands.", "2024-03-14"),
        ("The king tours the port from Thursday to Sunday.", "2024-03-14/2024-03-17"),
        ("The king toured the port on Thursday.", "2024-03-07"),
        ("The hall was closed. Friday it opens.", "2024-03-15"),
        ("Orlova, who was to have opened the fair on Friday, stayed away.", "2024-03-15"),
        ("He brought the king's invitation for the races in May.", "2024-05"),
        ("The aid was promised by June 30.", "2024-06-30"),
        ("The truce was prolonged to June 1.", "2024-06-01"),
        ("The talks foreseen for November were called off.", "2023-11"),
        ("The game opens in Lagos in the third quarter of the year.", "2024-Q3"),
        ("The court will sit in the fourth quarter.", "2024-Q4"),
    ],
)
def test_what_is_put_off_or_must_be_lies_ahead(text: str, value: str) -> None:
    assert only(text).value == value
