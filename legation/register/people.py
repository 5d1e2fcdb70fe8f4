"""Whom a name means on a day: candidates, scored, each with its reason.

Likeness of names finds candidates; country, office and day decide between them. A surname alone is enough only where
country or office leave one holder.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from legation.register.facts import Candidate, Office, Person, Tenure
from legation.register.names import Name, fit, name_words, surname_key, taken_apart
from legation.register.spelling import sounds

# What speaks for and against a candidate; the sum lies between 0 and 1.
FULL_NAME, SPELLING, SURNAME = 0.85, 0.8, 0.5
NEARLY, NEAR_ENOUGH = 0.72, 0.78
IN_OFFICE, UNCONFIRMED, ONLY_ONE = 0.1, 0.05, 0.22
FAR, VERY_FAR = -0.15, -0.4
FAR_YEARS, VERY_FAR_YEARS = 12, 25
_DAYS_A_YEAR = 365.25
_REMEMBERED = 1 << 16

SURE = 0.7
"""A candidate of this score and more is taken for who is meant; below it the name stays open."""


class People:
    """People by surname, with their tenures."""

    def __init__(
        self, people: Iterable[Person], tenures: Mapping[str, Sequence[Tenure]], offices: Mapping[str, Office]
    ):
        people = list(people)
        self._tenures = tenures
        self._offices = offices
        self._people = {person.id: person for person in people}
        # a report asks for the same name with several kinds of office, and reports share their names
        self._alike = lru_cache(_REMEMBERED)(self._find_alike)
        self._served: dict[str, set[str]] = {}
        for person_id, held in tenures.items():
            for tenure in held:
                self._served.setdefault(offices[tenure.office].jurisdiction, set()).add(person_id)
        self._by_office: dict[str, list[Tenure]] = {}
        for held in tenures.values():
            for tenure in held:
                self._by_office.setdefault(tenure.office, []).append(tenure)
        self._by_jurisdiction: dict[str, list[Office]] = {}
        for office in offices.values():
            self._by_jurisdiction.setdefault(office.jurisdiction, []).append(office)
        self._by_surname: dict[str, dict[str, Person]] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        for person in people:
            self._names[person.id] = tuple(map(taken_apart, person.names))
            for name in self._names[person.id]:
                for key in set(map(sounds, name.words or ("",))):
                    self._by_surname.setdefault(key, {})[person.id] = person

    def named(
        self, name: str, country: str | None = None, on: dt.date | None = None, kind: str | None = None
    ) -> list[Candidate]:
        """People who can be meant, the likeliest first. country (ISO alpha-3) and kind of office: only those who held
        such an office; on: the day of the report."""
        found = []
        for person, likeness in self._alike(name, country):
            tenures = [t for t in self._tenures.get(person.id, ()) if self._fits(t, country, kind)]
            if tenures or not (country or kind):
                found.append(_candidate(person, likeness, _best(tenures, on), on))
        found = [_alone(c, found, on, narrowed=bool(country or kind)) for c in found]
        if not found and country and kind and on and len(name_words(name)) > 1:
            found = self._in_office(name, country, kind, on)
        return sorted(found, key=lambda c: (-c.score, c.person.id))

    def meant(self, name: str, country: str | None, on: dt.date | None, kinds: Sequence[str]) -> Candidate | None:
        """Who is meant, tried with the country and each kind of office in turn, then with less; None if nobody is
        likely enough, or two are equally likely."""
        for place in dict.fromkeys((country, None)):
            for kind in dict.fromkeys((*kinds, None)):
                found = self.named(name, place, on, kind)
                if found and found[0].score >= SURE:
                    rival = len(found) > 1 and found[1].score >= found[0].score
                    return None if rival else found[0]
        return None

    def _in_office(self, name: str, country: str, kind: str, on: dt.date) -> list[Candidate]:
        """Who holds the office on the day, if the name is a misspelling of theirs and of nobody else's there."""
        near = {}
        for office in self._by_jurisdiction.get(country, []):
            if office.is_kind(kind):
                for tenure in self._by_office.get(office.id, ()):
                    person = self._people[tenure.person]
                    if tenure.standing(on) == "held" and any(_nearly(n, name) for n in person.names):
                        near[person.id] = (person, tenure)
        if len(near) != 1:
            return []
        person, tenure = next(iter(near.values()))
        return [Candidate(person, NEARLY, f"spelled nearly so; {tenure.title or tenure.office} on {on}", tenure)]

    def _find_alike(self, name: str, country: str | None) -> tuple[tuple[Person, float], ...]:
        """People whose name it can be, and how like it is theirs; of a country only those who held an office there."""
        served = self._served.get(country, set()) if country else self._people.keys()
        filed = (person for person in self._filed(name) if person.id in served)
        own = taken_apart(name)
        return tuple((p, likeness) for p in filed if (likeness := _likeness(self._names[p.id], own, country)))

    def _filed(self, name: str) -> Iterable[Person]:
        keys = dict.fromkeys([surname_key(name), *map(sounds, name_words(name)[:1])])
        return {p.id: p for key in keys for p in self._by_surname.get(key, {}).values()}.values()

    def _fits(self, tenure: Tenure, country: str | None, kind: str | None) -> bool:
        office = self._offices[tenure.office]
        return (country is None or office.jurisdiction == country) and (kind is None or office.is_kind(kind))


