"""What the language layer gives: tokens with Universal Dependencies, sentences and entities.

Scheme: UD v2 parts of speech, features and relations (universaldependencies.org).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from legation.language.arguments import Arguments
from legation.language.attribution import Attribution
from legation.model import Span

EntityLabel = Literal[
    "person", "title", "organisation", "medium", "place", "nationality", "time", "document", "event", "other"
]


@dataclass(frozen=True, slots=True)
class Token:
    """One token. i: index in its annotation; head: index of its head (itself for a root).

    start, end: characters into the report's text. pos: UPOS. dep: UD relation ("nsubj:pass", "obl:agent").
    feats: UD features, "Tense=Past|VerbForm=Fin".
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: str = ""

    @property
    def span(self) -> Span:
        """Where the token stands in the report."""
        return Span(self.start, self.end)

    def has(self, feature: str) -> bool:
        """True if the features hold exactly this one ("VerbForm=Ger")."""
        return feature in self.feats.split("|")


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its words and its label."""

    span: Span
    label: EntityLabel


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event. kind: of an engagement as in ``legation.model``, of an act its PLOVER type.

    status: as in ``legation.model``.
    """

    span: Span
    kind: str
    status: str


@dataclass(frozen=True)
class Annotation:
    """One passage annotated. sentences are half-open ranges of token indices, in order, without gaps.

    attributions: who said what, as the model marks it, in order of content; triggers: where it sees events told;
    arguments: what it takes words to be to such events.
    """

    span: Span
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    arguments: Arguments | None = field(default=None, compare=False)

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The tokens' words in lower case."""
        return tuple(t.text.lower() for t in self.tokens)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return tuple(tuple(c) for c in children)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [t.end for t in self.tokens]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Dependents of a token in text order; only those of the relations named, if any.

        A relation without subtype matches its subtypes: "nsubj" also finds "nsubj:pass".
        """
        below = self._children[token.i]
        return [t for t in below if _is_one_of(t.dep, deps)] if deps else list(below)

    def head(self, token: Token) -> Token | None:
        """The head of a token, None for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the nearest up to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in text order."""
        found = {token.i}
        todo = [token.i]
        while todo:
            for child in self._children[todo.pop()]:
                if child.i not in found:
                    found.add(child.i)
                    todo.append(child.i)
        return [self.tokens[i] for i in sorted(found)]

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last character of the subtree."""
        below = self.subtree(token)
        return Span(below[0].start, below[-1].end)

    def sentence_of(self, token: Token) -> tuple[int, int]:
        """The sentence (range of token indices) a token stands in."""
        for first, end in self.sentences:
            if first <= token.i < end:
                return first, end
        raise ValueError(f"token {token.i} is in no sentence")

    def sentence_span(self, token: Token) -> Span:
        """The characters of the sentence a token stands in."""
        first, end = self.sentence_of(token)
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def within(self, span: Span) -> list[Token]:
        """Tokens that overlap the characters of ``span``."""
        return list(self.tokens[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)])

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character, if any."""
        i = bisect_right(self._ends, offset)
        return self.tokens[i] if i < len(self.tokens) and self.tokens[i].start <= offset else None

    def likelihoods(self, trigger: Token, span: Span) -> Mapping[str, float]:
        """How likely what a span names is each argument of the event that a token tells; empty if nothing is known."""
        root = self.root_of(span)
        return self.arguments.of(trigger.i, root.i) if root and self.arguments else {}

    def root_of(self, span: Span) -> Token | None:
        """The token of the span whose head lies outside it (the first if there are several)."""
        inside = self.within(span)
        indices = {t.i for t in inside}
        for token in inside:
            if token.head == token.i or token.head not in indices:
                return token
        return None


def _is_one_of(dep: str, deps: tuple[str, ...]) -> bool:
    """True for one of the relations or a subtype of one."""
    return dep in deps or (":" in dep and any(dep.startswith(d + ":") for d in deps))
