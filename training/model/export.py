"""The file that ships: ``python -m training.model.export CHECKPOINT --out FILE`` writes an int8 ONNX model.

The graph takes one passage at a time, so that a result never depends on what else is in a batch. Label names, tag
transitions, the vocabulary and the relation weights lie in the file's metadata.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto
from torch import Tensor, nn

from training.model import base
from training.model.graph import CONTRIB, Array, Graph
from training.model.labels import ARGUMENTS
from training.model.model import TAGGED, Model
from training.model.network import SCHEMES, Layer, Network, Parser, Projection

INPUTS = ("ids", "cases", "quotes", "begins")


def array(value: Tensor) -> Array:
    """A tensor as float32 of numpy."""
    found: Array = value.detach().float().numpy()
    return found


def build(model: Model, quantised: bool = True, signed: bool = True) -> onnx.ModelProto:
    """The graph of a model in evaluation, for one passage."""
    net, g = model.network, Graph(quantised, signed)
    entities, attribution, syntax = _words(g, net)
    number, real = TensorProto.INT64, TensorProto.FLOAT
    names = model.vocabularies.names
    outputs: dict[str, tuple[int, Sequence[str | int]]] = {}
    for name, seen in zip(TAGGED, (entities, attribution, entities), strict=True):
        _tagger(g, getattr(net, name), seen, name)
        outputs[name] = (real, ("words", len(names[name])))
    g.op("ArgMax", [_tagger(g, net.status, entities, "")], axis=-1, keepdims=0, out="status")
    _linear(g, net.ends, syntax, whole=True, out="ends")
    with_none = g.op("Concat", [attribution, g.weight(array(net.nothing)[0])], axis=0)
    _biaffine(
        g, net.link.weight, _projection(g, net.link_d, attribution), _projection(g, net.link_h, with_none), "link"
    )
    both = g.op("Concat", [entities, syntax], axis=-1)
    for name in ("told", "named"):
        _projection(g, getattr(net.arguments, name), both, name)
        outputs[name] = (real, ("words", net.shape.argument))
    outputs |= {
        "status": (number, ("words",)),
        "ends": (real, ("words", 2)),
        "link": (real, ("words", "words_none")),
    }
    for scheme, prefix in SCHEMES.items():
        _parser(g, net.parsers[scheme], syntax, prefix)  # type: ignore[arg-type]
        outputs |= {prefix + name: (number, ("words",)) for name in ("upos", "feats", "lemma")}
        outputs |= {
            prefix + "arc": (real, ("words", "words_root")),
            prefix + "rel_d": (real, ("words", net.shape.rel)),
            prefix + "rel_h": (real, ("words_root", net.shape.rel)),
        }
    built = g.model({**dict.fromkeys(INPUTS, (number, ("pieces",))), "firsts": (number, ("words",))}, outputs)
    for key, value in metadata(model).items():
        built.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(built)
    return built


def _parser(g: Graph, parser: Parser, seen: str, prefix: str) -> None:
    """What one parser says, under its scheme's prefix."""
    for name in ("upos", "feats", "lemma"):
        head = getattr(parser, name)
        scores = _linear(g, head, seen, whole=True) if isinstance(head, nn.Linear) else _tagger(g, head, seen, "")
        g.op("ArgMax", [scores], axis=-1, keepdims=0, out=prefix + name)
    with_root = g.op("Concat", [seen, g.weight(array(parser.root)[0])], axis=0)
    dependents, heads = _projection(g, parser.arc_d, seen), _projection(g, parser.arc_h, with_root)
    _biaffine(g, parser.arc.weight, dependents, heads, prefix + "arc")
    _projection(g, parser.rel_d, seen, prefix + "rel_d")
    _projection(g, parser.rel_h, with_root, prefix + "rel_h")


