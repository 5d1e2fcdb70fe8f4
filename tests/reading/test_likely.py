"""Who takes part where the sentence does not tell: by what the whole report says of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.engagements import likely
from legation.reading.engagements.candidates import FEATURES, Candidate, candidates
from legation.reading.engagements.likely import Trees, _learnt
from legation.reading.engagements.scene import Scene
from tests.reading.sentences import facts, read
from tests.register.cases import case

STEP = Trees(start=0.0, depth=1, feature=[[0]], threshold=[[0.5]], leaf=[[-2.0, 2.0]])


def test_a_number_above_the_threshold_goes_right() -> None:
    assert STEP.likelihood([1.0]) > 0.8
    assert STEP.likelihood([0.5]) < 0.2


def test_each_number_of_a_candidate_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[int] = set()

    def spied(scene: Scene, number: int, known: Sequence[str]) -> list[Candidate]:
        found = candidates(scene, number, known)
        seen.update(len(candidate.numbers) for candidate in found)
        return found

    monkeypatch.setattr(likely, "candidates", spied)
    read("The Prime Minister of Japan, Fumio Kishida, spoke in Paris.\n\nThey had conferred for three hours before.")
    assert seen == {len(FEATURES)}


@given(st.lists(st.floats(-50, 50), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_whatever_the_numbers_a_likelihood_is_one(numbers: list[float]) -> None:
    for trees in _learnt():
        assert 0.0 < trees.likelihood(numbers) < 1.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "two named in the paragraph before",
            "The Prime Minister of Japan, Fumio Kishida, and the President of France, Emmanuel Macron, gave a press "
            "conference in Paris on Friday.\n\nThey had conferred for two hours before.",
            "talks of Fumio Kishida and Emmanuel Macron",
        ),
        case(
            "he, with his counterpart",
            "Norwegian Foreign Minister Espen Barth Eide is in Lima this week. On Tuesday he will sit down with his "
            "Peruvian counterpart, Javier González-Olaechea.",
            "meeting of Espen Barth Eide and Javier González-Olaechea",
        ),
        case(
            "the ministers put signatures",
            "Norwegian Foreign Minister Espen Barth Eide met his Peruvian counterpart, Javier González-Olaechea, in "
            "Lima on Tuesday.\n\nLater the ministers put their signatures to a memorandum on fisheries.",
            "signing by Espen Barth Eide and Javier González-Olaechea",
        ),
    ],
)
def test_who_took_part_is_told_elsewhere(text: str, told: str) -> None:
    assert told in facts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        case("not done", "President William Ruto of Kenya left Kigali without seeing President Paul Kagame."),
        case("aid that is sent", "Norway sent food aid to Chad."),
        case("a received call is no meeting", "President William Ruto of Kenya received the news from Rwanda calmly."),
    ],
)
def test_nobody_is_made_to_meet(text: str) -> None:
    assert not [fact for fact in facts(read(text)) if fact.startswith(("meeting", "talks", "message"))]
