"""A record of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.record import Record


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record to copy: that is quicker than to make a new one each time."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    Record.open(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may be."""
    return tmp_path / "record.db"


@pytest.fixture
def record(path: Path, empty: Path) -> Iterator[Record]:
    """An empty record, open, at ``path``."""
    shutil.copyfile(empty, path)
    with Record.open(path) as opened:
        yield opened
