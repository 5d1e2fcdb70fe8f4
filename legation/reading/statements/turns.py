"""Conversations printed turn by turn: interviews, briefings, answers to the press.

Three ways to print them are read: turns that begin with a label ("Question:", "Sergey Lavrov:", "A:"), turns that begin
with a dash, question and answer in turn, and questions that are paragraphs of their own in what is called an interview.
Whoever has no label of his own is the person whom the report presents before the first question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from legation.language import Annotation
from legation.model import Span
from legation.reading.lexicons import load_toml
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.phrases import noun_phrase

_LABEL = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][^:.?!\"“”«»;]{0,70}?)[*_]{0,2}\s?:[*_]{0,2}\s+(?=\S)")
_SHORT_LABEL = re.compile(r"(?P<label>[QA])\.\s+(?=[A-Z])")
_NAME_LIKE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,5}")
_DASH = re.compile(r"[—–-]\s*(?=\S)")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_ASKS = re.compile(r"\?[\"”’')\]]*\s*$")
# Turns of a conversation printed with dashes, and questions that stand alone, at least.
_DASHES = 4
_QUESTIONS = 3
# Share of the answer's letters that an account of the same words covers, without who says them.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in turn, a span a paragraph. source: where he is named; apart: not in the turn itself."""

    source: Span
    content: tuple[Span, ...]
    apart: bool


def with_turns(text: str, passages: Sequence[Annotation], found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of a report with those of a conversation printed in it, in order of appearance.

    What is reported inside an answer has its speaker as outer source.
    """
    turns = conversation(text, passages)
    if not turns:
        return tuple(found)
    told = [(n, _inside(a, turns)) for n, a in enumerate(found) if not any(_is_turn(text, a, turn) for turn in turns)]
    said = [(None, Attribution(t.source, None, t.content, "direct", apart=t.apart)) for t in turns]
    every = sorted([*told, *said], key=lambda pair: pair[1].content[0])
    place = {old: new for new, (old, _) in enumerate(every) if old is not None}
    return tuple(replace(a, continues=None if a.continues is None else place.get(a.continues)) for _, a in every)


def _is_turn(text: str, attribution: Attribution, turn: Turn) -> bool:
    """True if an attribution is of an answer's words and has no cue but a colon, whoever it takes for the speaker."""
    if not attribution.content:
        return False
    if attribution.cue and any(letter.isalnum() for letter in attribution.cue.of(text)):
        return False
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in attribution.content for b in turn.content)
    return shared >= _SAME * sum(s.end - s.start for s in attribution.content)


def _inside(attribution: Attribution, turns: Sequence[Turn]) -> Attribution:
    turn = next((t for t in turns for s in t.content if attribution.content and s.covers(attribution.content[0])), None)
    if turn is None or attribution.source is None:
        return attribution
    return replace(attribution, outer=(*attribution.outer, turn.source))


def conversation(text: str, passages: Sequence[Annotation]) -> list[Turn]:
    """The turns of those who answer, in text order; nothing if no conversation is printed."""
    return _labelled(text, passages) or _dashed(text, passages) or _questioned(text, passages)


# ---------------------------------------------------------------- turns with labels


@dataclass(frozen=True, slots=True)
class _Label:
    """The words before a colon and where the turn goes on. person: the name in them, None for a word of asking or
    answering."""

    span: Span
    begins: int
    person: Span | None
    asks: bool


def _labelled(text: str, passages: Sequence[Annotation]) -> list[Turn]:
    labels = _labels(text, passages)
    known = [label for label in labels if label]
    names = [label.span.of(text).lower() for label in known]
    asked = any(label.asks for label in known)
    if len(known) < 2 or not (asked or len(set(names)) < len(names)):
        return []
    first = next(n for n, label in enumerate(labels) if label)
    last = max(n for n, label in enumerate(labels) if label)
    guest = _presented(passages[:first])
    turns: list[Turn] = []
    for number, (label, passage) in enumerate(zip(labels, passages, strict=True)):
        if label and not label.asks:
            source = label.person or guest
            content = Span(label.begins, passage.span.end)
            turns += [Turn(source, (content,), label.person is None)] if source else []
        elif label is None and number > first and turns and _spoken_last(labels[:number]):
            if number < last or _in_own_person(text, passage.span):
                turns[-1] = replace(turns[-1], content=(*turns[-1].content, passage.span))
    return turns


