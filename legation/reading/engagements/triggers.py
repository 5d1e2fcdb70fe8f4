"""Which words of a report may tell of an engagement."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.language import Annotation, Token, Trigger
from legation.model import Span
from legation.reading.engagements.arguments import arguments, subjects
from legation.reading.engagements.lexicon import EngagementLexicon, TriggerWord
from legation.reading.people.cast import Cast

_IN = re.compile(r"\s+(?:also |now |currently )?in (?:the )?[A-Z]")


def trigger_words(cast: Cast, passage: Annotation, words: EngagementLexicon) -> list[tuple[Token, TriggerWord]]:
    """The words of a passage that may tell of an engagement: those of the lexicon, and where the language layer sees
    one told in other words."""
    listed = [(t, word) for t in passage.tokens if (word := trigger_word(cast, passage, t, words))]
    for trigger in passage.triggers:
        head = passage.root_of(trigger.span)
        if head is None or head.lemma.lower() in words.accompanying:
            continue
        if trigger.kind == "signing" and not _of_a_paper(passage, head, words):
            continue
        if not any(_tells(token, trigger, head) for token, _ in listed):
            if word := words.seen.get(trigger.kind):
                listed.append((head, word if head.pos in ("VERB", "AUX") else replace(word, frame="")))
    return sorted(listed, key=lambda pair: pair[0].i)


def _of_a_paper(passage: Annotation, head: Token, words: EngagementLexicon) -> bool:
    first, end = passage.sentence_of(head)
    return any(t.text.lower() in words.papers for t in passage.tokens[first:end])


def _tells(listed: Token, trigger: Trigger, head: Token) -> bool:
    """True if a listed word is part of what the language layer sees, or of its clause ("the meeting took place")."""
    return trigger.span.covers(listed.span) or listed.head == head.i


def trigger_word(cast: Cast, passage: Annotation, token: Token, words: EngagementLexicon) -> TriggerWord | None:
    """The lexicon's word for a token that may tell of an engagement."""
    if token.pos in ("VERB", "AUX"):
        meant = words.verbs.get(token.lemma.lower(), ())
        return next((word for word in meant if _verb_counts(cast, passage, token, word, words)), None)
    if token.pos not in ("NOUN", "PROPN"):
        return None
    word = words.nouns.get(token.text.lower())
    if word is None or (
        token.dep in ("compound", "nmod:poss") and token.i + 1 < len(passage.tokens) and word.kind != "signing"
    ):
        return None
    if word.needs == "phone" and not has_phone(passage, token, words) and not _between(cast, passage, token):
        courtesy = token.i > 0 and passage.tokens[token.i - 1].text.lower() == "courtesy"
        return TriggerWord("meeting", mode="in_person") if courtesy else None
    if _press(passage, token, words) or (word.needs == "with" and not _person_after(cast, passage, token, "with")):
        return None
    return word


def _verb_counts(cast: Cast, passage: Annotation, token: Token, word: TriggerWord, words: EngagementLexicon) -> bool:
    if token.dep in ("amod", "compound"):
        return False
    objects = {c.lemma.lower() for c in passage.children(token, "obj")}
    if (token.lemma.lower() == "meet" and objects & words.met) or (
        word.kind == "signing" and objects & words.no_papers
    ):
        return False
    if word.objects and not word.objects & objects:
        return False
    if word.frame == "guest" and any(o in words.nouns and words.nouns[o].kind in ("call", "message") for o in objects):
        return False  # "received a phone call"
    if word.needs == "on":
        return _calls_on(cast, passage, token)
    if word.needs == "stay":
        return _stays(cast, passage, token, words)
    if word.needs == "phone" and word.frame == "with":
        partner = any(a.prep == "with" for a in arguments(cast, passage, token))
        return has_phone(passage, token, words) or partner or _together(cast, passage, token)
    return True


def _together(cast: Cast, passage: Annotation, token: Token) -> bool:
    """True for "A and B talked": several people are the subject."""
    people = [u for u in subjects(cast, passage, token) if any(cast.is_person(k) for k in u.actors)]
    return token.lemma.lower() == "talk" and len(people) > 1


def _between(cast: Cast, passage: Annotation, token: Token) -> bool:
    """True for "the call between A and B"."""
    return token.lemma.lower() == "call" and _person_after(cast, passage, token, "between")


def _person_after(cast: Cast, passage: Annotation, token: Token, preposition: str) -> bool:
    return any(
        a.preps[-1:] == (preposition,) and any(cast.is_person(k) for k in a.unit.actors)
        for a in arguments(cast, passage, token)
    )


def _calls_on(cast: Cast, passage: Annotation, token: Token) -> bool:
    """True for "called on the president", not for "called on the president to resign"."""
    behind = passage.tokens[token.i + 1 : token.i + 2]
    appeal = any(c.text.lower() == "to" and c.pos == "PART" for c in passage.subtree(token))
    return bool(behind) and behind[0].text.lower() == "on" and not appeal and _person_after(cast, passage, token, "on")


def _stays(cast: Cast, passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    """True for "was in Paris at the invitation of ...", "is in Moscow to talk to ..."."""
    behind = Span(token.end, passage.sentence_span(token).end).of(cast.page.text)
    return _IN.match(behind) is not None and words.stay.search(behind) is not None


def has_phone(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    """True if a word for a telephone or a video link stands near."""
    first, end = passage.sentence_of(token)
    near = passage.tokens[max(first, token.i - 4) : min(end, token.i + 8)]
    return any(t.text.lower() in words.phone for t in near)


def _press(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    before = passage.tokens[token.i - 1] if token.i else None
    return (
        before is not None
        and before.text.lower() in words.press
        and token.text.lower() in ("meeting", "meetings", "call", "talk", "visit")
        and not (token.text.lower() == "visit" and before.text.lower() in words.ranks)
    )
