"""Finds time expressions: the rules of ``rules.toml``, compiled once and run over one paragraph at a time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from legation.model import Span
from legation.reading.dates import words

# No expression has more characters than this before the first word of the class its rule needs.
_LEAD = 80


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule has matched. groups: the captured pieces; settings: what else the rule says."""

    span: Span
    kind: str
    groups: Mapping[str, str]
    places: Mapping[str, Span]
    settings: Mapping[str, str]

    def get(self, *names: str) -> str:
        """The first of these pieces that was matched; empty if none."""
        return next((self.groups[n] for n in names if n in self.groups), "")


@dataclass(frozen=True)
class Rule:
    """One rule of the file. regex: its pattern with all fragments and words put in."""

    kind: str
    needs: str
    regex: str
    settings: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The rule compiled, which takes a while: only when a text may have what it tells of."""
        return _compiled(self.regex)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules in order, and the words that say which classes a paragraph holds."""

    rules: tuple[Rule, ...]
    classes: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def grammar() -> Grammar:
    """The rules of the package, compiled."""
    data = tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))
    fragments = {name: _with_words(text) for name, text in data["fragments"].items()}
    rules = tuple(
        Rule(
            kind=rule["kind"],
            needs=rule["needs"],
            regex=_filled(_with_words(rule["pattern"]), fragments),
            settings={k: v for k, v in rule.items() if k not in ("kind", "needs", "pattern")},
        )
        for rule in data["rule"]
    )
    classes = tuple(
        (name, re.compile(rf"\b(?=\w)(?:{_with_words(text)})(?!\w)", re.IGNORECASE))
        for name, text in data["classes"].items()
    )
    return Grammar(rules, classes)


def find(text: str, passage: Span) -> list[Found]:
    """The expressions inside one passage, in order, none overlapping another.

    Leftmost first, then the longest, then what only looks like a date (and is dropped), then the earlier rule.
    """
    return list(_chosen(sorted(_matches(text, passage), key=_rank)))


def _rank(match: tuple[Found, int]) -> tuple[int, int, bool, int]:
    found, order = match
    return found.span.start, -found.span.end, found.kind != "none", order


def _chosen(ranked: list[tuple[Found, int]]) -> Iterator[Found]:
    end = -1
    for found, _ in ranked:
        if found.span.start >= end:
            end = found.span.end
            if found.kind != "none":
                yield found


def _matches(text: str, passage: Span) -> Iterator[tuple[Found, int]]:
    rules = grammar()
    firsts = {
        name: m.start() for name, words_ in rules.classes if (m := words_.search(text, passage.start, passage.end))
    }
    for order, rule in enumerate(rules.rules):
        if rule.needs not in firsts:
            continue
        start = max(passage.start, firsts[rule.needs] - _LEAD)
        for match in rule.pattern.finditer(text, start, passage.end):
            yield _found(rule, match), order


def _found(rule: Rule, match: re.Match[str]) -> Found:
    groups = {name: words for name, words in match.groupdict().items() if words is not None}
    places = {name: Span(*match.span(name)) for name in groups}
    return Found(Span(*match.span()), rule.kind, groups, places, rule.settings)


# ---------------------------------------------------------------- from the file to regular expressions

_PIECE = re.compile(r"\{(~?)([a-z]+)(\d?)\}")
_WORDS = re.compile(r"<([A-Za-z]+)>")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€#])(?:{pattern})(?!\w)", re.IGNORECASE)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    """``{name}`` replaced by the fragment."""

    def piece(match: re.Match[str]) -> str:
        silent, name, number = match.groups()
        inner = _filled(fragments[name], fragments)
        return f"(?:{inner})" if silent or name in ("to", "and", "zone", "about") else f"(?P<{name}{number}>{inner})"

    return _PIECE.sub(piece, pattern)


def _with_words(pattern: str) -> str:
    """``<table>`` replaced by an alternation of the table's words, longest first."""

    def alternation(match: re.Match[str]) -> str:
        name = match.group(1)
        if match.string[max(0, match.start() - 2) : match.start()] == "?P":
            return match.group()
        keys = sorted(words.table(name.lower()), key=lambda k: (-len(k), k))
        if name[0].isupper():
            return (
                "(?-i:"
                + "|".join(_loose(form) for key in keys for form in (key.title().replace("'S", "'s"), key.upper()))
                + ")"
            )
        return "(?:" + "|".join(_loose(key) for key in keys) + ")"

    return _WORDS.sub(alternation, pattern)


def _loose(words_: str) -> str:
    """The words as a pattern: any white space, hyphen or blank, either apostrophe."""
    return re.escape(words_).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]").replace("'", "['\u2019]")
