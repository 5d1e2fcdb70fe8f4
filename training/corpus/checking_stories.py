"""The check of a story: the merged gold of its reports.

Tables: ``report ID``; ``event E1 ... told=report:e1,report:e3``; ``statement`` and ``document`` with ``told=`` alike;
``copy C1 from=report:2 to=other:3``; ``conflict X1 about=E1 field=when values="report:2024-05-03,other:2024-05-04"``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from legation.model import When
from legation.register import Register
from training.corpus.checking_rows import FIELDS as REPORT_FIELDS
from training.corpus.checking_rows import dates, event_fields, known_actors
from training.corpus.copies import place_of
from training.corpus.edtf import event_date
from training.corpus.files import Corpus, Row, Sheet
from training.corpus.problems import Finding, fields_known, one_of
from training.corpus.vocabulary import DOCUMENT_KINDS, DOCUMENT_STATUSES, ROLES

LEAST, MOST = 3, 5
COURSES = ("came true", "changed", "failed")
# What reports may contradict each other in.
CONFLICT_FIELDS = (*ROLES, "when", "place", "status", "kind", "subtype", "number", "term", "content")
HEADER = ("id", "region", "synthetic")
FIELDS: dict[str, tuple[str, ...]] = {
    "report": (),
    "event": (*REPORT_FIELDS["event"], "told", "year_from", "course"),
    "statement": (*REPORT_FIELDS["statement"], "told"),
    "document": (*REPORT_FIELDS["document"], "told"),
    "copy": ("from", "to"),
    "conflict": ("about", "field", "values", "right"),
}

Reports = Mapping[str, Sheet]


def findings(story: Sheet, corpus: Corpus, register: Register) -> Iterator[Finding]:
    """What is wrong in a story's file, and between its reports."""
    reports = {r.id: r for r in corpus.reports if r.id in {row.key for row in story.table("report")}}
    yield from _header(story)
    yield from _tables(story)
    yield from _listed(story, reports)
    yield from _same_people(reports)
    actors = {row.key for report in reports.values() for row in report.table("actor")}
    keys = {row.key for row in story.rows if row.table in ("event", "statement", "document")}
    for row in story.table("event"):
        yield from event_fields(row, register)
        yield from known_actors(row, (*ROLES, "according_to"), actors, register)
        yield from _references(row, keys)
        yield from _dates_agree(row, story, reports)
        yield from _status_follows(row, story, reports)
    for row in story.table("document"):
        yield from one_of(row.line, "kind", row.get("kind"), DOCUMENT_KINDS)
        if row.get("status") is not None:
            yield from one_of(row.line, "status", row.get("status"), DOCUMENT_STATUSES)
        yield from known_actors(row, ("parties", "signatories"), actors, register)
        yield from dates(row, "when", "term")
    for table in ("event", "statement", "document"):
        yield from _told(story, table, reports)
    yield from chain.from_iterable(_copy(row, reports) for row in story.table("copy"))
    yield from chain.from_iterable(_conflict(row, keys, reports) for row in story.table("conflict"))


def _header(story: Sheet) -> Iterator[Finding]:
    if story.header.get("id") != story.id:
        yield 1, f"id {story.header.get('id')!r} is not the file's name {story.id!r}"
    for name in HEADER:
        if not story.header.get(name):
            yield 1, f"the header lacks {name}:"


def _tables(story: Sheet) -> Iterator[Finding]:
    counts = Counter((row.table, row.key) for row in story.rows)
    for row in story.rows:
        if row.table not in FIELDS:
            yield row.line, f"there is no table {row.table}: one of {', '.join(FIELDS)}"
            continue
        yield from fields_known(row, FIELDS[row.table])
        if counts[row.table, row.key] > 1:
            yield row.line, f"{row.table} {row.key} stands twice"


def _listed(story: Sheet, reports: Reports) -> Iterator[Finding]:
    rows = story.table("report")
    if not LEAST <= len(rows) <= MOST:
        yield 1, f"a story has {LEAST} to {MOST} reports, this one {len(rows)}"
    for row in rows:
        report = reports.get(row.key)
        if report is None:
            yield row.line, f"there is no report {row.key}"
        elif report.header.get("story") != story.id:
            yield row.line, f"the header of {row.key} names the story {report.header.get('story')!r}"
    if len({r.header.get("outlet") for r in reports.values()}) == 1 and len(reports) > 1:
        yield 1, "all reports are of one outlet"


