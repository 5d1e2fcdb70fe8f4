"""Who said what: quotations and indirect speech, laid to their speakers."""

from __future__ import annotations

import pytest

from tests.reading.sentences import name, only_event, only_statement, read, sayings, words
from tests.register.cases import case

FIDAN, SAFADI, RUTO = "Hakan Fidan", "Ayman Safadi", "William Ruto"
MINISTER = "Turkish Foreign Minister Hakan Fidan"
OTHER = "Jordanian Foreign Minister Ayman Safadi"


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "said"),
    [
        case("quotation first", f'"Trade is growing," {MINISTER} said.', "direct", FIDAN, '"Trade is growing,"'),
        case("said he", f'"Trade is growing," said {MINISTER}.', "direct", FIDAN, '"Trade is growing,"'),
        case("quotation last", f'{MINISTER} said: "Trade is growing."', "direct", FIDAN, '"Trade is growing."'),
        case("curly marks", f"“Trade is growing,” {MINISTER} said.", "direct", FIDAN, "“Trade is growing,”"),
        case("angle marks", f"«Trade is growing», {MINISTER} said.", "direct", FIDAN, "«Trade is growing»"),
        case(
            "split quotation",
            f'"Trade is growing," {MINISTER} said, "and tourism follows."',
            "direct",
            FIDAN,
            '"Trade is growing," ... "and tourism follows."',
        ),
        case("said that", f"{MINISTER} said that trade is growing.", "indirect", FIDAN, "that trade is growing"),
        case("said without that", f"{MINISTER} said trade is growing.", "indirect", FIDAN, "trade is growing"),
        case("content first", f"Trade is growing, {MINISTER} said.", "indirect", FIDAN, "Trade is growing"),
        case(
            "according to",
            f"According to {MINISTER}, trade is growing.",
            "indirect",
            FIDAN,
            "trade is growing",
        ),
        case(
            "according to, at the end",
            f"Trade is growing, according to {MINISTER}.",
            "indirect",
            FIDAN,
            "Trade is growing",
        ),
        case(
            "partly quoted",
            f'{MINISTER} said that trade is "growing fast" this year.',
            "mixed",
            FIDAN,
            'that trade is "growing fast" this year',
        ),
        case(
            "added",
            f"{MINISTER} added that trade is growing.",
            "indirect",
            FIDAN,
            "that trade is growing",
        ),
        case("promised to", f"{MINISTER} promised to open the border.", "indirect", FIDAN, "to open the border"),
        case(
            "body",
            "The Turkish Foreign Ministry said that trade is growing.",
            "indirect",
            "Turkish Foreign Ministry",
            "that trade is growing",
        ),
        case("capital", "Ankara said that trade is growing.", "indirect", "TUR", "that trade is growing"),
        case("pronoun", f"{MINISTER} left. He said that trade is growing.", "indirect", FIDAN, "that trade is growing"),
        case(
            "description",
            "The Turkish foreign minister said that trade is growing.",
            "indirect",
            FIDAN,
            "that trade is growing",
        ),
        case(
            "unnamed official of a ministry",
            "A spokesman for the Turkish Foreign Ministry said that trade is growing.",
            "indirect",
            "spokesman for the Turkish Foreign Ministry",
            "that trade is growing",
        ),
        case(
            "a title behind the name",
            '"Trade is growing," said Ayman Safadi, the foreign minister of Jordan.',
            "direct",
            SAFADI,
            '"Trade is growing,"',
        ),
        case(
            "this was stated by",
            f"Trade will grow by a third this year. This was stated by {MINISTER}.",
            "indirect",
            FIDAN,
            "Trade will grow by a third this year",
        ),
        case(
            "it was stated by, told in the passive",
            f"That trade will grow was announced by {MINISTER}.",
            "indirect",
            FIDAN,
            "That trade will grow",
        ),
        case("colon alone", f'{MINISTER}: "Trade is growing fast."', "direct", FIDAN, '"Trade is growing fast."'),
    ],
)
def test_a_statement_is_told_by(text: str, kind: str, speaker: str, said: str) -> None:
    statement = only_statement(text)
    assert (statement.kind, name(read(text), statement.speaker), words(statement, text)) == (kind, speaker, said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "adding that",
            f"{MINISTER} said that trade is growing, adding that tourism follows.",
            [(FIDAN, "that trade is growing"), (FIDAN, "that tourism follows")],
        ),
        case(
            "said and stressed",
            f"{MINISTER} said that trade is growing and stressed that tourism follows.",
            [(FIDAN, "that trade is growing"), (FIDAN, "that tourism follows")],
        ),
        case(
            "he added",
            f'"Trade is growing fast," {MINISTER} said. "Tourism will follow soon," he added.',
            [(FIDAN, '"Trade is growing fast,"'), (FIDAN, '"Tourism will follow soon,"')],
        ),
        case(
            "a second quotation without a cue",
            f'"Trade is growing fast," {MINISTER} said. "Tourism will follow soon."',
            [(FIDAN, '"Trade is growing fast," ... "Tourism will follow soon."')],
        ),
        case(
            "continued in the next paragraph",
            f'"Trade is growing fast," {MINISTER} said.\n\n"Tourism will follow soon, and we are ready for it."',
            [
                (FIDAN, '"Trade is growing fast,"'),
                (FIDAN, '"Tourism will follow soon, and we are ready for it."'),
            ],
        ),
        case(
            "in turn",
            f"{MINISTER} said that trade is growing. In turn, {OTHER} noted that tourism follows.",
            [(FIDAN, "that trade is growing"), (SAFADI, "that tourism follows")],
        ),
        case(
            "one quotes the other",
            f'{OTHER} recalled that {MINISTER} said: "Trade is growing fast."',
            [(SAFADI, f'that {MINISTER} said: "Trade is growing fast."'), (FIDAN, '"Trade is growing fast."')],
        ),
        case(
            "two speak together",
            f"{MINISTER} and {OTHER} said that trade is growing.",
            [(FIDAN, "that trade is growing"), (SAFADI, "that trade is growing")],
            not_yet="only the second of two speakers is seen",
        ),
    ],
)
def test_several_statements(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(sayings(read(text), text)) == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        case("officials", "Officials said that trade is growing."),
        case("it was said", "It was said that trade is growing."),
        case("there is hope", "There is hope that trade will grow."),
        case("belief", f"{MINISTER} believes that trade is growing."),
        case("a wish", f"{MINISTER} wants to open the border."),
        case("refused to say", f"{MINISTER} refused to say that trade is growing."),
        case("if he says", f"If {MINISTER} says that trade is growing, nobody will listen."),
        case("scare quotes", f'{MINISTER} visited the "house of friendship" in Astana.'),
        case("a title in quotation marks", f'{MINISTER} opened the forum "Bridges of Trade" in Astana.'),
        case("a measure", "According to the plan, trade will grow."),
        case("a theme alone", f"{MINISTER} mentioned dark forces in the ministry."),
        case("what was noted", f"{MINISTER} noted the high level of trade."),
    ],
)
def test_no_statement_of_anybody(text: str) -> None:
    assert sayings(read(text), text) == []


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        case("briefing", f"{MINISTER} said at a briefing in Ankara that trade is growing.", "briefing"),
        case("on a network", f"{MINISTER} wrote on Telegram that trade is growing.", "Telegram"),
        case("in a speech", f"In a speech in Ankara, {MINISTER} said that trade is growing.", "speech"),
        case("to an agency", f"{MINISTER} told the Anadolu agency that trade is growing.", "Anadolu"),
        case("in a letter", f"{MINISTER} said in a letter that trade is growing.", "letter"),
        case(
            "interview",
            f"In an interview with the newspaper Le Monde, {MINISTER} said that trade is growing.",
            "Le Monde",
        ),
        case(
            "press service",
            "The Akorda press service said in a statement that trade is growing.",
            "statement",
        ),
    ],
)
def test_the_medium_of_a_statement(text: str, medium: str) -> None:
    found = [s for s in read(text).statements if s.medium and medium in s.medium]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        case("told", f"{MINISTER} told {OTHER} that trade is growing.", SAFADI),
        case("informed", f"{MINISTER} informed {OTHER} about the growth of trade.", SAFADI),
        case("assured", f"{MINISTER} assured {OTHER} that trade is growing.", SAFADI),
        case("nobody", f"{MINISTER} said that trade is growing.", ""),
        case("himself is not told", f"{MINISTER} told reporters that trade is growing.", ""),
    ],
)
def test_the_addressee_of_a_statement(text: str, addressee: str) -> None:
    assert name(read(text), only_statement(text).addressee) == addressee


