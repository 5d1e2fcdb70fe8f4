"""How good a model file is: ``python -m training.model.evaluate FILE.onnx`` on the dev parts ``prepare`` wrote.

``--scorer SCORE.PY --gold DEV.JSONL.GZ`` adds the attribution benchmark's own figures.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from legation.language.arguments import Arguments
from legation.language.decoding import lemma
from legation.language.encoder_layer import Layer
from legation.language.runtime import Network
from legation.language.words import words
from training.model import sources
from training.model.arguments import arguments
from training.model.labels import ARGUMENTS, IGNORED
from training.model.prepare import OUT as DATA
from training.model.sources import Document

Figures = dict[str, Any]
_CONLL = ("person", "organisation", "place")


def f1(right: int, found: int, gold: int) -> float:
    """F1 in per cent."""
    return round(200 * right / max(1, found + gold), 2)


def documents(data: Path, name: str, part: str = "dev") -> list[Document]:
    """The prepared documents of a source; none if there is no such file."""
    path = data / f"{name}.{part}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def entities(layer: Layer, parts: Sequence[Document]) -> Figures:
    """Exact F1 of CoNLL's persons, organisations and places; MISC is left out, a medium is an organisation."""
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for document in parts:
        units = document["units"]
        for unit, read in zip(units, layer.read([u["words"] for u in units]), strict=True):
            tags = [k.rpartition(":")[2] for k in unit["ner"]]
            gold = {s for s in sources.entity_spans(tags) if s[2] in _CONLL}
            found = {(a, b, "organisation" if k == "medium" else k) for a, b, k in read.entities}
            found = {s for s in found if s[2] in _CONLL}
            for kind in _CONLL:
                g, p = ({s for s in x if s[2] == kind} for x in (gold, found))
                for n, value in enumerate((len(g & p), len(p), len(g))):
                    counts[kind][n] += value
    total = [sum(c[n] for c in counts.values()) for n in range(3)]
    return {kind: f1(*c) for kind, c in counts.items()} | {"all": f1(*total)}


def own_entities(layer: Layer, parts: Sequence[Document]) -> Figures:
    """Exact F1 of every kind, on our own corpus."""
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for document in parts:
        units = document["units"]
        for unit, read in zip(units, layer.read([u["words"] for u in units]), strict=True):
            # "other" comes from CoNLL alone; our corpus does not mark it
            gold, found = set(sources.entity_spans(unit["ner"])), {s for s in read.entities if s[2] != "other"}
            for n, spans in enumerate((gold & found, found, gold)):
                for span in spans:
                    counts[span[2]][n] += 1
    total = [sum(c[n] for c in counts.values()) for n in range(3)]
    return {kind: f1(*c) for kind, c in sorted(counts.items())} | {"all": f1(*total)}


def triggers(layer: Layer, parts: Sequence[Document]) -> Figures:
    """F1 of triggers: where and of which kind, where alone, engagements alone; right statuses of those found."""
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for document in parts:
        units = document["units"]
        for unit, read in zip(units, layer.read([u["words"] for u in units]), strict=True):
            gold = sources.entity_spans(unit["trigger"])
            found = [(a, b, kind) for a, b, kind, _ in read.triggers]
            engaging = [[s for s in spans if s[2].islower()] for spans in (gold, found)]
            _count(counts["kind"], gold, found)
            _count(counts["place"], [s[:2] for s in gold], [s[:2] for s in found])
            _count(counts["engagements"], *engaging)
            _count(counts["engagements, place"], *([s[:2] for s in spans] for spans in engaging))
            told = {(a, b): status for a, b, _, status in read.triggers}
            for a, b, _ in gold:
                if (a, b) in told:
                    right = told[a, b] == unit["status"][a]
                    counts["status"] = [n + m for n, m in zip(counts["status"], (right, 1, 1), strict=True)]
    return {name: f1(*count) for name, count in counts.items()}


def _count(counts: list[int], gold: Sequence[Any], found: Sequence[Any]) -> None:
    for n, value in enumerate((len(set(gold) & set(found)), len(set(found)), len(set(gold)))):
        counts[n] += value


def told_arguments(layer: Layer, parts: Sequence[Document]) -> Figures:
    """F1 over the words that name somebody, of the annotation's triggers, sentence by sentence: each argument, all with
    their kind, and whether a word is any side (no place and no time)."""
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for document in parts:
        units = document["units"]
        for unit, read in zip(units, layer.read([u["words"] for u in units]), strict=True):
            asked = Arguments(layer.network, read.stretches)
            for trigger, labels in arguments([unit]):
                known = {w: ARGUMENTS[n] for w, n in enumerate(labels) if n != IGNORED}
                said = {w: asked.of(trigger, w) for w in known}
                found = {w: _likeliest(one) for w, one in said.items()}
                _count_arguments(counts, known, found)
    return {name: f1(*count) for name, count in sorted(counts.items())}


def _likeliest(likely: Mapping[str, float]) -> str:
    return max(likely, key=lambda name: likely[name], default="none")


def _count_arguments(counts: dict[str, list[int]], gold: dict[int, str], found: dict[int, str]) -> None:
    for name in ARGUMENTS[1:]:
        _count(counts[name], *([w for w, one in given.items() if one == name] for given in (gold, found)))
    _count(counts["all"], *([item for item in given.items() if item[1] != "none"] for given in (gold, found)))
    sides = ([w for w, one in given.items() if one not in ("none", "place", "time")] for given in (gold, found))
    _count(counts["any side"], *sides)


