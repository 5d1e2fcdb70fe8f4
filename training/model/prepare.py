"""From raw data to documents the trainer reads: ``python -m training.model.prepare --train DIR --bench DIR``.

Fails if a document of a benchmark set or of a dev part is in a training part; normalised texts are compared.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.model import sources
from training.model.sources import Document

OUT = Path(__file__).parents[1] / "out" / "data"
SHINGLE = 13
SHARED = 0.25
"""A training document that has a quarter of its 13-word runs from one held-out document is a copy of it."""


def read_all(train: Path, bench: Path, corpus: Path | None) -> dict[str, list[Document]]:
    """Every part by name ("conll.train"), from the folders as the project's data is laid out."""
    parts = {
        "conll.train": sources.conll(train / "ner/conll2003.train.txt.gz"),
        "conll.dev": sources.conll(train / "ner/conll2003.testa.txt.gz"),
        "polnear.train": sources.attributions(bench / "attribution/train.jsonl.gz"),
        "polnear.dev": sources.attributions(bench / "attribution/dev.jsonl.gz"),
    }
    for name in ("ewt", "gum"):
        for part in ("train", "dev"):
            parts[f"{name}.{part}"] = sources.conllu(train / f"syntax/{name}.{part}.conllu.gz", name)
    if corpus is not None:
        for file in sorted(corpus.iterdir()):
            kind, part = file.name.split(".")[:2]
            parts[f"corpus-{kind}.{part}"] = iter(sources.converted(file, kind))
    read = {name: list(documents) for name, documents in parts.items()}
    for name in [n for n in read if n.endswith(".variants")]:
        read[name.replace(".variants", ".train")] += read.pop(name)
    return read


def held_out_texts(bench: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every document of the benchmark sets; the training part of a set is none of them."""
    for file in sorted(bench.glob("*/*.jsonl*")):
        if not file.name.startswith("train"):
            for n, line in enumerate(sources.lines_of(file)):
                if line.strip() and "text" in (item := json.loads(line)):
                    yield f"{file.parent.name}/{file.name}:{item.get('id', n)}", item["text"]


def text_of(document: Document) -> str:
    """All words, with blanks between."""
    return " ".join(word for unit in document["units"] for word in unit["words"])


def _runs(text: str) -> set[int]:
    tokens = re.findall(r"[a-z]+|\d+", text.lower())
    return {hash(tuple(tokens[i : i + SHINGLE])) for i in range(max(1, len(tokens) - SHINGLE + 1))}


def leaks(training: Iterable[tuple[str, str]], held_out: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """Training documents that are copies of a held-out one: (training, held out, share of the held-out text in it).

    Documents of fewer than 26 words are not compared: one run that many texts share would be half of them.
    """
    index: dict[int, set[str]] = collections.defaultdict(set)
    size: dict[str, int] = {}
    for name, text in held_out:
        runs = _runs(text)
        size[name] = len(runs)
        for run in runs:
            index[run].add(name)
    found = []
    for name, text in training:
        runs = _runs(text)
        common = collections.Counter(other for run in runs for other in index.get(run, ()))
        for other, n in common.items():
            share = n / min(size[other], len(runs))
            if share >= SHARED and min(size[other], len(runs)) > SHINGLE:
                found.append((name, other, share))
    return found


def write(path: Path, documents: Sequence[Document]) -> None:
    """Writes gzipped JSON Lines."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--train", type=Path, default=os.environ.get("LEGATION_TRAIN_DATA"), help="raw training data")
    ap.add_argument("--bench", type=Path, default=os.environ.get("LEGATION_BENCH_DATA"), help="benchmark sets")
    ap.add_argument(
        "--corpus",
        type=Path,
        help="our corpus, converted: words.PART.txt, attribution.PART.jsonl; PART variants: with substitution",
    )
    ap.add_argument("--out", type=Path, default=OUT)
    options = ap.parse_args(arguments)
    if not options.train or not options.bench:
        ap.error("give --train and --bench, or set LEGATION_TRAIN_DATA and LEGATION_BENCH_DATA")
    parts = read_all(Path(options.train), Path(options.bench), options.corpus)
    training = [(d["id"], text_of(d)) for name, part in parts.items() if name.endswith(".train") for d in part]
    dev = [(d["id"], text_of(d)) for name, part in parts.items() if not name.endswith(".train") for d in part]
    copies = leaks(training, [*held_out_texts(Path(options.bench)), *dev])
    for name, other, share in copies:
        print(f"leak: training document {name} holds {share:.0%} of {other}", file=sys.stderr)
    if copies:
        raise SystemExit(f"{len(copies)} held-out documents are in training; nothing was written")
    options.out.mkdir(parents=True, exist_ok=True)
    for name, documents in parts.items():
        write(options.out / f"{name}.jsonl.gz", documents)
        counts = sum(len(u["words"]) for d in documents for u in d["units"])
        print(f"{name}: {len(documents)} documents, {counts} words")


if __name__ == "__main__":
    main()
