"""On which occasion something was said: at the meeting, in the interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.model import Event, Span, Statement
from legation.reading.lexicons import load_toml
from legation.reading.people.cast import Cast

# Paragraphs over which a report goes on telling what was said on an occasion.
_REACH = 6
# Characters between the word for a setting and the engagement.
_SETTING_WITHIN = 90


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """The lexicon of ``data/occasions.toml``; ``summed`` is of the beginning of a sentence."""

    occasions: frozenset[str]
    talked: frozenset[str]
    setting: re.Pattern[str]
    topic: re.Pattern[str]
    summed: re.Pattern[str]


@cache
def occasion_words() -> OccasionWords:
    """The lexicon of occasions of the package."""
    raw = load_toml("occasions.toml")
    who, made, what, this, was, said = (
        f"(?:{'|'.join(raw['summed'][name])})" for name in ("who", "made", "what", "this", "was", "said")
    )
    return OccasionWords(
        occasions=frozenset(raw["occasions"]),
        talked=frozenset(raw["talked"]),
        setting=re.compile(rf"\b(?:{'|'.join(raw['setting'])})\b[^,;]{{0,{_SETTING_WITHIN}}}$", re.IGNORECASE),
        topic=re.compile(rf"\b(?:{'|'.join(raw['topic'])})\b", re.IGNORECASE),
        summed=re.compile(rf"{who} {made} {what}\b|{this} {was} {said}\b"),
    )


def occasion_of(cast: Cast, statement: Statement, events: Sequence[Event]) -> Event | None:
    """The engagement in which something was said; None if the report does not tell.

    Told in the same sentence as its setting, or in the next one that sums up; else the last one told before in which
    the speaker took part. events: those of the report that nobody only speaks of.
    """
    spans = [s for s in (statement.source, statement.cue) if s]
    if not spans:
        return None
    at, words = spans[-1].start, occasion_words()
    fitting = [e for e in events if e.kind in words.occasions and _takes_part(cast, statement.speaker, e)]
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
        and e.kind in words.talked
        and e.status in ("happened", "under way")
        and number - cast.page.passage_number(e.trigger.start) <= (0 if e.background else _REACH)
    ]
    return max(before, key=lambda e: e.trigger.start, default=None)


def _set_in(cast: Cast, sentence: Span, event: Event) -> bool:
    """True if a sentence names the event as its setting: "at the meeting", not "about the visit"."""
    if not sentence.covers(event.trigger):
        return False
    before = Span(sentence.start, event.trigger.start).of(cast.page.text)
    words = occasion_words()
    return bool(words.setting.search(before)) and not words.topic.search(before)


def _summing_up(cast: Cast, sentence: Span) -> Span | None:
    """The next sentence, if it only tells of the statement: "He made this assessment at a meeting"."""
    passage = cast.page.passage_at(sentence.start)
    following = [t for t in passage.tokens if t.start >= sentence.end]
    after = passage.sentence_span(following[0]) if following else None
    return after if after and occasion_words().summed.match(cast.page.text, after.start) else None


def _takes_part(cast: Cast, speaker: str | None, event: Event) -> bool:
    """True if the speaker, or the speaker's state, is a party."""
    return speaker is not None and (speaker in event.actors() or cast.country_of(speaker) in event.actors())
