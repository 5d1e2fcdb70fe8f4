"""Paragraphs that were broken into lines of one width, as plain-text pages and mails have them, made whole again."""

from __future__ import annotations

import re

# Lines of prose are broken between these widths, in characters.
NARROWEST, WIDEST = 40, 100
# So many breaks, and such a share of all, must stand where the next word would not have fitted.
LEAST_BREAKS, SHARE = 3, 0.9

_STOPS = ".!?:;\"”»’'"
_BREAK = re.compile(r"(?<=\S)[ \t]*\r?\n(?=[ \t]*\S)")
_FIRST_WORD = re.compile(r"[ \t]*(\S+)")
_ITEM = re.compile(r"[ \t]*(?:[-*•●■◄►–—]|\(?\d{1,2}[.)])\s")


def rejoined(text: str) -> str:
    """The text with the line ends inside hard-wrapped paragraphs turned into spaces; any other text as it is.

    The length stays, so that offsets do.
    """
    breaks = list(_BREAK.finditer(text))
    width = max((len(line.rstrip()) for line in text.splitlines()), default=0)
    if not NARROWEST <= width <= WIDEST or len(breaks) < LEAST_BREAKS:
        return text
    forced = [b for b in breaks if _is_forced(text, b, width)]
    # a line that ends with a full stop may well be the last of a paragraph
    within = {b for b in breaks if text[b.start() - 1] not in _STOPS}
    if len(forced) < LEAST_BREAKS or len(within.intersection(forced)) < SHARE * len(within):
        return text
    parts, start = [], 0
    for found in forced:
        parts += [text[start : found.start()], " " * len(found.group())]
        start = found.end()
    return "".join([*parts, text[start:]])


def _is_forced(text: str, found: re.Match[str], width: int) -> bool:
    """True if the first word of the next line would have made this one too long."""
    begin = text.rfind("\n", 0, found.start()) + 1
    following = _FIRST_WORD.match(text, found.end())
    if following is None or _ITEM.match(text, found.end()):
        return False
    return found.start() - begin + 1 + len(following.group(1)) > width
