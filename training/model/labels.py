"""The labels the model learns, and what a label of another scheme leaves open.

A source that marks persons, places and organisations only says nothing of titles: its "O" means "none of mine".
So every token carries the *set* of tags it may have, and training sums over that set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ENTITIES = (
    "person",
    "organisation",
    "place",
    "nationality",
    "title",
    "time",
    "document",
    "event",
    "medium",
    "other",
)
IGNORED = -100
"""The number of a label that nothing is learnt from."""
ROLES = ("source", "cue", "content")
ARGUMENTS = ("none", "party", "host", "guest", "sender", "addressee", "helper", "place", "time")
"""What a word may be to an event, as ``training.corpus.arguments`` names it."""

# Per source: what its unmarked words may be for us, and what its labels may be. A source not named here is strict.
OPEN_OUTSIDE: dict[str, tuple[str, ...]] = {
    "conll": ("title", "time"),
    "gum": tuple(e for e in ENTITIES if e != "time"),
}
READS_AS: dict[str, tuple[str, ...]] = {
    "conll-organisation": ("organisation", "medium"),
    "conll-misc": ("document", "event", "other"),
}


def bio(kinds: Iterable[str]) -> list[str]:
    """Outside, then begin and inside of every kind."""
    return ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]


def allowed(key: str, tags: Sequence[str]) -> list[bool]:
    """Which tags a token may carry. key: "O", "B-person", or with its source: "conll:O", "conll:B-misc".

    "?" allows everything. A kind that is not among the tags (nothing teaches it) is left out.
    """
    if key == "?":
        return [True] * len(tags)
    source, _, tag = key.rpartition(":")
    if tag == "O":
        outside = OPEN_OUTSIDE.get(source, ())
        names = {"O", *(f"{mark}-{kind}" for kind in outside for mark in "BI")}
    else:
        mark, kind = tag.split("-", 1)
        names = {f"{mark}-{k}" for k in READS_AS.get(f"{source}-{kind}", (kind,))}
    found = [tag in names for tag in tags]
    return found if any(found) else [tag == "O" for tag in tags]


def taught(keys: Iterable[str]) -> list[str]:
    """The kinds of ENTITIES that some source marks for certain, in their order."""
    certain: set[str] = set()
    for key in keys:
        source, _, tag = key.rpartition(":")
        if tag.startswith("B-"):
            kinds = READS_AS.get(f"{source}-{tag[2:]}", (tag[2:],))
            # an organisation is surely one, if perhaps a medium too; of MISC it is sure that it is something else
            certain.add(kinds[-1] if tag[2:] == "misc" else kinds[0])
    return [kind for kind in ENTITIES if kind in certain]
