"""Speech clauses: every cue verb of a passage with its source and what the syntax gives as content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements import contents
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import (
    clause_tokens,
    noun_phrase,
    sentences,
    span_of,
    without_full_stop,
)
from legation.reading.statements.quotes import QuotationIndex
from legation.reading.statements.subjects import (
    Source,
    is_passive,
    is_unreal,
    source_of,
)

# Scores: how often each kind of finding held on development texts, roughly.
SCORES = {
    "clause": 0.9,
    "before": 0.9,
    "to": 0.75,
    "urge": 0.75,
    "object": 0.65,
    "prep": 0.65,
    "noun": 0.5,
}
BELIEF = 0.6
QUOTE_WORDS = 4


@dataclass(frozen=True, slots=True)
class SpeechClause:
    """A cue in its sentence. core: source, cue and hearer, as one span. content may be empty: a quotation may yet join.

    passage: index of its passage. frame: which kind of content was found, "" for none.
    """

    passage: int
    sentence: Span
    entry: Cue
    cue: Span
    core: Span
    source: Span | None
    content: tuple[Span, ...] = ()
    frame: str = ""
    inherited: bool = False
    hearer: Span | None = None
    outer: tuple[Span, ...] = ()
    verb: Token | None = None
    act: str | None = None
    score: float = 0.5

    @property
    def quotable(self) -> bool:
        """True if a quotation may be its content."""
        return self.entry.takes("clause", "quote") and not self.entry.belief


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with what all steps need: its index, sentences, quotations."""

    index: int
    text: str
    annotation: Annotation
    sentences: tuple[Span, ...]
    quotations: QuotationIndex

    def sentence_at(self, position: int) -> Span:
        """The sentence (quotations kept whole) that holds a character."""
        return next(
            (s for s in self.sentences if s.start <= position < s.end),
            self.annotation.span,
        )


def passage_of(index: int, text: str, annotation: Annotation, quotations: QuotationIndex) -> Passage:
    """The passage with its sentences."""
    return Passage(index, text, annotation, sentences(annotation, quotations), quotations)


def speech_clauses(passage: Passage, lexicon: Lexicon) -> list[SpeechClause]:
    """The speech clauses of a passage in order of their cues; cues inside longer quotations are left alone."""
    cues = [(t, entry) for t in passage.annotation.tokens if (entry := cue_entry(passage.annotation, t, lexicon))]
    cues = [(t, e) for t, e in cues if not _is_quoted(passage, t) and not is_unreal(passage.annotation, t, lexicon)]
    sources = _sources(passage, cues)
    stops = _stops(passage.annotation, cues, sources)
    found = [_clause(passage, token, entry, sources.get(token.i), stops, lexicon) for token, entry in cues]
    return [clause for clause in found if clause is not None]


def cue_entry(annotation: Annotation, token: Token, lexicon: Lexicon) -> Cue | None:
    """The lexicon's entry for a token that is a verb, with its particle if it has one."""
    if token.pos != "VERB" or token.dep in ("case", "amod", "mark"):
        return None
    lemma = token.lemma.lower()
    following = annotation.tokens[token.i + 1].text.lower() if token.i + 1 < len(annotation.tokens) else ""
    return lexicon.verbs.get(f"{lemma} {following}") or lexicon.verbs.get(lemma)


def _is_quoted(passage: Passage, token: Token) -> bool:
    quotation = passage.quotations.at(token.start)
    return quotation is not None and (quotation.words >= QUOTE_WORDS or not quotation.closed)


def _sources(passage: Passage, cues: Sequence[tuple[Token, Cue]]) -> dict[int, Source]:
    """Sources by cue token; a comma participle or bare conjunct inside another cue's content keeps its source."""
    found: dict[int, Source] = {}
    speech = {t.i for t, e in cues if not e.belief}
    for token, entry in cues:
        source = source_of(passage.annotation, token)
        keeper = _speaker_kept(passage.annotation, token, entry, speech)
        if keeper is not None and keeper in found:
            source = replace(found[keeper], inherited=True)
        if source is not None:
            found[token.i] = source
    return found


