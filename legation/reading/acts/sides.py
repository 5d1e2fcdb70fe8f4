"""Who acts on whom: the states, bodies and people on either side of an act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.language import Annotation, Token
from legation.model import Actor, Span
from legation.reading.acts.clauses import Told, word_at
from legation.reading.acts.lexicon import ActLexicon
from legation.reading.people.cast import Cast, Unit, slug
from legation.reading.people.states import state
from legation.register import Register

Side = tuple[str, Span]

_VENUE = re.compile(r"\b(?:in|at|near|outside|throughout|across|within|under) (?:\w+ ){0,3}?$")
_MOST = 5  # sides of an act; a longer list is more likely misread
_PLACING = frozenset({"in", "at", "near", "outside", "throughout", "across"})
_NOT_OF = re.compile(r"\b(?:ethnic |anti-|anti |pro-)$", re.IGNORECASE)  # "ethnic Turks" need not be of Turkey
_NOT_BY = re.compile(r"-(?:backed|born|owned|trained|style|speaking)\b")  # "the Syrian-backed militia" is not Syria's
_CLAUSES = ("acl:relcl", "acl", "ccomp", "parataxis", "advcl")
_DOERS = ("by", "of")  # of a noun: "the withdrawal of Kenyan troops"
_ANYWHERE = ("obj", "to", "for", "with", "against", "on", "from", "into", "in")
_SENDING = frozenset({"MOBILIZE", "RETREAT", "AID"})
_BY_THE_LAND = frozenset({"COERCE", "ACCUSE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sides of an act are looked up in."""

    cast: Cast
    register: Register
    passage: Annotation
    words: ActLexicon

    def country(self, side: Side) -> str:
        """Country of a side; its key if it has none."""
        return self.cast.country_of(side[0]) or side[0]

    def has_country(self, side: Side) -> bool:
        return self.cast.country_of(side[0]) is not None

    def home(self, side: Side) -> Side | None:
        """The state of a side, named by the same words."""
        country = self.cast.country_of(side[0])
        return (state(self.cast, country, self.register), side[1]) if country else None


def sides(scene: Scene, told: Told) -> tuple[list[Side], list[Side]]:
    """Sources and targets of an act that the sentence names."""
    passive = next((t for t in scene.passage.children(told.trigger, "nsubj") if t.dep == "nsubj:pass"), None)
    if passive is not None:
        return _of_passive(scene, told, passive)
    sources = _source(scene, told)
    targets = _apart(scene, _targets(scene, told.word.targets, told.trigger), sources)
    if not targets:
        rest = [*_elsewhere(scene, told.trigger), *_against(scene, told.trigger)]
        targets = _others(scene, rest, sources)[:1]
    return sources, targets[:_MOST]


def _of_passive(scene: Scene, told: Told, subject: Token) -> tuple[list[Side], list[Side]]:
    """Of "X was attacked by Y" and of "troops of X were sent to Y": the lexicon says if the object is the target."""
    agents = scene.passage.children(told.trigger, "obl:agent")
    sources = [s for a in agents for s in _within(scene, a)][:_MOST]
    named = _within(scene, subject)
    if "obj" in told.word.targets:
        if not sources and told.word.plover in _BY_THE_LAND:
            sources = place(scene, told.trigger)
        if not sources and told.word.plover == "COERCE":
            sources = [own for side in named[:1] if (own := scene.home(side))]  # a state jails its own
        return sources, _apart(scene, named, sources)[:_MOST]
    if not sources and told.word.plover in _SENDING:
        sources = named
    return sources, _others(scene, _targets(scene, told.word.targets, told.trigger, [subject]) or named, sources)


def place(scene: Scene, head: Token) -> list[Side]:
    """The state where something is done, or whose people do it: "students throughout Kenya"."""
    for token in _kept(scene, head):
        if any(c.text.lower() in _PLACING for c in scene.passage.children(token, "case")):
            found = _within(scene, token)
            if found:
                return found[:1]
    return []


