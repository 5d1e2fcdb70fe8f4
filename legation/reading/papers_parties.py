"""Whom a paper binds: the sides of its title, of those who signed it, of its clause, or of the talks before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from legation.language import Token
from legation.model import Event, Span
from legation.reading.papers import Paper
from legation.reading.people.cast import Cast, unique
from legation.reading.people.states import stands_apart, state
from legation.register import Hit, Register

_BINDING = re.compile(r"\b(?:with|between)\s(?:the )?$")
_FURTHER = re.compile(r"^(?:,|,? and|[-–]) ?(?:the )?$")
_TOPIC = re.compile(r"\s(?:of|on|for|about|in)\s")
_WITH = frozenset(["with", "between", "by", "among"])
_MOST = 6
# Kinds of papers that a body issues alone.
_BY_BODIES = frozenset(["communique", "resolution", "declaration", "charter", "statement"])
_JOINT = re.compile(r"[Jj]oint\s")
# Who helped it about is no side: "a U.S.-brokered ceasefire".
_HELPED = re.compile(r"[-– ](?:brokered|mediated|led|backed|sponsored|drafted|proposed|hosted)\b")


def parties_of(
    cast: Cast, paper: Paper, signatories: Sequence[str], events: Sequence[Event], register: Register
) -> tuple[str, ...]:
    """The sides, best known first asked; fewer than two if nothing tells more."""
    bound = _sides(cast, (_of_hit(cast, hit, register) for hit in _bound(cast, paper.title)), register)
    if len(bound) > 1:
        return bound
    if paper.verb is None:
        # one country alone is likely where it was made ("the Treaty of Utrecht")
        of_both = paper.by_topic or _JOINT.match(cast.page.text, paper.title.start, paper.title.end)
        return _talked_of(cast, paper, bound, events, register) if of_both else _issuers(cast, paper)
    if paper.status == "issued" and (body := _issuers(cast, paper)):
        return body
    # what the signatories do not tell is told by the clause, then by the talks before it, then by the sentence
    found = unique([*_sides(cast, signatories, register), *bound])
    further = [_of_clause(cast, paper, register), _at_hand(cast, paper, events, register)]
    if not paper.by_both:
        further.insert(1, _of_sentence(cast, paper, register))
    for more in further:
        if len(found) < 2 and (not found or set(found) & set(more) or len(more) == 1):
            found = unique([*found, *more])
    if len(found) < 2:
        found = unique([*found, *_of_sentence(cast, paper, register)])
    return found[:_MOST]


def _issuers(cast: Cast, paper: Paper) -> tuple[str, ...]:
    """The body of states that issued a paper: the one of its title, else the only one that its sentence names."""
    if paper.kind not in _BY_BODIES:
        return ()
    for span in (paper.title, cast.page.sentence_at(paper.title.start)):
        named = unique([key for unit in cast.at(span) for key in unit.actors])
        bodies = [key for key in named if cast.kind_of(key) == "organisation" and not cast.country_of(key)]
        if bodies:
            return tuple(bodies) if len(bodies) == 1 else ()
    return ()


def _talked_of(
    cast: Cast, paper: Paper, bound: tuple[str, ...], events: Sequence[Event], register: Register
) -> tuple[str, ...]:
    """The side of the title with the other of the sentence, else the two sides of the talks before it."""
    near = unique([*bound, *_of_sentence(cast, paper, register)])
    if len(near) == 2:
        return near
    sides = _at_hand(cast, paper, events, register)
    return sides if not bound or set(bound) & set(sides) else bound


def _sides(cast: Cast, keys: Iterable[str], register: Register) -> tuple[str, ...]:
    """What the actors stand for: their states, then bodies and rebels by themselves."""
    every = list(keys)
    rebels = {k for k in every if stands_apart(cast, k)}
    apart = [k for k in every if cast.kind_of(k) == "organisation" or (k in rebels and not cast.is_person(k))]
    countries = [c for k in every if k not in apart and k not in rebels and (c := cast.country_of(k))]
    return unique([*(state(cast, c, register) for c in countries), *apart])


def _bound(cast: Cast, title: Span) -> list[Hit]:
    """The sides that a title tells: before its topic ("the Turkish-Greek accord on X"), or behind "with", "between"."""
    text = cast.page.text
    topic = _TOPIC.search(text, title.start, title.end)
    found: list[Hit] = []
    for hit in cast.page.hits_in(title):
        if _HELPED.match(text, hit.span.end):
            continue
        before = text[title.start : hit.span.start]
        listed = found and _FURTHER.match(text[found[-1].span.end : hit.span.start])
        if _BINDING.search(before) or listed or topic is None or hit.span.end <= topic.start():
            found.append(hit)
    return found


def _of_hit(cast: Cast, hit: Hit, register: Register) -> str:
    if hit.country:
        return state(cast, hit.country, register)
    return next((k for u in cast.at(hit.span) for k in u.actors), "")


def _of_clause(cast: Cast, paper: Paper, register: Register) -> tuple[str, ...]:
    """The sides named by the subject of the verb, and by whom it was done with or by."""
    verb = cast.page.token_at(paper.verb.start) if paper.verb else None
    if verb is None:
        return ()
    passage = cast.page.passage_at(verb.start)
    doers: list[Token] = passage.children(verb, "nsubj", "obl:agent")
    doers += [
        o for o in passage.children(verb, "obl") if any(c.text.lower() in _WITH for c in passage.children(o, "case"))
    ]
    spans = [span for doer in doers if not (span := passage.subtree_span(doer)).overlaps(paper.title)]
    return _sides(cast, (k for span in spans for u in cast.at(span) for k in u.actors), register)


def _of_sentence(cast: Cast, paper: Paper, register: Register) -> tuple[str, ...]:
    sentence = cast.page.sentence_at(paper.title.start)
    near = [c for u in cast.at(sentence) for k in u.actors if (c := cast.country_of(k))]
    near += [h.country for h in cast.page.hits_in(sentence) if h.country]
    return tuple(state(cast, c, register) for c in dict.fromkeys(near))


def _at_hand(cast: Cast, paper: Paper, events: Sequence[Event], register: Register) -> tuple[str, ...]:
    """The sides of the engagement that was told last before the paper; of the report's first, if none is."""
    before = [e for e in events if e.trigger.start < paper.title.start]
    for event in [*reversed(before), *events[:1]]:
        sides = _sides(cast, event.actors(), register)
        if len(sides) > 1:
            return sides
    return ()
