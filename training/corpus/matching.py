"""When two accounts of one text say the same: of two annotators, or of an annotator and a reader.

The rules are those by which attribution (PolNeAR) and engagements are commonly scored, put for readings of one text.
Every rule pairs things one to one, so that F1 is twice the pairs over all things of both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks._io import state_or_name
from benchmarks.reports import TYPES
from legation.model import Actor, Event, Reading, Span, Statement
from legation.register import fold, same_name

Pairs = list[tuple[int, int]]
# Kinds that reports use for the same thing.
_FAMILIES = {"meeting": "talk", "talks": "talk", "summit": "talk", "consultation": "talk"}
_REMOTE = ("phone", "video", None)
# Contents with less of their letters in common are not the same statement.
SAME_CONTENT = 0.5
# Of the participants of each side, so many must be the other's: one of two, or both of two and two of three.
LENIENT, STRICT = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Score:
    """Things that both sides have, and how many each has; sums of texts are scores of all of them."""

    both: int = 0
    first: int = 0
    second: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.both + other.both, self.first + other.first, self.second + other.second)

    @property
    def f1(self) -> float:
        """1 if neither side has anything."""
        every = self.first + self.second
        return 2 * self.both / every if every else 1.0

    @property
    def recall(self) -> float:
        """The share of the first side's things that the second has."""
        return self.both / self.first if self.first else 1.0

    @property
    def precision(self) -> float:
        """The share of the second side's things that the first has."""
        return self.both / self.second if self.second else 1.0


def of_sets(first: Iterable[object], second: Iterable[object]) -> Score:
    """The score of things that are the same if they are equal."""
    one, other = set(first), set(second)
    return Score(len(one & other), len(one), len(other))


