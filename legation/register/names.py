"""Names as different transliterations spell them: when two spellings can be one person.

Spellings are folded to one form (Jomart and Zhomart, Matvienko and Matviyenko, Sergei and Sergey). String likeness
alone is wrong for leaders (Li Qiang is not Li Qian), so spellings that still differ are one person only if their
consonants agree, the words are long, and the country is known to be the same (Mohammed and Muhammad).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letter groups that transliterations exchange, applied in this order.
_FOLDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"['’ʼ`\-.]", ""),
        (r"tch", "ch"),
        (r"dzh|zh|j", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"sch", "sh"),
        (r"ck|q|c(?![heiy])", "k"),
        (r"ks", "x"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"y", "i"),
        (r"iie|ii?e", "e"),
        (r"ii+", "i"),
        (r"(.)\1", r"\1"),
    )
)
# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a"}
)
_VOWELS = re.compile(r"[aeiou]")
_WORD = re.compile(r"[^\W\d_][\w'’ʼ`\-.]*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}")

# Where the family name usually stands first; a single word may then be the first of a full name.
_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "HUN", "JPN"})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """One word or several in a form that does not depend on the transliteration; lower case, ASCII where possible."""
    letters = name.casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    for pattern, put in _FOLDS:
        plain = pattern.sub(put, plain)
    return plain.strip()


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, in order."""
    return tuple(folded for word in _WORD.findall(name) if (folded := fold(word)))


def surname_key(name: str) -> str:
    """Under which a name is filed: the consonants of its last word; the word itself if it has hardly any."""
    parts = words(name)
    if not parts:
        return ""
    return _consonants(parts[-1])


def full_name_key(name: str) -> str:
    """Surname key and first letter, for names of two words and more; empty for a surname alone."""
    parts = words(name)
    return f"{surname_key(name)} {parts[0][0]}" if len(parts) > 1 else ""


def compatible(a: str, b: str, country_a: str | None, country_b: str | None) -> bool:
    """True if the two names can be the same person's, whose countries (ISO3) are as given or not known.

    A surname alone fits a full name only if both countries are known and the same.
    """
    if country_a and country_b and country_a != country_b:
        return False
    same_country = bool(country_a and country_a == country_b)
    left, right = words(a), words(b)
    if not left or not right:
        return False
    if min(len(left), len(right)) == 1:
        return _surname_fits(left, right, country_a if same_country else None, same_country)
    return _full_names_fit(left, right, same_country)


def _surname_fits(left: tuple[str, ...], right: tuple[str, ...], country: str | None, same_country: bool) -> bool:
    if len(left) == len(right) == 1:
        return _alike(left[0], right[0], same_country)
    if not same_country:
        return False
    single, full = (left[0], right) if len(left) == 1 else (right[0], left)
    if _alike(single, full[-1], True):
        return True
    return country in _FAMILY_NAME_FIRST and _alike(single, full[0], True)


def same_name(a: str, b: str) -> bool:
    """True if two full names (of two words and more) can be spellings of one, countries left aside."""
    left, right = words(a), words(b)
    return len(left) > 1 and len(right) > 1 and _full_names_fit(left, right, False)


def _full_names_fit(left: tuple[str, ...], right: tuple[str, ...], same_country: bool) -> bool:
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    if _begins_with(left, right, same_country) or _begins_with(right, left, same_country):
        return True
    if same_country and (_part_of(left, right) or _part_of(right, left)):
        return True
    return _alike(left[-1], right[-1], same_country) and _given_names_fit(left[0], right[0], same_country)


def _part_of(part: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "Alvaro Uribe" is "Álvaro Uribe Vélez", "Brian Mulroney" "Martin Brian Mulroney": all words, in their order."""
    rest = iter(full)
    return 2 <= len(part) < len(full) and all(any(_alike(word, other, True) for other in rest) for word in part)


def _begins_with(full: tuple[str, ...], part: tuple[str, ...], same_country: bool) -> bool:
    """ "Faisal bin Farhan" is "Faisal bin Farhan Al Saud": a name with a father's name may leave out the family's."""
    if len(part) < 3 or len(full) <= len(part):
        return False
    return all(_alike(a, b, same_country) for a, b in zip(part, full, strict=False))


def _given_names_fit(a: str, b: str, same_country: bool) -> bool:
    if len(a) <= 2 or len(b) <= 2:
        return a[0] == b[0] and (_INITIAL.fullmatch(a) is not None or _INITIAL.fullmatch(b) is not None)
    return _alike(a, b, same_country)


def _alike(a: str, b: str, same_country: bool) -> bool:
    if a == b:
        return True
    long_enough = min(len(a), len(b)) >= 5 and abs(len(a) - len(b)) <= 2
    return same_country and long_enough and _consonants(a) == _consonants(b)


def _consonants(word: str) -> str:
    bare = _VOWELS.sub("", word)
    return bare if len(bare) > 1 else word
