"""The data files of the reading room: words and rules that several of its modules lean on."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_toml(name: str) -> Mapping[str, Any]:
    """A file of ``legation/reading/data``, parsed once."""
    return tomllib.loads((resources.files("legation.reading") / "data" / name).read_text(encoding="utf-8"))


def load_json(name: str) -> dict[str, Any]:
    """A learnt table of ``legation/reading/data``, parsed."""
    found: dict[str, Any] = json.loads(
        (resources.files("legation.reading") / "data" / name).read_text(encoding="utf-8")
    )
    return found
