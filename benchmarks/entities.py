"""Entities of our annotated reports: ``python -m benchmarks.entities PART [--by flavour|region|genre] [--capitals]``.

PART: train, dev or test of ``training/corpus``. Exact F1 of all nine kinds, names in names the outer one; title and
page wrapping left out. With --capitals the layer gets every line in capitals, as old agency wires have them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.corpus import FOLDER, GROUPS, account, counted, lines
from legation import language
from legation.model import Span
from training.corpus.converting import ENTITIES, outermost
from training.corpus.files import Sheet
from training.corpus.files import load as load_corpus
from training.corpus.matching import Score, of_sets
from training.corpus.vocabulary import PARTS

KINDS = tuple(dict.fromkeys(ENTITIES.values()))
Named = set[tuple[Span, str]]


def measured(sheet: Sheet, capitals: bool) -> dict[str, Score]:
    """The scores of one report, by kind and of all."""
    gold = {(m.span, ENTITIES[m.label]) for m in outermost(sheet.body.marks)}
    given = set(_seen(sheet, capitals))
    gold, given = ({e for e in side if counted(e[0], sheet)} for side in (gold, given))
    scores = {kind: of_sets(_of_kind(gold, kind), _of_kind(given, kind)) for kind in KINDS}
    return {**scores, "all": sum(scores.values(), Score())}


def _seen(sheet: Sheet, capitals: bool) -> Iterator[tuple[Span, str]]:
    text = _in_capitals(sheet.body.text) if capitals else sheet.body.text
    spans = [span for span in sheet.body.paragraphs if counted(span, sheet)]
    for annotation in language.annotate([span.of(text) for span in spans], [span.start for span in spans]):
        yield from ((e.span, e.label) for e in annotation.entities if e.label in KINDS)


def _in_capitals(text: str) -> str:
    """The text in capitals, offsets as before: letters whose capital is longer stay."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _of_kind(named: Named, kind: str) -> Named:
    return {e for e in named if e[1] == kind}


def by_group(
    sheets: Sequence[Sheet], scores: Sequence[dict[str, Score]], by: str
) -> Mapping[str, list[dict[str, Score]]]:
    """The scores of the reports of each group, and of all."""
    groups: dict[str, list[dict[str, Score]]] = {}
    for sheet, score in zip(sheets, scores, strict=True):
        for group in GROUPS[by](sheet):
            groups.setdefault(group, []).append(score)
    return {**dict(sorted(groups.items())), "all": list(scores)}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("part", choices=PARTS)
    ap.add_argument("--by", choices=GROUPS)
    ap.add_argument("--capitals", action="store_true")
    options = ap.parse_args()
    sheets = load_corpus(FOLDER).of(options.part)
    scores = [measured(sheet, options.capitals) for sheet in sheets]
    if options.by is None:
        print(*account(scores), sep="\n")
        return
    print(*lines(by_group(sheets, scores, options.by)), sep="\n")


if __name__ == "__main__":
    main()
