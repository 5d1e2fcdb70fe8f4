"""Runs the language model: ONNX Runtime on the CPU, one thread, one passage at a time.

One passage at a time because int8 scales are taken over a whole run: in a batch, a passage's result would depend
on its neighbours.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from legation.errors import ModelMissing
from legation.language.encoding import Encoded, encode
from legation.language.features import distances
from legation.language.pieces import Pieces

Array = npt.NDArray[Any]
Scheme = Literal["treebank", "news"]
"""Whose trees: those of annotators (UD English EWT and GUM), or those a parser of news gives, turned into UD."""


@dataclass(frozen=True)
class Scores:
    """What the network says of one passage's words; axes as in training/README.md.

    ner, attr, trigger, ends: float32 (words, labels). status, upos, feats, lemma: int64 (words,). arc, link: float32
    (words, words + 1), last column: root, or no cue. told, named: what arguments of events are told from; rel_d, rel_h:
    what relations are.
    """

    ner: Array
    attr: Array
    trigger: Array
    status: Array
    ends: Array
    link: Array
    told: Array
    named: Array
    upos: Array
    feats: Array
    lemma: Array
    arc: Array
    rel_d: Array
    rel_h: Array


MARKS = ("ner", "attr", "trigger", "status", "ends", "link", "told", "named")
SYNTAX = ("upos", "feats", "lemma", "arc", "rel_d", "rel_h")
PREFIXES: dict[Scheme, str] = {"treebank": "", "news": "news_"}


class Network:
    """A loaded model file. Raises ModelMissing if the file is not there or its checksum is another.

    scheme: whose trees it gives; the file holds both.
    """

    def __init__(self, path: Path, sha256: str | None = None, scheme: Scheme = "news") -> None:
        if not path.exists():
            raise ModelMissing(f"the language model {path.name} is not installed")
        data = path.read_bytes()
        self.path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        if sha256 is not None and self.sha256 != sha256:
            raise ModelMissing(f"the language model {path.name} is damaged: its SHA-256 is {self.sha256}, not {sha256}")
        self._prefix = PREFIXES[scheme]
        try:
            self._session = _session(data)
            self._about: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
            # a matrix product of numpy would start threads of its own
            self._relation = _session(base64.b64decode(self._about[self._prefix + "relation"]))
            self._argument = _session(base64.b64decode(self._about["argument"]))
        except Exception as problem:  # ONNX Runtime has no common base for what is wrong with a file
            raise ModelMissing(f"{path}: no language model of this version ({type(problem).__name__})") from problem
        self._outputs = [*MARKS, *(self._prefix + name for name in SYNTAX)]
        self._options = _only_what_is_asked()

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """Label names by head: ner, attr, trigger, status, argument; upos, feats, lemma, rel of the scheme."""
        found: dict[str, list[str]] = json.loads(self._about["labels"])
        return found | {name: found[self._prefix + name] for name in ("upos", "feats", "lemma", "rel")}

    @cached_property
    def pieces(self) -> Pieces:
        """The cutter of words into the pieces of the model's vocabulary."""
        return Pieces(self._about["vocabulary"].split("\n"))

    @cached_property
    def transitions(self) -> dict[str, tuple[Array, Array, Array]]:
        """For ner, attr and trigger: scores of moves (before, after), of first tags, of last tags."""
        found = {}
        for name, parts in json.loads(self._about["crf"]).items():
            step, first, last = (_floats(p) for p in parts)
            found[name] = (step.reshape(len(first), -1), first, last)
        return found

    @property
    def runtime(self) -> tuple[str, tuple[str, ...]]:
        """The version of ONNX Runtime, and the providers that run this model."""
        import onnxruntime

        return onnxruntime.__version__, tuple(self._session.get_providers())

    def encode(self, words: Sequence[str], begins: Sequence[bool]) -> Encoded:
        """Words as the model's input; begins: whether a paragraph begins with the word."""
        return encode(words, begins, self.pieces)

    def run(self, passage: Encoded) -> Scores:
        """Scores of one passage."""
        names = ("ids", "cases", "quotes", "begins", "firsts")
        return Scores(*self._session.run(self._outputs, {n: getattr(passage, n) for n in names}, self._options))

    def relations(self, scores: Scores, heads: Array) -> Array:
        """The relation of every word to its head (words + 0 for a root's own index stands for the root)."""
        own = np.arange(len(heads))
        above = np.where(heads == own, len(heads), heads)
        chosen: Array = self._relation.run(None, {"rel_d": scores.rel_d, "rel_h": scores.rel_h, "above": above})[0]
        return chosen

    def arguments(self, told: Array, named: Array, triggers: Sequence[int]) -> Array:
        """How likely each word is each argument of the events that some words tell: (triggers, words, arguments)."""
        away = distances(triggers, len(named))
        asked = {"told": told, "named": named, "triggers": np.asarray(triggers, np.int64), "away": away}
        found: Array = self._argument.run(None, asked)[0]
        return found


def _session(data: bytes) -> Any:
    import onnxruntime  # takes a quarter of a second, which commands that read nothing need not wait

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # an arena would keep the memory of the longest passage for good
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def _only_what_is_asked() -> Any:
    """Options of a run: what leads to no output that is asked for, such as the other scheme's trees, is left out."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    return options


def _floats(text: str) -> Array:
    return np.frombuffer(base64.b64decode(text), "<f4").astype(np.float32)
