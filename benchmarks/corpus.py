"""Our annotated reports: ``python -m benchmarks.corpus PART [--by flavour|region|genre]``.

PART: train, dev or test of ``training/corpus``. The reader gets the text with title, outlet and day of publication.
What only the title tells and what is page wrapping is left out on both sides. Prints a table of F1, per cent; the rules
by which things are the same are those of ``training.corpus.matching``.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import training.corpus
from benchmarks._io import day, readings, report
from legation import language
from legation.model import Reading, Report, Span, Timex
from legation.reading.dates import find_timexes
from legation.register import Register
from legation.register import load as load_register
from training.corpus.converting import ENTITIES, outermost
from training.corpus.edtf import interval_of
from training.corpus.files import Sheet
from training.corpus.files import load as load_corpus
from training.corpus.gold import document_spans, reading, register_ids, spans_of, timexes, told_in
from training.corpus.matching import (
    LENIENT,
    STRICT,
    Score,
    acts,
    attributed,
    engagements,
    most_pairs,
    of_sets,
    parties,
    same_acts,
    same_documents,
    same_engagements,
    same_speakers,
    same_types,
    total,
)
from training.corpus.vocabulary import BACKGROUND, PARTS

_LEAP_YEAR = 2000
UNMARKED = ("now", "then")
FOLDER = Path(training.corpus.__file__).parent
# Labels of the language layer that are measured; it calls media organisations.
KINDS = {"person": "persons", "organisation": "organisations", "medium": "organisations", "place": "places"}
GROUPS: dict[str, Callable[[Sheet], Iterable[str]]] = {
    "flavour": lambda sheet: [sheet.header["flavour"]],
    "region": lambda sheet: sorted({name.partition("/")[0].strip() for name in sheet.header["region"].split(",")}),
    "genre": lambda sheet: [sheet.header["genre"]],
}


def measured(sheet: Sheet, found: Reading, register: Register) -> dict[str, Score]:
    """The scores of one report that was read."""
    return {**entities(sheet), **times(sheet), **readings_alike(sheet, found, register)}


def readings_alike(sheet: Sheet, found: Reading, register: Register) -> dict[str, Score]:
    """What the reader made of a report, against the annotation."""
    gold, text = below_title(reading(sheet, register), sheet), sheet.body.text
    ours, theirs = parties(gold, register_ids(sheet)), parties(found, {})
    met, done = (engagements(gold), engagements(found)), (acts(gold), acts(found))
    lenient = same_engagements(met[0], ours, met[1], theirs, LENIENT)
    strict = same_engagements(met[0], ours, met[1], theirs, STRICT)
    told, retold = told_in(sheet), {event.id: [event.sentence] for event in found.events}
    named = {one.id: document_spans(sheet.body.marks, one.id) for one in gold.documents}
    renamed = {one.id: [one.title] for one in found.documents}
    said = (gold.statements, found.statements)
    return {
        "people": of_sets(known_people(gold, register_ids(sheet)), known_people(found, {})),
        "engagements, lenient": Score(len(lenient), *map(len, met)),
        "engagements, strict": Score(len(strict), *map(len, met)),
        "status": shares(met[0][i].status == met[1][j].status for i, j in lenient),
        "acts, type": Score(len(same_types(done[0], told, done[1], retold)), *map(len, done)),
        "acts, actors too": Score(len(same_acts(done[0], ours, told, done[1], theirs, retold)), *map(len, done)),
        "attribution": Score(len(attributed(text, *said)), *map(len, said)),
        "statements": Score(len(same_speakers(text, gold, ours, found, theirs)), *map(len, said)),
        "documents": Score(len(same_documents(gold, named, found, renamed)), len(named), len(renamed)),
    }


def shares(right: Iterable[bool]) -> Score:
    """How many of things that both sides have are right."""
    every = list(right)
    return Score(sum(every), len(every), len(every))


def known_people(one: Reading, ids: Mapping[str, str]) -> set[str]:
    """The register's ids of the people spoken of; ids: of those whose key is another."""
    mentioned = {mention.actor for mention in one.mentions}
    people = [actor for actor in one.actors if actor.kind == "person" and actor.in_register and actor.key in mentioned]
    return {ids.get(actor.key, actor.key) for actor in people}


def below_title(gold: Reading, sheet: Sheet) -> Reading:
    """The annotation less what only the title tells."""
    marks = sheet.body.marks

    def below(spans: Iterable[Span]) -> bool:
        return any(span.start > sheet.body.paragraphs[0].end for span in spans)

    return replace(
        gold,
        mentions=tuple(m for m in gold.mentions if below([m.span])),
        events=tuple(e for e in gold.events if below(spans_of(marks, "event", "trigger", e.id))),
        statements=tuple(s for s in gold.statements if below(s.content)),
        documents=tuple(d for d in gold.documents if below(document_spans(marks, d.id))),
    )


# ---------------------------------------------------------------- the layers below


def counted(span: Span, sheet: Sheet) -> bool:
    """True outside the title and the wrapping; datelines count, for their names are marked."""
    passages = [m for m in sheet.body.marks if m.sort == "passage" and m.label not in (BACKGROUND, "dateline")]
    return span.start > sheet.body.paragraphs[0].end and not any(m.span.covers(span) for m in passages)


