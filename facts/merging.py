"""Makes one of what the facts have twice: names with titles in them, one person under two ids, one term in two rows.

Every change is told with its reason, for facts/CHANGES.tsv. Two ids become one only if the names can be one person's
(legation.register.names) and the terms say so too: the same kind of office of the same country, at the same time or
one after the other. Two ids of Wikidata are two people; what could be a pair but cannot be told is listed, not merged.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from legation.register.loading import date_point
from legation.register.names import compatible, name_words, number_of
from legation.register.spelling import alike

What = Literal["name", "office", "person", "tenure", "overlap", "doubt"]

# Terms that begin within so many days after another's end are "one after the other".
ADJOINING = dt.timedelta(days=62)
# Two people of one full name in one country, neither office shared: one person if their terms lie this near.
SAME_NAME_WITHIN = dt.timedelta(days=365 * 12)
_OPEN = dt.date(9999, 12, 31)
# So many words of a name are enough to know somebody by in one country and time.
_ENOUGH_WORDS = 3

# Words that the sources put before a name and that are no part of it, in brackets or not; and a spelling put behind.
_TITLES = (
    r"transitional|interim|acting|second|(?:affairs commission |assembly |vice )?president(?:[- ](?:elect|designate))?",
    r"(?:french |episcopal )?coprince|prime minister|(?:sr\.? |lt\.? |maj\.? |brig\.? )?gen",
    r"(?:sudanese armed forces )?general|col|colonel|capt|captain|adm|admiral|major|first lt",
    r"legislature: chairman of the parliament|unity|spelled",
)
_BEFORE = re.compile(
    rf"^(?:(?:state: |formerly, |cnsp |gnu |sac chair, )?\[?(?:{'|'.join(_TITLES)})\]?\.?\s+)+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",\s*(?:m\.d|dr|lt\. gen|president|baron(?:ess)?\s.*|\d+th lord\s.*|marquis\s.*)\.?$", re.IGNORECASE
)
_NO_NAME = re.compile(r"^(?:the )?\w+ administration$", re.IGNORECASE)
_ALSO = re.compile(r",?\s+also (?:spelled|known as)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the facts, or a doubt. before, after: as the files have it."""

    what: What
    office: str
    person: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A tenure with its holder's id and names. flags: those of the facts, and "unsourced"."""

    person: str
    names: tuple[str, ...]
    office: str
    start: str
    end: str
    as_of: str
    title: str
    flags: tuple[str, ...]

    @property
    def first(self) -> dt.date:
        """The first day it may have been; the earliest of all if the start is not known."""
        return date_point(self.start).first() or dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day it may have been; far ahead if the end is not known."""
        return date_point(self.end).last() or _OPEN


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What merging must know of an office. country: None for a body of several states."""

    kind: str
    jurisdiction: str
    country: str | None
    single_seat: bool


@dataclass
class Merged:
    """Terms after merging, ids that stand for another now, and what was changed."""

    terms: list[Term]
    now: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def merge(
    terms: Iterable[Term],
    offices: dict[str, OfficeFacts],
    known: dict[str, str],
    apart: frozenset[frozenset[str]] = frozenset(),
) -> Merged:
    """Names cleaned, people merged, terms united; overlaps that stay in single seats are listed.

    known: ids that are known to be another's; apart: pairs of ids that are known to be two people.
    """
    merged = Merged([])
    terms = [replace(term, person=known.get(term.person, term.person)) for term in terms]
    merged.terms = [_clean(term, merged.changes) for term in terms]
    _merge_people(merged, offices, apart)
    merged.terms = list(_united(merged.terms, offices, merged.changes))
    merged.terms = list(_cut_back(merged.terms, offices, merged.changes))
    merged.changes += overlaps(merged.terms, offices)
    return merged


# ---------------------------------------------------------------- names


def _clean(term: Term, changes: list[Change]) -> Term:
    names = tuple(dict.fromkeys(n for name in term.names for n in _cleaned(name)))
    if names != term.names and names[0] != term.names[0]:
        before = term.names[0]
        changes.append(Change("name", term.office, term.person, before, "; ".join(names[:2]), "a title or a remark"))
    return replace(term, names=names)


def _cleaned(name: str) -> list[str]:
    spellings = [part.strip(" ,") for part in _ALSO.split(name)]
    bare = [_BEHIND.sub("", _BEFORE.sub("", spelling)) for spelling in spellings]
    return [name for name in bare if name and not _NO_NAME.match(name)]


# ---------------------------------------------------------------- people


