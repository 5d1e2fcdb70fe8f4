"""Readers of column formats: CoNLL entity columns and CoNLL-U."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


def blocks(path: Path) -> Iterator[list[str]]:
    """The lines between empty lines, plain or .gz."""
    block: list[str] = []
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def tagged(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of a file of columns: (word, tag), the first and the last column; -DOCSTART- is passed over."""
    for block in blocks(path):
        rows = [line.split() for line in block if not line.startswith("-DOCSTART-")]
        if rows:
            yield [(r[0], r[-1]) for r in rows]


def tag_spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Half-open ranges of words with their types, of IOB1 or BIO tags."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for i, tag in enumerate(tags):
        if tag != "O":
            if tag[0] == "B" or before == "O" or before[2:] != tag[2:]:
                found.append((i, i + 1, tag[2:]))
            else:
                found[-1] = (found[-1][0], i + 1, tag[2:])
        before = tag
    return set(found)


@dataclass
class Word:
    """A syntactic word. start, end: its token's place in the text without white space; in_token: it shares a token.

    head: index in the whole file, -1 for a root. dep: relation without subtype.
    """

    form: str
    pos: str
    head: int
    dep: str
    start: int = 0
    end: int = 0
    in_token: bool = False


@dataclass
class Treebank:
    """A CoNLL-U file. paragraphs: running text; sentences: half-open ranges of words, in order.

    of_paragraph: how many sentences each paragraph has.
    """

    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    of_paragraph: list[int] = field(default_factory=list)


def treebank(path: Path) -> Treebank:
    """Sentences without words of their own (text that may not be shared) are passed over."""
    bank = Treebank()
    place = 0
    for block in blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [r for r in rows if "." not in r[0]]
        if not rows or all(r[1] == "_" for r in rows):
            continue
        first = len(bank.words)
        text = next((line[9:] for line in block if line.startswith("# text = ")), " ".join(r[1] for r in rows))
        inside_until = 0
        for row in rows:
            if "-" in row[0]:
                inside_until = int(row[0].partition("-")[2])
                token = (place, place + len(_solid(row[1])))
                place = token[1]
                continue
            shares = int(row[0]) <= inside_until
            span = token if shares else (place, place + len(_solid(row[1])))
            place = max(place, span[1])
            head = int(row[6])
            word = Word(row[1], row[3], first + head - 1 if head else -1, row[7].partition(":")[0], *span, shares)
            bank.words.append(word)
        bank.sentences.append((first, len(bank.words)))
        if not bank.paragraphs or any(line.startswith(("# newpar", "# newdoc")) for line in block):
            bank.paragraphs.append(text)
            bank.of_paragraph.append(1)
        else:
            bank.paragraphs[-1] += " " + text
            bank.of_paragraph[-1] += 1
    return bank


def _solid(form: str) -> str:
    return "".join(form.split())
