"""Facts flow one way: intake, reading, record, answers. No room of the package imports one above it.

The table is that of docs/architecture.md. An offence is told with its file and line and with what the gap is for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "legation"
SHARED = frozenset({"model", "errors"})


@dataclass(frozen=True)
class Room:
    """leans: the rooms it may import besides those that everybody may. why: what keeping it apart buys."""

    leans: frozenset[str]
    why: str


def room(*leans: str, why: str) -> Room:
    return Room(frozenset(leans) | SHARED, why)


ROOMS = {
    "model": Room(frozenset(), "the nouns can be read first, and alone"),
    "errors": Room(frozenset(), "the errors can be read first, and alone"),
    "intake": room(why="a new kind of input is tested with a saved page, nothing else"),
    "register": room(why="tenures can be checked and mended without a report"),
    "language": room(why="the language model can be swapped or scored by itself"),
    "reading": room("language", "register", why="the same text and register give the same reading, whatever is kept"),
    "record": room("register", why="a record opens where no language model is installed, and outlives it"),
    "answers": room("register", "record", why="asking cannot change what is known"),
    "desk": room(
        "intake", "register", "language", "reading", "record", "answers", why="one place shows the whole flow"
    ),
    "cli": room("desk", "answers", why="the faces cannot come to differ in what they say"),
    "web": room("desk", "answers", "register", why="the faces cannot come to differ in what they say"),
    "cluster": room("desk", why="the faces cannot come to differ in what they say"),
    "__init__": room("desk", why="the package's face is the desk"),
    "__main__": room("cli", why="python -m legation is the command line"),
}

# The one place that knows each of these libraries, for others would come to depend on them unseen.
KNOWN_TO = {
    "alembic": ("record/store", "record/migrations"),
    "click": ("cli",),
    "lxml": ("intake",),
    "numpy": ("language",),
    "onnxruntime": ("language",),
    "rich": ("cli",),
    "sqlalchemy": ("record/store", "record/migrations"),
    "sqlite3": ("record/store",),
    "trafilatura": ("intake",),
}

# Rooms that show one face, their __init__, and nothing of what is behind it.
ONE_FACE = frozenset({"intake", "language", "reading", "record"})

# A reading rests on the report and the register alone.
WORLD = frozenset({"http", "os", "random", "secrets", "socket", "subprocess", "tempfile", "time", "urllib", "uuid"})
CLOCKS = ("date.today", "datetime.today", "datetime.now", "datetime.utcnow")


@dataclass(frozen=True)
class Import:
    where: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.where}:{self.line}: imports {self.module}"


def imports(path: Path, root: Path) -> Iterator[Import]:
    """Every module that a file imports, in functions and under TYPE_CHECKING too; names out of ``legation`` itself
    as modules of their own (``from legation import desk`` is legation.desk)."""
    where = path.relative_to(root)
    package = where.parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            modules = [f"{module}.{alias.name}" for alias in node.names] if module == "legation" else [module]
        else:
            continue
        yield from (Import(where, node.lineno, module) for module in modules)


def files(package: Path) -> list[tuple[str, Path]]:
    """(room, file) of all modules of a package."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).parts
        found.append((parts[0] if len(parts) > 1 else path.stem, path))
    return found


def all_imports(package: Path) -> Iterator[tuple[str, Import]]:
    for name, path in files(package):
        yield from ((name, found) for found in imports(path, package.parent))


def upward(package: Path) -> list[str]:
    """A line for each import of a room that the importing room may not lean on."""
    offences = []
    for name, found in all_imports(package):
        target = found.module.split(".")
        if target[0] != "legation" or target[1:] in ([name], ["__version__"]):
            continue
        leans = ROOMS[name].leans
        if len(target) == 1 or (target[1] != name and target[1] not in leans):
            offences.append(f"{found}, but {name} leans on {', '.join(sorted(leans)) or 'nobody'}: {ROOMS[name].why}")
    return offences


def through_the_window(package: Path) -> list[str]:
    """A line for each import of an inner module of a room that shows one face only."""
    offences = []
    for name, found in all_imports(package):
        target = found.module.split(".")
        if target[0] == "legation" and len(target) > 2 and target[1] != name and target[1] in ONE_FACE:
            offences.append(f"{found}, an inner module; take it from legation.{target[1]}, which says what may change")
    return offences


def outsiders(package: Path) -> list[str]:
    """A line for each library that is imported outside the place that knows it."""
    offences = []
    for _, found in all_imports(package):
        owners = KNOWN_TO.get(found.module.split(".")[0])
        inside = found.where.with_suffix("").relative_to(package.name).as_posix()
        if owners and not any(f"{inside}/".startswith(f"{owner}/") for owner in owners):
            offences.append(f"{found}, which only {' and '.join(owners)} may know")
    return offences


@pytest.mark.parametrize("check", [upward, through_the_window, outsiders])
def test_the_arrows_are_kept(check: object) -> None:
    assert callable(check)
    offences = check(PACKAGE)
    assert not offences, "\n" + "\n".join(offences)


def test_every_room_has_its_place_in_the_table() -> None:
    assert {name for name, _ in files(PACKAGE)} <= set(ROOMS)


def test_reading_asks_nothing_of_the_world_and_never_what_day_it_is() -> None:
    paths = [path for name, path in files(PACKAGE) if name == "reading"]
    asked = [str(found) for path in paths for found in imports(path, ROOT) if found.module.split(".")[0] in WORLD]
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(CLOCKS):
                asked.append(f"{path.relative_to(ROOT)}:{node.lineno}: asks {ast.unparse(node)}")
    assert paths
    assert asked == []


def package_with(folder: Path, **modules: str) -> Path:
    """A package ``legation`` of the given rooms, each one module with the given text."""
    package = folder / "legation"
    for name, text in modules.items():
        (package / name).mkdir(parents=True)
        (package / name / "inner.py").write_text(text, encoding="utf-8")
    return package


@pytest.mark.parametrize(
    "text",
    [
        "from legation.record import Record",
        "import legation.record",
        "from legation import record",
        "from ..record import Record",
        "from .. import record",
        "def hidden():\n    from legation.record.store import rows",
    ],
)
def test_an_arrow_against_the_flow_is_seen_however_it_is_written(tmp_path: Path, text: str) -> None:
    package = package_with(tmp_path, reading=text)
    (offence,) = upward(package)
    assert offence.startswith("legation/reading/inner.py:")
    assert "reading leans on errors, language, model, register" in offence


def test_what_goes_with_the_flow_is_let_through(tmp_path: Path) -> None:
    text = "from legation.model import Report\nfrom legation import __version__\nfrom .other import x\nimport json"
    package = package_with(tmp_path, reading=text, language="import onnxruntime")
    assert upward(package) + through_the_window(package) + outsiders(package) == []


def test_inner_modules_and_others_libraries_are_seen(tmp_path: Path) -> None:
    package = package_with(tmp_path, answers="from legation.record.store import rows\nimport sqlalchemy as sa")
    assert upward(package) == []
    assert len(through_the_window(package)) == 1
    assert len(outsiders(package)) == 1
