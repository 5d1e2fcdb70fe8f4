"""The figures of the CoNLL shared tasks for coreference: MUC, B³ and CEAF-e of clusters of mentions, and their mean.

A mention is anything that can be compared; each stands in one cluster of its side at most. Clusters of one mention
count, as far as a figure knows of them (MUC does not). Scores of several texts are added up before they are divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

Cluster = frozenset[Hashable]
Clusters = Collection[Cluster]


@dataclass(frozen=True, slots=True)
class Part:
    """Recall as found / gold, precision as right / given; sums of texts are scores of all of them."""

    found: float = 0.0
    gold: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def __add__(self, other: Part) -> Part:
        return Part(
            self.found + other.found, self.gold + other.gold, self.right + other.right, self.given + other.given
        )

    @property
    def recall(self) -> float:
        """0 if there is nothing to find."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """0 if nothing is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def muc(gold: Clusters, given: Clusters) -> Part:
    """Links (Vilain and others 1995): n mentions have n - 1, less one for each further part they are cut into."""
    return Part(_links(gold, given), sum(len(c) - 1 for c in gold), _links(given, gold), sum(len(c) - 1 for c in given))


def b_cubed(gold: Clusters, given: Clusters) -> Part:
    """Of each mention, how much of its cluster stands with it on the other side (Bagga and Baldwin 1998)."""
    return Part(_shares(gold, given), sum(map(len, gold)), _shares(given, gold), sum(map(len, given)))


def ceaf_e(gold: Clusters, given: Clusters) -> Part:
    """Clusters paired one to one so that they are as alike as can be (Luo 2005, with the similarity phi 4)."""
    if not gold or not given:
        return Part(0.0, len(gold), 0.0, len(given))
    alike = best_total([[2 * len(one & other) / (len(one) + len(other)) for other in given] for one in gold])
    return Part(alike, len(gold), alike, len(given))


FIGURES = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}


def _links(clusters: Clusters, others: Clusters) -> int:
    place = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    kept = 0
    for cluster in clusters:
        parts = {place[m] for m in cluster if m in place}
        alone = sum(m not in place for m in cluster)
        kept += len(cluster) - len(parts) - alone
    return kept


def _shares(clusters: Clusters, others: Clusters) -> float:
    place = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    every = 0.0
    for cluster in clusters:
        together = Counter(place[m] for m in cluster if m in place)
        every += sum(n * n for n in together.values()) / len(cluster)
    return every


def best_total(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights of pairs (row, column), each row and column in one pair at most; no weight is
    negative. The Hungarian method: rows come in one at a time and push others aside along the cheapest path."""
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    rows, columns = len(weights), len(weights[0])
    of_row, of_column = [0.0] * rows, [0.0] * columns
    holder: list[int | None] = [None] * columns
    for new in range(rows):
        least, came, done = [float("inf")] * columns, [-1] * columns, [False] * columns
        row, column = new, -1
        while True:
            for j in range(columns):
                cost = -weights[row][j] - of_row[row] - of_column[j]
                if not done[j] and cost < least[j]:
                    least[j], came[j] = cost, column
            nearest = min((j for j in range(columns) if not done[j]), key=least.__getitem__)
            step = least[nearest]
            of_row[new] += step
            for j in range(columns):
                if done[j]:
                    of_row[holder[j]] += step  # type: ignore[index]  # what is done is held
                    of_column[j] -= step
                else:
                    least[j] -= step
            done[nearest], column = True, nearest
            if holder[column] is None:
                break
            row = holder[column]  # type: ignore[assignment]  # not None by the line before
        while column != -1:
            before = came[column]
            holder[column] = holder[before] if before != -1 else new
            column = before
    return sum(weights[row][j] for j, row in enumerate(holder) if row is not None)
