"""Coreference of people: ``python -m benchmarks.coreference FILE.conllu`` or ``... --corpus PART``.

FILE: documents of GUM with coreference in the manner of OntoNotes (MISC ``Entity=``), plain or .gz: of the third-person
pronouns for people, how many are tied to a name of the right person. PART: train, dev or test of ``training/corpus``:
MUC, B³ and CEAF-e of all mentions of people, those that the reader finds by itself against those annotated. In both,
the reader gets running text and nothing else of the file. ``--errors`` shows what went wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks._clusters import FIGURES, Part
from benchmarks._entities import Document, Entity, documents
from benchmarks._io import readings, report
from benchmarks._people import ANNOTATED_NAMES, READ_NAMES, Spoken, clusters, paired, spoken
from benchmarks.corpus import FOLDER, source_of
from legation.model import Mention, Reading, Span
from legation.register import load as load_register
from training.corpus.files import Sheet
from training.corpus.files import load as load_corpus
from training.corpus.gold import reading as gold_of
from training.corpus.matching import Score
from training.corpus.vocabulary import PARTS

GENRES = ("news", "interview", "bio")
PRONOUNS = frozenset("he him his himself she her hers herself".split())
# Pronouns that stand for people besides; "they" counts where one of these, or of those above, stands for the same.
OF_ONE = PRONOUNS | frozenset("i me my mine myself".split())
THEY = frozenset("they them their theirs themselves themself".split())


# ---------------------------------------------------------------- pronouns of a treebank


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pronoun: its sentence, the words of the name it is tied to (None: to nobody), and whether that is right."""

    words: str
    name: str | None
    right: bool


def pronouns(document: Document) -> dict[Span, Entity]:
    """The pronouns for people who have a name in the text."""
    text, found = document.text, {}
    for entity in document.entities:
        words = {span: span.of(text).lower() for span in entity.spans}
        asked = PRONOUNS | (THEY if OF_ONE & set(words.values()) else frozenset())
        if entity.names:
            found.update({span: entity for span, word in words.items() if word in asked})
    return dict(sorted(found.items(), key=lambda item: item[0]))


def antecedent(found: Reading, pronoun: Span) -> Span | None:
    """The name to which the reader ties a pronoun: the nearest before it, else the first of the text."""
    actor = next((m.actor for m in found.mentions if m.span == pronoun and is_person(found, m)), None)
    names = [m.span for m in found.mentions if m.actor == actor and m.how in READ_NAMES]
    before = [span for span in names if span.end <= pronoun.start]
    return before[-1] if before else names[0] if names else None


def is_person(found: Reading, mention: Mention) -> bool:
    """True if the mention is of a person."""
    return found.actor(mention.actor).kind == "person"


def resolved(document: Document, found: Reading) -> Iterator[Resolved]:
    """What the reader makes of each pronoun that counts. Right: the name's head is in the words that the reader has."""
    for span, entity in pronouns(document).items():
        name = antecedent(found, span)
        right = name is not None and any(name.overlaps(head) for heads in entity.names for head in heads)
        around = f"{document.text[max(0, span.start - 90) : span.start]}[{span.of(document.text)}]"
        yield Resolved(
            f"{around}{document.text[span.end : span.end + 30]}", name.of(document.text) if name else None, right
        )


def of_pronouns(found: Iterable[Resolved]) -> Score:
    """A pronoun that is tied to nobody costs recall alone."""
    every = list(found)
    return Score(sum(r.right for r in every), len(every), sum(r.name is not None for r in every))


def treebank_lines(path: Path, errors: bool) -> Iterator[str]:
    """The table of a treebank, by genre."""
    texts = [d for d in documents(path) if d.genre in GENRES]
    found = dict(zip((d.id for d in texts), readings([report(d.text) for d in texts]), strict=True))
    made = {d.id: list(resolved(d, found[d.id])) for d in texts}
    if errors:
        yield from (f"{d.id}: {r.words} -> {r.name}" for d in texts for r in made[d.id] if not r.right)
    yield "| | documents | F1 | precision | recall | pronouns |"
    yield "|---" * 6 + "|"
    for name, genres in {**{genre: (genre,) for genre in GENRES}, "all": GENRES}.items():
        these = [d for d in texts if d.genre in genres]
        score = of_pronouns(r for d in these for r in made[d.id])
        parts = (f"{100 * part:.1f}" for part in (score.f1, score.precision, score.recall))
        yield f"| {name} | {len(these)} | {' | '.join(parts)} | {score.first} |"


# ---------------------------------------------------------------- mentions of our corpus


def alike(gold: Sequence[Spoken], given: Sequence[Spoken]) -> dict[str, Part]:
    """All figures of one report; "mentions": how many are found, whoever they are taken for."""
    same = paired(gold, given)
    sides = clusters(gold, {one.span: one.span for one in gold}), clusters(given, same)
    return {name: figure(*sides) for name, figure in FIGURES.items()} | {
        "mentions": Part(len(same), len(gold), len(same), len(given))
    }


def corpus_lines(part: str, errors: bool) -> Iterator[str]:
    """The table of a part of our corpus."""
    register = load_register()
    sheets = load_corpus(FOLDER).of(part)
    summed: dict[str, Part] = {}
    for sheet, found in zip(sheets, readings([source_of(sheet) for sheet in sheets]), strict=True):
        gold = spoken(sheet, gold_of(sheet, register), ANNOTATED_NAMES)
        given = spoken(sheet, found, READ_NAMES)
        if errors:
            yield from differences(sheet, gold, given)
        for name, score in alike(gold, given).items():
            summed[name] = summed.get(name, Part()) + score
    yield "| | F1 | precision | recall |"
    yield "|---" * 4 + "|"
    for name, score in summed.items():
        yield f"| {name} | {100 * score.f1:.1f} | {100 * score.precision:.1f} | {100 * score.recall:.1f} |"
    yield f"| CoNLL mean | {sum(100 * summed[name].f1 for name in FIGURES) / len(FIGURES):.1f} | | |"


def differences(sheet: Sheet, gold: Sequence[Spoken], given: Sequence[Spoken]) -> Iterator[str]:
    """The mentions not found, those too many, and those of another than most of whom they are annotated for, in order:
    whom the annotation means, whom the reader, and the words."""
    same = paired(gold, given)
    back = {theirs: ours for ours, theirs in same.items()}
    who = {one.span: one.who for one in given}
    rows = [(one.span, one.who, who.get(back.get(one.span, one.head), frozenset())) for one in gold]
    rows += [(one.span, frozenset(), one.who) for one in given if one.span not in same]
    usual = {ours: Counter(r[2] for r in rows if r[1] == ours and r[2]).most_common(1) for ours in {r[1] for r in rows}}
    text = sheet.body.text
    for span, ours, theirs in sorted(rows, key=lambda row: row[0]):
        if not ours or not theirs or usual[ours][0][0] != theirs:
            named = ("+".join(sorted(side)) or "-" for side in (ours, theirs))
            yield "\t".join([sheet.id, *named, f"{text[max(0, span.start - 60) : span.start]}[{span.of(text)}]"])


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path, nargs="?")
    ap.add_argument("--corpus", choices=PARTS)
    ap.add_argument("--errors", action="store_true")
    options = ap.parse_args()
    if (options.file is None) == (options.corpus is None):
        ap.error("either FILE or --corpus PART")
    if options.corpus == "test" and options.errors:
        ap.error("errors of the test part are not looked at")
    lines = (
        corpus_lines(options.corpus, options.errors) if options.corpus else treebank_lines(options.file, options.errors)
    )
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
