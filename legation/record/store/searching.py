"""Full-text search."""

from __future__ import annotations

import re

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


def search(connection: Connection, words: str, most: int) -> list[Row]:
    """Reports with all these words in title or text, best first. Rows: id, title, outlet, published, snippet."""
    query = as_query(words)
    if not query or most < 1:
        return []
    parameters = {"query": query, "words": _SNIPPET_WORDS, "title_weight": _TITLE_WEIGHT, "most": most}
    return list(connection.execute(_FOUND, parameters).mappings())


def as_query(words: str) -> str:
    """The words as an FTS5 query of phrases, all of which must occur; empty if there is no word in them."""
    found = (phrase or word for phrase, word in _PARTS.findall(_UNUSABLE.sub(" ", words)))
    return " ".join(f'"{part}"' for part in dict.fromkeys(found) if any(c.isalnum() for c in part))
