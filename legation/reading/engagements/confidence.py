"""How sure the reader is of an engagement, 0 to 1: the share of those told like it that were right."""

from __future__ import annotations

import math
from functools import cache

from legation.reading.engagements.draft import Draft, Setting, Told
from legation.reading.lexicons import load_toml

# Characters of a short sentence.
_SHORT = 100


def confidence(told: Told, setting: Setting) -> float:
    """The likelihood that the engagement is right, by the weights of ``data/confidence.toml``."""
    weights = _weights()
    weight = sum(weights[name] * value for name, value in signs(told, setting).items())
    return round(1.0 / (1.0 + math.exp(-weight)), 2)


def signs(told: Told, setting: Setting) -> dict[str, float]:
    """What speaks for and against an engagement, by name."""
    event, main = told.event, _main(told)
    people = sum(setting.is_person(a) for a in event.actors())
    seen = [max(setting.seen(d.trigger, role) for d in told.drafts) for role in event.roles]
    return {
        "always": 1.0,
        "parties seen": sum(seen) / len(seen) if seen else 0.0,
        "the party seen least": min(seen, default=0.0),
        "a word of the lexicon": float(any(d.listed for d in told.drafts)),
        "the host lent": float(main.lent),
        "states alone": float(people == 0),
        "a short sentence": float(event.sentence.end - event.sentence.start < _SHORT),
    }


def _main(told: Told) -> Draft:
    """The draft whose trigger the event has."""
    return next((d for d in told.drafts if d.trigger == told.event.trigger), told.drafts[0])


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = load_toml("confidence.toml")["weights"]
    return found
