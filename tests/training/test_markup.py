"""Marked text to plain text and marks, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Span
from tests.training.helpers import BODY, TITLE, source
from training.corpus.files import Row, read_report, report_text, row_text
from training.corpus.markup import Mark, Marked, MarkupFault, parse, render

HEADS: list[tuple[str, str, tuple[str, ...]]] = [
    ("mention", "P", ("tokayev",)),
    ("mention", "p", ("tokayev+xi",)),
    ("mention", "L*", ("USA",)),
    ("mention", "T", ()),
    ("mention", "D", ("2024-05-21T15:00", "mod=START", "in=2024-05-01/2024-05-10")),
    ("speech", "con", ("s1",)),
    ("event", "trigger", ("e1",)),
    ("event", "topic", ("e1",)),
    ("passage", "translator's note", ()),
]
# Everything that means something to the markup, and letters that take several bytes.
WORDS = st.text(st.sampled_from("ab :[]{}<>~\\=é—中'\""), min_size=1, max_size=8).filter(lambda w: w.strip() == w)
Tree = tuple[Any, Any]
TREES = st.recursive(
    WORDS.map(lambda words: (None, words)),
    lambda inner: st.tuples(st.sampled_from(HEADS), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=8,
)


def built(paragraphs: list[list[Tree]]) -> Marked:
    """The marked text of trees of marks."""
    text: list[str] = []
    marks: list[Mark] = []
    spans: list[Span] = []

    def length() -> int:
        return sum(map(len, text))

    def add(tree: Tree, inside: tuple[str, ...]) -> None:
        head, content = tree
        if head is None:
            text.append(str(content))
            return
        sort, label, args = head
        # A passage inside a passage cannot be written: one sign opens and closes it.
        kept = not (sort == "passage" and "passage" in inside)
        place, start = len(marks), length()
        for child in content:
            add(child, (*inside, sort))
        if kept:
            marks.insert(place, Mark(sort, label, args, Span(start, length()), 0))

    for paragraph in paragraphs:
        if spans:
            text.append("\n\n")
        start = length()
        for tree in paragraph:
            add(tree, ())
        spans.append(Span(start, length()))
    return Marked("".join(text), tuple(marks), tuple(spans))


def without_lines(marked: Marked) -> Marked:
    marks = tuple(Mark(m.sort, m.label, m.args, m.span, 0) for m in marked.marks)
    return Marked(marked.text, marks, marked.paragraphs)


@given(st.lists(st.lists(TREES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_written_is_read_again(paragraphs: list[list[Tree]]) -> None:
    marked = built(paragraphs)
    assert without_lines(parse(render(marked).split("\n"))) == marked


def test_offsets_point_into_the_plain_text() -> None:
    marked = parse(["[P braze: Braže] <e1: met>", "[p eide: [p braze: her] host].", "", "Next."])
    assert marked.text == "Braže met her host.\n\nNext."
    assert [m.span.of(marked.text) for m in marked.marks] == ["Braže", "met", "her host", "her"]
    assert [span.of(marked.text) for span in marked.paragraphs] == ["Braže met her host.", "Next."]


def test_a_statement_may_stand_in_pieces_and_hold_another() -> None:
    marked = parse(['{s1 con: "A,"} {s1 src: he} {s1 cue: said}. {s1 con: "{s2 src: B} {s2 cue: says} {s2 con: C}."}'])
    pieces = [m.span.of(marked.text) for m in marked.marks if (m.key, m.label) == ("s1", "con")]
    assert pieces == ['"A,"', '"B says C."']


def test_a_mark_may_be_broken_over_lines_and_knows_its_own() -> None:
    marked = parse(["One [T", "x: foreign", "minister] and [L", "KAZ: Kazakhstan]."], first_line=7)
    assert marked.text == "One foreign minister and Kazakhstan."
    assert [m.line for m in marked.marks] == [7, 9]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[P x: Aliyev", "not closed"),
        ("Aliyev] said", "closes nothing"),
        ("[P x: {s1 src: Aliyev]}", "closes nothing"),
        ("[Q x: Aliyev]", "no mark begins"),
        ("{s1: Aliyev}", "no mark begins"),
        ("~weather: sunny~", "no mark begins"),
        ("5 > 4", "closes nothing"),
        ("[P x: ]", "marks no words"),
        (r"a \b", "backslash"),
    ],
)
def test_markup_that_cannot_be_read_is_refused_with_its_line(line: str, told: str) -> None:
    with pytest.raises(MarkupFault, match=told) as fault:
        parse(["Fine.", "", line], first_line=10)
    assert fault.value.line == 12


def test_a_report_is_written_and_read_again() -> None:
    path = Path("reports/train/baku-tbilisi.txt")
    once = read_report(source(), path, "train")
    twice = read_report(report_text(once), path, "train")
    assert (twice.header, without_lines(twice.body)) == (once.header, without_lines(once.body))
    assert [row_text(r) for r in twice.rows] == [row_text(r) for r in once.rows]
    assert parse([TITLE, "", *BODY.split("\n")]).text == once.body.text


@given(st.dictionaries(st.sampled_from(["name", "iso3", "when"]), st.text(st.sampled_from('a "\\,=-é'), max_size=6)))
def test_any_value_of_a_table_is_read_again(fields: dict[str, str]) -> None:
    text = source(tables=row_text(Row("actor", "x", fields, 0)))
    assert read_report(text, Path("x.txt"), "train").rows[0].fields == fields
