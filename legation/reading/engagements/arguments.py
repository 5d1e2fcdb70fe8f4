"""Who stands in what relation to a trigger word.

Syntax gives subjects and clauses; what follows a trigger is read along the surface, unit by unit, since
parsers fail inside long titles ("a meeting with Chairman of the Federation Council ... X in Astana").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.engagements.lexicon import lexicon
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.roles import lexicon as roles

_DETERMINERS = frozenset("the a an his her its their".split())
# What follows these is with whom or about what, and has places of its own.
_OF_SOMETHING = frozenset(["with", "on", "about", "regarding", "over", "concerning"])
# What follows these in a subject is not who acts.
_CONCERNED = frozenset(["with", "on", "about", "towards", "toward", "to", "against", "over", "into"])
_LINKS = frozenset([",", "and", "or", "&", "then", "later"])
_STOP_WORDS = frozenset("who which that where when while after before because as but than".split())
_HEADED = re.compile(r"\b(?:delegation|mission|team)\b[^.;]*?\b(?:headed|led|chaired) by (?:the )?")
_GENITIVE = re.compile(r"['’]s?\s+\w")
_OPENING, _CLOSING = frozenset("\"“«‘'"), frozenset("\"”»’'")
# With which an aside begins that is passed over, and words over which it may run.
_MEANS = frozenset(["over", "by", "on", "via"])
_ASIDES = frozenset(["face", "one", ",", *_MEANS])
_ASIDE = 18
_STOP_MARKS = frozenset([".", ";", ":", '"', "“", "”", "«", "»", "—", "--", "?", "!"])


@dataclass(frozen=True, slots=True)
class Argument:
    """A unit after a trigger and the prepositions passed on the way ("to", "of" for "to the capital of X").

    owns: it only tells whose what follows is ("at the palace Russia's minister").
    """

    unit: Unit
    preps: tuple[str, ...]
    owns: bool = False

    @property
    def prep(self) -> str:
        """The first preposition after the trigger, "" for a direct object."""
        return self.preps[0] if self.preps else ""

    @property
    def beside(self) -> bool:
        """True for the other party: "with X", also in "by telephone with X"."""
        return self.prep == "with" or self.preps[-1:] == ("with",)

    @property
    def at_place(self) -> bool:
        """True for "in X" and "at X"; not for "with the minister in X", who may have come from there."""
        return self.preps[-1:] in (("in",), ("at",)) and self.prep not in _OF_SOMETHING and not self.owns


def arguments(cast: Cast, passage: Annotation, token: Token) -> list[Argument]:
    """Units after a trigger up to the end of its clause, lists included, in order."""
    found: list[Argument] = []
    preps: list[str] = []
    tokens = passage.tokens
    i = _after_quoted_name(tokens, token.i + 1)
    while i < len(tokens):
        i = _after_aside(tokens, i)
        current = tokens[i]
        unit = cast.unit_of(current)
        word = passage.lowered[i]
        timex = None if unit else cast.page.timex_at(current.start)
        if timex:
            i, preps = _after(tokens, i, timex.span.end), []
            continue
        if (unit and unit.how != "pronoun") or (unit and current.pos == "PRON" and not _possessive(current)):
            if preps and tokens[i - 1].pos in ("NOUN", "PROPN") and _owned(cast, unit):
                preps = []  # "received at the palace Russia's minister"
            found.append(Argument(unit, tuple(preps), _owns(cast, unit)))
            i = _after(tokens, i, unit.span.end)
            i, listed = _list_goes_on(cast, tokens, _after_country(cast, tokens, i, unit))
            if not listed and not found[-1].owns:
                preps = []
            continue
        if current.pos == "DET" and preps and tokens[i - 1].pos in ("NOUN", "PROPN"):
            preps = []  # a new phrase: "received at the palace the minister"
        if (current.pos == "ADP" and current.dep not in ("compound:prt",)) or word in ("to", "with", "between"):
            preps = [*preps, word]
        elif word == "," and _includes(tokens, i + 1):
            i += 1
        elif _stops(current, word) or word == "," or (word in ("and", "or") and not _nominal_follows(tokens, i)):
            break
        i += 1
    return found


def _after_quoted_name(tokens: tuple[Token, ...], i: int) -> int:
    """Passes over a name in quotation marks: the summit "Central Asia + Japan" in Astana."""
    if i < len(tokens) and tokens[i].text in _OPENING:
        closing = next((t.i for t in tokens[i + 1 : i + 12] if t.text in _CLOSING), None)
        return closing + 1 if closing is not None else i
    return i


def _after_aside(tokens: tuple[Token, ...], i: int) -> int:
    """Passes over "face to face", and over what commas set apart before "with": "met, in New York, with X"."""
    if tokens[i].text.lower() not in _ASIDES:
        return i
    words = [t.text.lower() for t in tokens[i : i + _ASIDE]]
    if words[:3] in (["face", "to", "face"], ["one", "on", "one"]) and len(tokens) > i + 3:
        return i + 3
    if (means := _words_of_means(words)) and len(tokens) > i + means:
        return i + means
    if words[:1] == [","] and "," in words[1:-1]:
        closing = words.index(",", 1)
        if words[closing + 1] in ("with", "from") and not any(t.pos == "VERB" for t in tokens[i : i + closing]):
            return i + closing + 1
    return i


def _owned(cast: Cast, unit: Unit) -> bool:
    return unit.how == "title" and bool(_GENITIVE.search(cast.page.text, unit.span.start, unit.core.start))


def _owns(cast: Cast, unit: Unit) -> bool:
    return bool(_GENITIVE.match(cast.page.text, unit.span.end))


def _words_of_means(words: Sequence[str]) -> int:
    """How many words tell the means: "over the telephone", "by video link"."""
    if words[0] not in _MEANS:
        return 0
    wire = lexicon().phone
    ends = [n for n, word in enumerate(words[:5]) if n and word in wire]
    return ends[-1] + 1 if ends and all(w in wire or w in ("the", "a", "an") for w in words[1 : ends[-1] + 1]) else 0


def _after_country(cast: Cast, tokens: tuple[Token, ...], i: int, unit: Unit) -> int:
    """Passes over "of Poland" behind a person, so that a list of such people goes on; else the same index."""
    if i + 1 >= len(tokens) or tokens[i].text != "of" or not all(cast.is_person(k) for k in unit.actors):
        return i
    at = i + 2 if tokens[i + 1].text.lower() == "the" and i + 2 < len(tokens) else i + 1
    country = cast.unit_of(tokens[at])
    if country is None or any(cast.kind_of(k) != "state" for k in country.actors):
        return i
    behind = _after(tokens, at, country.span.end)
    return behind if behind < len(tokens) and tokens[behind].text in (",", "and", "&") else i


def _includes(tokens: tuple[Token, ...], i: int) -> bool:
    """True for "including X", which names some of what stands before."""
    return i < len(tokens) and tokens[i].text.lower() == "including"


def _possessive(token: Token) -> bool:
    return token.dep == "nmod:poss"


def _after(tokens: tuple[Token, ...], i: int, end: int) -> int:
    while i < len(tokens) and tokens[i].start < end:
        i += 1
    return i


def _list_goes_on(cast: Cast, tokens: tuple[Token, ...], i: int) -> tuple[int, bool]:
    """After a unit: skips ", " and "and" if another unit follows; (next index, True if the list goes on)."""
    j = i
    while j < len(tokens) and tokens[j].text.lower() in _LINKS:
        j += 1
    if i < j < len(tokens) and tokens[j].text.lower() == "with" and tokens[j - 1].text.lower() != ",":
        j += 1
    if j == i or j >= len(tokens):
        return i, False
    while j < len(tokens) and tokens[j].text.lower() in _DETERMINERS:
        j += 1
    if j < len(tokens) and (unit := cast.unit_of(tokens[j])) and not unit.subject:
        return j, True
    return i, False


def _stops(token: Token, word: str) -> bool:
    if word in _STOP_WORDS or word in _STOP_MARKS:
        return True
    return token.pos in ("VERB", "AUX") and not (token.dep in ("amod", "compound") or token.has("VerbForm=Part"))


def _nominal_follows(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM")


# ---------------------------------------------------------------- clauses


def governing_verb(passage: Annotation, token: Token) -> Token | None:
    """The verb of the clause a noun stands in; the token itself if it is a verb."""
    if token.pos in ("VERB", "AUX"):
        return token
    for above in passage.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return above
        if any(c.dep == "cop" for c in passage.children(above)):
            return above
    return None


def subjects(cast: Cast, passage: Annotation, verb: Token, *, passive: bool = False) -> list[Unit]:
    """Units that are the subject of a verb; controlled and coordinated verbs take that of the verb above.

    passive: take the subject even of a passive clause (the guest of "was received").
    """
    seen = set()
    current: Token | None = verb
    while current is not None and current.i not in seen:
        seen.add(current.i)
        own = _own_subjects(passage, current)
        if current is verb and not passive and is_passive(passage, verb):
            return agents(cast, passage, current)
        for subject in own:
            found = _units_of_subject(cast, passage, subject, current)
            if found:
                return found
        if own and current.dep not in ("xcomp", "conj") and not current.dep.startswith("acl"):
            return []
        controlled = _controlling_object(cast, passage, current)
        if controlled:
            return controlled
        if current.dep.startswith("acl"):
            noun = passage.head(current)
            unit = cast.unit_of(noun) if noun else None
            if unit:
                return [unit]
            if noun and roles().role_at([noun.text.lower()], 1):
                return []  # "the last president to visit": somebody, but not who praises him
        if current.dep in ("conj", "xcomp", "advcl", "acl", "dep", "ccomp", "parataxis") or current.dep.startswith(
            "acl"
        ):
            current = passage.head(current)
        else:
            current = None
    if _own_subjects(passage, verb):
        return []
    return _right_before(cast, passage, verb) or _carried_on(cast, passage, verb)


def _own_subjects(passage: Annotation, verb: Token) -> list[Token]:
    """The subjects in the verb's own clause; in "State visit; met with X" the visit is none."""
    found = passage.children(verb, "nsubj")
    return [s for s in found if not any(t.text == ";" for t in passage.tokens[s.i : verb.i])]


