"""The words of time expressions, read once from ``words.toml``, and what numbers and years in words mean."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of words.toml; KeyError if there is none of that name."""
    return dict(_tables()[name])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def look_up(name: str, words: str) -> Any:
    """What the words mean in a table; a full stop, plural s or odd spacing does not matter. KeyError if unknown."""
    entries = table(name)
    key = plain(words)
    if key not in entries and key.endswith("s"):
        key = key[:-1]
    return entries[key]


def plain(words: str) -> str:
    """Lower case, straight apostrophes, single blanks, no full stops."""
    return " ".join(words.lower().replace("\u2019", "'").replace(".", " ").split())


_VAGUE = re.compile(r"\b(?:several|few|some|many|numerous|recent|couple)\b", re.IGNORECASE)


def number(words: str) -> float | None:
    """The number that digits or words give ("2 1/2", "twenty-four"); None if it is vague ("several", "")."""
    text = plain(words.replace(",", "")) if not re.match(r"\s*\d+\.\d", words) else words.strip()
    if "couple" in text:
        return 2.0
    if not text or _VAGUE.search(text):
        return None
    text = text.replace("½", " 1/2")
    if match := re.match(r"(\d+(?:\.\d+)?)?\s*(?:(\d)/(\d))?", text):
        whole, top, bottom = match.groups()
        if whole or top:
            part = int(top) / int(bottom) if top and bottom != "0" else 0.0
            return float(whole or 0) + part
    half = "half" in text.split()
    total = _number_words(re.split(r"[\s-]+", text))
    return None if total is None and not half else (total or 0) + (0.5 if half else 0.0)


def _number_words(words: list[str]) -> float | None:
    values = [(word, table("numbers")[word]) for word in words if word in table("numbers")]
    if len(values) > 1:
        # "A five year low", "a hundred": the article adds nothing.
        values = [(word, value) for word, value in values if word not in ("a", "an")]
    total = 0.0
    for word, value in values:
        total = max(total, 1) * value if value >= 100 or word == "dozen" else total + value
    return total if values else None


def ordinal(words: str) -> int:
    """1 for "first" and "1st". KeyError if it is none."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else int(table("ordinals")[re.sub(r"\s+", "-", plain(words))])


def year(words: str) -> int:
    """1996 for "1996", "nineteen ninety-six", "two thousand", "'96"; two digits mean the nearest century to 1999.

    ValueError if the words are no year.
    """
    digits = re.search(r"\d+", words)
    if digits:
        value = int(digits.group())
        return value if value > 99 else value + (1900 if value >= 50 else 2000)
    parts = re.split(r"[\s-]+", plain(words))
    numbers = table("numbers")
    if "thousand" in parts or "hundred" in parts:
        total = number(" ".join(p for p in parts if p != "and"))
        if total is not None:
            return int(total)
    if parts[0] in numbers:
        return int(numbers[parts[0]]) * 100 + int(sum(numbers[p] for p in parts[1:]))
    raise ValueError(f"no year: {words!r}")
