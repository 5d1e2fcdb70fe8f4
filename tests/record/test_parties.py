"""Do two tellings speak of the same parties?"""

from __future__ import annotations

import pytest

from legation.record.parties import Party, fit, same_person, standing


def someone(name: str, country: str | None = None, **more: object) -> Party:
    return Party(name.lower(), "person", name, country, **more)  # type: ignore[arg-type]


TOKAYEV, PUTIN, XI = someone("Kassym Tokayev", "KAZ"), someone("Vladimir Putin", "RUS"), someone("Xi Jinping", "CHN")
KAZ, RUS = Party("KAZ", "state", "Kazakhstan", "KAZ"), Party("RUS", "state", "Russia", "RUS")
UN, TASS = Party("UN", "organisation", "United Nations"), Party("tass", "medium", "TASS", "RUS")
NAMELESS = someone("the minister", "RUS", named=False)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ([TOKAYEV, PUTIN], [PUTIN, TOKAYEV], 1.0),
        ([KAZ, RUS], [RUS, KAZ], 1.0),
        ([TOKAYEV, PUTIN], [KAZ, RUS], 0.5),
        ([TOKAYEV, PUTIN], [TOKAYEV, RUS], 0.75),
        ([TOKAYEV, NAMELESS], [TOKAYEV, PUTIN], 0.75),
        ([TOKAYEV, PUTIN], [TOKAYEV, someone("Vladimir Putin")], 1.0),
        ([TOKAYEV, UN], [UN, TOKAYEV], 1.0),
    ],
)
def test_parties_that_fit(one: list[Party], other: list[Party], score: float) -> None:
    found, back = fit(one, other), fit(other, one)
    assert found is not None
    assert found == back
    assert found.score == score
    assert found.named is (score == 1.0)


def test_a_state_that_both_name_is_the_same_whoever_else_is_named() -> None:
    found = fit([TOKAYEV, PUTIN, RUS], [RUS, TOKAYEV])
    assert found is not None
    assert (found.score, found.people) == (1.0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([TOKAYEV, PUTIN], [TOKAYEV, XI]),
        ([TOKAYEV, PUTIN], [TOKAYEV, someone("Sergey Lavrov", "RUS")]),
        ([TOKAYEV, PUTIN], [TOKAYEV]),
        ([TOKAYEV], [PUTIN]),
        ([TOKAYEV, PUTIN], [TOKAYEV, TASS]),
        ([TOKAYEV, UN], [TOKAYEV, PUTIN]),
        ([TOKAYEV, PUTIN], []),
        ([TOKAYEV, PUTIN, XI], [TOKAYEV, PUTIN]),
        ([someone("Putin", "RUS", standing="guest"), TOKAYEV], [someone("Putin", "RUS", standing="host"), TOKAYEV]),
    ],
)
def test_parties_that_do_not(one: list[Party], other: list[Party]) -> None:
    assert fit(one, other) is None
    assert fit(other, one) is None


def test_of_a_gathering_most_of_the_shorter_list_is_enough() -> None:
    few, many = [TOKAYEV, PUTIN], [TOKAYEV, PUTIN, XI]
    assert fit(few, many, many=True) is not None
    assert fit([TOKAYEV, UN], many, many=True) is None
    more = [*many, *(someone(f"Guest {c}", f"{c}{c}{c}") for c in "ABC")]
    assert fit([*many, UN], more) is not None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (someone("Vladimir Putin", "RUS"), someone("V. Putin", "RUS"), True),
        (someone("Putin", "RUS"), someone("Vladimir Putin", "RUS"), True),
        (someone("Putin"), someone("Vladimir Putin", "RUS"), False),
        (someone("Li Qiang", "CHN"), someone("Li Qian", "CHN"), False),
        (someone("Vladimir Putin", "RUS", in_register=True), someone("V. Putin", "RUS", in_register=True), False),
        (NAMELESS, someone("Vladimir Putin", "RUS"), False),
        (NAMELESS, NAMELESS, True),
    ],
)
def test_the_same_person(one: Party, other: Party, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


def test_who_carries_a_letter_does_not_make_it_another() -> None:
    assert standing("message", "carrier") is None
    assert standing("message", "sender") == "from"
    assert standing("meeting", "host") == ""
