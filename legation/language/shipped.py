"""The model file that lies in the package or another that was chosen, and the layer made from it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legation.errors import ModelMissing
from legation.language.encoder_layer import Layer
from legation.language.runtime import Network, Scheme

VARIABLE = "LEGATION_MODEL"
"""Names a model file to use in place of the one that ships."""

FOLDER = Path(__file__).parent / "model"
FILE = FOLDER / "english.onnx"
CHECKSUM = FOLDER / "english.onnx.sha256"


def layer(path: Path | None = None, scheme: Scheme = "news") -> Layer:
    """The layer of the model in use, or of another file. scheme: whose trees it gives. Raises ModelMissing."""
    return loaded(path or chosen(), scheme)


@cache
def loaded(path: Path | None, scheme: Scheme) -> Layer:
    """The layer of a model file, loaded once; None is the shipped one, its checksum compared. Raises ModelMissing."""
    return Layer(Network(path or FILE, None if path else _checksum(), scheme))


def chosen() -> Path | None:
    """The model file that was chosen in place of the shipped one. Raises ModelMissing if there is no such file."""
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    if not Path(named).is_file():
        raise ModelMissing(f"{named}: no such language model")
    return Path(named)


@dataclass(frozen=True)
class About:
    """The model that is used, and what runs it. shipped: False if another was chosen. runtime: the version of ONNX
    Runtime; providers: as it names them."""

    path: Path
    sha256: str
    shipped: bool
    runtime: str
    providers: tuple[str, ...]


def examine() -> About:
    """The model in use, loaded; the checksum of the shipped one is compared. Raises ModelMissing."""
    network = layer().network
    return About(network.path, network.sha256, chosen() is None, *network.runtime)


def describe() -> str:
    """The model by name and the beginning of its checksum, for provenance, without loading it. Raises ModelMissing."""
    other = chosen()
    return f"{other.stem} {_sum(other)[:8]}" if other else f"{FILE.stem} {_checksum()[:8]}"


@cache
def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _checksum() -> str:
    if not (FILE.exists() and CHECKSUM.exists()):
        raise ModelMissing(f"the language model {FILE.name} is not installed")
    return CHECKSUM.read_text(encoding="ascii").split()[0]
