"""Files, folders, gzip, HTML and JSON Lines; whatever is wrong with one input, the rest is read."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.errors import BadRecordLine, EmptyInput, InputError, NotAReport, UnreadableInput
from legation.intake import IntakeOptions, count, gather
from legation.model import Known, Report

ENGLISH = "The minister said that the talks with the ambassador were useful and will be continued in the capital."
PARAGRAPHS = "".join(
    f"<p>{ENGLISH} The {word} meeting of the two sides took place in the palace.</p>"
    for word in ("first", "second", "third")
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Talks in the palace - Courier</title>
<meta property="og:title" content="Talks in the palace">
<link rel="canonical" href="https://courier.example/palace">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite"}}, {{"@type": "NewsArticle",
 "headline": "Talks in the palace", "datePublished": "2024-03-05T23:30:00-05:00",
 "publisher": {{"name": "The Courier"}}}}]}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Talks in the palace</h1>{PARAGRAPHS}</article></body></html>"""


def reports(*inputs: str | Path, options: IntakeOptions | None = None) -> list[Report]:
    found = list(gather(inputs, options))
    assert all(isinstance(one, Report) for one in found), found
    return [one for one in found if isinstance(one, Report)]


def only_error(path: str | Path) -> InputError:
    (found,) = gather([path])
    assert isinstance(found, InputError)
    assert str(path) in str(found) and "\n" not in str(found)
    return found


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def write_file(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


Write = Callable[[str, bytes | str], Path]


# ------------------------------------------------------------------ plain text


def test_plain_text_is_kept_byte_for_byte(write: Write) -> None:
    text = f"\r\n {ENGLISH}\r\n\r\n{ENGLISH} \n"
    (report,) = reports(write("a.txt", text))
    assert report.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252"])
def test_encodings_are_told(write: Write, encoding: str) -> None:
    text = f"{ENGLISH} “Très bien”, he said."
    (report,) = reports(write("a.txt", text.encode(encoding)))
    assert report.text == text


def test_another_alphabet_without_a_mark_is_told(write: Write) -> None:
    text = "Президент встретился с председателем парламента и обсудил торговлю между двумя странами региона."
    (report,) = reports(write("a.txt", text.encode("cp1251")))
    assert report.text == text and report.unread == "not in English (Russian)"


def test_broken_utf8_is_read_with_a_mark_in_the_broken_place(write: Write) -> None:
    data = f"«{ENGLISH}»".encode() + b" \xff " + f"«{ENGLISH}»".encode()[:-1]
    (report,) = reports(write("a.txt", data))
    assert report.text == f"«{ENGLISH}» \ufffd «{ENGLISH}\ufffd"


def test_the_day_in_the_file_name_is_known_by_it(write: Write) -> None:
    (report,) = reports(write("2024-03-05_palace.txt", ENGLISH))
    assert report.published == Known(dt.date(2024, 3, 5), "file name")
    (report,) = reports(write("courier-20240305.txt", ENGLISH))
    assert report.published == Known(dt.date(2024, 3, 5), "file name")


def test_the_time_of_the_file_is_no_publication_day(write: Write) -> None:
    path = write("palace-2024.txt", ENGLISH)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert reports(path)[0].published == Known()


def test_options_go_before_what_is_found(write: Write) -> None:
    fetched = dt.datetime(2024, 3, 7, 12, tzinfo=dt.UTC)
    options = IntakeOptions(published=dt.date(2024, 3, 6), outlet="Herald", fetched=fetched)
    (report,) = reports(write("2024-03-05.html", PAGE), options=options)
    assert report.published == Known(dt.date(2024, 3, 6), "option")
    assert report.outlet == Known("Herald", "option")
    assert report.fetched == fetched


# ------------------------------------------------------------------ folders and streams


def test_a_folder_is_walked_sorted_without_hidden_files(write: Write, tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".hidden.txt", ".git/x.txt", "c.md"):
        write(name, f"{name}: {ENGLISH}")
    assert [report.text.split(":")[0] for report in reports(tmp_path)] == ["a.txt", "b/1.txt", "b/2.txt", "c.md"]
    assert count([tmp_path, "-", tmp_path / "missing"]) == 6


def test_the_same_report_from_another_folder_has_the_same_id(write: Write) -> None:
    first, second = reports(write("a/x.txt", ENGLISH), write("b/y.txt.gz", gzip.compress(ENGLISH.encode())))
    assert first.id == second.id


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(data: bytes) -> list[Report]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return reports("-")

    (report,) = feed(ENGLISH.encode())
    assert (report.text, report.source) == (ENGLISH, "<stdin>")
    assert [one.source for one in feed(b'{"text": "They met."}\n{"text": "They left."}\n')] == [
        "<stdin>:1",
        "<stdin>:2",
    ]
    assert feed(PAGE.encode())[0].title == Known("Talks in the palace", "metadata")
    assert feed(gzip.compress(ENGLISH.encode()))[0].text == ENGLISH


# ------------------------------------------------------------------ pages


def test_a_page_gives_text_and_particulars(write: Write) -> None:
    (report,) = reports(write("page.html", PAGE))
    assert ENGLISH in report.text and "Home" not in report.text and "<p>" not in report.text
    assert report.title == Known("Talks in the palace", "metadata")
    assert report.outlet == Known("The Courier", "metadata")
    assert report.address == Known("https://courier.example/palace", "metadata")
    assert report.published == Known(dt.date(2024, 3, 5), "metadata")
    assert report.language.value == "en"


def test_a_page_is_told_by_its_beginning_too(write: Write) -> None:
    (report,) = reports(write("page.txt.gz", gzip.compress(PAGE.encode())))
    assert report.outlet == Known("The Courier", "metadata")


def test_a_page_read_many_times_gives_the_same_text_each_time(write: Write) -> None:
    path = write("page.html", PAGE)
    assert len({report.text for report in reports(*[path] * 6)}) == 1


def test_a_page_in_its_declared_encoding(write: Write) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1250">').replace("ambassador", "ambassador Šťastný")
    (report,) = reports(write("page.html", page.encode("cp1250")))
    assert "Šťastný" in report.text


# ------------------------------------------------------------------ records


def test_json_lines_of_news_please(write: Write) -> None:
    record = {
        "maintext": f"{ENGLISH}\r\n", "title": "Talks", "date_publish": "2024-03-05 15:20:00",
        "date_download": "2024-03-06",
        "source_domain": "courier.example", "url": "https://courier.example/1", "language": "en", "text": None,
    }  # fmt: skip
    path = write("wire.jsonl", json.dumps(record))
    (report,) = reports(path)
    assert report.text == f"{ENGLISH}\r\n"
    assert (report.title.value, report.outlet.value) == ("Talks", "courier.example")
    assert report.published == Known(dt.date(2024, 3, 5), "metadata")
    assert report.language == Known("en", "metadata")
    assert report.source == f"{path}:1"


def test_json_lines_in_the_manner_of_gdelt(write: Write) -> None:
    record = {
        "url": "https://courier.example/1",
        "seendate": "20240305T153000Z",
        "domain": "courier.example",
        "content": ENGLISH,
    }
    (report,) = reports(write("wire.ndjson.gz", gzip.compress(json.dumps(record).encode())))
    assert report.published == Known(dt.date(2024, 3, 5), "metadata")
    assert report.outlet == Known("courier.example", "metadata")


@pytest.mark.parametrize(
    "stated",
    [
        "2024-03-05",
        "2024-03-05T23:59:00+09:00",
        "Tue, 05 Mar 2024 10:00:00 GMT",
        1709640000,
        "1709640000000",
        "March 5, 2024",
        "05.03.2024",
    ],
)
def test_dates_as_metadata_write_them(write: Write, stated: str | int) -> None:
    (report,) = reports(write("a.jsonl", json.dumps({"text": ENGLISH, "published": stated})))
    assert report.published == Known(dt.date(2024, 3, 5), "metadata")


@pytest.mark.parametrize("stated", ["03/04/2024", "5 March", "yesterday", "2024-02-30", "", None, 12])
def test_a_date_that_cannot_be_told_stays_unknown(write: Write, stated: object) -> None:
    (report,) = reports(write("a.jsonl", json.dumps({"text": ENGLISH, "published": stated})))
    assert report.published == Known()


def test_fields_can_be_mapped(write: Write) -> None:
    path = write(
        "a.jsonl", json.dumps({"text": "not this", "payload": {"words": ENGLISH}, "paper": {"name": "Courier"}})
    )
    (report,) = reports(path, options=IntakeOptions(fields={"text": "payload.words", "outlet": "paper"}))
    assert (report.text, report.outlet.value) == (ENGLISH, "Courier")
    with pytest.raises(ValueError, match="must be one of text, title"):
        IntakeOptions(fields={"txt": "body"})


def test_a_json_file_with_one_object_a_list_or_a_wrapped_list(write: Write) -> None:
    one = {"body": ENGLISH}
    assert len(reports(write("a.json", json.dumps(one, indent=1)))) == 1
    path = write("b.json", json.dumps([one, one]))
    assert [report.source for report in reports(path)] == [f"{path}#1", f"{path}#2"]
    assert len(reports(write("c.json", json.dumps({"status": "ok", "articles": [one, one]})))) == 2


def test_one_bad_line_is_named_and_the_others_are_read(write: Write) -> None:
    path = write("a.jsonl", '{"text": "They met."}\n\nnot json\n[1]\n{"title": "x"}\n{"text": "They left."}')
    found = list(gather([path]))
    assert [type(one) for one in found] == [Report, BadRecordLine, BadRecordLine, BadRecordLine, Report]
    assert [one.source for one in found if isinstance(one, InputError)] == [f"{path}:{line}" for line in (3, 4, 5)]


# ------------------------------------------------------------------ bad inputs


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(write: Write, content: bytes) -> None:
    assert isinstance(only_error(write("a.txt", content)), EmptyInput)


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"%PDF-1.7 text", b"\x89PNG\r\n", b"PK\x03\x04abc", b"text\x00text" * 50]
)
def test_a_binary_file(write: Write, content: bytes) -> None:
    error = only_error(write("a.dat", content))
    assert isinstance(error, NotAReport) and "not text" in error.reason