def _merge_people(merged: Merged, offices: dict[str, OfficeFacts], apart: frozenset[frozenset[str]]) -> None:
    found = (p for p in _pairs(merged.terms, offices) if frozenset((p.keep, p.drop)) not in apart)
    pairs = sorted(found, key=lambda p: (p.rank, p.keep, p.drop))
    taken: dict[str, set[str]] = {}
    for pair in pairs:
        taken.setdefault(pair.drop, set()).add(pair.keep)
    for pair in pairs:
        keep = _now(pair.keep, merged.now)
        if pair.drop in merged.now or keep == pair.drop:
            continue
        rivals = {_now(k, merged.now) for k in taken[pair.drop] if k.startswith("Q")}
        if pair.keep.startswith("Q") and len(rivals) > 1 and pair.rank > 0:
            rest = ", ".join(sorted(rivals))
            merged.changes.append(Change("doubt", pair.office, pair.drop, pair.names, rest, "fits several people"))
            continue
        merged.now[pair.drop] = keep
        merged.changes.append(Change("person", pair.office, pair.drop, pair.names, keep, pair.reason))
    merged.terms = _renamed(merged.terms, merged.now)


def _now(id_: str, now: dict[str, str]) -> str:
    while id_ in now:
        id_ = now[id_]
    return id_


@dataclass(frozen=True, slots=True)
class _Pair:
    rank: int
    keep: str
    drop: str
    office: str
    names: str
    reason: str


def _pairs(terms: list[Term], offices: dict[str, OfficeFacts]) -> Iterator[_Pair]:
    """Ids that can be one person: rank 0 by the same words, 1 by another spelling in one office, 2 in two offices."""
    by_country: dict[str, dict[str, list[Term]]] = {}
    for term in terms:
        by_country.setdefault(offices[term.office].jurisdiction, {}).setdefault(term.person, []).append(term)
    for people in by_country.values():
        for (one, a), (other, b) in combinations(people.items(), 2):
            if one.startswith("Q") and other.startswith("Q"):
                continue
            found = _pair(a, b, offices)
            if found:
                yield found


def _pair(a: list[Term], b: list[Term], offices: dict[str, OfficeFacts]) -> _Pair | None:
    keep, drop = (a, b) if _prefer(a[0].person, b[0].person) else (b, a)
    country = offices[a[0].office].country
    names = _fitting_names(keep, drop, country)
    if names is None:
        return None
    words = _written_out(names[0]) == _written_out(names[1]) and number_of(names[0]) == number_of(names[1])
    beside = _beside(keep, drop, offices)
    full = min(len(_written_out(n)) for n in names) > 1
    if beside is None and not (full and (words or _in_step(*names)) and _near_in_time(keep, drop)):
        return None
    office = beside or drop[0].office
    reason = "one name" if words else "one name, spelled in two ways"
    reason += f", in one office ({beside}) at one time or in turn" if beside else ", in one country at nearly one time"
    rank = 0 if words and beside else 1 if beside else 2
    return _Pair(rank, keep[0].person, drop[0].person, office, f"{names[1]} = {names[0]}", reason)


def _written_out(name: str) -> tuple[str, ...]:
    """The words of a name without initials: "Hilda C. Heine" is "Hilda Heine"."""
    return tuple(word for word in name_words(name) if not word.endswith("."))


def _in_step(a: str, b: str) -> bool:
    """True if the names have as many words, each spelled much as the other's ("Thorbjørn" and "Thorbjoern Jagland"), or
    one begins with the three words and more of the other ("Juan Manuel Santos" and "Juan Manuel Santos Calderon")."""
    left, right = name_words(a), name_words(b)
    if len(left) != len(right):
        short, long = sorted((left, right), key=len)
        return len(short) >= _ENOUGH_WORDS and long[: len(short)] == short
    return all(alike(x, y) for x, y in zip(left, right, strict=True))


def _prefer(a: str, b: str) -> bool:
    """True if a is the id to keep: that of Wikidata, else the shorter, else the first of the alphabet."""
    return (not a.startswith("Q"), len(a), a) < (not b.startswith("Q"), len(b), b)


def _fitting_names(keep: list[Term], drop: list[Term], country: str | None) -> tuple[str, str] | None:
    """The usual names of both if they fit; further spellings of the facts hold slips and do not decide."""
    for a in dict.fromkeys(t.names[0] for t in keep):
        for b in dict.fromkeys(t.names[0] for t in drop):
            full = min(len(name_words(a)), len(name_words(b))) > 1 or number_of(a) == number_of(b) > 0 or a == b
            if full and compatible(a, b, country, country):
                return a, b
    return None


def _beside(a: list[Term], b: list[Term], offices: dict[str, OfficeFacts]) -> str | None:
    """The office that both hold at one time or one after the other."""
    for x in a:
        for y in b:
            if offices[x.office].kind == offices[y.office].kind and _gap(x, y) <= ADJOINING:
                return x.office
    return None


def _near_in_time(a: list[Term], b: list[Term]) -> bool:
    return any(_gap(x, y) <= SAME_NAME_WITHIN for x in a for y in b)


def _gap(x: Term, y: Term) -> dt.timedelta:
    """Days between two terms; none if they overlap."""
    last = min(_seen_last(x), _seen_last(y))
    first = max(x.first, y.first)
    return max(first - last, dt.timedelta())


