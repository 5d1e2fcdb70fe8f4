"""What the steps hand on: drafts as single triggers tell them, the setting, and events with their drafts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from legation.model import UNKNOWN, Event, EventKind, Place, Role, Span, Status, When

REAL = frozenset({"happened", "under way"})
TALKS = frozenset({"meeting", "talks", "consultation", "summit"})
# Paragraphs that tell the main news.
LEAD = 3
# How many days the telling may drift from the last date it named.
DRIFT = 7


@dataclass(frozen=True, slots=True)
class Draft:
    """An engagement as one trigger tells it. definite: the words point back ("the meeting", "during the visit").

    near: for an undated one, the date the text is at, which it is likely to share. elsewhen: the words say that it
    was at some other time ("recently"), or somebody tells it in a quotation. both: where "the sides" take part, the two
    sides named last before. other: told as one beside what the clause tells ("the upcoming summit"). against: words
    behind the trigger tell with whom. during: told as what something else took place at or after ("at the meeting").
    likely: where the sentence names fewer than two, who most likely takes part. listed: the lexicon has the
    trigger. lent: the host, whom the sentence does not tell, is that of the report.
    """

    kind: EventKind
    trigger: Span
    sentence: Span
    passage: int
    roles: tuple[Role, ...]
    status: Status
    when: When = UNKNOWN
    when_span: Span | None = None
    place: Place = Place()
    subtype: str | None = None
    mode: str | None = None
    definite: bool = False
    background: bool = False
    own: int = 0
    topics: tuple[Span, ...] = ()
    near: When = UNKNOWN
    elsewhen: bool = False
    both: tuple[str, ...] = ()
    other: bool = False
    against: bool = False
    during: bool = False
    likely: tuple[Role, ...] = ()
    listed: bool = False
    lent: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(r.actor for r in self.roles))


@dataclass(frozen=True)
class Setting:
    """What structure needs to know of the report. country_of: actor key -> ISO alpha-3 or None. state_of: ISO alpha-3
    -> the key of the state, which from then on is an actor of the report. is_body: whether an actor is an organisation
    of several states. seen: how far the language layer sees a role in what a trigger tells, 0 to 1."""

    country_of: Callable[[str], str | None]
    is_person: Callable[[str], bool]
    state_of: Callable[[str], str]
    is_body: Callable[[str], bool]
    seen: Callable[[Span, Role], float]
    published: dt.date | None
    dateline: Place
    lead_day: tuple[When, Span] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the drafts it was made from, the first in the text first."""

    event: Event
    drafts: tuple[Draft, ...]
    when_span: Span | None


def stands_for(a: str, b: str, setting: Setting) -> bool:
    """True if one of two actors is the other's state, or a body of it."""
    country = setting.country_of(a)
    if country is None or country != setting.country_of(b):
        return False
    return not (setting.is_person(a) and setting.is_person(b))
