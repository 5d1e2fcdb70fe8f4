"""How the runner of remarks parts offices, and which places it gives."""

from __future__ import annotations

from benchmarks.visits import predict, whose

CONTEXT = {
    "visitor": "President Jane Doe",
    "start": "2031-06-02",
    "end": "2031-06-04",
    "country": "Estonia",
    "place": "Tallinn",
}


def test_an_office_is_parted_from_whose_it_is() -> None:
    assert whose("French President") == "French"
    assert whose("UN Secretary-General") == "UN"
    assert whose("Prime Minister") is None
    assert whose("") is None


def test_places_gone_to_are_given_and_topics_are_not() -> None:
    text = "Discussed the Kuwait crisis with Prime Minister Michal. Also visited Tartu and Narva. Left U.S. June 1."
    (found,) = predict([{"id": "v1", "kind": "travel", "text": text, "context": CONTEXT}])
    assert found["places"] == ["Tartu", "Narva"]
