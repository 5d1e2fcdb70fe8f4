"""Reading, in this process or in several others, with the results in the order of the inputs."""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from legation.desk.outcomes import Outcome
from legation.errors import LegationError
from legation.model import Reading, Report

if TYPE_CHECKING:
    from legation.reading import Reader

AHEAD = 4
"""Reports that wait for each reading process, so that none is idle while the one writer writes."""

_log = logging.getLogger(__name__)

Plan = Callable[[], Outcome]
Submit = Callable[[Report], Callable[[], Reading | str]]


@cache
def reader() -> Reader:
    """The reader of the package, loaded once in a process. Raises ModelMissing."""
    from legation.reading import Reader

    return Reader.load()


def attempt(report: Report) -> Reading | str:
    """The reading, or in one line why there is none: a report on which the reader fails must not end the batch."""
    try:
        return reader().read(report)
    except (LegationError, MemoryError):
        raise
    except Exception as problem:
        _log.debug("reading of %s failed", report.source, exc_info=True)
        return failed("cannot be read, an error of legation", problem)


def failed(what: str, problem: Exception) -> str:
    """A reason of one line."""
    return " ".join(f"{what} ({type(problem).__name__}: {problem})".split())


@contextmanager
def crew(jobs: int) -> Iterator[Submit]:
    """The way to have reports read: in this process when the reading is asked for, or ahead in ``jobs`` others.

    Processes and not threads: the HTML and language libraries underneath are not safe with threads.
    """
    if jobs <= 1:
        yield lambda report: partial(attempt, report)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield lambda report: pool.submit(attempt, report).result
    except BrokenProcessPool as problem:
        raise LegationError(
            "a reading process ended unexpectedly, perhaps for lack of memory; what was read is kept, "
            "and the same command with fewer jobs goes on from there"
        ) from problem
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def in_order(plans: Iterable[Plan], ahead: int) -> Iterator[Outcome]:
    """Carry the plans out one after the other, in their order, having looked at up to ``ahead`` more."""
    waiting: deque[Plan] = deque()
    for plan in plans:
        waiting.append(plan)
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()