def _speaker_kept(annotation: Annotation, token: Token, entry: Cue, speech: set[int]) -> int | None:
    """The earlier cue whose speaker goes on speaking here ("said A, adding B", "said A and stressed B")."""
    if entry.belief or annotation.children(token, "nsubj", "nsubj:pass"):
        return None
    earlier = [a.i for a in annotation.ancestors(token) if a.i in speech and a.i < token.i]
    if not earlier:
        return None
    before = annotation.tokens[token.i - 1].text if token.i else ""
    participle = (
        (token.has("VerbForm=Ger") or token.has("VerbForm=Part")) and before == "," and token.text.endswith("ing")
    )
    conjunct = token.dep == "conj" and token.has("VerbForm=Fin") and _begins_anew(annotation, token)
    return earlier[0] if participle or conjunct else None


def _begins_anew(annotation: Annotation, conjunct: Token) -> bool:
    """True for "..., and accused" and "and stressed that": the speaker's own clause, not the content's."""
    joined = [c.i for c in annotation.children(conjunct, "cc")]
    comma = bool(joined) and joined[0] > 0 and annotation.tokens[joined[0] - 1].text == ","
    marked = any(
        c.text.lower() == "that" for k in annotation.children(conjunct, "ccomp") for c in annotation.children(k, "mark")
    )
    return comma or marked


def _stops(
    annotation: Annotation,
    cues: Sequence[tuple[Token, Cue]],
    sources: dict[int, Source],
) -> list[int]:
    """Offsets where a cue without a subject of its own takes over from the content before it."""
    stops = []
    for token, entry in cues:
        source = sources.get(token.i)
        if source is None or not source.inherited or entry.belief or not _takes_over(annotation, token):
            continue
        start = token.i
        while start > 0 and annotation.tokens[start - 1].pos in (
            "ADV",
            "CCONJ",
            "PUNCT",
            "AUX",
        ):
            start -= 1
            if annotation.tokens[start].text in (",", '"', "”"):
                break
        stops.append(annotation.tokens[start].start)
    return stops


def _takes_over(annotation: Annotation, token: Token) -> bool:
    """True for ", adding" and "and stressed": not for "to say" or "by saying"."""
    before = [t for t in annotation.tokens[max(0, token.i - 3) : token.i] if t.pos not in ("ADV", "AUX")]
    return bool(before) and (before[-1].text in (",", "–", "—") or before[-1].pos == "CCONJ")


def _clause(
    passage: Passage,
    token: Token,
    entry: Cue,
    source: Source | None,
    stops: list[int],
    lexicon: Lexicon,
) -> SpeechClause | None:
    annotation = passage.annotation
    hearer = contents.hearer_of(annotation, token, entry, lexicon)
    cue = _cue_span(annotation, token, entry)
    core = cue
    if source is not None and not source.inherited and passage.sentence_at(token.start).covers(source.span):
        core = Span(min(cue.start, source.span.start), max(cue.end, source.span.end))
    clause = SpeechClause(
        passage.index,
        passage.sentence_at(token.start),
        entry,
        cue,
        core,
        source.span if source else None,
        inherited=source.inherited if source else False,
        hearer=noun_phrase(annotation, hearer) if hearer else None,
        verb=token,
        act=entry.act,
    )
    return _with_content(passage, clause, token, stops, lexicon)


def _cue_span(annotation: Annotation, token: Token, entry: Cue) -> Span:
    words = entry.lemma.count(" ")
    return Span(token.start, annotation.tokens[token.i + words].end)


