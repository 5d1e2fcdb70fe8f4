"""The layer from scores to annotations, with a network whose scores are given."""

from __future__ import annotations

import numpy as np

from legation.language.annotation import Trigger
from legation.language.encoder_layer import Layer
from legation.language.encoding import Encoded, encode
from legation.language.pieces import Pieces
from legation.language.runtime import Array, Scores
from legation.model import Span

TRIGGERS = ["O", "B-meeting", "I-meeting"]
VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "he", "met", "fidan", "said", "."]
TAGS = ["O", "B-person", "I-person"]
ROLES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]


class Scripted:
    """Tells what a word is by the word alone: each heads the next, "." ends a sentence, "Fidan" is a person, "met" a
    meeting."""

    pieces = Pieces(VOCABULARY)
    labels = {  # noqa: RUF012
        "ner": TAGS,
        "attr": ROLES,
        "trigger": TRIGGERS,
        "status": ["happened"],
        "argument": ["none", "party"],
        "upos": ["VERB", "PUNCT", "PROPN"],
        "feats": ["_", "Number=Sing"],
        "lemma": ["l0+", "k0+"],
        "rel": ["dep", "obj", "obl:unmarked"],
    }
    transitions = {  # noqa: RUF012
        "ner": (np.zeros((3, 3), np.float32), np.zeros(3, np.float32), np.zeros(3, np.float32)),
        "attr": (np.zeros((7, 7), np.float32), np.zeros(7, np.float32), np.zeros(7, np.float32)),
        "trigger": (np.zeros((3, 3), np.float32), np.zeros(3, np.float32), np.zeros(3, np.float32)),
    }

    def encode(self, words: list[str], begins: list[bool]) -> Encoded:
        return encode(words, begins, self.pieces)

    def run(self, passage: Encoded) -> Scores:
        forms = [VOCABULARY[passage.ids[i]] for i in passage.firsts]
        n = len(forms)
        name = np.array([f == "fidan" for f in forms])
        arc = np.zeros((n, n + 1), np.float32)
        arc[np.arange(n), np.arange(n) + 1] = 5
        role = {"he": 1, "said": 3}
        attr = np.eye(7, dtype=np.float32)[[role.get(f, 0) for f in forms]]
        ends = np.eye(2, dtype=np.float32)[[int(f == ".") for f in forms]]
        upos = np.array([2 if f == "fidan" else int(f == ".") for f in forms])
        ner = np.eye(3, dtype=np.float32)[name.astype(int)]
        trigger = np.eye(3, dtype=np.float32)[[int(f == "met") for f in forms]]
        status = np.zeros(n, np.int64)
        empty = np.zeros((n, 1), np.float32)
        return Scores(
            ner, attr, trigger, status, ends, arc * 0, empty, name.astype(np.float32)[:, None],
            upos, name.astype(int), name.astype(int), arc, empty, empty,
        )  # fmt: skip

    def relations(self, scores: Scores, heads: Array) -> Array:
        return np.where(scores.upos == 2, 2, 1)

    def arguments(self, told: Array, named: Array, triggers: list[int]) -> Array:
        """ "Fidan" is a party of all that is told."""
        return np.stack([np.concatenate([1 - named, named], 1)] * len(triggers))


def layer() -> Layer:
    return Layer(Scripted())  # type: ignore[arg-type]


def test_offsets_are_those_of_the_report() -> None:
    text = "He met Fidan.  He said."
    (annotation,) = layer().annotate([text], [100])
    assert annotation.span == Span(100, 123)
    assert [text[t.start - 100 : t.end - 100] for t in annotation.tokens] == [t.text for t in annotation.tokens]
    assert [(e.span, e.label) for e in annotation.entities] == [(Span(107, 112), "person")]


def test_sentences_have_one_root_each_and_cover_all_words() -> None:
    (annotation,) = layer().annotate(["He met Fidan. He said."])
    assert annotation.sentences == ((0, 4), (4, 7))
    roots = [t.i for t in annotation.tokens if t.head == t.i]
    assert len(roots) == 2
    assert all(t.dep == "root" for t in annotation.tokens if t.i in roots)
    assert all(
        first <= annotation.tokens[i].head < end for first, end in annotation.sentences for i in range(first, end)
    )


def test_relations_have_the_names_the_other_rooms_know() -> None:
    (annotation,) = layer().annotate(["He met Fidan."])
    assert annotation.tokens[2].dep == "obl:npmod"
    assert (annotation.tokens[2].lemma, annotation.tokens[2].feats) == ("Fidan", "Number=Sing")
    assert annotation.tokens[0].lemma == "he"


def test_a_passage_reads_the_same_alone_and_among_others() -> None:
    texts = ["He met Fidan.", "", "He said. " * 200, "Fidan"]
    together = layer().annotate(texts)
    assert together == [layer().annotate([text])[0] for text in texts]
    assert together[1].tokens == () and together[1].sentences == ()


def test_an_event_is_told_with_its_kind_and_status() -> None:
    (annotation,) = layer().annotate(["He met Fidan."], [10])
    assert annotation.triggers == (Trigger(Span(13, 16), "meeting", "happened"),)


def test_a_name_is_told_how_likely_it_takes_part_in_what_a_word_tells() -> None:
    (annotation,) = layer().annotate(["He met Fidan."], [10])
    met = annotation.tokens[1]
    assert annotation.likelihoods(met, Span(17, 22)) == {"none": 0, "party": 1}
    assert annotation.likelihoods(met, Span(10, 12)) == {"none": 1, "party": 0}


def test_what_was_not_read_together_takes_no_part_in_each_others_events() -> None:
    (annotation,) = layer().annotate(["He met Fidan. " * 80])
    met, *_, last = annotation.tokens[1:-1]
    assert annotation.likelihoods(met, last.span) == {}
    assert annotation.likelihoods(last, last.span) == {"none": 0, "party": 1}
