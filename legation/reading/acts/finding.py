"""Acts of a report: who does what to whom, one for each sentence that tells one.

Type, mode and the way intentions are coded follow the PLOVER codebook: a friendly act that is only promised is AGREE,
a hostile one THREATEN, a friendly one that is refused REJECT.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.language import Annotation
from legation.model import Event, Role, Span, Status
from legation.reading.acts.clauses import DEMANDED, told_in
from legation.reading.acts.clauses import Told as ToldAct
from legation.reading.acts.lexicon import ActLexicon, lexicon
from legation.reading.acts.seen import SCORE, acts_seen
from legation.reading.acts.sides import Scene, Side, acts_as_state, place, sides
from legation.reading.engagements.dating import when_of
from legation.reading.engagements.draft import Told
from legation.reading.engagements.lexicon import lexicon as engagement_lexicon
from legation.reading.engagements.status import status_of
from legation.reading.people.cast import Cast
from legation.reading.statements.quotes import find_quotations
from legation.register import Register

# What is done at home if nobody else is named; and what a part of a state (rebels, a court) then does to its own.
_AT_HOME = frozenset({"PROTEST", "COERCE", "CONCEDE", "ASSAULT"})
_AMONG_ITS_OWN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
# What a state does not do to itself.
_ABROAD = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID"})
# What the people of the land do if nobody is named.
_BY_LOCALS = frozenset({"PROTEST", "ASSAULT"})
# What is no news of diplomacy inside one country.
_FRIENDLY_ABROAD = frozenset({"SUPPORT", "COOPERATE", "AID"})
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
_BOTH = frozenset({"AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "REJECT"})


def find_acts(cast: Cast, register: Register, told: Sequence[Told], spoken: Sequence[Span] = ()) -> list[Told]:
    """The acts of a report in text order, ids "a1", "a2" ...; sentences that tell an engagement are left out.

    spoken: direct speech, of which no act is read, for what somebody says is a statement.
    """
    words = lexicon()
    taken = [draft.sentence for one in told for draft in one.drafts]
    found: list[Told] = []
    for passage in cast.page.passages:
        closed = [*spoken, *(q.span for q in find_quotations(cast.page.text, passage.span))]
        for sentence in passage.sentences:
            span = Span(passage.tokens[sentence[0]].start, passage.tokens[sentence[1] - 1].end)
            if not any(t.overlaps(span) for t in taken):
                found += _acts(cast, register, passage, sentence, words, closed)
        known = [*taken, *closed, *(t.event.sentence for t in found)]
        found += acts_seen(cast, register, passage, known)
    found.sort(key=lambda t: t.event.trigger)
    return [replace(t, event=replace(t.event, id=f"a{n}")) for n, t in enumerate(found, 1)]


def _acts(
    cast: Cast,
    register: Register,
    passage: Annotation,
    sentence: tuple[int, int],
    words: ActLexicon,
    closed: Sequence[Span],
) -> Iterator[Told]:
    for told in list(told_in(passage, sentence, words))[:1]:
        if any(span.covers(told.trigger.span) for span in closed):
            continue  # what somebody says is a statement
        plover = _coded(passage, told, words)
        if plover is None:
            continue
        scene = Scene(cast, register, passage, words)
        sources, targets = sides(scene, told)
        if not sources and plover in _BY_LOCALS:
            sources = place(scene, told.trigger) or (targets[:1] if plover == "PROTEST" else [])
        if not _enough(plover, told, sources, targets):
            continue
        if plover in _FRIENDLY_ABROAD and sources and _at_home(scene, sources, targets):
            continue
        if not targets and plover in _BOTH and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        targets = _with_own(scene, plover, told, sources, _abroad(scene, plover, sources, targets))
        when, when_span = when_of(cast.page, passage, told.trigger, [])
        event = Event(
            id="",
            kind="act",
            trigger=told.trigger.span,
            sentence=passage.sentence_span(told.trigger),
            roles=tuple(Role("source", k, s) for k, s in sources) + tuple(Role("target", k, s) for k, s in targets),
            when=when,
            status=_status(passage, told, plover),
            plover=plover,
            plover_mode=told.word.mode if plover == told.word.plover else None,
            score=SCORE,
        )
        yield Told(event, (), when_span)


def _status(passage: Annotation, told: ToldAct, plover: str) -> Status:
    """Planned for "will thank"; what is promised or threatened by it (AGREE, THREATEN) has happened."""
    if plover != told.word.plover or told.word.nominal:
        return "happened"
    status = status_of(passage, told.trigger, engagement_lexicon())
    return status if status in ("planned", "proposed") else "happened"


def _enough(plover: str, told: ToldAct, sources: list[Side], targets: list[Side]) -> bool:
    """True if it is known who acts; of an assault it is enough to know on whom, a demand must be made of somebody."""
    if told.word is DEMANDED:
        return bool(sources and targets)
    return bool(sources) or (plover == "ASSAULT" and bool(targets))


def _at_home(scene: Scene, sources: list[Side], targets: list[Side]) -> bool:
    """True if all who are acted on are of the country of who acts, or that country itself."""
    return bool(targets) and {scene.country(s) for s in sources} >= {scene.country(t) for t in targets}


def _abroad(scene: Scene, plover: str, sources: list[Side], targets: list[Side]) -> list[Side]:
    """The targets without the state of who acts: "leave Peru, Peru's ministry told them" asks nothing of Peru."""
    if plover not in _ABROAD:
        return targets
    acting = {scene.country(s) for s in sources}
    return [t for t in targets if scene.cast.kind_of(t[0]) != "state" or scene.country(t) not in acting]


def _with_own(scene: Scene, plover: str, told: ToldAct, sources: list[Side], targets: list[Side]) -> list[Side]:
    """The targets, or the source's own state where nobody of a known country is named and it is acted on at home."""
    if len(sources) != 1 or any(scene.has_country(t) or t[0] not in scene.cast.people for t in targets):
        return targets
    objects = scene.passage.children(told.trigger, "obj", "iobj")
    if any(o.pos == "PRON" and o.text.lower() not in _REFLEXIVE for o in objects):
        return targets  # "accused them" of whom nobody knows who they are
    at_home = plover in _AT_HOME or (plover in _AMONG_ITS_OWN and not acts_as_state(scene, told))
    own = scene.home(sources[0]) if at_home else None
    return [*targets, own] if own else targets


def _coded(passage: Annotation, told: ToldAct, words: ActLexicon) -> str | None:
    """The PLOVER type by what is done, or only promised, threatened or refused; None for what is nothing."""
    plover = told.word.plover
    status = status_of(passage, told.trigger, engagement_lexicon())
    if plover in ("CONCEDE", "RETREAT", "SANCTION") and status in ("cancelled", "postponed"):
        status = "happened"  # what is called off there is the strike, the curfew or the aid, not the act
    if told.word.nominal and status == "planned":
        status = "happened"  # "announced the suspension of aid" suspends it
    if told.willing or status in ("planned", "proposed"):
        if plover in words.friendly:
            return "AGREE"
        return "THREATEN" if plover in words.hostile else plover
    if told.word.plover == "REJECT" and told.trigger.lemma.lower() in {"refuse", "decline"} | words.failing:
        return "REJECT"
    if status is None or status in ("denied", "cancelled", "postponed"):
        return "REJECT" if plover in words.friendly else None
    return plover
