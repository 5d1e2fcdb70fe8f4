"""A report laid out for reading: its passages annotated, with the places, bodies and dates found in them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from legation.language import Annotation, Token
from legation.model import Report, Span, Timex
from legation.register import Hit


@dataclass(frozen=True)
class Page:
    """passages: the paragraphs in order. hits and timexes are sorted, and no timexes overlap; all offsets are into
    ``report.text``."""

    report: Report
    passages: tuple[Annotation, ...]
    hits: tuple[Hit, ...]
    timexes: tuple[Timex, ...]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @property
    def published(self) -> dt.date | None:
        """The day of publication, if it is known."""
        return self.report.published.value

    @cached_property
    def _starts(self) -> list[int]:
        return [p.span.start for p in self.passages]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [h.span.start for h in self.hits]

    @cached_property
    def _timex_starts(self) -> list[int]:
        return [t.span.start for t in self.timexes]

    def passage_number(self, offset: int) -> int:
        """Index of the passage that holds the character; the nearest before it if none does."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def passage_at(self, offset: int) -> Annotation:
        """The passage that holds the character; the nearest before it if none does."""
        return self.passages[self.passage_number(offset)]

    def hits_in(self, span: Span) -> list[Hit]:
        """Names of countries, cities and bodies that lie wholly inside the span."""
        first = bisect_right(self._hit_starts, span.start - 1)
        found = []
        for hit in self.hits[first:]:
            if hit.span.start >= span.end:
                break
            if hit.span.end <= span.end:
                found.append(hit)
        return found

    def timexes_in(self, span: Span) -> list[Timex]:
        """Time expressions that lie wholly inside the span."""
        return [t for t in self.timexes if span.covers(t.span)]

    def timex_at(self, offset: int) -> Timex | None:
        """The time expression that holds the character, if any."""
        i = bisect_right(self._timex_starts, offset) - 1
        return self.timexes[i] if i >= 0 and offset < self.timexes[i].span.end else None

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character, if any."""
        return self.passage_at(offset).token_at(offset)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the character; the passage if no token does."""
        passage = self.passage_at(offset)
        token = self.token_at(offset)
        return passage.sentence_span(token) if token else passage.span
