"""What the words of a passage are to the events told in it, as the language model learns it."""

from __future__ import annotations

from training.model.arguments import arguments
from training.model.labels import ARGUMENTS, IGNORED


def unit(words: str, named: dict[str, str], told: dict[str, str] | None = None) -> dict[str, object]:
    """A sentence; whom its words name, and what its triggers tell."""
    forms = words.split()
    return {
        "words": forms,
        "whom": [named.get(w, "_") for w in forms],
        "arguments": [(told or {}).get(w, "_") for w in forms],
    }


def labels(*units: dict[str, object]) -> list[tuple[str, dict[str, str]]]:
    """For each trigger its word, and the labels of the words that name somebody; "?" is left open."""
    words = [str(w) for u in units for w in u["words"]]  # type: ignore[attr-defined]
    return [
        (
            words[i],
            {w: "?" if n == IGNORED else ARGUMENTS[n] for w, n in zip(words, found, strict=True) if w[0].isupper()},
        )
        for i, found in arguments(units)
    ]


def test_who_takes_part_is_told_from_who_is_only_named() -> None:
    (found,) = labels(
        unit("Xi met Lee , said Wang", {"Xi": "xi", "Lee": "lee", "Wang": "wang"}, {"met": "party:xi party:lee"})
    )
    assert found == ("met", {"Xi": "party", "Lee": "party", "Wang": "none"})


def test_who_is_named_in_the_sentence_of_the_trigger_is_learnt_from_there() -> None:
    (found,) = labels(
        unit("Xi smiled", {"Xi": "xi"}),
        unit("There He met Lee", {"He": "xi", "Lee": "lee"}, {"met": "party:xi party:lee"}),
    )
    assert found == ("met", {"Xi": "?", "There": "?", "He": "party", "Lee": "party"})


def test_who_is_not_is_learnt_from_the_last_sentence_that_names_him() -> None:
    (found,) = labels(
        unit("Xi came", {"Xi": "xi"}),
        unit("President spoke", {"President": "xi"}),
        unit("the visit ended in Oslo", {"Oslo": "@Oslo"}, {"visit": "guest:xi host:NOR place:@Oslo"}),
        unit("Later", {}),
    )
    assert found == ("visit", {"Xi": "?", "President": "guest", "Oslo": "place", "Later": "?"})


def test_a_word_for_two_takes_the_part_of_either() -> None:
    (found,) = labels(unit("Both signed", {"Both": "xi+lee"}, {"signed": "party:xi party:lee"}))
    assert found == ("signed", {"Both": "party"})
