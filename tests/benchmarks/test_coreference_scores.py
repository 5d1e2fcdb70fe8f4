"""The figures for coreference on examples from the papers that proposed them; how mentions and names are matched."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks._clusters import FIGURES, Clusters, Part, b_cubed, best_total, ceaf_e, muc
from benchmarks._entities import Document, documents
from benchmarks._people import Spoken, clusters, paired
from benchmarks.coreference import of_pronouns, pronouns, resolved
from legation.model import Actor, Mention, Reading, Span

# Luo 2005, table 1: twelve mentions of three entities, and four answers.
TRUTH: Clusters = [frozenset("12345"), frozenset("67"), frozenset("89ABC")]
JOINED_LAST: Clusters = [frozenset("12345"), frozenset("6789ABC")]
JOINED_LARGE: Clusters = [frozenset("1234589ABC"), frozenset("67")]
ALL_ONE: Clusters = [frozenset("123456789ABC")]
ALL_ALONE: Clusters = [frozenset(mention) for mention in "123456789ABC"]


@pytest.mark.parametrize(
    ("answer", "figures"),
    [
        pytest.param(JOINED_LAST, (0.947, 0.865, 0.733), id="two small ones joined"),
        pytest.param(JOINED_LARGE, (0.947, 0.737, 0.667), id="two large ones joined"),
        pytest.param(ALL_ONE, (0.900, 0.545, 0.294), id="everything is one"),
        pytest.param(ALL_ALONE, (0.0, 0.400, 0.178), id="everything is alone"),
        pytest.param(TRUTH, (1.0, 1.0, 1.0), id="the truth"),
    ],
)
def test_the_answers_of_the_paper_get_its_figures(answer: Clusters, figures: tuple[float, float, float]) -> None:
    assert tuple(round(figure(TRUTH, answer).f1, 3) for figure in (muc, b_cubed, ceaf_e)) == figures


def test_of_links_it_counts_how_many_are_lacking() -> None:
    # Vilain and others 1995: one chain of four, answered by two of two
    assert muc([frozenset("ABCD")], [frozenset("AB"), frozenset("CD")]).recall == pytest.approx(2 / 3)
    assert muc([frozenset("ABCD")], [frozenset("AB"), frozenset("CD")]).precision == 1.0


def test_a_mention_that_is_only_on_one_side_costs_that_side() -> None:
    found = b_cubed([frozenset("AB")], [frozenset("ABC")])
    assert found.recall == 1.0
    assert found.precision == pytest.approx(4 / 9)


def test_without_anything_found_all_figures_are_nothing() -> None:
    assert [figure([frozenset("AB")], []).f1 for figure in FIGURES.values()] == [0.0, 0.0, 0.0]
    assert Part().f1 == 0.0


def test_the_best_pairs_are_best_together() -> None:
    assert best_total([[5, 4], [4, 1]]) == 8
    assert best_total([[5.0, 4.0, 0.0]]) == 5
    assert best_total([[1.0], [3.0]]) == 3


# ---------------------------------------------------------------- our corpus

# "President Ana Oliveira flew home. She slept."
NAME, SHE = Span(10, 22), Span(34, 37)


def _said(span: Span, who: str, named: bool = False) -> Spoken:
    return Spoken(span, frozenset({who}), Span(max(span.start, span.end - 8), span.end), named)


def test_a_name_with_its_title_is_the_name_that_is_annotated() -> None:
    gold = [_said(NAME, "ana", True), _said(SHE, "ana")]
    given = [_said(Span(0, 22), "x", True), _said(SHE, "x")]
    assert paired(gold, given) == {Span(0, 22): NAME, SHE: SHE}
    assert clusters(given, paired(gold, given)) == [frozenset({(True, NAME), (True, SHE)})]


def test_of_an_office_inside_a_title_the_name_is_taken() -> None:
    # "the press secretary of [the president] [Ana Oliveira]"
    gold = [_said(Span(23, 36), "boss"), _said(Span(37, 49), "ana", True)]
    assert paired(gold, [_said(Span(4, 49), "x", True)]) == {Span(4, 49): Span(37, 49)}


def test_what_is_found_and_not_annotated_stays_apart() -> None:
    (only,) = clusters([_said(NAME, "x", True)], {})
    assert only == {(False, NAME)}


# ---------------------------------------------------------------- a treebank

GOLD = """# newdoc id = d1
# meta::genre = news
# newpar
# text = Ana Oliveira's brother met her.
1\tAna\tAna\tPROPN\t_\t_\t4\tnmod:poss\t_\tEntity=(2(1
2\tOliveira\tOliveira\tPROPN\t_\t_\t1\tflat\t_\t_
3\t's\t's\tPART\t_\t_\t1\tcase\t_\tEntity=1)
4\tbrother\tbrother\tNOUN\t_\t_\t5\tnsubj\t_\tEntity=2)
5\tmet\tmeet\tVERB\t_\t_\t0\troot\t_\t_
6\ther\tshe\tPRON\t_\t_\t5\tobj\t_\tEntity=(1)|SpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

# text = He slept.
1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(2)
2\tslept\tsleep\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""
HER = Span(27, 30)


def _reading(name: Span) -> Reading:
    mentions = (Mention(name, "x:ana", "name"), Mention(HER, "x:ana", "pronoun"))
    return Reading("d1", "test", actors=(Actor("x:ana", "person", "Ana"),), mentions=mentions)


def test_pronouns_count_whose_bearers_have_a_name(tmp_path: Path) -> None:
    (document,) = _documents(tmp_path)
    assert document.text == "Ana Oliveira's brother met her. He slept."
    assert list(pronouns(document)) == [HER]  # the brother has none


@pytest.mark.parametrize(
    ("name", "right"), [pytest.param(Span(0, 12), 1, id="her name"), pytest.param(Span(15, 22), 0, id="another's")]
)
def test_a_pronoun_is_right_by_the_name_it_is_tied_to(tmp_path: Path, name: Span, right: int) -> None:
    (document,) = _documents(tmp_path)
    score = of_pronouns(resolved(document, _reading(name)))
    assert (score.both, score.first, score.second) == (right, 1, 1)


def test_a_pronoun_tied_to_nobody_costs_recall_alone(tmp_path: Path) -> None:
    (document,) = _documents(tmp_path)
    score = of_pronouns(resolved(document, Reading("d1", "test")))
    assert (score.both, score.first, score.second) == (0, 1, 0)


def _documents(folder: Path) -> list[Document]:
    path = folder / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    return list(documents(path))
