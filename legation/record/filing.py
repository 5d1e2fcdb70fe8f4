"""Under which keys an event is filed, so that a telling finds the events it may belong to without a scan.

A key names the family, the time (see ``dates.buckets``) and the sides: both sides of a bilateral event, each side
of a gathering. A person may stand in for a side by name, for reports that do not say the country.
"""

from __future__ import annotations

from collections.abc import Iterable

from legation.record import dates
from legation.record.merging import Occasion, parties_with_host
from legation.record.parties import Party
from legation.register.names import surname_key

# People by whose names a side is filed; more are hardly ever named for one side.
_NAMES = 4
_MOST_SIDES = 24


def filed_under(event: Occasion) -> frozenset[str]:
    """The keys to file an event under."""
    return _keys(event, dates.buckets(event.when, event.published))


def looked_up(telling: Occasion) -> frozenset[str]:
    """The keys under which events are filed that this telling may belong to."""
    published = next(iter(telling.published), None)
    return _keys(telling, dates.probes(telling.when, published))


def sides(event: Occasion) -> frozenset[str]:
    """The sides that take part, as timelines are asked for: countries, and actors of no country by key."""
    return frozenset(party.country or party.key for party in parties_with_host(event))


def _keys(occasion: Occasion, buckets: Iterable[str]) -> frozenset[str]:
    by_side: dict[str, list[Party]] = {}
    for party in parties_with_host(occasion):
        by_side.setdefault(party.side, []).append(party)
    names = set(_pairs(by_side)) if len(by_side) <= 2 else set()
    if occasion.gathering or len(by_side) > 2:
        names |= {f"many {side}" for side in sorted(by_side)[:_MOST_SIDES]}
    return frozenset(f"{occasion.family} {bucket} {name}" for bucket in buckets for name in names)


def _pairs(by_side: dict[str, list[Party]]) -> Iterable[str]:
    """The sides joined; and again with one of them by the names of its people."""
    plain = sorted(by_side)
    yield " + ".join(plain)
    for i, side in enumerate(plain):
        people = [party for party in by_side[side] if party.kind == "person" and party.named][:_NAMES]
        for person in people:
            yield " + ".join(sorted([*plain[:i], f"name {surname_key(person.name)}", *plain[i + 1 :]]))
