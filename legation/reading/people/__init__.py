"""Who acts in a report: persons, states, bodies, media; names, titles, descriptions and pronouns tied together."""

from collections.abc import Sequence

from legation.reading.page import Page
from legation.reading.people.cast import Cast
from legation.reading.people.descriptions import add_descriptions
from legation.reading.people.groups import add_groups
from legation.reading.people.persons import add_persons
from legation.reading.people.roles import lexicon
from legation.reading.people.states import add_states, home_country
from legation.reading.people.voices import Voice, add_voices
from legation.reading.statements import Attribution
from legation.register import Register

__all__ = ["Cast", "Voice", "add_voices", "make_cast"]


def make_cast(page: Page, register: Register, said: Sequence[Attribution] = ()) -> Cast:
    """Everybody in the report. What is surest comes first: named people, then states and bodies, then descriptions.

    said: who said what, which tells much of whom pronouns mean.
    """
    cast = Cast(page, home_country(page, register))
    words = lexicon()
    add_persons(cast, register, words)
    add_states(cast, register)
    add_descriptions(cast, register, words, said)
    add_groups(cast, words)
    return cast
