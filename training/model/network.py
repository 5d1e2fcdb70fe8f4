"""The network: a small encoder, and heads for names, events, attribution and syntax over each word's first piece."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from legation.language.features import CASES, DISTANCES, QUOTES
from training.model.labels import ARGUMENTS

GROUPS = ("entities", "attribution", "syntax")
SCHEMES = {"treebank": "", "news": "news_"}
"""Whose trees a parser learns (annotators', or another parser's, of news), and how its labels' names begin."""
SYNTAX = ("upos", "feats", "lemma", "rel")


@dataclass(frozen=True)
class Shape:
    """Sizes. private: layers of its own that each group of heads has above the shared ones, over words."""

    pieces: int = 30522
    positions: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    arc: int = 256
    rel: int = 192
    link: int = 128
    argument: int = 128
    hidden: int = 256
    private: tuple[int, int, int] = (0, 0, 0)

    def as_dict(self) -> dict[str, object]:
        """By name, as a checkpoint keeps it."""
        return asdict(self)


class Dropout(nn.Module):
    """Dropout that cuts its masks from one pool: drawing random numbers took a tenth of a step on a CPU."""

    pools: ClassVar[dict[tuple[float, torch.dtype], Tensor]] = {}
    size = 1 << 22

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        need = x.numel()
        if not self.training or not self.p:
            return x
        if need > self.size // 2:
            return F.dropout(x, self.p)
        key = (self.p, x.dtype)
        if key not in self.pools:
            self.pools[key] = ((torch.rand(self.size) >= self.p) / (1 - self.p)).to(x.dtype)
        at = int(torch.randint(self.size - need, ()))
        return x * self.pools[key][at : at + need].view(x.shape)


class Linear(nn.Linear):
    """A linear map that follows the type of its input; the weights themselves stay in full precision."""

    def forward(self, x: Tensor) -> Tensor:
        bias = None if self.bias is None else self.bias.to(x.dtype)
        return F.linear(x, self.weight.to(x.dtype), bias)


class LayerNorm(nn.LayerNorm):
    """As ``Linear``, for the normalisation."""

    def forward(self, x: Tensor) -> Tensor:
        return F.layer_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


class Layer(nn.Module):
    """One transformer layer, normalised after each part, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, p: float) -> None:
        super().__init__()
        self.h = heads
        self.qkv = Linear(width, 3 * width)
        self.o = Linear(width, width)
        self.ln1 = LayerNorm(width, eps=1e-12)
        self.f1 = Linear(width, inner)
        self.f2 = Linear(inner, width)
        self.ln2 = LayerNorm(width, eps=1e-12)
        self.drop = Dropout(p)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.h, d // self.h).permute(2, 0, 3, 1, 4).unbind(0)
        # plain attention: the backward pass of scaled_dot_product_attention is slow on a CPU
        a = (q * (1 / math.sqrt(d // self.h))) @ k.transpose(-1, -2) + bias.to(q.dtype)
        a = a.softmax(-1).to(v.dtype) @ v
        x = self.ln1(x + self.drop(self.o(a.transpose(1, 2).reshape(b, n, d))))
        return self.ln2(x + self.drop(self.f2(F.gelu(self.f1(x)))))


class Biaffine(nn.Module):
    """Scores of pairs: x W y with a one appended to both; (b, n, d), (b, m, d) -> (b, n, m)."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(size + 1, size + 1))

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        return _one(x) @ self.weight.to(x.dtype) @ _one(y).transpose(1, 2)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Projection(nn.Module):
    """Linear and a leaky step, with dropout."""

    def __init__(self, width: int, out: int, p: float) -> None:
        super().__init__()
        self.linear = Linear(width, out)
        self.drop = Dropout(p)

    def forward(self, x: Tensor) -> Tensor:
        return self.drop(F.leaky_relu(self.linear(x), 0.1))


class Arguments(nn.Module):
    """What words are to events: for each pair of a trigger and a word the scores of all arguments.

    A bilinear form for each argument, x W y with a one appended to both, of projections of the trigger and of the word,
    made from what the heads of entities and of syntax see; and a score of how far apart they stand.
    """

    def __init__(self, width: int, size: int, kinds: int, p: float) -> None:
        super().__init__()
        self.size, self.kinds = size, kinds
        self.told, self.named = Projection(2 * width, size, p), Projection(2 * width, size, p)
        self.weight = nn.Parameter(torch.zeros(size + 1, kinds * (size + 1)))
        self.away = nn.Embedding(DISTANCES, kinds)
        nn.init.zeros_(self.away.weight)

    def forward(self, told: Tensor, named: Tensor, away: Tensor) -> Tensor:
        """(triggers, 2 width), (triggers, n, 2 width): the words of each trigger's passage; away: how far each stands
        from it, by ``distances`` -> (triggers, n, kinds)."""
        through = (_one(self.told(told)) @ self.weight.to(told.dtype)).view(len(told), self.kinds, self.size + 1)
        return _one(self.named(named)) @ through.transpose(1, 2) + self.away(away).to(told.dtype)