def _same_people(reports: Reports) -> Iterator[Finding]:
    """A key means the same in all reports of a story."""
    first: dict[str, tuple[str, Row]] = {}
    for report in reports.values():
        for row in report.table("actor"):
            name, other = first.setdefault(row.key, (report.id, row))
            for field in ("kind", "iso3", "reg"):
                if row.get(field) != other.get(field):
                    yield 1, f"{row.key} has {field}={other.get(field)} in {name} and {row.get(field)} in {report.id}"


def _references(row: Row, keys: set[str]) -> Iterator[Finding]:
    for name in ("part_of", "documents"):
        for key in row.list(name):
            if key not in keys:
                yield row.line, f"{name}={key}: no such line in this story"
    if row.get("course") is not None:
        yield from one_of(row.line, "course", row.get("course"), COURSES)


def _told(story: Sheet, table: str, reports: Reports) -> Iterator[Finding]:
    """Each told= names a line of a report, each such line is told once, and no event of the reports is left out."""
    counts: Counter[str] = Counter()
    for row in story.table(table):
        if not row.list("told"):
            yield row.line, f"{table} {row.key} lacks told="
        for place in row.list("told"):
            counts[place] += 1
            if _line_of(place, table, reports) is None:
                yield row.line, f"told={place}: no such {table} in a report of this story"
            if counts[place] > 1:
                yield row.line, f"told={place} stands under two lines"
    if table == "event":
        for report in reports.values():
            for row in report.table("event"):
                if f"{report.id}:{row.key}" not in counts:
                    yield 1, f"event {row.key} of {report.id} is under no told="


def _line_of(place: str, table: str, reports: Reports) -> Row | None:
    name, _, key = place.rpartition(":")
    if name not in reports:
        return None
    return next((row for row in reports[name].table(table) if row.key == key), None)


def _dates_agree(row: Row, story: Sheet, reports: Reports) -> Iterator[Finding]:
    """Reports that give dates apart are named as a conflict; a year that one lacks comes from one that has it."""
    told = {place: line for place in row.list("told") if (line := _line_of(place, "event", reports))}
    given = {place: event_date(line.get("when")) for place, line in told.items()}
    named = any(c.get("about") == row.key and c.get("field") == "when" for c in story.table("conflict"))
    if any(_apart(a, b) for a, b in combinations(given.values(), 2)) and not named:
        yield row.line, f"event {row.key}: its reports give different dates, and no conflict says so"
    source = row.get("year_from")
    if source is not None and source not in reports:
        yield row.line, f"year_from={source} is no report of this story"
    if any(when.year_open for when in given.values()) and event_date(row.get("when")).interval and source is None:
        yield row.line, f"event {row.key}: a report lacks the year, and year_from= does not say where it comes from"


# What a report may still call otherwise when its event has taken this course, or has come to its end.
_ENDS = {
    "came true": ("happened", "under way"),
    "failed": ("cancelled", "denied"),
    "changed": ("happened", "planned", "postponed", "cancelled"),
}


def _status_follows(row: Row, story: Sheet, reports: Reports) -> Iterator[Finding]:
    """The merged status is that of a report, unless a course or a conflict tells how it came about."""
    told = {line.get("status") for place in row.list("told") if (line := _line_of(place, "event", reports))}
    status = row.get("status")
    named = any(c.get("about") == row.key and c.get("field") == "status" for c in story.table("conflict"))
    ended = status == "happened" and "under way" in told
    if told and not (status in told or named or ended or status in _ENDS.get(row.get("course") or "", ())):
        stated = ", ".join(sorted(filter(None, told)))
        yield row.line, f"event {row.key} is {status}, its reports say {stated}, and no course= or conflict tells why"


def _apart(a: When, b: When) -> bool:
    one, other = a.interval, b.interval
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _copy(row: Row, reports: Reports) -> Iterator[Finding]:
    for name in ("from", "to"):
        place = place_of(row.get(name))
        if place is None or place[0] not in reports or place[1] >= len(reports[place[0]].body.paragraphs):
            yield row.line, f"{name}={row.get(name)} is no paragraph (report:number) of this story"


def _conflict(row: Row, keys: set[str], reports: Reports) -> Iterator[Finding]:
    if row.get("about") not in keys:
        yield row.line, f"about={row.get('about')}: no such line in this story"
    yield from one_of(row.line, "field", row.get("field"), CONFLICT_FIELDS)
    tellers = [value.partition(":")[0] for value in row.list("values")]
    if len(tellers) < 2:
        yield row.line, "values= names two reports at least, each with what it says"
    for teller in tellers:
        if teller not in reports:
            yield row.line, f"values={teller}: no report of this story"
