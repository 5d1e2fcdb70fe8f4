"""Syntax: ``python -m benchmarks.syntax FILE.conllu [--model FILE.onnx] [--scheme news]``.

Prints one line of JSON. gold: UPOS, UAS and LAS on the file's words and sentences. raw: from running text with our
own words and sentences, F1 scored as in the CoNLL 2018 shared task (words of a token that both sides split
differently are aligned by their longest common subsequence; relations without their subtypes).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks._columns import Treebank, Word, treebank
from legation.language.encoder_layer import Layer
from legation.language.shipped import layer


def on_gold(bank: Treebank, layer: Layer) -> dict[str, float]:
    """Percentages over the words of the file."""
    passages, ends = [], []
    at = 0
    for count in bank.of_paragraph:
        sentences = bank.sentences[at : at + count]
        at += count
        passages.append(range(sentences[0][0], sentences[-1][1]))
        ends.append([end - 1 - sentences[0][0] for _, end in sentences])
    reads = layer.read([[bank.words[i].form for i in p] for p in passages], ends)
    upos = uas = las = 0
    for passage, read in zip(passages, reads, strict=True):
        for k, i in enumerate(passage):
            word = bank.words[i]
            head = -1 if read.heads[k] == k else passage.start + read.heads[k]
            upos += word.pos == read.pos[k]
            uas += word.head == head
            las += word.head == head and word.dep == read.deps[k].partition(":")[0]
    total = len(bank.words)
    return {name: round(100 * n / total, 2) for name, n in (("upos", upos), ("uas", uas), ("las", las))}


def on_text(bank: Treebank, layer: Layer) -> dict[str, float]:
    """F1 of words, sentences, parts of speech and attachments, from running text."""
    found = Treebank()
    place = 0
    for text, annotation in zip(bank.paragraphs, layer.annotate(bank.paragraphs), strict=True):
        base = len(found.words)
        solid = [0]
        for c in text:
            solid.append(solid[-1] + (not c.isspace()))
        for t in annotation.tokens:
            head = -1 if t.head == t.i else base + t.head
            span = (place + solid[t.start], place + solid[t.end])
            found.words.append(Word(t.text, t.pos, head, t.dep.partition(":")[0], *span))
        found.sentences += [(base + a, base + b) for a, b in annotation.sentences]
        place += solid[-1]
    return compared(bank, found)


def compared(gold: Treebank, given: Treebank) -> dict[str, float]:
    """The shared task's F1 figures of two analyses of one text."""
    pairs = aligned(gold.words, given.words)
    partner = {j: i for i, j in pairs}
    upos = uas = las = 0
    for i, j in pairs:
        g, p = gold.words[i], given.words[j]
        attached = g.head == -1 if p.head == -1 else partner.get(p.head) == g.head
        upos += g.pos == p.pos
        uas += attached
        las += attached and g.dep == p.dep
    total = len(gold.words) + len(given.words)
    sentences = [{(b.words[x].start, b.words[y - 1].end) for x, y in b.sentences} for b in (gold, given)]
    counts = {"words": len(pairs), "upos": upos, "uas": uas, "las": las}
    figures = {name: 2 * n / total for name, n in counts.items()}
    figures["sentences"] = 2 * len(sentences[0] & sentences[1]) / (len(sentences[0]) + len(sentences[1]))
    return {name: round(100 * value, 2) for name, value in figures.items()}


def aligned(gold: Sequence[Word], given: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of indices of words that are the same word of the text."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(gold) and j < len(given):
        if gold[i].in_token or given[j].in_token:
            i, j = _in_token(gold, given, i, j, pairs)
        elif (gold[i].start, gold[i].end) == (given[j].start, given[j].end):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif gold[i].start <= given[j].start:
            i += 1
        else:
            j += 1
    return pairs


def _in_token(
    gold: Sequence[Word], given: Sequence[Word], i: int, j: int, pairs: list[tuple[int, int]]
) -> tuple[int, int]:
    """Aligns the words of one stretch that a shared token covers; the indices after it."""
    if not gold[i].in_token and gold[i].end <= given[j].start:
        return i + 1, j
    if not given[j].in_token and given[j].end <= gold[i].start:
        return i, j + 1
    end = max(w.end for w in (gold[i], given[j]) if w.in_token)
    first_i, first_j = i, j
    while True:
        before = (i, j)
        while i < len(gold) and (gold[i].start < end):
            end = max(end, gold[i].end) if gold[i].in_token else end
            i += 1
        while j < len(given) and (given[j].start < end):
            end = max(end, given[j].end) if given[j].in_token else end
            j += 1
        if (i, j) == before:
            break
    left, right = [w.form.lower() for w in gold[first_i:i]], [w.form.lower() for w in given[first_j:j]]
    pairs += [(first_i + a, first_j + b) for a, b in common(left, right)]
    return i, j


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence, as pairs of indices."""
    length = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            same = left[a] == right[b]
            length[a][b] = 1 + length[a + 1][b + 1] if same else max(length[a + 1][b], length[a][b + 1])
    found = []
    a = b = 0
    while a < len(left) and b < len(right):
        if left[a] == right[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif length[a + 1][b] >= length[a][b + 1]:
            a += 1
        else:
            b += 1
    return found


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path)
    ap.add_argument("--model", type=Path)
    ap.add_argument("--scheme", choices=("treebank", "news"), default="treebank", help="whose trees are scored")
    options = ap.parse_args()
    bank, net = treebank(options.file), layer(options.model, options.scheme)
    print(json.dumps({"gold": on_gold(bank, net), "raw": on_text(bank, net)}))


if __name__ == "__main__":
    main()
