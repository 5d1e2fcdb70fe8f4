"""Whatever the text: every claim lies inside it and quotes it, character for character."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import legation
from legation.intake import report_from_text
from legation.model import Reading, Span
from legation.reading import Reader
from legation.record import Record

READER = Reader.load()

PEOPLE = ["President Emmanuel Macron", "Tokayev", "the Kazakh leader", "Ursula von der Leyen", "he", "العاهل الأردني"]
PLACES = ["in Astana", "to Paris", "at the Akorda", "in the Chinese capital", ""]
TIMES = ["on December 12, 2024", "on Monday", "next week", "from May 3 to 5", "on the eve of the visit", ""]
DEEDS = ["met with", "will visit", "telephoned", "signed an agreement with", "sent a letter to", "did not meet"]
MARKS = ["\n", "\n\n", "\r\n", " ", "\t", "\u2028", "\u00a0", "\u200f", "e\u0301", "🇰🇿", "“", "”", '"', "«", "»", "—"]

SENTENCES = st.builds(
    "{} {} {} {} {}.".format,
    st.sampled_from(PEOPLE),
    st.sampled_from(DEEDS),
    st.sampled_from(PEOPLE),
    st.sampled_from(PLACES),
    st.sampled_from(TIMES),
)
SPEECH = st.builds(
    '{}{}{} {} said{} "{}'.format,
    st.sampled_from(['"', "“", "«", "''"]),
    st.sampled_from(["We agreed on everything,", "Trade grew.", "No"]),
    st.sampled_from(['"', "”", "»", ""]),
    st.sampled_from(PEOPLE),
    st.sampled_from([" ", ",", " that", "\n"]),
    st.text(max_size=20),
)
LEFTOVERS = st.sampled_from(
    ["Home > News > World", "Share on Facebook", "ASTANA, December 12. /TASS/.", "Translated from Russian by Google"]
)
NOISE = st.text(max_size=60) | st.text(alphabet="אבגدهو \u0301\u0308\u202e\u200f'\"“”\n.", max_size=40)
TEXTS = st.lists(SENTENCES | SPEECH | LEFTOVERS | NOISE | st.sampled_from(MARKS), min_size=1, max_size=8).map("".join)
TEXTS_WITH_BREAKS = st.builds(str.join, st.sampled_from(["\n", " ", "\n\n"]), st.lists(SENTENCES | SPEECH | NOISE))


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, claims aside."""
    yield from (mention.span for mention in reading.mentions)
    yield from (timex.span for timex in reading.timexes)
    yield from (place.span for place in reading.places if place.span)
    for event in reading.events:
        yield from (event.trigger, event.sentence, *event.topics, *(role.span for role in event.roles))
    for statement in reading.statements:
        yield from (*statement.content, *(span for span in (statement.source, statement.cue) if span))
    yield from (document.title for document in reading.documents)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(TEXTS | TEXTS_WITH_BREAKS)
def test_every_claim_lies_in_the_text_and_quotes_it(text: str) -> None:
    try:
        report = report_from_text(text)
    except legation.EmptyInput:
        return
    assert report.text == text.removeprefix("\ufeff")
    reading = legation.read(text, published="2024-12-13")
    for claim in reading.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(report.text)
        assert report.text[claim.span.start : claim.span.end] == claim.quote
    for span in spans_of(reading):
        assert 0 <= span.start <= span.end <= len(report.text)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_reading_can_be_kept_and_every_answer_quotes_the_text(texts: list[str]) -> None:
    with Record.open(":memory:") as record:
        for text in texts:
            with suppress(legation.EmptyInput):
                report = report_from_text(text)
                record.add(report, None if report.unread else READER.read(report))
        for event in record.timeline():
            shown = record.event(event.id)
            assert json.loads(json.dumps(shown.to_json()))["id"] == event.id
            for entry in shown.claims:
                span = entry.claim.span
                assert record.text(entry.report)[span.start : span.end] == entry.claim.quote
                assert entry.sentence_span.of(record.text(entry.report)) == entry.sentence
                assert entry.sentence_span.covers(span)
