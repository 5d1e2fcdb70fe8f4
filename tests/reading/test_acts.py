"""Acts: who does what to whom beside meeting, by the types of the PLOVER codebook."""

from __future__ import annotations

import pytest

from legation.model import Event
from tests.reading.sentences import name, read
from tests.register.cases import case


def acts(text: str) -> list[Event]:
    return [event for event in read(text).events if event.kind == "act"]


def told(text: str) -> list[tuple[str | None, list[str], list[str]]]:
    """(type, sources, targets) of each act."""
    reading = read(text)
    return [
        (act.plover, [name(reading, k) for k in act.actors("source")], [name(reading, k) for k in act.actors("target")])
        for act in acts(text)
    ]


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        case("accused", "Kenya accused Rwanda of violating the truce.", "ACCUSE", "KEN", "RWA"),
        case("was accused by", "Rwanda was accused by Kenya of violating the truce.", "ACCUSE", "KEN", "RWA"),
        case("by a word that no lexicon has", "Kenya pulled the plug on aid to Rwanda.", "SANCTION", "KEN", "RWA"),
        case("by an idiom", "Canada shut the door on Chad's officials on Monday.", "SANCTION", "CAN", "TCD"),
        case("praised", "Kenya praised Rwanda for its patience.", "SUPPORT", "KEN", "RWA"),
        case("sanctions", "Norway imposed sanctions on Belarus.", "SANCTION", "NOR", "BLR"),
        case("sent aid", "Norway sent food aid to Chad.", "AID", "NOR", "TCD"),
        case("people for their state", "Norwegian troops attacked a Chadian village.", "ASSAULT", "NOR", "TCD"),
        case(
            "a person acts himself", "President William Ruto accused Rwanda of lying.", "ACCUSE", "William Ruto", "RWA"
        ),
        case("the first named is meant", "Kenya warned the Rwandan envoy to Norway.", "THREATEN", "KEN", "RWA"),
        case("the head is the actor", "NATO member Norway condemned Belarus.", "ACCUSE", "NOR", "BLR"),
        case("in the promised act", "Norway agreed to lift the embargo on Chad.", "AGREE", "NOR", "TCD"),
        case(
            "behind a second verb",
            "Norway restored ties with, and opened an embassy in, Chad.",
            "SUPPORT",
            "NOR",
            "TCD",
        ),
        case("who says so is no target", "Norway accused the rebels, a Chadian envoy said.", "ACCUSE", "NOR", ""),
        case(
            "a verb before a bare plural",
            "Norway accused rebels, a Chadian envoy said.",
            "ACCUSE",
            "NOR",
            "",
        ),
        case("its own people", "Kenyan rebels demanded talks with the Kenyan army.", "REQUEST", "KEN", "KEN"),
        case("its own, unnamed", "A Kenyan court ordered the newspaper to close.", "REQUEST", "KEN", "KEN"),
        case("the state of the place", "A Norwegian nurse was arrested in Chad.", "COERCE", "TCD", "NOR"),
        case("people of the place", "Thousands of students in Kenya held rallies on Monday.", "PROTEST", "KEN", "KEN"),
        case("an ethnic group", "Ethnic Turks demonstrated in Bulgaria.", "PROTEST", "BGR", "BGR"),
        case("a movement", "Hamas accused Israel of lying.", "ACCUSE", "PSE", "ISR"),
        case("ready for anything", "Norway is ready to rebuild schools in Chad.", "AGREE", "NOR", "TCD"),
        case("failed to do a kindness", "Norway failed to send food aid to Chad.", "REJECT", "NOR", "TCD"),
        case("what is called off is a ban", "Norway cancelled the ban on Chad.", "CONCEDE", "NOR", "TCD"),
        case("a noun alone", "Norway announced the suspension of ties with Belarus.", "SANCTION", "NOR", "BLR"),
        case("about whom, not to whom", "Chad complained to the UN about Norwegian raids.", "ACCUSE", "TCD", "NOR"),
        case("a people of a country", "Bosnian Serbs accused Norway of lying.", "ACCUSE", "BIH", "NOR"),
        case("a threat on a condition", "Norway threatened to leave if Chad signs.", "THREATEN", "NOR", "TCD"),
        case("a lemma that is no lemma", "Students in Kenya staged a rally against Rwanda.", "PROTEST", "KEN", "RWA"),
        case("the object is no target", "Sanctions were imposed on Belarus by Norway.", "SANCTION", "NOR", "BLR"),
        case("troops of a state are sent", "Norwegian troops were deployed in Latvia.", "MOBILIZE", "NOR", "LVA"),
        case("a noun with its doer", "The withdrawal of Kenyan troops from Chad began.", "RETREAT", "KEN", "TCD"),
        case("a part for the whole", "The Security Council condemned Belarus.", "ACCUSE", "United Nations", "BLR"),
        case("based in", "A charity based in Norway thanked Chad for its help.", "SUPPORT", "NOR", "TCD"),
        case("deep in the object", "Norway opened an inquiry into crimes committed by Chad.", "ACCUSE", "NOR", "TCD"),
        case("a crowd protests", "Students in Kenya protested against fuel prices.", "PROTEST", "KEN", "KEN"),
        case("a state protests", "Kenya protested against the Rwandan raid.", "ACCUSE", "KEN", "RWA"),
        case("jailed by its own", "Kenyan reporters were jailed on Monday.", "COERCE", "KEN", "KEN"),
        case("a body for its state", "The Chilean government apologized to Peru.", "SUPPORT", "CHL", "PER"),
        case("only promised", "Norway promised to send food aid to Chad.", "AGREE", "NOR", "TCD"),
        case("only threatened", "Norway will impose sanctions on Belarus.", "THREATEN", "NOR", "BLR"),
        case(
            "refused",
            "Norway refused to send food aid to Chad.",
            "REJECT",
            "NOR",
            "TCD",
        ),
        case("of whom is not known", "The Malian government accused them of lying.", "ACCUSE", "MLI", ""),
        case("not done", "Norway did not send food aid to Chad.", "REJECT", "NOR", "TCD"),
    ],
)
def test_an_act_is_told_by(text: str, plover: str, source: str, target: str) -> None:
    assert told(text) == [(plover, [source], [target] if target else [])]


@pytest.mark.parametrize(
    "text",
    [
        case("an engagement", "President Ruto met President Kagame on Monday."),
        case("a hostile act that was not done", "Norway did not impose sanctions on Belarus."),
        case("nobody does it", "Sanctions were imposed on Monday."),
        case("weather", "It rained in Kenya all day."),
        case(
            "a meeting of the cabinet",
            "President Ruto held a cabinet meeting on Monday.",
        ),
    ],
)
def test_no_act_is_told(text: str) -> None:
    assert acts(text) == []


def test_acts_are_numbered_apart_from_engagements_and_dated() -> None:
    text = "Norway imposed sanctions on Belarus on Monday.\n\nKenya accused Rwanda of lying."
    assert [(act.id, act.when.edtf) for act in acts(text)] == [("a1", "2024-06-10"), ("a2", "")]
    assert {claim.about for claim in read(text).claims} >= {"a1", "a2"}
