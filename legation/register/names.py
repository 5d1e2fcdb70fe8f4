"""Names as different transliterations spell them: when two spellings can be one person.

Spellings are folded to one form (Jomart and Zhomart, Matvienko and Matviyenko, Sergei and Sergey). String likeness
alone is wrong for leaders (Li Qiang is not Li Qian), so spellings that still differ are one person only if the country
is known to be the same and the words differ in letters that transliterations exchange (Mohammed and Muhammad), and if
all words of the two names find their place: a father's name, a number or a middle name that differs tells two apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

from legation.register.chinese import one_in_two_spellings
from legation.register.spelling import alike as _spelled_alike
from legation.register.spelling import joined_alike, sounds

# Letter groups that transliterations exchange, applied in this order; before each, letters without which it cannot be.
_FOLDS = tuple(
    (needed, re.compile(pattern), put)
    for needed, pattern, put in (
        ("", r"['’ʼʻ`\-.]", ""),
        ("tch", r"tch", "ch"),
        ("", r"dzh|zh|dj|j", "j"),
        ("kh", r"kh", "h"),
        ("gh", r"gh", "g"),
        ("ph", r"ph", "f"),
        ("ch", r"shch|sch", "sh"),
        ("c", r"ck|c(?![heiy])", "k"),
        ("q", r"q", "k"),
        ("ks", r"ks", "x"),
        ("w", r"w", "v"),
        ("ou", r"ou", "u"),
        ("y", r"y", "i"),
        ("ie", r"iie|ii?e", "e"),
        ("ii", r"ii+", "i"),
        ("", r"(.)\1", r"\1"),
    )
)
# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a"}
)
_WORD = re.compile(r"[^\W\d_][\w'’ʼʻ`\-.]*")
_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[^\W\d_]")
_LETTER_OF_INITIAL = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:[ae]l|a[dnrstz]|ash)[-‑](?=[^\W\d_]{3})", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‑]")
_NUMERAL = re.compile(r"[IVX]+|(?=..)[IVX][ivx]+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_REALM = re.compile(r"(?<=\S)\s+of\s+(?:the\s+)?[^\W\d_].*$")
_NICKNAME = re.compile(r"\s*[(\[\"“][^)\]\"”]*[)\]\"”]")
_GENERATION = frozenset({"jr", "sr"})
_ADDRESSES = frozenset({"sheikh", "sheik", "shaykh", "sir", "lord", "dr"})
_SERVANT = "abd"
_SERVANT_OF = re.compile(r"^abd[aeou]l(?!ah?$)")
_SON_OF = frozenset({"bin", "ibn", "bint"})

# Where the family name usually stands first; a single word may then be the first of a full name.
_FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "HUN", "JPN"})
_CHINESE = frozenset({"CHN", "HKG", "TWN", "SGP", "MAC"})
_KOREAN = frozenset({"KOR", "PRK"})
# "Norovyn" and "Norov", "Tsakhiagiin" and "Tsakhia": the father's name with and without its ending.
_FATHERS_NAME_BENT = frozenset({"MNG"})
_LEAST_OF_FATHERS_NAME = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. words: folded; initials are a letter and a dot. parts: the same, hyphens taken as spaces.

    number: of a monarch, 0 if there is none. spelt: as it was given, which does not count when names are compared.
    """

    words: tuple[str, ...]
    parts: tuple[str, ...]
    number: int
    spelt: str = field(compare=False)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """One word or several in a form that does not depend on the transliteration; lower case, ASCII where possible."""
    plain = name.casefold()
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in letters if not unicodedata.combining(c))
    for needed, pattern, put in _FOLDS:
        if needed in plain:
            plain = pattern.sub(put, plain)
    return plain.strip()


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, in order."""
    return tuple(folded for word in _WORD.findall(name) if (folded := fold(word)))


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name: without article ("al-"), realm ("of Jordan") and number; initials last
    ("Lavrov S.V.") are put first."""
    return taken_apart(name).words


def number_of(name: str) -> int:
    """The number of a monarch: 2 of "Abdullah II of Jordan"; 0 if there is none."""
    return taken_apart(name).number


def surname_key(name: str) -> str:
    """Under which a name is filed: the consonants of its last word; the word itself if it has hardly any."""
    parts = name_words(name)
    return sounds(parts[-1]) if parts else ""


def full_name_key(name: str) -> str:
    """Surname key and first letter, for names of two words and more; empty for a surname alone."""
    parts = name_words(name)
    return f"{surname_key(name)} {parts[0][0]}" if len(parts) > 1 else ""


