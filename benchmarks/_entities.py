"""Documents of GUM (CoNLL-U) with coreference: MISC ``Entity=(5`` opens a mention of entity 5, ``5)`` closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._columns import blocks
from legation.model import Span

_BRACKETS = re.compile(r"(\()?(\w+)(\))?")
# Names of several words hang on their first by these relations.
_OF_NAMES = ("flat", "flat:name")


@dataclass
class Entity:
    """All mentions of one entity; names: of each mention that is or holds a name of it, the words of the name."""

    spans: list[Span] = field(default_factory=list)
    names: list[list[Span]] = field(default_factory=list)


@dataclass
class Document:
    """Running text, an empty line between paragraphs, and who and what is spoken of more than once."""

    id: str
    genre: str = ""
    text: str = ""
    entities: list[Entity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Word:
    number: str
    pos: str
    head: str
    dep: str
    entities: str
    span: Span


def documents(path: Path) -> Iterator[Document]:
    """The documents of a file, plain or .gz, in order."""
    document: Document | None = None
    entities: dict[str, Entity] = {}
    for block in blocks(path):
        said = dict(line[2:].partition(" = ")[::2] for line in block if line.startswith("# "))
        if "newdoc id" in said:
            if document:
                yield document
            document, entities = Document(said["newdoc id"], said.get("meta::genre", "")), {}
        if document is None:
            raise ValueError(f"{path}: a sentence before the first '# newdoc id'")
        new = any(line.startswith("# newpar") for line in block)
        start = _begun(document, new)
        document.text += said["text"]
        words = _words([line.split("\t") for line in block if not line.startswith("#")], said["text"], start)
        for key, inside in _mentions(words):
            if key not in entities:
                entities[key] = Entity()
                document.entities.append(entities[key])
            entities[key].spans.append(Span(inside[0].span.start, inside[-1].span.end))
            if heads := _name(inside):
                entities[key].names.append(heads)
    if document:
        yield document


def _begun(document: Document, paragraph: bool) -> int:
    """Puts what parts the next sentence from the text so far; where the sentence begins."""
    document.text += ("\n\n" if paragraph else " ") if document.text else ""
    return len(document.text)


def _words(rows: Sequence[Sequence[str]], text: str, start: int) -> list[_Word]:
    """The syntactic words of a sentence with their places; one that is not in the text as such has its token's."""
    found: list[_Word] = []
    at, whole, last = 0, Span(0, 0), 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            begin = text.index(row[1], at)
            whole, last = Span(begin, begin + len(row[1])), int(row[0].partition("-")[2])
            continue
        begin = text.find(row[1], at, whole.end if int(row[0]) <= last else len(text))
        place = Span(begin, begin + len(row[1])) if begin >= 0 else whole
        at = place.end
        misc = dict(part.partition("=")[::2] for part in row[9].split("|"))
        found.append(
            _Word(row[0], row[3], row[6], row[7], misc.get("Entity", ""), Span(start + place.start, start + place.end))
        )
    return found


def _mentions(words: Sequence[_Word]) -> Iterator[tuple[str, Sequence[_Word]]]:
    opened: dict[str, list[int]] = {}
    for n, word in enumerate(words):
        for begins, key, ends in _BRACKETS.findall(word.entities):
            if begins:
                opened.setdefault(key, []).append(n)
            if ends:
                yield key, words[opened[key].pop() : n + 1]


def _name(inside: Sequence[_Word]) -> list[Span]:
    """The proper noun at the head of a mention, or in apposition to it ("their child, Gloria"), and what is one name
    with it; nothing of others."""
    numbers = {w.number for w in inside}
    head = next((w for w in inside if w.head not in numbers), inside[0])
    apposed = [w for w in inside if w.head == head.number and w.dep == "appos"]
    names = [w for w in (head, *apposed) if w.pos == "PROPN"]
    return [w.span for w in inside if any(w is n or (w.head == n.number and w.dep in _OF_NAMES) for n in names)]
