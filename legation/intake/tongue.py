"""Which language a text is in: by script, then by small words. Made to tell English from the rest.

Method: the share of a language's commonest function words among all words, as in the stop-word baselines of the
language identification literature (Grefenstette, "Comparing two language identification schemes", 1995).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

# Enough to be sure; longer texts are not read further.
_SAMPLE = 20_000
# In running text of any language of the list the small words are a quarter or more; names and headlines have fewer.
_LEAST_SHARE = 0.1
_FEWEST_WORDS = 5
_HALF = 0.5
# A language other than English needs this many different small words, and this lead over English.
_FEWEST_SMALL_WORDS = 3
_LEAD = 1.5
_TELLING_LETTERS = 0.01


@cache
def _data() -> dict[str, Any]:
    source = resources.files("legation.intake").joinpath("tongue.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile("[" + "".join(f"{pair[0]}-{pair[1]}" for pair in ranges) + "]")
        for language, ranges in _data()["scripts"].items()
    }


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _data()["small_words"].items()}


def name_of(language: str) -> str:
    """English name of an ISO 639-1 code; the code itself if the list lacks it."""
    return str(_data()["names"].get(language, language))


def code_of(language: str) -> str | None:
    """ISO 639-1 code for "en", "en-GB", "eng" or "English"; None for anything else."""
    word = language.strip().lower()
    short = re.match(r"[a-z]{2}(?=$|[-_])", word)
    if short:
        return short.group()
    for code, name in _data()["names"].items():
        if word == name.lower() or (len(word) == 3 and name.lower().startswith(word)):
            return str(code)
    return None


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language, or None if it cannot be told.

    Texts of under five words in plain letters are taken for English.
    """
    sample = text[:_SAMPLE].lower()
    letters = re.findall(r"[^\W\d_]", sample)
    if not letters:
        return None
    return _by_script(sample, len(letters)) or _by_small_words(sample)


def _by_script(sample: str, letters: int) -> str | None:
    counts = {language: len(pattern.findall(sample)) for language, pattern in _scripts().items()}
    if sum(counts.values()) <= _HALF * letters:
        return None
    # Japanese is written with Chinese characters among its own.
    if counts["ja"] > 0.1 * letters:
        return "ja"
    best = max(counts, key=lambda language: counts[language])
    for language, telling in _data()["letters"].get(best, {}).items():
        if sum(sample.count(letter) for letter in telling) > _TELLING_LETTERS * letters:
            return str(language)
    return best


def _by_small_words(sample: str) -> str | None:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sample)
    if len(words) < _FEWEST_WORDS:
        return "en" if sample.isascii() else None
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in small) / len(words) for language, small in _small_words().items()}
    best = max(shares, key=lambda language: shares[language])
    if best != "en" and not _clearly(best, shares, counts):
        best = "en"
    return best if shares[best] >= _LEAST_SHARE else None


def _clearly(language: str, shares: dict[str, float], counts: Counter[str]) -> bool:
    """True if it is that language and not English.

    "met" and "in" are Dutch too; in doubt it is English, for to leave an English report unread is worse.
    """
    distinct = sum(1 for word in _small_words()[language] - _small_words()["en"] if counts[word])
    return distinct >= _FEWEST_SMALL_WORDS and shares[language] > _LEAD * shares["en"]
