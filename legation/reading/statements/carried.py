"""Words that one carries for another: "X quoted Y as saying", "Y was quoted by X as saying", "said Y, X reported".

Whoever is quoted speaks, and who carries the words is an outer source. The language model marks one account for both,
with the name of the quoted among what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from legation.language import Annotation
from legation.model import Span
from legation.reading.statements.attribution import Attribution, kind_of
from legation.reading.statements.cues import Lexicon
from legation.reading.statements.phrases import trimmed

_NAME = r"(?:(?:[Tt]he|[Aa]n?) [\w'’.-]+|[A-Z][\w'’.-]*)(?:,? [\w'’.-]+){0,9}?"
_SAYING = r"as (?:saying|telling \w+|having said)\b[,:]?"
_WHO_SAYING = re.compile(rf"(?P<who>{_NAME}),? {_SAYING}(?=\s|$)")
_BARE_SAYING = re.compile(rf"{_SAYING}\s")
_BEHIND_CUE = re.compile(rf"\s+(?P<who>{_NAME}),? {_SAYING}(?=\W|$)")
_QUOTED_BY = re.compile(rf"\s+by (?P<by>{_NAME}),? {_SAYING}(?=\s)")
# What may follow "as saying" behind the words themselves: "on Tuesday".
_AFTERTHOUGHT = 4


def said_by_carried(
    text: str, quoted: Set[int], passages: Sequence[Annotation], found: Sequence[Attribution], lexicon: Lexicon
) -> Iterator[Attribution]:
    """The attributions, in their order, with the quoted as source. "Citing Y", which says nothing, and a second account
    of the same words stay as beliefs, which the record leaves out."""
    kept: list[Attribution] = []
    for attribution in (_parted(text, a, found) for a in found):
        if _carries(text, attribution, lexicon):
            attribution = _of_quoted(text, attribution)
            idle = not _tells(text, quoted, passages, attribution)
            attribution = replace(attribution, belief=attribution.belief or idle)
        if any(k.content == attribution.content and k.source == attribution.source for k in kept):
            attribution = replace(attribution, belief=True)
        attribution = replace(attribution, kind=kind_of(text, quoted, attribution.content))
        kept.append(attribution)
    yield from kept


def _carries(text: str, attribution: Attribution, lexicon: Lexicon) -> bool:
    words = attribution.cue.of(text).lower().split() if attribution.cue else []
    return any(word.startswith(verb.removesuffix("e")) for verb in lexicon.quoting for word in words)


def _of_quoted(text: str, attribution: Attribution) -> Attribution:
    """The attribution laid to who is quoted, with the words that name him taken out of what is said."""
    who: Span | None = None
    by: Span | None = None
    content: list[Span] = []
    for span in attribution.content:
        if match := _WHO_SAYING.match(text, span.start, span.end):
            who = Span(*match.span("who"))
            rest = trimmed(text, Span(match.end(), span.end))
            content += [] if content and len(rest.of(text).split()) <= _AFTERTHOUGHT else [rest]
        elif match := _BARE_SAYING.match(text, span.start, span.end):
            who = content.pop() if content else who
            content.append(trimmed(text, Span(match.end(), span.end)))
        else:
            content.append(span)
    end = attribution.cue.end if attribution.cue else 0
    if match := _QUOTED_BY.match(text, end):
        by = Span(*match.span("by"))
    elif who is None and (match := _BEHIND_CUE.match(text, end)):
        who = Span(*match.span("who"))
    kept = tuple(span for span in content if span.start < span.end)
    attribution = replace(attribution, content=kept or attribution.content)
    source = attribution.source
    if source is not None and (who is None or source.overlaps(who)):
        return replace(attribution, outer=attribution.outer or ((by,) if by else ()))
    carrier = (by,) if by else (source,) if source and source not in attribution.outer else ()
    return replace(attribution, source=who or source, outer=(*carrier, *attribution.outer))


def _tells(text: str, quoted: Set[int], passages: Sequence[Annotation], attribution: Attribution) -> bool:
    """True if words are given: quoted ones, or a verb."""
    if kind_of(text, quoted, attribution.content) != "indirect":
        return True
    tokens = [t for span in attribution.content for p in passages if p.span.covers(span) for t in p.within(span)]
    return any(token.pos in ("VERB", "AUX") for token in tokens)


def _parted(text: str, attribution: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Without the clause behind it that carries the whole: "[said that trade grows], X reported"."""
    for other in found:
        if other is attribution or other.cue is None or attribution.cue is None:
            continue
        if not any(span.covers(attribution.cue) for span in other.content):
            continue
        start = min(other.cue.start, other.source.start if other.source else other.cue.start)
        content = tuple(
            trimmed(text, Span(span.start, start)) if span.start < start < span.end and span.covers(other.cue) else span
            for span in attribution.content
        )
        attribution = replace(attribution, content=tuple(c for c in content if c.start < c.end))
    return attribution
