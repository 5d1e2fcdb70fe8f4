"""Our language layer and spaCy's side by side: ``python -m benchmarks.peers FILES --spacy build/peers/bin/python``.

FILES: whatever ``legation read`` takes. Each layer annotates the same paragraphs, alone on one core and then in two
processes at once, in turn, so that what else the machine does strikes both. Words are counted at white space.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.speed import reports_of

TIMED = Path(__file__).with_name("timed.py")
Figures = dict[str, float]


def paragraphs(files: list[str]) -> list[str]:
    """The paragraphs of the reports in these files."""
    return [line for report in reports_of(files) for line in report.text.split("\n") if line.strip()]


def timed(python: str, layer: str, texts: list[str], processes: int) -> list[Figures]:
    """The figures of every process; they run at the same time, all of one core if there is one process."""
    cores = sorted(os.sched_getaffinity(0))[:processes]
    pinned = ["taskset", "-c", ",".join(map(str, cores))]
    given = json.dumps(texts)
    running = [
        subprocess.Popen(
            [*pinned, python, str(TIMED), layer],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(TIMED.parents[2]) if layer == "legation" else ""},
        )
        for _ in range(processes)
    ]
    for process in running:
        assert process.stdin is not None
        process.stdin.write(given)
        process.stdin.close()
        process.stdin = None
    return [json.loads(process.communicate()[0]) for process in running]


def line(layer: str, figures: list[Figures], words: int) -> str:
    """One row: words a second of all processes together, by the clock and by CPU time, and the rest."""
    by_clock = sum(words / f["wall"] for f in figures)
    by_cpu = sum(words / f["cpu"] for f in figures)
    first, peak = max(f["first"] for f in figures), max(f["peak"] for f in figures)
    return f"{layer:<10} {len(figures)} {by_clock:>9.0f} {by_cpu:>9.0f} {first:>8.2f} {peak:>6.0f}"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--spacy", default=sys.executable, help="a Python that has spaCy and its small English model")
    ap.add_argument("--times", type=int, default=3)
    options = ap.parse_args()
    texts = paragraphs(options.files)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} paragraphs, {words} words\n{'layer':<10} n   words/s   per CPU  first s     MB")
    for processes in (1, 2):
        for _ in range(options.times):
            for layer, python in (("legation", sys.executable), ("spacy", options.spacy)):
                print(line(layer, timed(python, layer, texts, processes), words), flush=True)


if __name__ == "__main__":
    main()
