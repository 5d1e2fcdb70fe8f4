"""Sources that neither rules nor model gave: the subject of the cue, a name before a colon, a name behind a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.cues import lexicon
from legation.reading.statements.phrases import noun_phrase, passage_with
from legation.reading.statements.subjects import source_of

# A turn of a transcript: "WALLACE: ..." ("Q" and "A" are nobody's names).
_TURN = re.compile(r"[\"“«]?\s*(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?: \([^()]{2,40}\))?:\s")
# A quotation with its author behind a dash, at the end of the line: "... ." - Ana Silva
_SIGNED = re.compile(
    r"[\"”»]?\s*(?:--|[―—–-])\s*(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|da|von|van|bin|al)){1,4})\.?\s*(?:\n|$)"
)


def with_source(text: str, passages: Sequence[Annotation], attribution: Attribution) -> Attribution:
    """The attribution with its source, if it has none and the words around it show one."""
    if attribution.source is not None or attribution.continues is not None:
        return attribution
    if attribution.cue is None and (told_by := _told_by(passages, attribution)):
        return replace(attribution, source=told_by[0], cue=told_by[1], belief=False)
    source = _turn(text, attribution) or _signature(text, attribution) or _subject(passages, attribution)
    return replace(attribution, source=source) if source else attribution


def _turn(text: str, attribution: Attribution) -> Span | None:
    """Who speaks in a transcript: the name in capitals at the beginning of what is said, or right before it."""
    first = attribution.content[0]
    line = text.rfind("\n", 0, first.start) + 1
    match = _TURN.match(text, line)
    return Span(*match.span("name")) if match and match.end() >= first.start else None


def _signature(text: str, attribution: Attribution) -> Span | None:
    if attribution.kind != "direct":
        return None
    match = _SIGNED.match(text, attribution.content[-1].end)
    return Span(*match.span("name")) if match else None


def _told_by(passages: Sequence[Annotation], attribution: Attribution) -> tuple[Span, Span] | None:
    """Source and cue of "That trade will grow was announced by X"."""
    content = attribution.content[-1]
    passage = passage_with(passages, content)
    behind = [t for t in passage.tokens if t.start >= content.end] if passage else []
    verb = next((t for t in behind if t.pos != "AUX"), None)
    if passage is None or verb is None or verb is behind[0] or verb.lemma.lower() not in lexicon().verbs:
        return None
    agent = next(iter(passage.children(verb, "obl:agent")), None)
    return (noun_phrase(passage, agent), verb.span) if agent else None


def _subject(passages: Sequence[Annotation], attribution: Attribution) -> Span | None:
    """The subject of the verb in the cue, if it is not part of what is said."""
    cue = attribution.cue
    passage = passage_with(passages, cue)
    if cue is None or passage is None:
        return None
    verbs = (t for t in passage.within(cue) if t.pos == "VERB")
    found = next((s.span for verb in verbs if (s := source_of(passage, verb)) and _names(s.head)), None)
    return found if found and not any(found.overlaps(span) for span in attribution.content) else None


def _names(head: Token) -> bool:
    return head.pos in ("PROPN", "NOUN", "PRON")
