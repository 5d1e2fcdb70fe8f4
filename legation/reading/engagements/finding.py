"""From trigger words to the engagements of a report.

Each trigger gives a draft: kind, parties, date, place, status. Drafts that tell of the same engagement are
then made one, parts are tied to their visit, and what is no engagement between two sides is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.language import Annotation, Token
from legation.model import UNKNOWN, EventKind, Place, Role, Span, Status, When
from legation.reading.engagements.arguments import arguments, governing_verb, subjects
from legation.reading.engagements.dating import stretched, when_of
from legation.reading.engagements.lexicon import EngagementLexicon, TriggerWord, lexicon
from legation.reading.engagements.parties import (
    Parties,
    Scene,
    acting,
    meeting_parties,
    signing_parties,
    venue,
    visit_parties,
)
from legation.reading.engagements.status import status_of
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Unit
from legation.reading.people.media import medium_at
from legation.reading.statements.quotes import find_quotations
from legation.register import Register

_BACKGROUND = re.compile(
    r"(?:Earlier|Previously|As (?:previously )?reported|Recall|It (?:will|should) be recalled|"
    r"We remind|Recently|In the past)\b"
)
_DURING = re.compile(
    r"\b(?:during|in the course of|as part of|within the framework of) (?:it|which|(?:the|this|that|his|her|their) "
    r"(?:[\w-]+ )?(?:visit|trip|stay|tour))\b",
    re.IGNORECASE,
)
_AT_TALKS = re.compile(
    r"\b(?:after|following|at the (?:beginning|end|close|start) of|on the results of|as a result of|during) "
    r"(?:the results of )?(?:the|these|their) (?:\w+ )?(?:talks|meeting|negotiations|conversation|consultations)\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(
    r"\b(?:(?:before|after|prior to) (?:that|this)|then|earlier|later),? in the (?:morning|afternoon|evening)\b"
    r"|\b(?:earlier|later) (?:in|that|on the same) (?:the )?day\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|at) (?:the )?(?:(?:city|town|village|resort|port) of )?$")
_TALKS = frozenset({"meeting", "talks", "consultation", "summit"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An engagement as one trigger tells it. definite: the words point back ("the meeting", "during the visit").

    near: for an undated one, the date the text is at, which it is likely to share. elsewhen: the words say that it
    was at some other time ("recently"), or somebody tells it in a quotation.
    """

    kind: EventKind
    trigger: Span
    sentence: Span
    passage: int
    roles: tuple[Role, ...]
    status: Status
    when: When = UNKNOWN
    when_span: Span | None = None
    place: Place = Place()
    subtype: str | None = None
    mode: str | None = None
    definite: bool = False
    background: bool = False
    own: int = 0
    topics: tuple[Span, ...] = ()
    near: When = UNKNOWN
    elsewhen: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(r.actor for r in self.roles))


def find_engagements(cast: Cast, register: Register, closed: list[Span]) -> list[Draft]:
    """All drafts of a report in text order. closed: titles of documents, whose words are no triggers."""
    words = lexicon()
    found: list[Draft] = []
    for number, passage in enumerate(cast.page.passages):
        for token in passage.tokens:
            word = _trigger(cast, passage, token, words)
            if word is None or any(c.covers(token.span) for c in closed):
                continue
            for draft in _drafts(Scene(cast, register, words, passage, token, word), number, closed):
                found.append(_during(cast, draft, found))
    return found


def _during(cast: Cast, draft: Draft, earlier: list[Draft]) -> Draft:
    """Dates from what was told just before: of the visit for "during it, talks were held", of the talks for "after the
    talks they signed", of the last event for "before that, in the morning".
    """
    if draft.when is not UNKNOWN or draft.kind == "visit":
        return draft
    lead = Span(draft.sentence.start, max(draft.sentence.start, draft.trigger.start)).of(cast.page.text)
    near = [d for d in reversed(earlier) if draft.passage - d.passage <= 2 and d.when is not UNKNOWN]
    if _DURING.search(lead):
        anchor, reason = next((d for d in near if d.kind == "visit"), None), "during the visit"
    elif _AT_TALKS.search(lead):
        anchor, reason = next((d for d in near if d.kind in _TALKS), None), "on the day of the talks just told"
    elif _THAT_DAY.search(lead):
        anchor, reason = next((d for d in near if d.when.precision == "day"), None), "on the day just told of"
    else:
        return draft
    if anchor is None:
        return draft
    return replace(draft, when=replace(anchor.when, reason=f"{reason} ({anchor.when.edtf})"))


