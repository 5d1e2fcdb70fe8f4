"""Time expressions of news reports: ``python -m benchmarks.dates INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text and dct (date of publication). Converts formats only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks._io import Json, day, run
from legation.model import Report, Timex
from legation.reading.dates import find_timexes


def single(timexes: Sequence[Timex]) -> list[Timex]:
    """TimeML marks the two ends of a range apart: a joined expression gives its parts."""
    return [part for timex in timexes for part in (timex.parts or (timex,))]


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line a report: {id, timexes: [{start, end, type, value}]}."""
    for item in items:
        # The whole text counts here, datelines too: the report is made without setting anything aside.
        report = Report(item["id"], item["text"], "benchmark")
        timexes = single(find_timexes(report.text, list(report.paragraphs()), day(item.get("dct"))))
        yield {
            "id": item["id"],
            "timexes": [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in timexes],
        }


if __name__ == "__main__":
    run(predict)
