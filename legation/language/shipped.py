"""The model file that lies in the package, and the layer made from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legation.errors import ModelMissing
from legation.language.encoder_layer import Layer
from legation.language.runtime import Network, Scheme

FOLDER = Path(__file__).parent / "model"
FILE = FOLDER / "english.onnx"
CHECKSUM = FOLDER / "english.onnx.sha256"


@cache
def layer(path: Path | None = None, scheme: Scheme = "news") -> Layer:
    """The layer of the shipped model, its checksum compared, or of another file. scheme: whose trees it gives.

    Raises ModelMissing.
    """
    return Layer(Network(path or FILE, None if path else _checksum(), scheme))


@dataclass(frozen=True)
class About:
    """The model that is used, and what runs it. runtime: the version of ONNX Runtime; providers: as it names them."""

    path: Path
    sha256: str
    runtime: str
    providers: tuple[str, ...]


def examine() -> About:
    """The shipped model, loaded, its checksum compared. Raises ModelMissing."""
    network = layer().network
    return About(network.path, network.sha256, *network.runtime)


def describe() -> str:
    """The model by name and the beginning of its checksum, for provenance, without loading it. Raises ModelMissing."""
    return f"{FILE.stem} {_checksum()[:8]}"


def _checksum() -> str:
    if not (FILE.exists() and CHECKSUM.exists()):
        raise ModelMissing(f"the language model {FILE.name} is not installed")
    return CHECKSUM.read_text(encoding="ascii").split()[0]
