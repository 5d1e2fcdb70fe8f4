"""Who speaks: the source of a cue, found through the syntax around it."""

from __future__ import annotations

from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.cues import Lexicon
from legation.reading.statements.phrases import RELATIVE, noun_phrase

_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Source:
    """Head and words of a source. inherited: taken over from the main clause ("..., adding that")."""

    head: Token
    span: Span
    inherited: bool = False


def is_passive(annotation: Annotation, verb: Token) -> bool:
    """True for "was stated", "is quoted", and for bare participles ("Asked about this, ...")."""
    bare = verb.dep in ("advcl", "acl") and verb.has("VerbForm=Part") and verb.has("Tense=Past")
    return bool(annotation.children(verb, "aux:pass", "nsubj:pass")) or (bare and not annotation.children(verb, "aux"))


def is_unreal(annotation: Annotation, verb: Token, lexicon: Lexicon) -> bool:
    """True if the saying is negated, conditional or withheld ("did not say", "if he says", "refused to say")."""
    for child in annotation.children(verb, "advmod", "aux", "mark", "det"):
        word = child.text.lower()
        if word in ("not", "n't", "n’t", "never", "nor") or word in lexicon.conditions:
            return True
        if child.dep == "aux" and word in lexicon.unreal and child.i < verb.i:
            return True
    head = annotation.head(verb)
    if head is not None and verb.dep == "xcomp" and (verb.has("VerbForm=Inf") or _has_to(annotation, verb)):
        return head.lemma in lexicon.withholding or is_unreal(annotation, head, lexicon)
    if head is not None and verb.dep == "conj" and head.pos in _VERBAL and not annotation.children(verb, "nsubj"):
        return any(c.text.lower() in lexicon.unreal and c.i < head.i for c in annotation.children(head, "aux"))
    return False


def _has_to(annotation: Annotation, verb: Token) -> bool:
    return any(c.text.lower() == "to" for c in annotation.children(verb, "aux", "mark"))


def source_of(annotation: Annotation, verb: Token) -> Source | None:
    """The source of a cue verb, None if the syntax shows none."""
    if is_passive(annotation, verb):
        agents = annotation.children(verb, "obl:agent")
        return Source(agents[0], noun_phrase(annotation, agents[0])) if agents else None
    head, inherited = _subject(annotation, verb, 0)
    if head is None:
        return None
    return Source(head, noun_phrase(annotation, head), inherited)


def _subject(annotation: Annotation, verb: Token, depth: int) -> tuple[Token | None, bool]:
    own = [c for c in annotation.children(verb, "nsubj", "csubj") if c.dep in ("nsubj", "nsubj:pass")]
    if own:
        return _antecedent(annotation, verb, own[0]), False
    head = annotation.head(verb)
    if head is None or depth > 4:
        return None, False
    if verb.dep == "acl:relcl" and any(c.text.lower() in RELATIVE for c in annotation.children(verb)):
        return head, False
    if verb.dep == "acl":
        after_comma = verb.i > 0 and annotation.tokens[verb.i - 1].text == ","
        return _main_subject(annotation, head) if after_comma else (head, False)
    if verb.dep == "conj" and head.pos in _VERBAL:
        subject, inherited = _subject(annotation, head, depth + 1)
        return subject, inherited
    if verb.dep in ("advcl", "xcomp", "ccomp", "dep", "parataxis") and not verb.has("VerbForm=Fin"):
        if head.pos not in _VERBAL and not annotation.children(head, "nsubj"):
            return _main_subject(annotation, head)
        subject, _ = _subject(annotation, head, depth + 1)
        return subject, True
    return None, False


def _main_subject(annotation: Annotation, token: Token) -> tuple[Token | None, bool]:
    for above in annotation.ancestors(token):
        subjects = annotation.children(above, "nsubj")
        if subjects:
            return _antecedent(annotation, above, subjects[0]), True
    return None, False


def _antecedent(annotation: Annotation, verb: Token, subject: Token) -> Token:
    """What a relative pronoun stands for; any other subject as it is."""
    if subject.text.lower() in RELATIVE and verb.dep == "acl:relcl":
        return annotation.tokens[verb.head]
    return subject
