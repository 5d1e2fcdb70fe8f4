"""Speech without a verb of saying of its own: "according to X", "quoted X as saying", "This was stated by X"."""

from __future__ import annotations

from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.clauses import (
    Passage,
    SpeechClause,
    without_cut_quotation,
)
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import noun_phrase, trimmed, without_full_stop
from legation.reading.statements.subjects import source_of

_ACCORDING = Cue("according to", frozenset({"clause"}), False, None)
_SUMMING = Cue("state", frozenset({"clause"}), False, None)


def according_to(passage: Passage, lexicon: Lexicon) -> list[SpeechClause]:
    """ "According to X, Y", "Y, according to X", "in X's words, Y"."""
    found = []
    for token in passage.annotation.tokens:
        named = _named_after(passage.annotation, token, lexicon)
        if named is None:
            continue
        cue, source = named
        sentence = passage.sentence_at(token.start)
        core = Span(cue.start, max(cue.end, source.end))
        content = _around(passage, core, sentence)
        if content:
            clause = SpeechClause(passage.index, sentence, _ACCORDING, cue, core, source)
            found.append(replace(clause, content=content, frame="according", score=0.85))
    return found


def _named_after(annotation: Annotation, token: Token, lexicon: Lexicon) -> tuple[Span, Span] | None:
    """Cue and source spans if the token begins such a phrase."""
    word = annotation.lowered[token.i]
    if word not in ("according", "in"):
        return None
    following = annotation.tokens[token.i + 1 : token.i + 2]
    if word == "according" and following and following[0].text.lower() == "to":
        head = annotation.head(following[0])
        if head is None or head.i <= token.i + 1 or head.lemma.lower() in lexicon.not_sources:
            return None
        return Span(token.start, following[0].end), noun_phrase(annotation, head)
    head = annotation.head(token)
    if word != "in" or head is None or head.lemma not in lexicon.opinion_nouns | {"word"}:
        return None
    owners = annotation.children(head, "nmod:poss")
    if owners and head.dep == "obl" and token.dep == "case" and head.i > token.i:
        return Span(head.start, head.end), noun_phrase(annotation, owners[0])
    return None


def _around(passage: Passage, core: Span, sentence: Span) -> tuple[Span, ...]:
    """The sentence without the phrase: what stands behind an opening one, in front of a closing one."""
    before = trimmed(passage.text, Span(sentence.start, core.start))
    after = without_full_stop(passage.text, Span(core.end, sentence.end))
    if len(before.of(passage.text).split()) < 3:
        parts = [after]
    elif passage.text[core.end : sentence.end].lstrip()[:1] == "," and len(after.of(passage.text).split()) > 2:
        parts = [before, after]
    else:
        parts = [before]
    return tuple(without_cut_quotation(passage, p) for p in parts if p.start < p.end)


def quoted_as_saying(passage: Passage, clauses: list[SpeechClause], lexicon: Lexicon) -> list[SpeechClause]:
    """Clauses whose source is the quoted one, who quotes being outer ("X quoted Y as saying", "X, citing Y, said")."""
    return [_requoted(passage, c, lexicon) for c in clauses]


def _requoted(passage: Passage, clause: SpeechClause, lexicon: Lexicon) -> SpeechClause:
    annotation, verb = passage.annotation, clause.verb
    if verb is None:
        return clause
    head = annotation.head(verb)
    if head is not None and head.lemma in lexicon.quoting and head.i < verb.i:
        quoted = annotation.children(head, "nsubj:pass") or annotation.children(head, "obj", "xcomp", "nsubj")[-1:]
        quoter = annotation.children(head, "obl:agent") or annotation.children(verb, "obl:agent")
        if not annotation.children(head, "nsubj:pass"):
            source = source_of(annotation, head)
            quoter = [source.head] if source else []
        quoted = [q for q in quoted if q.pos in ("NOUN", "PROPN", "PRON")]
        if quoted:
            by = tuple(noun_phrase(annotation, q) for q in quoter if q.i != quoted[0].i)
            source_span = noun_phrase(annotation, quoted[0])
            core = Span(
                min(clause.core.start, source_span.start),
                max(clause.core.end, source_span.end),
            )
            return replace(clause, source=source_span, outer=by, core=core, inherited=False)
    return _citing(annotation, clause, verb, lexicon)


def _citing(annotation: Annotation, clause: SpeechClause, verb: Token, lexicon: Lexicon) -> SpeechClause:
    if clause.source is None:
        return clause
    for token in annotation.within(clause.sentence):
        if token.lemma not in lexicon.quoting or not token.text.lower().endswith("ing"):
            continue
        objects = annotation.children(token, "obj")
        above = annotation.head(token)
        subject_above = above is not None and clause.source.start <= above.start < clause.source.end
        if objects and _can_speak(annotation, objects[0]) and (above is verb or subject_above):
            return replace(
                clause,
                source=noun_phrase(annotation, objects[0]),
                outer=(clause.source, *clause.outer),
            )
    return clause


def _can_speak(annotation: Annotation, token: Token) -> bool:
    people = any(e.label in ("person", "organisation") and e.span.overlaps(token.span) for e in annotation.entities)
    return (
        people or token.pos == "PROPN" or token.lemma in ("source", "official", "spokesman", "spokeswoman", "minister")
    )


def summed_up(passage: Passage, previous: Passage | None, lexicon: Lexicon) -> list[SpeechClause]:
    """ "This was stated by X", "He made this statement at ...": the content is the sentence before."""
    found = []
    for verb in passage.annotation.tokens:
        if verb.pos != "VERB" or verb.lemma not in lexicon.summing_verbs or passage.quotations.at(verb.start):
            continue
        source = source_of(passage.annotation, verb)
        sentence = passage.sentence_at(verb.start)
        content = _sentence_before(passage, previous, sentence)
        if source is None or content is None or not _sums_up(passage.annotation, verb, lexicon):
            continue
        core = Span(min(source.span.start, verb.start), max(source.span.end, verb.end))
        clause = SpeechClause(passage.index, sentence, _SUMMING, verb.span, core, source.span, verb=verb)
        found.append(replace(clause, content=(content,), frame="summed", score=0.8))
    return found


def _sums_up(annotation: Annotation, verb: Token, lexicon: Lexicon) -> bool:
    for child in annotation.children(verb, "obj", "nsubj:pass"):
        if child.text.lower() in ("this", "that", "it") and child.pos == "PRON":
            return not annotation.children(verb, "ccomp", "xcomp") and (
                child.dep != "obj" or child.text.lower() != "it"
            )
        pointed = any(
            c.text.lower() in ("this", "that", "these", "such")
            for c in annotation.children(child, "det", "amod", "det:predet")
        )
        if pointed and child.lemma.lower() in lexicon.summing_nouns:
            return not annotation.children(child, "acl")
    return False


def _sentence_before(passage: Passage, previous: Passage | None, sentence: Span) -> Span | None:
    earlier = [s for s in passage.sentences if s.end <= sentence.start]
    source = passage if earlier else previous
    if source is None:
        return None
    span = earlier[-1] if earlier else source.sentences[-1] if source.sentences else None
    if span is None:
        return None
    span = without_full_stop(source.text, span)
    return span if len(span.of(source.text).split()) >= 3 else None
