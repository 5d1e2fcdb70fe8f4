"""One line that says what an event was: kind, who, where; what did not happen says so first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from legation.answers.words import actors_of, one_line, place_of
from legation.model import RoleName

if TYPE_CHECKING:
    from legation.record import ActorEntry, EventEntry

_MANNER: Mapping[str, str] = {"phone": "by phone", "video": "by video"}
# Whose side of the line it is, and the word between; kinds not named list all who take part.
_SIDES: Mapping[str, tuple[tuple[RoleName, ...], str, tuple[RoleName, ...]]] = {
    "visit": (("guest", "participant"), "", ()),
    "message": (("sender",), "to", ("addressee",)),
    "interview": (("guest", "speaker", "participant"), "to", ("medium", "host")),
    "act": (("source", "participant"), "toward", ("target",)),
}
_ASIDE: Mapping[RoleName, str] = {
    "host": "host",
    "mediator": "mediated by",
    "carrier": "carried by",
    "medium": "medium",
}
_SUBTYPE_SAYS_IT = frozenset({"letter", "greetings", "congratulation", "condolence", "invitation", "telegram"})


def headline(event: EventEntry, titles: Mapping[str, str] | None = None) -> str:
    """ "PLANNED official visit: Emmanuel Macron (FRA) to Astana (KAZ); host Kassym-Jomart Tokayev (KAZ)".

    titles: of documents by id; those of the event are named if they are given.
    """
    flag = f"{status_flag(event)} " if status_flag(event) else ""
    who = _who(event)
    papers = [one_line(titles[id_]) for id_ in event.documents if id_ in titles] if titles else []
    parts = [f"{flag}{name_of_kind(event)}" + (f": {who}" if who else ""), *papers]
    return "; ".join(parts)


def status_flag(event: EventEntry) -> str:
    """ "PLANNED", "CANCELLED" ...; nothing for what happened."""
    return "" if event.status == "happened" else event.status.upper()


def name_of_kind(event: EventEntry) -> str:
    """ "official visit", "letter", "talks by phone"; an act by its PLOVER type."""
    if event.kind == "act":
        return " ".join(part.lower() for part in (event.plover or "act", event.plover_mode) if part)
    if event.subtype in _SUBTYPE_SAYS_IT:
        return event.subtype or event.kind
    kind = f"{event.subtype} {event.kind}" if event.subtype else event.kind
    if event.subtype == "delegations":
        kind = f"{event.kind} of delegations"
    manner = _MANNER.get(event.mode or "", "")
    if event.kind == "call":
        return f"video {kind}" if event.mode == "video" else kind
    return f"{kind} {manner}".strip()


def _who(event: EventEntry) -> str:
    before, between, after = _SIDES.get(event.kind, ((), "", ()))
    aside = {role: _in(event, role) for role in _ASIDE if role not in after}
    # "to Astana (KAZ)" says whose guest it is.
    aside["host"] = [host for host in aside.get("host", []) if not _is_the_place(host, event)]
    if not before:
        # Host and guest of a meeting meet like any other two.
        before = tuple(dict.fromkeys(r.role for r in event.roles if r.role == "host" or r.role not in aside))
        aside.pop("host", None)
    left, right = actors_of(_in(event, *before)), actors_of(_in(event, *after))
    line = f"{left} {between} {right}" if left and right and between else left or (right and f"{between} {right}")
    line = f"{line} {_where(event)}".strip()
    asides = [f"{_ASIDE[role]} {actors_of(actors)}" for role, actors in aside.items() if actors]
    return "; ".join(part for part in (line, *asides) if part)


def _where(event: EventEntry) -> str:
    place = place_of(event.place)
    if not place:
        return ""
    return f"to {place}" if event.kind == "visit" else f"in {place}"


def _is_the_place(actor: ActorEntry, event: EventEntry) -> bool:
    return actor.kind == "state" and actor.country is not None and actor.country == event.place.country


def _in(event: EventEntry, *roles: RoleName) -> list[ActorEntry]:
    """Those in these roles, in the order of the event, each once."""
    return list({r.actor.key: r.actor for r in event.roles if r.role in roles}.values())