def _seen_last(term: Term) -> dt.date:
    """The end of a term; of an open one the day it was last seen."""
    return term.last if term.end else date_point(term.as_of).last() or term.last


def _renamed(terms: list[Term], now: dict[str, str]) -> list[Term]:
    """Terms under the ids kept; names of all terms of a person together, those under the kept id first."""
    names: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda t: t.person in now):
        names.setdefault(_now(term.person, now), []).extend(term.names)
    return [
        replace(term, person=id_, names=tuple(dict.fromkeys(names[id_])))
        for term in terms
        for id_ in (_now(term.person, now),)
    ]


# ---------------------------------------------------------------- terms


def _united(terms: list[Term], offices: dict[str, OfficeFacts], changes: list[Change]) -> Iterator[Term]:
    """Terms of one person in one office that say the same: equal ones once, one inside the other the longer, and of
    single seats those that run into each other."""
    kept: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        kept.setdefault((term.person, term.office), []).append(term)
    for (_, office), held in kept.items():
        done: list[Term] = []
        for term in sorted(held, key=lambda t: (t.first, t.last)):
            one = _one_of(done[-1], term, offices[office].single_seat) if done else None
            if one is None:
                done.append(term)
                continue
            before = f"{_written(done[-1])} and {_written(term)}"
            changes.append(Change("tenure", office, term.person, before, _written(one), "one term in two rows"))
            done[-1] = one
        yield from done


def _one_of(a: Term, b: Term, single_seat: bool) -> Term | None:
    """The one term that two are, or None. a begins first, or with b."""
    if (a.start, a.end, a.as_of) == (b.start, b.end, b.as_of):
        return replace(a, flags=_flags(a, b))
    if not single_seat or b.first >= _seen_last(a):
        return None
    start = b.start if b.start.startswith(a.start) else a.start
    end, as_of = _end_of(a, b)
    return replace(a, start=start, end=end, as_of=as_of, flags=_flags(a, b), title=a.title or b.title)


def _end_of(a: Term, b: Term) -> tuple[str, str]:
    """The later end; an end that is known goes before an open term that was last seen before it."""
    if a.end and b.end:
        if b.end.startswith(a.end) or a.end.startswith(b.end):
            return max(a.end, b.end, key=len), ""
        return (a.end, "") if a.last >= b.last else (b.end, "")
    if not a.end and not b.end:
        return "", max(a.as_of, b.as_of)
    closed, open_ = (a, b) if a.end else (b, a)
    if _seen_last(open_) <= closed.last:
        return closed.end, ""
    return "", open_.as_of


def _flags(a: Term, b: Term) -> tuple[str, ...]:
    """Flags of both; "unsourced" only if both are."""
    both = dict.fromkeys((*a.flags, *b.flags))
    if "unsourced" in both and not ("unsourced" in a.flags and "unsourced" in b.flags):
        del both["unsourced"]
    return tuple(both)


def _cut_back(terms: list[Term], offices: dict[str, OfficeFacts], changes: list[Change]) -> Iterator[Term]:
    """Terms of single seats whose end was inferred from the next row end where another source has the next holder."""
    by_office: dict[str, list[Term]] = {}
    for term in terms:
        by_office.setdefault(term.office, []).append(term)
    for term in terms:
        inferred = "end_from_successor" in term.flags and offices[term.office].single_seat
        nexts = [t for t in by_office[term.office] if t.person != term.person] if inferred else []
        within = [t for t in nexts if term.first < t.first < term.last and t.start != term.end and t.last > t.first]
        if not within:
            yield term
            continue
        following = min(within, key=lambda t: t.first)
        cut = replace(term, end=following.start)
        reason = f"the end was inferred; {following.names[0]} held the office from {following.start}"
        changes.append(Change("tenure", term.office, term.person, _written(term), _written(cut), reason))
        yield cut


def overlaps(terms: list[Term], offices: dict[str, OfficeFacts]) -> Iterator[Change]:
    """Two people in one single seat for more than a day or two: left as it is, and listed."""
    held: dict[str, list[Term]] = {}
    for term in terms:
        if offices[term.office].single_seat:
            held.setdefault(term.office, []).append(term)
    for office, found in held.items():
        for a, b in combinations(sorted(found, key=lambda t: (t.first, t.last)), 2):
            common = min(_certain_last(a), _certain_last(b)) - max(_certain_first(a), _certain_first(b))
            if a.person != b.person and common > dt.timedelta(days=1):
                pair = f"{a.names[0]} {_written(a)}; {b.names[0]} {_written(b)}"
                yield Change("overlap", office, f"{a.person} {b.person}", pair, "", "two people in one seat")


def _certain_first(term: Term) -> dt.date:
    return date_point(term.start).last() or dt.date.min


def _certain_last(term: Term) -> dt.date:
    end = date_point(term.end)
    return (end.first() or _OPEN) if term.end else _seen_last(term)


def _written(term: Term) -> str:
    return f"{term.start or '?'}..{term.end or f'(seen {term.as_of})'}"
