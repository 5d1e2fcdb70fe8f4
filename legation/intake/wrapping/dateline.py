"""Datelines: "ASTANA, December 12. /TASS/.", "MOSCOW, Nov 27 (Reuters) -", "BONN 1996-08-22", "LONDON (AP) —"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from legation.intake import days
from legation.intake.wrapping.rules import alternation, rules

_WORD = r"[^\W\d_](?:[^\W\d_]|['’.](?=[^\W\d_]))*"
# "RIO DE JANEIRO", "Nur-Sultan", "WASHINGTON/MOSCOW"
_CITY = rf"{_WORD}(?:[ \-/]{_WORD}){{0,3}}"
_REGION = rf"{_WORD}\.?(?: {_WORD}\.?){{0,3}}"
_SMALL = frozenset({"de", "da", "do", "del", "of", "the", "and", "sur", "la", "le", "el", "al", "upon", "на"})


_BARE = re.compile(r"(?P<city>[A-Z]{4,}(?: [A-Z]{2,}){0,2}) (?=[A-Z][a-z]|U\.S\.)")
# Characters from which a line is no title.
_PARAGRAPH = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. length: characters of the line that it takes, its dash or full stop included.

    agency: as worded. published: only if the date has a year.
    """

    length: int
    place: str | None
    agency: str | None
    published: dt.date | None


@cache
def _pattern() -> re.Pattern[str]:
    agencies = alternation(rules().agencies)
    months = alternation(days.month_numbers())
    place = (
        rf"(?!(?i:{months})\b)(?P<city>{_CITY})(?:,\s*(?!(?i:{months})\b)(?!(?:{agencies})\b)(?P<region>{_REGION}))?"
    )
    # The bare agency stands after a comma, full stop or dash, never after a mere space ("Moscow SPA resort").
    part = (
        rf"(?:(?:[,.]|\s*[–—-])?\s*(?P<%s>(?i:{days.day_pattern()}))"
        rf"|[,.]?\s*\((?P<%s>[^()\d\n]{{2,40}}(?: \d\d)?)\)"
        rf"|[,.]?\s*/(?P<%s>[^/\n]{{2,40}})/"
        rf"|\s*[,.–—-]\s*(?P<%s>(?:{agencies}))(?=\s*[-–—_.:,]|\s*$))"
    )
    first = part % ("date1", "paren1", "slash1", "bare1")
    second = part % ("date2", "paren2", "slash2", "bare2")
    end = r"(?P<end>\s*[.,]?\s*(?:[-–—_]{1,3}(?!\w)|—(?=[A-Z])|:(?=\s)|$)|[.](?=\s|$))?"
    return re.compile(rf"(?:{place})?(?:{first})?(?:{second})?{end}")


def find_dateline(line: str) -> Dateline | None:
    """The dateline that the line begins with; None if there is none."""
    head = line[:200]
    for form in rules().dateline_forms:
        match = form.match(head)
        if match:
            return Dateline(match.end(), match["place"], match["agency"], days.in_words(match["date"]))
    # A region is optional but greedy; without it more may fit ("Astana, Kazinform").
    match = _pattern().match(head)
    if not match or not match.end() or not _accepted(match, head):
        return _bare(line)
    date = match["date1"] or match["date2"]
    city = match["city"]
    return Dateline(
        match.end() if match.end() < len(head) or len(line) == len(head) else len(head),
        title_case(city.split("/")[0]) if city else None,
        _agency(match),
        days.in_words(date) if date else None,
    )


def _bare(line: str) -> Dateline | None:
    """A place in capitals before a paragraph, with nothing behind it: "ANKARA U.S. Secretary of State X said"."""
    match = _BARE.match(line)
    if match is None or len(line) < _PARAGRAPH or not _is_place(match["city"]):
        return None
    return Dateline(match.end(), title_case(match["city"]), None, None)


def _agency(match: re.Match[str]) -> str | None:
    for name in ("paren1", "paren2", "slash1", "slash2", "bare1", "bare2"):
        if match[name]:
            return str(match[name]).strip(" .")
    return None


def _accepted(match: re.Match[str], head: str) -> bool:
    """Whether what was found is enough to be a dateline; each part alone also opens ordinary sentences."""
    city, region, end = match["city"], match["region"], (match["end"] or "").strip()
    date = match["date1"] or match["date2"]
    agency = _agency(match)
    known = agency in rules().agencies
    if agency and not known and not _capitalised(agency):
        return False
    if not city:
        return known and not date and "-" in end.translate({0x2013: "-", 0x2014: "-", 0x5F: "-"})
    if not _is_place(city) or (region and not _capitalised(region)):
        return False
    dash = end[-1:] in tuple("-–—_:") if end else False
    stopped = bool(end) or match.end() == len(head)
    marked = bool(match["slash1"] or match["slash2"])
    if city.isupper() and len(city) > 2:
        if date or agency:
            return stopped or marked or known or bool(date and re.search(r"\d{4}-\d\d-\d\d", date))
        return dash and _opens_sentence(head[match.end() :])
    if agency:
        return (known or marked or bool(date)) and (stopped or marked)
    return bool(date) and (dash or match.end() == len(head) or (stopped and "," in head[: match.end()]))


def _is_place(city: str) -> bool:
    words = re.split(r"[ \-/]", city)
    if words[0].lower() in rules().not_places or city.lower() in rules().not_places:
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _capitalised(words: str) -> bool:
    parts = words.split()
    return 0 < len(parts) <= 5 and all(not part[0].islower() or part in _SMALL for part in parts)


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip()[:1]
    return not first or first.isupper() or first in "\"“«'‘"


def title_case(city: str) -> str:
    """A city in capitals as it is usually written: "NOVYE ATAGI" -> "Novye Atagi"; others unchanged."""
    if not city.isupper():
        return city
    words = re.split(r"([ \-])", city)
    return "".join(
        word.lower() if number and word.lower() in _SMALL else word[:1] + word[1:].lower()
        for number, word in enumerate(words)
    )
