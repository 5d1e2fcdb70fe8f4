"""Chinese names in pinyin and in the older spelling of Wade and Giles, made comparable."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u)"
)
# Of pinyin, as the tables of Wade and Giles have it, apostrophes left out as newspapers do.
_INITIALS = {
    "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "z": "ts", "c": "ts", "r": "j",
}  # fmt: skip
_FINALS = {"ong": "ung", "ian": "ien", "ie": "ieh", "ue": "ueh", "iong": "iung"}
_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "ge": "ko",
    "ke": "ko", "he": "ho", "e": "o", "er": "erh", "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "yong": "yung",
    "duo": "to", "tuo": "to", "luo": "lo", "zuo": "tso", "cuo": "tso", "suo": "so", "ruo": "jo", "zhuo": "cho",
    "gui": "kuei", "kui": "kuei", "zhe": "che",
}  # fmt: skip


def one_in_two_spellings(a: str, b: str) -> bool:
    """True if one of the names is in pinyin and the other is the same as Wade and Giles spell it.

    Only a name with a hyphen ("Mao Tse-tung") is taken for the older spelling: without it Zhang and Chang, two
    surnames, would be one.
    """
    if ("-" in a) == ("-" in b):
        return False
    pinyin, older = (b, a) if "-" in a else (a, b)
    return "".join(map(_older, _letters(pinyin))) == "".join(_letters(older))


def _letters(name: str) -> list[str]:
    return ["".join(c for c in word if c.isalpha()) for word in name.lower().split()]


def _older(word: str) -> str:
    """A word of pinyin in the older spelling; the word itself if it is none."""
    syllables = _syllables(word)
    return "".join(map(_older_syllable, syllables)) if syllables else word


def _syllables(word: str) -> list[str]:
    """The syllables of a word of pinyin, the longest first; empty if it is none."""
    if not word:
        return []
    found = _SYLLABLE.match(word)
    for end in range(found.end() if found else 0, 0, -1):
        head = word[:end]
        if _SYLLABLE.fullmatch(head):
            rest = _syllables(word[end:])
            if rest or end == len(word):
                return [head, *rest]
    return []


def _older_syllable(syllable: str) -> str:
    found = _SYLLABLE.fullmatch(syllable)
    if syllable in _WHOLE or found is None:
        return _WHOLE.get(syllable, syllable)
    initial, final = found[1] or "", found[2]
    return _INITIALS.get(initial, initial) + _FINALS.get(
        final, "o" if final == "uo" and initial in "dtlnzcs" else final
    )
