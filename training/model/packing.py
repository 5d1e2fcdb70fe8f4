"""From documents to rows of numbers: units packed into passages, augmented, and gathered into batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from legation.language.encoding import Encoded, encode
from legation.language.pieces import Pieces
from training.model.arguments import arguments
from training.model.labels import ENTITIES, IGNORED, allowed
from training.model.sources import Document, Unit

LONGEST = 160
"""Pieces in a passage at most, the outer marks included."""
HIDING, HIDDEN = 0.5, 0.12
"""The share of passages with names or attributions in which words are hidden, and the share of their words."""
HEADED = ("head", "news_head")
_PARSED = ("upos", "feats", "lemma", "rel")
_SPELT = ("feats", "lemma", "news_feats", "news_lemma")
LABELLED = ("attr", "trigger", "status", *_PARSED, *(f"news_{name}" for name in _PARSED))
"""Labels of a unit, one a word, that become numbers by a vocabulary of the same name; a unit may lack them."""


@dataclass
class Row:
    """One passage with its labels. labels: name to one value a word; keys: entity keys, tag sets.

    arguments: for each trigger its word and what every word of the passage is to it.
    """

    encoded: Encoded
    words: list[str]
    source: str
    labels: dict[str, list[int]] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    arguments: list[tuple[int, list[int]]] = field(default_factory=list)
    where: tuple[str, int] = ("", 0)

    @property
    def size(self) -> int:
        """How many pieces, the two outer marks included."""
        return len(self.encoded.ids)


class Vocabularies:
    """Label names to numbers, and the other way; the order is the file's."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names = names
        self.number = {kind: {n: i for i, n in enumerate(values)} for kind, values in names.items()}
        self._masks: dict[str, list[bool]] = {}

    def mask(self, key: str) -> list[bool]:
        """Which entity tags a key of the data allows, in the order of the tags."""
        if key not in self._masks:
            untaught = set(ENTITIES) - set(self.names["taught"])
            self._masks[key] = [
                may and tag[2:] not in untaught
                for tag, may in zip(self.names["ner"], allowed(key, self.names["ner"]), strict=True)
            ]
        return self._masks[key]


class Packer:
    """Packs units of one document after the other into passages."""

    def __init__(self, pieces: Pieces, vocabularies: Vocabularies, longest: int = LONGEST) -> None:
        self.pieces = pieces
        self.vocabularies = vocabularies
        self.longest = longest

    def rows(self, document: Document, most: int, rng: random.Random | None = None) -> Iterator[Row]:
        """most: pieces that units are packed up to; 0 keeps every unit alone. rng: augments if given."""
        pack: list[Unit] = []
        size = 2
        for unit in self._cut(document["units"]):
            n = sum(len(self.pieces.of(w)) for w in unit["words"])
            if pack and (size + n > min(most, self.longest) or not most):
                yield self.row(pack, document, rng)
                pack, size = [], 2
            pack.append(unit)
            size += n
        if pack:
            yield self.row(pack, document, rng)

    def _cut(self, units: Sequence[Unit]) -> Iterator[Unit]:
        """Units longer than a passage in parts, at the last full stop that fits."""
        for unit in units:
            start, size, stop = 0, 2, 0
            for i, word in enumerate(unit["words"]):
                n = len(self.pieces.of(word))
                if size + n > self.longest:
                    end = stop if stop > start else i
                    yield part(unit, start, end)
                    start, stop = end, end
                    size = 2 + sum(len(self.pieces.of(w)) for w in unit["words"][start:i])
                size += n
                if word in (".", "?", "!", "”", ";") and i + 1 < len(unit["words"]):
                    stop = i + 1
            yield part(unit, start, len(unit["words"])) if start else unit

    def row(self, units: Sequence[Unit], document: Document, rng: random.Random | None = None) -> Row:
        """One passage of units; with ``rng`` they may be varied."""
        units = [augmented(u, rng) if rng else u for u in units]
        words = [w for u in units for w in u["words"]]
        begins = [i == 0 and (u["par"] or k == 0) for k, u in enumerate(units) for i in range(len(u["words"]))]
        row = Row(encode(words, begins, self.pieces), words, document["source"])
        row.sentence = _sentences(units)
        for name in LABELLED:
            if any(name in u for u in units):
                number = self.vocabularies.number[name]
                values = [v for u in units for v in u.get(name, [None] * len(u["words"]))]
                row.labels[name] = [number.get(v, IGNORED) for v in values]
        if "ner" in units[0]:
            row.keys = [k for u in units for k in u["ner"]]
        for name in HEADED:
            if any(name in u for u in units):
                row.labels[name] = _heads(units, name)
        if units[0].get("sentence") and document["source"] != "corpus":
            row.labels["ends"] = [int(i + 1 == len(u["words"])) for u in units for i in range(len(u["words"]))]
        if "link" in units[0]:
            row.labels["link"] = _links(units)
        if "arguments" in units[0]:
            row.arguments = arguments(units)
        if rng and ("attr" in units[0] or "ner" in units[0]) and rng.random() < HIDING:
            _hide(row, units, self.pieces, rng)
        return row


