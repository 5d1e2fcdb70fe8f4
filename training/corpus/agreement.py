"""How far two annotations of the same reports agree: F1 of one against the other.

Neither is held to be right, so the figures are the same whichever is named first, but for one rule: an engagement that
the first dates must be dated by the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from legation.model import Event, Reading, Span, Statement
from legation.register import Register
from training.corpus.converting import ENTITIES
from training.corpus.counting import paragraphs
from training.corpus.files import Sheet, read_report
from training.corpus.gold import document_spans, reading, register_ids, timexes, told_in
from training.corpus.matching import (
    LENIENT,
    STRICT,
    Pairs,
    Parties,
    Places,
    Score,
    acts,
    attributed,
    engagements,
    most_pairs,
    of_sets,
    parties,
    same_acts,
    same_contents,
    same_documents,
    same_engagements,
    same_party,
    same_speakers,
    total,
)

# The figures that are to reach something, and what.
BARS = {"entities": 0.93, "attribution, end to end": 0.80, "engagements, strict": 0.80}


@dataclass(frozen=True)
class Account:
    """One annotation of a report, as it is compared."""

    sheet: Sheet
    register: Register

    @property
    def text(self) -> str:
        """The report's text."""
        return self.sheet.body.text

    @cached_property
    def reading(self) -> Reading:
        """What the annotation says, in the form of a reading."""
        return reading(self.sheet, self.register)

    @cached_property
    def parties(self) -> Parties:
        """Actors as they are compared."""
        return parties(self.reading, register_ids(self.sheet))

    @cached_property
    def engagements(self) -> list[Event]:
        """The engagements annotated."""
        return engagements(self.reading)

    @cached_property
    def acts(self) -> list[Event]:
        """The acts annotated."""
        return acts(self.reading)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements annotated."""
        return self.reading.statements

    @cached_property
    def named(self) -> Places:
        """Where each document is spoken of."""
        return {d.id: document_spans(self.sheet.body.marks, d.id) for d in self.reading.documents}

    @cached_property
    def entities(self) -> set[tuple[Span, str]]:
        """Every name, title and time expression with what it is, those inside others too."""
        marks = (m for m in self.sheet.body.marks if m.sort == "mention" and m.label in ENTITIES)
        return {(m.span, ENTITIES[m.label]) for m in marks}


def reports_in(folder: Path, names: Iterable[str] | None = None) -> dict[str, Sheet]:
    """The reports under a folder by id, at any depth; only those of these ids, if any are given. Raises MarkupFault."""
    wanted = None if names is None else set(names)
    paths = (path for path in sorted(folder.rglob("*.txt")) if wanted is None or path.stem in wanted)
    return {path.stem: read_report(path.read_text(encoding="utf-8"), path, path.parent.name) for path in paths}


def compared(first: Account, second: Account) -> dict[str, Score]:
    """The scores of one report. Both must have the same text."""
    said, met = (first.statements, second.statements), (first.engagements, second.engagements)
    spoken = same_speakers(first.text, first.reading, first.parties, second.reading, second.parties)
    papers = same_documents(first.reading, first.named, second.reading, second.named)
    return {
        "entities": of_sets(first.entities, second.entities),
        **{f"  {kind}": _of_kind(first, second, kind) for kind in dict.fromkeys(ENTITIES.values())},
        "time expressions, with value": of_sets(_dates(first), _dates(second)),
        "mentions of actors, linked alike": _linked(first, second),
        "attribution, detection": Score(len(same_contents(first.text, *said)), *map(len, said)),
        "attribution, end to end": Score(len(attributed(first.text, *said)), *map(len, said)),
        "statements, speaker and content": Score(len(spoken), *map(len, said)),
        "engagements, lenient": Score(len(_engaged(first, second, LENIENT)), *map(len, met)),
        "engagements, strict": Score(len(_engaged(first, second, STRICT)), *map(len, met)),
        "acts, type and actors": Score(len(_acted(first, second)), len(first.acts), len(second.acts)),
        "documents": Score(len(papers), len(first.named), len(second.named)),
    }


def lines(first: Mapping[str, Sheet], second: Mapping[str, Sheet], register: Register) -> Iterator[str]:
    """The account of two annotations, for people. Reports whose texts differ are named and left out."""
    common = [name for name in first if name in second]
    differing = [name for name in common if first[name].body.text != second[name].body.text]
    for name in differing:
        yield f"{name}: the texts differ from character {_parting(first[name], second[name])} on; left out"
    pairs = [
        (Account(first[name], register), Account(second[name], register)) for name in common if name not in differing
    ]
    yield f"{len(pairs)} reports, {paragraphs(a.sheet for a, _ in pairs)} paragraphs beside titles and wrapping"
    yield f"{'':<36} {'F1':>6} {'both':>6} {'first':>6} {'second':>6}"
    for name, score in total(compared(*pair) for pair in pairs).items():
        bar = BARS.get(name)
        note = "" if bar is None else f"   bar: {bar:.2f}  {'reached' if score.f1 >= bar else 'open'}"
        yield f"{name:<36} {score.f1:>6.3f} {score.both:>6} {score.first:>6} {score.second:>6}{note}"


def differences(first: Account, second: Account) -> Iterator[str]:
    """What only one of the two has, one line each, in the order of the text: "<" the first's, ">" the second's."""
    for kind, found in _differences(first, second):
        for sign, _, what in sorted(found, key=lambda one: (one[1], one[0])):
            yield f"{first.sheet.id} {kind} {sign} {what}"


Only = list[tuple[str, Span, str]]


def _differences(first: Account, second: Account) -> Iterator[tuple[str, Only]]:
    text = first.text
    only = (("<", first.entities - second.entities), (">", second.entities - first.entities))
    yield "entity", [(sign, span, f"{kind}: {span.of(text)!r}") for sign, side in only for span, kind in side]
    said = [[(s.content[0], _saying(s, text)) for s in side.statements] for side in (first, second)]
    yield "statement", _lonely(attributed(text, first.statements, second.statements), *said)
    met = [[(e.trigger, _telling(e, text)) for e in side.engagements] for side in (first, second)]
    yield "engagement", _lonely(_engaged(first, second, STRICT), *met)
    done = [[(e.trigger, _telling(e, text)) for e in side.acts] for side in (first, second)]
    yield "act", _lonely(_acted(first, second), *done)


def _lonely(pairs: Pairs, first: Sequence[tuple[Span, str]], second: Sequence[tuple[Span, str]]) -> Only:
    """What is in no pair."""
    ours, theirs = ({pair[side] for pair in pairs} for side in (0, 1))
    left = [("<", *one) for n, one in enumerate(first) if n not in ours]
    return left + [(">", *one) for n, one in enumerate(second) if n not in theirs]


def _saying(statement: Statement, text: str) -> str:
    source, cue = (span.of(text) if span else "-" for span in (statement.source, statement.cue))
    return f"{statement.id} {source} | {cue} | {' ... '.join(span.of(text) for span in statement.content)}"


def _telling(event: Event, text: str) -> str:
    roles = " ".join(f"{role.role}={role.actor}" for role in event.roles)
    code = f" {event.plover}" if event.kind == "act" else ""
    return f"{event.id} {event.kind}{code} {event.trigger.of(text)!r} {roles} when={event.when.edtf} {event.status}"


def _parting(one: Sheet, other: Sheet) -> int:
    both = zip(one.body.text, other.body.text, strict=False)
    return next((n for n, (a, b) in enumerate(both) if a != b), min(len(one.body.text), len(other.body.text)))


# ---------------------------------------------------------------- what is compared


def _of_kind(first: Account, second: Account, kind: str) -> Score:
    return of_sets(*({e for e in side.entities if e[1] == kind} for side in (first, second)))


def _dates(account: Account) -> set[tuple[Span, str]]:
    found = timexes(account.sheet.body.marks)
    return {(one.span, one.value) for timex in found for one in (timex.parts or (timex,))}


def _linked(first: Account, second: Account) -> Score:
    """Words that stand for an actor on both sides, and for the same one."""
    ours, theirs = _by_span(first), _by_span(second)
    both = sum(len(_same_keys(first, keys, second, theirs[span])) for span, keys in ours.items() if span in theirs)
    return Score(both, *(sum(map(len, side.values())) for side in (ours, theirs)))


def _by_span(account: Account) -> dict[Span, list[str]]:
    found: dict[Span, list[str]] = {}
    for mention in account.reading.mentions:
        found.setdefault(mention.span, []).append(mention.actor)
    return found


def _same_keys(first: Account, ours: Sequence[str], second: Account, theirs: Sequence[str]) -> Pairs:
    return most_pairs(
        len(ours), len(theirs), lambda i, j: same_party(first.parties[ours[i]], second.parties[theirs[j]])
    )


def _engaged(first: Account, second: Account, share: float) -> Pairs:
    return same_engagements(first.engagements, first.parties, second.engagements, second.parties, share)


def _acted(first: Account, second: Account) -> Pairs:
    return same_acts(
        first.acts, first.parties, told_in(first.sheet), second.acts, second.parties, told_in(second.sheet)
    )
