"""The reader as a whole: pure, repeatable, and unshaken by any text."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import __version__, language
from legation.errors import EmptyInput
from legation.intake import report_from_text
from legation.model import Reading
from legation.reading import Reader
from tests.reading.sentences import fact, read, reader, report

STORY = (
    "President Maia Sandu arrived in Rome on Monday. She met President Sergio Mattarella.\n\n"
    '"Trade is growing," said Foreign Minister Antonio Tajani. The sides signed an agreement on transit.'
)


def test_an_unread_report_gives_an_empty_reading() -> None:
    unread = dataclasses.replace(report(STORY), unread="not in English")
    assert reader().read(unread) == Reading(unread.id, reader().version)


def test_a_report_without_news_gives_a_reading_without_events() -> None:
    reading = read("It rained all day. Nobody came.")
    assert (reading.events, reading.statements, reading.documents, reading.claims) == ((), (), (), ())


def test_the_same_report_read_twice_gives_the_same_reading() -> None:
    assert reader().read(report(STORY)) == reader().read(report(STORY))


def test_another_reader_reads_the_same() -> None:
    assert Reader.load().read(report(STORY)) == read(STORY)


def test_what_was_read_before_does_not_matter() -> None:
    other = report("President Ruto met President Kagame. Sandu and Mattarella are names of ships.")
    readings = list(reader().read_many([report(STORY), other, report(STORY)]))
    assert readings[0] == readings[2] == read(STORY)
    assert readings[1] == reader().read(other)


def test_readings_come_in_the_order_of_the_reports() -> None:
    reports = [report(STORY), report("Peru and Chile signed a treaty on borders.")]
    assert [reading.report for reading in reader().read_many(reports)] == [r.id for r in reports]


def test_the_version_names_package_rules_and_model() -> None:
    version = Reader.load().version
    assert version.startswith(f"legation {__version__} rules ")
    assert version.endswith(language.describe())
    assert read(STORY).reader == version


def test_every_key_of_a_reading_is_an_actor_of_it() -> None:
    reading = read(STORY)
    keys = {role.actor for event in reading.events for role in event.roles}
    keys |= {key for s in reading.statements for key in (s.speaker, s.addressee, s.relayed_for, *s.about) if key}
    keys |= {key for d in reading.documents for key in (*d.parties, *d.signatories)}
    keys |= {mention.actor for mention in reading.mentions}
    assert keys
    assert keys <= {actor.key for actor in reading.actors}
    with pytest.raises(KeyError):
        reading.actor("nobody")


def test_title_and_order_of_paragraphs_do_not_hide_the_news() -> None:
    lead, rest = "Italy was calm all week.", "President Ruto met President Kagame on June 3, 2024."
    for text in (f"{lead}\n\n{rest}", f"{rest}\n\n{lead}"):
        reading = read(text)
        assert [fact(reading, e) for e in reading.events] == ["meeting of William Ruto and Paul Kagame"]


WHO = ["President", "Ruto", "Hakan Fidan", "Foreign Minister", "he", "she", "his counterpart", "the two presidents"]
WHOM = ["the sides", "Peru", "Rome", "the Chinese capital", "head of the", "ministry", "Mr.", "King", "in turn"]
DEEDS = [
    "met with",
    "received",
    "will visit",
    "arrived in",
    "telephoned",
    "signed an agreement",
    "a letter to",
    "talks",
]
SPEECH = [
    "said",
    "told",
    "that",
    "adding that",
    ", according to",
    "on behalf of",
    "the greetings of",
    "in an interview with",
]
MARKS = [
    '"',
    "“",
    "”",
    "«",
    "»",
    ":",
    "—",
    "'s",
    ",",
    ".",
    "\n",
    "\n\n",
    "\u2028",
    "\u00a0",
    "\u0301",
    "\u202e",
    "(",
    "]",
]
OTHER = ["on Monday", "on May 3-5", "in 2023", "the day before", "did not", "if", "العاهل الأردني", "习近平", "🇰🇿", "1"]
FRAGMENTS = st.sampled_from([*WHO, *WHOM, *DEEDS, *SPEECH, *MARKS, *OTHER])
TEXTS = st.lists(FRAGMENTS | st.text(max_size=12), min_size=1, max_size=40).map(" ".join)
DAYS = st.none() | st.sampled_from(["2024-06-12", "1999-12-31"])


def local_ids(reading: Reading) -> list[str]:
    """The ids of all events, statements and documents."""
    return [*(e.id for e in reading.events), *(s.id for s in reading.statements), *(d.id for d in reading.documents)]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, DAYS)
def test_no_text_shakes_the_reader(text: str, published: str | None) -> None:
    try:
        report_from_text(text, language="en")
    except EmptyInput:
        return
    reading = read(text, published)
    assert reading.report == report(text, published).id
    ids = local_ids(reading)
    assert len(ids) == len(set(ids))
    assert {claim.about for claim in reading.claims} <= set(ids)
    keys = {actor.key for actor in reading.actors}
    assert {mention.actor for mention in reading.mentions} <= keys
    spans = sorted({mention.span for mention in reading.mentions})
    assert [mention.span for mention in reading.mentions] == sorted(mention.span for mention in reading.mentions)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    for event in reading.events:
        assert len(event.actors()) > 1 or event.kind == "act"
        assert set(event.actors()) <= keys
        assert event.sentence.covers(event.trigger)
        assert event.part_of is None or event.part_of in ids
        assert event.when.edtf == "" or event.when.reason
    for statement in reading.statements:
        assert statement.speaker in keys
        assert statement.content
