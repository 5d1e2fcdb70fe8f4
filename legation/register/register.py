"""The register: everything it can be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property

from legation.register.facts import Candidate, City, Country, Hit, Office, Organisation, Person, Tenure
from legation.register.people import People
from legation.register.scanning import Scanner, names_of
from legation.register.titles import Titles


class Register:
    """Who is who on a given day. Immutable; indexes are made when first asked for."""

    def __init__(
        self,
        countries: Iterable[Country],
        organisations: Iterable[Organisation],
        offices: Iterable[Office],
        people: Iterable[Person],
        tenures: Iterable[Tenure],
        cities: Iterable[City],
        edition: str = "",
    ) -> None:
        """edition: a short name of what the user added; empty for the register as it ships."""
        self.edition = edition
        self._countries = {c.iso3: c for c in countries}
        self._organisations = {o.id: o for o in organisations}
        self._offices = {o.id: o for o in offices}
        self._people = {p.id: p for p in people}
        self._cities = tuple(cities)
        self._by_person: dict[str, list[Tenure]] = {}
        self._by_office: dict[str, list[Tenure]] = {}
        for tenure in tenures:
            self._by_person.setdefault(tenure.person, []).append(tenure)
            self._by_office.setdefault(tenure.office, []).append(tenure)

    # -- by id

    def country(self, iso3: str) -> Country | None:
        """The country of an ISO alpha-3 code."""
        return self._countries.get(iso3)

    def organisation(self, id: str) -> Organisation | None:
        """The organisation of an id ("UN")."""
        return self._organisations.get(id)

    def office(self, id: str) -> Office | None:
        """The office of an id ("KAZ-head_of_state")."""
        return self._offices.get(id)

    def person(self, id: str) -> Person | None:
        """The person of an id."""
        return self._people.get(id)

    # -- by name

    def scan(self, text: str) -> list[Hit]:
        """Names of countries, cities and bodies in a text, in order; offsets are characters into ``text``."""
        return self._scanner.scan(text)

    def country_named(self, words: str) -> str | None:
        """ISO alpha-3 of the country of that name, adjective, capital, ISO alpha-2 or alpha-3; case does not matter."""
        return self._country_names.get(" ".join(words.lower().split()))

    def offices(self, kind: str, country: str) -> list[Office]:
        """Offices of a kind in a country (or organisation); failing that, those whose holder fills one of that kind."""
        own = self._by_jurisdiction.get(country, [])
        return [o for o in own if o.kind == kind] or [o for o in own if o.is_kind(kind)]

    def offices_titled(self, phrase: str, country: str | None = None) -> tuple[Office, ...]:
        """Offices that a phrase is a title of ("speaker of the Sovfed"); with a country only those of it, and its name
        may stand in the phrase ("the Kazakh leader")."""
        return self._titles.offices(phrase, country)

    def people_named(
        self, name: str, *, country: str | None = None, on: dt.date | None = None, kind: str | None = None
    ) -> list[Candidate]:
        """People whom a name (full, or a surname) can mean, the likeliest first.

        country (ISO alpha-3, or an organisation's id) and kind of office narrow them down; on: the day of the report.
        """
        return self._named.named(name, country, on, kind)

    def person_meant(
        self, name: str, *, country: str | None = None, on: dt.date | None = None, kinds: Sequence[str] = ()
    ) -> Candidate | None:
        """The person whom a name means, if one is likely enough and alone in it; kinds of office as the title tells,
        the likeliest first, narrow the choice down and do not bind it."""
        return self._named.meant(name, country, on, kinds)

    # -- whole lists

    def all_offices(self) -> tuple[Office, ...]:
        """All offices."""
        return tuple(self._offices.values())

    def members(self) -> tuple[str, ...]:
        """ISO alpha-3 of the members of the United Nations."""
        return tuple(c.iso3 for c in self._countries.values() if c.un_member)

    def offices_filling(self, kind: str, country: str) -> list[Office]:
        """Offices of a country that are of a kind, or whose holder fills one of that kind beside."""
        return [o for o in self._by_jurisdiction.get(country, []) if o.is_kind(kind)]

    # -- by tenure

    def tenures_of(self, office: Office) -> tuple[Tenure, ...]:
        """All tenures of an office."""
        return tuple(self._by_office.get(office.id, ()))

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person."""
        return tuple(self._by_person.get(person, ()))

    def holders(self, office: Office, on: dt.date) -> list[Tenure]:
        """Tenures of an office that can hold on a day, held ones before unconfirmed ones."""
        found = [t for t in self._by_office.get(office.id, ()) if t.standing(on) != "not held"]
        return sorted(found, key=lambda t: t.standing(on) != "held")

    # -- indexes

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(names_of(self._countries.values(), self._organisations.values(), self._cities))

    @cached_property
    def _country_names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for c in self._countries.values():
            for name in (c.iso3, c.iso2, *c.names, *c.adjectives, *c.nouns, *c.capitals, *c.seats):
                found.setdefault(name.lower(), c.iso3)
        return found

    @cached_property
    def _by_jurisdiction(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = {}
        for office in self._offices.values():
            found.setdefault(office.jurisdiction, []).append(office)
        return found

    @cached_property
    def _titles(self) -> Titles:
        names = {c.iso3: (*c.names, *c.adjectives) for c in self._countries.values()}
        names |= {o.id: o.names for o in self._organisations.values()}
        return Titles(self._offices.values(), names)

    @cached_property
    def _named(self) -> People:
        return People(self._people.values(), self._by_person, self._offices)