def _labels(text: str, passages: Sequence[Annotation]) -> list[_Label | None]:
    """The label of each paragraph, None for none. Beside questions, what stands before a colon twice is a name, too."""
    labels = [_label(text, passage) for passage in passages]
    if not any(label and label.asks for label in labels):
        return labels
    matches = [_LABEL.match(text, p.span.start, p.span.end) for p in passages]
    names = Counter(m.group("label") for m in matches if m and _NAME_LIKE.fullmatch(m.group("label")))
    return [
        label or (_Label(s := Span(*m.span("label")), m.end(), s, False) if m and names[m.group("label")] > 1 else None)
        for label, m in zip(labels, matches, strict=True)
    ]


def _spoken_last(labels: Sequence[_Label | None]) -> bool:
    """True if the turn before is an answer."""
    last = next((label for label in reversed(labels) if label), None)
    return last is not None and not last.asks


def _label(text: str, passage: Annotation) -> _Label | None:
    match = _LABEL.match(text, passage.span.start, passage.span.end) or _SHORT_LABEL.match(text, passage.span.start)
    if match is None:
        return None
    span, words = Span(*match.span("label")), match.group("label").lower()
    if words in _words()["asking"] or any(words.startswith(f"{w} ") for w in ("question", "reporter")):
        return _Label(span, match.end(), None, True)
    if words in _words()["answering"]:
        return _Label(span, match.end(), None, False)
    medium = any(e.label == "medium" and span.covers(e.span) for e in passage.entities)
    person = next((e.span for e in passage.entities if e.label == "person" and span.covers(e.span)), None)
    if medium and person is None:
        return _Label(span, match.end(), None, True)
    return _Label(span, match.end(), person, False) if person and person.end == span.end else None


# ---------------------------------------------------------------- turns without labels


def _dashed(text: str, passages: Sequence[Annotation]) -> list[Turn]:
    """Question and answer in turn, each behind a dash; the first is a question."""
    dashed = [
        (n, match.end()) for n, p in enumerate(passages) if (match := _DASH.match(text, p.span.start, p.span.end))
    ]
    if len(dashed) < _DASHES or not _ASKS.search(passages[dashed[0][0]].span.of(text)):
        return []
    guest = _presented(passages[: dashed[0][0]])
    if guest is None:
        return []
    turns = []
    for (number, begins), following in zip(dashed[1::2], [*dashed[2::2], None], strict=False):
        end = following[0] if following else number + 1
        more = [passages[n].span for n in range(number + 1, end)]
        turns.append(Turn(guest, (Span(begins, passages[number].span.end), *more), True))
    return turns


def _questioned(text: str, passages: Sequence[Annotation]) -> list[Turn]:
    """Questions that are paragraphs of their own, in a report that says that it is a conversation."""
    asked = [n for n, p in enumerate(passages) if n and _is_question(text, p)]
    if len(asked) < _QUESTIONS:
        return []
    before = passages[: asked[0]]
    told = " ".join(p.span.of(text).lower() for p in before)
    guest = _presented(before)
    if guest is None or not any(words in told for words in _words()["conversations"]):
        return []
    turns = []
    for number, following in zip(asked, [*asked[1:], len(passages)], strict=True):
        spans = tuple(p.span for p in passages[number + 1 : following] if _ENDS.search(p.span.of(text)))
        if following == len(passages):
            spans = tuple(s for k, s in enumerate(spans) if not k or _in_own_person(text, s))
        turns += [Turn(guest, spans, True)] if spans else []
    return turns


def _is_question(text: str, passage: Annotation) -> bool:
    words = passage.span.of(text)
    return bool(_ASKS.search(words)) and not re.search(r"[\"“”«»]", words)


def _presented(passages: Sequence[Annotation]) -> Span | None:
    """Who is asked, by what stands before the first question: the subject of "received us" or "answered the questions",
    the last of several; else the first person named in a sentence with a verb, which a byline is not."""
    sentences = [p for p in passages if any(t.pos == "VERB" and t.has("VerbForm=Fin") for t in p.tokens)]
    received = [
        noun_phrase(p, subject)
        for p in sentences
        for verb in p.tokens
        if verb.pos == "VERB" and verb.lemma.lower() in _words()["receiving"]
        for subject in p.children(verb, "nsubj")[:1]
    ]
    named = (e.span for p in sentences for e in p.entities if e.label == "person")
    return received[-1] if received else next(named, None)


def _in_own_person(text: str, span: Span) -> bool:
    return any(word in _words()["own"] for word in re.findall(r"[\w']+", span.of(text).lower()))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_toml("turns.toml").items()}
