"""Training: ``python -m training.model.train --out DIR``; goes on from DIR/last.pt if there is one."""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from legation.language.pieces import Pieces
from training.model import base
from training.model.model import Model, label_names, weight
from training.model.network import Shape
from training.model.packing import Packer, stream, tensors
from training.model.prepare import OUT as DATA
from training.model.sources import Document

SHARES = {
    "full": {
        "conll": 0.15,
        "polnear": 0.36,
        "ewt": 0.11,
        "gum": 0.04,
        "corpus-words": 0.24,
        "corpus-attribution": 0.10,
    },
    "open": {"ewt": 0.4, "gum": 0.15, "corpus-words": 0.3, "corpus-attribution": 0.15},
}
"""The part of all pieces that each source has, per variant; a source that is not there is left out."""

HEADS = ("ner", "attr", "trigger", "status", "ends", "link", "nothing", "arguments", "parsers", "mix", "private")
ADDED = ("cases", "quotes", "begins")


def documents(folder: Path, variant: str, part: str = "train") -> dict[str, list[Document]]:
    """The prepared documents of a variant's sources, by source."""
    found: dict[str, list[Document]] = {}
    for name in SHARES[variant]:
        path = folder / f"{name}.{part}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                found[name] = [json.loads(line) for line in lines]
    return found


def groups(model: Model, lr: float, head_lr: float, decay: float) -> list[dict[str, Any]]:
    """Parameter groups: heads learn fast, lower layers slower than upper ones; word embeddings are frozen."""
    rates: dict[tuple[float, float], list[nn.Parameter]] = collections.defaultdict(list)
    top = model.network.shape.layers
    for name, p in model.named_parameters():
        parts = name.split(".")
        part = parts[1]
        if parts[0] == "crf" or part.startswith(HEADS):
            rate = head_lr
        elif part in ADDED:
            rate = head_lr / 3
        elif part == "layers":
            rate = lr * decay ** (top - 1 - int(parts[2]))
        else:
            rate = lr * decay**top
        if part in ("pieces", "positions", "kind"):
            p.requires_grad_(False)
        else:
            rates[rate, 0.0 if p.ndim < 2 else 0.01].append(p)
    return [{"params": ps, "peak": rate, "lr": rate, "weight_decay": wd} for (rate, wd), ps in rates.items()]


def schedule(step: int, steps: int, warm: float, falling: float) -> float:
    """Part of the peak rate: rises over `warm` of the steps, stays, and falls to nothing over the last `falling`."""
    return min(1.0, (step + 1) / (warm * steps), max(0.0, (steps - step) / (falling * steps)))


def fresh(options: argparse.Namespace, data: dict[str, list[Document]]) -> Model:
    """A model to begin with: the finished one that was named, else one over the base weights."""
    if options.start:
        model = Model.load(options.start)[0]
        _teach(model, data)
        return model
    shape = Shape(private=tuple(options.private))
    model = Model(shape, label_names(d for part in data.values() for d in part))
    base.load(model.network)
    return model


def _teach(model: Model, data: dict[str, list[Document]]) -> None:
    """Sources that were not there when a model was begun may teach more kinds of entities."""
    model.vocabularies.names["taught"] = label_names(d for part in data.values() for d in part)["taught"]


def train(options: argparse.Namespace) -> Path:
    """Runs or goes on with a run; the path of the finished model is returned."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    last: Path = options.out / "last.pt"
    final: Path = options.out / "model.pt"
    data = documents(options.data, options.variant)
    state: dict[str, Any] = {}
    if last.exists():
        model, state = Model.load(last)
        _teach(model, data)
    else:
        model = fresh(options, data)
    rates = groups(model, options.lr, options.head_lr, options.decay)
    optimiser = torch.optim.AdamW(rates, betas=(0.9, 0.98), fused=True)
    first = state.get("step", 0)
    if state:
        optimiser.load_state_dict(state["optimiser"])
    wanted = {n: s for n, s in (_shares(options) or SHARES[options.variant]).items() if n in data and s}
    shares = {n: s / sum(wanted.values()) for n, s in wanted.items()}
    packer = Packer(Pieces(base.vocabulary()), model.vocabularies)
    rows = stream(data, shares, packer, options.budget, options.seed + first)
    log = Log(options.out / "train.log", first)
    model.train()
    model.network.compute = torch.float32 if options.fp32 else torch.bfloat16
    for step in range(first, options.steps):
        factor = schedule(step, options.steps, options.warm, options.falling)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        batch = tensors(next(rows), model.vocabularies)
        losses = model.losses(batch)
        loss = torch.stack([weight(name) * value for name, value in losses.items()]).sum()
        if not bool(torch.isfinite(loss)):
            raise FloatingPointError(f"step {step}: the loss is {losses}")
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_((p for g in optimiser.param_groups for p in g["params"]), 1.0)
        optimiser.step()
        log.add(step, losses, int(batch["mask"].sum()), factor)
        if (step + 1) % options.every == 0:
            model.save(last, step=step + 1, optimiser=optimiser.state_dict(), options=vars(options))
    model.save(final, step=options.steps, options=vars(options), shares=shares)
    return final


def _shares(options: argparse.Namespace) -> dict[str, float]:
    return {name: float(value) for name, _, value in (s.partition("=") for s in options.share or ())}


class Log:
    """Losses smoothed over steps, every hundred steps to the log and to standard output."""

    def __init__(self, path: Path, step: int) -> None:
        self.path, self.start, self.first, self.pieces = path, time.monotonic(), step, 0
        self.mean: dict[str, float] = {}

    def add(self, step: int, losses: dict[str, torch.Tensor], pieces: int, factor: float) -> None:
        """Takes the losses of one step; factor: part of the peak rate."""
        self.pieces += pieces
        for name, value in losses.items():
            now = float(value.detach())
            self.mean[name] = now if name not in self.mean else 0.98 * self.mean[name] + 0.02 * now
        if (step + 1) % 100 == 0:
            took = time.monotonic() - self.start
            line: dict[str, float] = {"step": step + 1, "seconds": round(took), "pieces_s": round(self.pieces / took)}
            line["rate"] = round(factor, 3)
            text = json.dumps(line | {n: round(v, 4) for n, v in sorted(self.mean.items())})
            print(text, flush=True)
            with self.path.open("a", encoding="utf-8") as log:
                log.write(text + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=DATA)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--variant", choices=sorted(SHARES), default="full")
    ap.add_argument("--steps", type=int, default=9000)
    ap.add_argument("--budget", type=int, default=1280, help="padded pieces a step")
    ap.add_argument("--lr", type=float, default=2e-4)
    ap.add_argument("--head-lr", type=float, default=1.5e-3)
    ap.add_argument("--decay", type=float, default=0.9, help="rate of a layer to that of the one above")
    ap.add_argument("--warm", type=float, default=0.05)
    ap.add_argument("--falling", type=float, default=0.8)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--every", type=int, default=500, help="steps between checkpoints")
    ap.add_argument("--private", type=int, nargs=3, default=(0, 0, 0))
    ap.add_argument("--share", action="append", help="SOURCE=PART instead of the variant's")
    ap.add_argument("--start", type=Path, help="a finished model to start from")
    ap.add_argument("--fp32", action="store_true", help="for CPUs without bfloat16 units")
    print(train(ap.parse_args(arguments)))


if __name__ == "__main__":
    main()
