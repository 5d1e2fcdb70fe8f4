"""On which occasion something was said: at the meeting, in the interview."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.model import Event, Span, Statement
from legation.reading.people.cast import Cast

_OCCASIONS = frozenset(
    {"meeting", "talks", "summit", "consultation", "call", "interview", "signing", "ceremony", "visit"}
)
_SETTING = re.compile(
    r"\b(?:at|during|in|after|following|before|within|upon|on the sidelines of)\b[^,;]{0,90}$", re.IGNORECASE
)
_TOPIC = re.compile(
    r"\b(?:about|regarding|concerning|commenting on|referring to|assessing|asked about)\b", re.IGNORECASE
)
_SUMMED = re.compile(
    r"(?:He|She|They|The \w+) (?:made|said|stated|announced|expressed|voiced|told|noted|declared|gave)"
    r" (?:this|that|it|these|such|the)\b"
    r"|(?:This|That|It|The statement|Such a statement) (?:was|were|has been)"
    r" (?:said|stated|announced|made|declared|reported)\b"
)
_TALKED = frozenset({"meeting", "talks", "summit", "consultation", "call", "interview"})
# Paragraphs over which a report goes on telling what was said on an occasion.
_REACH = 6


def occasion_of(cast: Cast, statement: Statement, events: Sequence[Event]) -> Event | None:
    """The engagement in which something was said; None if the report does not tell.

    Told in the same sentence as its setting, or in the next one that sums up; else the last one told before in which
    the speaker took part. events: those of the report that nobody only speaks of.
    """
    spans = [s for s in (statement.source, statement.cue) if s]
    if not spans:
        return None
    at = spans[-1].start
    fitting = [e for e in events if e.kind in _OCCASIONS and _takes_part(cast, statement.speaker, e)]
    here = cast.page.sentence_at(at)
    after = _summing_up(cast, here)
    for sentence in (here, after):
        event = next((e for e in fitting if sentence and _set_in(cast, sentence, e)), None)
        if event:
            return event
    number = cast.page.passage_number(at)
    before = [
        e
        for e in fitting
        if e.trigger.start < at
        and e.kind in _TALKED
        and e.status in ("happened", "under way")
        and number - cast.page.passage_number(e.trigger.start) <= (0 if e.background else _REACH)
    ]
    return max(before, key=lambda e: e.trigger.start, default=None)


def _set_in(cast: Cast, sentence: Span, event: Event) -> bool:
    """True if a sentence names the event as its setting: "at the meeting", not "about the visit"."""
    if not sentence.covers(event.trigger):
        return False
    before = Span(sentence.start, event.trigger.start).of(cast.page.text)
    return bool(_SETTING.search(before)) and not _TOPIC.search(before)


def _summing_up(cast: Cast, sentence: Span) -> Span | None:
    """The next sentence, if it only tells of the statement: "He made this assessment at a meeting"."""
    passage = cast.page.passage_at(sentence.start)
    following = [t for t in passage.tokens if t.start >= sentence.end]
    after = passage.sentence_span(following[0]) if following else None
    return after if after and _SUMMED.match(cast.page.text, after.start) else None


def _takes_part(cast: Cast, speaker: str | None, event: Event) -> bool:
    """True if the speaker, or the speaker's state, is a party."""
    return speaker is not None and (speaker in event.actors() or cast.country_of(speaker) in event.actors())
