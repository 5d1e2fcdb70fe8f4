"""What is installed is what is here: the wheel holds the data, the locks the hashes, the metadata the names."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import legation

ROOT = Path(__file__).parents[1]
LOCKS = ("demo", "test")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; .+)? \\$")
# Distributions whose module goes by another name.
DISTRIBUTIONS = {"charset_normalizer": "charset-normalizer"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    (path,) = [path for path in wheel.namelist() if path.endswith(f".dist-info/{name}")]
    return wheel.read(path).decode()


def dependencies() -> set[str]:
    named: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    return {re.split(r"[<>=~! ]", line)[0].lower() for line in named}


def pins(lock: str) -> set[tuple[str, str]]:
    lines = (ROOT / "requirements" / f"{lock}.txt").read_text().splitlines()
    return {(found[1], found[2]) for line in lines if (found := PIN.match(line))}


def test_the_wheel_holds_every_file_of_the_package_and_no_other(wheel: zipfile.ZipFile) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "legation").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == here


def test_the_wheel_says_its_version_command_and_licences(wheel: zipfile.ZipFile) -> None:
    about = metadata(wheel, "METADATA")
    assert f"\nVersion: {legation.__version__}\n" in about
    assert "\nLicense-Expression: Apache-2.0 AND CC-BY-SA-4.0\n" in about
    assert "legation = legation.cli:main" in metadata(wheel, "entry_points.txt")


def test_no_language_model_is_a_dependency_of_the_package() -> None:
    assert not [name for name in dependencies() if re.search(r"core[-_](web|news)", name)]


def test_every_library_that_the_package_imports_is_named_as_its_own_dependency() -> None:
    imported = set()
    for path in (ROOT / "legation").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    libraries = imported - sys.stdlib_module_names - {"legation"}
    assert {DISTRIBUTIONS.get(name, name) for name in libraries} <= dependencies()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_one_version_with_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    for entry in text.replace("\\\n", "").splitlines():
        assert re.match(r"\S+==\S+( ; .+?)?(\s+--hash=sha256:[0-9a-f]{64})+$", entry), entry
    assert "://" not in text


def test_the_locks_hold_what_the_package_needs_and_agree() -> None:
    demo, test = pins("demo"), pins("test")
    assert demo <= test
    assert dependencies() <= {name.replace("lxml-html-clean", "lxml_html_clean") for name, _ in demo}