def _carried_on(cast: Cast, passage: Annotation, verb: Token) -> list[Unit]:
    """In telegraphic style ("Met with X and visited Y. Later saw Z.") the subject of the sentences before goes on."""
    while verb.dep == "conj" and (above := passage.head(verb)) and above.pos == "VERB" and above.i < verb.i:
        verb = above
    first, _ = passage.sentence_of(verb)
    breaks = [t.i + 1 for t in passage.tokens[first : verb.i] if t.text == ";"]
    opening = passage.tokens[max([first, *breaks]) : verb.i]
    if verb.pos != "VERB" or not verb.has("Tense=Past") or any(t.pos not in ("ADV", "PUNCT", "SPACE") for t in opening):
        return []
    return [u for u in cast.before(verb.start) if u.subject and any(cast.is_person(k) for k in u.actors)][:1]


def _right_before(cast: Cast, passage: Annotation, verb: Token) -> list[Unit]:
    """Where the syntax shows no subject of a finite verb: the names directly before it ("A and B signed")."""
    if not verb.has("VerbForm=Fin"):
        return []
    i = verb.i - 1
    while i >= 0 and passage.tokens[i].pos in ("AUX", "ADV"):
        i -= 1
    last = cast.unit_of(passage.tokens[i]) if i >= 0 else None
    if last is None:
        return []
    before = [u for u in cast.before(last.span.start) if u.span.start >= passage.span.start][:1]
    joined = bool(before) and cast.page.text[before[0].span.end : last.span.start].strip() in ("and", "&")
    return [before[0], last] if joined else [last]