def acts_as_state(scene: Scene, told: Told) -> bool:
    """True if the state itself is named as who acts, not its rebels, courts or people."""
    subject = told.subject
    if subject is None or subject.pos == "PRON":
        subject = told.reporter or told.subject
    unit = scene.cast.unit_of(subject) if subject else None
    return unit is not None and any(scene.cast.kind_of(key) == "state" for key in unit.actors)


def _is_venue(scene: Scene, side: Side) -> bool:
    """True for a place where something was done: "agreed in Beijing"."""
    start = side[1].start
    return bool(_VENUE.search(scene.cast.page.text, max(0, start - 30), start))


def _source(scene: Scene, told: Told) -> list[Side]:
    found = _within(scene, told.subject) if told.subject else []
    if told.word.nominal and told.subject is None:
        before = [t for t in _kept(scene, told.trigger) if t.end <= told.trigger.start]
        found = _named(scene, before) or _targets(scene, _DOERS, told.trigger)
    if not found and told.subject:
        based = [c for c in scene.passage.children(told.subject, "acl") if c.text.lower() == "based"]
        found = [s for c in based for o in scene.passage.children(c, "obl") for s in _within(scene, o)]
    if not found and told.reporter and (told.subject is None or told.subject.pos == "PRON"):
        found = _within(scene, told.reporter)
    return found[:_MOST]


def _targets(
    scene: Scene, where: Iterable[str], trigger: Token, objects: Sequence[Token] = (), depth: int = 2
) -> list[Side]:
    """The sides in the first of the places ``where`` (see the lexicon) that names any."""
    objects = objects or scene.passage.children(trigger, "obj", "iobj")
    for place_ in where:
        if place_ == "comp":
            found = _of_complement(scene, trigger, depth)
            if found:
                return found
            continue
        heads = list(objects) if place_ == "obj" else _behind(scene, [trigger, *objects], place_)
        for head in heads:
            found = _within(scene, head)
            if found:
                return found
    return []


def _behind(scene: Scene, holders: list[Token], preposition: str) -> list[Token]:
    """Nouns behind a preposition, hanging on a verb, on its object or on a verb joined to it that tells the same."""
    passage = scene.passage
    word = word_at(passage, holders[0], scene.words)
    joined = [
        c
        for c in passage.children(holders[0], "conj")
        if word and (other := word_at(passage, c, scene.words)) and other.plover == word.plover
    ]
    joined += [o for c in joined for o in passage.children(c, "obj")]
    level = [*holders, *joined]
    found: list[Token] = []
    for _ in range(3):  # "an inquiry into crimes committed by": three deep
        nouns = [t for h in level for t in passage.children(h, "obl", "nmod", "obl:agent")]
        found += [t for t in nouns if any(c.text.lower() == preposition for c in passage.children(t, "case", "mark"))]
        level = [*nouns, *(c for h in [*level, *nouns] for c in passage.children(h, "acl") if c.dep == "acl")]
    return list(dict.fromkeys(found))


def _of_complement(scene: Scene, trigger: Token, depth: int) -> list[Side]:
    """Of "demanded that X go" X; of "agreed to send aid to X" whom the sending is to."""
    for clause in scene.passage.children(trigger, "ccomp", "xcomp", "parataxis"):
        subjects = scene.passage.children(clause, "nsubj")
        found = [side for s in subjects for side in _within(scene, s)]
        if not found and depth:
            inner = word_at(scene.passage, clause, scene.words)
            found = _targets(scene, (*(inner.targets if inner else ()), *_ANYWHERE), clause, depth=depth - 1)
        if found:
            return found
    return []


def _elsewhere(scene: Scene, trigger: Token) -> list[Side]:
    """Sides named behind the verb in its own clause or in one of purpose, but for where it was done."""
    kept = [t for t in _kept(scene, trigger) if t.start >= trigger.end]
    return [side for side in _named(scene, kept) if not _is_venue(scene, side)]


