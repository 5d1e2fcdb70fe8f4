"""Acts of a report: who does what to whom, one for each sentence that tells one.

Type, mode and the way intentions are coded follow the PLOVER codebook: a friendly act that is only promised is AGREE,
a hostile one THREATEN, a friendly one that is refused REJECT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Event, Role, Span
from legation.reading.acts.clauses import DEMANDED, told_in
from legation.reading.acts.clauses import Told as ToldAct
from legation.reading.acts.lexicon import ActLexicon, lexicon
from legation.reading.engagements.dating import when_of
from legation.reading.engagements.draft import Told
from legation.reading.engagements.lexicon import lexicon as engagement_lexicon
from legation.reading.engagements.status import status_of
from legation.reading.people.cast import Cast
from legation.reading.people.states import state
from legation.reading.statements.quotes import find_quotations
from legation.register import Register

SCORE = 0.5
_VENUE = re.compile(r"\b(?:in|at|near|outside) (?:the )?$")
_AT_HOME = frozenset({"PROTEST", "COERCE", "CONCEDE", "ASSAULT", "RETREAT"})
_BOTH = frozenset({"AGREE", "COOPERATE", "SUPPORT", "ASSAULT"})

Side = tuple[str, Span]


def find_acts(cast: Cast, register: Register, told: Sequence[Told]) -> list[Told]:
    """The acts of a report in text order, ids "a1", "a2" ...; sentences that tell an engagement are left out."""
    words = lexicon()
    taken = [draft.sentence for one in told for draft in one.drafts]
    found: list[Told] = []
    for passage in cast.page.passages:
        for sentence in passage.sentences:
            span = Span(passage.tokens[sentence[0]].start, passage.tokens[sentence[1] - 1].end)
            if not any(t.overlaps(span) for t in taken):
                found += _acts(cast, register, passage, sentence, words)
    return [replace(t, event=replace(t.event, id=f"a{n}")) for n, t in enumerate(found, 1)]


def _acts(
    cast: Cast, register: Register, passage: Annotation, sentence: tuple[int, int], words: ActLexicon
) -> Iterator[Told]:
    quotations = find_quotations(cast.page.text, passage.span)
    for told in list(told_in(passage, sentence, words))[:1]:
        if any(q.span.covers(told.trigger.span) for q in quotations):
            continue  # what somebody says is a statement
        plover = _coded(passage, told, words)
        sources, targets = _sides(cast, register, passage, told)
        if plover in _AT_HOME and not sources and not targets:
            sources = _at_place(cast, register, passage, told)
        if plover is None or not _enough(plover, told, sources, targets):
            continue
        if not targets and plover in _BOTH and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        if not targets and plover in _AT_HOME:
            targets = [(k, s) for k, s in sources[:1]]
        when, when_span = when_of(cast.page, passage, told.trigger, [])
        event = Event(
            id="",
            kind="act",
            trigger=told.trigger.span,
            sentence=passage.sentence_span(told.trigger),
            roles=tuple(Role("source", k, s) for k, s in sources) + tuple(Role("target", k, s) for k, s in targets),
            when=when,
            status="happened",
            plover=plover,
            plover_mode=told.word.mode if plover == told.word.plover else None,
            score=SCORE,
        )
        yield Told(event, (), when_span)


def _enough(plover: str, told: ToldAct, sources: list[Side], targets: list[Side]) -> bool:
    """True if it is known who acts; of an assault it is enough to know on whom, a demand must be made of somebody."""
    if told.word is DEMANDED:
        return bool(sources and targets)
    return bool(sources) or (plover == "ASSAULT" and bool(targets))


def _at_place(cast: Cast, register: Register, passage: Annotation, told: ToldAct) -> list[Side]:
    """Of "students throughout X staged rallies" the country of the place; it acts and is acted on."""
    return _named(cast, register, passage.subtree_span(told.trigger))[:1]


def _coded(passage: Annotation, told: ToldAct, words: ActLexicon) -> str | None:
    """The PLOVER type by what is done, or only promised, threatened or refused; None for what is nothing."""
    plover = told.word.plover
    status = status_of(passage, told.trigger, engagement_lexicon())
    if told.willing or status in ("planned", "proposed"):
        if plover in words.friendly:
            return "AGREE"
        return "THREATEN" if plover in words.hostile else plover
    if told.word.plover == "REJECT" and told.trigger.lemma.lower() in ("refuse", "decline"):
        return "REJECT"
    if status is None or status in ("denied", "cancelled", "postponed"):
        return "REJECT" if plover in words.friendly else None
    return plover


# ---------------------------------------------------------------- who to whom


def _sides(cast: Cast, register: Register, passage: Annotation, told: ToldAct) -> tuple[list[Side], list[Side]]:
    passive = [t for t in passage.children(told.trigger, "nsubj") if t.dep == "nsubj:pass"]
    if passive:
        agents = passage.children(told.trigger, "obl:agent")
        sources = [s for a in agents for s in _within(cast, register, passage, a)]
        targets = _within(cast, register, passage, passive[0])
        return sources[:2], _others(targets, sources, cast)[:2]
    sources = _source(cast, register, passage, told)
    targets = _others(_targets(cast, register, passage, told), sources, cast)
    if not targets:
        rest = Span(told.trigger.end, max(told.trigger.end, passage.subtree_span(told.trigger).end))
        named = [side for side in _named(cast, register, rest) if not _is_venue(cast, side[1])]
        targets = _others(named, sources, cast)[:1]
    return sources[:2], targets[:3]


def _is_venue(cast: Cast, words: Span) -> bool:
    """True for a place where something was done: "agreed in Beijing"."""
    return bool(_VENUE.search(cast.page.text, max(0, words.start - 12), words.start))


def _source(cast: Cast, register: Register, passage: Annotation, told: ToldAct) -> list[Side]:
    found = _within(cast, register, passage, told.subject) if told.subject else []
    if not found and told.reporter and (told.subject is None or told.subject.pos == "PRON"):
        found = _within(cast, register, passage, told.reporter)
    return found[:1] if len(found) > 1 and not _joined(passage, found) else found


def _joined(passage: Annotation, sides: list[Side]) -> bool:
    """True if the first two are named side by side: "Jordan and Britain", "French and Egyptian warships"."""
    between = [t for t in passage.tokens if sides[0][1].end <= t.start and t.end <= sides[1][1].start]
    return any(t.text.lower() in ("and", "&", "-", ",") for t in between) and len(between) <= 6


def _targets(cast: Cast, register: Register, passage: Annotation, told: ToldAct) -> list[Side]:
    trigger = told.trigger
    objects = passage.children(trigger, "obj", "iobj")
    for where in told.word.targets:
        if where == "obj":
            heads = list(objects)
        elif where == "comp":
            heads = [
                s
                for c in passage.children(trigger, "ccomp", "xcomp", "parataxis")
                for s in passage.children(c, "nsubj", "obj")
            ]
        else:
            holders = [trigger, *objects]
            heads = [
                t
                for h in holders
                for t in passage.children(h, "obl", "nmod", "obl:agent")
                if any(c.text.lower() == where for c in passage.children(t, "case", "mark"))
            ]
        for head in heads:
            found = _within(cast, register, passage, head)
            if found:
                return found
    return []


def _within(cast: Cast, register: Register, passage: Annotation, head: Token) -> list[Side]:
    """States, bodies and people named in a phrase, relative clauses left out, in order."""
    skipped = {
        t.i
        for c in passage.children(head, "acl:relcl", "acl", "ccomp", "parataxis", "advcl")
        for t in passage.subtree(c)
    }
    kept = [t for t in passage.subtree(head) if t.i not in skipped]
    return _named(cast, register, Span(kept[0].start, kept[-1].end)) if kept else []


def _named(cast: Cast, register: Register, span: Span) -> list[Side]:
    units = cast.at(span)
    found: list[tuple[int, str, Span]] = []
    for unit in units:
        for key in unit.actors:
            country, kind = cast.country_of(key), cast.kind_of(key)
            if kind == "medium":
                continue
            actor = key if kind == "person" or not country else state(cast, country, register)
            found.append((unit.span.start, actor, unit.span))
    for hit in cast.page.hits_in(span):
        if hit.country and hit.kind in ("adjective", "noun") and not any(u.span.covers(hit.span) for u in units):
            found.append((hit.span.start, state(cast, hit.country, register), hit.span))
    by_country: dict[str, Side] = {}
    for _, key, words in sorted(found):
        by_country.setdefault(cast.country_of(key) or key, (key, words))
    return list(by_country.values())


def _others(sides: list[Side], sources: list[Side], cast: Cast) -> list[Side]:
    own = {cast.country_of(key) or key for key, _ in sources}
    return [side for side in sides if (cast.country_of(side[0]) or side[0]) not in own]
