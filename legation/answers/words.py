"""The small wordings that every answer shares: actors, places, dates, counts; safe to show on any screen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.model import Place, When

if TYPE_CHECKING:
    from legation.record import ActorEntry, Counts

UNDATED = "undated"
# What could move the cursor, change colours or turn the reading direction of what stands beside it.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text without control characters, each replaced by U+FFFD; line ends and tabs stay.

    The length stays the same, so that offsets keep their meaning. A report must not be able to write on the terminal.
    """
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, white space squeezed, safe to show."""
    return printable(" ".join(text.split()))


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def told_by(reports: int, independent: int) -> str:
    """ "1 report"; "2 reports, 1 source"."""
    return counted(reports, "report") + (f", {counted(independent, 'source')}" if reports > 1 else "")


def date_of(when: When) -> str:
    """ISO 8601-2 (EDTF), or "undated"."""
    return when.edtf or UNDATED


def actor_of(actor: ActorEntry) -> str:
    """A person with the country's code, "Emmanuel Macron (FRA)"; a state by its name alone."""
    name = one_line(actor.name)
    if actor.country is None or actor.kind == "state" or actor.country == actor.name:
        return name
    return f"{name} ({actor.country})"


def actors_of(actors: Iterable[ActorEntry]) -> str:
    """Several, with commas between."""
    return ", ".join(map(actor_of, actors))


def place_of(place: Place) -> str:
    """ "Astana (KAZ)", "Kazakhstan", or nothing."""
    city = one_line(place.city) if place.city else ""
    if city and place.country:
        return f"{city} ({place.country})"
    return city or (country_name(place.country) if place.country else "")


def country_name(code: str) -> str:
    """The name of a country of an ISO 3166 alpha-3 code; the code if the register has none."""
    # Loading the register takes a while, and most answers do not need it.
    from legation.register import load

    country = load().country(code)
    return country.name if country else code


def published_by(title: str | None, outlet: str | None, published: dt.date | None) -> str:
    """A report in the manner of a citation: “Title”, Outlet, 2024-12-12."""
    parts = (
        f"“{one_line(title)}”" if title else "",
        one_line(outlet) if outlet else "",
        published.isoformat() if published else UNDATED,
    )
    return ", ".join(part for part in parts if part)


def holdings(counts: Counts) -> str:
    """ "the record holds 25 events from 12 reports"."""
    return f"the record holds {counted(counts.events, 'event')} from {counted(counts.reports, 'report')}"
