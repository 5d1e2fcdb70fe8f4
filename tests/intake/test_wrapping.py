"""Page furniture, titles, datelines and translators' notes are set aside, each with its reason."""

from __future__ import annotations

import datetime as dt

import pytest

from legation.intake import report_from_text
from legation.intake.wrapping.dateline import find_dateline
from legation.intake.wrapping.translators import find_notes
from legation.model import Known, Report

BODY = "The foreign ministers of the two countries met on Tuesday and discussed the border and the trade of the region."


def asides(report: Report) -> list[tuple[str, str]]:
    return [(aside.reason, aside.span.of(report.text)) for aside in report.asides]


def body(report: Report) -> list[str]:
    return [span.of(report.text) for span in report.paragraphs()]


def test_menu_and_repeated_title_are_set_aside() -> None:
    report = report_from_text(
        f"Ministers met at the border\n- Новости\n- World\n- Ministers met at the border\n\n\n{BODY}"
    )
    assert asides(report) == [
        ("title", "Ministers met at the border"),
        ("breadcrumb", "- Новости"),
        ("breadcrumb", "- World"),
        ("repeated title", "- Ministers met at the border"),
    ]
    assert body(report) == [BODY]
    assert report.title == Known("Ministers met at the border", "text")


def test_a_trail_above_the_title_is_set_aside() -> None:
    report = report_from_text(f"Home > World > Central Asia\nMinisters met at the border\n\n{BODY}")
    assert asides(report) == [("breadcrumb", "Home > World > Central Asia"), ("title", "Ministers met at the border")]


def test_a_given_title_is_found_again_in_the_text() -> None:
    report = report_from_text(f"Ministers met at the border\n{BODY}", title="Ministers Met at the Border - The Courier")
    assert asides(report) == [("title", "Ministers met at the border")]
    assert report.title == Known("Ministers Met at the Border - The Courier", "option")


def test_the_first_line_of_hard_wrapped_text_is_no_title() -> None:
    text = "The foreign ministers of the two countries met\non Tuesday and discussed the border and the\ntrade."
    assert report_from_text(text).asides == ()


def test_a_first_sentence_is_no_title() -> None:
    assert report_from_text(f"The ministers met.\n\n{BODY}").asides == ()


def test_a_single_line_is_the_report_itself() -> None:
    report = report_from_text("President receives ambassador of Norway")
    assert report.title == Known() and body(report) == ["President receives ambassador of Norway"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share | Tweet", "share bar"),
        ("Facebook Twitter Telegram", "share bar"),
        ("Поделиться", "share bar"),
        ("Share this article: Facebook, X, WhatsApp 12", "share bar"),
        ("Подписывайтесь на наш канал в Telegram", "share bar"),
        ("Also read: The minister named the programme of the visit", "also read"),
        ("Read more: Ten facts about the summit", "also read"),
        ("Читайте также: Посол рассказал о планах", "also read"),
        ("相关阅读：两国外长会谈", "also read"),
        ("Lire aussi : La visite du ministre", "also read"),
        ("Photo: Press service of the ministry", "photo credit"),
        ("Фото: пресс-служба", "photo credit"),
        ("© 2024 The Courier", "copyright"),
        ("Copyright 2024 The Courier", "copyright"),
        ("Все права защищены", "copyright"),
        ("ADVERTISEMENT", "advertisement"),
        ("Реклама", "advertisement"),
        ("Tags: border, trade", "section"),
    ],
)
def test_a_furniture_line_between_paragraphs(line: str, reason: str) -> None:
    report = report_from_text(f"{BODY}\n{line}\nThe talks will go on in May, the ministry said in a statement.")
    assert asides(report) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was among the topics of the ministers.",
        "Share prices fell after the talks of the ministers.",
        "See also the statement of the ministry, which was sent to all embassies in the capital on the same day.",
        "By Tuesday the ministers had agreed on the text.",
        "Telegram was blocked in the country in March.",
        "Read out by the spokesman, the letter spoke of friendship.",
        "Photo opportunities were not planned, the ministry said.",
    ],
)
def test_an_ordinary_sentence_is_no_furniture(line: str) -> None:
    assert report_from_text(f"{BODY}\n{line}\n{BODY}").asides == ()


