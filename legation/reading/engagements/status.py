"""How real an event is: happened, planned, proposed, postponed, cancelled, denied, or none at all.

Tense, modality and negation are read from the trigger up to the top of its sentence; speech above it
("X said he would meet Y") does not change it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.language import Annotation, Token
from legation.model import Status
from legation.reading.engagements.lexicon import EngagementLexicon

_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_CLAUSE_UP = (
    "obj",
    "obl",
    "nmod",
    "xcomp",
    "compound",
    "advcl",
    "nsubj",
    "acl",
    "amod",
    "ccomp",
    "dep",
    "conj",
    "iobj",
    "attr",
)


def status_of(passage: Annotation, trigger: Token, lexicon: EngagementLexicon) -> Status | None:
    """The status of what a trigger word tells; None if nothing is told to have been or to be (negated, conditional)."""
    words = lexicon.status
    if any(c.dep == "amod" and c.lemma.lower() in words["former"] for c in passage.children(trigger)):
        return None if trigger.has("Number=Plur") else "happened"
    verdict: Status | None = "happened"
    below = trigger
    for token, from_dep in _path_up(passage, trigger):
        lemma = token.lemma.lower()
        if lemma in words["unwilling"] or (lemma in words["preventing"] and _from(passage, below)):
            return None
        of_it = token.pos != "NOUN" or not from_dep.startswith("nmod") or _is_of(passage, below)
        below = token
        children = passage.children(token)
        aux = {c.text.lower() for c in children if c.dep.startswith("aux")}
        speech = from_dep in ("ccomp", "parataxis")
        finite_past = token.has("Tense=Past") and token.has("VerbForm=Fin")
        if not speech and _negated(passage, token, words["negation"]):
            return "denied" if lemma in words["planned"] else None
        named = _with_particle(passage, token)
        if named & words["denied"] and token is not trigger:
            return "denied"
        if named & words["cancelled"]:
            return "cancelled"
        if named & words["postponed"]:
            return "postponed"
        if speech or _judged(passage, token, trigger, words["judging"]):
            continue
        if token is not trigger and lemma in words["general"]:
            return None
        if token is not trigger and lemma in words["presupposing"] and token.pos == "NOUN":
            break
        if _conditional(passage, token, words["conditional"]):
            return None
        if aux & words["future_aux"]:
            above = passage.head(token)
            if above and above.pos == "NOUN" and token.dep in ("acl", "ccomp") and _names_nobody(passage, above):
                return None  # "no sign that they would meet"
            return "proposed" if _hoped(passage, token, words["hoping"]) else "planned"
        if aux & words["modal_aux"]:
            verdict = "proposed" if verdict == "happened" else verdict
        if token is not trigger and named & words["proposed"] and of_it and not (finite_past and from_dep == "obl"):
            verdict = "proposed"
        elif (
            token is not trigger
            and lemma in words["planned"]
            and from_dep not in ("obl", "nsubj", "advcl")
            and not (lemma in words["aiming"] and from_dep.startswith("nsubj"))
        ):
            verdict = "planned" if verdict == "happened" else verdict
        elif verdict == "happened" and (
            _progressive(token, aux)
            or (
                token is not trigger
                and lemma in words["under_way"]
                and not from_dep.startswith(("advcl", "acl", "conj"))
            )
        ):
            verdict = "under way"
        elif _infinitive(passage, token) and verdict == "happened" and _purpose(passage, token):
            verdict = "planned"
        if any(c.lemma.lower() in words["ahead"] and (token.dep == "amod" or c.dep == "amod") for c in children):
            verdict = "planned"
        if verdict == "happened" and (_set_for(children, words["planned"]) or _is_programme(passage, token, words)):
            verdict = "planned"
        if token.pos in ("VERB", "AUX") and finite_past and token is not trigger and verdict == "happened":
            break
    return verdict


def _judged(passage: Annotation, verb: Token, trigger: Token, judging: frozenset[str]) -> bool:
    """True for "considers his visit as useful": the visit stands as it is."""
    behind = passage.tokens[trigger.i : passage.sentence_of(trigger)[1]]
    return verb.lemma.lower() in judging and any(t.text.lower() == "as" for t in behind)


def _with_particle(passage: Annotation, token: Token) -> set[str]:
    """The lemma, alone and with each of the two words after it: "call", "call off", "call for"."""
    lemma = token.lemma.lower()
    return {lemma, *(f"{lemma} {t.text.lower()}" for t in passage.tokens[token.i + 1 : token.i + 3])}


def _progressive(token: Token, aux: set[str]) -> bool:
    """ "are holding talks", "has been meeting": going on as the report is written."""
    return token.text.lower().endswith("ing") and bool(aux & {"is", "are", "'s", "’s", "been", "am", "'re", "’re"})


def _path_up(passage: Annotation, trigger: Token) -> list[tuple[Token, str]]:
    """(token, relation of the one below it on the path), from the trigger up."""
    path = [(trigger, "")]
    below = trigger
    for above in passage.ancestors(trigger):
        if not any(below.dep == d or below.dep.startswith(d + ":") for d in _CLAUSE_UP):
            break
        if (
            below.dep == "acl:relcl"
            or _done(below)
            or (below.dep == "advcl" and below.has("Tense=Past") and below.has("VerbForm=Fin"))
        ):
            break
        path.append((above, below.dep))
        below = above
    return path


def _done(token: Token) -> bool:
    """True for the participle of "the truce signed by A and B", which tells what has been, whatever is above it."""
    return token.dep == "acl" and token.has("VerbForm=Part") and not token.text.lower().endswith("ing")


def _set_for(children: Sequence[Token], planned: frozenset[str]) -> bool:
    """True for "a meeting set for today", "talks due on Monday"."""
    return any(c.dep in ("acl", "amod") and c.lemma.lower() in planned and c.has("VerbForm=Part") for c in children)


def _is_programme(passage: Annotation, verb: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """True for "the programme includes a meeting"."""
    subjects = {c.lemma.lower() for c in passage.children(verb, "nsubj")}
    return verb.lemma.lower() in words["including"] and bool(subjects & words["programmes"])


def _hoped(passage: Annotation, verb: Token, hoping: frozenset[str]) -> bool:
    """True for "it is his hope that they will meet": wanted, and nobody has agreed to it."""
    above = passage.head(verb)
    if verb.dep not in ("ccomp", "acl", "acl:relcl") or above is None:
        return False
    beside = {c.lemma.lower() for c in passage.children(above, "nsubj", "obj", "attr")} if above.pos == "AUX" else set()
    return above.lemma.lower() in hoping or bool(beside & hoping)


def _is_of(passage: Annotation, token: Token) -> bool:
    """True for "a resumption of talks" and "hopes for a visit", not for "a hope with a visit"."""
    return any(c.text.lower() in ("of", "for", "to", "about", "on") for c in passage.children(token, "mark", "case"))


def _from(passage: Annotation, token: Token) -> bool:
    return any(c.text.lower() == "from" for c in passage.children(token, "mark", "case"))


def _negated(passage: Annotation, token: Token, negation: frozenset[str]) -> bool:
    for child in passage.children(token):
        word = child.text.lower()
        if word in negation and child.dep in ("advmod", "neg", "det", "cc:preconj", "aux", "case", "mark"):
            return True
        if child.dep.startswith("nsubj") and _names_nobody(passage, child):
            return True
    return token.lemma.lower() in ("refuse", "fail", "decline")


def _names_nobody(passage: Annotation, subject: Token) -> bool:
    """True for "neither A nor B", "no minister", "nobody"."""
    words = {subject.text.lower(), *(c.text.lower() for c in passage.children(subject, "det", "cc", "advmod"))}
    return bool(words & _NOBODY)


def _conditional(passage: Annotation, token: Token, conditional: frozenset[str]) -> bool:
    return any(c.dep == "mark" and c.text.lower() in conditional for c in passage.children(token))


def _infinitive(passage: Annotation, token: Token) -> bool:
    """True for "to meet" and "to be received"."""
    whole = token.has("VerbForm=Inf") or bool(passage.children(token, "aux:pass"))
    return whole and any(c.text.lower() == "to" for c in passage.children(token))


def _purpose(passage: Annotation, token: Token) -> bool:
    """ "is to meet", "left to hold talks", "agreed to meet": not yet done; "managed to meet" is done."""
    head = passage.head(token)
    return head is None or head.lemma.lower() not in ("manage", "begin", "start", "continue", "use")
