"""What was said: the words a cue governs, frame by frame."""

from __future__ import annotations

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import (
    clause_tokens,
    noun_phrase,
    span_of,
    trimmed,
    without_full_stop,
)

_OBJECT_PREPOSITIONS = frozenset(
    {
        "for",
        "as",
        "of",
        "against",
        "over",
        "with",
        "to",
        "about",
        "from",
        "between",
        "in",
    }
)
_POINTERS = frozenset({"this", "that", "it", "which", "what", "so"})
_TURNS = frozenset({"though", "although", "while", "when", "as", "but"})
_CLAUSES = ("ccomp", "parataxis")


def is_finite(annotation: Annotation, token: Token) -> bool:
    """True if the clause headed here could stand alone: a finite verb, auxiliary or copula."""
    return token.has("VerbForm=Fin") or any(
        c.has("VerbForm=Fin") and c.pos != "PART" for c in annotation.children(token, "aux", "cop", "aux:pass")
    )


def clause_after(text: str, annotation: Annotation, cue: Token, sentence: Span, stops: list[int]) -> Span | None:
    """The clause that follows its cue ("said that ..."), to the end of the sentence or the next stop.

    stops: character offsets where a further cue takes over.
    """
    heads = [
        c
        for c in annotation.children(cue, "ccomp", "parataxis", "xcomp")
        if c.i > cue.i and _has_subject(annotation, c)
    ]
    heads = heads or _clause_behind_the_hearer(annotation, cue)
    below = annotation.subtree(heads[0]) if heads else []
    tokens = [t for t in below if t.i > cue.i and t.pos not in ("PUNCT", "SPACE")]
    if not tokens:
        return _marked_clause(text, annotation, cue, sentence, stops)
    start = min(t.start for t in tokens)
    end = min(
        [
            sentence.end if _is_main(annotation, cue) else max(t.end for t in tokens),
            _own_continuation(annotation, cue, heads[0]),
            *(s for s in stops if s > start),
        ]
    )
    span = without_full_stop(text, Span(start, max(end, start)))
    return span if span.start < span.end else None


def _marked_clause(text: str, annotation: Annotation, cue: Token, sentence: Span, stops: list[int]) -> Span | None:
    """ "says in a statement that ...": the clause behind the first "that", where the syntax hangs it elsewhere."""
    for token in annotation.tokens[cue.i + 1 : cue.i + 14]:
        if token.start >= sentence.end or (token.pos in ("VERB", "AUX") or token.text in (",", ";")):
            return None
        if token.text.lower() == "that" and token.dep in ("mark", "dep") and not annotation.children(cue, "obj"):
            end = min([sentence.end, *(s for s in stops if s > token.start)])
            return without_full_stop(text, Span(token.start, end))
    return None


def _is_main(annotation: Annotation, cue: Token) -> bool:
    """True if no clause stands above the cue, so that the rest of the sentence is its content."""
    return all(t.dep in ("root", "conj", "parataxis", "ccomp") for t in (cue, *annotation.ancestors(cue)))


def _has_subject(annotation: Annotation, token: Token) -> bool:
    return bool(annotation.children(token, "nsubj", "csubj", "expl")) or is_finite(annotation, token)


def _clause_behind_the_hearer(annotation: Annotation, cue: Token) -> list[Token]:
    """ "told the paper that ...": models now and then hang the clause on the hearer."""
    for hearer in annotation.children(cue, "obj", "iobj"):
        clauses = [c for c in annotation.children(hearer, "acl", "ccomp") if annotation.children(c, "mark", "nsubj")]
        if clauses:
            return clauses
    return []


def _own_continuation(annotation: Annotation, cue: Token, content: Token) -> int:
    """Where the cue's own clause goes on behind its content ("said A, and left"): a character offset."""
    last = max(t.i for t in annotation.subtree(content))
    for token in annotation.children(cue, "conj"):
        if token.i > content.i and annotation.tokens[min(t.i for t in annotation.subtree(token))].i > content.i:
            first = min(t.i for t in annotation.subtree(token))
            if first > last:
                return annotation.tokens[first].start
    for above in annotation.ancestors(cue):
        for token in annotation.children(above, "conj"):
            first = min(t.i for t in annotation.subtree(token))
            if first > last:
                return annotation.tokens[first].start
    return annotation.span.end


def clause_before(
    text: str,
    annotation: Annotation,
    cue: Token,
    core: Span,
    sentence: Span,
    follows: Span | None,
) -> tuple[Span, ...]:
    """The clause in front of its cue ("..., he said"), with what goes on behind it ("..., and ...").

    core: source and cue together. follows: text behind the core up to the sentence's end.
    """
    governed = any(c.i < cue.i for c in annotation.children(cue, *_CLAUSES))
    head = annotation.head(cue)
    inserted = head is not None and cue.dep in ("parataxis", "ccomp") and _stands_apart(text, core)
    if not governed and not inserted:
        return ()
    before = trimmed(text, Span(sentence.start, core.start))
    if len(before.of(text).split()) < 2:
        return ()
    if follows is not None and _goes_on(text, annotation, follows, inserted):
        rest = without_full_stop(text, follows)
        if rest.start < rest.end:
            return (before, rest)
    return (before,)


