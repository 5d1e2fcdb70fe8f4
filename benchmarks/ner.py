"""Entities: ``python -m benchmarks.ner FILE [--model FILE.onnx]``.

FILE: CoNLL-2003 columns (word first, entity tag last), plain or .gz. Prints exact F1 of persons, organisations and
places as one line of JSON; MISC is left out on both sides. Each sentence is read as running text, for itself.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks._columns import tag_spans, tagged
from legation.language.annotation import Annotation
from legation.language.shipped import layer

KINDS = {"person": "PER", "organisation": "ORG", "medium": "ORG", "place": "LOC"}


def running(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words as text, and where each stands in it."""
    places: list[tuple[int, int]] = []
    for word in words:
        start = places[-1][1] + 1 if places else 0
        places.append((start, start + len(word)))
    return " ".join(words), places


def found(annotation: Annotation, places: Sequence[tuple[int, int]]) -> set[tuple[int, int, str]]:
    """The entities of CoNLL's types, as ranges of the file's words."""
    spans = set()
    for entity in annotation.entities:
        inside = [i for i, (a, b) in enumerate(places) if a < entity.span.end and entity.span.start < b]
        if entity.label in KINDS and inside:
            spans.add((inside[0], inside[-1] + 1, KINDS[entity.label]))
    return spans


def scores(counts: dict[str, list[int]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 from [right, found, gold], per type and for all."""
    counts = counts | {"all": [sum(c[n] for c in counts.values()) for n in range(3)]}
    return {
        kind: {"p": _part(right, given), "r": _part(right, gold), "f1": _part(2 * right, given + gold)}
        for kind, (right, given, gold) in counts.items()
    }


def _part(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path)
    ap.add_argument("--model", type=Path)
    options = ap.parse_args()
    sentences = list(tagged(options.file))
    texts = [running([w for w, _ in s]) for s in sentences]
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    annotations = layer(options.model).annotate([text for text, _ in texts])
    for sentence, (_, places), annotation in zip(sentences, texts, annotations, strict=True):
        gold = {s for s in tag_spans([t for _, t in sentence]) if s[2] in KINDS.values()}
        given = found(annotation, places)
        for n, spans in enumerate((gold & given, given, gold)):
            for _, _, kind in spans:
                counts[kind][n] += 1
    print(json.dumps(scores({k: counts[k] for k in ("PER", "ORG", "LOC")})))


if __name__ == "__main__":
    main()
