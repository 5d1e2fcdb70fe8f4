"""How large an installation is: ``python -m benchmarks.size ENVIRONMENT [--most MB]``.

ENVIRONMENT: a virtual environment that holds the package and nothing else. Prints its megabytes (of a million bytes),
pip and setuptools not counted, and its largest parts. Exits 1 above the bound.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

TOOLS = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "wheel")
SHOWN = 5


def parts(packages: Path) -> Iterator[tuple[str, int]]:
    """Each installed folder or file with its bytes, the tools of installing left out."""
    for part in packages.iterdir():
        if not part.name.startswith(TOOLS):
            yield part.name, _bytes(part)


def _bytes(part: Path) -> int:
    files = part.rglob("*") if part.is_dir() else [part]
    return sum(f.stat().st_size for f in files if f.is_file() and not f.is_symlink())


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("environment", type=Path)
    ap.add_argument("--most", type=float, default=330)
    options = ap.parse_args()
    found = [part for folder in options.environment.glob("lib/python*/site-packages") for part in parts(folder)]
    size = sum(n for _, n in found) / 1e6
    largest = sorted(found, key=lambda part: -part[1])[:SHOWN]
    print(
        f"installed: {size:.0f} MB (at most {options.most:.0f}); " + ", ".join(f"{p} {n / 1e6:.0f}" for p, n in largest)
    )
    if size > options.most or not found:
        sys.exit(1)


if __name__ == "__main__":
    main()
