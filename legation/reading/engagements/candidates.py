"""Who may take part in an engagement, each with what speaks for and against it, as numbers.

A candidate is an actor named in the paragraph of a trigger, in one of those before it, or in the lead; a town counts as
its state. The numbers are those by which ``likely`` weighs; ``FEATURES`` names them in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.engagements.arguments import governing_verb, is_passive
from legation.reading.engagements.draft import LEAD
from legation.reading.engagements.scene import Scene, standing
from legation.reading.people.cast import Unit
from legation.reading.people.states import state

# Paragraphs before that of the trigger in which a party may have been named.
_REACH = 4
_FAR = 40
_STEPS = 8
_PREPOSITIONS = ("with", "between", "of", "by", "from", "to", "in", "at", "for", "on", "among", "after")
_RELATIONS = tuple("nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod compound conj appos".split())
_KINDS = tuple(
    "meeting talks call visit signing summit message ceremony consultation agreement interview appointment".split()
)
_SORTS = ("person", "state", "organisation", "group")
_MANNERS = ("name", "surname", "title", "description", "pronoun", "metonym", "adjective", "city")
_TOWNS = frozenset({"city", "capital", "metonym"})
_BOTH = frozenset({"both", "two", "sides", "parties", "they", "their", "each", "three", "counterparts", "delegations"})

FEATURES = (
    *(f"kind={k}" for k in _KINDS),
    "verb", "passive", "definite", "of both", "rule parties", "given by rule", "own side by rule",
    *(f"sort={s}" for s in _SORTS),
    "in sentence", "before trigger", "words away", "steps", "through trigger", "through verb", "higher subject",
    *(f"relation={r}" for r in _RELATIONS),
    *(f"before it={p}" for p in _PREPOSITIONS),
    *(f"manner={m}" for m in _MANNERS),
    "subject", "sentences back", "subject back", "rank back", "mentions", "mentions in paragraph", "in lead", "at home",
    "kin nearer", "in sentence all", "sides in sentence", "country of place", "persons in sentence", "first in lead",
)  # fmt: skip


@dataclass
class Candidate:
    """An actor (or the ISO alpha-3 code of a state that only a town tells), where named last, and its numbers."""

    key: str
    span: Span
    numbers: list[float] = field(default_factory=list)
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    key: str
    span: Span
    how: str
    sort: str
    country: str | None
    passage: int
    subject: bool


@dataclass(frozen=True, slots=True)
class _Company:
    """Who stands in the sentence: how many candidates, of how many countries, how many people; towns: the countries
    whose towns it names; first: where the first of all candidates is named."""

    candidates: int
    countries: int
    people: int
    towns: set[str]
    first: int


def candidates(scene: Scene, number: int, given: Sequence[str]) -> list[Candidate]:
    """The candidates of an engagement told in passage ``number``; given: whom the rules of syntax found already."""
    found: dict[str, list[_Mention]] = {}
    for mention in _mentions(scene, number):
        found.setdefault(mention.key, []).append(mention)
    sentence = scene.passage.sentence_span(scene.trigger)
    event = _of_event(scene, sentence, given)
    company = _company(scene, found, sentence)
    recent = sorted(found, key=lambda key: -_last_before(found[key], scene.trigger.start))
    made = []
    for key, mentions in found.items():
        nearest = _nearest(scene, mentions, sentence)
        numbers = [
            *event,
            *_of_rules(scene, nearest, given),
            *_one_hot(nearest.sort, _SORTS),
            *_of_mention(scene, nearest, sentence),
            *_of_past(scene, mentions, sentence, number),
            float(recent.index(key)),
            *_of_report(scene, mentions, number),
            float(_kin_nearer(nearest, found, scene)),
            *_of_company(company, nearest, mentions),
        ]
        made.append(Candidate(key, nearest.span, numbers, nearest.country))
    return made


def _mentions(scene: Scene, number: int) -> Iterator[_Mention]:
    """All mentions within reach, states that only towns tell included, in text order by kind."""
    page = scene.cast.page
    passages = [*range(min(LEAD - 1, max(0, number - _REACH))), *range(max(0, number - _REACH), number + 1)]
    for n in passages:
        span = page.passages[n].span
        units = scene.cast.at(span)
        for unit in units:
            if unit.span.covers(scene.trigger.span):
                continue
            for key, iso3 in standing(scene, unit):
                yield _mention(scene, unit, key, iso3, n)
        for hit in page.hits_in(span):
            if hit.country and not any(u.span.covers(hit.span) for u in units):
                how = "city" if hit.kind in _TOWNS else "adjective"
                yield _Mention(hit.country, hit.span, how, "state", hit.country, n, False)


def _mention(scene: Scene, unit: Unit, key: str, iso3: str | None, passage: int) -> _Mention:
    if iso3:
        return _Mention(iso3, unit.span, unit.how, "state", iso3, passage, unit.subject)
    cast = scene.cast
    return _Mention(key, unit.span, unit.how, cast.kind_of(key), cast.country_of(key), passage, unit.subject)


def _last_before(mentions: Sequence[_Mention], offset: int) -> int:
    return max((m.span.start for m in mentions if m.span.start < offset), default=0)


def _of_rules(scene: Scene, mention: _Mention, given: Sequence[str]) -> list[float]:
    """Whether syntax found the candidate, or somebody of the same country."""
    countries = {scene.cast.country_of(key) for key in given} - {None}
    return [float(mention.key in given), float(mention.country in countries)]


def _of_report(scene: Scene, mentions: Sequence[_Mention], number: int) -> list[float]:
    """How much the report speaks of the candidate, and whether it is at home where the report is written."""
    country = mentions[0].country
    return [
        float(len(mentions)),
        float(sum(m.passage == number for m in mentions)),
        float(mentions[0].passage < LEAD),
        float(country is not None and country == scene.cast.home),
    ]


def _company(scene: Scene, found: dict[str, list[_Mention]], sentence: Span) -> _Company:
    here = [ms[0] for ms in found.values() if any(sentence.covers(m.span) for m in ms)]
    towns = {h.country for h in scene.cast.page.hits_in(sentence) if h.country and h.kind in ("city", "capital")}
    first = min((ms[0].span.start for ms in found.values()), default=0)
    return _Company(len(here), len({m.country for m in here}), sum(m.sort == "person" for m in here), towns, first)


def _of_company(company: _Company, nearest: _Mention, mentions: Sequence[_Mention]) -> list[float]:
    return [
        float(company.candidates),
        float(company.countries),
        float(nearest.country in company.towns),
        float(company.people),
        float(mentions[0].span.start == company.first),
    ]


def _of_event(scene: Scene, sentence: Span, given: Sequence[str]) -> list[float]:
    passage, trigger = scene.passage, scene.trigger
    words = {t.text.lower() for t in passage.within(sentence)}
    the = any(c.text.lower() in ("the", "this", "that", "their", "these") for c in passage.children(trigger))
    verb = governing_verb(passage, trigger)
    return [
        *_one_hot(scene.word.kind, _KINDS),
        float(trigger.pos in ("VERB", "AUX")),
        float(verb is not None and is_passive(passage, verb)),
        float(the),
        float(bool(words & _BOTH)),
        float(len(given)),
    ]


def _one_hot(value: str, of: Sequence[str]) -> list[float]:
    return [float(value == one) for one in of]


def _nearest(scene: Scene, mentions: Sequence[_Mention], sentence: Span) -> _Mention:
    """The mention that tells most: the nearest of the sentence, else the last one before it, else the first."""
    inside = [m for m in mentions if sentence.covers(m.span)]
    if inside:
        return min(inside, key=lambda m: (m.how == "city", abs(m.span.start - scene.trigger.start)))
    before = [m for m in mentions if m.span.start < scene.trigger.start]
    return before[-1] if before else mentions[0]


def _of_mention(scene: Scene, mention: _Mention, sentence: Span) -> list[float]:
    passage, trigger = scene.passage, scene.trigger
    inside = sentence.covers(mention.span)
    root = passage.root_of(mention.span) if inside else None
    steps, through_trigger, through_verb, higher, relation = _way(passage, root, trigger)
    first, last = min(trigger.end, mention.span.end), max(trigger.start, mention.span.start)
    away = sum(first <= t.start < last for t in passage.tokens) if inside else _FAR
    return [
        float(inside),
        float(mention.span.start < trigger.start),
        float(min(away, _FAR)),
        float(steps),
        float(through_trigger),
        float(through_verb),
        float(higher),
        *_one_hot(relation, _RELATIONS),
        *_one_hot(_preposition(passage, mention.span) if inside else "", _PREPOSITIONS),
        *_one_hot(mention.how, _MANNERS),
        float(mention.subject),
    ]


def _way(passage: Annotation, root: Token | None, trigger: Token) -> tuple[int, bool, bool, bool, str]:
    """How a mention hangs on the trigger: steps up, over the trigger or its verb, or subject of a verb above it; and
    the relation by which it does."""
    if root is None:
        return _STEPS, False, False, False, ""
    verb = governing_verb(passage, trigger)
    above = {t.i for t in passage.ancestors(trigger)}
    below, steps = root, 0
    for head in passage.ancestors(root):
        steps += 1
        if steps >= _STEPS:
            break
        if head.i == trigger.i:
            return steps, True, False, False, below.dep
        if verb is not None and head.i == verb.i:
            return steps, False, True, False, below.dep
        if head.i in above:
            return steps, False, False, below.dep.startswith("nsubj"), below.dep
        below = head
    return min(steps, _STEPS), False, False, False, root.dep


def _preposition(passage: Annotation, span: Span) -> str:
    """The preposition before a mention, up to three words away."""
    first = passage.token_at(span.start)
    before = passage.lowered[max(0, first.i - 3) : first.i] if first else ()
    return next((word for word in reversed(before) if word in _PREPOSITIONS), "")


def _of_past(scene: Scene, mentions: Sequence[_Mention], sentence: Span, number: int) -> list[float]:
    """How far back the last mention before the sentence is, and whether it was a subject."""
    before = [m for m in mentions if m.span.start < sentence.start]
    if not before:
        return [9.0, 0.0]
    last = before[-1]
    between = scene.cast.page.passages[last.passage : number + 1]
    starts = [p.tokens[a].start for p in between for a, _ in p.sentences]
    return [float(min(9, sum(last.span.start < s <= sentence.start for s in starts))), float(last.subject)]


def _kin_nearer(mention: _Mention, found: dict[str, list[_Mention]], scene: Scene) -> bool:
    """True for a state one of whose people is named, and for a person of whose country another stands nearer."""
    gap = abs(mention.span.start - scene.trigger.start)
    return any(
        m.key != mention.key
        and m.country == mention.country is not None
        and m.sort == "person"
        and (mention.sort != "person" or abs(m.span.start - scene.trigger.start) < gap)
        for ms in found.values()
        for m in ms
    )


def kept(scene: Scene, candidate: Candidate) -> str:
    """The key of a candidate as an actor of the report; a state that only a town tells becomes one."""
    if scene.cast.is_person(candidate.key) or candidate.key in scene.cast.others:
        return candidate.key
    return state(scene.cast, candidate.key, scene.register)
