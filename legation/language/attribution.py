"""Who said what, as the network marks it: fragments of sources, cues and contents, and which belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from legation.model import Span

Role = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of words with one role. cue: the index, among the fragments of its window, of the cue it belongs
    to; None if the network sees none."""

    span: Span
    role: Role
    cue: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: its fragments by role, each in text order; content is never empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def cues(found: Sequence[tuple[int, int, str]], scores: npt.NDArray[Any]) -> list[int | None]:
    """For each span of words the index of its cue span: its words vote with their link scores.

    scores: (words, words + 1); the last column means that the cue is elsewhere.
    """
    if not found:
        return []
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    share = shifted / shifted.sum(1, keepdims=True)
    cue_spans = [(n, a, b) for n, (a, b, role) in enumerate(found) if role == "cue"]
    chosen: list[int | None] = []
    for first, end, role in found:
        votes = share[first:end].mean(0)
        best = max(cue_spans, key=lambda c: votes[c[1] : c[2]].sum(), default=None) if role != "cue" else None
        enough = best is not None and votes[best[1] : best[2]].sum() > max(0.1, votes[-1])
        chosen.append(best[0] if best is not None and enough else None)
    return chosen


def gathered(fragments: Sequence[Fragment]) -> list[Attribution]:
    """The attributions of one window: what has the same cue is one; contents without a cue stand alone."""
    found: list[Attribution] = []
    for n, cue in enumerate(fragments):
        if cue.role != "cue":
            continue
        mine = [f for f in fragments if f.cue == n]
        contents = tuple(f.span for f in mine if f.role == "content")
        if contents:
            found.append(Attribution(tuple(f.span for f in mine if f.role == "source"), (cue.span,), contents))
    found.extend(Attribution((), (), (f.span,)) for f in fragments if f.role == "content" and f.cue is None)
    return sorted(found, key=lambda a: a.content[0])
