"""What the corpus holds, counted, beside the figures it is to reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import mean

from legation.model import Span
from legation.register import Register
from training.corpus.files import Corpus, Sheet
from training.corpus.gold import actors_of
from training.corpus.quotations import quoted
from training.corpus.sentences import sentences, tokens
from training.corpus.vocabulary import BACKGROUND, PARTS

# Mean words a sentence and share of words in quotation marks of 42 real agency reports (1996 to 1998), counted by the
# same functions; ours are to be comparable.
REAL_SENTENCE, REAL_QUOTED = 20.3, 13.9
_NAMES = frozenset(("P", "O", "O*", "L", "L*", "M", "V", "W"))


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and what it is to reach; ``least`` None: only comparable to ``beside``."""

    name: str
    figure: float
    least: float | None = None
    beside: float | None = None

    def __str__(self) -> str:
        figure = f"{self.figure:.1f}" if isinstance(self.figure, float) else str(self.figure)
        if self.least is None:
            return f"{self.name:<44} {figure:>8}   real reports: {self.beside}"
        return (
            f"{self.name:<44} {figure:>8}   bar: {self.least:g}  {'reached' if self.figure >= self.least else 'open'}"
        )


def bars(corpus: Corpus, register: Register) -> list[Bar]:
    """The figures the corpus is to reach, as they stand."""
    reports = corpus.reports
    spoken = phrases(reports)
    lengths = sentence_lengths(reports)
    flavours = {report.header.get("flavour") for report in reports}
    regions = {region.partition("/")[0] for report in reports for region in regions_of(report)}
    return [
        Bar("reports", len(reports), 200),
        Bar("paragraphs (titles and wrapping left out)", paragraphs(reports), 800),
        Bar("countries", len(countries(reports, register)), 120),
        Bar("organisations", len(organisations(reports, register)), 60),
        Bar("flavours", len(flavours), 8),
        Bar("UN regions", len(regions - {"World"}), 5),
        Bar("stories", len(corpus.stories), 40),
        Bar("different cue phrases and triggers", len(spoken["cue"] | spoken["trigger"]), 900),
        Bar("different names", len(names(reports)), 1500),
        Bar("words a sentence, mean", mean(lengths) if lengths else 0.0, beside=REAL_SENTENCE),
        Bar("words in quotation marks, per cent", 100 * share_of_quotations(reports), beside=REAL_QUOTED),
    ]


def paragraphs(reports: Iterable[Sheet]) -> int:
    """Paragraphs less titles and those that are wrapping from end to end."""
    total = 0
    for report in reports:
        aside = [m.span for m in report.body.marks if m.sort == "passage" and m.label != "background"]
        total += sum(not any(a.covers(span) for a in aside) for span in report.body.paragraphs[1:])
    return total


def prose(report: Sheet) -> list[Span]:
    """The sentences of a report, its title and wrapping left out."""
    aside = [m.span for m in report.body.marks if m.sort == "passage" and m.label != BACKGROUND]
    body = report.body.paragraphs[0].end if report.body.paragraphs else 0
    return [s for s in sentences(report.body) if s.start > body and not any(a.covers(s) for a in aside)]


def words(text: str, span: Span) -> list[Span]:
    """The words of a span, signs left out."""
    return [t for t in tokens(text, span) if t.of(text)[0].isalnum()]


def word_count(reports: Iterable[Sheet]) -> int:
    """Words of all sentences, titles and wrapping left out."""
    return sum(len(words(report.body.text, sentence)) for report in reports for sentence in prose(report))


def sentence_lengths(reports: Iterable[Sheet]) -> list[int]:
    """Words of each sentence."""
    return [len(words(report.body.text, sentence)) for report in reports for sentence in prose(report)]


def share_of_quotations(reports: Iterable[Sheet]) -> float:
    """The share of words that stand in double quotation marks."""
    inside = total = 0
    for report in reports:
        quotations = quoted(report.body)
        found = [w for sentence in prose(report) for w in words(report.body.text, sentence)]
        inside += sum(word.start in quotations for word in found)
        total += len(found)
    return inside / total if total else 0.0


def countries(reports: Iterable[Sheet], register: Register) -> set[str]:
    """ISO alpha-3 codes of states that take part, of the actors' countries and of places."""
    found: set[str] = set()
    for report in reports:
        found |= {a.country for a in actors_of(report, register).values() if a.country}
        found |= {m.key[1:] for m in report.body.marks if m.key.startswith("@")}
    return found


def organisations(reports: Iterable[Sheet], register: Register) -> set[str]:
    """Keys of the organisations."""
    return {a.key for r in reports for a in actors_of(r, register).values() if a.kind == "organisation"}


def phrases(reports: Iterable[Sheet]) -> dict[str, set[str]]:
    """The different words marked as "cue" and as "trigger", case left aside."""
    found: dict[str, set[str]] = {"cue": set(), "trigger": set()}
    for report in reports:
        for mark in report.body.marks:
            if mark.label in found:
                found[mark.label].add(mark.span.of(report.body.text).lower())
    return found


def names(reports: Iterable[Sheet]) -> set[str]:
    """The different names of people, bodies, places, media, documents and occasions, as spelled."""
    return {m.span.of(r.body.text) for r in reports for m in r.body.marks if m.sort == "mention" and m.label in _NAMES}


def regions_of(report: Sheet) -> list[str]:
    """The regions of the header, each "region/subregion"."""
    return [part.strip() for part in report.header.get("region", "").split(",") if part.strip()]


def lines(corpus: Corpus, register: Register) -> Iterator[str]:
    """The whole account, for people."""
    yield f"{'':<44} {'reports':>8} {'paras':>7} {'words':>8}"
    for title, values in _slices(corpus):
        yield title
        for value, reports in values:
            yield f"  {value:<42} {len(reports):>8} {paragraphs(reports):>7} {word_count(reports):>8}"
    yield ""
    yield from map(str, bars(corpus, register))
    yield ""
    yield from _further(corpus)


def _slices(corpus: Corpus) -> Iterator[tuple[str, list[tuple[str, list[Sheet]]]]]:
    keys: dict[str, Callable[[Sheet], list[str]]] = {
        "part": lambda r: [r.part],
        "flavour": lambda r: [r.header.get("flavour", "")],
        "region": regions_of,
        "genre": lambda r: [r.header.get("genre", "")],
        "outlet kind": lambda r: [r.header.get("outlet_kind", "")],
    }
    yield "all", [("", list(corpus.reports))]
    for name, key in keys.items():
        found: dict[str, list[Sheet]] = {part: [] for part in PARTS} if name == "part" else {}
        for report in corpus.reports:
            for value in key(report):
                found.setdefault(value, []).append(report)
        yield name, sorted(found.items())


def _further(corpus: Corpus) -> Iterator[str]:
    """Counts without a bar: marks by sort, statements and events by kind and status."""
    marks = Counter(m.label for r in corpus.reports for m in r.body.marks if m.sort == "mention")
    yield "mentions: " + _counted(marks)
    for table, field in (("statement", "kind"), ("event", "kind"), ("event", "status"), ("document", "kind")):
        counts = Counter(row.fields.get(field, "") for r in corpus.reports for row in r.table(table))
        yield f"{table}s by {field}: {_counted(counts)}"
    merged = [row for story in corpus.stories for row in story.rows]
    yield "stories: " + _counted(Counter(row.table for row in merged))


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "none"
