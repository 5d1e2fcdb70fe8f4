"""How far apart two spellings of one word are, counted in letters that transliterations exchange.

k for q costs little, k for m costs all: Yaqub and Yagub are one word, Qiang and Qian are two.
"""

from __future__ import annotations

import re
from functools import lru_cache

FAR = 0.085
"""Spellings farther apart than this are two words. Measured on tests/register/name_pairs.tsv: Hamad and Hamid, 0.1,
must stay apart, Raşit and Rashid, 0.083, need not."""
MOST = 0.9
"""However long the words, a letter that is another parts them."""
JOINED_FAR = 0.07
LEAST_LETTERS = 5

_LETTER, _HALF, _CHEAP, _LEAST = 1.0, 0.5, 0.3, 0.2
_VOWELS = frozenset("aeiou")
_NEAR_VOWELS = frozenset(map(frozenset, ("ae", "ao", "ei", "ou", "eo")))
_NEAR_LETTERS = frozenset(map(frozenset, ("gk", "gh", "kh", "xh", "vu", "sz", "cj", "cs", "ji")))
_HALF_LETTERS = frozenset(map(frozenset, ("bp", "bv", "fv", "lr")))
_VOICED = frozenset("dt")
# A letter that one spelling has and another leaves out.
_LEFT_OUT = {"h": _CHEAP, "j": _HALF, **dict.fromkeys("aeiou", _CHEAP)}
# Sounds that are filed together.
_FILED = str.maketrans({"g": "k", "q": "k", "d": "t", "z": "s", "c": "s", "j": "s", "h": None, "x": None})
_SOFT = re.compile("[aeiou]")
# Women's forms of surnames: Akayev and Akayeva are two people.
_WOMAN = re.compile(r"(?:ov|ev|in|sk|tsk)a(?:ia|ya)?$|skaia$")


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The consonants of a folded word, those that are exchanged made one; the word itself if it has hardly any."""
    bare = _SOFT.sub("", word).translate(_FILED)
    return bare if len(bare) > 1 else word


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """True if two folded words, long enough to tell, can be spellings of one."""
    if a == b:
        return True
    if min(len(a), len(b)) < LEAST_LETTERS or abs(len(a) - len(b)) > 2 or _two_sexes(a, b):
        return False
    return distance(a, b) <= min(FAR * max(len(a), len(b)), MOST)


@lru_cache(maxsize=65536)
def joined_alike(a: str, b: str) -> bool:
    """True if two names written without spaces can be one; for names of short syllables."""
    return abs(len(a) - len(b)) <= 2 and distance(a, b) <= JOINED_FAR * max(len(a), len(b))


def distance(a: str, b: str) -> float:
    """The least cost of making one word of the other; a vowel that is the first letter counts twice."""
    row = [0.0]
    for j, letter in enumerate(b):
        row.append(row[-1] + _left_out(letter, first=j == 0))
    for i, letter in enumerate(a):
        before, row = row, [row[0] + _left_out(letter, first=i == 0)]
        for j, other in enumerate(b):
            exchanged = before[j] + _exchanged(letter, other) * (2 if i == j == 0 and letter in _VOWELS else 1)
            without = before[j + 1] + _left_out(letter, first=i == 0)
            added = row[j] + _left_out(other, first=j == 0)
            row.append(min(exchanged, without, added))
    return row[-1]


def _exchanged(a: str, b: str) -> float:
    if a == b:
        return 0.0
    pair = frozenset((a, b))
    if pair <= _VOWELS:
        return _LEAST if pair in _NEAR_VOWELS else _HALF
    if pair == _VOICED:
        return _LEAST
    if pair in _NEAR_LETTERS:
        return _CHEAP
    return _HALF if pair in _HALF_LETTERS else _LETTER


def _left_out(letter: str, *, first: bool) -> float:
    return _LEFT_OUT.get(letter, _LETTER) * (2 if first and letter != "h" else 1)


def _two_sexes(a: str, b: str) -> bool:
    return (_WOMAN.search(a) is None) != (_WOMAN.search(b) is None) and a[:4] == b[:4]