def _trigger(cast: Cast, passage: Annotation, token: Token, words: EngagementLexicon) -> TriggerWord | None:
    """The lexicon's word for a token that may tell of an engagement."""
    if token.pos in ("VERB", "AUX"):
        word = words.verbs.get(token.lemma.lower())
        return word if word and _verb_counts(cast, passage, token, word, words) else None
    if token.pos not in ("NOUN", "PROPN"):
        return None
    word = words.nouns.get(token.text.lower())
    if word is None or (
        token.dep in ("compound", "nmod:poss") and token.i + 1 < len(passage.tokens) and word.kind != "signing"
    ):
        return None
    if word.needs == "phone" and not _phone(passage, token, words):
        return None
    if _press(passage, token, words):
        return None
    return word


def _verb_counts(cast: Cast, passage: Annotation, token: Token, word: TriggerWord, words: EngagementLexicon) -> bool:
    if token.dep in ("amod", "compound"):
        return False
    if token.lemma.lower() == "meet" and any(
        c.lemma.lower()
        in (
            "need",
            "demand",
            "requirement",
            "deadline",
            "goal",
            "target",
            "condition",
            "challenge",
            "interest",
            "criterion",
            "obligation",
        )
        for c in passage.children(token, "obj")
    ):
        return False
    if word.needs == "phone" and word.frame == "with":
        return _phone(passage, token, words) or any(a.prep == "with" for a in arguments(cast, passage, token))
    return True


