"""The shared task's alignment and figures, and entity scores, on small made-up analyses."""

from __future__ import annotations

from pathlib import Path

from benchmarks._columns import tag_spans, treebank
from benchmarks.ner import scores
from benchmarks.syntax import aligned, compared

GOLD = """# newdoc id = d
# text = I don't know.
1\tI\tI\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# text = Go on.
1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_
2\ton\ton\tADP\t_\t_\t1\tcompound:prt\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


def test_an_analysis_agrees_with_itself(tmp_path: Path) -> None:
    gold = treebank(_written(tmp_path, GOLD))
    assert gold.paragraphs == ["I don't know. Go on."]
    assert gold.of_paragraph == [2]
    assert set(compared(gold, gold).values()) == {100.0}


def test_parts_of_a_contraction_are_found_without_a_shared_token(tmp_path: Path) -> None:
    gold = treebank(_written(tmp_path, GOLD))
    apart = treebank(_written(tmp_path, "".join(line for line in GOLD.splitlines(True) if not line.startswith("2-3"))))
    assert len(aligned(gold.words, apart.words)) == len(gold.words)


def test_a_word_cut_otherwise_costs_what_hangs_on_it(tmp_path: Path) -> None:
    gold = treebank(_written(tmp_path, GOLD))
    given = treebank(_written(tmp_path, GOLD))
    given.words[-3].end -= 1  # "G" instead of "Go"
    found = compared(gold, given)
    assert found["words"] == 87.5
    assert found["las"] == 62.5  # itself and its two dependants


def test_tags_of_both_styles_become_the_same_spans() -> None:
    assert tag_spans(["I-PER", "I-PER", "O", "I-LOC"]) == tag_spans(["B-PER", "I-PER", "O", "B-LOC"])
    assert tag_spans(["I-LOC", "B-LOC"]) == {(0, 1, "LOC"), (1, 2, "LOC")}


def test_all_types_together_are_counted_not_averaged() -> None:
    found = scores({"PER": [1, 1, 1], "LOC": [0, 3, 3]})
    assert found["all"] == {"p": 25.0, "r": 25.0, "f1": 25.0}
    assert scores({"PER": [0, 0, 0]})["PER"]["f1"] == 0.0


def _written(folder: Path, text: str) -> Path:
    path = folder / "file.conllu"
    path.write_text(text, encoding="utf-8")
    return path