def _stands_apart(text: str, core: Span) -> bool:
    return text[: core.start].rstrip().endswith((",", "–", "—", '"', "”", "»"))


def _goes_on(text: str, annotation: Annotation, follows: Span, inserted: bool) -> bool:
    if not text[follows.start : follows.end].lstrip().startswith((",", "–", "—")):
        return False
    words = [t for t in annotation.within(follows) if t.pos not in ("PUNCT", "SPACE")]
    if words and words[0].lemma.lower() == "include":
        return inserted
    if not words or words[0].has("VerbForm=Ger") or words[0].has("VerbForm=Part") or words[0].lemma == "accord":
        return False
    if words[0].text.lower() in _TURNS:
        return False
    verbs = any(t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in words)
    return verbs and (inserted or words[0].pos in ("CCONJ", "SCONJ"))


def infinitive(text: str, annotation: Annotation, cue: Token) -> Span | None:
    """The infinitive a cue takes: "pledged [to return]"."""
    for child in annotation.children(cue, "xcomp", "advcl", "ccomp"):
        to = [c for c in annotation.children(child, "aux", "mark") if c.text.lower() == "to"]
        if child.i > cue.i and to and to[0].i > cue.i:
            tokens = [t for t in annotation.subtree(child) if t.i >= to[0].i]
            return without_full_stop(text, span_of(tokens))
    return None


def urged(text: str, annotation: Annotation, cue: Token) -> Span | None:
    """Object and infinitive, or object and of-phrase, as one content: "urged [X to return]"."""
    for clause in annotation.children(cue, "ccomp", "xcomp"):
        if clause.i > cue.i and annotation.children(clause, "nsubj", "aux"):
            tokens = [t for t in annotation.subtree(clause) if t.i > cue.i]
            objects = [t for o in annotation.children(cue, "obj", "iobj") if o.i > cue.i for t in annotation.subtree(o)]
            return without_full_stop(text, span_of([*objects, *tokens]))
    objects = [c for c in annotation.children(cue, "obj", "iobj", "obl") if c.i > cue.i]
    if not objects:
        return None
    more = [
        c
        for c in annotation.children(cue, "advcl", "obl", "ccomp", "xcomp")
        if c.i > objects[0].i and _case(annotation, c) in ("of", "for", "against", "to", "with", "over")
    ]
    if not more and not any(_case(annotation, c) == "of" for c in annotation.children(objects[0], "acl", "nmod")):
        return None
    spans = [t for c in (objects[0], *more) for t in annotation.subtree(c)]
    preposition = {t.i for t in annotation.children(objects[0], "case")}
    return without_full_stop(text, span_of(t for t in spans if t.i not in preposition))


def _case(annotation: Annotation, token: Token) -> str:
    return next((c.text.lower() for c in annotation.children(token, "case", "mark", "aux")), "")


def object_phrase(text: str, annotation: Annotation, cue: Token) -> tuple[Token, Span] | None:
    """The direct object with its predicate and for/as/of phrases: head and span. Subject of a passive likewise."""
    passive = annotation.children(cue, "nsubj:pass")
    if passive and passive[0].text.lower() not in _POINTERS and annotation.children(cue, "obl:agent"):
        return passive[0], noun_phrase(annotation, passive[0])
    objects = [c for c in annotation.children(cue, "obj", "xcomp", "ccomp") if c.i > cue.i]
    if not objects or objects[0].text.lower() in _POINTERS:
        return None
    tokens = list(annotation.subtree(objects[0]))
    for child in annotation.children(cue, "xcomp", "ccomp", "obl", "advcl"):
        if child.i <= objects[0].i:
            continue
        joined = child.dep in ("xcomp", "ccomp") or _case(annotation, child) in _OBJECT_PREPOSITIONS - {"in"}
        if joined and not _is_hour(annotation, child):
            tokens += annotation.subtree(child)
    start = min(t.i for t in tokens)
    if start <= cue.i:
        return None
    return objects[0], without_full_stop(text, span_of(tokens))


def _is_hour(annotation: Annotation, token: Token) -> bool:
    return any(e.label == "time" and e.span.start <= token.start < e.span.end for e in annotation.entities)


def prepositional(text: str, annotation: Annotation, cue: Token, entry: Cue) -> Span | None:
    """The noun behind the cue's preposition: "called for [a ceasefire]"."""
    for child in annotation.children(cue, "obl", "advcl", "nmod", "xcomp", "acl"):
        cases = [c for c in annotation.children(child, "case", "mark") if c.i > cue.i]
        if child.i > cue.i and cases and cases[0].text.lower() in entry.prepositions:
            tokens = [t for t in clause_tokens(annotation, child) if t.i > cases[0].i]
            if tokens:
                return without_full_stop(text, span_of(tokens))
    return None


def hearer_of(annotation: Annotation, cue: Token, entry: Cue, lexicon: Lexicon) -> Token | None:
    """Who is told: the object of "tell", the to-phrase of "say"."""
    if entry.takes("whom"):
        for child in annotation.children(cue, "iobj", "obj", "nsubj:pass"):
            return child
    for child in annotation.children(cue, "obl", "iobj"):
        if child.i > cue.i and _case(annotation, child) == "to" and child.dep != "obl:agent":
            return child
    return None