def metadata(model: Model) -> dict[str, str]:
    """What decoding needs beside the scores, as JSON; arrays as base64 of float32, row by row."""
    names = model.vocabularies.names
    crf: dict[str, Any] = {}
    for name, layer in model.crf.items():
        crf[name] = [_text(part) for part in layer.parts()]  # type: ignore[operator]
    return {
        "labels": json.dumps(names | {"argument": ARGUMENTS}, ensure_ascii=False),
        "crf": json.dumps(crf),
        "vocabulary": "\n".join(base.vocabulary()),
        "argument": _packed(argument(model.network)),
    } | {
        prefix + "relation": _packed(relation(model.network.parsers[scheme], model.network.shape.rel))  # type: ignore[arg-type]
        for scheme, prefix in SCHEMES.items()
    }


def _packed(graph: onnx.ModelProto) -> str:
    return base64.b64encode(graph.SerializeToString()).decode("ascii")


def relation(parser: Parser, size: int) -> onnx.ModelProto:
    """A graph of its own, as it needs the heads of the decoded trees: rel_d, rel_h, above -> the best relation."""
    g = Graph(quantised=False)
    above = g.op("Gather", ["rel_h", "above"])
    both = g.op("Concat", [g.op("Mul", ["rel_d", above]), "rel_d", above], axis=-1)
    g.op("ArgMax", [_linear(g, parser.rel, both)], axis=-1, keepdims=0, out="relation")
    real, number = TensorProto.FLOAT, TensorProto.INT64
    inputs = {"rel_d": (real, ("words", size)), "rel_h": (real, ("words_root", size)), "above": (number, ("words",))}
    return g.model(inputs, {"relation": (number, ("words",))})


def argument(net: Network) -> onnx.ModelProto:
    """A graph of its own, as only some words are asked about: told, named, triggers and the distances of all words from
    each -> (triggers, words, arguments), how likely each word is each argument of the events that the triggers tell."""
    g, size, kinds = Graph(quantised=False), net.shape.argument, net.arguments.kinds
    weight = array(net.arguments.weight)
    told = g.op("Gather", ["told", "triggers"])
    through = g.op("Add", [g.op("MatMul", [told, g.weight(weight[:-1])]), g.weight(weight[-1])])
    through = g.op("Reshape", [through, g.numbers(-1, kinds, size + 1)])
    vectors = g.op("Slice", [through, g.numbers(0), g.numbers(size), g.numbers(2)])
    constant = g.op("Slice", [through, g.numbers(size), g.numbers(size + 1), g.numbers(2)])
    columns = g.op("Transpose", ["named"], perm=[1, 0])
    scores = g.op("Add", [g.op("MatMul", [vectors, columns]), constant])
    apart = g.op("Gather", [g.weight(array(net.arguments.away.weight)), "away"])
    scores = g.op("Add", [g.op("Transpose", [scores], perm=[0, 2, 1]), apart])
    g.op("Softmax", [scores], axis=-1, out="argument")
    real, number = TensorProto.FLOAT, TensorProto.INT64
    inputs = {
        **dict.fromkeys(("told", "named"), (real, ("words", size))),
        "triggers": (number, ("triggers",)),
        "away": (number, ("triggers", "words")),
    }
    return g.model(inputs, {"argument": (real, ("triggers", "words", kinds))})


def _text(value: Tensor) -> str:
    return base64.b64encode(array(value).astype("<f4").tobytes()).decode("ascii")


