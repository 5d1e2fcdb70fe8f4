"""Reads that are killed, and what must hold of the record afterwards."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.record.contents import Contents, Row, contents, orphans

ROOT = Path(__file__).parents[2]
# A read ends with 1 if it met reports that cannot be read, as some of the generated ones cannot.
FINISHED = (0, 1)
# No moment is waited for: this is the longest that may pass between two looks at how far the read has come.
_LOOK_SECONDS = 0.05
_GLANCE_SECONDS = 0.002
_TOO_LONG_SECONDS = 600.0
# What stands in these tables for one report is its reading, whatever else the record holds.
_OF_ONE_REPORT = ("claim", "mention", "appearance", "reading", "aside", "role")


class Broken(AssertionError):
    """The record is not what it has to be."""


@dataclass(frozen=True)
class Kill:
    """Where a read was killed.

    found: how many reports the record held. writing: it was caught in the middle of a transaction.
    """

    found: int
    writing: bool


def read(folder: Path, record: Path) -> None:
    """Read the folder into the record, undisturbed."""
    with _started(folder, record) as process:
        errors = process.communicate(timeout=_TOO_LONG_SECONDS)[1]
    if process.returncode not in FINISHED:
        raise Broken(f"the read ended with {process.returncode}: {errors[-2000:]}")


def read_and_kill(folder: Path, record: Path, wanted: int, rng: random.Random, *, writing: bool) -> Kill | None:
    """Start reading, and kill it when the record holds so many reports (-1: as soon as there is a file).

    writing: in the middle of the next transaction; otherwise at any moment of reading or writing the next report.
    None if the read was finished before.
    """
    with _started(folder, record) as process:
        while (found := reports_in(record)) is None or found < wanted:
            if _has_ended(process, rng.uniform(0, _LOOK_SECONDS)):
                return None
        if writing:
            while not _is_being_written(record):
                if _has_ended(process, rng.uniform(0, _GLANCE_SECONDS)):
                    return None
        elif _has_ended(process, rng.uniform(0, _LOOK_SECONDS)):
            return None
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return Kill(reports_in(record) or 0, writing)


def _is_being_written(record: Path) -> bool:
    """True if somebody holds the lock for writing."""
    with closing(sqlite3.connect(record, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        connection.execute("ROLLBACK")
        return False


def _started(folder: Path, record: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "legation", "read", str(folder), "--record", str(record)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def _has_ended(process: subprocess.Popen[str], seconds: float) -> bool:
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    if process.returncode not in FINISHED:
        raise Broken(f"the read ended with {process.returncode}")
    return True


def reports_in(record: Path) -> int | None:
    """How many reports a record holds by now; None if there is no file, -1 if there is nothing in it yet."""
    if not record.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{record.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:
        return -1 if record.exists() else None


def check_whole(record: Path, right: Contents) -> None:
    """Raise Broken unless the record is sound, and every report in it is read as in the right one."""
    if reports_in(record) in (None, -1):
        return  # killed before the tables were made
    if found := orphans(record):
        raise Broken("; ".join(found))
    _check_search(record)
    here = contents(record)
    held = {row[1] for row in here["report"]}
    for table in _OF_ONE_REPORT:
        _compare(table, here[table], [row for row in right[table] if row[0] in held])


def check_same(record: Path, right: Contents) -> None:
    """Raise Broken unless the record holds the very same as the right one."""
    here = contents(record)
    for table, rows in right.items():
        _compare(table, here[table], rows)


def _compare(table: str, found: list[Row], wanted: list[Row]) -> None:
    """Raise Broken with the first rows that are on one side only."""
    if found != wanted:
        surplus, missing = (
            sorted(set(one) - set(other), key=repr) for one, other in ((found, wanted), (wanted, found))
        )
        raise Broken(
            f"{table} differs: {len(surplus)} rows too many {surplus[:1]}, {len(missing)} missing {missing[:1]}"
        )


def _check_search(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        try:
            connection.execute("INSERT INTO report_fts(report_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            raise Broken(f"the full-text index is not that of the reports: {error}") from error


def trials(
    folder: Path, work: Path, times: int, seed: int, *, at_once: int = 5, say: Callable[[str], None] = print
) -> Iterator[Kill]:
    """Kill reads of the folder so many times; up to ``at_once`` kills befall one record before it is finished.

    Raises Broken if a record is not whole after a kill, or not the same as an undisturbed one in the end.
    """
    rng = random.Random(seed)
    undisturbed = work / "undisturbed.db"
    read(folder, undisturbed)
    right = contents(undisturbed)
    count = len(right["report"])
    say(f"undisturbed: {count} reports, {len(right['event'])} events, {len(right['claim'])} claims")
    killed = series = 0
    while killed < times:
        record = work / f"killed{series}.db"
        series += 1
        for wanted in _moments(rng, count, min(at_once, times - killed)):
            # The lock is not asked for while the tables are being made: that would be in the way.
            kill = read_and_kill(folder, record, wanted, rng, writing=wanted >= 0 and rng.random() < 0.5)
            if kill is None:
                break
            killed += 1
            check_whole(record, right)
            yield kill
        read(folder, record)
        check_same(record, right)
        say(f"record {series}: finished after its kills, the same as undisturbed")


def _moments(rng: random.Random, count: int, kills: int) -> list[int]:
    """After how many reports to kill, in order; half of the records are killed while they are being made."""
    moments = sorted(rng.sample(range(count - 1), kills))
    return [-1, *moments[1:]] if rng.random() < 0.5 and kills > 1 else moments
