"""The layer that the rooms above use: our own model, as it lies in the package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.language import shipped
from legation.language.annotation import Annotation


def annotate(texts: Sequence[str], starts: Iterable[int] | None = None) -> list[Annotation]:
    """Annotates passages (a paragraph each), in the order given.

    starts: where each passage begins in its report, in characters; offsets in the result are shifted by it
    (default 0). Raises ModelMissing.
    """
    return shipped.layer().annotate(texts, starts)


def describe() -> str:
    """Name and version of the model, for provenance. Raises ModelMissing."""
    return shipped.describe()
