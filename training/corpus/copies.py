"""Paragraphs that repeat one another, by the word 5-grams they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.corpus.files import Sheet

WORDS = 5
MOST_SHARED = 0.4
# Shorter paragraphs have too few 5-grams for a share of them to tell anything.
LEAST_WORDS = 10
_WORD = re.compile(r"[^\W_]+")

# Report and number of the paragraph; the title is paragraph 0.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """Two paragraphs and the share of 5-grams of the shorter one that stand in the other too."""

    place: Place
    other: Place
    share: float


def grams(text: str) -> frozenset[tuple[str, ...]]:
    """The word 5-grams of a text, case and signs left aside; none of one under ten words."""
    words = _WORD.findall(text.lower())
    if len(words) < LEAST_WORDS:
        return frozenset()
    return frozenset(tuple(words[n : n + WORDS]) for n in range(len(words) - WORDS + 1))


def shared_pairs(reports: Iterable[Sheet], most: float = MOST_SHARED) -> Iterator[Shared]:
    """Pairs of paragraphs that share more than ``most``; the one that comes later is ``place``."""
    seen: dict[Place, frozenset[tuple[str, ...]]] = {}
    filed: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for report in reports:
        for number, span in enumerate(report.body.paragraphs):
            own = grams(span.of(report.body.text))
            common = Counter(place for gram in own for place in filed[gram])
            for other, count in common.items():
                share = count / min(len(own), len(seen[other]))
                if share > most:
                    yield Shared((report.id, number), other, share)
            seen[report.id, number] = own
            for gram in own:
                filed[gram].append((report.id, number))


def place_of(value: str | None) -> Place | None:
    """The paragraph that "report:3" means; None if it is written otherwise."""
    report, sign, number = (value or "").rpartition(":")
    return (report, int(number)) if sign and report and number.isdigit() else None


def copied(stories: Iterable[Sheet]) -> set[frozenset[Place]]:
    """The pairs of paragraphs that stories name as copied; three copies of one original are three pairs."""
    found = set()
    for story in stories:
        groups: list[set[Place]] = []
        for row in story.table("copy"):
            pair = {p for p in (place_of(row.get("from")), place_of(row.get("to"))) if p}
            joined = [group for group in groups if group & pair]
            groups = [group for group in groups if not group & pair] + [pair.union(*joined)]
        found |= {frozenset((a, b)) for group in groups for a in group for b in group if a != b}
    return found
