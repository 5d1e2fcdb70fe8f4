"""Everything the record knows of one event: its facts, what reports disagree on, and every claim with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from legation.answers.headline import headline, status_flag
from legation.answers.marking import marked
from legation.answers.page import Fact, Page, Passage, Source
from legation.answers.words import actor_of, counted, date_of, one_line, place_of, published_by
from legation.model import Span, When

if TYPE_CHECKING:
    from legation.record import ActorEntry, ClaimEntry, Conflict, DocumentEntry, EventEntry, Identification, Telling


def event_page(
    event: EventEntry,
    *,
    whole: EventEntry | None = None,
    parts: Sequence[EventEntry] = (),
    documents: Sequence[DocumentEntry] = (),
    identified: Sequence[Identification] = (),
) -> Page:
    """The page of an event with its tellings and claims.

    whole: what it is part of; parts: what is part of it; documents: those of the record, of which its own are shown;
    identified: why its people were taken for who they are.
    """
    papers = [document for document in documents if document.id in event.documents]
    told = {telling.report: telling for telling in event.tellings}
    return Page(
        id=event.id,
        heading=headline(event),
        flag=status_flag(event),
        facts=(*_facts(event, whole, parts, papers), *_identified(event, identified)),
        disputes=tuple(_disputes(event.conflicts, told)),
        sources=tuple(_sources(event)),
    )


def when_fact(when: When) -> str:
    """ "2024-09-04 (year as of report 4f1c)"; the precision where the date does not show it."""
    notes = [one_line(when.reason)] if when.reason else []
    if when.precision not in ("day", "month", "year", "range", "unknown"):
        notes.insert(0, when.precision)
    return date_of(when) + (f" ({'; '.join(notes)})" if notes else "")


def actor_fact(actor: ActorEntry) -> str:
    """ "Emmanuel Macron (FRA), president"."""
    return ", ".join(part for part in (actor_of(actor), one_line(actor.office or "")) if part)


def _facts(
    event: EventEntry, whole: EventEntry | None, parts: Sequence[EventEntry], papers: Sequence[DocumentEntry]
) -> Iterator[Fact]:
    yield "date", when_fact(event.when)
    if place := place_of(event.place):
        yield "place", place
    for role in event.roles:
        yield role.role, actor_fact(role.actor)
    yield "status", event.status
    if event.part_of:
        yield "part of", f"{event.part_of}  {date_of(whole.when)}  {headline(whole)}" if whole else event.part_of
    for part in parts:
        yield "has part", f"{part.id}  {date_of(part.when)}  {headline(part)}"
    for paper in papers:
        yield "document", f"{paper.id}  {paper.kind}: {one_line(paper.title)}"
    if event.topics:
        yield "topics", "; ".join(map(one_line, event.topics))
    if event.plover:
        yield "PLOVER", " / ".join(part for part in (event.plover, event.plover_mode) if part)
    yield "told by", f"{counted(event.reports, 'report')}, {counted(event.independent, 'independent source')}"


def _identified(event: EventEntry, identified: Sequence[Identification]) -> Iterator[Fact]:
    """Each person with the reasons why the reports' words were taken for them, each reason once."""
    for actor in {role.actor.key: role.actor for role in event.roles}.values():
        reasons: dict[str, Identification] = {}
        for one in identified:
            if one.actor == actor.key:
                reasons.setdefault(one.reason, one)
        told = "; or ".join(f"{one_line(reason)} (score {one.score:.2f})" for reason, one in reasons.items())
        if told:
            yield "taken for", f"{one_line(actor.name)}: {told}"


def _disputes(conflicts: Sequence[Conflict], told: Mapping[str, Telling]) -> Iterator[Fact]:
    for conflict in conflicts:
        for version in conflict.versions:
            names = (f"{report} ({_cited(told[report])})" if report in told else report for report in version.reports)
            yield conflict.prop, f"{version.value or 'not stated'}  in report {', '.join(names)}"


def _cited(telling: Telling) -> str:
    return published_by(telling.title, telling.outlet, telling.published)


def _sources(event: EventEntry) -> Iterator[Source]:
    """The reports that tell the event, in their order; each once, though it may tell the event twice."""
    names = {role.actor.key: actor_of(role.actor) for role in event.roles}
    reports: dict[str, list[Telling]] = {}
    for telling in event.tellings:
        reports.setdefault(telling.report, []).append(telling)
    for report, tellings in reports.items():
        claims = [claim for claim in event.claims if claim.report == report]
        yield Source(
            report=report,
            citation=_cited(tellings[0]),
            remarks=tuple(dict.fromkeys(remark for telling in tellings for remark in _remarks(telling))),
            passages=tuple(_passages(claims, names)),
        )


def _remarks(telling: Telling) -> Iterator[str]:
    if telling.copied_from:
        yield f"this passage repeats report {telling.copied_from}"
    if telling.event.background:
        yield "told as background"
    if telling.given.edtf != telling.when.edtf:
        yield f"this report gives {date_of(telling.given)}; {when_fact(telling.when)}"


def _passages(claims: Sequence[ClaimEntry], names: Mapping[str, str]) -> Iterator[Passage]:
    """Each sentence once, with the words of all claims that rest on it."""
    sentences: dict[Span, list[ClaimEntry]] = {}
    for claim in claims:
        sentences.setdefault(claim.sentence_span, []).append(claim)
    for span, entries in sorted(sentences.items(), key=lambda found: found[0]):
        shared = next((entry.claim.score for entry in entries if entry.claim.prop == "kind"), 1.0)
        # A claim that rests on the sentence as a whole would hide the words of the others.
        spans = [entry.claim.span for entry in entries if not entry.claim.span.covers(span)]
        yield Passage(
            marked(entries[0].sentence, spans, span.start),
            tuple(dict.fromkeys(_note(entry, names, shared) for entry in entries)),
        )


def _note(entry: ClaimEntry, names: Mapping[str, str], shared: float) -> str:
    """One claim in words; shared: the score of the event, which stands once, beside its kind."""
    claim = entry.claim
    value = one_line(names.get(claim.value, claim.value))
    whole = claim.span.covers(entry.sentence_span)
    words = "the whole sentence" if whole else f"“{one_line(claim.quote)}”"
    doubts: list[str] = [] if claim.certainty == "asserted" else [claim.certainty]
    if claim.said_by:
        doubts.append("said by " + ", ".join(one_line(names.get(key, key)) for key in claim.said_by))
    if claim.score < 1 and (claim.prop == "kind" or claim.score != shared):
        doubts.append(f"score {claim.score:.2f}")
    about = f" ({'; '.join(doubts)})" if doubts else ""
    prop = claim.prop.removeprefix("role:")
    return f"{prop}: {value}{about}, from {words} at {claim.span.start}-{claim.span.end}"