def syntax(layer: Layer, parts: Sequence[Document]) -> Figures:
    """On gold words and sentences: UPOS, UAS, LAS; lemma and features too. On gold words alone: sentence F1."""
    right: collections.Counter[str] = collections.Counter()
    total = 0
    ends: list[int] = [0, 0, 0]
    for document in parts:
        for paragraph in _paragraphs(document):
            forms = [w for u in paragraph for w in u["words"]]
            last: list[int] = []
            for unit in paragraph:
                last.append((last[-1] if last else -1) + len(unit["words"]))
            read = layer.read([forms], [last])[0]
            guessed = {b - 1 for _, b in layer.read([forms])[0].sentences}
            ends = [ends[0] + len(guessed & set(last)), ends[1] + len(guessed), ends[2] + len(last)]
            base = 0
            for unit in paragraph:
                for i, head in enumerate(unit["head"]):
                    k = base + i
                    total += 1
                    right["upos"] += read.pos[k] == unit["upos"][i]
                    right["feats"] += read.feats[k] == unit["feats"][i].replace("_", "")
                    right["lemma"] += read.lemmas[k] == lemma(forms[k], unit["lemma"][i])
                    attached = read.heads[k] == (k if head < 0 else base + head)
                    right["uas"] += attached
                    right["las"] += attached and _plain(read.deps[k]) == _plain(unit["rel"][i])
                base += len(unit["words"])
    return {k: round(100 * v / max(1, total), 2) for k, v in right.items()} | {"sentences": f1(*ends)}


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def _paragraphs(document: Document) -> Iterator[list[Any]]:
    paragraph: list[Any] = []
    for unit in document["units"]:
        if unit["par"] and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(unit)
    if paragraph:
        yield paragraph


def attribution(layer: Layer, gold: Path, scorer: Path, most: int | None = None) -> Figures:
    """The benchmark's figures: token and exact F1 from all fragments; end to end from the attributions linked."""
    articles = [json.loads(line) for line in sources.lines_of(gold)][:most]
    with tempfile.TemporaryDirectory() as folder:
        part, spans, linked = (Path(folder) / f"{name}.jsonl" for name in ("gold", "spans", "linked"))
        with part.open("w") as golds, spans.open("w") as all_spans, linked.open("w") as all_linked:
            for article in articles:
                fragments, attributions = _attributions(layer, article["text"])
                print(json.dumps(article), file=golds)
                print(json.dumps({"id": article["id"], "attributions": [fragments]}), file=all_spans)
                print(json.dumps({"id": article["id"], "attributions": attributions}), file=all_linked)
        pooled, paired = _scored(scorer, part, spans), _scored(scorer, part, linked)
    figures: Figures = {
        role: {name: round(100 * pooled[name][role][2], 1) for name in ("token", "exact")}
        for role in ("content", "cue", "source")
    }
    return figures | {name: round(100 * paired[name]["end_to_end"][2], 1) for name in ("all", "speech", "direct")}


def _attributions(layer: Layer, text: str) -> tuple[dict[str, list[list[int]]], list[dict[str, list[list[int]]]]]:
    """All fragments by role as one, and the attributions, in the benchmark's format."""
    paragraphs = list(re.finditer(r"[^\n]+", text))
    places = [[(p.start() + a, p.start() + b) for a, b in words(p.group())] for p in paragraphs]
    reads = layer.read([[text[a:b] for a, b in p] for p in places])
    fragments: dict[str, list[list[int]]] = {"source": [], "cue": [], "content": []}
    for place, read in zip(places, reads, strict=True):
        for a, b, role in read.fragments:
            fragments[role].append([place[a][0], place[b - 1][1]])
    both = layer.annotate([p.group() for p in paragraphs], [p.start() for p in paragraphs])
    linked = [
        {role: [[s.start, s.end] for s in getattr(a, role)] for role in ("source", "cue", "content")}
        for annotation in both
        for a in annotation.attributions
    ]
    return fragments, linked


def _scored(scorer: Path, gold: Path, predicted: Path) -> Figures:
    out = predicted.with_suffix(".json")
    command = [sys.executable, str(scorer), str(gold), str(predicted), "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found: Figures = json.loads(out.read_text())
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("model", type=Path)
    ap.add_argument("--data", type=Path, default=DATA)
    ap.add_argument("--gold", type=Path, help="the attribution benchmark's dev articles")
    ap.add_argument("--scorer", type=Path, help="its score.py")
    ap.add_argument("--together", type=int, default=0, help="pieces up to which paragraphs share a window")
    ap.add_argument("--most", type=int, help="documents of each set, for a quick look")
    ap.add_argument("--only", choices=("entities", "triggers", "syntax", "attribution"))
    options = ap.parse_args(arguments)
    layer = Layer(Network(options.model), options.together)
    started = time.process_time()
    if options.only in (None, "entities"):
        print("conll", json.dumps(entities(layer, documents(options.data, "conll")[: options.most])))
        for part in ("dev", "test"):
            if own := documents(options.data, "corpus-words", part):
                print("corpus", part, json.dumps(own_entities(layer, own)))
    if options.only in (None, "triggers"):
        for part in ("dev", "test"):
            if own := documents(options.data, "corpus-words", part):
                print("triggers", part, json.dumps(triggers(layer, own)))
                print("arguments", part, json.dumps(told_arguments(layer, own)))
    if options.only in (None, "syntax"):
        treebank = Layer(Network(options.model, scheme="treebank"))
        for name in ("ewt", "gum"):
            print(name, json.dumps(syntax(treebank, documents(options.data, name)[: options.most])))
    if options.only in (None, "attribution") and options.gold and options.scorer:
        print("attribution", json.dumps(attribution(layer, options.gold, options.scorer, options.most)))
    print(f"{time.process_time() - started:.0f} s")


if __name__ == "__main__":
    main()
