"""Media: newspapers, agencies and broadcasters as the report words them ("the newspaper Les Echos", "Reuters")."""

from __future__ import annotations

import re

from legation.model import Actor, Span
from legation.reading.people.cast import Cast, Unit, slug

_KIND = (
    r"(?:newspaper|daily|weekly|magazine|news agency|agency|television|TV channel|channel|radio|broadcaster"
    r"|portal|journal|edition)"
)
_NAME = r"[A-Z\d«\"“'][\w'’«»\"“”&.-]*(?:\s(?:of\s|the\s|de\s|di\s|la\s)?[A-Z\d][\w'’»\"”&-]*){0,5}"


def medium_at(cast: Cast, start: int, end: int) -> tuple[str, Span] | None:
    """The medium whose name begins at ``start`` (characters); keeps it in the cast. (key, words of the name)."""
    text = cast.page.text
    match = re.compile(rf"(?:the\s+)?(?:(?:[\w'’-]+\s){{0,3}}?{_KIND}\s+)?(?P<name>{_NAME})").match(text, start, end)
    if not match or any(cast.is_person(k) for u in cast.at(Span(*match.span("name"))) for k in u.actors):
        return None
    words = match.group("name")
    name = words.strip("«»\"“”'’., ")
    begin = match.start("name") + words.index(name)
    span = Span(begin, begin + len(name))
    if len(name) < 2:
        return None
    key = cast.put(Actor(slug(name, "m"), "medium", name))
    cast.add(Unit(span, span, (key,), "name"))
    return key, span