def total(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Scores of several reports added up."""
    found: dict[str, Score] = {}
    for one in scores:
        for name, score in one.items():
            found[name] = found.get(name, Score()) + score
    return found


# ---------------------------------------------------------------- who


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as a participant. state: the code he counts as, if he stands for a state (the state itself, its bodies,
    delegations and nameless officials); country: that of a person. words: where a nameless one is spoken of."""

    name: str
    id: str | None = None
    state: str | None = None
    country: str | None = None
    words: frozenset[Span] = frozenset()


Parties = Mapping[str, Party]


def parties(reading: Reading, ids: Mapping[str, str]) -> Parties:
    """The actors of a reading, by key. ids: the register's id of those whose key is another."""
    return {actor.key: _party(actor, reading, ids) for actor in reading.actors}


def _party(actor: Actor, reading: Reading, ids: Mapping[str, str]) -> Party:
    known = ids.get(actor.key) or (actor.key if actor.in_register else None)
    state = state_or_name(actor) if actor.country and state_or_name(actor) == actor.country else None
    nameless = not actor.named and state is None
    words = frozenset(m.span for m in reading.mentions if m.actor == actor.key) if nameless else frozenset()
    return Party(actor.name, known, state, actor.country, words)


def same_party(one: Party, other: Party) -> bool:
    """True if both stand for the same; a person and his own state do."""
    if one.id and one.id == other.id:
        return True
    if one.state and other.state:
        return one.state == other.state
    if one.state or other.state:
        return (one.state or one.country) == (other.state or other.country)
    if one.words & other.words:
        return True
    return fold(one.name) == fold(other.name) or same_name(one.name, other.name)


# ---------------------------------------------------------------- who said what


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    """Offsets of the characters of the spans that are no white space."""
    return {n for span in spans for n in range(span.start, span.end) if not text[n].isspace()}


def in_common(one: set[int], other: set[int]) -> float:
    """Jaccard's index: the share of what both have of what either has."""
    return len(one & other) / len(one | other) if one | other else 1.0


def same_contents(text: str, first: Sequence[Statement], second: Sequence[Statement]) -> Pairs:
    """Statements whose contents have half of their letters in common, the likest paired first."""
    ours, theirs = ([letters(text, s.content) for s in side] for side in (first, second))
    found = []
    for i, j in _everywhere(first, second):
        shared = in_common(ours[i], theirs[j])
        if shared >= SAME_CONTENT:
            found.append((-shared, -in_common(_source(text, first[i]), _source(text, second[j])), i, j))
    return _best_first(found)


def attributed(text: str, first: Sequence[Statement], second: Sequence[Statement]) -> Pairs:
    """Of the statements of the same content those with the same source: a letter in common, or none on either side."""
    return [
        (i, j)
        for i, j in same_contents(text, first, second)
        if _source(text, first[i]) & _source(text, second[j])
        or not (_source(text, first[i]) or _source(text, second[j]))
    ]


def _source(text: str, statement: Statement) -> set[int]:
    places = letters(text, [statement.source]) if statement.source else set()
    return {n for n in places if text[n].isalnum()}


def same_speakers(text: str, first: Reading, ours: Parties, second: Reading, theirs: Parties) -> Pairs:
    """Of the statements of the same content those of the same speaker, by whatever words he is named."""

    def same(i: int, j: int) -> bool:
        one, other = first.statements[i].speaker, second.statements[j].speaker
        return one == other if one is None or other is None else same_party(ours[one], theirs[other])

    return [(i, j) for i, j in same_contents(text, first.statements, second.statements) if same(i, j)]


# ---------------------------------------------------------------- who met whom


def engagements(reading: Reading) -> list[Event]:
    """The events that count as engagements: no acts, and no greetings by word of mouth."""
    return [event for event in reading.events if event.kind in TYPES and event.subtype != "greetings"]


def same_engagements(
    first: Sequence[Event], ours: Parties, second: Sequence[Event], theirs: Parties, share: float
) -> Pairs:
    """Engagements of one family of kinds on days that overlap, that share of each side's participants the other's.

    If ``share`` is STRICT, the second side must be dated where the first is; else an undated one fits any day.
    """

    def fit(i: int, j: int) -> bool:
        one, other = first[i], second[j]
        dated = share < STRICT or one.when.interval is None or other.when.interval is not None
        return (
            dated
            and same_kind(one, other)
            and overlap(one, other)
            and _together(_who(one, ours), _who(other, theirs), share)
        )

    return most_pairs(len(first), len(second), fit)


def same_kind(one: Event, other: Event) -> bool:
    """True for kinds of one family; talks held at a distance, or one does not know how, may be a call."""
    kinds = [_FAMILIES.get(event.kind, event.kind) for event in (one, other)]
    if kinds[0] == kinds[1]:
        return True
    talk = next((event for event, kind in zip((one, other), kinds, strict=True) if kind == "talk"), None)
    return set(kinds) == {"talk", "call"} and talk is not None and talk.mode in _REMOTE


def overlap(one: Event, other: Event) -> bool:
    """True unless both are dated and have no day in common."""
    a, b = one.when.interval, other.when.interval
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _who(event: Event, known: Parties) -> list[Party]:
    carried = event.actors("carrier")
    found = [known[key] for key in event.actors() if key not in carried and key in known]
    return list({party.state or party.name: party for party in found}.values())


def _together(ours: Sequence[Party], theirs: Sequence[Party], share: float) -> bool:
    if not ours and not theirs:
        return True  # a summit of which nobody is named
    common = len(most_pairs(len(ours), len(theirs), lambda i, j: same_party(ours[i], theirs[j])))
    return common > 0 and common >= share * len(ours) and common >= share * len(theirs)


# ---------------------------------------------------------------- acts and documents

# The places in which something is told or named, by its id.
Places = Mapping[str, Sequence[Span]]


def acts(reading: Reading) -> list[Event]:
    """The events that are acts."""
    return [event for event in reading.events if event.kind == "act"]


def same_types(first: Sequence[Event], told: Places, second: Sequence[Event], retold: Places) -> Pairs:
    """Acts of the same PLOVER type told in a sentence in common."""
    return most_pairs(
        len(first),
        len(second),
        lambda i, j: first[i].plover == second[j].plover and _meet(told[first[i].id], retold[second[j].id]),
    )


def same_acts(
    first: Sequence[Event], ours: Parties, told: Places, second: Sequence[Event], theirs: Parties, retold: Places
) -> Pairs:
    """Acts of the same type in a sentence in common, with a source and a target in common where there are any."""

    def shared(one: Sequence[str], other: Sequence[str]) -> bool:
        return (not one and not other) or any(same_party(ours[a], theirs[b]) for a in one for b in other)

    def fit(i: int, j: int) -> bool:
        one, other = first[i], second[j]
        near = one.plover == other.plover and _meet(told[one.id], retold[other.id])
        return near and all(shared(one.actors(role), other.actors(role)) for role in ("source", "target"))

    return most_pairs(len(first), len(second), fit)


def same_documents(first: Reading, named: Places, second: Reading, renamed: Places) -> Pairs:
    """Documents spoken of in the same words somewhere."""
    ours, theirs = first.documents, second.documents
    return most_pairs(len(ours), len(theirs), lambda i, j: _meet(named[ours[i].id], renamed[theirs[j].id]))


def _meet(ours: Iterable[Span], theirs: Iterable[Span]) -> bool:
    return any(a.overlaps(b) for a in ours for b in theirs)


# ---------------------------------------------------------------- pairing


def most_pairs(first: int, second: int, fit: Callable[[int, int], bool]) -> Pairs:
    """As many pairs as can be made of those that fit (Kuhn's augmenting paths)."""
    partner: dict[int, int] = {}

    def placed(i: int, tried: set[int]) -> bool:
        for j in range(second):
            if j not in tried and fit(i, j):
                tried.add(j)
                if j not in partner or placed(partner[j], tried):
                    partner[j] = i
                    return True
        return False

    for i in range(first):
        placed(i, set())
    return sorted((i, j) for j, i in partner.items())


def _best_first(found: list[tuple[float, float, int, int]]) -> Pairs:
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(found):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _everywhere(first: Sequence[object], second: Sequence[object]) -> Iterable[tuple[int, int]]:
    return ((i, j) for i in range(len(first)) for j in range(len(second)))
