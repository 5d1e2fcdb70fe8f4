"""Beside who and what: the medium, the hearer, and on whose behalf words are passed on."""

from __future__ import annotations

from dataclasses import replace

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.clauses import SpeechClause
from legation.reading.statements.contents import hearer_of
from legation.reading.statements.cues import Cue, Lexicon
from legation.reading.statements.phrases import noun_phrase

_CARRIERS = frozenset({"convey", "relay", "pass", "deliver", "transmit", "extend"})
_SPEAKING = frozenset({"speak", "talk", "write", "address"})
_CARRIED = frozenset(
    {
        "greeting",
        "greetings",
        "regards",
        "wishes",
        "word",
        "words",
        "message",
        "congratulation",
        "congratulations",
        "condolence",
        "condolences",
        "gratitude",
        "invitation",
    }
)


def with_surroundings(annotation: Annotation, attribution: Attribution, verb: Token, lexicon: Lexicon) -> Attribution:
    """The attribution with its act, medium, hearer and on whose behalf, by the verb of its cue."""
    entry = lexicon.verbs.get(verb.lemma.lower(), Cue(verb.lemma.lower(), frozenset(), False, None))
    hearer = hearer_of(annotation, verb, entry, lexicon)
    heard = noun_phrase(annotation, hearer) if hearer else None
    if heard and any(heard.overlaps(span) for span in attribution.content):
        heard = None
    clause = SpeechClause(
        0, verb.span, entry, verb.span, verb.span, attribution.source, attribution.content, hearer=heard, verb=verb
    )
    return replace(
        attribution,
        speech_act=entry.act,
        addressee=addressee_of(annotation, clause),
        medium=medium_of(annotation, clause, lexicon),
        relayed_for=relayed_for(annotation, clause),
    )


def medium_of(annotation: Annotation, clause: SpeechClause, lexicon: Lexicon) -> Span | None:
    """The words of the medium ("an interview with Les Echos newspaper"), without the preposition."""
    if clause.verb is None:
        return None
    speaking = [t for t in annotation.children(clause.verb, "advcl", "xcomp") if t.lemma.lower() in _SPEAKING]
    for child in [c for verb in (clause.verb, *speaking) for c in annotation.children(verb, "obl", "nmod", "advcl")]:
        prepositions = {c.text.lower() for c in annotation.children(child, "case")}
        heard = "to" in prepositions and child.lemma.lower() in lexicon.media_hearers
        named = prepositions & lexicon.media_prepositions and (heard or child.lemma.lower() in lexicon.media_nouns)
        if named and not any(c.covers(child.span) for c in clause.content):
            return noun_phrase(annotation, child)
    if clause.hearer is not None and _names_a_medium(annotation, clause.hearer, lexicon):
        return clause.hearer
    return None


def _names_a_medium(annotation: Annotation, span: Span, lexicon: Lexicon) -> bool:
    return any(t.lemma.lower() in lexicon.media_hearers | lexicon.media_nouns for t in annotation.within(span))


def addressee_of(annotation: Annotation, clause: SpeechClause) -> Span | None:
    """Who is told. Behind "conveyed to" the name itself is taken: parsers often miss "conveyed to X the words of Y"."""
    verb = clause.verb
    if verb is None or verb.lemma not in _CARRIERS or annotation.tokens[verb.i + 1 : verb.i + 2] == ():
        return clause.hearer
    if annotation.tokens[verb.i + 1].text.lower() != "to":
        return clause.hearer
    named: list[Token] = []
    for token in annotation.tokens[verb.i + 2 :]:
        opens = token.pos == "DET" and bool(named)
        if token.pos not in ("DET", "ADJ", "PROPN", "NOUN", "PRON") or token.lemma.lower() in _CARRIED or opens:
            break
        named.append(token)
    return Span(named[0].start, named[-1].end) if named else clause.hearer


def relayed_for(annotation: Annotation, clause: SpeechClause) -> Span | None:
    """Whose greetings or words are passed on: "conveyed the words of Putin's greetings", "on behalf of X"."""
    verb = clause.verb
    if verb is None:
        return None
    behind = _on_behalf(annotation, verb)
    if behind is not None or verb.lemma not in _CARRIERS:
        return behind
    below = [t for t in annotation.subtree(verb) if t.i > verb.i]
    for token in below:
        head = annotation.head(token)
        if head is None or head.lemma.lower() not in _CARRIED or token.pos == "PRON":
            continue
        cases = {c.text.lower() for c in annotation.children(token, "case")}
        if token.dep == "nmod:poss" or (
            token.dep in ("nmod", "obl") and cases & {"from", "of"} and token.lemma.lower() not in _CARRIED
        ):
            return _without_genitive(annotation, token)
    return None


def _on_behalf(annotation: Annotation, verb: Token) -> Span | None:
    for token in annotation.subtree(verb):
        if token.lemma.lower() == "behalf":
            for child in annotation.children(token, "nmod"):
                if child.pos != "PRON":
                    return _without_genitive(annotation, child)
    return None


def _without_genitive(annotation: Annotation, token: Token) -> Span:
    span = noun_phrase(annotation, token)
    last = annotation.within(span)[-1]
    return Span(span.start, last.start) if last.text in ("'s", "’s", "'", "’") and last.start > span.start else span