def _phone(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    first, end = passage.sentence_of(token)
    near = passage.tokens[max(first, token.i - 4) : min(end, token.i + 8)]
    return any(t.text.lower() in words.phone for t in near)


def _press(passage: Annotation, token: Token, words: EngagementLexicon) -> bool:
    before = passage.tokens[token.i - 1] if token.i else None
    return (
        before is not None
        and before.text.lower() in words.press
        and token.text.lower() in ("meeting", "meetings", "call", "talk", "visit")
    )


# ---------------------------------------------------------------- one draft


def _drafts(scene: Scene, number: int, closed: list[Span]) -> Iterator[Draft]:
    status = status_of(scene.passage, scene.trigger, scene.lexicon)
    if status is None:
        return
    for parties in _parties(scene):
        yield _draft(scene, number, status, parties, closed)


def _parties(scene: Scene) -> list[Parties]:
    kind = scene.word.kind
    if kind == "visit":
        return visit_parties(scene)
    if kind == "signing":
        return [signing_parties(scene)]
    if kind == "interview":
        return _interview(scene)
    if kind == "message":
        return _message(scene)
    if (
        scene.trigger.pos == "VERB"
        and scene.word.needs == "phone"
        and not _phone(scene.passage, scene.trigger, scene.lexicon)
    ):
        return meeting_parties(replace(scene, word=replace(scene.word, kind="meeting", mode=None)))
    return meeting_parties(scene)


def _kind(scene: Scene) -> EventKind:
    """ "talk with" without a telephone is a meeting."""
    if scene.word.kind == "call" and not _phone(scene.passage, scene.trigger, scene.lexicon):
        return "meeting"
    return scene.word.kind


def _draft(scene: Scene, number: int, status: Status, parties: Parties, closed: list[Span]) -> Draft:
    page, passage, trigger = scene.cast.page, scene.passage, scene.trigger
    when, when_span = when_of(page, passage, trigger, closed)
    sentence = passage.sentence_span(trigger)
    verb = governing_verb(passage, trigger)
    kind = _kind(scene)
    if kind == "visit":
        when = stretched(page, when, sentence, verb.lemma.lower() if verb else "")
    if status == "happened" and when.interval and page.published and when.interval[0] > page.published:
        status = "planned"
    return Draft(
        kind=kind,
        trigger=trigger.span,
        sentence=sentence,
        passage=number,
        roles=parties.roles,
        status=status,
        when=when,
        when_span=when_span,
        place=_place(scene, parties),
        subtype=_rank(scene) if kind == "visit" else scene.word.subtype or _format(scene),
        mode=_mode(scene) if kind != "interview" else None,
        definite=_definite(passage, trigger),
        background=bool(_BACKGROUND.match(page.text, passage.span.start)),
        own=parties.own,
        topics=_topics(scene),
        elsewhen=_elsewhen(page, passage, trigger, sentence),
    )


def _elsewhen(page: Page, passage: Annotation, trigger: Token, sentence: Span) -> bool:
    if any(t.value in ("PAST_REF", "FUTURE_REF") for t in page.timexes_in(sentence)):
        return True
    return any(q.span.covers(trigger.span) for q in find_quotations(page.text, passage.span))


def _mode(scene: Scene) -> str | None:
    if scene.word.kind == "call":
        if not _phone(scene.passage, scene.trigger, scene.lexicon):
            return "in_person" if _format(scene) else None
        text = scene.passage.sentence_span(scene.trigger).of(scene.cast.page.text).lower()
        return "video" if any(w in text for w in scene.lexicon.video) else "phone"
    return scene.word.mode or ("in_person" if scene.word.kind in ("talks", "consultation") else None)


def _rank(scene: Scene) -> str | None:
    """The rank of a visit: "state", "official", "working" ... from the words before the noun or in "on a ... visit"."""
    nouns = [scene.trigger]
    if scene.trigger.pos == "VERB":
        nouns = [t for t in scene.passage.tokens[scene.trigger.i :] if t.text.lower() in ("visit", "trip")][:1]
    for noun in nouns:
        for token in scene.passage.tokens[max(0, noun.i - 4) : noun.i]:
            rank = scene.lexicon.ranks.get(token.text.lower())
            if rank:
                return rank
    return None


def _format(scene: Scene) -> str | None:
    """The format of a meeting or talks: "informal", "delegations" ... from the words round the trigger."""
    i = scene.trigger.i
    near = {t.text.lower() for t in scene.passage.tokens[max(0, i - 4) : i + 7]}
    return next((scene.lexicon.formats[w] for w in sorted(near) if w in scene.lexicon.formats), None)


def _definite(passage: Annotation, trigger: Token) -> bool:
    if trigger.pos == "VERB":
        return False
    return any(
        c.text.lower() in ("the", "this", "that", "these", "his", "her", "their", "its")
        for c in passage.children(trigger)
    )


def _place(scene: Scene, parties: Parties) -> Place:
    """The city and country at the trigger or its verb: "in Astana", or the destination of a visit."""
    cast, page = scene.cast, scene.cast.page
    spans = []
    if parties.place:
        spans.append(parties.place.span)
    verb = governing_verb(scene.passage, scene.trigger)
    for token in (scene.trigger, verb) if verb and verb is not scene.trigger else (scene.trigger,):
        if token is not None:
            spans += [a.unit.span for a in arguments(cast, scene.passage, token) if a.preps[-1:] in (("in",), ("at",))]
    if scene.word.kind != "visit" and (place := venue(scene)):
        spans.append(place.span)
    for span in spans:
        for hit in page.hits_in(span):
            if hit.country and hit.kind in ("city", "capital"):
                return Place(hit.surface, hit.country, hit.span)
    for span in spans:
        for hit in page.hits_in(span):
            if hit.country and hit.kind in ("country", "metonym"):
                return Place(None, hit.country, hit.span)
    return Place(_unknown_city(scene) if parties.destination is None else None, parties.destination)


def _unknown_city(scene: Scene) -> str | None:
    """A place the register lacks, as the language layer sees it: "in the city of El Alamein"."""
    text, passage = scene.cast.page.text, scene.passage
    end = passage.sentence_span(scene.trigger).end
    for entity in passage.entities:
        if entity.label == "place" and scene.trigger.end < entity.span.start < end:
            before = text[scene.trigger.end : entity.span.start]
            if _IN_PLACE.search(before) and not scene.cast.page.hits_in(entity.span):
                return entity.span.of(text)
    return None


def _topics(scene: Scene) -> tuple[Span, ...]:
    """What an engagement was about, from "to discuss ..." and "on ..." directly after the trigger."""
    text = scene.cast.page.text
    end = scene.passage.sentence_span(scene.trigger).end
    match = re.compile(
        r"[^.;\"“”]{0,160}?\b(?:to discuss|discussed|focused on|touched (?:up)?on|talks on|about)\s+"
    ).match(text, scene.trigger.start, end)
    if not match:
        return ()
    stop = re.compile(
        r"[,;.](?=\s|$)|\"|\s(?:that|which|who|said|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    ).search(text, match.end(), end)
    span = Span(match.end(), stop.start() if stop else end)
    return (span,) if 3 < span.end - span.start < 200 else ()


# ---------------------------------------------------------------- interviews and messages


def _interview(scene: Scene) -> list[Parties]:
    """The one who gives the interview and the medium: "said in an interview with the newspaper X"."""
    speakers = [u for u in subjects_of_speech(scene) if any(scene.cast.is_person(k) for k in u.actors)]
    medium = medium_after(scene.cast, scene.passage, scene.trigger)
    if not speakers or medium is None:
        return []
    key, span = medium
    roles = [Role("speaker", k, speakers[0].span) for k in acting(scene, speakers[0])[:1]]
    return [Parties((*roles, Role("medium", key, span)), own=2)]


def subjects_of_speech(scene: Scene) -> list[Unit]:
    """Subjects of the clause that holds the word "interview"."""
    verb = governing_verb(scene.passage, scene.trigger)
    return subjects(scene.cast, scene.passage, verb) if verb else []


def medium_after(cast: Cast, passage: Annotation, trigger: Token) -> tuple[str, Span] | None:
    """The medium named after "interview with/to", kept in the cast; (key, words)."""
    text = cast.page.text
    end = passage.sentence_span(trigger).end
    match = re.compile(r"s?\s+(?:with|to|for|published (?:in|by)|in|on)\s+").match(text, trigger.end, end)
    return medium_at(cast, match.end(), end) if match else None


def _message(scene: Scene) -> list[Parties]:
    """Sender, carrier and addressee of a letter, a message or relayed greetings."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    args = arguments(cast, passage, trigger)
    text = passage.sentence_span(trigger).of(cast.page.text).lower()
    if scene.word.frame == "greetings":
        return _greetings(scene, text)
    senders = [a.unit for a in args if a.prep in ("from", "by")] or _senders(scene)
    to = [a.unit for a in args if "to" in a.preps]
    if not to:
        verb = governing_verb(passage, trigger)
        to = (
            [a.unit for a in arguments(cast, passage, verb) if a.prep in ("to", "")]
            if verb and verb is not trigger
            else []
        )
        to = [u for u in to if u.span.end <= trigger.start or u.span.start >= trigger.end]
    roles = [Role("sender", k, u.span) for u in senders[:1] for k in acting(scene, u)]
    roles += [Role("addressee", k, u.span) for u in to[:1] for k in acting(scene, u)]
    return [Parties(tuple(roles), own=2)] if len({r.actor for r in roles}) > 1 else []


def _senders(scene: Scene) -> list[Unit]:
    verb = governing_verb(scene.passage, scene.trigger)
    if verb is None or verb.lemma.lower() not in ("send", "write", "address", "hand", "deliver", "pass"):
        return []
    return subjects(scene.cast, scene.passage, verb)


def _greetings(scene: Scene, text: str) -> list[Parties]:
    """ "conveyed to T the words of P's greetings": P sends, the subject carries, T receives."""
    cast, passage, trigger = scene.cast, scene.passage, scene.trigger
    if not re.search(r"\b(?:greetings?|regards|best wishes|congratulations|condolences|message)\b", text):
        return []
    carriers = subjects(cast, passage, trigger)
    sentence = passage.sentence_span(trigger)
    after = [u for u in cast.at(Span(trigger.end, sentence.end)) if u.how != "pronoun"]
    to = [u for u in after if re.search(r"\bto (?:the )?$", cast.page.text[max(0, u.span.start - 8) : u.span.start])]
    senders = [
        u
        for u in after
        if (u not in to and re.match(r"['’]s?\s", cast.page.text[u.span.end : u.span.end + 3]))
        or re.search(r"\b(?:from|of) (?:the )?$", cast.page.text[max(0, u.span.start - 10) : u.span.start])
    ]
    if not senders or not to:
        return []
    roles = [Role("sender", k, senders[0].span) for k in acting(scene, senders[0])]
    roles += [Role("carrier", k, u.span) for u in carriers[:1] for k in acting(scene, u)]
    roles += [Role("addressee", k, to[0].span) for k in acting(scene, to[0])]
    return [Parties(tuple(roles), own=2)] if len({r.actor for r in roles}) > 1 else []
