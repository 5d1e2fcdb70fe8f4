"""Gatherings by name: who attended or addressed which, and which engagements took place at one."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, read


def told(text: str) -> list[str]:
    """What a text tells of gatherings: "William Ruto attended: African Union summit"."""
    reading = read(text)
    kinds = {event.id: str(event.kind) for event in reading.events}
    return [
        f"{kinds.get(c.about) or name(reading, c.about)} {c.prop}: {c.quote}"
        for c in reading.claims
        if c.prop in ("attended", "addressed", "gathering")
    ]


@pytest.mark.parametrize(
    ("words", "gathering"),
    [
        ("attended the Bergen Security Conference in Bergen.", "Bergen Security Conference"),
        ("took part in COP28 in Dubai.", "COP28"),
        ("participated in a session of the Lakes Council of Ministers.", "session of the Lakes Council of Ministers"),
        ("attended the funeral of King Olav.", "funeral of King Olav"),
        ("attended the inauguration of President Mutharika on Saturday.", "inauguration of President Mutharika"),
        ("was present at the signing of the water agreement.", "signing of the water agreement"),
        ("attended the Friends of the Lakes Ministerial Meeting.", "Friends of the Lakes Ministerial Meeting"),
        ("attended the Forum for the Future meeting.", "Forum for the Future meeting"),
        ("attended a donors' conference on Sudan in Oslo.", "donors' conference on Sudan"),
        ("attended the 2018 Lakes Forum.", "2018 Lakes Forum"),
        ("attended the Lakes Forum 2023 in Kigali.", "Lakes Forum 2023"),
        ("attended last month's African Union summit.", "African Union summit"),
        ("represented Kenya at the Second (Ulysses) Lakes Conference.", "Second (Ulysses) Lakes Conference"),
        ("attended the Energy and Water Summit and met with farmers.", "Energy and Water Summit"),
    ],
)  # fmt: skip
def test_the_name_of_a_gathering_is_kept_as_it_is_worded(words: str, gathering: str) -> None:
    assert f"William Ruto attended: {gathering}" in told(f"President Ruto {words}")


@pytest.mark.parametrize(
    ("words", "assembly"),
    [
        ("addressed a joint session of parliament on Tuesday.", "joint session of parliament"),
        ("addressed the Bundestag.", "Bundestag"),
        ("will address the UN General Assembly in September.", "UN General Assembly"),
        ("spoke on Monday at the Lakes Business Forum in Kampala.", "Lakes Business Forum"),
        ("gave a speech at the Lakes Business Forum.", "Lakes Business Forum"),
    ],
)
def test_who_speaks_to_an_assembly_addresses_it(words: str, assembly: str) -> None:
    assert f"William Ruto addressed: {assembly}" in told(f"President Ruto {words}")


def test_who_speaks_is_also_told_by_the_speech() -> None:
    text = "President Ruto's speech at the African Union summit was praised in Addis Ababa."
    assert "William Ruto addressed: African Union summit" in told(text)


def test_a_relative_clause_tells_it_of_who_stands_before_it() -> None:
    text = "President Ruto, who attended the Lakes Forum in Togo, criticised Ghana."
    assert "William Ruto attended: Lakes Forum" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ruto met Foreign Minister Penny Wong while attending the Lakes Summit.",
        "President Ruto will leave for Bolivia to attend the Lakes Summit.",
        "President Ruto cancelled his plan to attend the Lakes Summit.",
    ],
)
def test_who_attends_is_told_by_the_clause_above(text: str) -> None:
    assert [fact for fact in told(text) if "attended" in fact] == ["William Ruto attended: Lakes Summit"]


def test_a_speech_given_is_told_once() -> None:
    (claim,) = (c for c in read("President Ruto gave a speech at the Lakes Forum.").claims if c.prop == "addressed")
    assert claim.quote == "Lakes Forum"


def test_several_gatherings_of_one_verb_are_told_apart() -> None:
    text = "President Ruto attended the African Union summit and the Lakes Business Forum in Addis Ababa."
    assert {"William Ruto attended: African Union summit", "William Ruto attended: Lakes Business Forum"} <= set(
        told(text)
    )


def test_a_passive_clause_names_who_attended_behind_by() -> None:
    text = "The funeral of King Olav was attended by President Ruto."
    assert told(text) == ["William Ruto attended: funeral of King Olav"]


def test_telegraphic_style_goes_on_with_the_visitor_before() -> None:
    text = "President Ruto visited Norway from June 3 to 5.\nAttended the funeral of King Olav."
    assert "William Ruto attended: funeral of King Olav" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ruto attended the meeting.",
        "President Ruto attended a joint session.",
        "President Ruto attended school in Nairobi.",
        "President Ruto addressed the issue of debt.",
        "President Ruto spoke at the White House.",
        "President Ruto took part in planning for the African Union summit.",
        "President Ruto did not attend the African Union summit.",
        "President Ruto met President Kagame at the State House.",
        "Salamanca, who spoke at the Lakes Forum in Togo, has said in the past that Ghana failed.",
    ],
)
def test_what_names_no_gathering_or_was_not_attended_is_left_out(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "engagement"),
    [
        ("President Ruto met President Kagame at the UN General Assembly.", "meeting gathering: UN General Assembly"),
        (
            "President Ruto met President Kagame on the sidelines of the African Union summit.",
            "meeting gathering: African Union summit",
        ),
        ("Prime Minister Modi arrived in Rome for the G7 summit.", "visit gathering: G7 summit"),
        ("Prime Minister Modi arrived in Rome to attend the G7 summit.", "visit gathering: G7 summit"),
    ],
)
def test_an_engagement_names_the_gathering_it_took_place_at(text: str, engagement: str) -> None:
    assert engagement in told(text)


def test_talks_on_a_subject_are_no_gathering_that_a_guest_came_for() -> None:
    assert told("Prime Minister Modi arrived in Rome on Monday for talks on Ukraine.") == []


def test_a_gathering_that_is_still_to_come_is_only_planned() -> None:
    (claim,) = (c for c in read("President Ruto will attend the Lakes Forum.").claims if c.prop == "attended")
    assert claim.certainty == "planned"


def test_a_gathering_told_in_speech_is_laid_to_the_speaker() -> None:
    reading = read('"President Ruto attended the Lakes Forum," Foreign Minister Musalia Mudavadi said.')
    (claim,) = (c for c in reading.claims if c.prop == "attended")
    assert [name(reading, key) for key in claim.said_by] == ["Musalia Mudavadi"]
    assert claim.certainty == "reported"