def _with_content(
    passage: Passage,
    clause: SpeechClause,
    token: Token,
    stops: list[int],
    lexicon: Lexicon,
) -> SpeechClause:
    """The clause with the content of the first frame that fits."""
    text, annotation, entry = passage.text, passage.annotation, clause.entry
    if entry.takes("clause") or entry.takes("quote"):
        after = contents.clause_after(text, annotation, token, clause.sentence, stops)
        if after is not None and not (entry.takes("quote") and not entry.takes("clause")):
            return _framed(passage, clause, (after,), "clause")
        before = contents.clause_before(
            text,
            annotation,
            token,
            clause.core,
            clause.sentence,
            _follows(passage, clause, token),
        )
        quoted = any(passage.quotations.within(c) for c in before)
        if before and not is_passive(annotation, token) and (entry.takes("clause") or quoted):
            return _framed(passage, clause, before, "before")
    if entry.takes("urge") and (urged := contents.urged(text, annotation, token)) is not None:
        return _framed(passage, clause, (urged,), "urge")
    if entry.takes("to") and (wanted := contents.infinitive(text, annotation, token)) is not None:
        return _framed(passage, clause, (wanted,), "to")
    if entry.takes("object") and (found := contents.object_phrase(text, annotation, token)) is not None:
        head, phrase = found
        acted = (
            lexicon.acts_by_object.get(head.lemma.lower(), clause.act)
            if clause.act in ("expressed", "conveyed")
            else clause.act
        )
        return _framed(passage, replace(clause, act=acted), (phrase,), "object")
    if entry.prepositions and (named := contents.prepositional(text, annotation, token, entry)) is not None:
        return _framed(passage, clause, (named,), "prep")
    return clause


def _framed(passage: Passage, clause: SpeechClause, content: tuple[Span, ...], frame: str) -> SpeechClause:
    kept = tuple(without_cut_quotation(passage, c) for c in content if c.start < c.end)
    score = BELIEF if clause.entry.belief else SCORES[frame]
    return replace(clause, content=kept, frame=frame, score=score if clause.source else score - 0.3)


def without_cut_quotation(passage: Passage, span: Span) -> Span:
    """The span widened so that no quotation is cut in two."""
    for quotation in passage.quotations.within(span):
        if not span.covers(quotation.span):
            span = Span(min(span.start, quotation.span.start), max(span.end, quotation.span.end))
    return span


def _follows(passage: Passage, clause: SpeechClause, token: Token) -> Span | None:
    """Text behind the speech clause's own words: adverbials of the cue are passed over."""
    end = clause.core.end
    for child in passage.annotation.children(token, "obl", "obl:npmod", "obj", "iobj", "advmod"):
        if child.i > token.i:
            end = max(end, passage.annotation.subtree_span(child).end)
    return Span(end, clause.sentence.end) if end < clause.sentence.end else None


def reporting_nouns(passage: Passage, lexicon: Lexicon) -> list[SpeechClause]:
    """Nouns of saying with a named source: "Novak's promise to return", "the claim by the ministry that ..."."""
    found = []
    for token in passage.annotation.tokens:
        entry = lexicon.nouns.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if entry is None or _is_quoted(passage, token):
            continue
        source = _owner(passage.annotation, token)
        content = _noun_content(passage, token, entry)
        if source is None or content is None:
            continue
        core = Span(min(source.start, token.start), max(source.end, token.end))
        clause = SpeechClause(
            passage.index,
            passage.sentence_at(token.start),
            entry,
            token.span,
            core,
            source,
            act=entry.act,
        )
        found.append(replace(clause, content=(content,), frame="noun", score=SCORES["noun"]))
    return found


def _owner(annotation: Annotation, noun: Token) -> Span | None:
    for child in annotation.children(noun, "nmod"):
        cases = [c.text.lower() for c in annotation.children(child, "case")]
        if child.dep == "nmod:poss" or "by" in cases or "from" in cases:
            return noun_phrase(annotation, child)
    head = annotation.head(noun)
    if head is not None and noun.dep == "obj" and head.lemma in ("make", "issue", "give", "repeat", "voice", "express"):
        source = source_of(annotation, head)
        return source.span if source else None
    return None


def _noun_content(passage: Passage, noun: Token, entry: Cue) -> Span | None:
    annotation = passage.annotation
    for child in annotation.children(noun, "acl", "ccomp", "nmod"):
        marks = [c for c in annotation.children(child, "mark", "aux", "case") if c.i > noun.i]
        word = marks[0].text.lower() if marks and child.i > noun.i else ""
        fits = (
            (word == "that" and entry.takes("clause") and child.dep != "nmod")
            or (word == "to" and entry.takes("to") and child.dep != "nmod")
            or word in entry.prepositions
        )
        if fits:
            tokens = [t for t in clause_tokens(annotation, child) if t.i >= marks[0].i + (word in entry.prepositions)]
            if tokens:
                return without_cut_quotation(passage, without_full_stop(passage.text, span_of(tokens)))
    return None
