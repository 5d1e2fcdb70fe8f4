"""The check of the whole corpus: each file by itself, then what holds between files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.register import Register
from training.corpus import checking_marks, checking_rows, checking_stories, checking_unmarked
from training.corpus.copies import MOST_SHARED, copied, shared_pairs
from training.corpus.files import Corpus, Sheet
from training.corpus.markup import line_of
from training.corpus.problems import Finding, Problem, one_of
from training.corpus.vocabulary import FLAVOURS, GENRES, OUTLET_KINDS, REGIONS

REQUIRED = ("id", "outlet", "outlet_kind", "published", "flavour", "region", "genre", "story", "synthetic")
OPTIONAL = ("mended", "unmarked")
NOTHING = "-"


def problems(corpus: Corpus, register: Register) -> list[Problem]:
    """Everything that is wrong, in the order of files and lines."""
    found = [Problem(refused.path, refused.line, refused.what) for refused in corpus.refused]
    for report in corpus.reports:
        found += [Problem(report.path, line, what) for line, what in report_findings(report, register)]
    for story in corpus.stories:
        found += [Problem(story.path, line, what) for line, what in checking_stories.findings(story, corpus, register)]
    found += repeated_names(corpus)
    found += undivided_stories(corpus)
    found += repeated_passages(corpus)
    return sorted(set(found))


def warnings(corpus: Corpus) -> list[Problem]:
    """What is seldom right and may be: titles of documents that are nobody's."""
    return [
        Problem(report.path, row.line, f"document {row.key} has a title and no parties=")
        for report in corpus.reports
        for row in report.table("document")
        if not row.list("parties") + row.list("signatories")
        and any(m.label == "W" and m.key == row.key for m in report.body.marks)
    ]


def report_findings(report: Sheet, register: Register) -> Iterator[Finding]:
    """What is wrong in one report by itself."""
    yield from header_findings(report)
    if len(report.body.paragraphs) < 2:
        yield 1, "a report has a title and at least one paragraph"
    yield from checking_rows.findings(report, register)
    yield from checking_marks.findings(report, register)
    yield from checking_unmarked.findings(report, register)


def header_findings(report: Sheet) -> Iterator[Finding]:
    """What is wrong in the header; without lines of its own, all is told of line 1."""
    header = report.header
    for name in REQUIRED:
        if not header.get(name):
            yield 1, f"the header lacks {name}:"
    for name in header.keys() - set(REQUIRED) - set(OPTIONAL):
        yield 1, f"the header has no field {name}:"
    if header.get("id") != report.id:
        yield 1, f"id {header.get('id')!r} is not the file's name {report.id!r}"
    if header.get("synthetic") != "yes":
        yield 1, "synthetic: is yes in every file"
    for name, allowed in (("flavour", FLAVOURS), ("outlet_kind", OUTLET_KINDS), ("genre", GENRES)):
        if header.get(name):
            yield from one_of(1, name, header[name], allowed)
    for region in filter(None, (part.strip() for part in header.get("region", "").split(","))):
        yield from one_of(1, "region", region, REGIONS)
    published = header.get("published")
    if published and published != NOTHING and not _is_day(published):
        yield 1, f"published {published!r} is neither a day (yyyy-mm-dd) nor -"


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def repeated_names(corpus: Corpus) -> Iterator[Problem]:
    """Files of the same name, whatever their part: a name is the report's id."""
    for files in (corpus.reports, corpus.stories):
        counts = Counter(sheet.id for sheet in files)
        for sheet in files:
            if counts[sheet.id] > 1:
                yield Problem(sheet.path, 1, f"another file is named {sheet.id}.txt too")


def undivided_stories(corpus: Corpus) -> Iterator[Problem]:
    """Stories that lie in two parts, that have no file, or whose file does not list a report that names them."""
    listed = {story.id: {row.key for row in story.table("report")} for story in corpus.stories}
    parts = {story.id: story.part for story in corpus.stories}
    for report in corpus.reports:
        story = report.header.get("story", NOTHING)
        if story in (NOTHING, ""):
            continue
        if story not in listed:
            yield Problem(report.path, 1, f"there is no file of the story {story}")
        elif parts[story] != report.part:
            yield Problem(report.path, 1, f"the story {story} lies in {parts[story]}, this report in {report.part}")
        elif report.id not in listed[story]:
            yield Problem(report.path, 1, f"the file of the story {story} does not list this report")


def repeated_passages(corpus: Corpus) -> Iterator[Problem]:
    """Paragraphs that share too much, except those that a story names as copied."""
    meant = copied(corpus.stories)
    for pair in shared_pairs(corpus.reports):
        if frozenset((pair.place, pair.other)) not in meant:
            report = next(r for r in corpus.reports if r.id == pair.place[0])
            share = f"{100 * pair.share:.0f} % of its word 5-grams (over {100 * MOST_SHARED:.0f} %)"
            where = f"paragraph {pair.other[1]} of {pair.other[0]}"
            yield Problem(
                report.path, _line(report, pair.place[1]), f"paragraph {pair.place[1]} shares {share} with {where}"
            )


def _line(report: Sheet, paragraph: int) -> int:
    return line_of(report.body, report.body.paragraphs[paragraph].start)


def lines(found: Iterable[Problem], root: Path) -> Iterator[str]:
    """The problems as lines, with paths from ``root`` on where they lie under it."""
    for problem in found:
        path = problem.path.relative_to(root) if problem.path.is_relative_to(root) else problem.path
        yield f"{path}:{problem.line}: {problem.what}"
