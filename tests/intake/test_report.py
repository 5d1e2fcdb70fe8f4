"""The text is kept character for character; identity, language and particulars of a report."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import EmptyInput, NotAReport
from legation.intake import report_from_text
from legation.model import Known, Report

ENGLISH = "The minister said that the talks with the ambassador were useful and will be continued in the capital."

LINES = st.sampled_from(
    [
        "", "  ", "- Policy", "Home > World", "Ministers met at the border", "By Anna Berg",
        "TALLINN, March 5. /TASS/. He left.",
        "Share | Tweet", "Telegram", "Also read:", "Also read: this", "© 2024", "Translated by Google from Chinese",
        "He left. Переведено сервисом «Яндекс Переводчик»And more", "14:30, 5 марта 2024", "Photo: X", "Реклама",
        ENGLISH, "机器翻译", "(Machine translation)", "World", "TALLINN 2001-03-05", "\u2028", "\x85", "\x1c- a",
    ]
)  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=40), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines))
)


def check_coverage(report: Report) -> None:
    spans = [aside.span for aside in report.asides]
    assert all(0 <= span.start < span.end <= len(report.text) for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    covered = bytearray(len(report.text))
    for span in [*spans, *report.paragraphs()]:
        assert not any(covered[span.start : span.end])
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    assert all(covered[index] or char.isspace() for index, char in enumerate(report.text))


@given(st.text() | PAGES)
def test_asides_and_paragraphs_cover_any_text_once(text: str) -> None:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        with pytest.raises(EmptyInput):
            report_from_text(text)
        return
    report = report_from_text(text)
    assert report.text == text
    check_coverage(report)


def test_line_ends_and_spaces_and_composed_letters_stay() -> None:
    text = " \r\nThe e\u0301lite met.\r\n\tThe \u00e9lite left. \n"
    assert report_from_text(text).text == text


def test_only_a_byte_order_mark_is_dropped() -> None:
    assert report_from_text("\ufeffThe ministers met.").text == "The ministers met."


def test_half_a_surrogate_pair_is_replaced_in_its_place() -> None:
    assert report_from_text("The \ud800 ministers met.").text == "The \ufffd ministers met."


def test_the_same_report_has_the_same_id_wherever_it_lay() -> None:
    first = report_from_text(ENGLISH, title="Talks", source="a.txt")
    second = report_from_text(ENGLISH, title="Talks", source="b.txt", published=dt.date(2024, 3, 5))
    assert first.id == second.id and len(first.id) == 16
    assert first.sha256 == hashlib.sha256(ENGLISH.encode()).hexdigest()
    assert report_from_text(ENGLISH, title="Other talks").id != first.id


def test_what_the_caller_states_is_known_by_option() -> None:
    report = report_from_text(
        ENGLISH, published=dt.date(2024, 3, 5), outlet="Courier", address="https://courier.example/1"
    )
    assert report.published == Known(dt.date(2024, 3, 5), "option")
    assert report.outlet == Known("Courier", "option")
    assert report.address == Known("https://courier.example/1", "option")


def test_what_nobody_states_is_unknown() -> None:
    report = report_from_text(ENGLISH)
    assert (report.title, report.outlet, report.address, report.published) == (Known(), Known(), Known(), Known())
    assert report.fetched is None and report.dateline_place is None


@pytest.mark.parametrize(
    ("text", "code", "unread"),
    [
        (ENGLISH, "en", None),
        ("Ministers met", "en", None),
        ("Министры двух стран обсудили торговлю.", "ru", "not in English (Russian)"),
        ("Қазақстан президенті елшіні қабылдап, ынтымақтастықты талқылады.", "kk", "not in English (Kazakh)"),
        ("Президент України зустрівся з послом і обговорив її візит.", "uk", "not in English (Ukrainian)"),
        ("两国外长在北京举行会谈。", "zh", "not in English (Chinese)"),
        ("التقى وزير الخارجية بالسفير في العاصمة", "ar", "not in English (Arabic)"),
        (
            "Le ministre a reçu dans la capitale les ambassadeurs et il est parti pour une visite.",
            "fr",
            "not in English (French)",
        ),
        (
            "Der Minister hat in der Hauptstadt den Botschafter und die Gäste des Landes empfangen.",
            "de",
            "not in English (German)",
        ),
        (
            "Bakan büyükelçi ile görüştü ve bu ziyaret için daha sonra bir açıklama yaptı.",
            "tr",
            "not in English (Turkish)",
        ),
        ("Putin met Macron in Paris. Tokayev met Xi in Astana.", "en", None),
    ],
)
def test_a_report_not_in_english_is_kept_and_marked(text: str, code: str, unread: str | None) -> None:
    report = report_from_text(text)
    assert report.language == Known(code, "text")
    assert report.unread == unread


def test_foreign_wrapping_does_not_make_an_english_report_foreign() -> None:
    text = "- Новости\n- Политика\n\nThe minister met him.\nЧитайте также: Посол рассказал о планах визита в страну"
    assert report_from_text(text).unread is None


def test_the_words_and_not_the_stated_language_decide() -> None:
    assert report_from_text(ENGLISH, language="ru").language == Known("en", "text")
    assert report_from_text(ENGLISH, language="en-GB").language == Known("en", "option")


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(EmptyInput):
        report_from_text(text)


def test_a_text_too_long_for_a_report_is_refused() -> None:
    with pytest.raises(NotAReport, match="too large"):
        report_from_text("a" * 5_000_001)
