"""Full-text search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, text

from legation.record.store.rows import Row

# Words in double quotes stand together; a quotation mark without a partner is no more than a mark.
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
# What SQLite cannot take as a part of its query: NUL, at which it stops reading, and halves of surrogate pairs.
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# A title says more of what a report is about than its text.
_TITLE_WEIGHT, _SNIPPET_WORDS = 4.0, 24

_FOUND = text(
    """SELECT report.id, report.title, report.outlet, report.published,
        snippet(report_fts, -1, '«', '»', '…', :words) AS snippet
    FROM report_fts JOIN report ON report.number = report_fts.rowid
    WHERE report_fts MATCH :query
    ORDER BY bm25(report_fts, :title_weight, 1.0), report.number LIMIT :most"""
)

_WITH_TEXT = """SELECT report.id, report.number, report.text, report.title, report.outlet, report.published
    FROM report_fts JOIN report ON report.number = report_fts.rowid
    WHERE report_fts MATCH :query ORDER BY {order} LIMIT :most"""
_BEST = "bm25(report_fts), report.number"
# Of a very long quotation the beginning finds the report; every word more costs time.
_MOST_WORDS = 60
# Shorter words stand in every report; they count with their neighbours only.
_LONG_WORD = 6


def search(connection: Connection, words: str, most: int) -> list[Row]:
    """Reports with all these words in title or text, best first. Rows: id, title, outlet, published, snippet."""
    query = as_query(words)
    if not query or most < 1:
        return []
    parameters = {"query": query, "words": _SNIPPET_WORDS, "title_weight": _TITLE_WEIGHT, "most": most}
    return list(connection.execute(_FOUND, parameters).mappings())


def holding(connection: Connection, words: Sequence[str], most: int) -> list[Row]:
    """Reports in whose text these words stand side by side, in the order of reading. Rows: as of ``sharing``."""
    return _quoted(connection, f'"{" ".join(map(_quotable, words))}"', "report.number", most)


def sharing(connection: Connection, words: Sequence[str], most: int) -> list[Row]:
    """Reports whose texts share most pairs of these words and most of the longer of them, the rarer counting for more.

    Rows: id, number, text, title, outlet, published.
    """
    said = list(map(_quotable, words[:_MOST_WORDS]))
    terms = [f"{a} {b}" for a, b in pairwise(said)] + [word for word in said if len(word) >= _LONG_WORD]
    return _quoted(connection, " OR ".join(f'"{term}"' for term in dict.fromkeys(terms)), _BEST, most)


def _quoted(connection: Connection, query: str, order: str, most: int) -> list[Row]:
    if not any(letter.isalnum() for letter in query):
        return []
    found = text(_WITH_TEXT.format(order=order))
    return list(connection.execute(found, {"query": f"text : ({query})", "most": most}).mappings())


def _quotable(word: str) -> str:
    return _UNUSABLE.sub(" ", word).replace('"', " ")


def as_query(words: str) -> str:
    """The words as an FTS5 query of phrases, all of which must occur; empty if there is no word in them."""
    found = (phrase or word for phrase, word in _PARTS.findall(_UNUSABLE.sub(" ", words)))
    return " ".join(f'"{part}"' for part in dict.fromkeys(found) if any(c.isalnum() for c in part))