def _controlling_object(cast: Cast, passage: Annotation, verb: Token) -> list[Unit]:
    """ "Invited the president to visit": the object of the verb above is who is to visit."""
    above = passage.head(verb)
    if above is None or verb.dep not in ("xcomp", "ccomp", "advcl", "acl") or not verb.has("VerbForm=Inf"):
        return []
    if above.lemma.lower() not in lexicon().object_control:
        return []
    units = (cast.unit_of(o) for o in passage.children(above, "obj", "iobj") if o.i < verb.i)
    first = next((u for u in units if u is not None), None)
    return [u for u in with_list(cast, passage, first) if u.span.end <= verb.start] if first else []


def is_passive(passage: Annotation, verb: Token) -> bool:
    """True for "was received" and "is to be received"."""
    return bool(passage.children(verb, "nsubj:pass", "aux:pass"))


def agents(cast: Cast, passage: Annotation, verb: Token) -> list[Unit]:
    """Units after "by" in a passive clause."""
    found = []
    for agent in passage.children(verb, "obl:agent"):
        unit = cast.unit_of(agent)
        if unit:
            found.extend(with_list(cast, passage, unit))
    if found:
        return found
    return [a.unit for a in arguments(cast, passage, verb) if a.preps[-1:] == ("by",)]


def _units_of_subject(cast: Cast, passage: Annotation, subject: Token, verb: Token) -> list[Unit]:
    if subject.text.lower() in ("who", "which", "that") and verb.dep.startswith("acl"):
        noun = passage.head(verb)
        unit = cast.unit_of(noun) if noun else None
        if unit is None and noun is not None:
            before = list(cast.before(subject.start))[:1]
            unit = before[0] if before and subject.start - before[0].span.end <= 3 else None
        return [unit] if unit else []
    below = passage.subtree_span(subject)
    head = headed_by(cast, below)
    if head:
        return [head]
    unit = cast.unit_of(subject)
    if unit:
        return [*_joined_before(cast, passage, unit, subject), *with_list(cast, passage, unit)]
    listed = _listed_people(cast, passage, subject)
    if listed:
        return listed
    within = cast.at(Span(below.start, min(below.end, max(verb.start, below.start))))
    inside = [u for u in within if u.how != "pronoun" and not _only_concerned(passage, u)]
    if inside and inside[0].span.start <= subject.end:
        return inside[:2]
    return inside[:1]


