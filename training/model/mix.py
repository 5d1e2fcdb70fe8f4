"""A model whose weights are the mean of those of others: ``python -m training.model.mix OUT.pt MODEL.pt=SHARE ...``.

The models must come from one another (``train --start``), so that their weights mean the same. What only some have is
the mean of theirs. Wortsman et al., "Model soups", 2022, and "Robust fine-tuning of zero-shot models", 2022.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

Checkpoint = dict[str, Any]


def mixed(models: Sequence[tuple[Checkpoint, float]]) -> Checkpoint:
    """The first model with mixed weights. models: checkpoints with their shares. Raises ValueError if labels differ."""
    first = models[0][0]
    for model, _ in models[1:]:
        differing = [name for name, values in model["names"].items() if first["names"].get(name) != values]
        if differing:
            raise ValueError(f"the models have other labels for {', '.join(differing)}")
    weights = {}
    for name, value in first["weights"].items():
        having = [(m["weights"][name], share) for m, share in models if name in m["weights"]]
        total = sum(share for _, share in having)
        whole = not value.is_floating_point()
        weights[name] = value if whole else torch.stack([w * (share / total) for w, share in having]).sum(0)
    return {"shape": first["shape"], "names": first["names"], "weights": weights}


def main() -> None:
    out, *given = sys.argv[1:]
    parts = [part.rpartition("=") for part in given]
    models = [(torch.load(Path(path), weights_only=False), float(share)) for path, _, share in parts]
    torch.save(mixed(models), out)


if __name__ == "__main__":
    main()
