"""Who speaks: the actors behind the source of an attribution.

The source is resolved like any other mention, and then checked against what it is a source of: nobody names
himself in his own words, and who has only been mentioned by the way does not speak while another has the floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.language import Token
from legation.model import Actor, ActorKind, Mention, Span
from legation.reading.engagements.lexicon import lexicon as engagement_lexicon
from legation.reading.people.cast import Cast, Person, Unit, slug, unique
from legation.reading.people.pronouns import PRONOUNS
from legation.reading.people.roles import RoleLexicon
from legation.reading.statements import Attribution, collective_nouns, media_words, office_nouns, utterance_nouns

Speakers = tuple[str, ...]

_NAMED = frozenset({"name", "title", "surname"})
_POINTING = frozenset({"pronoun", "description"})
# Kinds of office up to which a word for an office means each of them.
_FEW_KINDS = 3
_NAMELESS = "known by these words only"


def speakers_of(cast: Cast, attributions: Sequence[Attribution], lexicon: RoleLexicon) -> list[Speakers]:
    """Keys of who speaks, for each attribution; empty where it is nobody the record can name."""
    speakers: list[Speakers] = []
    for number, attribution in enumerate(attributions):
        floor = _holds_the_floor(cast, attribution, attributions[:number], speakers)
        speakers.append(_speakers(cast, attribution, speakers, floor, lexicon))
    return speakers


def tie_sources(cast: Cast, attributions: Sequence[Attribution], speakers: Sequence[Speakers]) -> None:
    """What was found out of who speaks holds for the pronoun that stands for the speaker, too."""
    for attribution, found in zip(attributions, speakers, strict=True):
        head = head_of(cast, attribution.source) if attribution.source else None
        unit = cast.unit_of(head) if head else None
        if unit and unit.how == "pronoun" and len(found) == 1 and cast.is_person(found[0]) and found != unit.actors:
            cast.retie(unit, found)


def nameless_mentions(
    cast: Cast, attributions: Sequence[Attribution], speakers: Sequence[Speakers]
) -> tuple[Mention, ...]:
    """Where somebody speaks who is known by these words only."""
    return tuple(
        Mention(attribution.source, key, "description")
        for attribution, found in zip(attributions, speakers, strict=True)
        for key in found
        if attribution.source and key in cast.others and cast.others[key].reason == _NAMELESS
    )


def head_of(cast: Cast, span: Span) -> Token | None:
    """The syntactic head of some words."""
    return cast.page.passage_at(span.start).root_of(span)


def _holds_the_floor(
    cast: Cast, attribution: Attribution, earlier: Sequence[Attribution], speakers: Sequence[Speakers]
) -> str | None:
    """Who spoke just before, with nothing told in between: "X said that A. He said that B"."""
    begins = min(span.start for span in _parts(attribution))
    for said, found in zip(reversed(earlier), reversed(speakers), strict=True):
        ends = max(span.end for span in _parts(said))
        if said.outer or said.belief or ends > begins:
            continue
        alone = len(found) == 1 and cast.is_person(found[0])
        return found[0] if alone and not _said_between(cast, ends, begins) else None
    return None


def _said_between(cast: Cast, start: int, end: int) -> bool:
    """True if any word stands there."""
    return any(letter.isalnum() for letter in cast.page.text[start:end])


def _parts(attribution: Attribution) -> list[Span]:
    return [*attribution.content, *(span for span in (attribution.source, attribution.cue) if span)]


def _speakers(
    cast: Cast, attribution: Attribution, before: Sequence[Speakers], floor: str | None, lexicon: RoleLexicon
) -> Speakers:
    if attribution.source is None:
        known = attribution.continues is not None and attribution.continues < len(before)
        return before[attribution.continues] if known and attribution.continues is not None else ()
    head = head_of(cast, attribution.source)
    if head is not None and _says_nothing_itself(cast, attribution, head):
        return ()
    unit = cast.unit_of(head) if head else None
    if unit is not None:
        found = _of_unit(cast, unit, attribution)
        return _checked(cast, attribution, unit, found, before, floor, lexicon)
    if head is not None and head.lemma.lower() in utterance_nouns():
        return _behind_utterance(cast, attribution, before)
    bearer = _named_behind(cast, attribution.source)
    if bearer:
        return (bearer,)
    named = _unnamed_official(cast, attribution.source, head, lexicon)
    if named:
        return (named,)
    if head is not None and _is_body(cast, head):
        return (_anybody(cast, attribution.source, "organisation"),)
    if attribution.kind == "indirect" or head is None or not _can_speak(head):
        return ()
    return (_anybody(cast, attribution.source, "person" if _official(cast, head, lexicon) else "group"),)


def _of_unit(cast: Cast, unit: Unit, attribution: Attribution) -> Speakers:
    """Each of the people a unit stands for; the first only of states and bodies. Media are carriers, not speakers."""
    people = tuple(k for k in unit.actors if cast.is_person(k))
    if people:
        return people[:3]
    return tuple(k for k in unit.actors if cast.kind_of(k) != "medium" or attribution.kind != "indirect")[:1]


def _says_nothing_itself(cast: Cast, attribution: Attribution, head: Token) -> bool:
    """True for what a medium reports in its own or half in another's words, and for the hearsay of "officials"."""
    entities = cast.page.passage_at(head.start).entities
    medium = head.lemma.lower() in media_words() or any(
        e.label == "medium" and e.span.overlaps(head.span) for e in entities
    )
    many = head.lemma.lower() in collective_nouns() and head.text.lower() != head.lemma.lower()
    return (medium and attribution.kind != "direct") or (many and attribution.kind == "indirect")


