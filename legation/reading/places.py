"""Names of countries, cities and bodies in a report, with capitals told by description ("the Kazakh capital")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.model import Span
from legation.register import Hit, Register

_AFTER_ADJECTIVE = re.compile(r" capital\b(?! (?:punishment|market|markets|investment|flows?|city of))")
_BEFORE_COUNTRY = re.compile(r"\bcapital(?: city)? of (?:the )?$")
_REACH = 24


def places_named(text: str, spans: Sequence[Span], register: Register) -> tuple[Hit, ...]:
    """All such names within the spans, in order, offsets into ``text``."""
    found = [
        replace(hit, span=Span(hit.span.start + span.start, hit.span.end + span.start))
        for span in spans
        for hit in register.scan(span.of(text))
    ]
    return tuple(_as_capital(text, hit, register) or hit for hit in found)


def _as_capital(text: str, hit: Hit, register: Register) -> Hit | None:
    """The capital, if the country is only named to tell it: "the Chinese capital", "the capital of Kazakhstan"."""
    country = register.country(hit.id) if hit.kind in ("adjective", "country") else None
    if country is None or country.capital is None:
        return None
    behind = _AFTER_ADJECTIVE.match(text, hit.span.end)
    before = _BEFORE_COUNTRY.search(text, max(0, hit.span.start - _REACH), hit.span.start)
    if behind:
        span = Span(hit.span.start, behind.end())
    elif before and hit.kind == "country":
        span = Span(before.start(), hit.span.end)
    else:
        return None
    return Hit(span, "capital", hit.id, hit.country, country.capital)