def _likeness(names: Sequence[Name], own: Name, country: str | None) -> float:
    """How like a name is to those of a person, of which it can be another spelling or the surname."""
    words, number = own.words, own.number
    if number and any(n.number not in (0, number) for n in names):
        return 0.0
    if any(n.words == words and (len(words) > 1 or (number and n.number == number)) for n in names):
        return FULL_NAME
    if len(words) == 1:
        return SURNAME if any(_called_alone(words[0], n.words) for n in names) else 0.0
    return SPELLING if any(" " in n.spelt and fit(n, own, country) for n in names) else 0.0


def _nearly(a: str, b: str) -> bool:
    """True if two names differ by a few letters only. Office, country and day must say the rest."""
    left, right = " ".join(name_words(a)), " ".join(name_words(b))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.quick_ratio() >= NEAR_ENOUGH and matcher.ratio() >= NEAR_ENOUGH


def _called_alone(word: str, name: tuple[str, ...]) -> bool:
    """True if a person may be called by this word alone: the last of the name, the first of a short or Arabic one."""
    return word in name[-1:] or (word in name[:1] and (len(name) < 4 or name[1] in ("bin", "ibn", "bint")))


def _best(tenures: Sequence[Tenure], on: dt.date | None) -> Tenure | None:
    """The tenure held on the day, else the nearest to it; the latest if no day is known."""
    if not tenures:
        return None
    if on is None:
        return max(tenures, key=lambda t: t.start.first() or dt.date.min)
    return min(tenures, key=lambda t: (_RANK[t.standing(on)], _distance(t, on)))


_RANK = {"held": 0, "unconfirmed": 1, "not held": 2}


def _distance(tenure: Tenure, on: dt.date) -> float:
    """Years between a day and the tenure; 0 within it."""
    start = tenure.start.first() or on
    end = tenure.end.last() or tenure.as_of.last() or max(on, start)
    days = max((start - on).days, (on - end).days, 0)
    return days / _DAYS_A_YEAR


def _candidate(person: Person, likeness: float, tenure: Tenure | None, on: dt.date | None) -> Candidate:
    score, reason = likeness, "name"
    if tenure is not None and on is not None:
        standing, years = tenure.standing(on), _distance(tenure, on)
        if standing == "held":
            score, reason = score + IN_OFFICE, f"name; {tenure.title or tenure.office} on {on.isoformat()}"
        elif standing == "unconfirmed":
            score, reason = (
                score + UNCONFIRMED,
                f"name; {tenure.title or tenure.office}, unconfirmed for {on.isoformat()}",
            )
        elif years > FAR_YEARS:
            score += VERY_FAR if years > VERY_FAR_YEARS else FAR
            reason = f"name; in office {years:.0f} years away"
    return Candidate(person, min(score, 1.0), reason, tenure)


def _alone(candidate: Candidate, all_: Sequence[Candidate], on: dt.date | None, *, narrowed: bool) -> Candidate:
    """A surname gains if country or office leave one holder who fits the day."""
    if candidate.score > SURNAME + IN_OFFICE or not narrowed or candidate.tenure is None:
        return candidate
    rivals = [c for c in all_ if c.person.id != candidate.person.id and c.score >= candidate.score]
    fits = on is None or candidate.tenure.standing(on) != "not held"
    if rivals or not fits:
        return candidate
    return Candidate(
        candidate.person,
        candidate.score + ONLY_ONE,
        f"{candidate.reason}; the only holder of that name",
        candidate.tenure,
    )
