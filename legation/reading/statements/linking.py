"""Quotations and their speakers: which cue a quotation belongs to, and which ones go on without a cue.

Tried in order for each quotation that no clause has taken yet: the cue right behind it, the cue in front
of it in the same sentence, a colon before it, the quotation just before it in its paragraph, the
paragraph before. Speaker rules after Pouliquen et al. (2007) and O'Keefe et al. (2012).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.language import Token
from legation.model import Span
from legation.reading.statements.clauses import Passage, SpeechClause
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import noun_phrase
from legation.reading.statements.quotes import Quotation

_GAP = re.compile(r"[\s,.;:–—-]*(?:(?:and|but|then|also|as|later|in turn)\b[\s,]*)?")
_COLON = Cue(":", frozenset({"quote"}), False, None)
_NO_CUE = Cue("", frozenset({"quote"}), False, None)
_SENTENCE_END = re.compile(r"[.!?…]['\"”»]?\s*$")
COLON, ADJACENT, CONTINUED = 0.7, 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Draft:
    """A speech clause on its way to an attribution. continues: index of the draft whose speaker goes on."""

    clause: SpeechClause
    continues: int | None = None


class Linker:
    """Collects drafts passage by passage; ``drafts`` is the result, in order of finding."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self._last_of_previous: int | None = None

    def add(self, passage: Passage, clauses: Sequence[SpeechClause]) -> None:
        """Takes the next passage with its speech clauses; links its quotations."""
        first = len(self.drafts)
        self.drafts += [Draft(self._without_narrative(c, passage)) for c in clauses]
        for quotation in passage.quotations.all:
            if not self._taken(quotation, first):
                self._link(passage, quotation, first)
        spoken = [i for i in range(first, len(self.drafts)) if self._is_spoken(i)]
        ordered = sorted(spoken, key=lambda i: self.drafts[i].clause.content[-1].end)
        self._last_of_previous = ordered[-1] if ordered else None

    def _is_spoken(self, i: int) -> bool:
        clause = self.drafts[i].clause
        return bool(clause.content) and not clause.entry.belief and clause.frame != "noun"

    def _taken(self, quotation: Quotation, first: int) -> bool:
        return any(
            c.overlaps(quotation.inner)
            for d in self.drafts[first:]
            for c in d.clause.content
            if _binds(d.clause, c, quotation)
        )

    def _without_narrative(self, clause: SpeechClause, passage: Passage) -> SpeechClause:
        """A quotation right before its cue is the content alone if a finished sentence stands before it."""
        if clause.frame != "before" or not clause.content:
            return clause
        quoted = [q for q in passage.quotations.within(clause.content[0]) if q.span.end == clause.content[0].end]
        if quoted and quoted[0].words >= 4:
            lead = self.text[clause.content[0].start : quoted[0].span.start]
            if lead.strip() and _SENTENCE_END.search(lead):
                return replace(clause, content=(quoted[0].span, *clause.content[1:]))
        return clause

    def _link(self, passage: Passage, quotation: Quotation, first: int) -> None:
        at = self._behind(quotation, first)
        if at is None:
            at = self._in_front(passage, quotation, first)
        if at is not None:
            self._join(at, quotation.span, "quote", ADJACENT)
        elif quotation.is_statement(self.text) and not self._by_colon(passage, quotation, first):
            self._go_on(passage, quotation, first)

    def _join(self, at: int, span: Span, frame: str, score: float) -> None:
        clause = self.drafts[at].clause
        content = tuple(sorted({*clause.content, span}))
        score = score if clause.source else score - 0.3
        self.drafts[at] = replace(
            self.drafts[at],
            clause=replace(clause, content=content, frame=clause.frame or frame, score=score),
        )

    def _behind(self, quotation: Quotation, first: int) -> int | None:
        """The cue clause that begins right behind the quotation."""
        for i in range(first, len(self.drafts)):
            clause = self.drafts[i].clause
            if not clause.quotable or clause.frame == "clause" or clause.core.start < quotation.span.end:
                continue
            gap = self.text[quotation.span.end : clause.core.start]
            asserted = not quotation.inner.of(self.text).rstrip().endswith(".") or gap.strip(" \u00a0") in (
                "",
                "–",
                "—",
            )
            if _GAP.fullmatch(gap) and "." not in gap and asserted and "\n" not in gap:
                return i
        return None

    def _in_front(self, passage: Passage, quotation: Quotation, first: int) -> int | None:
        """The cue clause before the quotation in its sentence, right before it or parted by a comma or colon."""
        sentence = passage.sentence_at(quotation.span.start)
        for i in reversed(range(first, len(self.drafts))):
            clause = self.drafts[i].clause
            if not clause.quotable or clause.sentence != sentence or clause.core.end > quotation.span.start:
                continue
            gap = self.text[clause.core.end : quotation.span.start].rstrip()
            if clause.frame in ("before", "quote") and not re.fullmatch(r"[\s,;:–—.-]*", gap):
                continue
            if gap.endswith((",", ":", "–", "—")) or len(gap.split()) <= 1:
                return i
        return None

    def _by_colon(self, passage: Passage, quotation: Quotation, first: int) -> bool:
        """ "X put it plainly: ..." and "X: ...", in this paragraph or at the end of the one before."""
        before = self.text[: quotation.span.start].rstrip()
        if not before.endswith(":"):
            return False
        colon = len(before) - 1
        in_passage = colon >= passage.annotation.span.start
        candidates = [
            i
            for i, d in enumerate(self.drafts)
            if d.clause.quotable
            and d.clause.core.end <= colon
            and colon - d.clause.core.end < 160
            and d.clause.frame in ("", "quote")
        ]
        candidates = [
            i for i in candidates if not _SENTENCE_END.search(self.text[self.drafts[i].clause.core.end : colon])
        ]
        if candidates:
            self._join(candidates[-1], quotation.span, "quote", ADJACENT)
            return True
        return in_passage and self._named_before_colon(passage, quotation, colon)

    def _named_before_colon(self, passage: Passage, quotation: Quotation, colon: int) -> bool:
        sentence = passage.sentence_at(colon)
        tokens = passage.annotation.within(Span(sentence.start, colon))
        head = _subject_of(passage, tokens)
        if head is None:
            return False
        source = noun_phrase(passage.annotation, head)
        source = Span(source.start, min(source.end, colon))
        clause = SpeechClause(
            passage.index,
            sentence,
            _COLON,
            Span(colon, colon + 1),
            Span(source.start, colon + 1),
            source,
        )
        self.drafts.append(Draft(replace(clause, content=(quotation.span,), frame="quote", score=COLON)))
        return True

    def _go_on(self, passage: Passage, quotation: Quotation, first: int) -> None:
        """A quotation without a cue: the second half of the one before, or a new paragraph of the same speaker."""
        ended = [
            (max(d.clause.sentence.end, d.clause.content[-1].end), i)
            for i, d in enumerate(self.drafts[first:], first)
            if self._is_spoken(i) and d.clause.content[0].start < quotation.span.start
        ]
        last = max(ended, default=None)
        if last is not None:
            if last[0] > quotation.span.start or self.text[last[0] : quotation.span.start].strip():
                return
            if self._is_quoted(passage, last[1]):
                self._join(last[1], quotation.span, "quote", self.drafts[last[1]].clause.score)
            else:
                self._append_continuation(passage, quotation, last[1])
            return
        opens = not self.text[passage.annotation.span.start : quotation.span.start].strip()
        if opens and self._last_of_previous is not None and self._previous_goes_on(passage):
            self._append_continuation(passage, quotation, self._last_of_previous)

    def _is_quoted(self, passage: Passage, at: int) -> bool:
        contents = self.drafts[at].clause.content
        return any(q.span.overlaps(c) and q.words >= 3 for c in contents for q in passage.quotations.within(c))

    def _previous_goes_on(self, passage: Passage) -> bool:
        """Only whole paragraphs of quotation are taken for the speech going on."""
        span = passage.annotation.span
        quoted = sum(q.span.end - q.span.start for q in passage.quotations.all)
        return quoted >= 0.8 * len(self.text[span.start : span.end].strip())

    def _append_continuation(self, passage: Passage, quotation: Quotation, at: int) -> None:
        earlier = self.drafts[at].continues
        if earlier is not None and self.drafts[at].clause.source is None:
            at = earlier
        empty = Span(quotation.span.start, quotation.span.start)
        clause = SpeechClause(passage.index, quotation.span, _NO_CUE, empty, empty, None)
        self.drafts.append(
            Draft(
                replace(clause, content=(quotation.span,), frame="quote", score=CONTINUED),
                at,
            )
        )


def _binds(clause: SpeechClause, content: Span, quotation: Quotation) -> bool:
    """Belief, and nouns that happen to stand near, leave a quotation free for its speaker."""
    return content.covers(quotation.inner) and not clause.entry.belief


def _subject_of(passage: Passage, tokens: Sequence[Token]) -> Token | None:
    """The subject of the words before a colon, or their head if they are a name alone."""
    inside = {t.i for t in tokens}
    subjects = [t for t in tokens if t.dep == "nsubj" and t.pos in ("PROPN", "NOUN", "PRON")]
    if subjects:
        return subjects[0]
    if any(t.pos in ("VERB", "AUX") for t in tokens) or len(tokens) > 12:
        return None
    heads = [t for t in tokens if t.pos in ("PROPN", "NOUN") and (t.head not in inside or t.head == t.i)]
    return heads[0] if heads else None
