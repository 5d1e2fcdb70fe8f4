"""Turning names into persons: one person per name in the report, tied to the register where it knows them."""

from __future__ import annotations

import re

from legation.model import Span
from legation.reading.page import Page
from legation.reading.people.cast import Cast, Person, Unit, slug
from legation.reading.people.names import HIGH_OFFICES, NameMention, find_names, title_hits
from legation.reading.people.roles import RoleLexicon
from legation.reading.people.roles import lexicon as roles
from legation.register import Candidate, Register, fold, same_name

SURE = 0.7
# "The UN envoy for Libya" is not of Libya.
_FOR = re.compile(r"\b(?:for|on|to)\s(?:the\s)?$")
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|ad|ed|an|en|ar|er|as|es|ash|eş|at|et|az|ez|ul)-[^\W\da-z_]")
_FATHERS = re.compile(r"(?:[oe]vich|[oe]vna|uly|ul[iı])$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def add_persons(cast: Cast, register: Register, lexicon: RoleLexicon) -> None:
    """Finds every named person of the report and adds their units; surnames follow full names."""
    page = cast.page
    found = [m for passage in page.passages for m in find_names(page, passage, register, lexicon)]
    mentions = [m for m in found if m.strong or " " in m.name or _borne_out(page, m.name, register, lexicon)]
    for mention in sorted(mentions, key=lambda m: len(m.name.split()) == 1):
        _introduce(cast, mention, register, lexicon)
    for person in list(cast.people.values()):
        _settle(cast, person, register, lexicon)
    _add_surnames(cast, register)
    _serve_their_masters(cast)


def _borne_out(page: Page, word: str, register: Register, lexicon: RoleLexicon) -> bool:
    """True if more than one look of the language layer speaks for a single word as somebody's name: it is a person
    wherever it stands, and twice at least; it is a given name; or heads of states and diplomacies have borne it."""
    if word.isupper():
        return False
    read = [e for p in page.passages for e in p.entities if word in e.span.of(page.text).split()]
    if any(e.label != "person" for e in read):
        return False
    return len(read) > 1 or lexicon.sex_of(word, "") is not None or _bears_high_office(word, register)


def _bears_high_office(surname: str, register: Register) -> bool:
    """True if a person of that surname has led a state or its diplomacy, whenever."""
    tenures = (t for c in register.people_named(surname) for t in register.tenures(c.person.id))
    return any((office := register.office(t.office)) and office.kind in HIGH_OFFICES for t in tenures)


def _introduce(cast: Cast, mention: NameMention, register: Register, lexicon: RoleLexicon) -> None:
    person = _known(cast, mention.name)
    if person is None:
        person = Person(slug(mention.name), mention.name, sex=lexicon.sex_of(mention.name, mention.title))
        cast.people[person.key] = person
    person.spellings.append(mention.name)
    person.sex = person.sex or lexicon.sex_of("", mention.title)
    if mention.title and not person.title:
        person.title = mention.title
        person.kinds = _kinds(mention.title, lexicon)
    if person.country is None:
        person.country = _country(cast.page, mention)
    how = "title" if mention.title else "name"
    apart = _apart(cast.page, mention, lexicon)
    cast.add(Unit(mention.unit, mention.span, (person.key,), how, apart=apart)) or cast.add(
        Unit(mention.span, mention.span, (person.key,), how)
    )


def _apart(page: Page, mention: NameMention, lexicon: RoleLexicon) -> Span | None:
    """The words before a name that say what its bearer is to another: "(his) Kyrgyz counterpart"."""
    words = Span(mention.unit.start, mention.span.start).of(page.text).rstrip(" ,")
    is_relation = bool(words) and words.lower().split()[-1] in lexicon.relations
    return Span(mention.unit.start, mention.unit.start + len(words)) if is_relation else None


def _known(cast: Cast, name: str) -> Person | None:
    """The person of the report whose name this is another spelling or a part of."""
    for person in cast.people.values():
        if person.name == name or same_name(person.name, name):
            return person
    if " " not in name:
        found = [p for p in cast.people.values() if fold(name) in _called(p.name)]
    else:
        found = [p for p in cast.people.values() if _part_of(name, p.name) or _by_father(name, p.name)]
    return found[0] if len(found) == 1 else None


def _part_of(one: str, other: str) -> bool:
    """True if all words of the shorter of two names stand together in the longer: "Al Busaidi"."""
    shorter, longer = sorted((fold(one).split(), fold(other).split()), key=len)
    size = len(shorter)
    return 2 <= size < len(longer) and any(longer[i : i + size] == shorter for i in range(len(longer) - size + 1))


def _by_father(name: str, known: str) -> bool:
    """True for "Kassym-Jomart Kemelevich" of Kassym-Jomart Tokayev: the given name and the father's."""
    words, others = name.split(), known.split()
    if len(words) != 2 or not _FATHERS.search(words[1]) or len(others) < 2:
        return False
    return same_name(f"{words[0]} {others[-1]}", f"{others[0]} {others[-1]}")


def _called(name: str) -> list[str]:
    """Folded words of a name that its bearer may be called by with a title; a father's name is another's."""
    words = fold(name).split()
    return [w for i, w in enumerate(words) if i == 0 or words[i - 1] not in ("bin", "ibn", "bint")]


def _kinds(title: str, lexicon: RoleLexicon) -> tuple[str, ...]:
    if re.search(r"\b(?:former|ex|then|late)\b", title, re.IGNORECASE):
        return ()
    return tuple(dict.fromkeys(kind for role in lexicon.roles_in(title)[:1] for kind in role.kinds))


def _country(page: Page, mention: NameMention) -> str | None:
    """The country in the title; of "ambassador of Russia to Kazakhstan" the first."""
    for hit in title_hits(page, mention):
        if hit.country and not _FOR.search(page.text, 0, hit.span.start):
            return hit.country
    return None


def _settle(cast: Cast, person: Person, register: Register, lexicon: RoleLexicon) -> None:
    """Ties a person to the register if it knows one of that name who fits title, country and date."""
    page = cast.page
    chosen = _choose(person, register, page)
    if chosen:
        _adopt(cast, person, chosen, register)
    elif person.country is None:
        person.country = _country_of_office(person, register) or (
            _country_at_hand(cast, person) if person.title and not _serves_a_body(person, register) else None
        )
    if person.sex is None:
        person.sex = lexicon.sex_of(person.name, person.title)


def _choose(person: Person, register: Register, page: Page) -> Candidate | None:
    on = page.published
    bare = not person.title and not person.kinds and " " not in person.name
    kinds = HIGH_OFFICES if bare else person.kinds[:3]
    for country in dict.fromkeys((person.country, None)):
        for kind in kinds if bare else (*kinds, None):
            found = register.people_named(person.name, country=country, on=on, kind=kind)
            if found and found[0].score >= SURE and _fits(person, found[0], register):
                # a surname alone means who is in office, not who once was
                tenure = found[0].tenure
                if not bare or on is None or (tenure and tenure.standing(on) == "held"):
                    return found[0]
    return None


def _fits(person: Person, candidate: Candidate, register: Register) -> bool:
    """False if the report gives another country than all offices of the candidate."""
    if person.country is None or candidate.tenure is None:
        return True
    offices = [register.office(t.office) for t in register.tenures(candidate.person.id)]
    jurisdictions = {o.jurisdiction for o in offices if o}
    return person.country in jurisdictions or not any(len(j) == 3 and register.country(j) for j in jurisdictions)


def _adopt(cast: Cast, person: Person, candidate: Candidate, register: Register) -> None:
    twin = cast.people.get(candidate.person.id)
    old = person.key
    if twin is not None and twin is not person:
        twin.spellings.extend(person.spellings)
        twin.title = twin.title or person.title
        del cast.people[old]
        cast.rekey(old, twin.key)
        return
    del cast.people[old]
    person.key = candidate.person.id
    person.name = candidate.person.name
    person.in_register = True
    person.score = candidate.score
    person.reason = candidate.reason
    if candidate.tenure:
        office = register.office(candidate.tenure.office)
        if office:
            if person.country is None and register.country(office.jurisdiction):
                person.country = office.jurisdiction
            person.kinds = tuple(dict.fromkeys((*person.kinds, office.kind)))
            person.title = person.title or candidate.tenure.title
    cast.people[person.key] = person
    cast.rekey(old, person.key)


def _country_of_office(person: Person, register: Register) -> str | None:
    """The country, if the title belongs to one office of the register alone ("Duma Speaker"); not for a mere calling
    ("General")."""
    calling = roles().roles.get(person.title.lower())
    if not person.title or (calling is not None and not calling.kinds):
        return None
    found = {o.jurisdiction for o in register.offices_titled(person.title)}
    return found.pop() if len(found) == 1 else None


def _serves_a_body(person: Person, register: Register) -> bool:
    """True for "Deputy Chairperson of the AU Commission", who is of no country at hand."""
    hits = list(register.scan(person.title))
    return any(h.kind == "organisation" and not h.country for h in hits) and not any(h.country for h in hits)


def _country_at_hand(cast: Cast, person: Person) -> str | None:
    """Of "In Jakarta X will meet President Y", where Y is not who the sentence is about, the country of the place;
    else the country that the report is written from."""
    unit = next((u for u in cast.units if person.key in u.actors), None)
    if unit is None or unit.subject:
        return cast.home
    sentence = cast.page.sentence_at(unit.span.start)
    before = Span(sentence.start, unit.span.start)
    places = {h.country for h in cast.page.hits_in(sentence) if h.kind in ("city", "capital", "country") and h.country}
    ahead = {h.country for h in cast.page.hits_in(before) if h.kind in ("city", "capital", "country")}
    return places.pop() if len(places) == 1 and places == ahead else cast.home


def _serve_their_masters(cast: Cast) -> None:
    """ "Yeltsin's security chief Alexander Lebed" is of Yeltsin's country, if nothing else tells."""
    for unit in cast.units:
        person = cast.people.get(unit.actors[0])
        if person is None or person.country or unit.how != "title":
            continue
        master = next(cast.before(unit.span.start), None)
        gap = cast.page.text[master.span.end : unit.span.start] if master else ""
        if master and re.fullmatch(r"['’]s?\s", gap):
            person.country = cast.country_of(master.actors[0])


def _add_surnames(cast: Cast, register: Register) -> None:
    """Single capitalised words that are the surname (or the whole usual name) of a person of the report."""
    surnames: dict[str, list[Person]] = {}
    for person in cast.people.values():
        for part in _name_parts(person):
            surnames.setdefault(part, []).append(person)
    page = cast.page
    for passage in page.passages:
        for match in re.finditer(r"[^\W\d_][\w'’-]*", passage.span.of(page.text)):
            word = _POSSESSIVE.sub("", match.group())
            if not (word[:1].isupper() or _ARTICLE.match(word)):
                continue
            span = Span(passage.span.start + match.start(), passage.span.start + match.start() + len(word))
            owners = surnames.get(fold(word), [])
            if owners and not cast.at(span) and not _other_name(page, span):
                cast.add(Unit(span, span, (_nearest(cast, owners, span).key,), "surname"))


def _name_parts(person: Person) -> set[str]:
    """Folded words by which a person may be called alone: the last, the first of a Chinese or Arabic name."""
    parts = set()
    for name in dict.fromkeys((person.name, *person.spellings)):
        words = fold(name).split()
        bare = _ARTICLE.sub(lambda m: m.group()[-1], name.split()[-1]) if words else ""
        if words:
            parts |= {words[-1], fold(bare)}
            if len(words) in (2, 3) and len(words[0]) <= 5:
                parts.add(words[0])
    return {p for p in parts if len(p) > 1}


def _other_name(page: Page, span: Span) -> bool:
    """True if the word is part of a longer capitalised name that is somebody or something else."""
    return any(h.span.overlaps(span) for h in page.hits) or bool(
        re.match(r" (?!said\b)[A-Z][a-z]+", page.text[span.end : span.end + 20])
        and (token := page.token_at(span.end + 1)) is not None
        and token.pos == "PROPN"
        and (own := page.token_at(span.start)) is not None
        and own.dep in ("compound", "flat")
    )


def _nearest(cast: Cast, owners: list[Person], span: Span) -> Person:
    if len(owners) == 1:
        return owners[0]
    keys = {p.key: p for p in owners}
    for unit in cast.before(span.start):
        for key in unit.actors:
            if key in keys:
                return keys[key]
    return owners[0]
