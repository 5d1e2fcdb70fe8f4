"""Who is who: countries, cities, bodies, offices, people and who held which office when; has never heard of reports."""

from legation.register.facts import Candidate, City, Country, Hit, Office, Organisation, Person, Tenure
from legation.register.loading import load
from legation.register.names import fold, same_name
from legation.register.register import Register

__all__ = [
    "Candidate",
    "City",
    "Country",
    "Hit",
    "Office",
    "Organisation",
    "Person",
    "Register",
    "Tenure",
    "fold",
    "load",
    "same_name",
]
