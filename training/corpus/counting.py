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
from training.corpus.vocabulary import BACKGROUND, FLAVOURS, GENRES, PARTS, REGIONS

# Mean words a sentence and share of words in quotation marks of 42 real agency reports (1996 to 1998), counted by the
# same functions; ours are to be comparable.
REAL_SENTENCE, REAL_QUOTED = 20.3, 13.9
SENTENCE_OFF, QUOTED_OFF = 2, 3
REAL_TENTHS = "under 5, over 34"
_NAMES = frozenset(("P", "O", "O*", "L", "L*", "M", "V", "W"))


# Shares of the parts, per cent, and how far off they may be: stories are not divided.
PART_SHARES = {"train": 70, "dev": 10, "test": 20}
SHARE_OFF = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the least it is to be, or, with ``off``, what it is to be within."""

    name: str
    figure: float
    needed: float
    off: float | None = None

    @property
    def reached(self) -> bool:
        """True if the figure is what is needed: at least that, or near enough if ``off`` is given."""
        if self.off is None:
            return self.figure >= self.needed
        return abs(self.figure - self.needed) <= self.off

    def __str__(self) -> str:
        figure = f"{self.figure:.1f}" if isinstance(self.figure, float) else str(self.figure)
        needed = f"{self.needed:g}" if self.off is None else f"{self.needed:g} ± {self.off:g}"
        return f"{self.name:<44} {figure:>8}   of {needed:<12} {'reached' if self.reached else 'OPEN'}"


def bars(corpus: Corpus, register: Register) -> list[Bar]:
    """The figures the corpus is to reach, as they stand."""
    reports = corpus.reports
    spoken = phrases(reports)
    flavours = {report.header.get("flavour") for report in reports}
    genres = {report.header.get("genre") for report in reports}
    regions = {region for report in reports for region in regions_of(report)}
    total = paragraphs(reports) or 1
    return [
        Bar("reports", len(reports), 200),
        Bar("paragraphs (titles and wrapping left out)", paragraphs(reports), 800),
        Bar("stories", len(corpus.stories), 40),
        Bar("countries", len(countries(reports, register)), 120),
        Bar("organisations", len(organisations(reports, register)), 60),
        Bar("UN subregions, and the world as a whole", len(regions & set(REGIONS)), len(REGIONS)),
        Bar("flavours", len(flavours & set(FLAVOURS)), len(FLAVOURS)),
        Bar("genres", len(genres & set(GENRES)), len(GENRES)),
        Bar("different cue phrases and triggers", len(spoken["cue"] | spoken["trigger"]), 900),
        Bar("different names", len(names(reports)), 1500),
        *(
            Bar(f"paragraphs in {part}, per cent", 100 * paragraphs(corpus.of(part)) / total, share, SHARE_OFF)
            for part, share in PART_SHARES.items()
        ),
        Bar("words a sentence, mean", mean(sentence_lengths(reports) or [0]), REAL_SENTENCE, SENTENCE_OFF),
        Bar("words in quotation marks, per cent", 100 * share_of_quotations(reports), REAL_QUOTED, QUOTED_OFF),
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
    found = bars(corpus, register)
    yield from map(str, found)
    left = [bar.name for bar in found if not bar.reached]
    yield f"open: {'; '.join(left)}" if left else "every bar is reached"
    yield ""
    yield from _lengths(corpus)
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


def _lengths(corpus: Corpus) -> Iterator[str]:
    """Length of sentences and share of quotations by part, beside those of real reports."""
    yield f"{'':<16} {'words a sentence':>18} {'shortest and longest tenth':>28} {'quoted, %':>10}"
    for part in (*PARTS, "all"):
        reports = corpus.reports if part == "all" else corpus.of(part)
        found = sorted(sentence_lengths(reports))
        if found:
            tenth = len(found) // 10
            spread = f"under {found[tenth]}, over {found[-tenth - 1]}"
            yield f"{part:<16} {mean(found):>18.1f} {spread:>28} {100 * share_of_quotations(reports):>10.1f}"
    yield f"{'real reports':<16} {REAL_SENTENCE:>18} {REAL_TENTHS:>28} {REAL_QUOTED:>10}"


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