def test_links_below_an_also_read_heading_go_with_it() -> None:
    report = report_from_text(f"{BODY}\nЧитайте также:\nПосол рассказал о планах\nМинистры обсудили торговлю\n\n{BODY}")
    assert [reason for reason, _ in asides(report)] == ["also read"] * 3
    assert body(report) == [BODY, BODY]


def test_byline_and_name_before_a_dateline() -> None:
    report = report_from_text(f"Ministers met at the border\nBy Anna Berg and Omar al-Said\nTALLINN (Reuters) - {BODY}")
    assert asides(report)[1:] == [("byline", "By Anna Berg and Omar al-Said"), ("dateline", "TALLINN (Reuters) -")]
    report = report_from_text(f"Anna Berg\nTALLINN 2001-03-04\n{BODY}")
    assert asides(report) == [("byline", "Anna Berg"), ("dateline", "TALLINN 2001-03-04")]


def test_a_publication_line_gives_the_day() -> None:
    report = report_from_text(f"Ministers met at the border\n14:30, 5 марта 2024\n\n{BODY}")
    assert asides(report)[1] == ("dateline", "14:30, 5 марта 2024")
    assert report.published == Known(dt.date(2024, 3, 5), "text")


@pytest.mark.parametrize(
    ("line", "dateline", "place", "agency", "day"),
    [
        (
            "APIA, SAMOA – 13 MAY 2024: The minister left.",
            "APIA, SAMOA – 13 MAY 2024:",
            "Apia",
            None,
            dt.date(2024, 5, 13),
        ),
        ("TALLINN, March 5. /TASS/. The", "TALLINN, March 5. /TASS/.", "Tallinn", "TASS", None),
        ("TALLINN, Mar 5 (Reuters) - The", "TALLINN, Mar 5 (Reuters) -", "Tallinn", "Reuters", None),
        ("TALLINN, March 5 (Xinhua) -- The", "TALLINN, March 5 (Xinhua) --", "Tallinn", "Xinhua", None),
        ("TALLINN 2001-03-05", "TALLINN 2001-03-05", "Tallinn", None, dt.date(2001, 3, 5)),
        ("TEL AVIV, Israel 2001-03-05 The", "TEL AVIV, Israel 2001-03-05", "Tel Aviv", None, dt.date(2001, 3, 5)),
        ("RIO DE JANEIRO (AP) — The", "RIO DE JANEIRO (AP) —", "Rio de Janeiro", "AP", None),
        ("TALLINN, Estonia (AP) _ The", "TALLINN, Estonia (AP) _", "Tallinn", "AP", None),
        ("TALLINN, Estonia — The", "TALLINN, Estonia —", "Tallinn", None, None),
        ("ULAN-UDE – The", "ULAN-UDE –", "Ulan-Ude", None, None),
        ("Tallinn, 5 March (BNS) – The", "Tallinn, 5 March (BNS) –", "Tallinn", "BNS", None),
        ("Tallinn. March 5. Kazinform - The", "Tallinn. March 5. Kazinform -", "Tallinn", "Kazinform", None),
        (
            "TALLINN, March 5, 2024 /Courier/ The",
            "TALLINN, March 5, 2024 /Courier/",
            "Tallinn",
            "Courier",
            dt.date(2024, 3, 5),
        ),
        ("МОСКВА, 5 мар - РИА Новости. Министр", "МОСКВА, 5 мар - РИА Новости.", "Москва", "РИА Новости", None),
        ("新华社北京11月27日电 外交部", "新华社北京11月27日电", "北京", "新华社", None),
    ],
)
def test_datelines(line: str, dateline: str, place: str, agency: str | None, day: dt.date | None) -> None:
    found = find_dateline(line)
    assert found is not None
    assert line[: found.length].rstrip() == dateline
    assert (found.place, found.agency, found.published) == (place, agency, day)