def _against(scene: Scene, trigger: Token) -> list[Side]:
    """Whom a threat is made to: "if Kenya attacks", "weapons able to strike at the heart of ... against Kenya"."""
    found: list[Side] = []
    for token in scene.passage.subtree(trigger):
        marks = {c.text.lower() for c in scene.passage.children(token, "case", "mark")}
        if token.start > trigger.end and token.dep == "advcl" and marks & {"if", "unless"}:
            found += [side for s in scene.passage.children(token, "nsubj") for side in _within(scene, s)]
        elif token.start > trigger.end and "against" in marks and not _in_relative(scene.passage, token, trigger):
            found += _within(scene, token)
    return found


def _in_relative(passage: Annotation, token: Token, trigger: Token) -> bool:
    """True if a relative or a finite side clause stands between the word and the verb."""
    above = passage.head(token)
    while above is not None and above.i != trigger.i:
        if above.dep == "acl:relcl" or (above.dep in ("advcl", "ccomp") and passage.children(above, "nsubj")):
            return True
        above = passage.head(above)
    return False


def _kept(scene: Scene, head: Token) -> list[Token]:
    """The words of a phrase or clause but for other clauses in it; "to" with a verb is no other clause."""
    passage = scene.passage
    skipped: set[int] = set()
    for token in passage.subtree(head):
        aside = any(token.dep == d for d in _CLAUSES) and not _of_purpose(passage, token)
        saying = token.dep == "conj" and token.lemma.lower() in scene.words.reporting
        according = any(c.text.lower() == "according" for c in passage.children(token, "case"))
        if token is not head and (aside or saying or according):
            skipped |= {t.i for t in passage.subtree(token)}
    return [t for t in passage.subtree(head) if t.i not in skipped]


def _of_purpose(passage: Annotation, clause: Token) -> bool:
    return clause.dep == "advcl" and any(c.text.lower() == "to" for c in passage.children(clause, "aux", "mark"))


def _within(scene: Scene, head: Token) -> list[Side]:
    """The side a phrase is about, with those named side by side with it; others in the phrase only describe it.

    Where the head itself is a name ("NATO member Norway") that is the side, else the first one named.
    """
    kept = _kept(scene, head)
    named = _named(scene, kept)
    own = [n for n, (_, words) in enumerate(named) if words.covers(head.span)]
    if own and not _side_by_side(scene, named[: own[0] + 1]) and not _is_kind_of(scene, named, own[0]):
        named = named[own[0] :]
    joined = named[:1]
    for side in named[1:]:
        if _side_by_side(scene, [joined[-1], side]):
            joined.append(side)
    if len(joined) == 1 and not scene.has_country(joined[0]) and joined[0][0] in scene.cast.people:
        joined += named[1:2]  # "Juan Perez, a leader of the Chilean opposition"
    return joined


def _is_kind_of(scene: Scene, named: list[Side], at: int) -> bool:
    """True for "Bosnian Serbs", Serbs of Bosnia."""
    return at > 0 and scene.cast.page.text[named[at - 1][1].end : named[at][1].start] == " "


def _side_by_side(scene: Scene, pair: list[Side]) -> bool:
    """True if all are named side by side: "Jordan and Britain", "French and Egyptian warships"."""
    for (_, one), (_, other) in pairwise(pair):
        if one == other:
            continue  # "Israeli and Egyptian officials"
        between = [t for t in scene.passage.tokens if one.end <= t.start and t.end <= other.start]
        said = [t.text.lower() for t in between if t.text.lower() != "the"]
        listed = len(said) <= 6 and any(w in ("and", "&", "or") for w in said)
        if not listed and said not in (["-"], [","], ["/"]):
            return False
    return True


