"""The model file that lies in the package, and the layer made from it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from legation.errors import ModelMissing
from legation.language.encoder_layer import Layer
from legation.language.runtime import Network

FOLDER = Path(__file__).parent / "model"
FILE = FOLDER / "english.onnx"
CHECKSUM = FOLDER / "english.onnx.sha256"


@cache
def layer(path: Path | None = None) -> Layer:
    """The layer of the shipped model, its checksum compared, or of another file. Raises ModelMissing."""
    if path is not None:
        return Layer(Network(path))
    return Layer(Network(FILE, _checksum()))


def describe() -> str:
    """The model by name and the beginning of its checksum, for provenance, without loading it. Raises ModelMissing."""
    return f"{FILE.stem} {_checksum()[:8]}"


def _checksum() -> str:
    if not (FILE.exists() and CHECKSUM.exists()):
        raise ModelMissing(f"the language model {FILE.name} is not installed")
    return CHECKSUM.read_text(encoding="ascii").split()[0]
