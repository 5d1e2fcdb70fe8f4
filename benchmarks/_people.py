"""Mentions of people in our corpus: annotated, found by the reader, and which of them are the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks._clusters import Clusters
from benchmarks.corpus import counted
from legation.model import Reading, Span
from training.corpus.files import Sheet

_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")
# What stands behind the head of a mention.
_BEHIND = re.compile(r",| \(| (?:of|in|from|at|for|to|with|on|by) ")

# How a mention is called that holds a name: by the annotation, whose "title" is one alone, and by the reader.
ANNOTATED_NAMES, READ_NAMES = ("name", "surname"), ("name", "surname", "title")
# The annotation has the first person and reflexives only where they take part in an event.
LEFT_OUT = frozenset("i me my mine myself himself herself themselves".split())


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that stand for a person or several: whose, the word that must be found for them to be found, and whether
    they hold a name."""

    span: Span
    who: frozenset[str]
    head: Span
    named: bool


def spoken(sheet: Sheet, one: Reading, named_as: Collection[str]) -> list[Spoken]:
    """The mentions of people of an account. Words for several people stand for a group, which is somebody by itself."""
    who: dict[Span, set[str]] = {}
    named: set[Span] = set()
    for mention in one.mentions:
        if counted(mention.span, sheet) and mention.span.of(sheet.body.text).lower() not in LEFT_OUT:
            who.setdefault(mention.span, set()).add(mention.actor)
            if mention.how in named_as:
                named.add(mention.span)
    people = {a.key for a in one.actors if a.kind == "person"}
    return [Spoken(s, frozenset(keys), head(sheet, s), s in named) for s, keys in sorted(who.items()) if keys <= people]


def head(sheet: Sheet, span: Span) -> Span:
    """The word that carries a mention: the last one before an of-phrase, a comma or a bracket. The annotation has names
    without their titles, so the last word of a name is its head too."""
    words = span.of(sheet.body.text)
    stop = _BEHIND.search(words)
    last = list(_WORD.finditer(words, 0, stop.start() if stop else len(words)))[-1:]
    return Span(span.start + last[0].start(), span.start + last[0].end()) if last else span


def paired(gold: Sequence[Spoken], given: Sequence[Spoken]) -> dict[Span, Span]:
    """The annotated mention that each mention of the reader's is: one that holds its head, by as like words as can be.

    The reader's words may have a title with the name; the annotation's may not. So names go with names first.
    """
    fits = sorted(
        (
            one.named != other.named,
            abs(one.span.start - other.span.start) + abs(one.span.end - other.span.end),
            other.span,
            one.span,
        )
        for one in gold
        for other in given
        if other.span.covers(one.head)
    )
    found: dict[Span, Span] = {}
    for *_, ours, theirs in fits:
        if ours not in found and theirs not in found.values():
            found[ours] = theirs
    return found


def clusters(mentions: Iterable[Spoken], names: Mapping[Span, Span]) -> Clusters:
    """Mentions by whom they stand for; names: under which words a mention goes, if not its own."""
    found: dict[frozenset[str], set[tuple[bool, Span]]] = {}
    for one in mentions:
        same = names.get(one.span)
        found.setdefault(one.who, set()).add((same is not None, same or one.span))
    return [frozenset(cluster) for cluster in found.values()]
