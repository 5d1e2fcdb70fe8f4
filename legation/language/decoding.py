"""From the scores of the network to labels: best tag sequences, trees, spans and lemmas. numpy only."""

from __future__ import annotations

from collections.abc import Container, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEVER = np.float32(-1e4)


def forbidden(tags: Sequence[str]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """What BIO does not allow: [before, after] pairs, and tags that cannot come first."""
    inside_of = [tag[2:] if tag.startswith("I-") else None for tag in tags]
    kind = [tag[2:] if tag != "O" else None for tag in tags]
    pairs = np.array([[i is not None and i != k for i in inside_of] for k in kind], dtype=np.bool_)
    return pairs, np.array([i is not None for i in inside_of], dtype=np.bool_)


def best_tags(scores: Floats, transitions: Floats, first: Floats, last: Floats) -> Ints:
    """The best sequence (Viterbi). scores: (words, tags); transitions: (before, after)."""
    if not len(scores):
        return np.zeros(0, np.int64)
    into, rows = np.ascontiguousarray(transitions.T), np.arange(len(first))
    best = scores[0] + first
    came: list[Ints] = []
    for row in scores[1:]:
        through = into + best
        origin = through.argmax(1)
        came.append(origin)
        best = through[rows, origin] + row
    tag = int((best + last).argmax())
    path = [tag]
    for origin in reversed(came):
        tag = int(origin[tag])
        path.append(tag)
    return np.array(path[::-1], np.int64)


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open ranges of words and their kinds, of BIO tags."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("I-") and found and found[-1][1:] == (i, tag[2:]):
            found[-1] = (found[-1][0], i + 1, tag[2:])
        elif tag != "O":
            found.append((i, i + 1, tag[2:]))
    return found


def tree(scores: Floats) -> Ints:
    """Heads of one sentence; a root is its own head, and there is one.

    scores: (words, words + 1), row: dependent, column: head, last column: root. The greedy choice stands if it
    is a tree already; else the best tree (Chu-Liu/Edmonds) for the best root.
    """
    n = len(scores)
    if n == 1:
        return np.zeros(1, np.int64)
    exact = scores.astype(np.float64)
    exact[np.arange(n), np.arange(n)] = -np.inf
    heads: Ints = exact.argmax(1)
    if (heads == n).sum() != 1 or _cycle(heads, n) is not None:
        heads = _best_rooted(exact)
    return np.where(heads == n, np.arange(n), heads).astype(np.int64)


def _best_rooted(scores: npt.NDArray[np.float64]) -> Ints:
    """The best tree with exactly one root, tried over the words that could be it."""
    n = len(scores)
    gain = scores[:, n] - scores[:, :n].max(1)
    best, found = -np.inf, None
    for root in np.argsort(-gain, kind="stable")[:3]:
        alone = scores.copy()
        alone[:, n] = -1e9
        alone[root, :n] = -1e9
        alone[root, n] = scores[root, n]
        heads = _edmonds(alone)
        total = alone[np.arange(n), heads].sum()
        if total > best:
            best, found = total, heads
    assert found is not None
    return found


def _cycle(heads: Ints, root: int) -> list[int] | None:
    """The nodes of a cycle, or None if every node leads to the root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        node = start
        while node != root and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if node != root and state[node] == 1:
            return path[path.index(node) :]
        for done in path:
            state[done] = 2
    return None


def _edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """The best heads that form a tree. scores: (nodes, nodes + 1), last column: root."""
    n = len(scores)
    heads: Ints = scores.argmax(1)
    cycle = _cycle(heads, n)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(n) if i not in set(cycle)], np.int64)
    own = scores[inside, heads[inside]]
    m = len(outside)
    smaller = np.full((m + 1, m + 2), -np.inf)
    smaller[:m, :m] = scores[np.ix_(outside, outside)]
    smaller[:m, m + 1] = scores[outside, n]
    leaving = scores[np.ix_(outside, inside)]
    if m:
        smaller[:m, m] = leaving.max(1)
    entering = scores[inside][:, np.append(outside, n)] - own[:, None]
    smaller[m, :m] = entering[:, :m].max(0)
    smaller[m, m + 1] = entering[:, m].max()
    above = _edmonds(smaller)
    result = heads.copy()
    for k, node in enumerate(outside):
        to = above[k]
        result[node] = n if to == m + 1 else inside[leaving[k].argmax()] if to == m else outside[to]
    to = above[m]
    column = m if to == m + 1 else to
    broken = int(entering[:, column].argmax())
    result[inside[broken]] = n if to == m + 1 else outside[to]
    return result


def lemma(form: str, edit: str) -> str:
    """The lemma an edit makes of a form: "=go", or mode, characters to take off, "+", characters to add.

    Mode "l" lowers the form first, "k" keeps it.
    """
    if edit.startswith("="):
        return edit[1:]
    off, _, added = edit[1:].partition("+")
    base = form.lower() if edit[0] == "l" else form
    return (base[: len(base) - int(off)] + added) or base


_TIES = 5
"""Letters of words in -ies and -ied whose lemma may end in -ie ("dies", "tied"); of longer ones it ends in -y."""


def checked(form: str, found: str, known: Container[str]) -> str:
    """A regular form's lemma: as found if it is a known word, else what its ending leaves that is one.

    The edits of verbs that training did not show are guesses: "accused" might be of "accus", "cancelled" of "cancell".
    """
    lowered = form.lower()
    if found.lower() in known:
        return found
    if lowered.endswith(("ied", "ies")) and len(lowered) > _TIES:
        return lowered[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        stem = lowered.removesuffix(ending)
        if stem != lowered and len(stem) > 1:
            undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
            guesses = (stem + "e", stem, undoubled, stem[:-1] + "y" if stem[-1] == "i" else stem)
            return next((guess for guess in guesses if guess in known), found)
    return found