@pytest.mark.parametrize(
    "line",
    [
        "In Tallinn, March 5 was a holiday.",
        "NATO — the alliance of 32 states — will meet in June.",
        "BREAKING — The minister has left.",
        "Hamas (Islamic Resistance Movement) - which rules the strip - said no.",
        "Tallinn is the capital.",
        "March 5, 2024 - The day of the talks.",
        "President Anna Berg, March 5 in hand, left.",
        "USA and China agreed.",
    ],
)
def test_these_are_no_datelines(line: str) -> None:
    assert find_dateline(line) is None


def test_a_place_in_capitals_before_a_paragraph_is_a_dateline() -> None:
    line = (
        "TALLINN U.S. Secretary of State Anna Berg said on Monday that the talks on the ports of the north would go on."
    )
    found = find_dateline(line)
    assert found is not None
    assert (line[: found.length].strip(), found.place) == ("TALLINN", "Tallinn")


def test_a_body_in_capitals_before_a_paragraph_is_no_dateline() -> None:
    line = (
        "UNHCR Commissioner Anna Berg said on Monday that the talks on the camps of the north would go on until June."
    )
    assert find_dateline(line) is None


def test_a_dateline_without_a_year_gives_no_publication_day() -> None:
    report = report_from_text(f"TALLINN, March 5. /TASS/. {BODY}")
    assert report.published == Known()
    assert report.outlet == Known("TASS", "dateline") and report.dateline_place == "Tallinn"


@pytest.mark.parametrize(
    ("note", "engine", "source"),
    [
        ("Переведено сервисом «Яндекс Переводчик»", "Yandex Translate", None),
        ("Переведено с казахского сервисом «Яндекс Переводчик»", "Yandex Translate", "kk"),
        ("Переведено с помощью Google Переводчика.", "Google Translate", None),
        ("Translated by Google from Chinese", "Google Translate", "zh"),
        ("(Translated from Arabic with DeepL)", "DeepL", "ar"),
        ("Machine translation from Kazakh (DeepL)", "DeepL", "kk"),
        ("This article was machine translated from Russian by Yandex Translate.", "Yandex Translate", "ru"),
        ("Translated from Turkish.", None, "tr"),
        ("机器翻译", None, None),
        ("本文由谷歌翻译", "Google Translate", None),
        ("Bu haber DeepL ile Rusçadan çevrilmiştir.", "DeepL", "ru"),
        ("Мәтін Google Translate көмегімен орыс тілінен аударылған", "Google Translate", "ru"),
        ("Traducido del ruso por DeepL", "DeepL", "ru"),
        ("Traduit du chinois par Google Traduction", "Google Translate", "zh"),
        ("ترجمة آلية", None, None),
    ],
)
def test_translators_notes_name_engine_and_language(note: str, engine: str | None, source: str | None) -> None:
    text = f"{BODY}\n{note}"
    found = find_notes(text)
    assert [one.span.of(text) for one in found] == [note]
    assert (found[0].engine, found[0].stated) == (engine, source)


@pytest.mark.parametrize(
    "around", [(f"{BODY}", ""), (f"{BODY} ", "\n"), ("", BODY), (f"{BODY}\n", f"Читайте нас {BODY}")]
)
def test_only_the_note_itself_is_set_aside(around: tuple[str, str]) -> None:
    before, after = around
    note = "Переведено сервисом «Яндекс Переводчик»"
    report = report_from_text(before + note + after)
    assert ("translator's note", note) in asides(report)
    assert "".join(body(report)).replace(" ", "") == (before + after).replace(" ", "").replace("\n", "")


def test_the_language_of_the_note_is_a_hint_and_says_so() -> None:
    report = report_from_text(f"{BODY}\nПереведено сервисом «Яндекс Переводчик»")
    assert report.translation is not None and report.translation.source_language == "ru"
    assert "probably from Russian" in report.asides[-1].detail
    stated = report_from_text(f"{BODY}\nTranslated by Google from Chinese")
    assert stated.translation is not None and stated.translation.source_language == "zh"


@pytest.mark.parametrize(
    "text",
    [
        "The book, translated from Arabic by a diplomat, was shown to the minister.",
        "His words were translated by Google staff during the visit.",
        "The minister spoke through an interpreter. Translation of the treaty took a year.",
        "Перевод посольства в новую столицу занял год.",
    ],
)
def test_translation_as_a_topic_is_no_note(text: str) -> None:
    assert find_notes(text) == []
