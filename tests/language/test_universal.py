"""Universal Dependencies from whatever the model was trained on: sentences and the relations in them."""

from __future__ import annotations

import pytest

from legation import language
from legation.language import Annotation
from tests.register.cases import case


def relations(text: str) -> set[tuple[str, str, str]]:
    """(word, relation, head) of every token; the head of a root is itself."""
    (annotation,) = language.annotate([text])
    return {(t.text, t.dep, annotation.tokens[t.head].text) for t in annotation.tokens}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "a predicate noun heads its copula",
            "Mr. Boateng is an envoy.",
            {("envoy", "root", "envoy"), ("is", "cop", "envoy"), ("Boateng", "nsubj", "envoy")},
        ),
        case(
            "a predicate adjective heads its copula",
            "The envoys were ready.",
            {("ready", "root", "ready"), ("were", "cop", "ready"), ("envoys", "nsubj", "ready")},
        ),
        case(
            "a copula in a clause below",
            "She said that the talks were useful.",
            {("useful", "ccomp", "said"), ("were", "cop", "useful"), ("talks", "nsubj", "useful")},
        ),
        case(
            "other verbs of being stay heads",
            "The talks became difficult.",
            {("became", "root", "became"), ("difficult", "xcomp", "became")},
        ),
        case(
            "a preposition hangs on its noun, the noun on the verb",
            "The envoy flew to Oslo.",
            {("Oslo", "obl", "flew"), ("to", "case", "Oslo")},
        ),
        case(
            "a preposition behind a noun",
            "The envoy of Norway left.",
            {("Norway", "nmod", "envoy"), ("of", "case", "Norway")},
        ),
        case(
            "an agent",
            "The envoy was received by the minister.",
            {
                ("envoy", "nsubj:pass", "received"),
                ("was", "aux:pass", "received"),
                ("minister", "obl:agent", "received"),
                ("by", "case", "minister"),
            },
        ),
        case(
            "a clause behind a preposition",
            "They left after signing the treaty.",
            {("signing", "advcl", "left"), ("after", "mark", "signing"), ("treaty", "obj", "signing")},
        ),
        case(
            "conjuncts hang on the first",
            "Peru, Chile and Bolivia signed the treaty.",
            {("Chile", "conj", "Peru"), ("Bolivia", "conj", "Peru"), ("and", "cc", "Bolivia")},
        ),
        case(
            "verbs in a row hang on the first",
            "The envoy came, saw and left.",
            {("saw", "conj", "came"), ("left", "conj", "came")},
        ),
        case("an object", "They signed the treaty.", {("treaty", "obj", "signed")}),
        case("an indirect object", "They sent him a letter.", {("him", "iobj", "sent"), ("letter", "obj", "sent")}),
        case("a possessive", "His visit ended.", {("His", "nmod:poss", "visit")}),
        case("a relative clause", "The treaty that they signed is short.", {("signed", "acl:relcl", "treaty")}),
        case("a particle", "They called off the visit.", {("off", "compound:prt", "called")}),
        case("negation", "They did not meet.", {("not", "advmod", "meet"), ("did", "aux", "meet")}),
    ],
)
def test_a_sentence_has_the_relations(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= relations(text)


SENTENCES = [
    "Mr. Boateng is an envoy and was in Oslo for talks with the ministers of Peru, Chile and Bolivia.",
    "That the talks were useful was said by the envoy, who is a lawyer, after flying out of the country.",
    "It is clear that they are to be received by the president and that he is not to leave before signing.",
    "Out of the country, in the capital of which talks were held, came a letter.",
]
# Relations of UD v2 (universaldependencies.org/u/dep), and the subtypes in use here.
UD = frozenset(
    """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed
    flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp
    """.split()
)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_relation_is_one_of_universal_dependencies(text: str) -> None:
    assert {dep.split(":")[0] for _, dep, _ in relations(text)} <= UD


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_has_one_root_and_no_circle(text: str) -> None:
    (annotation,) = language.annotate([text])
    for first, end in annotation.sentences:
        roots = [t for t in annotation.tokens[first:end] if t.dep == "root"]
        assert len(roots) == 1
        assert all(roots[0] in [t, *annotation.ancestors(t)] for t in annotation.tokens[first:end])


@pytest.mark.parametrize("text", SENTENCES)
def test_function_words_head_nothing_but_function_words(text: str) -> None:
    (annotation,) = language.annotate([text])
    heads = {t.head for t in annotation.tokens if t.dep in ("nsubj", "obj", "obl", "nmod", "ccomp", "acl:relcl")}
    assert [annotation.tokens[i].text for i in heads if is_function_word(annotation, i)] == []


def is_function_word(annotation: Annotation, i: int) -> bool:
    return annotation.tokens[i].dep in ("case", "cop", "mark", "det", "cc")
