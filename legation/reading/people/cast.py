"""The cast of a report: everybody and everything that acts in it, each with all its mentions.

Built in the order in which certainty falls: names with titles, surnames after full names, countries and
bodies, descriptions ("the Kazakh leader"), pronouns. What cannot be decided stays undecided.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from legation.language import Token
from legation.model import Actor, Mention, Span
from legation.reading.page import Page


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand for one or more actors. core: the name or noun itself; span: with title and apposition.

    how: see ``Mention.how``. subject: True if the words are the subject of their clause. apart: words of the
    span before the name that are a mention of their own ("his Kyrgyz counterpart" and a name).
    """

    span: Span
    core: Span
    actors: tuple[str, ...]
    how: str
    subject: bool = False
    apart: Span | None = None

    def mentions(self) -> Iterator[Mention]:
        """The unit as the reading keeps it."""
        for key in self.actors:
            if self.apart:
                yield Mention(self.apart, key, "description")
            yield Mention(self.core if self.apart else self.span, key, self.how)


@dataclass
class Person:
    """A person while the report is being read; ``kinds`` are kinds of office in the register."""

    key: str
    name: str
    country: str | None = None
    title: str = ""
    kinds: tuple[str, ...] = ()
    sex: str | None = None
    in_register: bool = False
    reason: str = ""
    score: float = 0.6
    spellings: list[str] = field(default_factory=list)

    def actor(self) -> Actor:
        """The person as the reading keeps it."""
        return Actor(
            self.key,
            "person",
            self.name,
            self.country,
            self.title or None,
            True,
            self.in_register,
            self.reason,
            self.score,
        )


class Cast:
    """Actors and units of one report. Units are sorted and do not overlap.

    home: ISO alpha-3 of the country the report is written from, where "the president" is most likely at home.
    """

    def __init__(self, page: Page, home: str | None = None) -> None:
        self.page = page
        self.home = home
        self.people: dict[str, Person] = {}
        self.others: dict[str, Actor] = {}
        self.units: list[Unit] = []
        self._starts: list[int] = []

    # -- filling

    def add(self, unit: Unit) -> bool:
        """Adds a unit unless its words are taken; True if added."""
        place = bisect_left(self._starts, unit.span.start)
        for neighbour in self.units[max(0, place - 1) : place + 1]:
            if neighbour.span.overlaps(unit.span):
                return False
        self.units.insert(place, replace(unit, subject=self._is_subject(unit.span)))
        self._starts.insert(place, unit.span.start)
        return True

    def add_over(self, unit: Unit) -> bool:
        """Adds a unit in place of states and bodies named inside it ("the speaker of the Sovfed"); True if added."""
        inside = [u for u in self.at(unit.span) if unit.span.covers(u.span)]
        if any(self.is_person(key) for u in inside for key in u.actors):
            return False
        for taken in inside:
            place = self.units.index(taken)
            del self.units[place], self._starts[place]
        added = self.add(unit)
        if not added:
            for taken in inside:
                self.add(taken)
        return added

    def rekey(self, old: str, new: str) -> None:
        """Gives a person another key in all units."""
        if old != new:
            self.units = [
                replace(u, actors=tuple(new if a == old else a for a in u.actors)) if old in u.actors else u
                for u in self.units
            ]

    def retie(self, unit: Unit, actors: tuple[str, ...]) -> None:
        """Lets the words of a unit stand for others."""
        self.units[self.units.index(unit)] = replace(unit, actors=actors)

    def put(self, actor: Actor) -> str:
        """Keeps an actor that is no person; returns its key."""
        self.others.setdefault(actor.key, actor)
        return actor.key

    # -- asking

    def at(self, span: Span) -> list[Unit]:
        """Units that overlap the span, in order."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        end = bisect_left(self._starts, span.end)
        return [unit for unit in self.units[first:end] if unit.span.overlaps(span)]

    def unit_of(self, token: Token) -> Unit | None:
        """The unit a token belongs to, if any."""
        first = max(0, bisect_left(self._starts, token.start) - 1)
        for unit in self.units[first : bisect_left(self._starts, token.end)]:
            if token.start < unit.span.end:
                return unit
        return None

    def before(self, offset: int) -> Iterator[Unit]:
        """Units that end at or before the offset, the nearest first."""
        for unit in reversed(self.units[: bisect_left(self._starts, offset)]):
            if unit.span.end <= offset:
                yield unit

    def is_person(self, key: str) -> bool:
        """True for a key of a person of this report."""
        return key in self.people

    def country_of(self, key: str) -> str | None:
        """ISO alpha-3 of a person's or body's country, or of the state itself."""
        if key in self.people:
            return self.people[key].country
        actor = self.others.get(key)
        return actor.country if actor else None

    def name_of(self, key: str) -> str:
        """The name of an actor; the key itself if the report has no such actor."""
        if key in self.people:
            return self.people[key].name
        return self.others[key].name if key in self.others else key

    def kind_of(self, key: str) -> str:
        """The kind of an actor (see ``legation.model.ActorKind``); "group" if the report has no such actor."""
        if key in self.people:
            return "person"
        return self.others[key].kind if key in self.others else "group"

    def is_body(self, key: str) -> bool:
        """True for an organisation of several states that the register knows (NATO, CARICOM)."""
        actor = self.others.get(key)
        return actor is not None and actor.kind == "organisation" and actor.in_register and actor.country is None

    def actors(self) -> tuple[Actor, ...]:
        """All actors that are mentioned, people first, each group in order of first mention."""
        order = dict.fromkeys(key for unit in self.units for key in unit.actors)
        people = [self.people[k].actor() for k in order if k in self.people]
        others = list(self.others.values())
        return (*people, *others)

    def mentions(self) -> tuple[Mention, ...]:
        """Each place where an actor is spoken of, in order."""
        return tuple(mention for unit in self.units for mention in unit.mentions())

    def root(self, span: Span) -> Token | None:
        """The syntactic head of a unit's words."""
        return self.page.passage_at(span.start).root_of(span)

    def _is_subject(self, span: Span) -> bool:
        passage = self.page.passage_at(span.start)
        inside = passage.within(span)
        indices = {t.i for t in inside}
        return any(t.dep.startswith("nsubj") and t.head not in indices for t in inside)


def slug(name: str, prefix: str = "x") -> str:
    """A key made from a name: "Lyazzat Ibragimova" -> "x:lyazzat-ibragimova"."""
    words = "".join(c if c.isalnum() else " " for c in name.lower()).split()
    return f"{prefix}:{'-'.join(words)}"


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """The items, each once, in order."""
    return tuple(dict.fromkeys(items))
