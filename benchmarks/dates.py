"""Time expressions of news reports: ``python -m benchmarks.dates INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, text and dct (date of publication). Converts formats only.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sys
from pathlib import Path

from legation.model import Report, Timex
from legation.reading.dates import find_timexes


def single(timexes: tuple[Timex, ...]) -> list[Timex]:
    """TimeML marks the two ends of a range apart: a joined expression gives its parts."""
    return [part for timex in timexes for part in (timex.parts or (timex,))]


def predicted(line: str) -> dict[str, object]:
    """One line of INPUT to one line of PREDICTIONS."""
    item = json.loads(line)
    report = Report(item["id"], item["text"], "benchmark")
    published = dt.date.fromisoformat(item["dct"][:10]) if item.get("dct") else None
    timexes = single(find_timexes(item["text"], list(report.paragraphs()), published))
    return {
        "id": item["id"],
        "timexes": [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in timexes],
    }


def main(path: Path) -> None:
    """Reads INPUT, prints PREDICTIONS."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                print(json.dumps(predicted(line), ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
