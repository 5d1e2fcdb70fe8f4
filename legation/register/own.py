"""People, offices and terms of the user's own, kept in one file beside the register that ships.

The file has the form of ``data/register.json`` and holds what the user added, nothing else. It lies where
LEGATION_REGISTER says, else in the user's folder for data of programs.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from legation.errors import RegisterError

VARIABLE = "LEGATION_REGISTER"
_PARTS = ("offices", "people")

Parts = dict[str, list[Any]]


def own_file() -> Path:
    """Where the user's own register lies; it need not be there."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else _data_folder() / "legation" / "register.json"


def _data_folder() -> Path:
    """The user's folder for data of programs, as each system has it."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def read_own(path: Path) -> Parts:
    """The user's own offices and people; empty if there is no such file. Raises RegisterError if it is damaged."""
    try:
        parts = json.loads(path.read_text(encoding="utf-8"))
        return {part: list(parts.get(part, ())) for part in _PARTS}
    except FileNotFoundError:
        return {part: [] for part in _PARTS}
    except OSError as problem:
        raise RegisterError(f"{path}: {problem.strerror}") from problem
    except (ValueError, AttributeError, TypeError) as problem:
        raise RegisterError(f"{path}: no register of legation: {problem}") from problem


def write_own(path: Path, parts: Parts) -> None:
    """Puts the file in place at once, so that no reader meets half of it. Raises RegisterError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            file.write(as_lines(parts))
        Path(file.name).replace(path)
    except OSError as problem:
        raise RegisterError(f"{path}: {problem.strerror}") from problem


def as_lines(parts: Parts) -> str:
    """JSON with one entry a line, so that changes can be read."""
    blocks = []
    for name, entries in parts.items():
        lines = ",\n".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in entries)
        blocks.append(f'"{name}":[\n{lines}\n]')
    return "{" + ",\n".join(blocks) + "}\n"


def edition(parts: Parts) -> str:
    """A short name of what the user added, another whenever that changes; empty if there is nothing."""
    if not any(parts.values()):
        return ""
    return hashlib.sha256(as_lines(parts).encode()).hexdigest()[:10]


def merged(shipped: Parts, own: Parts) -> Parts:
    """The register that ships with the user's own over it: an office of the same id is replaced; a person of the same
    id gets the user's names first, and the user's term of an office from the same start in place of the other."""
    offices = {entry["id"]: entry for entry in (*shipped["offices"], *own["offices"])}
    people = {entry["id"]: entry for entry in shipped["people"]}
    for entry in own["people"]:
        people[entry["id"]] = united(people[entry["id"]], entry) if entry["id"] in people else entry
    return {**shipped, "offices": list(offices.values()), "people": list(people.values())}


def united(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Two entries of one person as one; what ``after`` says goes first."""
    changed = {(term[0], term[1]) for term in after["tenures"]}
    kept = [term for term in before["tenures"] if (term[0], term[1]) not in changed]
    names = list(dict.fromkeys([*after["names"], *before["names"]]))
    return {**before, "names": names, "tenures": [*kept, *after["tenures"]]}
