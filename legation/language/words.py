"""Words and marks of a text, with exact offsets.

The tokens are those of Universal Dependencies' English treebanks (EWT, GUM): contractions and possessives
stand apart ("do|n't", "Kazakhstan|'s"), hyphens between words are tokens, abbreviations keep their point.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_APOSTROPHE = "['’ʼ]"
_LETTER = r"[^\W\d_]"

# The first alternative that matches wins; what no alternative takes is one token a character.
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]        # addresses on the web
    | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+                         # and of mail
    | [@\#]\w+                                                 # accounts and topics
    | {_LETTER}\.(?:-?{_LETTER}\.)+                            # U.S., J.-P., a.m.
    | (?i:anti|bi|co|e|ex|inter|mid|multi|non|post|pre|pro|re|semi|sub|un)-(?:{_LETTER})+   # prefixes stay
    | \+?\d[\d()]*(?:-\d+){{2,}}                                # telephone numbers, dates
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b                    # 1,000.5  8:30  9/11  24th  1990s
    | \.(?:\ \.){{2,}} | \.\.+ | -{{2,}} | `` | '' | [!?]{{2,}} | ([*=~_+\#<>])\1+ | …
    | {_LETTER}[\ẁ-ͯ]*(?:(?:{_APOSTROPHE}|[&.]){_LETTER}[\ẁ-ͯ]*)*    # O'Brien, AT&T, i.e
    | \w+
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(rf"(?i)(?<=\w)(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$")
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
_POINTED = frozenset(("i.e", "e.g", "a.m", "p.m", "u.s", "u.n"))


@cache
def _abbreviations() -> frozenset[str]:
    lines = files("legation.language").joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


def words(text: str) -> list[tuple[int, int]]:
    """Where each word or mark stands: half-open ranges of characters, in order, white space in none."""
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if text[start].isalpha() and "://" not in match.group() and "@" not in match.group():
            found.extend(_parts(text, start, end))
        else:
            found.append((start, end))
    return _with_points(text, found)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A word in its parts: the clitic apart, and words that are joined by a full stop without a space."""
    word = text[start:end]
    if "." in word and not word.endswith(".") and word.lower() not in _POINTED:
        if not re.fullmatch(r"\w+(?:\.[a-z]{2,4})+|\w\.\w", word):
            point = start + word.index(".")
            return [*_parts(text, start, point), (point, point + 1), *_parts(text, point + 1, end)]
    cut = _FUSED.get(word.lower(), 0)
    if not cut and (clitic := _CLITIC.search(word)):
        cut = clitic.start()
    return [(start, start + cut), (start + cut, end)] if 0 < cut < len(word) else [(start, end)]


def _with_points(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gives an abbreviation the point that follows it."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if text[start:end] == "." and joined and joined[-1][1] == start and _keeps_point(text, *joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _keeps_point(text: str, start: int, end: int, point: int) -> bool:
    word = text[start:end]
    if word.lower() in _abbreviations() or word.lower() in _POINTED:
        return True
    # an initial: "J. Smith", but not "plan B." at the end of a paragraph
    following = text[point + 1 : point + 3].lstrip()
    return len(word) == 1 and word.isalpha() and word.isupper() and word != "I" and following[:1].isupper()