def compatible(a: str, b: str, country_a: str | None, country_b: str | None) -> bool:
    """True if the two names can be the same person's, whose countries (ISO3) are as given or not known.

    A surname alone fits a full name only if both countries are known and the same.
    """
    if country_a and country_b and country_a != country_b:
        return False
    return fit(taken_apart(a), taken_apart(b), country_a if country_a == country_b else None)


def fit(left: Name, right: Name, country: str | None) -> bool:
    """The same of names taken apart, whose country is the one given or not known."""
    country = country or None
    if not left.words or not right.words:
        return False
    if left == right:
        return True
    if left.number and right.number and left.number != right.number:
        return False
    if len(left.words) == 1 or len(right.words) == 1:
        return _surname_fits(left.words, right.words, country)
    if _full_names_fit(left, right, country):
        return True
    return country in _CHINESE and one_in_two_spellings(_plain(left.spelt), _plain(right.spelt))


def same_name(a: str, b: str) -> bool:
    """True if two full names (of two words and more) can be spellings of one, countries left aside."""
    left, right = taken_apart(a), taken_apart(b)
    if left.number and right.number and left.number != right.number:
        return False
    if left == right:
        return len(words(a)) > 1 and len(words(b)) > 1
    return len(left.words) > 1 and len(right.words) > 1 and _full_names_fit(left, right, None)


# ---------------------------------------------------------------- taking apart


@lru_cache(maxsize=65536)
def taken_apart(name: str) -> Name:
    """A person's name in its folded words."""
    bare = _REALM.sub("", _NICKNAME.sub("", name).strip() or name)
    raw = [w for i, w in enumerate(_WORD.findall(bare)) if not i or w.rstrip(".").casefold() not in _GENERATION]
    if len(raw) > 2 and raw[0].rstrip(".").casefold() in _ADDRESSES:
        del raw[0]
    number = 0
    if len(raw) > 1 and _NUMERAL.fullmatch(raw[-1]):
        number = _number(raw.pop().upper())
    found = [_word(w, first=i == 0) for i, w in enumerate(raw)]
    kept = _servants_joined([w for w in found if w[0]])
    while len(kept) > 1 and kept[-1][0].endswith(".") and not kept[0][0].endswith("."):
        kept.insert(0, kept.pop())
    words_ = tuple(w for w, _ in kept) or words(name)
    return Name(words_, tuple(p for _, parts in kept for p in parts) or words_, number, name)