def _hide(row: Row, units: Sequence[Unit], pieces: Pieces, rng: random.Random) -> None:
    """Puts the mask in place of some words, so that names and cues are learnt from what stands around them as well.

    Triggers stay, for nothing else tells of what kind an event is; what only a word's letters tell is not asked for.
    """
    told = [tag != "O" for u in units for tag in u.get("trigger", ["O"] * len(u["words"]))]
    ends = [*row.encoded.firsts[1:], row.size - 1]
    for i, (first, end) in enumerate(zip(row.encoded.firsts, ends, strict=True)):
        if not told[i] and row.words[i][:1].isalpha() and rng.random() < HIDDEN:
            row.encoded.ids[first:end] = pieces.mask
            for name in _SPELT:
                if name in row.labels:
                    row.labels[name][i] = IGNORED


def part(unit: Unit, start: int, end: int) -> Unit:
    """Words [start, end) of a unit with their labels; a head outside becomes unknown."""
    cut = {k: v[start:end] if isinstance(v, list) else v for k, v in unit.items()}
    cut["par"] = unit["par"] and start == 0
    for name in HEADED:
        if name in cut:
            cut[name] = [h if h < 0 else h - start if start <= h < end else IGNORED for h in cut[name]]
    for name in ("attr", "ner", "trigger"):
        if name in cut and cut[name][:1]:
            # what is left of a span begins anew
            cut[name] = [cut[name][0].replace("I-", "B-"), *cut[name][1:]]
    return cut


def augmented(unit: Unit, rng: random.Random) -> Unit:
    """Now and then all in capitals, or with capital initials like a headline."""
    chance = rng.random()
    if "attr" in unit or chance > 0.09 or len(unit["words"]) > 40:
        return unit
    new = [w.upper() if chance < 0.06 else w[:1].upper() + w[1:] for w in unit["words"]]
    changed = dict(unit, words=new)
    for name in ("lemma", "news_lemma"):
        if name in unit:
            same = zip(unit[name], unit["words"], new, strict=True)
            changed[name] = [e if e[0] != "k" or before == after else "?" for e, before, after in same]
    return changed


def _sentences(units: Sequence[Unit]) -> list[int]:
    """For each word the number of its sentence, inside which its head is looked for."""
    numbers: list[int] = []
    for unit in units:
        base = numbers[-1] + 1 if numbers else 0
        numbers.extend(base + k for k in unit.get("news_sentence", [0] * len(unit["words"])))
    return numbers


def _heads(units: Sequence[Unit], name: str) -> list[int]:
    """Heads as words of the passage; -1 for a root."""
    heads: list[int] = []
    for unit in units:
        base = len(heads)
        heads.extend(h + base if h >= 0 else h for h in unit.get(name, [IGNORED] * len(unit["words"])))
    return heads


def _links(units: Sequence[Unit]) -> list[int]:
    """For a word of a source or content: the first word of its cue, -1 if the cue is elsewhere; else ignored."""
    tags = [t for u in units for t in u["attr"]]
    which = [k for u in units for k in u["link"]]
    cue: dict[int, int] = {}
    for i, (tag, k) in enumerate(zip(tags, which, strict=True)):
        if tag.endswith("-cue"):
            cue.setdefault(k, i)
    return [
        cue.get(k, -1) if tag.endswith(("-source", "-content")) else IGNORED for tag, k in zip(tags, which, strict=True)
    ]


