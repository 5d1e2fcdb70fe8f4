"""Noun phrases and sentences as spans: what a source is cut out with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.quotes import QuotationIndex

# Dependents that tell more about someone but are no part of the name they go by.
_LEFT_OUT = ("acl", "acl:relcl", "advcl", "parataxis", "ccomp", "discourse", "dep")
RELATIVE = frozenset({"who", "which", "that", "whom"})
_EDGE = " \t\n\u00a0,;:–—-"


def passage_with(passages: Sequence[Annotation], span: Span | None) -> Annotation | None:
    """The passage the span stands in; None without a span, or where no passage holds all of it."""
    return next((p for p in passages if span and p.span.covers(span)), None)


def trimmed(text: str, span: Span, edge: str = _EDGE) -> Span:
    """The span without white space and separating marks at its ends (perhaps empty)."""
    start, end = span.start, span.end
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)


def without_full_stop(text: str, span: Span) -> Span:
    """The span without the full stop that ends its sentence, if that is not part of an abbreviation."""
    span = trimmed(text, span)
    ends = span.of(text).endswith(".") and not (span.end - span.start > 2 and text[span.end - 3 : span.end - 2] == ".")
    return Span(span.start, span.end - 1) if ends else span


def noun_phrase(annotation: Annotation, head: Token) -> Span:
    """The full noun phrase around its head: titles, appositions and conjuncts, no relative clause.

    Only the unbroken run of words that holds the head is taken; a preposition before it is not.
    """
    dropped: set[int] = set()
    for token in annotation.subtree(head):
        if token.dep in _LEFT_OUT and token.i != head.i:
            dropped.update(t.i for t in annotation.subtree(token))
    for child in annotation.children(head, "case", "mark", "cc", "punct", "advmod"):
        if child.i < head.i or child.dep in ("cc", "punct"):
            dropped.add(child.i)
    kept = {t.i for t in annotation.subtree(head)} - dropped
    commas = {t.i for t in annotation.tokens if t.text == "," and (t.i - 1 in kept and t.i + 1 in kept)}
    hyphens = {t.i for t in annotation.tokens if t.text in "-'’" and t.i - 1 in kept and t.i + 1 in kept}
    kept |= commas | hyphens | {head.i}
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return Span(annotation.tokens[first].start, annotation.tokens[last].end)


def clause_tokens(annotation: Annotation, head: Token, *without: str) -> list[Token]:
    """Tokens below ``head``, leaving out its dependents of the relations named (and all below them)."""
    left = (
        {t.i for child in annotation.children(head, *without) for t in annotation.subtree(child)} if without else set()
    )
    return [t for t in annotation.subtree(head) if t.i not in left]


def span_of(tokens: Iterable[Token]) -> Span:
    """From the first to the last of the tokens (at least one)."""
    listed = list(tokens)
    return Span(min(t.start for t in listed), max(t.end for t in listed))


def sentences(annotation: Annotation, quotations: QuotationIndex) -> tuple[Span, ...]:
    """Sentences as a reader sees them: a full stop inside quotation marks ends none."""
    starts: list[int] = []
    for first, _ in annotation.sentences:
        start = annotation.tokens[first].start
        quotation = quotations.at(start)
        if quotation is not None and start > quotation.span.start:
            start = quotation.span.end if start >= quotation.inner.end else -1
        if start >= 0 and start < annotation.span.end:
            starts.append(start)
    starts = sorted({annotation.span.start, *starts})
    return tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], annotation.span.end], strict=True) if a < b)
