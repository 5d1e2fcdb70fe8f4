"""The arguments of events as columns for taggers: whom each word names, and at a trigger who is what to the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.model import Span
from training.corpus.files import Row, Sheet
from training.corpus.gold import acting_keys, stated_place
from training.corpus.markup import Mark

ARGUMENTS: Mapping[str, str] = {
    "participant": "party",
    "signatory": "party",
    "host": "host",
    "guest": "guest",
    "sender": "sender",
    "source": "sender",
    "speaker": "sender",
    "addressee": "addressee",
    "target": "addressee",
    "medium": "addressee",
    "carrier": "helper",
    "mediator": "helper",
}
"""What the actors of a role are to the event; roles of different kinds of events that are told alike are one."""


def names(report: Sheet) -> list[tuple[Span, str]]:
    """Spans that name somebody or something that may take part, innermost first: actors as "a+b", places that stand
    for no state as "@Astana", time expressions as "=2024-05-03"."""
    found = [(m.span, key) for m in report.body.marks if (key := _key(m, report.body.text))]
    return sorted(found, key=lambda f: f[0].end - f[0].start)


def _key(mark: Mark, text: str) -> str:
    if mark.sort != "mention":
        return ""
    if mark.label == "D" and mark.key:
        return "=" + mark.key
    if mark.label in ("L", "L*") and mark.key and mark.key.startswith("@"):
        return "@" + _word(mark.span.of(text))
    return "+".join(acting_keys(mark))


def _word(name: str) -> str:
    return "_".join(name.split())


def whom(token: Span, named: Iterable[tuple[Span, str]]) -> str:
    """Whom a word names by the innermost span that holds it; "_" for nobody."""
    return next((key for span, key in named if span.covers(token)), "_")


def arguments_of(row: Row) -> str:
    """The arguments of an event, "host:a guest:b place:@Astana time:=2024-05-03"; "_" for none."""
    found = [f"{argument}:{key}" for role, argument in ARGUMENTS.items() for key in row.list(role)]
    if city := stated_place(row.get("place")).city:
        found.append(f"place:@{_word(city)}")
    if when := row.get("when"):
        found += [f"time:={value}" for value in dict.fromkeys((when, when.partition("/")[0]))]
    return " ".join(found) or "_"


def arguments_at(token: Span, told: Sequence[tuple[Span, str]]) -> str:
    """The arguments of the event whose trigger begins with the word; "_" if none does. told: triggers, arguments."""
    return next((all_ for span, all_ in told if span.start == token.start and span.covers(token)), "_")