def _can_speak(head: Token) -> bool:
    """False for pronouns, and for talks and visits, which parsers take for the subject of a clause set between."""
    return head.pos != "PRON" and head.text.lower() not in engagement_lexicon().nouns


# ---------------------------------------------------------------- he, the minister, the statement


def _checked(
    cast: Cast,
    attribution: Attribution,
    unit: Unit,
    found: Speakers,
    before: Sequence[Speakers],
    floor: str | None,
    lexicon: RoleLexicon,
) -> Speakers:
    """Who is meant by "he" or "the minister" as a source: not who is named in what is said, nor who was only named
    by the way ("the visit of President X") while somebody else of that office acts and speaks."""
    if unit.how not in _POINTING or len(found) != 1 or not cast.is_person(found[0]):
        return found
    named = _named_in(cast, attribution)
    if floor and floor not in named and _answers_to(cast, cast.people[floor], unit, lexicon):
        return (floor,)
    spoken = [key for keys in reversed(before) for key in keys]
    if found[0] not in named and (found[0] in spoken or _acts_before(cast, found[0], unit)):
        return found
    others = (key for key in _others(cast, unit, spoken) if key not in named and key != found[0])
    other = next((key for key in others if _answers_to(cast, cast.people[key], unit, lexicon)), None)
    if other:
        return (other,)
    if found[0] not in named:
        return found
    return (_anybody(cast, unit.span),) if unit.how == "description" else ()


def _named_in(cast: Cast, attribution: Attribution) -> set[str]:
    """People named in what is said."""
    return {
        key
        for span in attribution.content
        for unit in cast.at(span)
        if unit.how in _NAMED and span.covers(unit.core)
        for key in unit.actors
        if cast.is_person(key)
    }


def _acts_before(cast: Cast, key: str, unit: Unit) -> bool:
    """True if somebody was the subject of a clause before."""
    return any(u.subject and key in u.actors for u in cast.before(unit.span.start))


def _others(cast: Cast, unit: Unit, spoken: Sequence[str]) -> Iterator[str]:
    """People who spoke before, the last first; then those who were subjects before."""
    acting = (key for u in cast.before(unit.span.start) if u.subject for key in u.actors)
    yield from unique(key for key in (*spoken, *acting) if cast.is_person(key))


def _answers_to(cast: Cast, person: Person, unit: Unit, lexicon: RoleLexicon) -> bool:
    """True if a pronoun or an office can mean somebody."""
    words = unit.span.of(cast.page.text)
    if unit.how == "pronoun":
        return person.sex in (None, PRONOUNS.get(words.lower()))
    countries = {hit.country for hit in cast.page.hits_in(unit.span) if hit.country}
    if countries and person.country not in countries:
        return False
    noun = unit.core.of(cast.page.text).lower()
    kinds = {kind for role in lexicon.roles_in(words) for kind in role.kinds}
    if len(kinds) > _FEW_KINDS:  # "the speaker" of some parliament is no head of state
        kinds -= {"head_of_state", "head_of_government"}
    return noun in person.title.lower().replace(",", " ").split() or bool(kinds & set(person.kinds))


