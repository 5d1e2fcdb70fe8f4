"""Trees of news: ``python -m training.model.silver`` adds another parser's to what ``prepare`` wrote.

The treebanks hold little newswire. spaCy's ``en_core_web_sm`` (MIT) was trained on much of it, which is not free; so
our network learns from its trees, in UD, over our own words. Only training parts are parsed.
Needs spaCy 3.8 and a packaging of the model (``benchmarks/peers/requirements.txt``).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.model.lemmas import edit
from training.model.prepare import OUT as DATA
from training.model.prepare import write
from training.model.sources import Document, Unit
from training.model.universal import to_universal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SOURCES = ("conll", "polnear", "corpus-words", "corpus-attribution")
LEAST = 5
"""Words of a unit that is parsed; tables of scores, which CoNLL is full of, end without a full stop besides."""
ENDS = frozenset((".", "?", "!", "”", '"', "''"))


def parsed(documents: Sequence[Document], nlp: Language) -> Iterator[Document]:
    """The documents, the units that are prose with trees added."""
    units = [u for d in documents for u in d["units"] if _prose(u)]
    docs = nlp.pipe((_doc(unit["words"], nlp) for unit in units), batch_size=64)
    for unit, doc in zip(units, docs, strict=True):
        unit.update(labels(unit["words"], doc))
    yield from documents


def labels(words: Sequence[str], doc: Doc) -> Unit:
    """A parsed unit's labels, as those of the treebanks with "news_" before them; and each word's sentence."""
    heads, rels = to_universal(doc)
    sentences = [n for n, sentence in enumerate(doc.sents) for _ in sentence]
    return {
        "news_upos": [t.pos_ for t in doc],
        "news_feats": [str(t.morph) or "_" for t in doc],
        "news_lemma": [edit(word, t.lemma_) for word, t in zip(words, doc, strict=True)],
        "news_head": [-1 if head == i else head for i, head in enumerate(heads)],
        "news_rel": rels,
        "news_sentence": sentences,
    }


def _prose(unit: Unit) -> bool:
    return len(unit["words"]) >= LEAST and unit["words"][-1] in ENDS


def _doc(words: Sequence[str], nlp: Language) -> Doc:
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=list(words))


def main(arguments: Sequence[str] | None = None) -> None:
    import spacy

    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=DATA)
    ap.add_argument("--parser", default="en_core_web_sm", help="name of spaCy's model")
    options = ap.parse_args(arguments)
    nlp = spacy.load(options.parser, exclude=["ner"])
    for source in SOURCES:
        path = options.data / f"{source}.train.jsonl.gz"
        if path.exists():
            documents = list(parsed(_read(path), nlp))
            write(path, documents)
            print(f"{source}: {_count(documents)} words parsed")


def _read(path: Path) -> list[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _count(documents: Iterable[Document]) -> int:
    return sum(len(u["news_head"]) for d in documents for u in d["units"] if "news_head" in u)


if __name__ == "__main__":
    main()