def _tagger(width: int, hidden: int, labels: int, p: float) -> nn.Sequential:
    return nn.Sequential(Linear(width, hidden), nn.GELU(), Dropout(p), Linear(hidden, labels))


class Parser(nn.Module):
    """Parts of speech, features, lemmas and trees by one scheme. labels: how many of each, without prefix."""

    def __init__(self, shape: Shape, labels: dict[str, int], p: float, p_syntax: float) -> None:
        super().__init__()
        d = shape.width
        self.upos = Linear(d, labels["upos"])
        self.feats = _tagger(d, 128, labels["feats"], p)
        self.lemma = _tagger(d, 128, labels["lemma"], p)
        self.arc_d, self.arc_h = Projection(d, shape.arc, p_syntax), Projection(d, shape.arc, p_syntax)
        self.rel_d, self.rel_h = Projection(d, shape.rel, p_syntax), Projection(d, shape.rel, p_syntax)
        self.arc = Biaffine(shape.arc)
        self.rel = Linear(3 * shape.rel, labels["rel"])
        self.root = nn.Parameter(torch.randn(1, 1, d) * 0.02)

    def pairs(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores (b, n, n + 1; last column: root), and what relation scores are made of."""
        y = torch.cat([x, self.root.to(x.dtype).expand(x.shape[0], 1, -1)], 1)
        return self.arc(self.arc_d(x), self.arc_h(y)), self.rel_d(x), self.rel_h(y)

    def relations(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Scores of the relations of words to their heads: (words, size) each -> (words, labels)."""
        return self.rel(torch.cat([dependent * governor, dependent, governor], -1))


class Network(nn.Module):
    """labels: how many labels each head has (ner, attr, trigger, status; upos, feats, lemma, rel of each scheme)."""

    def __init__(self, shape: Shape, labels: dict[str, int], p: float = 0.1, p_syntax: float = 0.25) -> None:
        super().__init__()
        self.shape, self.labels = shape, labels
        self.compute = torch.float32
        d = shape.width
        self.pieces = nn.Embedding(shape.pieces, d)
        self.positions = nn.Embedding(shape.positions, d)
        self.kind = nn.Parameter(torch.zeros(d))
        self.cases = nn.Embedding(CASES, d)
        self.quotes = nn.Embedding(QUOTES, d)
        self.begins = nn.Embedding(2, d)
        for added in (self.cases, self.quotes, self.begins):
            nn.init.zeros_(added.weight)
        self.ln = LayerNorm(d, eps=1e-12)
        self.drop = Dropout(p)
        self.layers = nn.ModuleList(Layer(d, shape.heads, shape.inner, p) for _ in range(shape.layers))
        self.mix = nn.Parameter(torch.zeros(3, shape.layers + 1))
        with torch.no_grad():
            self.mix[:, -1] = 2.0
        self.private = nn.ModuleList(
            nn.ModuleList(Layer(d, shape.heads, shape.inner, p) for _ in range(n)) for n in shape.private
        )
        for group in self.private:
            for layer in group:
                nn.init.zeros_(layer.o.weight)
                nn.init.zeros_(layer.f2.weight)
        self.ner = _tagger(d, shape.hidden, labels["ner"], p)
        self.attr = _tagger(d, shape.hidden, labels["attr"], p)
        self.trigger = _tagger(d, shape.hidden, labels["trigger"], p)
        self.status = _tagger(d, 128, labels["status"], p)
        self.ends = Linear(d, 2)
        self.link_d, self.link_h = Projection(d, shape.link, p), Projection(d, shape.link, p)
        self.link = Biaffine(shape.link)
        self.arguments = Arguments(d, shape.argument, len(ARGUMENTS), p)
        self.parsers = nn.ModuleDict(
            {
                scheme: Parser(shape, {n: labels[prefix + n] for n in SYNTAX}, p, p_syntax)
                for scheme, prefix in SCHEMES.items()
            }
        )
        self.nothing = nn.Parameter(torch.randn(1, 1, d) * 0.02)

    def words(
        self, ids: Tensor, cases: Tensor, quotes: Tensor, begins: Tensor, firsts: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """What each group of heads sees of every word: (batch, words, width) for entities, attribution, syntax."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = x + self.cases(cases) + self.quotes(quotes) + self.begins(begins)
        x = self.drop(self.ln(x.to(self.compute)))
        bias = ((1.0 - mask[:, None, None, :].float()) * -1e4).to(self.compute)
        heights = [x]
        for layer in self.layers:
            x = layer(x, bias)
            heights.append(x)
        b, n, d = x.shape
        mixed = self.mix.softmax(-1).to(x.dtype) @ torch.stack(heights).view(len(heights), -1)
        at = (firsts + torch.arange(b)[:, None] * n).flatten()
        blank = (1.0 - (firsts > 0).to(x.dtype))[:, None, None, :] * -1e4
        seen = []
        for g in range(len(GROUPS)):
            y = self.drop(mixed[g].view(b * n, d).index_select(0, at).view(b, -1, d))
            for layer in self.private[g]:
                y = layer(y, blank)
            seen.append(y)
        return seen[0], seen[1], seen[2]

    def links(self, x: Tensor) -> Tensor:
        """Scores of each word's cue (b, n, n + 1; last column: none here)."""
        y = torch.cat([x, self.nothing.to(x.dtype).expand(x.shape[0], 1, -1)], 1)
        return self.link(self.link_d(x), self.link_h(y))


class Crf(nn.Module):
    """Scores of neighbouring tags; moves that BIO forbids have a fixed low score."""

    def __init__(self, pairs: Tensor, first: Tensor) -> None:
        super().__init__()
        n = len(first)
        self.register_buffer("no_pair", pairs)
        self.register_buffer("no_first", first)
        self.step = nn.Parameter(torch.zeros(n, n))
        self.begin = nn.Parameter(torch.zeros(n))
        self.end = nn.Parameter(torch.zeros(n))

    def parts(self) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of moves (before, after), of first and of last tags."""
        return self.step.masked_fill(self.no_pair, -1e4), self.begin.masked_fill(self.no_first, -1e4), self.end

    def loss(self, scores: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Minus log of the share that allowed sequences have of all, summed over the batch.

        scores: (b, n, tags); allowed: bool of the same shape.
        """
        scores = scores.float()
        b = len(scores)
        both = torch.cat([scores, scores.masked_fill(~allowed, -1e4)])
        total: Tensor = Total.apply(both, *self.parts(), torch.cat([lengths, lengths]))
        return (total[:b] - total[b:]).sum()


class Total(torch.autograd.Function):
    """Log of the summed weight of all tag sequences, with its gradient by forward and backward sums.

    numpy in a loop over words: autograd over hundreds of small steps took a fifth of a training step.
    """

    @staticmethod
    def forward(ctx: Any, scores: Tensor, step: Tensor, begin: Tensor, end: Tensor, lengths: Tensor) -> Tensor:
        """scores: (b, n, tags); step: (before, after); lengths: (b,) -> (b,)."""
        # double precision: a gold sequence that seems impossible must not end in infinities
        e, m = scores.detach().double().numpy(), np.exp(step.detach().double().numpy())
        first, last, n = begin.detach().double().numpy(), np.exp(end.detach().double().numpy()), lengths.numpy()
        top = e.max(-1, keepdims=True)
        weight = np.exp(e - top)
        live = np.arange(e.shape[1])[None] < n[:, None]
        alpha = np.empty_like(e)
        a = weight[:, 0] * np.exp(first)
        scale = np.ones(e.shape[:2], e.dtype)
        for i in range(e.shape[1]):
            if i:
                a = np.where(live[:, i, None], (a @ m) * weight[:, i], a)
            z = a.sum(-1, keepdims=True).clip(1e-30)
            scale[:, i] = z[:, 0]
            a = a / z
            alpha[:, i] = a
        final = (a * last).sum(-1).clip(1e-30)
        total = (np.log(scale) * live).sum(1) + (top[..., 0] * live).sum(1) + np.log(final)
        ctx.kept = (weight, m, last, alpha, scale, live, final, first)
        return torch.from_numpy(total).float()

    @staticmethod
    def backward(ctx: Any, up: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, None]:  # type: ignore[override]
        weight, m, last, alpha, scale, live, final, _ = ctx.kept
        g = up.double().numpy()
        n = weight.shape[1]
        posterior = np.zeros_like(weight)
        moves = np.zeros_like(m)
        beta = np.broadcast_to(last, alpha[:, 0].shape) / final[:, None]
        ending = (alpha[:, -1] * beta * g[:, None]).sum(0)
        for i in range(n - 1, -1, -1):
            posterior[:, i] = alpha[:, i] * beta * live[:, i, None]
            if i:
                on = live[:, i, None]
                ahead = weight[:, i] * beta / scale[:, i, None]
                moves += (alpha[:, i - 1] * g[:, None] * on).T @ ahead
                beta = np.where(on, ahead @ m.T, beta)
        start = (posterior[:, 0] * g[:, None]).sum(0)
        posterior *= g[:, None, None]
        gradients = [torch.from_numpy(x).float() for x in (posterior, moves * m, start, ending)]
        return (*gradients, None)  # type: ignore[return-value]
