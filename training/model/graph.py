"""Builds ONNX graphs by hand: a few dozen operators, so that what runs in production is what is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = npt.NDArray[Any]
Shapes = Mapping[str, tuple[int, Sequence[str | int]]]
CONTRIB = "com.microsoft"
OPSET = 17


class Graph:
    """Nodes and weights of a graph in the making; every method returns the name of what it computes."""

    def __init__(self, quantised: bool = True, signed: bool = True) -> None:
        """quantised: linear maps and the piece table in int8. signed: int8 weights, else uint8 around 128."""
        self.quantised, self.signed = quantised, signed
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._count = 0

    def weight(self, value: Array, name: str = "w") -> str:
        """Keeps a constant; its name in the graph."""
        self._count += 1
        name = f"{name}_{self._count}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: Sequence[str], domain: str = "", out: str = "", **attributes: Any) -> str:
        """Adds a node; the name of its output."""
        self._count += 1
        out = out or f"{kind.lower()}_{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **attributes))
        return out

    def numbers(self, *values: int) -> str:
        """Keeps whole numbers as a constant."""
        return self.weight(np.array(values, np.int64), "n")

    def linear(self, x: str, weight: Array, bias: Array | None, whole: bool = False, out: str = "") -> str:
        """x W^T + b, with W as torch keeps it (out, in); whole: not quantised."""
        if not self.quantised or whole:
            y = self.op("MatMul", [x, self.weight(weight.T.astype(np.float32))], out="" if bias is not None else out)
            return y if bias is None else self.op("Add", [y, self.weight(bias.astype(np.float32))], out=out)
        integers, scale = rounded(weight)
        zero = np.zeros(len(scale), np.int8)
        table = integers.T
        if not self.signed:
            table, zero = (integers.T.astype(np.int16) + 128).astype(np.uint8), np.full(len(scale), 128, np.uint8)
        inputs = [x, self.weight(table), self.weight(scale), self.weight(zero)]
        if bias is not None:
            inputs.append(self.weight(bias.astype(np.float32)))
        return self.op("DynamicQuantizeMatMul", inputs, CONTRIB, out=out)

    def rows_of(self, table: Array, at: str) -> str:
        """Rows of an embedding table."""
        if not self.quantised:
            return self.op("Gather", [self.weight(table.astype(np.float32)), at])
        integers, scale = rounded(table)
        row = self.op("Cast", [self.op("Gather", [self.weight(integers), at])], to=TensorProto.FLOAT)
        return self.op("Mul", [row, self.op("Gather", [self.weight(scale[:, None]), at])])

    def norm(self, x: str, weight: Array, bias: Array, skip: str = "") -> str:
        """Layer normalisation of x, or of x + skip."""
        gamma, beta = self.weight(weight.astype(np.float32)), self.weight(bias.astype(np.float32))
        if skip:
            x = self.op("Add", [x, skip])
        return self.op("LayerNormalization", [x, gamma, beta], epsilon=1e-12, axis=-1)

    def model(self, inputs: Shapes, outputs: Shapes) -> onnx.ModelProto:
        """The finished model; inputs and outputs by name, with element type and shape."""
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(n, t, list(s)) for n, (t, s) in inputs.items()],
            [helper.make_tensor_value_info(n, t, list(s)) for n, (t, s) in outputs.items()],
            self.weights,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="legation")


def rounded(weight: Array) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Rows as int8 with a scale each."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    return np.round(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)