def _behind_utterance(cast: Cast, attribution: Attribution, before: Sequence[Speakers]) -> Speakers:
    """Whose "statement" or "tweet" speaks: the one named with it ("a statement from the ministry"), else the last
    speaker."""
    assert attribution.source is not None
    owner = next((u for u in cast.at(attribution.source) if u.how != "pronoun"), None)
    if owner is not None:
        return _of_unit(cast, owner, attribution)
    last = next((keys for keys in reversed(before) if keys), ())
    if last and _bare(cast, attribution.source):
        return last
    return (_anybody(cast, attribution.source),) if attribution.kind != "indirect" else ()


def _bare(cast: Cast, source: Span) -> bool:
    """True for "the statement", "a new post"; not for "the office's statement", which is that of somebody else."""
    nouns = [t for t in cast.page.passage_at(source.start).within(source) if t.pos in ("NOUN", "PROPN", "PRON")]
    return len(nouns) == 1


# ---------------------------------------------------------------- those without a name


def _named_behind(cast: Cast, source: Span) -> str | None:
    """Whose name ends the source: "the official representative of the department Maria Zakharova"; not of "the
    spokesman for Zakharova"."""
    text = cast.page.text
    last = next(reversed(cast.at(source)), None)
    if last is None or last.how not in _NAMED or len(last.actors) != 1 or not cast.is_person(last.actors[0]):
        return None
    if last.span.start <= source.start or text[last.span.end : source.end].strip(" ,"):
        return None
    if re.search(r", (?:the|his|her|its)\s*$", text[source.start : last.span.start]):
        return last.actors[0]
    token = cast.page.token_at(len(text[: last.span.start].rstrip(" ,")) - 1)
    return last.actors[0] if token is not None and token.pos in ("NOUN", "PROPN", "CCONJ") else None


def _unnamed_official(cast: Cast, source: Span, head: Token | None, lexicon: RoleLexicon) -> str | None:
    """An official known by an office that is named: "a spokesman for the Foreign Ministry", "Lebed's spokesman"."""
    units = cast.at(source)
    hits = cast.page.hits_in(source)
    if head is None or not _official(cast, head, lexicon) or not (units or hits):
        return None
    country = next((c for u in units for k in u.actors if (c := cast.country_of(k))), None)
    country = country or next((h.country for h in hits if h.country), None)
    return cast.put(_nameless(cast, source, country, "person"))


def _official(cast: Cast, head: Token, lexicon: RoleLexicon) -> bool:
    """True if the word is an office or function that one person has."""
    words = [t.text.lower() for t in cast.page.passage_at(head.start).tokens[: head.i + 1]]
    return not head.text.lower().endswith("s") and lexicon.role_at(words, head.i + 1) is not None


def _is_body(cast: Cast, head: Token) -> bool:
    """True for the name of a body, and for one by its kind alone: "the foreign ministry", "the premier's office"."""
    entities = cast.page.passage_at(head.start).entities
    return head.text.lower() in office_nouns() or any(
        e.label == "organisation" and e.span.covers(head.span) for e in entities
    )


def _anybody(cast: Cast, source: Span, kind: ActorKind = "group") -> str:
    """Key of somebody known by these words. A body is its owner's country's ("Silva's office"), else of that which the
    report is written from."""
    country = next((h.country for h in cast.page.hits_in(source) if h.country), None)
    if kind == "organisation":
        owners = (c for unit in cast.at(source) for k in unit.actors if (c := cast.country_of(k)))
        country = country or next(owners, cast.home)
    return cast.put(_nameless(cast, source, country, kind))


def _nameless(cast: Cast, source: Span, country: str | None, kind: ActorKind) -> Actor:
    name = re.sub(r"^(?:an?|the|one)\s+", "", source.of(cast.page.text), flags=re.IGNORECASE)
    name = " ".join(name.split()[:12])
    return Actor(
        slug(name, "u"),
        kind,
        name,
        country,
        named=False,
        reason=_NAMELESS,
    )
