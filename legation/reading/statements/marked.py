"""Attributions that the language model marks, joined with those that the rules find.

The rules know what a statement is beyond its words: its act, addressee, medium and who goes on speaking. The model
sees attributions that no rule foresees, and where contents end. So what both see keeps the rules' account with the
model's extents, and what the model alone sees is added, as belief if nothing shows that it is speech. What the rules
alone see counts only where they are known to be the better reader: of the rest, one in nine was right in a set of
annotated articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from legation.language import Annotation
from legation.language import Attribution as Marked
from legation.model import Span
from legation.reading.statements.attribution import Attribution, Kind, kind_of, offsets
from legation.reading.statements.cues import Lexicon
from legation.reading.statements.media import with_surroundings
from legation.reading.statements.subjects import is_unreal

# Likeness (shared part of the contents, and half for a common cue) from which two accounts are of one attribution.
_SAME = 0.3
_SHARED_CUE = 0.5


def with_marked(
    text: str,
    quoted: Set[int],
    passages: Sequence[Annotation],
    ruled: Sequence[Attribution],
    words: Lexicon,
) -> tuple[Attribution, ...]:
    """All attributions of a report in text order.

    quoted: the offsets of all characters in quotation marks. ruled: those of the rules; ``continues`` are kept right.
    """
    contents = [offsets(attribution.content) for attribution in ruled]
    free = dict(enumerate(ruled))
    found: list[tuple[Attribution, int | None]] = []
    for passage in passages:
        for marked in passage.attributions:
            kind = kind_of(text, quoted, marked.content)
            same = _same(marked, free, contents)
            if same is not None:
                found.append((_joined(free.pop(same), marked, kind, contents[same], ruled), same))
            else:
                found.append((_alone(passage, marked, kind, words), None))
    found += [(a, i) for i, a in free.items() if _counts(text, a, ruled)]
    return _ordered(found)


def _counts(text: str, ruled: Attribution, every: Sequence[Attribution]) -> bool:
    """True for what the rules alone see if it is said in another's words, where the model marks the outer ones; if it
    is "according to" somebody; if it goes on in one sentence ("said that A and stressed that B"); or if it is the
    sentence before ("This was stated by X")."""
    if ruled.belief or ruled.cue is None:
        return False
    if ruled.outer or ruled.cue.of(text).lower().startswith("according"):
        return True
    end = max(span.end for span in ruled.content)
    if end < ruled.cue.start and text[end : ruled.cue.start].lstrip()[:1] in (".", "!", "?"):
        return True
    before = [a for a in every if a.source == ruled.source and a.cue and a.cue.end <= ruled.cue.start]
    return any(_in_one_sentence(text, a, ruled) for a in before)


def _in_one_sentence(text: str, first: Attribution, second: Attribution) -> bool:
    """True if one clause joins the cue of the second to what the first tells."""
    end = max(span.end for span in first.content)
    between = text[end : second.cue.start] if second.cue and end <= second.cue.start else "."
    return between.strip(" ,") in ("and", "but", "and also", "and then")


def _joined(
    ruled: Attribution, marked: Marked, kind: Kind, theirs: Set[int], every: Sequence[Attribution]
) -> Attribution:
    """The rules' account with the model's extents, unless these hold nothing of the rules' ("This was stated by X"
    means the sentence before) or swallow another attribution ("said that A and stressed that B")."""
    sources = [s for s in marked.source if ruled.source is None or s.overlaps(ruled.source)]
    ruled = replace(ruled, source=_first(sources) or ruled.source, cue=_first(marked.cue) or ruled.cue)
    ours = offsets(marked.content)
    others = [a.cue for a in every if a.cue and a.source == ruled.source and a.content != ruled.content]
    if not ours & theirs or any(cue.start in ours - theirs for cue in others):
        return ruled
    return replace(ruled, content=marked.content, kind=kind)


def _same(marked: Marked, free: Mapping[int, Attribution], contents: Sequence[Set[int]]) -> int | None:
    """Which of the rules' attributions is most like a marked one. contents: the offsets of what each says."""
    ours = offsets(marked.content)

    def likeness(i: int) -> float:
        shared = len(ours & contents[i]) / len(ours | contents[i])
        cue = free[i].cue
        return shared + (_SHARED_CUE if cue is not None and any(span.overlaps(cue) for span in marked.cue) else 0.0)

    best = max(free, key=likeness, default=None)
    return best if best is not None and likeness(best) >= _SAME else None


def _alone(passage: Annotation, marked: Marked, kind: Kind, words: Lexicon) -> Attribution:
    belief = not _is_speech(passage, marked, kind, words)
    found = Attribution(_first(marked.source), _first(marked.cue), marked.content, kind, belief=belief)
    verb = next((t for span in marked.cue for t in passage.within(span) if t.pos == "VERB"), None)
    return found if verb is None else with_surroundings(passage, found, verb, words)


def _is_speech(passage: Annotation, marked: Marked, kind: Kind, words: Lexicon) -> bool:
    """What is quoted is; indirect speech needs a cue that reports speech, or else a whole clause as content, and no
    mere belief."""
    if kind != "indirect":
        return bool(marked.source or marked.cue) or kind == "direct"
    tokens = [token for span in marked.cue for token in passage.within(span)]
    if any(is_unreal(passage, token, words) for token in tokens if token.pos == "VERB"):
        return False
    lemmas = [token.lemma.lower() for token in tokens]
    cues = [cue for lemma in lemmas if (cue := words.verbs.get(lemma))]
    if any(not cue.belief for cue in cues) or {"accord", "according"} & {*lemmas} or words.quoting & {*lemmas}:
        return True
    denied = ({"no", "not", "n't", "never"} | words.withholding) & {*lemmas}
    return bool(marked.source and tokens) and not (cues or denied) and _is_clause(passage, marked.content)


def _is_clause(passage: Annotation, content: Sequence[Span]) -> bool:
    """True if the content has a verb with its subject."""
    tokens = [token for span in content for token in passage.within(span)]
    inside = {token.i for token in tokens}
    return any(token.dep.startswith("nsubj") and token.head in inside for token in tokens)


def _ordered(found: list[tuple[Attribution, int | None]]) -> tuple[Attribution, ...]:
    """By where their contents begin; ``continues``, an index among the rules' attributions, becomes one of these."""
    found = sorted(found, key=lambda pair: min(span.start for span in pair[0].content))
    place = {old: new for new, (_, old) in enumerate(found) if old is not None}
    return tuple(replace(a, continues=None if a.continues is None else place.get(a.continues)) for a, _ in found)


def _first(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None
