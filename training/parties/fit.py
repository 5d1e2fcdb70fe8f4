"""Boosted trees from examples, as a table of numbers that numpy alone can weigh: ``... fit EXAMPLES OUT.json``.

Two sets of trees: whether a candidate takes part, and whether who takes part is the host or addressee. Friedman,
"Greedy function approximation: a gradient boosting machine", 2001, as in scikit-learn. Prints the average precision on
a fifth of the reports, left out, before it learns from all.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score

DEPTH = 4
SEED = 0


def learnt(numbers: Any, labels: Any) -> Any:
    """A fitted classifier."""
    boosted = GradientBoostingClassifier(
        n_estimators=120, max_depth=DEPTH, learning_rate=0.1, subsample=0.7, max_features=0.3, min_samples_leaf=8,
        random_state=SEED,
    )  # fmt: skip
    return boosted.fit(numbers, labels)


def table(boosted: Any) -> dict[str, Any]:
    """The trees, each filled up to a whole one of DEPTH: inner nodes level by level, then the leaves."""
    trees = [_filled(one.tree_, boosted.learning_rate) for one in boosted.estimators_[:, 0]]
    prior = boosted.init_.class_prior_[1]
    return {
        "start": float(np.log(prior / (1 - prior))),
        "depth": DEPTH,
        "feature": [t[0] for t in trees],
        "threshold": [t[1] for t in trees],
        "leaf": [t[2] for t in trees],
    }


def _filled(tree: Any, rate: float) -> tuple[list[int], list[float], list[float]]:
    level, feature, threshold = [0], [], []
    for _ in range(DEPTH):
        below = []
        for node in level:
            inner = tree.children_left[node] != -1
            feature.append(int(tree.feature[node]) if inner else 0)
            threshold.append(round(float(tree.threshold[node]), 4) if inner else 1e9)
            below += [int(tree.children_left[node]), int(tree.children_right[node])] if inner else [node, node]
        level = below
    return feature, threshold, [round(rate * float(tree.value[node, 0, 0]), 5) for node in level]


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    numbers, labels = np.array([r["numbers"] for r in rows]), np.array([r["label"] for r in rows])
    names = sorted({r["report"] for r in rows})
    left = np.isin([r["report"] for r in rows], names[::5])
    tried = learnt(numbers[~left], labels[~left] > 0)
    sure = tried.predict_proba(numbers[left])[:, 1]
    print("average precision, left out:", round(average_precision_score(labels[left] > 0, sure), 3))
    parties = labels > 0
    found = {
        "source": "training/parties, from training/corpus, part train",
        "party": table(learnt(numbers, parties)),
        "host": table(learnt(numbers[parties], labels[parties] == 2)),
    }
    Path(sys.argv[2]).write_text(json.dumps(found, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
