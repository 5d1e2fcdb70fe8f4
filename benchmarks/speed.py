"""How fast reading is: ``python -m benchmarks.speed FILES``.

FILES: whatever ``legation read`` takes. Prints start-up time (interpreter to a loaded reader), reports and words a
second, which part of the time is whose, and the peak of memory. The first reports wait for the model and for indexes
that are made when first asked for; a second turn over the same reports tells the speed without them. One process,
in seconds of the processor; the record is not part of it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from legation import language
from legation.intake import IntakeOptions, gather
from legation.model import Report
from legation.reading import Reader
from legation.reading.dates import find_timexes
from legation.reading.passages import passages_of
from legation.reading.statements import find_attributions


def reports_of(paths: Sequence[str]) -> list[Report]:
    """The readable reports of these files and folders."""
    found = gather([Path(path) for path in paths], IntakeOptions())
    return [report for report in found if isinstance(report, Report) and report.unread is None]


def start_up() -> float:
    """Seconds that a new interpreter needs until the reader is loaded."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "from legation.reading import Reader; Reader.load()"], check=True)
    return time.perf_counter() - begin


def peak_megabytes() -> float:
    """The most memory this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def stages(reports: Sequence[Report]) -> dict[str, float]:
    """Seconds that the language layer, the time expressions and the attributions take, run by themselves."""
    spent = {"language layer": 0.0, "times": 0.0, "attributions": 0.0}
    for report in reports:
        spans = passages_of(report)
        steps = [time.process_time()]
        annotations = language.annotate([s.of(report.text) for s in spans], [s.start for s in spans])
        steps.append(time.process_time())
        find_timexes(report.text, spans, report.published.value)
        steps.append(time.process_time())
        find_attributions(report.text, annotations)
        steps.append(time.process_time())
        for name, begin, end in zip(spent, steps, steps[1:], strict=False):
            spent[name] += end - begin
    return spent


def second_turn(reader: Reader, reports: Sequence[Report]) -> float:
    """Seconds that reading the same reports takes once more, all indexes made."""
    begin = time.process_time()
    for _ in reader.read_many(reports):
        pass
    return time.process_time() - begin


def main(paths: Sequence[str]) -> None:
    """Measures and prints."""
    reports = reports_of(paths)
    words = sum(len(report.text.split()) for report in reports)
    reader = Reader.load()
    begin = time.process_time()
    read = sum(1 for _ in reader.read_many(reports))
    seconds = time.process_time() - begin
    again = second_turn(reader, reports)
    print(f"reports          {read}, {words} words, in {seconds:.2f} s")
    print(f"reports a second {read / seconds:.1f}")
    print(f"words a second   {words / seconds:.0f}")
    parts = stages(reports)
    for name, part in (parts | {"all other rules": seconds - sum(parts.values())}).items():
        print(f"{name:16s} {part:.2f} s, {100 * part / seconds:.0f} %")
    rules = again - parts["language layer"]
    print(f"second turn      {words / again:.0f} words a second, all rules {rules:.2f} s, {100 * rules / again:.0f} %")
    print(f"peak memory      {peak_megabytes():.0f} MB")
    print(f"start-up         {start_up():.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
