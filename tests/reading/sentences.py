"""What the tests of the reading room share: sentences in, plain facts out.

Unless a test says otherwise, a report is of Wednesday, 12 June 2024. Events are told as a desk officer would note
them: "meeting of William Ruto and Paul Kagame", "visit of Kaja Kallas to KOR".
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from legation.intake import report_from_text
from legation.model import Event, Reading, Report, Statement
from legation.reading import Reader

PUBLISHED = "2024-06-12"


@cache
def reader() -> Reader:
    """The reader of the package, loaded once."""
    return Reader.load()


@cache
def report(text: str, published: str | None = PUBLISHED) -> Report:
    """An English report of this text; published is an ISO day, or None if it is not known."""
    day = dt.date.fromisoformat(published) if published else None
    return report_from_text(text, published=day, language="en")


@cache
def read(text: str, published: str | None = PUBLISHED) -> Reading:
    """What such a report says."""
    return reader().read(report(text, published))


# ---------------------------------------------------------------- facts


def name(reading: Reading, key: str | None) -> str:
    """How facts name an actor: states by ISO alpha-3, all others by name; "" for nobody."""
    if key is None:
        return ""
    actor = reading.actor(key)
    return key if actor.kind == "state" else actor.name


def engagements(reading: Reading) -> list[Event]:
    """The events that are contacts, in order of first mention; acts are left out."""
    return [event for event in reading.events if event.kind != "act"]


def facts(reading: Reading) -> list[str]:
    """The engagements of a reading as facts."""
    return [fact(reading, event) for event in engagements(reading)]


def fact(reading: Reading, event: Event) -> str:
    """An event as a fact: its kind, and who took part how."""
    parts: dict[str, list[str]] = {}
    for role in sorted(event.roles, key=lambda r: _ORDER.index(r.role)):
        parts.setdefault(_WORDS.get(role.role, role.role), []).append(name(reading, role.actor))
    return " ".join([event.kind, *(f"{word} {' and '.join(names)}" for word, names in parts.items())])


_WORDS = {
    "participant": "of",
    "guest": "of",
    "speaker": "of",
    "signatory": "by",
    "sender": "from",
    "carrier": "through",
    "host": "to",
    "addressee": "to",
    "medium": "with",
}
_ORDER = [*_WORDS, "mediator", "source", "target"]


def only_event(text: str, published: str | None = PUBLISHED) -> Event:
    """The one engagement that a text tells."""
    found = engagements(read(text, published))
    assert len(found) == 1, facts(read(text, published))
    return found[0]


def only_statement(text: str, published: str | None = PUBLISHED) -> Statement:
    """The one statement that a text holds."""
    reading = read(text, published)
    assert len(reading.statements) == 1, sayings(reading, text)
    return reading.statements[0]


def sayings(reading: Reading, text: str) -> list[tuple[str, str]]:
    """Speaker and words of each statement."""
    return [(name(reading, s.speaker), words(s, text)) for s in reading.statements]


def words(statement: Statement, text: str) -> str:
    """The content of a statement; the parts of a split quotation are joined by " ... "."""
    return " ... ".join(span.of(text) for span in statement.content)


def who(text: str, mention: str, published: str | None = PUBLISHED, nth: int = 0) -> list[str]:
    """Whom the words of a text stand for: the names of the actors of its nth mention; empty if it is none.

    The mention may be longer or shorter than the words: it has to lie over them.
    """
    start = -1
    for _ in range(nth + 1):
        start = text.index(mention, start + 1)
    reading = read(text, published)
    return [
        name(reading, m.actor) for m in reading.mentions if m.span.start < start + len(mention) and start < m.span.end
    ]
