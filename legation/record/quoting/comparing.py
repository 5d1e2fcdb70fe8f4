"""Where a quotation stands in a text, how true it is to it, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise

from legation.model import Span
from legation.record.quotations import Difference, DifferenceKind, Verdict
from legation.record.quoting.aligning import Step, align, cost, weight
from legation.record.quoting.sentences import paragraph_around, sentence_around
from legation.record.quoting.weighty import matters
from legation.record.quoting.words import Quotation, Word

CLOSE = 0.5
"""What must be kept of a quotation (similarity) for it to be close to a sentence and not another one.

Tuned on tests/record/quotes.tsv: the least alike that a reader takes for the same sentence has 0.53, and the most alike
of other sentences 0.48. Of 120 quotations held against 200 reports that they are not from, none but one that echoes
another has more than 0.46.
"""
LEAST_KEPT = 4
"""Of close words at least so many must be the very same; shorter quotations are found verbatim only. Three that agree
are a turn of phrase: "the ink is"."""

# Below this share of a quotation's words in a stretch, however they stand, aligning is not worth its time: other forms
# of a word are worth 0.6 of it, and hardly any quotation is in other forms throughout.
_WORTH_ALIGNING = CLOSE - 0.25
_WINDOWS = 2
# Only a word or two stand in one text more often.
_MOST_PLACES = 5
# Words that an ellipsis may leave out: a long paragraph or two.
_ELLIPSIS_REACH = 150
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_MARKS = _OPENING + _CLOSING + _STRAIGHT
# "says that", "says": what is clipped so is no loss.
_NO_LOSS = (["that"],)
# Of words that are not quoted only some turn the sense of those that are.
_NOT_QUOTED = frozenset({"ellipsis", "clipped before", "clipped after"})
_TURNING = frozenset({"negation", "condition"})

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a quotation stands. similarity: 0 to 1, 1 for verbatim. span: from the first to the last word that
    stands for one of its words; kept: those that are the very same, in runs. Characters of the text, half-open."""

    verdict: Verdict
    similarity: float
    span: Span
    kept: tuple[Span, ...]
    sentence: Span
    differences: tuple[Difference, ...] = ()


def occurrences(quoted: Quotation, words: Sequence[Word]) -> list[Steps]:
    """The first places where the words stand unbroken; failing that, the best alignments with the likeliest stretches.

    Steps hold indexes into ``words``.
    """
    if not quoted.words:
        return []
    verbatim = list(islice(_verbatim(quoted, words), _MOST_PLACES))
    if verbatim or len(quoted.words) < LEAST_KEPT:
        return verbatim
    found = []
    for start, end in _windows(quoted, words):
        aligned = align(quoted, words[start:end])
        steps = (s if s.theirs is None else replace(s, theirs=s.theirs + start) for s in aligned)
        found.append(tuple(steps))
    return found


def compare(
    quoted: Quotation, text: str, words: Sequence[Word], steps: Steps, content: Sequence[Span] | None = None
) -> Match | None:
    """What an alignment comes to; None if it is another sentence. content: of the statement that the words stand in,
    beyond which nothing is clipped."""
    return _Comparison(quoted, text, words, steps, content).match()


def _verbatim(quoted: Quotation, words: Sequence[Word]) -> Iterator[Steps]:
    wanted = [word.folded for word in quoted.words]
    folded = [word.folded for word in words]
    for start in range(len(folded) - len(wanted) + 1):
        if folded[start] == wanted[0] and folded[start : start + len(wanted)] == wanted:
            yield tuple(Step(i, start + i) for i in range(len(wanted)))


