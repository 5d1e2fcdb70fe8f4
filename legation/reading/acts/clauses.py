"""Which word of a sentence tells its act: from the main verb down through saying, beginning and being willing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.language import Annotation, Token
from legation.reading.acts.lexicon import ActLexicon, ActWord

DEMANDED = ActWord("REQUEST", "assist", frozenset(), False, ("comp",))
_READY = ActWord("AGREE", None, frozenset(), False, ("comp",))
_IN_THE_STREET = ActWord("PROTEST", "demo", frozenset(), False, ("against", "at", "over", "obj"))
_FAILED = ActWord("REJECT", None, frozenset(), False, ("comp",))
_CLAUSES = ("ccomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Told:
    """A word of the lexicon in its clause. subject: who acts, as the head of a phrase; reporter: who says so.

    willing: the clause only says that somebody is ready to, or plans to.
    """

    word: ActWord
    trigger: Token
    subject: Token | None
    reporter: Token | None = None
    willing: bool = False


def told_in(annotation: Annotation, sentence: tuple[int, int], words: ActLexicon) -> Iterator[Told]:
    """The act of a sentence (a range of token indices), if it tells one."""
    first, end = sentence
    for token in annotation.tokens[first:end]:
        if token.head == token.i:
            yield from _descend(annotation, token, None, words, depth=4)


def _descend(
    annotation: Annotation, token: Token, subject: Token | None, words: ActLexicon, depth: int
) -> Iterator[Told]:
    own = next(iter(annotation.children(token, "nsubj")), None)
    subject = own or subject
    word = word_at(annotation, token, words)
    if word is not None:
        crowd = subject is not None and subject.lemma.lower() in words.crowd
        yield Told(_IN_THE_STREET if crowd and token.lemma.lower() == "protest" else word, token, subject)
    elif depth == 0:
        return
    elif token.lemma.lower() in words.reporting and annotation.children(token, *_CLAUSES):
        yield from _reported(annotation, token, subject, words, depth)
    elif token.lemma.lower() in words.willing:
        inner = _inner(annotation, token, subject, words, depth)
        yield from (replace(told, willing=True) for told in inner)
        if not inner and token.lemma.lower() in words.ready and annotation.children(token, "xcomp"):
            yield Told(_READY, token, subject)
    elif token.lemma.lower() in words.failing:
        inner = _inner(annotation, token, subject, words, depth)
        yield from (Told(_FAILED, token, subject) for told in inner if told.word.plover in words.friendly)
    else:
        yield from _continued(annotation, token, subject, words, depth)


def _inner(annotation: Annotation, token: Token, subject: Token | None, words: ActLexicon, depth: int) -> list[Told]:
    clauses = annotation.children(token, "xcomp", "ccomp", "advcl")
    return [told for c in clauses for told in _descend(annotation, c, subject, words, depth - 1)]


def _reported(
    annotation: Annotation, token: Token, subject: Token | None, words: ActLexicon, depth: int
) -> Iterator[Told]:
    clause = annotation.children(token, *_CLAUSES)[0]
    if any(c.text.lower() in words.must for c in annotation.children(clause, "aux")):
        yield Told(DEMANDED, token, subject)
        return
    for told in _descend(annotation, clause, None, words, depth - 1):
        yield replace(told, reporter=told.reporter or subject)


def _continued(
    annotation: Annotation, token: Token, subject: Token | None, words: ActLexicon, depth: int
) -> Iterator[Told]:
    """ "Began to withdraw", "continued their protest"."""
    for child in annotation.children(token, "xcomp"):
        yield from _descend(annotation, child, subject, words, depth - 1)
        return
    if token.lemma.lower() in words.aspect | words.reporting or token.pos in ("NOUN", "PROPN"):
        nouns = [token, *annotation.children(token, "obj", "nsubj")]
        noun = next((n for n in nouns if n.pos == "NOUN" and n.lemma.lower() in words.nouns), None)
        if noun is not None:
            yield Told(words.nouns[noun.lemma.lower()], noun, None if noun is subject else subject)


def word_at(annotation: Annotation, token: Token, words: ActLexicon) -> ActWord | None:
    """The lexicon's word for a verb with its particle and object; None for other words."""
    if token.pos not in ("VERB", "AUX"):
        return None
    following = annotation.tokens[token.i + 1].text.lower() if token.i + 1 < len(annotation.tokens) else ""
    particles = {c.text.lower() for c in annotation.children(token, "compound:prt", "advmod", "mark", "case")}
    objects = {o.lemma.lower() for o in _objects(annotation, token)}
    for lemma in _lemmas(token):
        keys = [f"{lemma} {p}" for p in sorted(particles | {following})]
        for key in (*keys, lemma):
            for word in words.verbs.get(key, ()):
                if not word.objects or word.objects & objects:
                    return word
    return None


def _lemmas(token: Token) -> tuple[str, ...]:
    """The lemma, and what it would be by rule, for the language model takes "staged" for a form of "stag"."""
    form, lemma = token.text.lower(), token.lemma.lower()
    if form.endswith("ed"):
        return (lemma, form[:-1], form[:-2])
    return (lemma, form[:-3], form[:-3] + "e") if form.endswith("ing") else (lemma,)


def _objects(annotation: Annotation, token: Token) -> list[Token]:
    """Heads of the object phrase: the object, its conjuncts, and the noun of "tons of grain"."""
    heads = annotation.children(token, "obj", "nsubj:pass", "iobj")
    for head in list(heads):
        heads += annotation.children(head, "conj", "nmod", "compound")
    if token.dep in ("acl", "acl:relcl", "amod"):
        heads.append(annotation.tokens[token.head])
    on_alert = [t for t in annotation.children(token, "obl", "xcomp") if t.lemma.lower() == "alert"]
    return [*heads, *on_alert]
