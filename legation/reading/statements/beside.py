"""Speakers that stand between a quotation and its cue, read from the order of words.

Quotation marks mislead parsers; "...," Novak, 58, told the agency is plain all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.language import Token
from legation.model import Span
from legation.reading.statements.clauses import Passage, SpeechClause
from legation.reading.statements.phrases import trimmed
from legation.reading.statements.subjects import is_passive

_NOMINAL = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM", "PRON", "PART", "ADP", "PUNCT", "CCONJ"})
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_LONGEST = 18


def with_sources_beside(passage: Passage, clauses: Sequence[SpeechClause]) -> list[SpeechClause]:
    """The clauses, where the syntax showed no source between quotation and cue, with the words found there."""
    return [_sourced(passage, clause) for clause in clauses]


def _sourced(passage: Passage, clause: SpeechClause) -> SpeechClause:
    if (
        clause.verb is None
        or not clause.quotable
        or clause.frame == "clause"
        or is_passive(passage.annotation, clause.verb)
    ):
        return clause
    quoted = [q for q in passage.quotations.all if q.span.end <= clause.cue.start and q.words >= 3]
    if not quoted or passage.text[: quoted[-1].inner.end].endswith("."):
        return clause
    end = quoted[-1].span.end
    between = [
        t for t in passage.annotation.within(Span(end, clause.cue.start)) if t.pos not in ("SPACE", "ADV", "AUX")
    ]
    words = between or _inverted(passage, clause)
    source = _name(passage, words)
    if source is None or (clause.source is not None and clause.source.overlaps(source)):
        return clause
    if between and between[0].start - end > 3:
        return clause
    core = Span(min(source.start, clause.cue.start), max(source.end, clause.cue.end))
    return replace(clause, source=source, core=core, inherited=False)


def _inverted(passage: Passage, clause: SpeechClause) -> list[Token]:
    """The nominal words right behind the cue."""
    words = []
    for token in passage.annotation.within(Span(clause.cue.end, clause.sentence.end)):
        if token.pos not in _NOMINAL or (token.pos == "ADP" and token.text.lower() not in ("of", "for")):
            break
        words.append(token)
    return words


def _name(passage: Passage, words: Sequence[Token]) -> Span | None:
    """The span of the words if they can name a speaker: nouns and what goes with them, no verb."""
    nominal = all(t.pos in _NOMINAL for t in words)
    if not nominal or len(words) > _LONGEST or not any(t.pos in _NAMING for t in words):
        return None
    if words[0].pos in ("ADP", "CCONJ"):
        return None
    span = trimmed(passage.text, Span(words[0].start, words[-1].end), ' \t\n\u00a0,;:–—-."”“»')
    return span if span.start < span.end else None