def batches(rows: Sequence[Row], budget: int, rng: random.Random | None) -> list[list[int]]:
    """Indices of rows of like length; padded pieces of a batch are within the budget. Shuffled if rng is given."""
    order = sorted(range(len(rows)), key=lambda i: rows[i].size + (rng.random() * 8 if rng else 0))
    found: list[list[int]] = []
    widest = 0
    for i in order:
        widest = max(widest, rows[i].size)
        if not found or widest * (len(found[-1]) + 1) > budget:
            found.append([])
            widest = rows[i].size
        found[-1].append(i)
    if rng:
        rng.shuffle(found)
    return found


def stream(
    documents: dict[str, list[Document]], shares: dict[str, float], packer: Packer, budget: int, seed: int
) -> Iterator[list[Row]]:
    """Batches without end. shares: the part of all pieces that each source is to have."""
    rng = random.Random(seed)
    supply = {name: _endless(documents[name], packer, rng) for name in shares}
    taken = dict.fromkeys(shares, 0.0)
    while True:
        pool: list[Row] = []
        size = 0
        while size < budget * 40:
            name = min(shares, key=lambda n: taken[n] / shares[n])
            row = next(supply[name])
            taken[name] += row.size
            size += row.size
            pool.append(row)
        for batch in batches(pool, budget, rng):
            yield [pool[i] for i in batch]


def _endless(documents: list[Document], packer: Packer, rng: random.Random) -> Iterator[Row]:
    while True:
        order = list(range(len(documents)))
        rng.shuffle(order)
        for i in order:
            most = 0 if rng.random() < 0.35 else rng.randrange(48, packer.longest + 1)
            yield from packer.rows(documents[i], most, rng)


def tensors(rows: Sequence[Row], vocabularies: Vocabularies | None = None) -> dict[str, Any]:
    """Padded arrays of a batch; labels too if the vocabularies are given."""
    longest, most = max(r.size for r in rows), max(len(r.words) for r in rows)
    out: dict[str, Any] = {}
    widths = {"ids": longest, "cases": longest, "quotes": longest, "begins": longest, "firsts": most}
    for name, width in widths.items():
        out[name] = torch.from_numpy(_padded([getattr(r.encoded, name) for r in rows], width, 0))
    out["mask"] = torch.from_numpy(_padded([np.ones(r.size, np.int64) for r in rows], longest, 0))
    if vocabularies is None:
        return out
    out["sentence"] = torch.from_numpy(_padded([np.array(r.sentence) for r in rows], most, -1))
    out["words"] = torch.tensor([len(r.words) for r in rows])
    for name in (*LABELLED, *HEADED, "ends", "link"):
        has = [i for i, r in enumerate(rows) if name in r.labels]
        if has:
            values = _padded([np.array(rows[i].labels[name]) for i in has], most, IGNORED)
            out["y_" + name] = (torch.tensor(has), torch.from_numpy(values))
    told = [(i, trigger, values) for i, r in enumerate(rows) for trigger, values in r.arguments]
    if told:
        values = _padded([np.array(values) for _, _, values in told], most, IGNORED)
        out["y_argument"] = (torch.tensor([t[:2] for t in told]), torch.from_numpy(values))
    has = [i for i, r in enumerate(rows) if r.keys]
    if has:
        masks = np.ones((len(has), most, len(vocabularies.names["ner"])), np.bool_)
        for k, i in enumerate(has):
            masks[k, : len(rows[i].keys)] = [vocabularies.mask(key) for key in rows[i].keys]
        out["y_ner"] = (torch.tensor(has), torch.from_numpy(masks))
    return out


def _padded(arrays: Sequence[np.ndarray[Any, Any]], width: int, fill: int) -> np.ndarray[Any, Any]:
    out = np.full((len(arrays), width), fill, np.int64)
    for i, a in enumerate(arrays):
        out[i, : len(a)] = a
    return out