def _words(g: Graph, net: Network) -> tuple[str, str, str]:
    x = g.rows_of(array(net.pieces.weight), "ids")
    length = g.op("Shape", ["ids"])
    places = g.op("Slice", [g.weight(array(net.positions.weight + net.kind)), g.numbers(0), length, g.numbers(0)])
    x = g.op("Add", [x, places])
    for name, table in (("cases", net.cases), ("quotes", net.quotes), ("begins", net.begins)):
        x = g.op("Add", [x, g.op("Gather", [g.weight(array(table.weight)), name])])
    x = g.norm(x, array(net.ln.weight), array(net.ln.bias))
    heights = [g.op("Gather", [x, "firsts"])]
    for layer in net.layers:
        x = _layer(g, layer, x)  # type: ignore[arg-type]
        heights.append(g.op("Gather", [x, "firsts"]))
    stack = g.op("Concat", [g.op("Unsqueeze", [h, g.numbers(0)]) for h in heights], axis=0)
    flat = g.op("Reshape", [stack, g.numbers(len(heights), -1)])
    mixed = g.op("MatMul", [g.weight(array(net.mix.softmax(-1))), flat])
    seen = []
    for n, group in enumerate(net.private):
        row = g.op("Gather", [mixed, g.weight(np.array(n, np.int64))], axis=0)
        y = g.op("Reshape", [row, g.numbers(-1, net.shape.width)])
        for layer in group:  # type: ignore[attr-defined]
            y = _layer(g, layer, y)
        seen.append(y)
    return seen[0], seen[1], seen[2]


def _layer(g: Graph, layer: Layer, x: str) -> str:
    parts = [
        g.op("Unsqueeze", [_split, g.numbers(0)])
        for _split in _three(g, g.linear(x, array(layer.qkv.weight), array(layer.qkv.bias)))
    ]
    attended = g.op("MultiHeadAttention", parts, CONTRIB, num_heads=layer.h)
    attended = g.op("Squeeze", [attended, g.numbers(0)])
    y = g.linear(attended, array(layer.o.weight), array(layer.o.bias))
    x = g.norm(y, array(layer.ln1.weight), array(layer.ln1.bias), skip=x)
    inner = g.op("Gelu", [g.linear(x, array(layer.f1.weight), array(layer.f1.bias))], CONTRIB)
    y = g.linear(inner, array(layer.f2.weight), array(layer.f2.bias))
    return g.norm(y, array(layer.ln2.weight), array(layer.ln2.bias), skip=x)


def _three(g: Graph, x: str) -> list[str]:
    names = [f"{x}_{part}" for part in "qkv"]
    g.nodes.append(onnx.helper.make_node("Split", [x], names, axis=-1))
    return names


def _linear(g: Graph, linear: nn.Linear, x: str, whole: bool = False, out: str = "") -> str:
    return g.linear(x, array(linear.weight), array(linear.bias), whole, out)


def _tagger(g: Graph, head: nn.Sequential, x: str, out: str) -> str:
    hidden = g.op("Gelu", [_linear(g, head[0], x)], CONTRIB)  # type: ignore[arg-type]
    return _linear(g, head[3], hidden, whole=True, out=out)  # type: ignore[arg-type]


def _projection(g: Graph, part: Projection, x: str, out: str = "") -> str:
    return g.op("LeakyRelu", [_linear(g, part.linear, x)], alpha=0.1, out=out)


def _biaffine(g: Graph, weight: Tensor, left: str, right: str, out: str) -> str:
    """x W y + x u + v y + c, with the bias row and column of W apart."""
    w = array(weight)
    through = g.op("Add", [g.op("MatMul", [left, g.weight(w[:-1, :-1])]), g.weight(w[-1, :-1])])
    scores = g.op("MatMul", [through, g.op("Transpose", [right], perm=[1, 0])])
    column = g.op("Add", [g.op("MatMul", [left, g.weight(w[:-1, -1:])]), g.weight(w[-1:, -1:])])
    return g.op("Add", [scores, column], out=out)


def main(arguments: Sequence[str] | None = None) -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--whole", action="store_true", help="float32 instead of int8, to compare with")
    ap.add_argument("--unsigned", action="store_true", help="uint8 weights, exact on CPUs without VNNI too")
    options = ap.parse_args(arguments)
    model, _ = Model.load(options.checkpoint)
    onnx.save(build(model.eval(), not options.whole, not options.unsigned), options.out)
    data = options.out.read_bytes()
    print(f"{options.out} {len(data) / 1e6:.1f} MB sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
