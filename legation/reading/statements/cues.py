"""The cue lexicon: which words report speech, with which content, as which speech act."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech (or belief). frames: kinds of content it takes, see ``cues.tsv``."""

    lemma: str
    frames: frozenset[str]
    belief: bool
    act: str | None

    @property
    def prepositions(self) -> frozenset[str]:
        """Prepositions whose noun is the content ("call for")."""
        return frozenset(f[5:] for f in self.frames if f.startswith("prep:"))

    def takes(self, *frames: str) -> bool:
        """True if it takes one of these kinds of content."""
        return any(f in self.frames for f in frames)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """verbs: by lemma, with the particle for phrasal ones ("point out"). nouns: by lemma. plover: type by act."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    not_sources: frozenset[str]
    withholding: frozenset[str]
    unreal: frozenset[str]
    conditions: frozenset[str]
    summing_nouns: frozenset[str]
    summing_verbs: frozenset[str]
    opinion_nouns: frozenset[str]
    quoting: frozenset[str]
    utterances: frozenset[str]
    collectives: frozenset[str]
    to_somebody: frozenset[str]
    offices: frozenset[str]
    addressed: frozenset[str]
    unaddressed: frozenset[str]
    acts_by_object: Mapping[str, str]
    media_prepositions: frozenset[str]
    media_nouns: frozenset[str]
    media_hearers: frozenset[str]
    carriers: frozenset[str]
    plover: Mapping[str, str]


def _lines(name: str) -> Iterator[list[str]]:
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _table(name: str) -> dict[str, Cue]:
    return {
        lemma: Cue(lemma, frozenset(frames.split(",")), kind == "belief", None if act == "-" else act)
        for lemma, frames, kind, act in _lines(name)
    }


@cache
def lexicon() -> Lexicon:
    """The lexicon shipped with the package, read once."""
    data = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    media = data.pop("media")
    acts = data.pop("acts_by_object")
    return Lexicon(
        verbs=_table("cues.tsv"),
        nouns=_table("nouns.tsv"),
        acts_by_object=acts,
        media_prepositions=frozenset(media["prepositions"]),
        media_nouns=frozenset(media["nouns"]),
        media_hearers=frozenset(media["hearers"]),
        carriers=frozenset(media["carriers"]),
        plover={line[0]: line[1] for line in _lines("plover.tsv")},
        **{name: frozenset(words) for name, words in data.items()},
    )


def plover_type(act: str | None) -> str | None:
    """The PLOVER type of what is done by speaking ("thanked" -> "SUPPORT"); None if it has none."""
    return lexicon().plover.get(act) if act else None


def media_words() -> frozenset[str]:
    """Nouns for those who pass on what others say ("agency", "newspaper")."""
    return lexicon().carriers


def collective_nouns() -> frozenset[str]:
    """Nouns that in the plural name nobody in particular ("officials")."""
    return lexicon().collectives


def acts_to_somebody() -> frozenset[str]:
    """Acts of speaking that are done to somebody ("thanked")."""
    return lexicon().to_somebody


def office_nouns() -> frozenset[str]:
    """Nouns of bodies that speak ("ministry"), in the singular."""
    return lexicon().offices


def utterance_nouns() -> frozenset[str]:
    """Nouns of what somebody has said or written ("statement", "tweet"), which stand for who said it."""
    return lexicon().utterances
