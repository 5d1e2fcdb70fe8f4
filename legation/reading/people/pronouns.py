"""Third-person pronouns: the person meant is the most salient one before them who fits.

Salience adds up over the sentences before, each worth about half of the next (after Lappin and Leass 1994): subjects
weigh most, then objects, then the rest; what stands inside a quotation weighs little outside it. Left out are
people of the other sex, who takes part in the same clause, and who speaks the quotation that the pronoun stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.people.cast import Cast, Person, Unit
from legation.reading.statements import Attribution

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_REFLEXIVE = frozenset({"himself", "herself"})
# Sentences that name anybody, back from the pronoun's own.
_SENTENCES_BACK = 6
_FADING = 0.45
_SUBJECT, _OBJECT, _ELSE = 100.0, 65.0, 45.0
# What a mention is worth outside the quotation it stands in; a person whose sex nothing tells.
_QUOTED, _UNTOLD = 0.4, 0.5
# "X said he ...": the speaker, of all others.
_SPEAKER = 30.0
# "X brought his plan", "X promised that he ...": the subject of the verb above; "in his speech, X": if it comes later.
_ABOVE, _AHEAD = 60.0, 100.0
# "X congratulated Y on his ...": Y.
_TOWARDS = 150.0
_DONE_TO = frozenset("congratulate thank praise commend blame criticise criticize condole wish".split())


def antecedent(cast: Cast, passage: Annotation, token: Token, said: Sequence[Attribution]) -> Person | None:
    """The person a third-person pronoun means; None if nobody fits."""
    sex = PRONOUNS[token.text.lower()]
    if token.text.lower() in _REFLEXIVE:
        itself = _subject_above(cast, passage, token)
        if itself is not None:
            return cast.people[itself.actors[0]]
    found = salience(cast, token.span, said)
    for key, weight in _drawn(cast, passage, token, said):
        found[key] = found.get(key, 0.0) + weight
    others = _beside_in_clause(cast, passage, token) | _quoting(cast, token, said)
    fitting = {
        key: weight * (1.0 if cast.people[key].sex == sex else _UNTOLD)
        for key, weight in found.items()
        if cast.people[key].sex in (None, sex) and key not in others
    }
    return cast.people[max(fitting, key=fitting.__getitem__)] if fitting else None


def _drawn(cast: Cast, passage: Annotation, token: Token, said: Sequence[Attribution]) -> Iterator[tuple[str, float]]:
    """People who draw the pronoun to themselves by where it stands, and how much."""
    if speaker := _speaker(cast, token, said):
        yield speaker, _SPEAKER
    above = _subject_above(cast, passage, token)
    if above and above.span.start < token.start:
        yield above.actors[0], _ABOVE
    elif above and above.how != "pronoun":
        yield above.actors[0], _AHEAD
    if whose := _towards(cast, passage, token):
        yield whose, _TOWARDS


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
    if unit.subject:
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
        for subject in passage.children(above, "nsubj"):
            unit = cast.unit_of(subject)
            if unit and subject.i != token.i and len(unit.actors) == 1 and cast.is_person(unit.actors[0]):
                return unit
    return None


def _towards(cast: Cast, passage: Annotation, token: Token) -> str | None:
    """Whom the verb above is done to, if what it is done for would be his."""
    for above in passage.ancestors(token):
        if above.lemma in _DONE_TO and token.dep == "nmod:poss":
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
