"""Who takes part, seen by sides: do two tellings speak of the same parties?

A side is a country, or an organisation or medium of no country, or a person of unknown country. Within a side
people match people; a person matches the own state (a delegation, "Moscow") at half weight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.model import ActorKind, EventKind, RoleName
from legation.register.names import compatible, fold, surname_key

# How an actor stands to the others, for kinds in which that matters; "" fits either.
_STANDINGS: dict[EventKind, dict[RoleName, str]] = {
    "visit": {"guest": "guest", "host": "host"},
    "message": {"sender": "from", "addressee": "to"},
    "act": {"source": "from", "target": "to"},
}
# Who carries a letter, mediates or is only named as the medium does not make the event another one.
_BYSTANDERS: frozenset[RoleName] = frozenset({"carrier", "mediator"})

SAME, OWN_STATE, ANOTHER = 1.0, 0.5, 0.0


@dataclass(frozen=True, slots=True)
class Party:
    """One actor of an event, by its key in the record. standing: "guest", "host", "from", "to" or ""."""

    key: str
    kind: ActorKind
    name: str
    country: str | None = None
    named: bool = True
    in_register: bool = False
    standing: str = ""

    @property
    def side(self) -> str:
        """The country; without one, what stands for itself."""
        if self.kind == "medium":
            return f"medium {fold(self.name)}"
        if self.country:
            return self.country
        return f"name {surname_key(self.name)}" if self.kind == "person" else self.key


def standing(kind: EventKind, role: RoleName) -> str | None:
    """How an actor in this role stands in an event of this kind; None if he is no principal of it."""
    return None if role in _BYSTANDERS else _STANDINGS.get(kind, {}).get(role, "")


def same_person(a: Party, b: Party) -> bool:
    """True if both can be the same person. Two people of the register are the same only by key."""
    if a.key == b.key:
        return True
    if not (a.named and b.named) or (a.in_register and b.in_register):
        return False
    return compatible(a.name, b.name, a.country, b.country)


@dataclass(frozen=True, slots=True)
class PartiesFit:
    """How well the parties of two tellings fit. score: 0 to 1, the mean over sides; sides: how many are shared.

    people: how many people are the same. named: True if a person or actor is the very same on every shared side.
    """

    score: float
    sides: int
    people: int
    named: bool


def fit(a: Iterable[Party], b: Iterable[Party], *, many: bool = False) -> PartiesFit | None:
    """How well the parties fit; None if they cannot be those of one event.

    many: the event is a gathering (a summit), of which reports name different participants.
    """
    left, right = _by_side(a), _by_side(b)
    if not left or not right:
        return None
    pairs = _paired(left, right)
    values = [_side_fit(left[mine], right[theirs]) for mine, theirs in pairs]
    if ANOTHER in values:
        return None
    if not _enough(len(values), len(left), len(right), many):
        return None
    people = sum(_shared_people(left[mine], right[theirs]) for mine, theirs in pairs)
    return PartiesFit(sum(values) / len(values), len(values), people, all(value == SAME for value in values))


def _by_side(parties: Iterable[Party]) -> dict[str, list[Party]]:
    sides: dict[str, list[Party]] = {}
    for party in parties:
        sides.setdefault(party.side, []).append(party)
    return sides


def _paired(left: dict[str, list[Party]], right: dict[str, list[Party]]) -> list[tuple[str, str]]:
    """Sides of both that are the same; a person of no known country may belong to any side with that name."""
    pairs = [(side, side) for side in left if side in right]
    free = [side for side in right if side not in left]
    for side, mine in left.items():
        if side in right:
            continue
        other = next((s for s in free if _nameless_side_fits(mine, right[s])), None)
        if other is not None:
            free.remove(other)
            pairs.append((side, other))
    return pairs


def _nameless_side_fits(mine: list[Party], theirs: list[Party]) -> bool:
    if not (mine[0].country is None or theirs[0].country is None):
        return False
    return any(p.kind == q.kind == "person" and same_person(p, q) for p in mine for q in theirs)


def _side_fit(mine: list[Party], theirs: list[Party]) -> float:
    if not _standings_meet(mine, theirs):
        return ANOTHER
    people = [p for p in mine if p.kind == "person"]
    others = [p for p in theirs if p.kind == "person"]
    if any(same_person(p, q) for p in people for q in others):
        return SAME
    if any(p.named for p in people) and any(q.named for q in others):
        return ANOTHER
    return SAME if {p.key for p in mine} & {q.key for q in theirs} else OWN_STATE


def _shared_people(mine: list[Party], theirs: list[Party]) -> int:
    """How many people of either list are in the other, at least."""
    left, right = ([p for p in side if p.kind == "person"] for side in (mine, theirs))
    return min(_people_in(left, right), _people_in(right, left))


def _people_in(some: list[Party], others: list[Party]) -> int:
    return sum(any(same_person(p, q) for q in others) for p in some)


def _standings_meet(mine: list[Party], theirs: list[Party]) -> bool:
    left, right = {p.standing for p in mine}, {q.standing for q in theirs}
    return "" in left or "" in right or bool(left & right)


def _enough(shared: int, left: int, right: int, many: bool) -> bool:
    """Bilateral events need every side of both; gatherings most sides of the shorter list."""
    if shared == 0:
        return False
    if max(left, right) <= 2:
        return shared == left == right
    fewer = min(left, right)
    if fewer <= 2 and not many:
        return False
    return shared >= min(2, fewer) and shared >= 0.6 * fewer