def test_relayed_greetings_have_a_sender_a_carrier_and_an_addressee() -> None:
    text = "Wang Yi conveyed to Malaysian Prime Minister Anwar Ibrahim the greetings of President Xi Jinping."
    statement, reading = only_statement(text), read(text)
    told = [name(reading, key) for key in (statement.speaker, statement.relayed_for, statement.addressee)]
    assert told == ["Wang Yi", "Xi Jinping", "Anwar Ibrahim"]


def test_words_on_behalf_of_another_are_relayed_for_him() -> None:
    text = f"On behalf of President Recep Tayyip Erdogan, {MINISTER} thanked {OTHER} for the help."
    reading = read(text)
    assert [name(reading, s.relayed_for) for s in reading.statements] == ["Recep Tayyip Erdoğan"]


def test_whom_a_statement_is_about() -> None:
    text = f"{MINISTER} said that President William Ruto would visit Ankara."
    about = [name(read(text), key) for key in only_statement(text).about]
    assert about == [RUTO, "TUR"]


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        case(
            "quoted by an agency",
            f"The Anadolu agency quoted {MINISTER} as saying that trade is growing.",
            FIDAN,
            ("Anadolu agency",),
        ),
        case(
            "told by another",
            f"{MINISTER} said that {OTHER} had told him that trade was growing.",
            SAFADI,
            (FIDAN,),
        ),
        case("nobody between", f"{MINISTER} said that trade is growing.", FIDAN, ()),
    ],
)
def test_outer_sources_are_kept_in_the_chain(text: str, speaker: str, chain: tuple[str, ...]) -> None:
    reading = read(text)
    assert [s.chain for s in reading.statements if name(reading, s.speaker) == speaker] == [chain]


