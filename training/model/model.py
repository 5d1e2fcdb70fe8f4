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
from legation.language.features import distances
from training.model.labels import ENTITIES, IGNORED, ROLES, bio, taught
from training.model.network import SCHEMES, SYNTAX, Crf, Network, Parser, Shape
from training.model.packing import Vocabularies
from training.model.sources import NO_STATUS, Document

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
    "trigger": 1.0,
    "status": 0.3,
    "argument": 1.5,
}
"""Of a task's loss in the whole; the news parser's tasks weigh what the treebank parser's do."""
TAGGED = ("ner", "attr", "trigger")
"""Heads whose tags are a sequence, with a CRF each."""
LEAST = {"feats": 5, "lemma": 3, "rel": 2}
"""A label seen less often is not learnt."""


def label_names(documents: Iterable[Document]) -> dict[str, list[str]]:
    """The labels of the training documents, most frequent first; tags of entities and roles in fixed order."""
    counted = ["status", *(prefix + name for prefix in SCHEMES.values() for name in SYNTAX)]
    counts: dict[str, collections.Counter[str]] = {name: collections.Counter() for name in counted}
    keys: set[str] = set()
    triggers: set[str] = set()
    for document in documents:
        for unit in document["units"]:
            for name, counter in counts.items():
                counter.update(unit.get(name, ()))
            keys.update(unit.get("ner", ()))
            triggers.update(unit.get("trigger", ()))
    names = {name: _frequent(counter, name) for name, counter in counts.items()}
    kinds = sorted({tag[2:] for tag in triggers if tag != "O"})
    return names | {"ner": bio(ENTITIES), "attr": bio(ROLES), "trigger": bio(kinds), "taught": taught(keys)}


def _frequent(counter: collections.Counter[str], name: str) -> list[str]:
    least = LEAST.get(_task(name), 1)
    return [value for value, n in counter.most_common() if n >= least and (name, value) != ("status", NO_STATUS)]


def _task(name: str) -> str:
    """A label's name without its scheme."""
    return name.removeprefix(SCHEMES["news"])


class Model(nn.Module):
    """The network, a CRF each for entities, attribution and triggers, and the label names."""

    def __init__(self, shape: Shape, names: dict[str, list[str]]) -> None:
        super().__init__()
        self.vocabularies = Vocabularies(names)
        self.network = Network(shape, {name: len(values) for name, values in names.items()})
        self.crf = nn.ModuleDict({name: Crf(*(torch.from_numpy(a) for a in forbidden(names[name]))) for name in TAGGED})

    def losses(self, batch: dict[str, Any]) -> dict[str, Tensor]:
        """Per task: the sum over its words, divided by all words of the batch."""
        net = self.network
        entities, attribution, syntax = net.words(
            *(batch[n] for n in ("ids", "cases", "quotes", "begins", "firsts", "mask"))
        )
        lengths, total = batch["words"], batch["words"].sum().float()
        found: dict[str, Tensor] = {}
        for name, seen in zip(TAGGED, (entities, attribution, entities), strict=True):
            if "y_" + name in batch:
                rows, y = batch["y_" + name]
                if name != "ner":
                    y = _one_hot(y, len(self.vocabularies.names[name]))
                widest = int(lengths[rows].max())
                scores = getattr(net, name)(seen[rows, :widest])
                found[name] = self.crf[name].loss(scores, y[:, :widest], lengths[rows])
        if "y_link" in batch:
            rows, y = batch["y_link"]
            y = torch.where(y == -1, y.shape[1], y)
            found["link"] = _cross(net.links(attribution[rows]), y)
        if "y_argument" in batch:
            at, y = batch["y_argument"]
            both = torch.cat([entities, syntax], -1)
            away = torch.from_numpy(distances(at[:, 1].numpy(), both.shape[1]))
            scores = net.arguments(both[at[:, 0], at[:, 1]], both[at[:, 0]], away)
            found["argument"] = _cross(scores, y)
        for name, seen in (("status", entities), ("ends", syntax)):
            if "y_" + name in batch:
                rows, y = batch["y_" + name]
                found[name] = _cross(getattr(net, name)(seen[rows]), y)
        for scheme, prefix in SCHEMES.items():
            if f"y_{prefix}head" in batch:
                losses = _parsing(net.parsers[scheme], syntax, batch, prefix)  # type: ignore[arg-type]
                found |= {prefix + name: loss for name, loss in losses.items()}
        return {name: loss / total for name, loss in found.items()}

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
        wrong = model.load_state_dict(state["weights"], strict=False)
        lacking = [name for name in wrong.missing_keys if not name.startswith("network.arguments.")]
        if lacking or wrong.unexpected_keys:
            raise ValueError(f"{path}: weights of another network: {', '.join([*lacking, *wrong.unexpected_keys])}")
        return model, state


def _parsing(parser: Parser, seen: Tensor, batch: dict[str, Any], prefix: str) -> dict[str, Tensor]:
    """Summed losses of one parser on the rows that have its labels."""
    found: dict[str, Tensor] = {}
    for name in ("upos", "feats", "lemma"):
        rows, y = batch[f"y_{prefix}{name}"]
        found[name] = _cross(getattr(parser, name)(seen[rows]), y)
    rows, heads = batch[f"y_{prefix}head"]
    _, rels = batch[f"y_{prefix}rel"]
    arcs, dependents, governors = parser.pairs(seen[rows])
    sentence = batch["sentence"][rows]
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] >= 0)
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
    same = F.pad(same, (0, 1), value=True)
    heads = torch.where(heads == -1, heads.shape[1], heads)
    found["arc"] = _cross(arcs.float().masked_fill(~same, -1e4), heads)
    # relations are scored at the true heads only
    known = heads != IGNORED
    at = torch.where(known, heads, 0)
    chosen = torch.gather(governors, 1, at[..., None].expand(-1, -1, governors.shape[-1]))
    b, n = known.nonzero(as_tuple=True)
    scores = parser.relations(dependents[b, n], chosen[b, n])
    found["rel"] = F.cross_entropy(scores.float(), rels[b, n], ignore_index=IGNORED, reduction="sum")
    return found


def _cross(scores: Tensor, y: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), y.flatten(), ignore_index=IGNORED, reduction="sum")


def _one_hot(y: Tensor, n: int) -> Tensor:
    """True at the label; everywhere where there is none."""
    return F.one_hot(y.clamp_min(0), n).bool() | (y < 0)[..., None]


def weight(name: str) -> float:
    """How much a task's loss weighs; a task of the news parser as the treebank parser's."""
    return WEIGHTS[_task(name)]
