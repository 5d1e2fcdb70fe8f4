"""Which single lines are page furniture: sections, trails, share bars, pointers, credits, bylines, days."""

from __future__ import annotations

import re

from legation.intake.wrapping.rules import rules
from legation.model import AsideReason

# Furniture is short; longer lines are paragraphs and are not tried.
LONGEST = 300
_NOT_WORDS = re.compile(r"[\W\d_]+")
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", '."', ".”", ".»", '!"', '?"', "؟")


def ends_a_sentence(line: str) -> bool:
    """True if the line ends as a sentence does; "Feb." and initials count too, which is on the safe side."""
    return line.endswith(_SENTENCE_END)


def reason_anywhere(line: str) -> AsideReason | None:
    """Why this line is wrapping wherever it stands; None if it is not."""
    if len(line) > LONGEST:
        return None
    if is_share_bar(line):
        return "share bar"
    for reason, pattern in rules().anywhere:
        if pattern.fullmatch(line):
            return reason
    return None


def is_share_bar(line: str) -> bool:
    """True for a line of share cues and networks only: one cue, or two networks."""
    rest, cues = line, []
    for match in rules().share_cue.finditer(line):
        cues.append(match.group().lower())
    rest = rules().share_cue.sub(" ", rest)
    networks = rules().share_network.findall(rest)
    rest = rules().share_network.sub(" ", rest)
    if _NOT_WORDS.sub("", rest):
        return False
    strong = [cue for cue in cues if cue not in rules().weak_share_cues]
    return bool(strong) or len(networks) + len(cues) >= 2


def is_network_name(line: str) -> bool:
    """True for the name of one network alone on its line."""
    return rules().share_network.fullmatch(line) is not None


def opens_pointers(line: str) -> bool:
    """True if "also read" or the like stands alone, so that the links follow on their own lines."""
    return len(line) <= LONGEST and rules().also_read_cue.fullmatch(line) is not None


def could_be_link(line: str) -> bool:
    """True for a line short enough, and without a full stop, to be the headline of another report."""
    return len(line) <= 200 and not ends_a_sentence(line)


def is_section(line: str) -> bool:
    """True if the line holds names of sections and nothing else."""
    if len(line) > LONGEST:
        return False
    parts = [part.strip().lower() for part in re.split(rf"[{re.escape(rules().separators)}]|\t|\s{{2,}}", line)]
    return all(part.strip(rules().bullets + " ") in rules().section_names for part in parts)


def is_breadcrumb(line: str) -> bool:
    """True for a trail ("Home > World > Asia"), or one short entry of a menu ("- Policy")."""
    if len(line) > LONGEST or ends_a_sentence(line):
        return False
    return _is_trail(line) or _is_menu_entry(line)


def _is_trail(line: str) -> bool:
    parts = re.split(rf"\s*[{re.escape(rules().separators)}]\s+", line)
    if len(parts) < 2:
        return False
    if parts[0].strip(rules().bullets + " ").lower() in rules().section_names:
        return True
    return len(parts) > 2 and all(part and len(part.split()) <= rules().longest_entry for part in parts)


def _is_menu_entry(line: str) -> bool:
    entry = line.lstrip(rules().bullets + rules().separators + " \t")
    return line[0] in rules().bullets + rules().separators and 0 < len(entry.split()) <= rules().longest_entry


def is_stamp(line: str) -> bool:
    """True for a line that holds the day (and time) of publication and nothing else."""
    return len(line) <= 120 and rules().stamp.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """True for "By" (in several languages) and names, nothing else."""
    if len(line) > 120 or ends_a_sentence(line):
        return False
    match = rules().byline.fullmatch(line)
    return match is not None and is_name(match["names"], longest=12)


def is_name(words: str, longest: int = 4) -> bool:
    """True if every word is capitalised or a small word of names, and no digit is in it."""
    parts = re.split(r"[\s,;|/&]+", words.strip(" ,;|"))
    if not 1 <= len(parts) <= longest or re.search(r"\d", words):
        return False
    names = [part for part in parts if part.lower() not in rules().name_particles]
    # The last piece counts: "al-Said" is a name with its article.
    return bool(names) and all(part[:1].isalpha() and not part.split("-")[-1][:1].islower() for part in names)
