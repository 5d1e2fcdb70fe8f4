"""Who said what: ``python -m benchmarks.attribution INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text, date and publisher. Converts formats only. Counted are all attributions
that the reader finds, also beliefs and what nobody in particular says, which the record leaves out; but not what is
said inside another's words, which the set does not mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks._io import Json, pairs, report, run
from legation import language
from legation.model import Report
from legation.reading.passages import passages_of
from legation.reading.statements import Attribution, find_attributions


def attributions(report: Report) -> list[Json]:
    """What is said or thought in a report, as spans."""
    spans = passages_of(report)
    annotations = language.annotate([s.of(report.text) for s in spans], [s.start for s in spans])
    found = find_attributions(report.text, annotations)
    return [
        {"source": pairs([a.source]), "cue": pairs([a.cue]), "content": pairs(a.content)} for a in _outermost(found)
    ]


def _outermost(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Of speech inside reported speech the outer one; the set marks no other."""
    for one in found:
        if not any(other is not one and _holds(other, one) for other in found):
            yield one


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return inner.cue is not None and any(span.covers(inner.cue) for span in outer.content)


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line an article: {id, attributions: [{source, cue, content}]}, offsets into the text."""
    for item in items:
        text = report(item["text"], published=item.get("date"), outlet=item.get("publisher"))
        yield {"id": item["id"], "attributions": attributions(text)}


if __name__ == "__main__":
    run(predict)
