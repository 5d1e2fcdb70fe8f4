"""Whether everything that reading and asking need is there and whole."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from legation.errors import LegationError

TRIAL = "The ministers of Chad and Fiji met in Geneva on Monday."


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. told: what was seen, or what is wrong with it."""

    name: str
    told: str
    sound: bool = True

    def to_json(self) -> dict[str, object]:
        """As a mapping of plain values."""
        return asdict(self)


def examine(record: str | Path) -> list[Finding]:
    """What the program stands on: itself, its language model, the register, and the record if there is one."""
    return [*_program(), *_model(), *_register(), _record(record)]


def _program() -> Iterator[Finding]:
    from legation import __version__

    yield Finding("legation", f"{__version__} on Python {platform.python_version()}, {platform.machine()}")


def _model() -> Iterator[Finding]:
    from legation import language

    try:
        begin = perf_counter()
        about = language.examine()
        language.annotate([TRIAL])
        seconds = perf_counter() - begin
    except (LegationError, ImportError) as problem:
        yield Finding("language model", str(problem), sound=False)
        return
    size = f"{about.path.stat().st_size / 1e6:.1f} MB"
    whose = "as it shipped" if about.shipped else f"chosen, {about.path}"
    yield Finding("language model", f"{about.path.name}, {size}, SHA-256 {about.sha256}, {whose}")
    yield Finding("runtime", f"ONNX Runtime {about.runtime}, {', '.join(about.providers)}")
    yield Finding("first sentence", f"read in {seconds:.1f} s")


def _register() -> Iterator[Finding]:
    from legation.desk.who import own_register, register

    try:
        found = register()
    except LegationError as problem:
        yield Finding("register", str(problem), sound=False)
        return
    yield Finding("register", f"{len(found.all_offices())} offices of {len(found.members())} states and of bodies")
    own = own_register()
    yield Finding("own register", str(own) if own.exists() else f"none ({own})")


def _record(where: str | Path) -> Finding:
    from legation.desk.handle import open as opened

    if "://" not in str(where) and not Path(where).exists():
        return Finding("record", f"none at {where}")
    try:
        with opened(where, create=False) as desk:
            counts = desk.counts()
    except LegationError as problem:
        return Finding("record", str(problem), sound=False)
    return Finding("record", f"{where}: {counts.reports} reports, {counts.events} events")
