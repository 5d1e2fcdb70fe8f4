"""The corpus in the shapes of the benchmark sets, so that their scorers run on it; and in columns for taggers.

Each function takes reports whose check is clean. Offsets are characters into "text".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks._io import pairs
from benchmarks.reports import document, engagement, statement
from legation.model import Event, Span, Timex
from legation.record import Telling
from legation.register import Register
from training.corpus.arguments import arguments_at, arguments_of, names, whom
from training.corpus.files import Corpus, Sheet
from training.corpus.gold import reading, timexes
from training.corpus.markup import Mark
from training.corpus.sentences import sentences, tokens

Json = dict[str, Any]
# The labels of columns; other marks are no names.
ENTITIES = {
    "P": "person",
    "O": "organisation",
    "O*": "organisation",
    "L": "place",
    "L*": "place",
    "N": "nationality",
    "T": "title",
    "D": "time",
    "W": "document",
    "V": "event",
    "M": "medium",
}


def attribution(reports: Iterable[Sheet]) -> Iterator[Json]:
    """{id, text, attributions: [{source, cue, content}]}, lists of [start, end]; nested ones beside the outer."""
    for report in reports:
        found = [_attribution(report, row.key) for row in report.table("statement")]
        yield {
            "id": report.id,
            "publisher": report.header["outlet"],
            "date": report.header["published"],
            "text": report.body.text,
            "attributions": sorted(found, key=lambda a: a["content"]),
        }


def _attribution(report: Sheet, key: str) -> Json:
    spans: dict[str, list[Span]] = {"src": [], "cue": [], "con": []}
    for mark in report.body.marks:
        if mark.sort == "speech" and mark.key == key and mark.label in spans:
            spans[mark.label].append(mark.span)
    return {"source": pairs(spans["src"]), "cue": pairs(spans["cue"]), "content": pairs(spans["con"])}


def dates(reports: Iterable[Sheet]) -> Iterator[Json]:
    """{id, dct, text, timexes: [{start, end, type, value}]}; of joined expressions the single ones.

    Reports without a day of publication are left out."""
    for report in reports:
        if report.header["published"] == "-":
            continue
        single = [t for timex in timexes(report.body.marks) for t in (timex.parts or (timex,))]
        yield {
            "id": report.id,
            "corpus": "own",
            "dct": report.header["published"],
            "text": report.body.text,
            "timexes": [_timex(n, timex) for n, timex in enumerate(single, 1)],
        }


def _timex(number: int, timex: Timex) -> Json:
    found = {"start": timex.span.start, "end": timex.span.end, "type": timex.type, "value": timex.value}
    return found | ({"mod": timex.mod} if timex.mod else {}) | {"tid": f"t{number}"}


def reports(corpus: Corpus, part: str, register: Register) -> Iterator[Json]:
    """{id, text, title, published, outlet, people, engagements, documents, statements}; "text" is without the title.

    Engagements of one story carry the id of the merged event.
    """
    merged = merged_ids(corpus)
    for report in corpus.of(part):
        gold = reading(report, register)
        text = report.body.text
        people = [actor for actor in gold.actors if actor.kind == "person" and actor.named]
        tellings = [(_telling(report, event, merged), event) for event in gold.events]
        found = [(engagement(telling, gold), event) for telling, event in tellings]
        published = report.header["published"]
        yield {
            "id": report.id,
            "text": text[report.body.paragraphs[1].start :] + "\n",
            "title": report.title,
            "published": None if published == "-" else published,
            "outlet": report.header["outlet"],
            "people": [{"name": p.name, "country": p.country, "role": p.office} for p in people],
            "engagements": [{**e, "background": event.background} for e, event in found if e],
            "documents": [document(d, gold, text) for d in gold.documents],
            "statements": [statement(s, gold, text) for s in gold.statements],
        }


def merged_ids(corpus: Corpus) -> Mapping[str, str]:
    """The id of the merged event ("story:E1") of each event that a story's report tells ("report:e1")."""
    return {
        place: f"{story.id}:{row.key}"
        for story in corpus.stories
        for row in story.table("event")
        for place in row.list("told")
    }


