r"""The inline markup: marked paragraphs to plain text with marks, and back.

    [P tokayev: Kassym-Jomart Tokayev]   a mention; small letter: by description or pronoun; ``*``: a metonym
    {s1 src: he} {s1 cue: said} {s1 con: that ...}   parts of a statement
    <e1: meeting>   <e1 topic: trade>   the trigger of an event, its topic
    ~dateline: ASTANA, December 12 -~   a passage that is wrapping or background

Marks nest and do not cross. A backslash makes any of ``[ ] { } < > ~ \`` an ordinary character. Within a paragraph a
line break is a space; offsets are characters into the plain text, in which two line breaks part the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from legation.model import Span
from training.corpus.vocabulary import PASSAGES

Sort = Literal["mention", "speech", "event", "passage"]

CLOSING = {"[": "]", "{": "}", "<": ">", "~": "~"}
SORTS: dict[str, Sort] = {"[": "mention", "{": "speech", "<": "event", "~": "passage"}
OPENING = {sort: sign for sign, sort in SORTS.items()}
PART = "\n\n"

_HEADS = {
    "[": re.compile(r"\[([PpOoLlNnTtDdWwVvMm]\*?)((?:\s[^\s:\[\]{}<>~]+(?::[^\s:\[\]{}<>~]+)*)*):\s"),
    "{": re.compile(r"\{(\w+)\s(\w+):\s"),
    "<": re.compile(r"<(\w+)(\stopic)?:\s"),
    "~": re.compile(rf"~({'|'.join(map(re.escape, PASSAGES))}):\s"),
}
_SPECIAL = re.compile(r"[\[\]{}<>~\\]")


class MarkupFault(Exception):
    """The markup cannot be read; the file is refused. ``line``: where, counted from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked. label: the letter of a mention ("P", "p", "L*"), the part of a statement ("src"),
    "trigger" or "topic", the reason of a passage. args: what stands between label and colon, key first.
    line: of the file, counted from 1."""

    sort: Sort
    label: str
    args: tuple[str, ...]
    span: Span
    line: int

    @property
    def key(self) -> str:
        """What the mark refers to (actor, statement, event, document); empty if nothing."""
        return self.args[0] if self.args else ""


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text and its marks, outer ones before inner ones. paragraphs: in order, the title is the first.

    lines: on which line of the file each paragraph begins; no part of what makes two texts equal.
    """

    text: str
    marks: tuple[Mark, ...]
    paragraphs: tuple[Span, ...]
    lines: tuple[int, ...] = field(default=(), compare=False)


def parse(lines: Sequence[str], first_line: int = 1) -> Marked:
    """The marked text of a file's lines, of which the first is line ``first_line``. Raises MarkupFault."""
    text = ""
    marks: list[Mark] = []
    paragraphs: list[Span] = []
    begins: list[int] = []
    for number, source in _paragraphs(lines, first_line):
        plain, found = _Paragraph(source, number).read()
        start = len(text) + (len(PART) if paragraphs else 0)
        text = text + (PART if paragraphs else "") + plain
        marks += [replace(m, span=Span(m.span.start + start, m.span.end + start)) for m in found]
        paragraphs.append(Span(start, len(text)))
        begins.append(number)
    return Marked(text, tuple(marks), tuple(paragraphs), tuple(begins))


def render(marked: Marked) -> str:
    """The markup again, one line a paragraph; ``parse`` gives the same Marked, lines aside."""
    return PART.join(_rendered(marked.text, paragraph, marked.marks) for paragraph in marked.paragraphs)


def line_of(marked: Marked, at: int) -> int:
    """About which line of the file an offset lies on: that of the last mark before it in its paragraph, else of the
    paragraph's beginning; plain text keeps no lines of its own."""
    for paragraph, line in zip(marked.paragraphs, marked.lines, strict=True):
        if paragraph.start <= at <= paragraph.end:
            before = [m.line for m in marked.marks if paragraph.covers(m.span) and m.span.start <= at]
            return max([line, *before])
    return 1


def escaped(text: str) -> str:
    """Plain text with a backslash before each sign of the markup."""
    return _SPECIAL.sub(lambda sign: "\\" + sign.group(), text)


