"""What the encoder and its heads are told of words beside their letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.language.features import DISTANCES, distances


def test_distances_grow_in_steps_on_both_sides() -> None:
    (found,) = distances([4], 10).tolist()
    assert found == [4, 4, 5, 6, 7, 8, 9, 10, 10, 11]


@given(trigger=st.integers(0, 159), words=st.integers(1, 160))
def test_every_distance_is_one_of_a_few_and_none_turns_back(trigger: int, words: int) -> None:
    (found,) = distances([trigger], words).tolist()
    assert found == sorted(found)
    assert all(0 <= step < DISTANCES for step in found)
