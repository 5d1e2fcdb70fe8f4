"""What may stand in a header or a table: the words of ``legation.model`` and those of ``vocabulary.toml``."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any, get_args

from legation.model import ActorKind, AsideReason, EventKind, RoleName, Status

_FILE: dict[str, Any] = tomllib.loads(
    (resources.files("training.corpus") / "vocabulary.toml").read_text(encoding="utf-8")
)

PARTS = ("test", "dev", "train")
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
ROLES: tuple[str, ...] = get_args(RoleName)
STATUSES: tuple[str, ...] = get_args(Status)
# A passage of background is no wrapping, but it is marked in the same way.
BACKGROUND = "background"
PASSAGES: tuple[str, ...] = (*get_args(AsideReason), BACKGROUND)
STATEMENT_KINDS = ("direct", "indirect", "mixed")
EVENT_MODES = ("in_person", "phone", "video")

FLAVOURS: list[str] = _FILE["flavours"]
OUTLET_KINDS: list[str] = _FILE["outlet_kinds"]
REFERENCES: list[str] = _FILE["references"]
MODS: list[str] = _FILE["mods"]
PRONOUNS = frozenset(_FILE["pronouns"])
HONORIFICS = frozenset(_FILE["honorifics"])
ABBREVIATIONS: list[str] = _FILE["abbreviations"]
GENRES: list[str] = _FILE["genres"]
SUBTYPES: dict[str, list[str]] = _FILE["subtypes"]
DOCUMENT_KINDS: list[str] = _FILE["documents"]["kinds"]
DOCUMENT_STATUSES: list[str] = _FILE["documents"]["statuses"]
PLOVER: dict[str, list[str]] = _FILE["plover"]
REGIONS = [f"{region}/{sub}" for region, subs in _FILE["regions"].items() for sub in subs]