def entities(sheet: Sheet) -> dict[str, Score]:
    """Persons, organisations and places of the language layer, with exactly the same words."""
    text = sheet.body.text
    spans = [span for span in sheet.body.paragraphs if counted(span, sheet)]
    annotations = language.annotate([span.of(text) for span in spans], [span.start for span in spans])
    given = {(e.span, KINDS[e.label]) for a in annotations for e in a.entities if e.label in KINDS}
    marked = ((m.span, ENTITIES[m.label]) for m in outermost(sheet.body.marks))
    gold = {(span, KINDS[kind]) for span, kind in marked if kind in KINDS}
    both = [{e for e in side if counted(e[0], sheet)} for side in (gold, given)]
    return {
        kind: of_sets(*({e for e in side if e[1] == kind} for side in both)) for kind in dict.fromkeys(KINDS.values())
    }


def times(sheet: Sheet) -> dict[str, Score]:
    """Time expressions that share a word: with the same value, and with the same interval if they have one."""
    published = sheet.header["published"]
    # As in the set of dates, the whole text counts: a report with nothing set aside.
    whole = Report(sheet.id, sheet.body.text, "corpus")
    given = find_timexes(whole.text, list(whole.paragraphs()), None if published == "-" else day(published))
    # The annotation leaves a bare "now" unmarked, the reader gives it as TimeML does: it counts on neither side.
    given = tuple(t for t in given if t.span.of(whole.text).lower() not in UNMARKED)
    gold = timexes(sheet.body.marks)
    ours, theirs = (_counted_times(side, sheet) for side in (_single(gold), _single(given)))
    same = most_pairs(
        len(ours), len(theirs), lambda i, j: ours[i].value == theirs[j].value and ours[i].span.overlaps(theirs[j].span)
    )
    placed, replaced = ([t for t in _counted_times(side, sheet) if bounds(t)] for side in (gold, given))
    alike = most_pairs(len(placed), len(replaced), lambda i, j: placed[i].span.overlaps(replaced[j].span))
    right = most_pairs(
        len(placed),
        len(replaced),
        lambda i, j: placed[i].span.overlaps(replaced[j].span) and same_interval(placed[i], replaced[j]),
    )
    return {
        "time, with value": Score(len(same), len(ours), len(theirs)),
        "time, with interval": Score(len(right), len(placed), len(replaced)),
        "interval, of those found": Score(len(right), len(alike), len(alike)),
    }


def _single(found: Sequence[Timex]) -> list[Timex]:
    """Of a range the two ends, as in TimeML; of "the night of Monday" the time, not the day within."""
    return [part for timex in found for part in (timex.parts if "/" in timex.value else (timex,))]


def _counted_times(found: Sequence[Timex], sheet: Sheet) -> list[Timex]:
    return [timex for timex in found if counted(timex.span, sheet)]


def bounds(timex: Timex) -> tuple[bool, dt.date, dt.date] | None:
    """Whether the year is open, first and last day (of a leap year if it is); None if nothing places the expression."""
    when = timex.when
    if when is None:
        return None
    interval = (when.with_year(_LEAP_YEAR, "") if when.year_open else when).interval
    return (when.year_open, *interval) if interval else None


def same_interval(gold: Timex, given: Timex) -> bool:
    """The same first and last day. Where the annotation says "early May" and not which days, any days of May."""
    ours, theirs = bounds(gold), bounds(given)
    if ours is None or theirs is None:
        return False
    if gold.mod is None or gold.when != interval_of(gold.value):
        return ours == theirs
    return ours[0] == theirs[0] and ours[1] <= theirs[1] and theirs[2] <= ours[2]


# ---------------------------------------------------------------- the tables


def lines(scores: Mapping[str, Sequence[dict[str, Score]]]) -> Iterator[str]:
    """A table in Markdown: a group a row, F1 a column. scores: of the reports of each group."""
    summed = {group: total(found) for group, found in scores.items()}
    names = next(iter(summed.values())).keys()
    yield f"| | reports | {' | '.join(names)} |"
    yield "|---" * (len(names) + 2) + "|"
    for group, found in summed.items():
        figures = (f"{100 * found[name].f1:.1f}" if found[name].first + found[name].second else "-" for name in names)
        yield f"| {group} | {len(scores[group])} | {' | '.join(figures)} |"


def account(found: Sequence[dict[str, Score]]) -> Iterator[str]:
    """A table in Markdown: a figure a row, with precision, recall and how many there are."""
    yield "| | F1 | precision | recall | annotated | found |"
    yield "|---|---|---|---|---|---|"
    for name, score in total(found).items():
        parts = (f"{100 * part:.1f}" for part in (score.f1, score.precision, score.recall))
        yield f"| {name} | {' | '.join(parts)} | {score.first} | {score.second} |"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("part", choices=PARTS)
    ap.add_argument("--by", choices=GROUPS)
    options = ap.parse_args()
    register = load_register()
    sheets = load_corpus(FOLDER).of(options.part)
    read = readings([source_of(sheet) for sheet in sheets])
    scores = [measured(sheet, found, register) for sheet, found in zip(sheets, read, strict=True)]
    if options.by is None:
        print(*account(scores), sep="\n")
        return
    groups: dict[str, list[dict[str, Score]]] = {}
    for sheet, score in zip(sheets, scores, strict=True):
        for group in GROUPS[options.by](sheet):
            groups.setdefault(group, []).append(score)
    print(*lines({**dict(sorted(groups.items())), "all": scores}), sep="\n")


def source_of(sheet: Sheet) -> Report:
    """The report as the reader gets it."""
    published, outlet = sheet.header["published"], sheet.header["outlet"]
    return report(sheet.body.text, published=None if published == "-" else published, outlet=outlet, title=sheet.title)


if __name__ == "__main__":
    main()