def _named(scene: Scene, kept: list[Token]) -> list[Side]:
    """States, bodies and people named by the words, one for each country, in order."""
    if not kept:
        return []
    cast, span = scene.cast, Span(kept[0].start, kept[-1].end)
    starts = {t.start for t in kept}
    found: list[tuple[int, str, Span]] = []
    units = cast.at(span)
    for unit in units:
        found += [(unit.span.start, actor, unit.span) for actor in _actors(scene, unit)]
    for hit in cast.page.hits_in(span):
        if hit.country and hit.kind in ("adjective", "noun") and not any(u.span.covers(hit.span) for u in units):
            found.append((hit.span.start, state(cast, hit.country, scene.register), hit.span))
    movements = _movements(scene, span, [words for _, key, words in found if not _is_nameless(scene, key)])
    found = [f for f in found if not any(f[2].overlaps(words) for _, _, words in movements)] + movements
    by_country: dict[str, Side] = {}
    for _, key, words in sorted(found):
        inside = any(t in starts for t in range(words.start, words.end))
        if inside and not _describes(cast.page.text, words):
            by_country.setdefault(scene.country((key, words)), (key, words))
    return _without_nameless(scene, list(by_country.values()))


def _describes(text: str, words: Span) -> bool:
    """True for "ethnic Turks", "pro-Iranian" and "Syrian-backed", which tell nothing of whose people they are."""
    return bool(_NOT_OF.search(text, max(0, words.start - 8), words.start) or _NOT_BY.match(text, words.end))


def _actors(scene: Scene, unit: Unit) -> list[str]:
    """Who a unit stands for: people themselves, bodies of a state or organisation for that."""
    cast = scene.cast
    actors = []
    for key in unit.actors:
        of = next((h for h in cast.page.hits_in(unit.span) if h.kind == "organisation"), None)
        if of is not None and _is_nameless(scene, key):
            actors.append(_organisation(scene, of.id, of.surface))
            continue
        country, kind = cast.country_of(key), cast.kind_of(key)
        if kind != "medium":
            actors.append(key if kind == "person" or not country else state(cast, country, scene.register))
    return actors


def _movements(scene: Scene, span: Span, taken: list[Span]) -> list[tuple[int, str, Span]]:
    """Movements, regions and bodies of the lexicon, which no register of states has."""
    found = []
    for match in scene.words.movement_pattern.finditer(scene.cast.page.text, span.start, span.end):
        words = Span(*match.span())
        if any(words.overlaps(t) for t in taken):
            continue
        name = match.group()
        country = scene.words.movements[name]
        if country and scene.register.organisation(country):
            key = _organisation(scene, country, name)
        elif country:
            key = state(scene.cast, country, scene.register)
        else:
            key = scene.cast.put(Actor(slug(name), "organisation", name))
        found.append((words.start, key, words))
    return found


def _organisation(scene: Scene, id: str, name: str) -> str:
    """The key of an organisation of the register, kept in the cast."""
    known = scene.register.organisation(id)
    return scene.cast.put(Actor(id, "organisation", known.name if known else name, in_register=True))


def _without_nameless(scene: Scene, found: list[Side]) -> list[Side]:
    """Of "opposition groups in Kenya" only Kenya, for the groups are nobody in particular."""
    named = [side for side in found if not _is_nameless(scene, side[0])]
    return named or found


def _is_nameless(scene: Scene, key: str) -> bool:
    """True for a body that neither the register nor the lexicon of movements knows, of no country."""
    actor = scene.cast.others.get(key)
    if actor is None or actor.country or actor.in_register:
        return False
    return actor.name not in scene.words.movements or scene.words.movements[actor.name] is not None


def _others(scene: Scene, found: list[Side], sources: list[Side]) -> list[Side]:
    own = {scene.country(side) for side in sources}
    return [side for side in found if scene.country(side) not in own]


def _apart(scene: Scene, found: list[Side], sources: list[Side]) -> list[Side]:
    """Whom the sources act on; those of their own country if the place of the target names nobody else."""
    return _others(scene, found, sources) or found[:1]
