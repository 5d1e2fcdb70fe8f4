"""What the language model is trained on: labels that leave open what a source does not mark, and no leaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.language.decoding import lemma
from training.model.labels import allowed, bio, taught
from training.model.lemmas import edit
from training.model.prepare import leaks
from training.model.sources import attributions, conll

TAGS = bio(["person", "organisation", "title", "medium", "other"])


def tags_of(key: str) -> set[str]:
    return {tag for tag, may in zip(TAGS, allowed(key, TAGS), strict=True) if may}


def test_a_word_that_conll_leaves_unmarked_may_be_a_title_but_no_person() -> None:
    assert tags_of("conll:O") == {"O", "B-title", "I-title"}
    assert tags_of("O") == {"O"}


def test_an_organisation_of_conll_may_be_a_medium() -> None:
    assert tags_of("conll:B-organisation") == {"B-organisation", "B-medium"}
    assert tags_of("B-organisation") == {"B-organisation"}


def test_only_kinds_that_a_source_marks_count_as_taught() -> None:
    assert taught(["conll:O", "conll:B-organisation", "conll:B-misc"]) == ["organisation", "other"]
    assert taught(["B-title", "O"]) == ["title"]


@pytest.mark.parametrize(
    ("form", "of"),
    [("Countries", "country"), ("went", "go"), ("NATO", "NATO"), ("Met", "meet"), ("'s", "'s"), ("n't", "not")],
)
def test_an_edit_leads_back_to_the_lemma(form: str, of: str) -> None:
    assert lemma(form, edit(form, of)) == of


def test_a_copied_report_is_a_leak_and_a_common_phrase_is_none() -> None:
    held = (
        "The foreign ministers of the two countries met in the capital on Friday and signed a plan of consultations "
        * 2
    )
    same = held.upper().replace(" ", "\n")
    other = (
        "In other news the foreign ministers of the two countries met in the capital on Monday. " + "Rain fell. " * 40
    )
    assert [(t, h) for t, h, _ in leaks([("same", same), ("other", other)], [("held", held)])] == [("same", "held")]


def test_fragments_of_one_attribution_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "a", "text": "\\"Yes,\\" he said. \\"No.\\"", "attributions": [{"source": [[7, 9]], "cue": [[10, 14]],'
        ' "content": [[0, 6], [16, 21]]}]}\n'
    )
    (document,) = attributions(path)
    (unit,) = document["units"]
    marks = list(zip(unit["words"], (t[:5] for t in unit["attr"]), strict=True))
    assert marks[4:7] == [("he", "B-sou"), ("said", "B-cue"), (".", "O")]
    assert [t for t in unit["attr"] if t == "B-content"] == ["B-content"] * 2


def test_hyphenated_words_of_conll_are_cut_like_ours_and_keep_their_entity(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("-DOCSTART- -X- O O\n\nAl-Ahram NNP I-NP I-ORG\nsaid VBD I-VP O\nGermans NNS I-NP I-MISC\n")
    (document,) = conll(path)
    assert document["units"][0]["words"] == ["Al", "-", "Ahram", "said", "Germans"]
    assert document["units"][0]["ner"] == [
        "conll:B-organisation",
        "conll:I-organisation",
        "conll:I-organisation",
        "conll:O",
        "conll:B-nationality",
    ]


def test_two_peoples_joined_by_a_hyphen_are_two_nationalities(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("-DOCSTART- -X- O O\n\nRussian-Kazakh JJ I-NP I-MISC\nties NNS I-NP O\n")
    (document,) = conll(path)
    assert document["units"][0]["ner"] == ["conll:B-nationality", "O", "conll:B-nationality", "conll:O"]
