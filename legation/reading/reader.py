"""The reader: one report in, one reading out. Pure: no clock, no network, no record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from legation import language
from legation.model import Claim, Document, Event, Mention, Reading, Report, Statement
from legation.reading.acts import find_acts
from legation.reading.claims import claims_of_document, claims_of_event, claims_of_statement
from legation.reading.dates import find_timexes
from legation.reading.documents import make_documents
from legation.reading.engagements import Told, build_events, find_engagements, setting_of
from legation.reading.gatherings import claims_of_gatherings
from legation.reading.letters import make_letters
from legation.reading.page import Page
from legation.reading.papers import find_papers, titles
from legation.reading.papers_named import named_papers
from legation.reading.passages import passages_of
from legation.reading.people import add_voices, make_cast
from legation.reading.people.roles import lexicon
from legation.reading.places import places_named, places_of
from legation.reading.plover import coded
from legation.reading.speakers import nameless_mentions, speakers_of, tie_sources
from legation.reading.speech import make_statements, voices
from legation.reading.statements import find_attributions
from legation.register import Register, load

RULES = "4"
"""Goes up whenever the rules or lexicons change what is read from a report."""


@dataclass(frozen=True)
class Reader:
    """Reads reports. version: what read them, kept with every claim; another version reads a report anew."""

    register: Register
    version: str

    @classmethod
    def load(cls) -> Reader:
        """The reader of the package. Raises ModelMissing if no language model is installed."""
        from legation import __version__

        register = load()
        own = f" own register {register.edition}" if register.edition else ""
        return cls(register, f"legation {__version__} rules {RULES} {language.describe()}{own}")

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of the reports, in their order."""
        return map(self.read, reports)

    def read(self, report: Report) -> Reading:
        """What one report says. A report that is marked unread gives an empty reading."""
        if report.unread:
            return Reading(report.id, self.version)
        return self._read(page_of(report, self.register))

    def _read(self, page: Page) -> Reading:
        attributions = find_attributions(page.text, page.passages)
        cast = make_cast(page, self.register, attributions)
        speakers = speakers_of(cast, attributions, lexicon())
        tie_sources(cast, attributions, speakers)
        add_voices(cast, voices(attributions, speakers), self.register)
        papers = find_papers(page)
        papers = sorted([*papers, *named_papers(page, papers)], key=lambda paper: paper.title.start)
        drafts = find_engagements(cast, self.register, titles(page.text, papers))
        told = build_events(drafts, setting_of(cast, self.register))
        documents, events = make_documents(cast, papers, [t.event for t in told], self.register)
        spoken = [span for a in attributions if a.kind == "direct" for span in a.content]
        acts = find_acts(cast, self.register, told, spoken)
        told, events = [*told, *acts], [*events, *(t.event for t in acts)]
        statements = make_statements(cast, attributions, speakers, events)
        events = [coded(_laid_to_speaker(event, statements)) for event in events]
        letters, events = make_letters(cast, documents, events, statements, self.register)
        documents += letters
        return Reading(
            report=page.report.id,
            reader=self.version,
            actors=cast.actors(),
            mentions=_in_order(cast.mentions() + nameless_mentions(cast, attributions, speakers)),
            timexes=page.timexes,
            events=tuple(events),
            statements=tuple(statements),
            documents=tuple(documents),
            places=places_of(page),
            claims=(
                *self._claims(page.report, told, events, statements, documents),
                *claims_of_gatherings(cast, events, statements, self.version),
            ),
        )

    def _claims(
        self,
        report: Report,
        told: list[Told],
        events: list[Event],
        statements: list[Statement],
        documents: list[Document],
    ) -> tuple[Claim, ...]:
        when_spans = {t.event.id: t.when_span for t in told}
        groups = [claims_of_event(report, e, when_spans[e.id], self.version) for e in events]
        groups += [claims_of_statement(report, s, self.version) for s in statements]
        groups += [claims_of_document(report, d, self.version) for d in documents]
        return tuple(claim for group in groups for claim in group)


def page_of(report: Report, register: Register) -> Page:
    """The report laid out for reading."""
    spans = passages_of(report)
    annotations = language.annotate([s.of(report.text) for s in spans], [s.start for s in spans])
    hits = places_named(report.text, spans, register)
    return Page(report, tuple(annotations), hits, find_timexes(report.text, spans, report.published.value))


def _in_order(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _laid_to_speaker(event: Event, statements: list[Statement]) -> Event:
    """The event with the speaker in whose words it is told."""
    for statement in statements:
        if any(span.covers(event.trigger) for span in statement.content):
            return replace(event, according_to=statement.speaker)
    return event
