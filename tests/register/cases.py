"""What the tests of the register share: rows of tables, each named after its fact, and the data file as it is."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import pytest


def case(fact: str, *values: object, not_yet: str = "") -> object:
    """A row; not_yet: why the fact does not hold yet."""
    marks = [pytest.mark.xfail(strict=True, reason=not_yet)] if not_yet else []
    return pytest.param(*values, id=fact, marks=marks)


@cache
def raw() -> dict[str, list[Any]]:
    """The parts of the data file, unread by the register."""
    data = resources.files("legation.register") / "data" / "register.json"
    parts: dict[str, list[Any]] = json.loads(data.read_text(encoding="utf-8"))
    return parts
