"""The network with its label names and CRFs, the loss of a batch, and the way to and from a checkpoint."""

from __future__ import annotations

import collections
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from legation.language.decoding import forbidden
from training.model.labels import ENTITIES, ROLES, bio, taught
from training.model.network import Crf, Network, Shape
from training.model.packing import IGNORED, Vocabularies
from training.model.sources import Document

WEIGHTS = {
    "ner": 2.0,
    "attr": 1.2,
    "link": 0.3,
    "arc": 0.5,
    "rel": 0.4,
    "upos": 0.3,
    "feats": 0.25,
    "lemma": 0.2,
    "ends": 0.3,
}
LEAST = {"feats": 5, "lemma": 3, "rel": 2}
"""A label seen less often is not learnt."""


def label_names(documents: Iterable[Document]) -> dict[str, list[str]]:
    """The labels of the training documents, most frequent first; tags of entities and roles in fixed order."""
    counts: dict[str, collections.Counter[str]] = {n: collections.Counter() for n in ("upos", "feats", "lemma", "rel")}
    keys: set[str] = set()
    for document in documents:
        for unit in document["units"]:
            for name, counter in counts.items():
                counter.update(unit.get(name, ()))
            keys.update(unit.get("ner", ()))
    names = {name: [v for v, n in counter.most_common() if n >= LEAST.get(name, 1)] for name, counter in counts.items()}
    return names | {"ner": bio(ENTITIES), "attr": bio(ROLES), "taught": taught(keys)}


class Model(nn.Module):
    """The network, a CRF each for entities and attribution, and the label names."""

    def __init__(self, shape: Shape, names: dict[str, list[str]]) -> None:
        super().__init__()
        self.vocabularies = Vocabularies(names)
        self.network = Network(shape, {name: len(values) for name, values in names.items()})
        self.crf = nn.ModuleDict(
            {name: Crf(*(torch.from_numpy(a) for a in forbidden(names[name]))) for name in ("ner", "attr")}
        )

    def losses(self, batch: dict[str, Any]) -> dict[str, Tensor]:
        """Per task: the sum over its words, divided by all words of the batch."""
        net = self.network
        entities, attribution, syntax = net.words(
            *(batch[n] for n in ("ids", "cases", "quotes", "begins", "firsts", "mask"))
        )
        lengths, total = batch["words"], batch["words"].sum().float()
        found: dict[str, Tensor] = {}
        for name, seen in (("ner", entities), ("attr", attribution)):
            if "y_" + name in batch:
                rows, y = batch["y_" + name]
                if name == "attr":
                    y = _one_hot(y, len(self.vocabularies.names["attr"]))
                widest = int(lengths[rows].max())
                scores = getattr(net, name)(seen[rows, :widest])
                found[name] = self.crf[name].loss(scores, y[:, :widest], lengths[rows])
        if "y_link" in batch:
            rows, y = batch["y_link"]
            y = torch.where(y == -1, y.shape[1], y)
            found["link"] = _cross(net.links(attribution[rows]), y)
        for name in ("upos", "feats", "lemma", "ends"):
            if "y_" + name in batch:
                rows, y = batch["y_" + name]
                found[name] = _cross(getattr(net, name)(syntax[rows]), y)
        if "y_head" in batch:
            found |= self._syntax(syntax, batch)
        return {name: loss / total for name, loss in found.items()}

    def _syntax(self, syntax: Tensor, batch: dict[str, Any]) -> dict[str, Tensor]:
        rows, heads = batch["y_head"]
        _, rels = batch["y_rel"]
        arcs, dependents, governors = self.network.pairs(syntax[rows])
        sentence = batch["sentence"][rows]
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] >= 0)
        same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
        same = F.pad(same, (0, 1), value=True)
        heads = torch.where(heads == -1, heads.shape[1], heads)
        arc = _cross(arcs.float().masked_fill(~same, -1e4), heads)
        # relations are scored at the true heads only
        known = heads != IGNORED
        at = torch.where(known, heads, 0)
        chosen = torch.gather(governors, 1, at[..., None].expand(-1, -1, governors.shape[-1]))
        b, n = known.nonzero(as_tuple=True)
        scores = self.network.relations(dependents[b, n], chosen[b, n])
        return {"arc": arc, "rel": F.cross_entropy(scores.float(), rels[b, n], ignore_index=IGNORED, reduction="sum")}

    def save(self, path: Path, **more: Any) -> None:
        """Writes beside the path first, so that a stopped run leaves the checkpoint before whole."""
        beside = path.with_suffix(".part")
        state = {"shape": self.network.shape.as_dict(), "names": self.vocabularies.names, "weights": self.state_dict()}
        torch.save(state | more, beside)
        beside.replace(path)

    @classmethod
    def load(cls, path: Path) -> tuple[Model, dict[str, Any]]:
        """The model of a checkpoint, and all that was saved with it."""
        state: dict[str, Any] = torch.load(path, weights_only=False)
        shape = dict(state["shape"])
        model = cls(Shape(**(shape | {"private": tuple(shape["private"])})), state["names"])
        model.load_state_dict(state["weights"])
        return model, state


def _cross(scores: Tensor, y: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), y.flatten(), ignore_index=IGNORED, reduction="sum")


def _one_hot(y: Tensor, n: int) -> Tensor:
    """True at the label; everywhere where there is none."""
    return F.one_hot(y.clamp_min(0), n).bool() | (y < 0)[..., None]
