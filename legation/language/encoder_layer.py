"""The language layer on our own model: tokens, sentences, syntax, entities and attribution of passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from legation.language.annotation import Annotation, Entity, Token, Trigger
from legation.language.arguments import Arguments, Stretch
from legation.language.attribution import Fragment, cues, gathered
from legation.language.decoding import best_tags, checked, lemma, spans, tree
from legation.language.runtime import Array, Network, Scores
from legation.language.telegraphic import with_verbs
from legation.language.windows import Part, windows
from legation.language.words import words
from legation.model import Span

# The current UD names of what the rooms above know under the older ones.
RELATIONS = {"obl:unmarked": "obl:npmod", "nmod:unmarked": "nmod:npmod", "nmod:desc": "compound"}


@dataclass
class Read:
    """All that is read of one passage; word ranges and heads count from its first word.

    triggers: range, kind of event and status; stretches: what was read together.
    """

    pos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    fragments: list[tuple[int, int, str]] = field(default_factory=list)
    cues: list[int | None] = field(default_factory=list)
    triggers: list[tuple[int, int, str, str]] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)


class Layer:
    """Reads passages with one network.

    together: pieces up to which passages given in one call are read together, as context of each other; 0 reads
    each alone, so that a passage's result depends on nothing else.
    """

    def __init__(self, network: Network, together: int = 0) -> None:
        self.network = network
        self.together = together

    def annotate(self, texts: Sequence[str], starts: Iterable[int] | None = None) -> list[Annotation]:
        """Annotates passages (a paragraph each), in the order given; ``starts`` is added to their offsets."""
        offsets = list(starts) if starts is not None else [0] * len(texts)
        places = [words(text) for text in texts]
        forms = [[t[a:b] for a, b in p] for t, p in zip(texts, places, strict=True)]
        return [
            self._annotation(Span(start, start + len(text)), [(start + a, start + b) for a, b in place], form, read)
            for text, place, form, read, start in zip(texts, places, forms, self.read(forms), offsets, strict=True)
        ]

    def read(self, passages: Sequence[Sequence[str]], sentences: Sequence[Sequence[int]] | None = None) -> list[Read]:
        """Reads passages given as words. sentences: for each passage the words that end a sentence, if known."""
        reads = [Read() for _ in passages]
        for window in windows(passages, self.network.pieces, self.together):
            forms = [w for p in window for w in passages[p.passage][p.first : p.end]]
            begins = [p.first == 0 and i == 0 for p in window for i in range(p.end - p.first)]
            scores = self.network.run(self.network.encode(forms, begins))
            ends = self._ends(window, forms, scores, sentences)
            self._fill(reads, window, forms, scores, ends)
        return reads

    def _ends(
        self, window: list[Part], forms: list[str], scores: Scores, given: Sequence[Sequence[int]] | None
    ) -> list[int]:
        """Half-open ends of the sentences of a window; a part always ends one."""
        ends: set[int] = set()
        base = 0
        for part in window:
            size = part.end - part.first
            if given is None:
                seen = np.flatnonzero(scores.ends[base : base + size].argmax(-1)).tolist()
                found = [i for i in seen if not _goes_on(forms, base + i)]
            else:
                found = [i - part.first for i in given[part.passage] if part.first <= i < part.end]
            ends.update(base + i + 1 for i in found)
            base += size
            ends.add(base)
        return sorted(ends)

    def _fill(self, reads: list[Read], window: list[Part], forms: list[str], scores: Scores, ends: list[int]) -> None:
        names = self.network.labels
        heads = _heads(scores.arc, ends)
        deps = [names["rel"][r] for r in self.network.relations(scores, heads)]
        entities = self._spans("ner", scores.ner)
        fragments = self._spans("attr", scores.attr)
        triggers = self._spans("trigger", scores.trigger)
        links = cues(fragments, scores.link)
        base = 0
        for part in window:
            read, end = reads[part.passage], base + part.end - part.first
            shift = part.first - base
            read.pos += [names["upos"][i] for i in scores.upos[base:end]]
            read.feats += [names["feats"][i].replace("_", "") for i in scores.feats[base:end]]
            read.lemmas += [
                self._lemma(form, names["lemma"][i], names["upos"][pos])
                for form, i, pos in zip(forms[base:end], scores.lemma[base:end], scores.upos[base:end], strict=True)
            ]
            read.heads += [int(h) + shift for h in heads[base:end]]
            read.deps += ["root" if heads[i] == i else _below(deps[i]) for i in range(base, end)]
            read.sentences += [(a + shift, b + shift) for a, b in pairwise([0, *ends]) if base <= a and b <= end]
            inside = [s for s in entities if base <= s[0] < end]
            read.entities += [(a + shift, _without_stop(forms, a, min(b, end)) + shift, kind) for a, b, kind in inside]
            read.triggers += [
                (a + shift, min(b, end) + shift, kind, names["status"][scores.status[a]])
                for a, b, kind in triggers
                if base <= a < end
            ]
            read.stretches.append(Stretch(part.first, part.end, scores.told[base:end], scores.named[base:end]))
            _fill_fragments(read, fragments, links, base, end, shift)
            base = end

    def _annotation(
        self, span: Span, places: Sequence[tuple[int, int]], forms: Sequence[str], read: Read
    ) -> Annotation:
        def across(first: int, end: int) -> Span:
            return Span(places[first][0], places[end - 1][1])

        tokens = tuple(
            Token(i, a, b, forms[i], read.lemmas[i], read.pos[i], read.deps[i], read.heads[i], read.feats[i])
            for i, (a, b) in enumerate(places)
        )
        return Annotation(
            span=span,
            tokens=with_verbs(tokens, read.sentences),
            sentences=tuple(read.sentences),
            entities=tuple(Entity(across(a, b), kind) for a, b, kind in read.entities),  # type: ignore[arg-type]
            attributions=tuple(gathered(_fragments(places, read))),
            triggers=tuple(Trigger(across(a, b), kind, status) for a, b, kind, status in read.triggers),
            arguments=Arguments(self.network, read.stretches),
        )

    def _lemma(self, form: str, edit: str, pos: str) -> str:
        found = lemma(form, edit)
        return checked(form, found, self.network.pieces) if pos in ("VERB", "NOUN") else found

    def _spans(self, name: str, scores: Array) -> list[tuple[int, int, str]]:
        tags = best_tags(scores, *self.network.transitions[name])
        return spans([self.network.labels[name][t] for t in tags])


def _goes_on(forms: Sequence[str], i: int) -> bool:
    """True if a sentence cannot end with a word: no mark follows it, and the next one begins with a small letter."""
    return forms[i][-1:].isalnum() and i + 1 < len(forms) and forms[i + 1][:1].islower()


def _without_stop(forms: Sequence[str], first: int, end: int) -> int:
    """The end of a name without a full stop that is a word of its own."""
    return end - 1 if end - first > 1 and forms[end - 1] == "." else end


def _below(relation: str) -> str:
    """A relation of a word that is not a root."""
    return "dep" if relation == "root" else RELATIONS.get(relation, relation)


def _heads(arcs: Array, ends: list[int]) -> Array:
    """The tree of every sentence; heads as words of the window, a root its own."""
    heads = np.zeros(len(arcs), np.int64)
    for first, end in pairwise([0, *ends]):
        columns = [*range(first, end), arcs.shape[1] - 1]
        heads[first:end] = tree(arcs[first:end][:, columns]) + first
    return heads


def _fill_fragments(
    read: Read, fragments: list[tuple[int, int, str]], links: list[int | None], base: int, end: int, shift: int
) -> None:
    """Fragments of one part, their cues renumbered among those of the passage; a cue in another passage is none."""
    numbers: dict[int, int] = {}
    inside = [n for n, (a, _, _) in enumerate(fragments) if base <= a < end]
    for n in inside:
        numbers[n] = len(read.fragments)
        a, b, role = fragments[n]
        read.fragments.append((a + shift, min(b, end) + shift, role))
    read.cues += [numbers.get(c) if (c := links[n]) is not None else None for n in inside]


def _fragments(places: Sequence[tuple[int, int]], read: Read) -> list[Fragment]:
    return [
        Fragment(Span(places[a][0], places[b - 1][1]), role, cue)  # type: ignore[arg-type]
        for (a, b, role), cue in zip(read.fragments, read.cues, strict=True)
    ]