def _servants_joined(found: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """ "Abdel Fattah", "Abd al-Fattah" and "Abdulfattah" in one form: the servant's name is one word."""
    joined: list[tuple[str, tuple[str, ...]]] = []
    for word, parts in found:
        if joined and joined[-1][0] == _SERVANT:
            joined[-1] = (_SERVANT + word, (_SERVANT + word,))
        else:
            bare = _SERVANT_OF.sub(_SERVANT, word) if word.startswith(_SERVANT) else word
            joined.append((bare, (bare,) if bare != word else parts))
    return joined


def _word(raw: str, *, first: bool) -> tuple[str, tuple[str, ...]]:
    """A word folded, and its parts between hyphens; nothing for an article that stands alone."""
    if (len(raw) == 1 or "." in raw) and _INITIAL.fullmatch(raw):
        letters = "".join(fold(part[0])[:1] for part in _LETTER_OF_INITIAL.findall(raw))
        return f"{letters}.", tuple(f"{letter}." for letter in letters)
    if not first and raw.casefold() in ("al", "el"):
        return "", ()
    if "-" not in raw and "‑" not in raw:
        folded = fold(raw)
        return folded, (folded,) if folded else ()
    bare = _ARTICLE.sub("", raw)
    parts = tuple(folded for part in _HYPHEN.split(bare) if (folded := fold(part)))
    return "".join(parts), parts


def _number(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’ʼʻ`")


# ---------------------------------------------------------------- one person?


def _surname_fits(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    if len(left) == len(right) == 1:
        return _alike(left[0], right[0], country)
    if not country:
        return False
    single, full = (left[0], right) if len(left) == 1 else (right[0], left)
    son_of = full[1] in _SON_OF
    if _alike(single, full[-1], country) and not (son_of and len(full) == 3):
        return True
    return (son_of or country in _FAMILY_NAME_FIRST) and _alike(single, full[0], country)


def _full_names_fit(a: Name, b: Name, country: str | None) -> bool:
    left, right = a.words, b.words
    if country is None and not _begin_or_end_alike(a, b):
        if len(left) == len(right) and sorted(left) == sorted(right):
            return True
        return left[0][0] == right[0][0] and "".join(left) == "".join(right)
    if left == right or "".join(left) == "".join(right):
        return True
    if left[1] in _SON_OF and right[1] in _SON_OF:
        return _sons_fit(left, right, country)
    if sorted(left) == sorted(right):
        return True
    if len(left) == len(right) and _in_step(left, right, country):
        return True
    if len(left) == len(right) == 2 and _alike(left[0], right[1], country) and _alike(left[1], right[0], country):
        return True
    if any(_contained(x, y, country) for x, y in ((left, right), (a.parts, right), (left, b.parts))):
        return True
    if country in _KOREAN and joined_alike("".join(left), "".join(right)):
        return True
    if country in _FATHERS_NAME_BENT and _alike(left[-1], right[-1], country) and _bent(left[0], right[0]):
        return True
    return not _middle_names_differ(left, right, country) and _ends_fit(left, right, country)


def _begin_or_end_alike(a: Name, b: Name) -> bool:
    """What two names have in common where no country is known, unless they are the same words in another order."""
    left, right = a.words, b.words
    return left[-1] == right[-1] or left[0] == right[0] or a.parts[:1] == right[:1] or left[:1] == b.parts[:1]


def _in_step(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    """Word for word, the last as a surname, the others as given names, which may be initials."""
    given = all(_given_names_fit(x, y, country) for x, y in zip(left[:-1], right[:-1], strict=True))
    return given and _alike(left[-1], right[-1], country)


def _sons_fit(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    """ "Hamad bin Khalifa" is not "Hamad bin Jassim"; the family's name behind may be left out."""
    behind = zip(left[2:], right[2:], strict=False)
    return len(left) > 2 and len(right) > 2 and _alike(left[0], right[0], country) and all(
        _alike(x, y, country) for x, y in behind
    )  # fmt: skip


def _ends_fit(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    return _alike(left[-1], right[-1], country) and _given_names_fit(left[0], right[0], country)


def _contained(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    if _begins_with(left, right, country) or _begins_with(right, left, country):
        return True
    return country is not None and (_part_of(left, right, country) or _part_of(right, left, country))


def _part_of(part: tuple[str, ...], full: tuple[str, ...], country: str) -> bool:
    """ "Alvaro Uribe" is "Álvaro Uribe Vélez", "Brian Mulroney" "Martin Brian Mulroney": all words, in their order."""
    rest = iter(full)
    return 2 <= len(part) < len(full) and all(any(_alike(word, other, country) for other in rest) for word in part)


def _begins_with(full: tuple[str, ...], part: tuple[str, ...], country: str | None) -> bool:
    """ "Faisal bin Farhan" is "Faisal bin Farhan Al Saud": a name with a father's name may leave out the family's."""
    if len(part) < 3 or len(full) <= len(part):
        return False
    return all(_alike(a, b, country) for a, b in zip(part, full, strict=False))


def _middle_names_differ(left: tuple[str, ...], right: tuple[str, ...], country: str | None) -> bool:
    """True for "Nguyen Tan Dung" and "Nguyen Chi Dung": as many middle names, and one differs, or none in common."""
    middle, other = left[1:-1], right[1:-1]
    if len(middle) == len(other):
        return not all(_given_names_fit(a, b, country) for a, b in zip(middle, other, strict=True))
    return bool(middle and other) and not any(_given_names_fit(a, b, country) for a in middle for b in other)


def _bent(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _LEAST_OF_FATHERS_NAME and a[:_LEAST_OF_FATHERS_NAME] == b[:_LEAST_OF_FATHERS_NAME]


def _given_names_fit(a: str, b: str, country: str | None) -> bool:
    if a.endswith(".") or b.endswith("."):
        return a[0] == b[0] or {a[0], b[0]} == {"c", "k"}
    return _alike(a, b, country) or bool(_short_forms(a) & _short_forms(b))


def _alike(a: str, b: str, country: str | None) -> bool:
    return a == b or (country is not None and _spelled_alike(a, b))


def _short_forms(given: str) -> frozenset[int]:
    """The groups of given names that are one, in which a name stands."""
    return _groups().get(given, frozenset())


@cache
def _groups() -> dict[str, frozenset[int]]:
    data = resources.files("legation.register") / "data" / "given_names.txt"
    lines = [line for line in data.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for name in line.split():
            found.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