def _only_concerned(passage: Annotation, unit: Unit) -> bool:
    """True for X of "progress in talks with X", which does nothing there."""
    root = passage.root_of(unit.span)
    return root is not None and any(c.text.lower() in _CONCERNED for c in passage.children(root, "case"))


def _joined_before(cast: Cast, passage: Annotation, unit: Unit, subject: Token) -> list[Unit]:
    """The first of "President A and President B met", where the parser takes A for a part of B's name."""
    before = next(cast.before(unit.span.start), None)
    if before is None or cast.page.text[before.span.end : unit.span.start].strip() != "and":
        return []
    root = cast.root(before.span)
    below = root is not None and any(t.i == subject.i for t in passage.ancestors(root))
    return [before] if below else []


def _listed_people(cast: Cast, passage: Annotation, subject: Token) -> list[Unit]:
    """The people of "the ministers of X and Y, A and B": who they are is told behind a comma."""
    named = (cast.unit_of(t) for t in passage.children(subject, "appos", "conj"))
    people = [u for u in named if u and all(cast.is_person(k) for k in u.actors)]
    return [*people, *(u for u in with_list(cast, passage, people[-1])[1:] if u not in people)] if people else []


def headed_by(cast: Cast, phrase: Span) -> Unit | None:
    """The person of "a delegation headed by X"."""
    match = _HEADED.search(cast.page.text, phrase.start, phrase.end)
    units = cast.at(Span(match.end(), match.end() + 1)) if match else []
    return next((u for u in units if any(cast.is_person(k) for k in u.actors)), None)


def with_list(cast: Cast, passage: Annotation, unit: Unit) -> list[Unit]:
    """The unit and those listed after it: "A, B and C"."""
    found = [unit]
    tokens = passage.tokens
    i = _after_country(cast, tokens, _after(tokens, 0, unit.span.end), unit)
    while True:
        j = i
        while j < len(tokens) and tokens[j].text.lower() in (",", "and", "&"):
            j += 1
        while i < j < len(tokens) and tokens[j].text.lower() in _DETERMINERS:
            j += 1
        if j == i or j >= len(tokens):
            return found
        following = cast.unit_of(tokens[j])
        if following is None or following in found or (tokens[j - 1].text == "," and not _and_ahead(tokens, j)):
            return found
        found.append(following)
        i = _after_country(cast, tokens, _after(tokens, j, following.span.end), following)


def _and_ahead(tokens: tuple[Token, ...], i: int) -> bool:
    """True if an "and" closes the list soon; "X, Y said" is no list."""
    for token in tokens[i : i + 14]:
        if token.text.lower() == "and":
            return True
        if token.pos in ("VERB", "AUX") or token.text in _STOP_MARKS:
            return False
    return False
