"""The whole way from annotated paragraphs to attributions."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from legation.language import Annotation
from legation.model import Span
from legation.reading.statements.attribution import Attribution, kind_of, offsets
from legation.reading.statements.beside import with_sources_beside
from legation.reading.statements.between import said_by_quoted_between
from legation.reading.statements.carried import said_by_carried
from legation.reading.statements.clauses import (
    Passage,
    SpeechClause,
    passage_of,
    reporting_nouns,
    speech_clauses,
)
from legation.reading.statements.cues import Lexicon, lexicon
from legation.reading.statements.hearers import with_hearer
from legation.reading.statements.linking import Draft, Linker
from legation.reading.statements.marked import with_marked
from legation.reading.statements.media import addressee_of, medium_of, relayed_for
from legation.reading.statements.quotes import QuotationIndex, find_quotations
from legation.reading.statements.sourced import (
    according_to,
    quoted_as_saying,
    summed_up,
)
from legation.reading.statements.turns import with_turns
from legation.reading.statements.unsourced import with_source

# A chain ("X said A, Y reported") is one statement if its inner clause fills at least this share of the outer content.
_CHAIN = 0.8
# Kinds of content of "ask" that are what was asked, and not what was asked for.
_QUESTION = frozenset({"clause", "before", "quote"})


def find_attributions(text: str, passages: Sequence[Annotation]) -> tuple[Attribution, ...]:
    """Who said what in a report, in order of appearance.

    passages: the annotated paragraphs in order, with offsets into ``text``. Speech inside a longer quotation is
    not looked at. Speech inside other reported speech comes with its outer sources.
    """
    words = lexicon()
    linker = Linker(text, words)
    read: list[Passage] = []
    for index, annotation in enumerate(passages):
        quotations = QuotationIndex(find_quotations(text, annotation.span))
        passage = passage_of(index, text, annotation, quotations)
        linker.add(passage, _clauses(passage, read[-1] if read else None, words))
        read.append(passage)
    drafts = [(i, d) for i, d in enumerate(linker.drafts) if d.clause.content and _is_statement(d.clause)]
    drafts = _chained(text, _without_repeats(drafts))
    quoted = offsets(q.span for passage in read for q in passage.quotations.all)
    found = with_marked(text, quoted, passages, _attributions(text, quoted, read, drafts, words), words)
    found = tuple(said_by_quoted_between(text, passages, attribution, words) for attribution in found)
    sourced = [with_source(text, passages, attribution) for attribution in found]
    carried = said_by_carried(text, quoted, passages, sourced, words)
    return with_turns(text, passages, [with_hearer(passages, attribution, words) for attribution in carried])


def _clauses(passage: Passage, previous: Passage | None, words: Lexicon) -> list[SpeechClause]:
    verbs = quoted_as_saying(passage, speech_clauses(passage, words), words)
    verbs = with_sources_beside(passage, verbs)
    found = verbs + according_to(passage, words) + summed_up(passage, previous, words) + reporting_nouns(passage, words)
    return sorted(found, key=lambda c: (c.cue.start, c.cue.end))


def _is_statement(clause: SpeechClause) -> bool:
    """Left out: clauses whose source the syntax did not show, unless quoted words stand for themselves."""
    return clause.source is not None or clause.frame == "quote"


def _without_repeats(drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """One draft for one cue and one content: "He made this assessment" adds nothing to what was attributed already."""
    kept: list[tuple[int, Draft]] = []
    for i, draft in drafts:
        clause = draft.clause
        others = [d.clause for j, d in drafts if j != i]
        if clause.frame == "summed" and any(
            o.frame != "summed" and not o.entry.belief and _share(o, clause.content) > 0.4 for o in others
        ):
            continue
        twice = [d for _, d in kept if _same(d.clause, clause)]
        if not twice:
            kept.append((i, draft))
    return kept


def _same(one: SpeechClause, other: SpeechClause) -> bool:
    return one.content == other.content and (one.source == other.source or one.cue == other.cue)


def _share(clause: SpeechClause, spans: Sequence[Span]) -> float:
    """Share of ``spans`` covered by the clause with its content."""
    whole = sum(s.end - s.start for s in spans) or 1
    return (
        sum(max(0, min(s.end, c.end) - max(s.start, c.start)) for s in spans for c in (*clause.content, clause.core))
        / whole
    )


def _chained(text: str, drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """Outer sources for speech inside reported speech; an outlet that relays the whole has none of its own."""
    found: list[tuple[int, Draft]] = []
    relays: set[int] = set()
    for i, draft in drafts:
        clause = draft.clause
        outers = [(j, d.clause) for j, d in drafts if j != i and _holds(d.clause, clause)]
        outers.sort(key=lambda pair: sum(c.end - c.start for c in pair[1].content))
        if not clause.entry.belief and clause.source is not None:
            relays.update(j for j, o in outers if _relays(o, clause))
        chain = tuple(s for _, o in outers if (s := o.source) is not None and s != clause.source)
        found.append((i, replace(draft, clause=replace(clause, outer=(*clause.outer, *chain)))))
    return [(i, d) for i, d in found if i not in relays]


def _holds(outer: SpeechClause, inner: SpeechClause) -> bool:
    return outer.core.end > outer.core.start and any(
        c.covers(inner.cue) and inner.cue.end > inner.cue.start for c in outer.content
    )


def _relays(outer: SpeechClause, inner: SpeechClause) -> bool:
    """True if the outer clause stands behind, or is an "according to", and holds little but the inner one."""
    behind = outer.frame in ("before", "according")
    return behind and _share(inner, outer.content) >= _CHAIN


def _attributions(
    text: str, quoted: Set[int], read: Sequence[Passage], drafts: list[tuple[int, Draft]], words: Lexicon
) -> tuple[Attribution, ...]:
    drafts = sorted(
        drafts,
        key=lambda pair: (
            min(pair[1].clause.content[0].start, _start(pair[1].clause)),
            pair[0],
        ),
    )
    place = {i: n for n, (i, _) in enumerate(drafts)}
    result: list[Attribution] = []
    for i, draft in drafts:
        clause = draft.clause
        continues = place.get(draft.continues) if draft.continues is not None else _continued(i, clause, drafts, place)
        if clause.source is None and draft.continues is not None and continues is None:
            continues = None
        annotation = read[clause.passage].annotation
        result.append(
            Attribution(
                clause.source,
                clause.cue if clause.cue.start < clause.cue.end else None,
                clause.content,
                kind_of(text, quoted, clause.content),
                continues,
                addressee_of(annotation, clause),
                medium_of(annotation, clause, words),
                relayed_for(annotation, clause),
                _act(clause),
                clause.outer,
                clause.score,
                clause.entry.belief,
            )
        )
    return tuple(result)


def _act(clause: SpeechClause) -> str | None:
    """What is done by saying it: "asked whether" puts a question, "asked to" makes a request."""
    asks = clause.entry.lemma == "ask" and clause.frame in _QUESTION
    return "questioned" if asks else clause.act


def _start(clause: SpeechClause) -> int:
    return clause.core.start if clause.core.start < clause.core.end else clause.content[0].start


def _continued(i: int, clause: SpeechClause, drafts: list[tuple[int, Draft]], place: dict[int, int]) -> int | None:
    """For "..., adding that": the attribution of the main clause."""
    if not clause.inherited:
        return None
    same = [j for j, d in drafts if j != i and d.clause.source == clause.source and not d.clause.inherited]
    return place[same[-1]] if same else None
