"""The record that all questions are put to; nothing changes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hand import fill


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("by hand") / "record.db")
