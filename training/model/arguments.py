"""What the words of a passage are to the events told in it, as training wants it."""

from __future__ import annotations

from collections.abc import Sequence

from training.model.labels import ARGUMENTS, IGNORED
from training.model.sources import Unit


def arguments(units: Sequence[Unit]) -> list[tuple[int, list[int]]]:
    """For each trigger its word and what every word of the passage is to it, as a number of ``ARGUMENTS``.

    Words that name nobody are ignored, for mentions are known when this is asked. Who is named in the trigger's unit
    is learnt from there; who is not, from the nearest unit before that names him.
    """
    whom = [frozenset(w.split("+")) - {"_"} for u in units for w in u["whom"]]
    where = [n for n, u in enumerate(units) for _ in u["words"]]
    told = [given for u in units for given in u["arguments"]]
    found = []
    for i, given in enumerate(told):
        if given != "_":
            labels = [ARGUMENTS.index("none") if keys else IGNORED for keys in whom]
            for name, _, key in (g.partition(":") for g in given.split(" ")):
                named = [w for w, keys in enumerate(whom) if key in keys]
                _mark(labels, ARGUMENTS.index(name), named, where, where[i])
            found.append((i, labels))
    return found


def _mark(labels: list[int], argument: int, named: Sequence[int], where: Sequence[int], unit: int) -> None:
    """Marks the words that name one actor: those of the best unit count, the others are left open."""
    if not named:
        return
    best = max((where[w] for w in named), key=lambda n: (n <= unit, n if n <= unit else -n))
    for w in named:
        if labels[w] in (ARGUMENTS.index("none"), IGNORED):
            labels[w] = argument if where[w] == best else IGNORED
