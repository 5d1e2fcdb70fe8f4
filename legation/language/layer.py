"""The layer that the rooms above use: tokens and syntax by spaCy's model, names and attribution by our own.

Our model is the better one at names and at who said what; its trees are not yet (see ``benchmarks/RESULTS.md``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.language import shipped, spacy_layer
from legation.language.annotation import Annotation


def annotate(texts: Sequence[str], starts: Iterable[int] | None = None) -> list[Annotation]:
    """Annotates passages (a paragraph each), in the order given.

    starts: where each passage begins in its report, in characters; offsets in the result are shifted by it
    (default 0). Raises ModelMissing.
    """
    offsets = list(starts) if starts is not None else [0] * len(texts)
    marked = shipped.layer().annotate_with_attribution(texts, offsets)
    return [
        replace(parsed, entities=named.entities, attributions=tuple(attributions))
        for parsed, (named, attributions) in zip(spacy_layer.annotate(texts, offsets), marked, strict=True)
    ]


def describe() -> str:
    """Names and versions of the models, for provenance. Raises ModelMissing."""
    return f"{spacy_layer.describe()} + {shipped.describe()}"
