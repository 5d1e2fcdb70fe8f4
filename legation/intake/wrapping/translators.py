"""Translators' notes: «Переведено сервисом ...», "Translated by Google from Chinese" and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from legation.intake.wrapping import rules
from legation.model import Span

_PERSON = r"[^\W\d_a-zа-я][\w.'’-]+(?: [^\W\d_a-zа-я][\w.'’-]*){1,2}"
_OPENING, _CLOSING = "[(（*«\"“'", "])）*»\"”'"
# A note in running text follows the end of a sentence; scripts without capitals use these stops too.
_BEFORE = "\n\r.!?…»”\"'’)]）*:。！？؟—–-|"


@dataclass(frozen=True, slots=True)
class Note:
    """A translator's note: where it stands, the engine's usual name, the language stated, the note's own language."""

    span: Span
    engine: str | None
    stated: str | None
    written_in: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    language: str
    regex: re.Pattern[str]
    languages: dict[str, str]


@cache
def _data() -> dict[str, Any]:
    return rules.load("translators.toml")


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(language, _compiled(pattern, note["languages"]), note["languages"])
        for language, note in _data()["notes"].items()
        for pattern in note["patterns"]
    )


def _compiled(pattern: str, languages: dict[str, str]) -> re.Pattern[str]:
    stems = rules.alternation(languages)
    engines = "|".join(regex for listed in _data()["engines"].values() for regex in listed)
    parts: list[str] = []
    for number, part in enumerate(re.split(r"(\{(?:engine|from|into|person)\})", pattern)):
        if part == "{engine}":
            parts.append(rf"[«“„\"'‘]?(?P<engine{number}>{engines})(?![a-zA-Zа-яА-Я])[»”“\"'’]?")
        elif part == "{from}":
            # Lazy: a Turkish case ending that the pattern asks for comes after the stem.
            parts.append(rf"(?P<from{number}>{stems})\w*?")
        elif part == "{into}":
            parts.append(rf"(?:{stems})\w*?")
        elif part == "{person}":
            parts.append(_PERSON)
        else:
            parts.append(part)
    return re.compile("".join(parts))


def find_notes(text: str) -> list[Note]:
    """All translators' notes, sorted, not overlapping; of two that overlap the longer."""
    found = sorted(_candidates(text), key=lambda note: (note.span.start - note.span.end, note.span.start))
    kept: list[Note] = []
    for note in found:
        if not any(note.span.overlaps(other.span) for other in kept):
            kept.append(note)
    return sorted(kept, key=lambda note: note.span.start)


# Every pattern holds one of these; texts without them (most) are not searched further.
_HINT = re.compile(r"ranslat|ерев(?:ед|од|ёл|ела)|аудар|чев|çevr|Çevir|译|翻|ترج|raduc|radui|çeviri", re.IGNORECASE)
# A note is short; only this much around a hint is searched.
_REACH = 200


def _candidates(text: str) -> Iterator[Note]:
    for start, end in _windows(text):
        for pattern in _patterns():
            for match in pattern.regex.finditer(text, start, end):
                note = _note(text, match, pattern)
                if note:
                    yield note


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around the hints, those that touch joined."""
    current: tuple[int, int] | None = None
    for hint in _HINT.finditer(text):
        start, end = max(0, hint.start() - _REACH), min(len(text), hint.end() + _REACH)
        if current and start <= current[1]:
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _note(text: str, match: re.Match[str], pattern: _Pattern) -> Note | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    engine = next((value for name, value in groups.items() if name.startswith("engine")), None)
    stated = next((value for name, value in groups.items() if name.startswith("from")), None)
    span = _with_brackets(text, match.start(), match.end())
    before = text[: span.start].rstrip(" \t\u00a0")[-1:]
    if before and before not in _BEFORE:
        return None
    rest_of_line = re.match(r"[^\n\r]*", text[span.end : span.end + _REACH])
    if not engine and rest_of_line and rest_of_line[0].strip():
        return None
    if (
        engine
        and text[match.end() : match.end() + 1].isalpha()
        and match.group()[-1].isascii()
        and match.group()[-1].isalpha()
    ):
        return None
    return Note(span, _engine_name(engine), pattern.languages.get(stated or ""), pattern.language)


def _with_brackets(text: str, start: int, end: int) -> Span:
    """The note with the bracket or quotation mark around it and its full stop."""
    opened = start > 0 and text[start - 1] in _OPENING
    inner = text[start:end]
    if opened and inner.endswith(")") and inner.count(")") > inner.count("("):
        # The pattern took the closing bracket for that of the engine's name.
        return Span(start - 1, end + (text[end : end + 1] in (".", "。")))
    stop = end + (text[end : end + 1] in (".", "。"))
    if opened and text[stop : stop + 1] and text[stop] in _CLOSING:
        start, stop = start - 1, stop + 1
        stop += text[stop : stop + 1] in (".", "。")
    return Span(start, stop)


def _engine_name(words: str | None) -> str | None:
    if words is None:
        return None
    for name, regexes in _data()["engines"].items():
        if any(re.fullmatch(regex, words) for regex in regexes):
            return str(name)
    return words
