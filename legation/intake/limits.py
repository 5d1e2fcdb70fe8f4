"""How much is taken in at most. A long investigation has 100,000 characters; these leave room for fifty of them."""

MAX_TEXT_CHARACTERS = 5_000_000
MAX_TEXT_BYTES = 4 * MAX_TEXT_CHARACTERS
"""UTF-8 takes up to four bytes a character."""

MAX_PAGE_BYTES = 10_000_000
"""A page is mostly mark-up; larger ones are lists or archives."""

MAX_PAGE_DEPTH = 250
"""Pages in use nest their tags less than 100 deep; the HTML parser (libxml2) gives up at 256."""

MAX_PAGE_TAGS = 30_000
"""News pages have some thousands. Extraction grows with the square: 40,000 take 6 seconds, 200,000 five minutes."""

MAX_JSON_BYTES = 100_000_000
"""A .json file is held in memory whole; JSON Lines have no such limit."""

MAX_GZIP_RATIO = 250
"""News text shrinks three- to tenfold in gzip; a gzip bomb a thousandfold."""

GZIP_RATIO_FROM_BYTES = 10_000_000
"""Below this size the ratio is not looked at: a short repetitive file is harmless."""


def megabytes(size: int) -> str:
    """A size for people: ``5 MB``."""
    return f"{size // 1_000_000} MB"