def _windows(quoted: Quotation, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The stretches that share most words and pairs of words with the quotation, not overlapping, best first."""
    own = {word.folded: weight(word) for word in quoted.words}
    pairs = {(a.folded, b.folded) for a, b in pairwise(quoted.words)}
    worth = [own.get(word.folded, 0.0) for word in words]
    for at, (a, b) in enumerate(pairwise(words)):
        worth[at] += (a.folded, b.folded) in pairs
    length = len(quoted.words) * 2 + LEAST_KEPT + _ELLIPSIS_REACH * len(quoted.gaps)
    sums = [0.0, *accumulate(worth)]
    starts = sorted(
        range(max(1, len(words) - length + 1)), key=lambda at: sums[at] - sums[min(at + length, len(words))]
    )
    taken: list[int] = []
    for start in starts:
        if len(taken) == _WINDOWS:
            return
        if any(abs(start - other) < length for other in taken):
            continue
        taken.append(start)
        there = {word.folded for word in words[start : start + length]}
        if sum(weight(w) for w in quoted.words if w.folded in there) >= _WORTH_ALIGNING * _whole(quoted):
            yield start, start + length


def _whole(quoted: Quotation) -> float:
    return sum(weight(word) for word in quoted.words)


class _Comparison:
    """One alignment, looked at from its edges inwards."""

    def __init__(
        self, quoted: Quotation, text: str, words: Sequence[Word], steps: Steps, content: Sequence[Span] | None
    ) -> None:
        self._quoted, self._text, self._words, self._content = quoted, text, words, content
        self._steps = self._within_sentences(steps)
        self._cost = cost(self._steps, quoted, words)
        at = [step.theirs for step in self._steps if step.theirs is not None]
        self._at = (at[0], at[-1]) if at else None

    def match(self) -> Match | None:
        """Where the quotation stands and what differs; None if no word of it stands there."""
        if self._at is None:
            return None
        span = Span(self._words[self._at[0]].span.start, self._words[self._at[1]].span.end)
        sentence = sentence_around(self._text, span.start, span.end)
        before, after = self._clipped(span, sentence)
        differences = self._moved([*before, *self._told(), *after])
        differences = _with_edges(differences)
        verbatim = all(self._same(step) for step in self._steps)
        similarity = 1.0 if verbatim else max(0.0, 1 - self._cost / _whole(self._quoted))
        if not verbatim and (similarity < CLOSE or sum(map(self._same, self._steps)) < LEAST_KEPT):
            return None
        return Match(
            "verbatim" if verbatim else "close",
            round(similarity, 3),
            span,
            tuple(self._kept()),
            sentence,
            tuple(map(self._shown, differences)),
        )

    def _within_sentences(self, steps: Steps) -> Steps:
        """The steps without those at the edges that reach for a small word of the next sentence."""
        return self._edge(self._edge(steps)[::-1])[::-1]

    def _edge(self, steps: Steps) -> Steps:
        solid = next((at for at in range(len(steps)) if self._solid(steps, at)), 0)
        here = steps[solid].theirs
        if solid == 0 or here is None:
            return steps
        sentence = sentence_around(self._text, self._words[here].span.start, self._words[here].span.end)
        return (
            tuple(
                Step(step.quoted, None) if self._beyond(step, sentence) else step
                for step in steps[:solid]
                if step.quoted is not None or not self._beyond(step, sentence)
            )
            + steps[solid:]
        )

    def _beyond(self, step: Step, sentence: Span) -> bool:
        return step.theirs is not None and not sentence.covers(self._words[step.theirs].span)

    def _solid(self, steps: Steps, at: int) -> bool:
        """True for the same word, if it is not a small one by itself."""
        if not self._same(steps[at]):
            return False
        neighbour = at + 1 < len(steps) and self._same(steps[at + 1])
        return neighbour or weight(self._quoted.words[steps[at].quoted or 0]) == 1

    def _same(self, step: Step) -> bool:
        if step.quoted is None or step.theirs is None:
            return False
        return self._quoted.words[step.quoted].folded == self._words[step.theirs].folded

    def _kept(self) -> Iterator[Span]:
        """Runs of words that are the very same."""
        run: list[int] = []
        for step in self._steps:
            if self._same(step) and step.theirs is not None and (not run or step.theirs == run[-1] + 1):
                run.append(step.theirs)
                continue
            yield from self._span_of(run)
            run = [step.theirs] if self._same(step) and step.theirs is not None else []
        yield from self._span_of(run)

    def _span_of(self, run: Sequence[int]) -> Iterator[Span]:
        # Words side by side in a statement may stand apart in the text, with the speaker between them.
        start = 0
        for at in range(1, len(run) + 1):
            if at == len(run) or self._apart(run[at - 1]):
                if run[start:at]:
                    yield Span(self._words[run[start]].span.start, self._words[run[at - 1]].span.end)
                start = at

    def _apart(self, at: int) -> bool:
        between = self._text[self._words[at].span.end : self._words[at + 1].span.start]
        return any(letter.isalnum() for letter in between)

    def _told(self) -> Iterator[_Run]:
        """The runs of words that differ, in order."""
        run = _Run()
        for step in self._steps:
            if self._same(step):
                yield from run.parts()
                run = _Run()
            else:
                run.take(step, self._quoted.words, self._words)
        yield from run.parts()

    def _clipped(self, span: Span, sentence: Span) -> tuple[list[_Run], list[_Run]]:
        """The words of the sentence before and behind, as far as the same quotation or statement goes."""
        assert self._at is not None
        first, last = self._at
        quoted = _inside_marks(self._text, span.start)
        begin = first
        while begin > 0 and self._goes_on(begin - 1, sentence, quoted, begin - 1):
            begin -= 1
        end = last + 1
        while end < len(self._words) and self._goes_on(end, sentence, quoted, end - 1):
            end += 1
        before, after = list(self._words[begin:first]), list(self._words[last + 1 : end])
        if [word.folded for word in before] in _NO_LOSS:
            before = []
        return (
            [_Run(theirs=before, kind="clipped before")] if before else [],
            [_Run(theirs=after, kind="clipped after")] if after else [],
        )

    def _goes_on(self, at: int, sentence: Span, quoted: bool, gap: int) -> bool:
        """True if the word ``at`` belongs to what the found words belong to; ``gap``: index of the word before the gap
        that lies between."""
        word = self._words[at].span
        if not sentence.covers(word) or (self._content and not any(span.covers(word) for span in self._content)):
            return False
        between = self._text[self._words[gap].span.end : self._words[gap + 1].span.start]
        return not (quoted and any(mark in between for mark in _MARKS))

    def _shown(self, run: _Run) -> Difference:
        span = Span(run.theirs[0].span.start, run.theirs[-1].span.end) if run.theirs else None
        quoted = " ".join(word.text for word in run.quoted)
        why = None if run.kind == "moved" else matters(run.theirs, run.quoted)
        if run.kind in _NOT_QUOTED and why not in _TURNING:
            why = None
        return Difference(run.kind, self._as_written(run.theirs), quoted, span, why)

    def _as_written(self, words: Sequence[Word]) -> str:
        """The words with what stands between them, unless other words do."""
        between = (self._text[a.span.end : b.span.start] for a, b in pairwise(words))
        gaps = [" " if any(map(str.isalnum, gap)) else gap for gap in between]
        return "".join(word.text + gap for word, gap in zip(words, [*gaps, ""], strict=True)) if words else ""

    def _moved(self, runs: list[_Run]) -> list[_Run]:
        """Words added in one place and left out in another have moved; that costs half."""
        for added in [run for run in runs if run.kind == "added"]:
            for other in runs:
                at = other.place_of(added) if other.kind in ("left out", "clipped before", "clipped after") else None
                if at is None:
                    continue
                words = added.quoted
                self._cost -= sum(map(weight, words)) * (1.5 if other.kind == "left out" else 0.5)
                added.kind, added.theirs = "moved", other.theirs[at : at + len(words)]
                del other.theirs[at : at + len(words)]
                break
        return [run for run in runs if run.theirs or run.quoted]


@dataclass(slots=True)
class _Run:
    """Words that differ, side by side: those of the report, and the quoted ones in their place."""

    theirs: list[Word]
    quoted: list[Word]
    hidden: list[Word]
    kind: DifferenceKind = "changed"

    def __init__(self, theirs: list[Word] | None = None, kind: DifferenceKind = "changed") -> None:
        self.theirs, self.quoted, self.hidden, self.kind = theirs or [], [], [], kind

    def take(self, step: Step, quoted: Sequence[Word], theirs: Sequence[Word]) -> None:
        """Add one step of the alignment."""
        if step.theirs is not None:
            (self.hidden if step.gap else self.theirs).append(theirs[step.theirs])
        if step.quoted is not None:
            self.quoted.append(quoted[step.quoted])

    def parts(self) -> Iterator[_Run]:
        """What the quotation leaves out with an ellipsis apart from what it changes."""
        if self.theirs or self.quoted:
            self.kind = "added" if not self.theirs else "changed" if self.quoted else "left out"
            yield self
        if self.hidden:
            yield _Run(theirs=self.hidden, kind="ellipsis")

    def place_of(self, added: _Run) -> int | None:
        """Where the added words stand among those of the report."""
        wanted = [word.folded for word in added.quoted]
        own = [word.folded for word in self.theirs]
        return next((at for at in range(len(own)) if own[at : at + len(wanted)] == wanted), None)


def _with_edges(runs: list[_Run]) -> list[_Run]:
    """Words added at an edge where the report has others are changed words: "in Ankara" for "in Baku"."""
    if len(runs) > 1 and runs[0].kind == "clipped before" and runs[1].kind == "added":
        _pair(runs[1], runs[0], from_end=True)
    if len(runs) > 1 and runs[-1].kind == "clipped after" and runs[-2].kind == "added":
        _pair(runs[-2], runs[-1], from_end=False)
    return [run for run in runs if run.theirs or run.quoted]


def _pair(added: _Run, clipped: _Run, *, from_end: bool) -> None:
    number = min(len(added.quoted), len(clipped.theirs))
    added.kind = "changed"
    if from_end:
        added.theirs, clipped.theirs = clipped.theirs[-number:], clipped.theirs[:-number]
    else:
        added.theirs, clipped.theirs = clipped.theirs[:number], clipped.theirs[number:]


def _inside_marks(text: str, at: int) -> bool:
    """True if a quotation mark is open at this character, seen from the beginning of its line."""
    before = text[paragraph_around(text, at, at).start : at]
    opened = max(map(before.rfind, _OPENING))
    return opened > max(map(before.rfind, _CLOSING)) or before.count(_STRAIGHT) % 2 == 1