def test_fifty_megabytes_of_one_line(write: Write) -> None:
    error = only_error(write("a.txt", b"word " * 10_000_000))
    assert isinstance(error, NotAReport) and "too large" in error.reason


def test_fifty_megabytes_in_one_json_line(write: Write) -> None:
    path = write("a.jsonl", b'{"text": "' + b"a" * 50_000_000 + b'"}\n{"text": "They left."}\n')
    error, report = gather([path])
    assert isinstance(error, BadRecordLine) and error.source == f"{path}:1" and "too large" in error.reason
    assert isinstance(report, Report) and report.source == f"{path}:2"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + ENGLISH + "</div>" * 100_000,
        "<p><b>" * 100_000 + ENGLISH,
        "<script" * 300_000,
        "<p>x</p>" * 100_000,
    ],
)
def test_a_page_that_would_break_the_parser(write: Write, page: str) -> None:
    path = write("a.html", f"<html><body>{page}")
    begun = time.monotonic()
    assert isinstance(only_error(path), NotAReport | EmptyInput)
    assert time.monotonic() - begun < 10


def test_json_nested_without_end(write: Write) -> None:
    assert isinstance(only_error(write("a.json", "[" * 100_000)), BadRecordLine)


def test_a_truncated_gzip_file_gives_what_stands_before_the_cut(write: Write) -> None:
    packed = gzip.compress("".join(json.dumps({"text": f"{n}: {ENGLISH}"}) + "\n" for n in range(4_000)).encode())
    assert isinstance(only_error(write("a.txt.gz", gzip.compress(ENGLISH.encode() * 9)[:-12])), UnreadableInput)
    *read, error = gather([write("b.jsonl.gz", packed[: len(packed) // 2])])
    assert len(read) > 300 and all(isinstance(one, Report) for one in read)
    assert isinstance(error, UnreadableInput) and "cut short" in error.reason


def test_a_damaged_gzip_file(write: Write) -> None:
    assert isinstance(only_error(write("a.gz", b"\x1f\x8b\x08\x00abcdefghijk")), UnreadableInput)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz"])
def test_a_gzip_bomb(write: Write, name: str) -> None:
    assert isinstance(only_error(write(name, gzip.compress(b"a" * 60_000_000))), NotAReport)


def test_a_missing_file_and_an_empty_folder(tmp_path: Path) -> None:
    missing = only_error(tmp_path / "missing.txt")
    assert isinstance(missing, UnreadableInput) and missing.reason == "no such file or folder"
    assert isinstance(only_error(tmp_path), EmptyInput)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_and_a_file_without_permission(write: Write, tmp_path: Path) -> None:
    folder, file = write("a/x.txt", ENGLISH).parent, write("b.txt", ENGLISH)
    folder.chmod(0)
    file.chmod(0)
    try:
        found = list(gather([tmp_path]))
    finally:
        folder.chmod(0o700)
    assert [type(one) for one in found] == [UnreadableInput, UnreadableInput]
    assert all("permission denied" in str(one) for one in found)


def test_what_is_wrong_with_one_input_does_not_stop_the_others(write: Write, tmp_path: Path) -> None:
    write("1.txt", ENGLISH)
    write("2.bin", bytes(300))
    write("3.txt", b"")
    write("4.xml", "<?xml version='1.0'?><rss/>")
    write("5.txt", ENGLISH)
    (tmp_path / "6.txt").symlink_to(tmp_path / "nowhere")
    kinds = [type(one) for one in gather(["missing", tmp_path])]
    assert kinds == [UnreadableInput, Report, NotAReport, EmptyInput, NotAReport, Report, UnreadableInput]
