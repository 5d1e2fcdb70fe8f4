"""Descriptions ("the Kazakh leader", "the head of state", "his Kyrgyz counterpart") and pronouns.

A description names an office, a side, or both. It means the person of the report who fits, the nearest
before it first; if nobody does, the register's holder of that office on the day of the report. The one
who answers "in turn" directly after is somebody else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Person, Unit
from legation.reading.people.groups import group_of, of_country
from legation.reading.people.pronouns import PRONOUNS, antecedent, salience
from legation.reading.people.relations import latter, meant_by_relation, named_next, of_a_people, relation_at
from legation.reading.people.roles import RoleLexicon, RoleWord
from legation.reading.statements import Attribution
from legation.register import Hit, Office, Register, Tenure

_DETERMINER = re.compile(r"^(?:the|his|her|their|its|this)\s+", re.IGNORECASE)
_LISTED = re.compile(r"(?:, (?:and )?| and )(?:the )?")
_STATE = re.compile(r" (?:state|government|cabinet|diplomacy|parliament|republic)\b")
_AT_THE_HEAD = re.compile(r"\bat the head$")
_HEAD_OF_STATE = re.compile(r"\b[Hh]ead of (?:the )?([A-Z]\w+) state$")
DETERMINERS = frozenset(["the", "his", "her", "their", "its", "this", "both", "two"])


def add_descriptions(cast: Cast, register: Register, lexicon: RoleLexicon, said: Sequence[Attribution] = ()) -> None:
    """Adds units for descriptions and pronouns, in text order, so that each may lean on those before it. said: who
    said what in the report."""
    for passage in cast.page.passages:
        for token in passage.tokens:
            if passage.lowered[token.i] in PRONOUNS:
                _add_pronoun(cast, passage, token, said, lexicon)
            elif not cast.unit_of(token) and not _add_relation(cast, passage, token, register, lexicon):
                _add_description(cast, passage, token, register, lexicon)


# ---------------------------------------------------------------- descriptions


def _add_description(cast: Cast, passage: Annotation, token: Token, register: Register, lexicon: RoleLexicon) -> None:
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return
    found = lexicon.role_at(passage.lowered, token.i + 1)
    if not found or _goes_on(passage, token, lexicon) or (token.pos == "ADJ" and token.dep == "amod"):
        return
    first, role = found
    start = _phrase_start(cast.page, passage, first, lexicon)
    determiner = passage.tokens[start].text.lower()
    end = _phrase_end(cast.page, passage, token)
    # "his" stands for somebody himself
    begin = start + 1 if determiner in PRONOUNS and start < token.i else start
    span = Span(passage.tokens[begin].start, end)
    hits = cast.page.hits_in(span)
    owned = any(h.country or cast.page.text[h.span.end : h.span.end + 1] in ("'", "’") for h in hits)
    if (determiner not in DETERMINERS and not owned) or _is_one_of_a_row(passage, start, token, lexicon):
        return
    if determiner in ("a", "an") or _is_predicate(token) or _AT_THE_HEAD.search(cast.page.text, 0, token.end):
        return
    keys = _in_apposition(cast, span) or _meant(
        cast, span, role, _countries(cast.page, span), register, lexicon, token.text.lower(), determiner
    )
    if keys:
        cast.add_over(Unit(span, token.span, keys, "description"))


def _is_one_of_a_row(passage: Annotation, start: int, noun: Token, lexicon: RoleLexicon) -> bool:
    """True for "the last French president to visit Cuba", who is not the one in office."""
    words = {t.text.lower() for t in passage.tokens[start : noun.i]}
    behind = passage.tokens[noun.i + 1 : noun.i + 2]
    return bool(words & lexicon.in_a_row) and bool(behind) and behind[0].text.lower() in ("to", "who")


def _goes_on(passage: Annotation, token: Token, lexicon: RoleLexicon) -> bool:
    """True if the office has further words: "prime | minister", "secretary | - general"."""
    after = passage.tokens[token.i + 1 : token.i + 3]
    for number in range(1, len(after) + 1):
        found = lexicon.role_at(passage.lowered, token.i + 1 + number)
        if found and after[number - 1].pos in ("NOUN", "PROPN") and (number == 1 or found[0] <= token.i):
            return number == 1 or after[0].text == "-"
    return False


def _add_relation(cast: Cast, passage: Annotation, token: Token, register: Register, lexicon: RoleLexicon) -> bool:
    """Adds a unit for "his guest", "the latter", "the Finn"; True if nothing else can be made of the word."""
    people = of_a_people(cast, passage, token) or latter(cast, passage, token)
    if people:
        return cast.add_over(Unit(people[0], token.span, (people[1],), "description"))
    found = relation_at(token, passage, lexicon)
    if found is None:
        return False
    first, relation = found
    start = _phrase_start(cast.page, passage, first, lexicon)
    determiner = passage.tokens[start]
    own = determiner.text.lower() in PRONOUNS and start < first
    span = Span(passage.tokens[start + own].start, token.end)
    countries = _countries(cast.page, span)
    keys = meant_by_relation(cast, passage, span, relation, countries, determiner)
    if not keys and relation == "counterpart":
        keys = _counterpart(cast, span, countries, register)
    return bool(keys) and cast.add_over(Unit(span, token.span, keys, "description"))


def _phrase_start(page: Page, passage: Annotation, first: int, lexicon: RoleLexicon) -> int:
    """Where a description begins: its determiner, or the adjective of the first of two countries."""
    start = first
    while start > 0:
        before = passage.tokens[start - 1]
        word = before.text.lower()
        modifies = word in ("-", "'s", "’s") or word in lexicon.modifiers or word in lexicon.not_now
        if before.pos in ("ADJ", "PROPN", "NOUN", "NUM") or modifies:
            start -= 1
        elif word == "and" and start > 1 and all(of_country(page, passage.tokens[n]) for n in (start, start - 2)):
            start -= 2
        elif word in DETERMINERS or word in ("a", "an"):
            return start - 1
        else:
            break
    return start


def _phrase_end(page: Page, passage: Annotation, token: Token) -> int:
    """The end of the phrase, with of-phrases that name a country, a body or "the country"."""
    end = token.end
    while True:
        match = re.compile(r"\s+of\s+(?:the\s+)?").match(page.text, end)
        if not match:
            return end
        at = match.end()
        hit = next((h for h in page.hits if h.span.start <= at < h.span.end), None)
        if hit:
            state_behind = _STATE.match(page.text, hit.span.end) if hit.kind == "adjective" else None
            end = state_behind.end() if state_behind else _countries_end(page, hit, token)
            continue
        word = re.compile(r"(?:country|republic|state|[A-Z]\w+(?: [A-Z]\w+)*)").match(page.text, at)
        if not word or word.end() > passage.span.end:
            return end
        end = word.end()


def _countries_end(page: Page, first: Hit, office: Token) -> int:
    """The end of the countries listed behind an office in the plural: "the ministers of Peru, Chile and Bolivia"."""
    end = first.span.end
    while office.text.lower().endswith("s") and (link := _LISTED.match(page.text, end)):
        named = next((h for h in page.hits if h.span.start == link.end() and h.kind in ("country", "noun")), None)
        if named is None:
            break
        end = named.span.end
    return end


def _countries(page: Page, span: Span) -> list[str]:
    return list(dict.fromkeys(h.country for h in page.hits_in(span) if h.country))


def _is_predicate(token: Token) -> bool:
    return token.dep in ("appos",)


def _in_apposition(cast: Cast, span: Span) -> tuple[str, ...]:
    """The person named right after: "the army commander in the region, General X"."""
    text = cast.page.text
    match = re.compile(r"(?:\s(?:in|for|at|of)\s(?:the\s)?[\w-]+)?,\s").match(text, span.end)
    unit = next((u for u in cast.at(Span(match.end(), match.end() + 1))), None) if match else None
    if unit is None or unit.how not in ("title", "name") or not all(cast.is_person(k) for k in unit.actors):
        return ()
    return unit.actors if text[unit.span.end : unit.span.end + 1] in (",", ".", "") else ()


def _meant(
    cast: Cast,
    span: Span,
    role: RoleWord,
    countries: list[str],
    register: Register,
    lexicon: RoleLexicon,
    noun: str,
    determiner: str,
) -> tuple[str, ...]:
    """Keys of the persons a description means; empty if it cannot be decided."""
    text = span.of(cast.page.text)
    if noun == "counterparts" and countries:
        return tuple(group_of(cast, country, text) for country in countries)
    if noun in ("counterpart", "counterparts"):
        return _counterpart(cast, span, countries, register)
    title = _HEAD_OF_STATE.sub(r"\1 head of state", _DETERMINER.sub("", text))
    namesake = _so_titled(cast, span, title) if not countries else None
    if namesake:
        return (namesake.key,)
    offices = register.offices_titled(title, countries[0] if countries else None)
    if countries and not offices and _alone_titled(title, register):
        offices = register.offices_titled(title)
        countries = [offices[0].jurisdiction]
    if not offices and not countries:
        offices, countries = _of_a_body(cast.page, span, title, register)
    kinds = role.kinds
    if offices and (countries or len({o.jurisdiction for o in offices}) == 1):
        kinds = tuple(dict.fromkeys(o.kind for o in offices))
        countries = countries or [offices[0].jurisdiction]
    plural = (noun.endswith("s") and role.noun.endswith("s")) or noun in ("chairmen", "heads")
    if plural and len(countries) > 1:
        return _of_each(cast, span, kinds, countries, role, register)
    if plural:
        return _several(cast, span, kinds, role) if determiner in ("the", "both", "two", "their") else ()
    former = lexicon.is_not_now(text)
    person = _in_report(cast, span, kinds, countries, role, former)
    if person:
        return (person.key,)
    if countries and offices and not former:
        return _holder(cast, offices, register)
    return ()


def _of_a_body(page: Page, span: Span, title: str, register: Register) -> tuple[tuple[Office, ...], list[str]]:
    """Offices of the international body that the words name, and its id: "NATO's secretary general"."""
    for hit in page.hits_in(span):
        offices = register.offices_titled(title, hit.id) if hit.kind == "organisation" else ()
        if offices:
            return offices, [hit.id]
    return (), []


def _alone_titled(title: str, register: Register) -> bool:
    """True for a title of several words that is of one office alone, whatever place it names: "the Pope of Rome"."""
    return " " in title and len({o.jurisdiction for o in register.offices_titled(title)}) == 1


def _fits(person: Person, kinds: tuple[str, ...], countries: list[str], role: RoleWord) -> bool:
    if countries and person.country not in countries:
        return False
    title = person.title.lower().replace(",", " ").split()
    if role.noun in ("foreign secretary", "foreign secretaries") and title and "secretary" not in title:
        return False  # in South Asia the minister's first official
    if role.noun in ("minister", "ministers") and any(k.endswith("_minister") for k in person.kinds):
        return True
    titled = bool({role.noun.split()[-1], role.noun.split()[-1].removesuffix("s")} & set(title))
    if kinds and person.kinds and " " in role.noun:
        # a prime minister is no foreign minister
        return bool(set(kinds) & set(person.kinds)) or f" {role.noun.removesuffix('s')} " in f" {person.title.lower()} "
    if kinds:
        return bool(set(kinds) & set(person.kinds)) or titled
    if role.noun in ("diplomat", "official", "politician", "envoy", "representative"):
        return bool(countries) or titled
    return titled


def _so_titled(cast: Cast, span: Span, title: str) -> Person | None:
    """Who bears a title of two words and more ("the state secretary") in the report, the nearest before it."""
    words = title.lower().split()
    if len(words) < 2:
        return None
    for person in _people_before(cast, span.start):
        if f" {' '.join(words)} " in f" {person.title.lower()} ":
            return person
    return None


def _people_before(cast: Cast, offset: int) -> Iterator[Person]:
    """People mentioned before an offset, the nearest first."""
    return (cast.people[key] for unit in cast.before(offset) for key in unit.actors if key in cast.people)


def _in_report(
    cast: Cast, span: Span, kinds: tuple[str, ...], countries: list[str], role: RoleWord, former: bool
) -> Person | None:
    excluded = _answers_in_turn(cast, span)
    fitting = [
        person
        for person in _people_before(cast, span.start)
        if person.key not in excluded
        and former == ("former" in person.title.lower())
        and _fits(person, kinds, countries, role)
    ]
    if fitting:
        at_home = [p for p in fitting if p.country == cast.home] if cast.home and not countries else []
        weights = salience(cast, span)
        return max(at_home or fitting, key=lambda person: weights.get(person.key, 0.0))
    if not countries:
        return None
    later = [p for p in cast.people.values() if _fits(p, kinds, countries, role) and p.key not in excluded]
    return later[0] if len(later) == 1 else None


def _answers_in_turn(cast: Cast, span: Span) -> set[str]:
    """Who speaks "in turn" in this or the next sentence; the description before it means another."""
    page = cast.page
    sentence = page.sentence_at(span.start)
    window = Span(span.end, min(sentence.end + 160, page.passage_at(span.start).span.end))
    match = re.search(r"\bin (?:his |her )?turn\b", window.of(page.text), re.IGNORECASE)
    if not match:
        return set()
    around = Span(max(span.end, window.start + match.start() - 60), window.start + match.end() + 60)
    near = sorted(cast.at(around), key=lambda u: abs(u.span.start - (window.start + match.start())))
    people = [key for unit in near for key in unit.actors if key in cast.people]
    return set(people[:1])


def _several(cast: Cast, span: Span, kinds: tuple[str, ...], role: RoleWord) -> tuple[str, ...]:
    """ "the two presidents": the last two persons of that office, of different countries, before it."""
    found: dict[str, str] = {}
    for unit in cast.before(span.start):
        for key in unit.actors:
            person = cast.people.get(key)
            if person and person.country and person.country not in found.values() and key not in found:
                if _fits(person, kinds, [], role) or (
                    role.noun in ("leaders", "presidents") and "head_of_state" in person.kinds
                ):
                    found[key] = person.country
        if len(found) == 2:
            return tuple(reversed(found))
    return ()


def _of_each(
    cast: Cast, span: Span, kinds: tuple[str, ...], countries: list[str], role: RoleWord, register: Register
) -> tuple[str, ...]:
    """ "The foreign ministers of Poland and Ukraine": one of each country, by name if it is known who."""
    found: list[str] = []
    for country in countries:
        person = _in_report(cast, span, kinds, [country], role, former=False)
        offices = [o for kind in kinds[:1] for o in register.offices(kind, country)]
        keys = (person.key,) if person else _holder(cast, tuple(offices), register)
        found += keys or (group_of(cast, country, f"{role.noun} of {country}"),)
    return tuple(found)


def _counterpart(cast: Cast, span: Span, countries: list[str], register: Register) -> tuple[str, ...]:
    """ "his Kyrgyz counterpart": who holds, on the Kyrgyz side, the office of the person named before."""
    if not countries:
        return ()
    for unit in cast.before(span.start):
        for key in unit.actors:
            person = cast.people.get(key)
            if person is None or person.country in countries or not person.kinds:
                continue
            same = [p for p in cast.people.values() if p.country in countries and set(p.kinds) & set(person.kinds)]
            if len(same) == 1:
                return (same[0].key,)
            offices = [o for kind in person.kinds[:1] for o in register.offices(kind, countries[0])]
            return _holder(cast, tuple(offices), register)
    return ()


def _holder(cast: Cast, offices: tuple[Office, ...], register: Register) -> tuple[str, ...]:
    """The one holder of the office on the day of the report; nobody if that day is unknown or there are two."""
    on = cast.page.published
    if on is None:
        return ()
    held = {t.person: t for o in offices if o.single_seat for t in register.holders(o, on) if t.standing(on) == "held"}
    tenure = _one_in_office(tuple(held.values()), on)
    known = register.person(tenure.person) if tenure else None
    office = register.office(tenure.office) if tenure else None
    if tenure is None or known is None or office is None:
        return ()
    taken_over = len(held) > 1
    cast.people.setdefault(
        known.id,
        Person(
            known.id,
            known.name,
            office.jurisdiction if register.country(office.jurisdiction) else None,
            tenure.title,
            (office.kind,),
            in_register=True,
            reason=f"{tenure.title} of {office.jurisdiction} {'from' if taken_over else 'on'} {on.isoformat()} "
            "by the register",
            score=0.7 if taken_over else 0.75,
        ),
    )
    return (known.id,)


def _one_in_office(held: tuple[Tenure, ...], on: dt.date) -> Tenure | None:
    """The only holder of the day; on the day on which one hands over to another the other, who is told of then."""
    if len(held) == 2:
        began = [t for t in held if t.start.first() == t.start.last() == on]
        ended = [t for t in held if t.end.last() == on]
        return began[0] if len(began) == len(ended) == 1 and began[0] is not ended[0] else None
    return held[0] if len(held) == 1 else None


# ---------------------------------------------------------------- pronouns


def _add_pronoun(
    cast: Cast, passage: Annotation, token: Token, said: Sequence[Attribution], lexicon: RoleLexicon
) -> None:
    following = passage.tokens[token.i + 1] if token.i + 1 < len(passage.tokens) else token
    honoured = following.text.lower() in lexicon.honours and following.text[:1].isupper()
    if honoured and (cast.unit_of(following) or named_next(cast, following.span)):
        return
    person = antecedent(cast, passage, token, said)
    if person:
        span = Span(token.start, following.end) if honoured else token.span
        cast.add(Unit(span, span, (person.key,), "description" if honoured else "pronoun"))
