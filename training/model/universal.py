"""From the ClearNLP dependency labels of spaCy's English models to Universal Dependencies v2.

The main differences: UD hangs a prepositional phrase on its noun (the preposition is its ``case``),
makes the predicate noun or adjective the head of its copula, and hangs every conjunct on the first.
Sources: ClearNLP guidelines (Choi & Palmer 2012) and the UD guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

RENAMED = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "dep",
    "agent": "case",
    "prep": "case",
}


def to_universal(doc: Doc) -> tuple[list[int], list[str]]:
    """Head index and UD relation of every token; a root is its own head."""
    heads = [t.head.i for t in doc]
    deps = [t.dep_ for t in doc]
    pos = [t.pos_ for t in doc]
    _hang_conjuncts_on_the_first(heads, deps)
    _turn_prepositions(heads, deps, pos)
    _turn_copulas(doc, heads, deps)
    return heads, [RENAMED.get(d, d or "dep") for d in deps]


def _hang_conjuncts_on_the_first(heads: list[int], deps: list[str]) -> None:
    for i, dep in enumerate(deps):
        if dep == "cc":
            following = [j for j in range(i + 1, len(deps)) if deps[j] == "conj" and heads[j] == heads[i]]
            if following:
                heads[i] = following[0]
    for i, dep in enumerate(deps):
        while dep == "conj" and deps[heads[i]] == "conj" and heads[heads[i]] != heads[i]:
            heads[i] = heads[heads[i]]


def _turn_prepositions(heads: list[int], deps: list[str], pos: list[str]) -> None:
    for i, dep in enumerate(list(deps)):
        if dep not in ("pobj", "pcomp"):
            continue
        preposition = heads[i]
        if deps[preposition] not in ("prep", "agent", "dative") or heads[preposition] == preposition:
            continue
        governor = heads[preposition]
        # "out of the country": the outer preposition has been, or will be, turned itself
        while deps[governor] == "prep" and heads[governor] != governor:
            governor = heads[governor]
        verbal = pos[governor] in ("VERB", "AUX", "ADJ", "ADV")
        if dep == "pcomp":
            deps[i] = "advcl" if verbal else "acl"
        elif deps[preposition] == "agent":
            deps[i] = "obl:agent"
        else:
            deps[i] = "obl" if verbal else "nmod"
        deps[preposition] = "mark" if dep == "pcomp" else "case"
        heads[preposition] = i
        heads[i] = governor


def _turn_copulas(doc: Doc, heads: list[int], deps: list[str]) -> None:
    for token in doc:
        if deps[token.i] not in ("attr", "acomp"):
            continue
        copula = heads[token.i]
        if doc[copula].lemma_ != "be":
            deps[token.i] = "xcomp"
            continue
        predicate = token.i
        heads[predicate] = predicate if heads[copula] == copula else heads[copula]
        deps[predicate] = deps[copula]
        for i, head in enumerate(heads):
            if head == copula and i != copula and i != predicate:
                heads[i] = predicate
        heads[copula], deps[copula] = predicate, "cop"
