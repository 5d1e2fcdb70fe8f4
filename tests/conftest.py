"""For all tests: the register as it ships, whatever the person who runs them has added to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_own_register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "LEGATION_REGISTER", str(Path(tmp_path_factory.mktemp("none")) / "register.json"))
        yield
