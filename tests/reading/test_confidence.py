"""How sure the reader is of an engagement."""

from __future__ import annotations

from legation.model import Reading
from tests.reading.sentences import engagements, read


def score(reading: Reading) -> float:
    return engagements(reading)[-1].score


PLAIN = "President William Ruto of Kenya met President Paul Kagame of Rwanda."
LIKELY = (
    "The Prime Minister of Japan, Fumio Kishida, and the President of France, Emmanuel Macron, gave a press conference "
    "in Paris on Friday.\n\nThey had conferred for two hours before."
)
STATES = "Kenya held talks with Rwanda on the long border between the two of them and on many other things last week."


def test_a_plain_meeting_of_two_people_is_surest() -> None:
    assert 0.8 < score(read(PLAIN)) < 1.0


def test_parties_that_are_only_likely_make_it_less_sure() -> None:
    assert score(read(LIKELY)) < score(read(PLAIN))


def test_states_alone_make_it_less_sure() -> None:
    assert score(read(STATES)) < score(read(PLAIN))


def test_the_claims_of_an_engagement_have_its_score() -> None:
    reading = read(PLAIN)
    assert {claim.score for claim in reading.claims if claim.about == "e1"} == {score(reading)}
