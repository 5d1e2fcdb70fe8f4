"""Annotations: offsets, sentences, trees, and how to walk them; whatever model stands behind."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import language
from legation.language import Annotation, Token
from legation.model import Span

TEXT = "The envoys met in Oslo. They signed a treaty, and Angela Merkel thanked Norway."


def annotated(text: str, start: int = 0) -> Annotation:
    (annotation,) = language.annotate([text], [start])
    return annotation


def token(annotation: Annotation, words: str) -> Token:
    """The token of these words."""
    return next(t for t in annotation.tokens if t.text == words)


def sound(annotation: Annotation, text: str, start: int) -> None:
    """What holds for every annotation of a text that begins at ``start``."""
    assert annotation.span == Span(start, start + len(text))
    end = start
    for i, t in enumerate(annotation.tokens):
        assert t.i == i
        assert end <= t.start < t.end <= start + len(text)
        assert text[t.start - start : t.end - start] == t.text
        assert 0 <= t.head < len(annotation.tokens)
        assert t.pos and t.dep
        end = t.end
    assert [i for first, last in annotation.sentences for i in range(first, last)] == list(
        range(len(annotation.tokens))
    )
    for entity in annotation.entities:
        assert annotation.span.covers(entity.span)
        assert entity.span.start < entity.span.end


PIECES = st.sampled_from(
    [
        "The envoys met",
        "Kassym-Jomart Tokayev",
        "in Oslo.",
        "said",
        "“",
        '"',
        "'s",
        "\n",
        "  ",
        "\u00a0",
        "\u2028",
        "e\u0301",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=10).map(" ".join)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(0, 10_000))
def test_offsets_are_exact_for_any_text(text: str, start: int) -> None:
    sound(annotated(text, start), text, start)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_heads_form_a_tree_that_ends(text: str) -> None:
    annotation = annotated(text)
    for t in annotation.tokens:
        above = list(itertools.islice(annotation.ancestors(t), len(annotation.tokens) + 1))
        assert len(above) <= len(annotation.tokens)
        assert t.i not in {a.i for a in above}
        assert (annotation.head(t) is None) == (t.head == t.i)


def test_starts_shift_everything() -> None:
    here, there = annotated(TEXT), annotated(TEXT, 100)
    assert [(t.start + 100, t.end + 100, t.head, t.dep) for t in here.tokens] == [
        (t.start, t.end, t.head, t.dep) for t in there.tokens
    ]
    assert [Span(e.span.start + 100, e.span.end + 100) for e in here.entities] == [e.span for e in there.entities]
    assert here.sentences == there.sentences


def test_passages_are_annotated_in_order_and_for_themselves() -> None:
    texts = ["The envoys met.", "", "Peru signed a treaty.", "The envoys met."]
    found = language.annotate(texts, [0, 20, 30, 60])
    assert [a.span for a in found] == [Span(0, 15), Span(20, 20), Span(30, 51), Span(60, 75)]
    assert [t.dep for t in found[0].tokens] == [t.dep for t in found[3].tokens]
    assert found[1].tokens == ()
    assert language.annotate([]) == []


def test_starts_and_texts_have_to_be_as_many() -> None:
    with pytest.raises(ValueError, match="shorter"):
        language.annotate(["One.", "Two."], [0])


def test_sentences_are_parted_at_their_ends() -> None:
    annotation = annotated(TEXT)
    spans = [annotation.sentence_span(annotation.tokens[first]).of(TEXT) for first, _ in annotation.sentences]
    assert spans == ["The envoys met in Oslo.", "They signed a treaty, and Angela Merkel thanked Norway."]


@pytest.mark.parametrize(
    ("words", "label"),
    [("Oslo", "place"), ("Norway", "place"), ("Merkel", "person")],
)
def test_names_have_labels_of_our_own(words: str, label: str) -> None:
    annotation = annotated(TEXT)
    (entity,) = [e for e in annotation.entities if words in e.span.of(TEXT)]
    assert entity.label == label


def test_the_model_has_a_name_and_a_version() -> None:
    assert language.describe() == language.describe()
    assert any(c.isdigit() for c in language.describe())


# ---------------------------------------------------------------- walking a tree


def tree(*rows: tuple[str, int, str]) -> Annotation:
    """An annotation by hand: (word, head, relation), the words parted by one space."""
    tokens: list[Token] = []
    start = 0
    for i, (word, head, dep) in enumerate(rows):
        tokens.append(Token(i, start, start + len(word), word, word.lower(), "X", dep, head))
        start += len(word) + 1
    return Annotation(Span(0, start - 1), tuple(tokens), ((0, len(tokens)),), ())


# "The envoy was met by two ministers"
MET = tree(
    ("The", 1, "det"),
    ("envoy", 3, "nsubj:pass"),
    ("was", 3, "aux:pass"),
    ("met", 3, "root"),
    ("by", 6, "case"),
    ("two", 6, "nummod"),
    ("ministers", 3, "obl:agent"),
)


def texts(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


def test_children_are_found_by_relation_and_its_subtypes() -> None:
    met = MET.tokens[3]
    assert texts(MET.children(met)) == ["envoy", "was", "ministers"]
    assert texts(MET.children(met, "nsubj")) == ["envoy"]
    assert texts(MET.children(met, "obl:agent")) == ["ministers"]
    assert texts(MET.children(met, "nsubj:pass", "obl")) == ["envoy", "ministers"]
    assert texts(MET.children(met, "ob")) == []


def test_a_subtree_is_everything_below_in_text_order() -> None:
    assert texts(MET.subtree(MET.tokens[6])) == ["by", "two", "ministers"]
    assert MET.subtree_span(MET.tokens[6]) == Span(18, 34)


def test_ancestors_go_up_to_the_root() -> None:
    assert texts(list(MET.ancestors(MET.tokens[5]))) == ["ministers", "met"]
    assert MET.head(MET.tokens[3]) is None


def test_the_root_of_words_is_the_one_whose_head_lies_outside() -> None:
    two_ministers = Span(MET.tokens[5].start, MET.tokens[6].end)
    root = MET.root_of(two_ministers)
    assert root is not None and root.text == "ministers"
    assert MET.root_of(Span(100, 110)) is None


def test_words_within_a_span_are_those_it_touches() -> None:
    assert texts(MET.within(Span(5, 12))) == ["envoy", "was"]


def test_features_are_told_apart_whole() -> None:
    verb = Token(0, 0, 3, "met", "meet", "VERB", "root", 0, "Tense=Past|VerbForm=Fin")
    assert verb.has("VerbForm=Fin")
    assert not verb.has("VerbForm=F")
    assert not verb.has("")


def test_a_token_outside_all_sentences_is_an_error() -> None:
    stray = Token(9, 40, 45, "stray", "stray", "X", "root", 9)
    with pytest.raises(ValueError, match="no sentence"):
        MET.sentence_of(stray)
