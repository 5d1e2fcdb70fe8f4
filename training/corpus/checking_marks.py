"""The check of the marks in a report's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.register import Register
from training.corpus.edtf import timex_type, when_of
from training.corpus.files import Sheet
from training.corpus.gold import acting_keys, registered
from training.corpus.markup import Mark
from training.corpus.problems import Finding
from training.corpus.vocabulary import HONORIFICS, MODS

LABELS = frozenset(("P", "p", "O", "o", "O*", "L", "l", "L*", "N", "T", "D", "W", "w", "V", "v", "M", "m"))
# These must say whom or what they stand for.
KEYED = frozenset(("P", "p", "O", "o", "O*", "M", "m", "W", "w", "l", "L*", "v", "D"))
PARTS = ("src", "cue", "con", "adr", "med", "for")


def findings(report: Sheet, register: Register) -> Iterator[Finding]:
    """What is wrong with the marks of a report."""
    keys = {table: {row.key for row in report.table(table)} for table in ("actor", "event", "statement", "document")}
    for mark in report.body.marks:
        yield from _edges(mark, report.body.text)
        if mark.sort == "mention":
            yield from _mention(mark, keys, register)
            yield from _honorific(mark, report.body.text)
            yield from _nesting(mark, report)
        elif mark.sort == "speech":
            if mark.label not in PARTS:
                yield mark.line, f"{{{mark.key} {mark.label}: is none of: {', '.join(PARTS)}"
            if mark.key not in keys["statement"]:
                yield mark.line, f"no line 'statement {mark.key}' for this mark"
        elif mark.sort == "event" and mark.key not in keys["event"]:
            yield mark.line, f"no line 'event {mark.key}' for this mark"


def _edges(mark: Mark, text: str) -> Iterator[Finding]:
    words = mark.span.of(text)
    if words != words.strip():
        yield mark.line, f"the mark of {words!r} begins or ends with white space"


def _mention(mark: Mark, keys: dict[str, set[str]], register: Register) -> Iterator[Finding]:
    if mark.label not in LABELS:
        yield mark.line, f"there is no label {mark.label}"
    if mark.label in KEYED and not mark.key:
        yield mark.line, f"[{mark.label}: must say whom or what it stands for"
    if mark.label == "D":
        yield from _date(mark)
        return
    if len(mark.args) > 1:
        yield mark.line, f"[{mark.label} has one key, not {' '.join(mark.args)!r}"
    yield from _reference(mark, keys, register)


def _reference(mark: Mark, keys: dict[str, set[str]], register: Register) -> Iterator[Finding]:
    if mark.key.startswith("@"):
        if mark.label not in ("L", "l") or register.country(mark.key[1:]) is None:
            yield mark.line, f"{mark.key} is no '@' and code of the country in which an [L or [l lies"
        return
    for key in acting_keys(mark):
        if key not in keys["actor"] and registered(key, register) is None:
            yield mark.line, f"{key} is neither a line 'actor {key}' nor a state or body of the register"
    if mark.label == "T" and mark.key and mark.key not in keys["actor"]:
        yield mark.line, f"no line 'actor {mark.key}' for this title"
    if mark.label in ("W", "w") and mark.key and mark.key not in keys["document"]:
        yield mark.line, f"no line 'document {mark.key}' for this mark"
    if mark.label in ("V", "v") and mark.key and mark.key not in keys["event"]:
        yield mark.line, f"no line 'event {mark.key}' for this mark"


def _date(mark: Mark) -> Iterator[Finding]:
    if not mark.key:
        return
    if timex_type(mark.key) is None and not (when_of(mark.key) and "/" in mark.key):
        yield mark.line, f"{mark.key} is neither a TIMEX3 value nor an EDTF interval"
    for arg in mark.args[1:]:
        name, sign, value = arg.partition("=")
        if name == "mod" and value in MODS:
            continue
        if name == "in" and when_of(value):
            continue
        if not (name == "SET" and not sign):
            yield mark.line, f"{arg} is none of SET, mod=..., in=EDTF of a time expression"


def _honorific(mark: Mark, text: str) -> Iterator[Finding]:
    """Forms of address and titles stand outside a name."""
    first = mark.span.of(text).split()[0].rstrip(".").lower()
    if mark.label == "P" and first in HONORIFICS:
        yield mark.line, f"{mark.span.of(text)!r}: the name begins after {mark.span.of(text).split()[0]}"


def _nesting(mark: Mark, report: Sheet) -> Iterator[Finding]:
    """A name lies inside no other name; an interval of two dates holds them as marks of their own."""
    inside = [m for m in report.body.marks if m.sort == "mention" and m is not mark and mark.span.covers(m.span)]
    if mark.label in ("P", "O", "L", "N", "M"):
        for inner in inside:
            if inner.label in ("P", "O", "L", "N", "M", "T"):
                yield inner.line, f"a name inside the name {mark.span.of(report.body.text)!r}: only the outer is marked"
    if mark.label == "D" and re.fullmatch(r"[^/]+/[^/]+", mark.key) and len([m for m in inside if m.label == "D"]) < 2:
        yield (
            mark.line,
            f"{mark.key} is an interval of two dates: mark each of them inside it, or write one value and in=",
        )