def _paragraphs(lines: Iterable[str], number: int) -> Iterable[tuple[int, str]]:
    """Paragraphs with the line on which each begins; lines keep their breaks, white space around them is dropped."""
    kept: list[str] = []
    for n, line in enumerate([*lines, ""], number):
        if line.strip():
            kept.append(line.strip())
        elif kept:
            yield n - len(kept), "\n".join(kept)
            kept = []


@dataclass(slots=True)
class _Open:
    sign: str
    label: str
    args: tuple[str, ...]
    start: int
    line: int
    order: int


class _Paragraph:
    """One paragraph being read."""

    def __init__(self, source: str, line: int) -> None:
        self._source = source
        self._line = line
        self._out: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._found: list[tuple[int, Mark]] = []
        self._opened = 0

    def read(self) -> tuple[str, list[Mark]]:
        """The text without its marks, and the marks with their places in it."""
        at = 0
        while at < len(self._source):
            at = self._step(at)
        if self._open:
            left = self._open[-1]
            raise MarkupFault(
                left.line, f"{left.sign}{left.label} {' '.join(left.args)} is not closed in its paragraph"
            )
        return "".join(self._out), [mark for _, mark in sorted(self._found, key=lambda pair: pair[0])]

    def _step(self, at: int) -> int:
        sign = self._source[at]
        if sign == "\\":
            if self._source[at + 1 : at + 2] not in CLOSING.keys() | CLOSING.values() | {"\\"}:
                raise MarkupFault(self._at(at), "a backslash stands before no sign of the markup")
            self._put(self._source[at + 1])
            return at + 2
        if sign == "~" and self._open and self._open[-1].sign == "~":
            return self._close(at)
        if sign in CLOSING:
            return self._begin(at, sign)
        if sign in CLOSING.values():
            return self._close(at)
        self._put(" " if sign == "\n" else sign)
        return at + 1

    def _put(self, sign: str) -> None:
        self._out.append(sign)
        self._length += 1

    def _at(self, at: int) -> int:
        return self._line + self._source.count("\n", 0, at)

    def _begin(self, at: int, sign: str) -> int:
        head = _HEADS[sign].match(self._source, at)
        if head is None:
            raise MarkupFault(self._at(at), f"no mark begins with {self._source[at : at + 20]!r}")
        label, args = _label(sign, head)
        self._open.append(_Open(sign, label, args, self._length, self._at(at), self._opened))
        self._opened += 1
        return head.end()

    def _close(self, at: int) -> int:
        sign = self._source[at]
        if not self._open or CLOSING[self._open[-1].sign] != sign:
            raise MarkupFault(self._at(at), f"{sign} closes nothing")
        mark = self._open.pop()
        if mark.start == self._length:
            raise MarkupFault(mark.line, f"{mark.sign}{mark.label} marks no words")
        span = Span(mark.start, self._length)
        self._found.append((mark.order, Mark(SORTS[mark.sign], mark.label, mark.args, span, mark.line)))
        return at + 1


def _label(sign: str, head: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    if sign == "[":
        return head.group(1), tuple(head.group(2).split())
    if sign == "{":
        return head.group(2), (head.group(1),)
    if sign == "<":
        return "topic" if head.group(2) else "trigger", (head.group(1),)
    return head.group(1), ()


def _head(mark: Mark) -> str:
    if mark.sort == "mention":
        return f"[{' '.join((mark.label, *mark.args))}: "
    if mark.sort == "speech":
        return f"{{{mark.key} {mark.label}: "
    if mark.sort == "event":
        return f"<{mark.key}{' topic' if mark.label == 'topic' else ''}: "
    return f"~{mark.label}: "


def _rendered(text: str, paragraph: Span, marks: Iterable[Mark]) -> str:
    inside = [m for m in marks if paragraph.covers(m.span)]
    out: list[str] = []
    opened: list[Mark] = []
    at = paragraph.start
    for mark in inside:
        while opened and opened[-1].span.end <= mark.span.start:
            at = _closed(out, text, at, opened.pop())
        out += [escaped(text[at : mark.span.start]), _head(mark)]
        at = mark.span.start
        opened.append(mark)
    while opened:
        at = _closed(out, text, at, opened.pop())
    out.append(escaped(text[at : paragraph.end]))
    return "".join(out)


def _closed(out: list[str], text: str, at: int, mark: Mark) -> int:
    out += [escaped(text[at : mark.span.end]), CLOSING[OPENING[mark.sort]]]
    return mark.span.end