def _telling(report: Sheet, event: Event, merged: Mapping[str, str]) -> Telling:
    place = f"{report.id}:{event.id}"
    return Telling(
        report=report.id,
        event=event,
        event_id=merged.get(place, place),
        given=event.when,
        when=event.when,
        sentence=event.sentence.of(report.body.text),
    )


def ner(reports: Iterable[Sheet]) -> Iterator[str]:
    """Columns "word<TAB>tag" (BIO), an empty line after each sentence, "-DOCSTART-" before each report."""
    for report in reports:
        named = outermost(report.body.marks)
        yield from _columns(report, 1, lambda token, named=named: (_tag(token, named),))  # type: ignore[misc]


def words(reports: Iterable[Sheet]) -> Iterator[str]:
    """As ``ner``, four more columns: BIO tag of the event whose trigger the word is, its status, whom the word names
    and, at a trigger, who is what to the event ("_" for none)."""
    for report in reports:
        yield from _columns(report, 5, _Labels(report))


class _Labels:
    """The columns of a report's words."""

    def __init__(self, report: Sheet) -> None:
        self.named = outermost(report.body.marks)
        self.told = triggers(report)
        self.whom = names(report)
        self.arguments = [(t.span, t.arguments) for t in self.told]

    def __call__(self, token: Span) -> tuple[str, ...]:
        return (
            _tag(token, self.named),
            *_told(token, self.told),
            whom(token, self.whom),
            arguments_at(token, self.arguments),
        )


def _columns(report: Sheet, width: int, labels: Callable[[Span], tuple[str, ...]]) -> Iterator[str]:
    yield "\t".join(("-DOCSTART-", *("O" for _ in range(width))))
    yield ""
    for sentence in sentences(report.body):
        for token in tokens(report.body.text, sentence, report.body.marks):
            yield "\t".join((token.of(report.body.text), *labels(token)))
        yield ""


class Trigger(NamedTuple):
    """Where an event is told, its kind (of an act: the PLOVER type), its status and its arguments."""

    span: Span
    kind: str
    status: str
    arguments: str


def triggers(report: Sheet) -> list[Trigger]:
    """The triggers of a report's events; of an engagement and an act in one word the engagement comes first."""
    told = {row.key: row for row in report.table("event")}
    found: list[Trigger] = []
    for mark in report.body.marks:
        if mark.sort == "event" and mark.label == "trigger" and (row := told.get(mark.key)):
            kind = row.get("kind") or ""
            if kind == "act":
                kind = (row.get("plover") or "").partition("/")[0]
            found.append(Trigger(mark.span, kind, row.get("status") or "_", arguments_of(row)))
    return sorted(found, key=lambda t: (t.kind.isupper(), t.span))


def _told(token: Span, told: Iterable[Trigger]) -> tuple[str, str]:
    for trigger in told:
        if trigger.span.covers(token) and trigger.kind:
            return f"{'B' if token.start == trigger.span.start else 'I'}-{trigger.kind}", trigger.status
    return "O", "_"


def outermost(marks: Iterable[Mark]) -> list[Mark]:
    """Names, titles and time expressions that lie in no other; of joined time expressions the single ones."""
    named = [m for m in marks if m.sort == "mention" and m.label in ENTITIES]
    joined = [m for m in named if m.label == "D" and any(_holds(m, i) and i.label == "D" for i in named)]
    named = [m for m in named if m not in joined]
    return [m for m in named if not any(_holds(outer, m) for outer in named)]


def _holds(outer: Mark, inner: Mark) -> bool:
    return outer is not inner and outer.span.covers(inner.span)


def _tag(token: Span, named: Iterable[Mark]) -> str:
    for mark in named:
        if mark.span.covers(token):
            return f"{'B' if token.start == mark.span.start else 'I'}-{ENTITIES[mark.label]}"
    return "O"
