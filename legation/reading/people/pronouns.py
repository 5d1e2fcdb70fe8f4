"""Third-person pronouns: the person meant is the most salient one before them who fits.

Salience adds up over the sentences before, each worth about half of the next (after Lappin and Leass 1994): subjects
weigh most, then objects, then the rest; what stands inside a quotation weighs little outside it. Left out are
people of the other sex, who takes part in the same clause, and who speaks the quotation that the pronoun stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.lexicons import load_toml
from legation.reading.people.cast import Cast, Person, Unit
from legation.reading.statements import Attribution

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_REFLEXIVE = frozenset({"himself", "herself"})
# Sentences that name anybody, back from the pronoun's own.
_SENTENCES_BACK = 6
_FADING = 0.45
_SUBJECT, _OBJECT, _ELSE = 100.0, 65.0, 45.0
# "There is of course X", "It's X": X is who the talk is of from here on.
_PRESENTED = re.compile(
    r"\b(?:there|it|this|that)(?:['’]s| is| was)(?: (?:also|always|now|of course|for example))?,? $", re.IGNORECASE
)
_PRESENTED_WITHIN = 30
# What a mention is worth outside the quotation it stands in; a person whose sex nothing tells.
_QUOTED, _UNTOLD = 0.4, 0.5
# "X said he ...": the speaker, of all others.
_SPEAKER = 30.0
# "X brought his plan", "X promised that he ...": the subject of the verb above; "in his speech, X": if it comes later.
_ABOVE, _AHEAD = 60.0, 100.0
# "X asked Y to send his plan": Y, who is to do it.
_ASKED = 100.0
# "X congratulated Y on his ...": Y.
_TOWARDS = 150.0
# "Your ambassador, he ...": who stands before the clause.
_TAKEN_UP = 200.0
_AT_HEAD = re.compile(r"(?:^|[.!?:]['\"’”)]*\s)\s*['\"‘“(]*$")


@cache
def _verbs(table: str) -> frozenset[str]:
    """Verbs of a table of ``data/pronouns.toml``."""
    return frozenset(load_toml("pronouns.toml")[table])


def antecedent(cast: Cast, passage: Annotation, token: Token, said: Sequence[Attribution]) -> Person | None:
    """The person a third-person pronoun means; None if nobody fits."""
    sex = PRONOUNS[token.text.lower()]
    if token.text.lower() in _REFLEXIVE:
        itself = _asked(cast, passage, token) or _subject_above(cast, passage, token)
        if itself is not None:
            return cast.people[itself.actors[0]]
    found = salience(cast, token.span, said)
    for key, weight in _drawn(cast, passage, token, said):
        found[key] = found.get(key, 0.0) + weight
    others = _beside_in_clause(cast, passage, token) - {_taken_up(cast, token)} | _quoting(cast, token, said)
    fitting = {
        key: weight * (1.0 if cast.people[key].sex == sex else _UNTOLD)
        for key, weight in found.items()
        if cast.people[key].sex in (None, sex) and key not in others
    }
    if not fitting:
        return None
    meant = cast.people[max(fitting, key=fitting.__getitem__)]
    meant.sex = sex  # a name that tells no sex is of it from here on
    return meant


def _drawn(cast: Cast, passage: Annotation, token: Token, said: Sequence[Attribution]) -> Iterator[tuple[str, float]]:
    """People who draw the pronoun to themselves by where it stands, and how much."""
    if speaker := _speaker(cast, token, said):
        yield speaker, _SPEAKER
    asked, above = _asked(cast, passage, token), _subject_above(cast, passage, token)
    if asked:
        yield asked.actors[0], _ASKED
    elif above and above.span.start < token.start:
        yield above.actors[0], _ABOVE
    elif above and above.how != "pronoun":
        yield above.actors[0], _AHEAD
    if whose := _towards(cast, passage, token):
        yield whose, _TOWARDS
    if taken_up := _taken_up(cast, token):
        yield taken_up, _TAKEN_UP


def salience(cast: Cast, span: Span, said: Sequence[Attribution] = ()) -> dict[str, float]:
    """The weight of each person spoken of before some words, the nearest first."""
    quotation = _quotation(span, said)
    found: dict[str, float] = {}
    for back, units in enumerate(_sentences(cast, cast.page.sentence_at(span.start).start, span.start)):
        best: dict[str, float] = {}
        for unit in units:
            key = unit.actors[0]
            if len(unit.actors) != 1 or not cast.is_person(key):
                continue
            own = _quotation(unit.span, said)
            weight = _weight(cast, unit) * (1.0 if own is None or own is quotation else _QUOTED)
            best[key] = max(best.get(key, 0.0), weight)
        for key, weight in best.items():
            found[key] = found.get(key, 0.0) + weight * _FADING**back
    return found


def _weight(cast: Cast, unit: Unit) -> float:
    if unit.subject or _PRESENTED.search(cast.page.text, max(0, unit.span.start - _PRESENTED_WITHIN), unit.span.start):
        return _SUBJECT
    root = cast.root(unit.span)
    return _OBJECT if root is not None and root.dep in ("obj", "iobj") else _ELSE


def _sentences(cast: Cast, own: int, offset: int) -> Iterator[list[Unit]]:
    """Units before an offset by sentence: those of its own, then of sentences before it that name anybody."""
    starts: dict[int, list[Unit]] = {own: []}
    for unit in cast.before(offset):
        start = cast.page.sentence_at(unit.span.start).start
        if start not in starts and len(starts) > _SENTENCES_BACK:
            break
        starts.setdefault(start, []).append(unit)
    yield from starts.values()


# ---------------------------------------------------------------- who speaks


def _quotation(span: Span, said: Sequence[Attribution]) -> Attribution | None:
    """The direct speech that the words stand in."""
    return next((a for a in said if a.kind == "direct" and any(c.covers(span) for c in a.content)), None)


def _source(cast: Cast, attribution: Attribution) -> str | None:
    if attribution.source is None:
        return None
    root = cast.root(attribution.source)
    unit = cast.unit_of(root) if root else None
    return unit.actors[0] if unit and len(unit.actors) == 1 and cast.is_person(unit.actors[0]) else None


def _quoting(cast: Cast, token: Token, said: Sequence[Attribution]) -> set[str]:
    """Who speaks the quotation that the pronoun stands in, and would say "I" of himself."""
    quotation = _quotation(token.span, said)
    speaker = _source(cast, quotation) if quotation else None
    return {speaker} if speaker else set()


def _speaker(cast: Cast, token: Token, said: Sequence[Attribution]) -> str | None:
    """Who is reported to say, in other words than his own, the clause that the pronoun stands in."""
    reported = [a for a in said if a.kind == "indirect" and any(c.covers(token.span) for c in a.content)]
    return _source(cast, reported[-1]) if reported else None


# ---------------------------------------------------------------- the same clause


def _subject_above(cast: Cast, passage: Annotation, token: Token) -> Unit | None:
    """The nearest subject over the pronoun that is a person, unless the pronoun is in its own clause."""
    for above in passage.ancestors(token):
        units = (_person_at(cast, t) for t in passage.children(above, "nsubj") if t.i != token.i)
        if unit := next(filter(None, units), None):
            return unit
    return None


def _asked(cast: Cast, passage: Annotation, token: Token) -> Unit | None:
    """Who is to do what the infinitive over the pronoun says, if another is to have it done."""
    below = token
    for above in passage.ancestors(token):
        if passage.children(below, "nsubj"):
            return None
        if below.dep == "xcomp" and (unit := _who_is_to(cast, passage, above, below)):
            return unit if unit.span.end <= token.start else None
        below = above
    return None


def _person_at(cast: Cast, token: Token) -> Unit | None:
    """The unit of a word, if it stands for one person."""
    unit = cast.unit_of(token)
    return unit if unit and len(unit.actors) == 1 and cast.is_person(unit.actors[0]) else None


def _who_is_to(cast: Cast, passage: Annotation, verb: Token, infinitive: Token) -> Unit | None:
    """Who is to do what the infinitive says: in "X asked Y to send his plan", "X called on Y to ..." it is Y."""
    if verb.lemma in _verbs("of_oneself"):
        return None
    relations = ("obj", "iobj", "obl") if verb.lemma in _verbs("upon") else ("obj", "iobj")
    objects = (t for t in passage.children(verb, *relations) if t.i < infinitive.i)
    return next(filter(None, (_person_at(cast, t) for t in objects)), None)


def _taken_up(cast: Cast, token: Token) -> str | None:
    """Who is named at the head of the sentence and taken up by the pronoun: "Josef Kern, he is the new envoy"."""
    unit = next(cast.before(token.start), None)
    if unit is None or len(unit.actors) != 1 or not cast.is_person(unit.actors[0]) or unit.how == "pronoun":
        return None
    before = cast.page.text[cast.page.passage_at(token.start).span.start : unit.span.start]
    between = cast.page.text[unit.span.end : token.start]
    return unit.actors[0] if _AT_HEAD.search(before) and between.strip() == "," else None


def _towards(cast: Cast, passage: Annotation, token: Token) -> str | None:
    """Whom the verb above is done to, if what it is done for would be his."""
    for above in passage.ancestors(token):
        if above.lemma in _verbs("done_to") and token.dep == "nmod:poss":
            units = (cast.unit_of(t) for t in passage.children(above, "obj", "iobj") if t.i != token.i)
            return next((u.actors[0] for u in units if u and cast.is_person(u.actors[0])), None)
    return None


def _beside_in_clause(cast: Cast, passage: Annotation, token: Token) -> set[str]:
    """Who else takes part in the pronoun's clause: "he was received by X" is not X, "X met him" is not X."""
    head = passage.head(token)
    if head is None or token.dep == "nmod:poss" or token.text.lower() in _REFLEXIVE:
        return set()
    relations = ("obj", "iobj", "obl") if token.dep.startswith("nsubj") else ("nsubj",)
    if not token.dep.startswith("nsubj") and token.dep not in ("obj", "iobj", "obl"):
        return set()
    units = (cast.unit_of(t) for t in passage.children(head, *relations))
    return {key for unit in units if unit for key in unit.actors}