@pytest.mark.parametrize(
    ("text", "act", "plover"),
    [
        case("plain saying", f"{MINISTER} said that trade is growing.", None, None),
        case("thanks", f"{MINISTER} thanked the Jordanian side for the help.", "thanked", "SUPPORT"),
        case("thanks expressed", f"{MINISTER} expressed gratitude for the help.", "thanked", "SUPPORT"),
        case("criticism", f"{MINISTER} criticised the new tariffs.", "criticised", "ACCUSE"),
        case("a demand", f"{MINISTER} demanded that the border be opened.", "demanded", "REQUEST"),
        case("a request", f"{MINISTER} asked {OTHER} to open the border.", "asked", "REQUEST"),
        case("a question", f"{MINISTER} asked whether the border is open.", "questioned", None),
        case("a promise", f"{MINISTER} promised to open the border.", "promised", "AGREE"),
        case("a refusal", f"{MINISTER} rejected the proposal of the commission.", "rejected", "REJECT"),
        case("a threat", f"{MINISTER} threatened to close the border.", "threatened", "THREATEN"),
        case("a denial", f"{MINISTER} denied that the border was closed.", "denied", None),
        case("concern", f"{MINISTER} expressed concern about the border.", "concerned", None),
    ],
)
def test_what_is_done_by_speaking_and_its_plover_type(text: str, act: str | None, plover: str | None) -> None:
    statement = only_statement(text)
    assert (statement.act, statement.plover) == (act, plover)


def test_an_agency_behind_the_statement_is_its_chain_and_not_its_content() -> None:
    text = f"{MINISTER} said that trade is growing, according to the Anadolu news agency."
    assert words(only_statement(text), text) == "that trade is growing"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        case("beside the cue", f"{MINISTER} said on Monday that trade is growing.", "2024-06-10"),
        case("in the content", f"{MINISTER} said that trade grew in May.", ""),
        case("nothing said", f"{MINISTER} said that trade is growing.", ""),
    ],
)
def test_the_day_of_a_statement(text: str, day: str) -> None:
    assert only_statement(text).said_on.edtf == day


@pytest.mark.parametrize(
    "text",
    [
        case(
            "at a meeting",
            f"{MINISTER} told {OTHER} at a meeting on Monday that trade is growing.",
        ),
        case("at a meeting with", f"At a meeting with {OTHER}, {MINISTER} said that trade is growing."),
        case("during the talks", f"During talks with {OTHER}, {MINISTER} said that trade is growing."),
        case(
            "in an interview",
            f"In an interview with the newspaper Le Monde, {MINISTER} said that trade is growing.",
        ),
        case(
            "in an interview, behind a name the parser joins to the medium",
            f"In an interview with the newspaper Le Monde, {OTHER} said that trade is growing.",
        ),
    ],
)
def test_a_statement_knows_its_occasion(text: str) -> None:
    assert [s.event for s in read(text).statements] == [only_event(text).id]


def test_cue_and_source_are_the_words_themselves() -> None:
    text = f"{MINISTER} pointed out that trade is growing."
    statement = only_statement(text)
    assert statement.cue is not None and statement.cue.of(text) == "pointed out"
    assert statement.source is not None and statement.source.of(text) == MINISTER


def test_statements_are_numbered_in_order() -> None:
    text = f"{MINISTER} said that trade is growing. In turn, {OTHER} noted that tourism follows."
    assert [s.id for s in read(text).statements] == ["s1", "s2"]
