"""Who said what: ``python -m benchmarks.attribution INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text, date and publisher. Converts formats only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks._io import Json, pairs, readings, report, run
from legation.model import Reading


def attributions(reading: Reading) -> list[Json]:
    """Each statement once: one that is laid to several speakers is one attribution."""
    found = (
        {"source": pairs([s.source]), "cue": pairs([s.cue]), "content": pairs(s.content)} for s in reading.statements
    )
    return list({repr(one): one for one in found}.values())


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line an article: {id, attributions: [{source, cue, content}]}, offsets into the text."""
    reports = [report(i["text"], published=i.get("date"), outlet=i.get("publisher")) for i in items]
    for item, reading in zip(items, readings(reports), strict=True):
        yield {"id": item["id"], "attributions": attributions(reading)}


if __name__ == "__main__":
    run(predict)
