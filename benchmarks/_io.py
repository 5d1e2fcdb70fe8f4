"""What the runners share: INPUT lines in, reports to read, PREDICTIONS out."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from legation.intake import report_from_text
from legation.model import Actor, Reading, Report, Span, Statement
from legation.reading import Reader

Json = dict[str, Any]
Predict = Callable[[Sequence[Json]], Iterable[Json]]


def items(path: Path) -> list[Json]:
    """The lines of a JSON Lines file, plain or .gz; empty lines are passed over."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def day(value: str | None) -> dt.date | None:
    """The day of "2024-12-12" or "2024-12-12T10:00"; None for nothing."""
    return dt.date.fromisoformat(value[:10]) if value else None


def report(text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Report:
    """The report that intake makes of this text; what is given counts as stated by the user."""
    return report_from_text(text, published=day(published), outlet=outlet or None, title=title or None)


def readings(reports: Sequence[Report]) -> Iterator[Reading]:
    """What the reader says of each report, in order; nothing of one that intake marks as unread."""
    return iter(Reader.load().read_many(reports))


def state_or_name(actor: Actor) -> str:
    """A person's name; the alpha-3 code of a state and of what belongs to it: bodies, delegations, nameless people."""
    if actor.country and not (actor.kind == "person" and actor.named) and actor.kind != "medium":
        return actor.country
    return actor.name


def pairs(spans: Iterable[Span | None]) -> list[list[int]]:
    """Spans as [start, end) pairs."""
    return [[span.start, span.end] for span in spans if span]


def words_of(statement: Statement, text: str, most: int) -> str:
    """The first ``most`` words of what was said, in the report's own words."""
    return " ".join(" ".join(span.of(text) for span in statement.content).split()[:most])


def run(predict: Predict) -> None:
    """The command: INPUT named as the only argument, predictions to standard output, anything else that is printed to
    standard error."""
    if len(sys.argv) != 2:
        raise SystemExit(f"usage: python -m benchmarks.{Path(sys.argv[0]).stem} INPUT > PREDICTIONS")
    with contextlib.redirect_stdout(sys.stderr):
        predicted = list(predict(items(Path(sys.argv[1]))))
    for line in predicted:
        print(json.dumps(line, ensure_ascii=False))
