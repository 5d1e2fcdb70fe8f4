"""Comparing a quotation with the words of a report, word by word. Pure functions: no record, no SQL."""

from legation.record.quoting.comparing import Match, compare, occurrences
from legation.record.quoting.sentences import paragraph_around, sentence_around
from legation.record.quoting.words import Quotation, Word, quotation, words_of

__all__ = [
    "Match",
    "Quotation",
    "Word",
    "compare",
    "occurrences",
    "paragraph_around",
    "quotation",
    "sentence_around",
    "words_of",
]
