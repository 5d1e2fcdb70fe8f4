"""What a sentence tells of: kinds of engagements and who takes part in them."""

from __future__ import annotations

import pytest

from tests.reading.sentences import facts, only_event, read
from tests.register.cases import case

RUTO, KAGAME, MUSEVENI = "William Ruto", "Paul Kagame", "Yoweri Museveni"
LULA, MILEI = "Luiz Inácio Lula da Silva", "Javier Milei"
MEETING = f"meeting of {RUTO} and {KAGAME}"
HOSTED = f"meeting of Giorgia Meloni and {KAGAME}"
CALL = "call of Justin Trudeau and Volodymyr Zelenskyy"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case("met", "President Ruto met President Kagame on Monday.", MEETING),
        case("met with", "President Ruto met with President Kagame on Monday.", MEETING),
        case("held a meeting with", "President Ruto held a meeting with President Kagame on Monday.", MEETING),
        case("had a meeting", "President Ruto had a meeting with President Kagame on Monday.", MEETING),
        case("a meeting between", "A meeting between President Ruto and President Kagame took place.", MEETING),
        case("the meeting of", "The meeting of President Ruto with President Kagame took place on Monday.", MEETING),
        case("both met", "President Ruto and President Kagame met on Monday.", MEETING),
        case("both met each other", "President Ruto and President Kagame met in Nairobi.", MEETING),
        case("both held a meeting", "President Ruto and President Kagame held a meeting on Monday.", MEETING),
        case("received", "President Ruto received President Kagame on Monday.", MEETING),
        case("was received by", "President Kagame was received by President Ruto on Monday.", MEETING),
        case(
            "hosted",
            "President Ruto hosted President Kagame on Monday.",
            MEETING,
        ),
        case("hosted in a city", "Prime Minister Giorgia Meloni hosted President Kagame in Rome.", HOSTED),
        case("met by the guest", "During his trip President Kagame met President Ruto.", MEETING),
        case("possessive", "President Ruto's meeting with President Kagame lasted an hour.", MEETING),
        case("translated", "In Nairobi, passed the meeting of President Ruto and President Kagame.", MEETING),
        case("one-on-one", "A one-on-one meeting of President Ruto and President Kagame was held.", MEETING),
        case("relative clause", "President Ruto, who met President Kagame on Monday, went home.", MEETING),
        case("at table", "President Ruto had breakfast with President Kagame on Monday.", MEETING),
        case("dined", "President Ruto dined with President Kagame.", MEETING),
        case("exchanged views", "President Ruto exchanged views with President Kagame on Monday.", MEETING),
        case("called on", "President Ruto will call on President Kagame on Monday.", MEETING),
        case("sat down with", "President Ruto sat down with President Kagame in Nairobi.", MEETING),
        case("both talked", "President Ruto and President Kagame talked separately in Nairobi.", MEETING),
        case("face to face", "President Ruto met face to face with President Kagame.", MEETING),
        case("an aside", "President Ruto met, on the sidelines of the assembly, with President Kagame.", MEETING),
        case("in a telegram", "President Ruto went home. Long day; met with President Kagame.", MEETING),
        case("a second telegraphic verb", "President Ruto went home. Rested and met with President Kagame.", MEETING),
        case("is to be received", "President Kagame is to be received by President Ruto on Monday.", MEETING),
        case("at table alone", "President Ruto and President Kagame breakfasted alone on Monday.", MEETING),
        case("credentials", "Ambassador Paul Kagame presented his credentials to President Ruto.", MEETING),
        case("behind another verb", "President Ruto flew home and met President Kagame there.", MEETING),
    ],
)
def test_a_meeting_told_by(text: str, told: str) -> None:
    assert sorted_parties(facts(read(text))) == sorted_parties([told])


def sorted_parties(found: list[str]) -> list[str]:
    """Facts with the parties in one order: which of two is named first does not matter."""
    return [" and ".join(sorted(f.partition(" of ")[2].split(" and "))) + f.partition(" of ")[0] for f in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "talks",
            "Turkish Foreign Minister Hakan Fidan held talks with Iraqi Foreign Minister Fuad Hussein in Baghdad.",
            "talks of Hakan Fidan and Fuad Hussein",
        ),
        case(
            "negotiations between states",
            "Negotiations between Peru and Chile took place on Monday.",
            "talks of PER and CHL",
        ),
        case(
            "states as adjectives", "Turkish-Hungarian delegation talks were held in Budapest.", "talks of TUR and HUN"
        ),
        case("capitals for states", "Ankara and Baghdad held talks on Monday.", "talks of TUR and IRQ"),
        case(
            "consultations",
            "Consultations between the foreign ministries of Mongolia and Japan were held on June 6.",
            "consultation of MNG and JPN",
        ),
        case(
            "negotiated",
            "Omani negotiators negotiated with the Iranian delegation in Muscat.",
            "talks of OMN and IRN",
        ),
        case("visited", "Fijian Prime Minister Sitiveni Rabuka visited Canberra.", "visit of Sitiveni Rabuka to AUS"),
        case("arrived", "Fijian Prime Minister Sitiveni Rabuka arrived in Tokyo.", "visit of Sitiveni Rabuka to JPN"),
        case("flew", "Fijian Prime Minister Sitiveni Rabuka flew to Tokyo.", "visit of Sitiveni Rabuka to JPN"),
        case("paid a visit", "Sandu paid a visit to Rome. President Maia Sandu spoke.", "visit of Maia Sandu to ITA"),
        case(
            "the visit of", "The visit of President Maia Sandu to Rome ended on Monday.", "visit of Maia Sandu to ITA"
        ),
        case("his visit", "President Maia Sandu spoke during her visit to Rome.", "visit of Maia Sandu to ITA"),
        case("on a visit", "President Maia Sandu is in Rome on an official visit.", "visit of Maia Sandu to ITA"),
        case(
            "a delegation under a minister",
            "An Ethiopian delegation headed by Foreign Minister Taye Atske-Selassie visited Moscow.",
            "visit of Taye Atske Selassie to RUS",
        ),
        case(
            "a delegation alone",
            "A delegation of the Bulgarian parliament visited Cairo.",
            "visit of delegation of the Bulgarian parliament to EGY",
            not_yet="a delegation without a leader takes no part",
        ),
        case(
            "at the invitation of the host",
            "At the invitation of President Sergio Mattarella, President Maia Sandu visited Rome.",
            "visit of Maia Sandu to Sergio Mattarella",
        ),
        case(
            "telephoned",
            "Canadian Prime Minister Justin Trudeau telephoned Ukrainian President Volodymyr Zelensky.",
            CALL,
        ),
        case(
            "rang",
            "Canadian Prime Minister Justin Trudeau rang Ukrainian President Volodymyr Zelensky.",
            CALL,
        ),
        case(
            "the call between",
            "A long call between Prime Minister Justin Trudeau and President Volodymyr Zelensky followed.",
            CALL,
        ),
        case(
            "spoke by phone",
            "Canadian Prime Minister Justin Trudeau spoke by phone with Ukrainian President Volodymyr Zelensky.",
            CALL,
        ),
        case(
            "telephone conversation",
            "Canadian Prime Minister Justin Trudeau had a telephone conversation with "
            "Ukrainian President Volodymyr Zelensky.",
            CALL,
        ),
        case(
            "a call took place",
            "A phone call between Prime Minister Justin Trudeau and President Volodymyr Zelensky took place.",
            CALL,
        ),
        case(
            "a call of two",
            "Prime Minister Justin Trudeau and President Volodymyr Zelensky held a phone call on Monday.",
            CALL,
        ),
        case(
            "a summit attended",
            "Turkish President Recep Tayyip Erdogan attended the NATO summit in Washington.",
            "summit of Recep Tayyip Erdoğan to North Atlantic Treaty Organization",
        ),
        case(
            "a summit of two",
            "Indian Prime Minister Narendra Modi and Japanese Prime Minister Fumio Kishida held a summit in Tokyo.",
            "summit of Narendra Modi and Fumio Kishida",
        ),
        case(
            "signing",
            "Polish Foreign Minister Radoslaw Sikorski and Ukrainian Foreign Minister Dmytro Kuleba "
            "signed an agreement on transit.",
            "signing by Radosław Sikorski and Dmytro Kuleba",
        ),
        case(
            "was signed by",
            "An agreement on transit was signed by Polish Foreign Minister Radoslaw Sikorski and "
            "Ukrainian Foreign Minister Dmytro Kuleba.",
            "signing by Radosław Sikorski and Dmytro Kuleba",
        ),
        case(
            "a ceremony",
            "President William Ruto and President Paul Kagame took part in the opening ceremony of a bridge in Kigali.",
            f"ceremony of {RUTO} and {KAGAME}",
        ),
        case(
            "an audience",
            "Pope Francis received Estonian Prime Minister Kaja Kallas in audience on Monday.",
            "meeting of Francis and Kaja Kallas",
        ),
        case("states sign", "Peru and Chile signed an agreement on transit.", "signing by PER and CHL"),
        case(
            "signed with",
            "Peru signed an agreement on transit with Chile.",
            "signing by PER and CHL",
        ),
        case(
            "interview",
            "In an interview with the newspaper Le Monde, Jordanian Foreign Minister Ayman Safadi said he would go.",
            "interview of Ayman Safadi with Le Monde",
        ),
        case(
            "told in an interview",
            "Jordanian Foreign Minister Ayman Safadi told Reuters in an interview that he would go.",
            "interview of Ayman Safadi with Reuters",
        ),
        case(
            "letter",
            "Vietnamese Prime Minister Pham Minh Chinh sent a letter to Lao Prime Minister Sonexay Siphandone.",
            "message from Phạm Minh Chính to Sonexay Siphandone",
        ),
        case(
            "letter received",
            "Lao Prime Minister Sonexay Siphandone received a letter from Vietnamese Prime Minister Pham Minh Chinh.",
            "message from Phạm Minh Chính to Sonexay Siphandone",
        ),
        case(
            "congratulation",
            "Azerbaijani President Ilham Aliyev congratulated Italian President Sergio Mattarella on the holiday.",
            "message from Ilham Aliyev to Sergio Mattarella",
        ),
        case(
            "greetings through another",
            "Wang Yi conveyed to Malaysian Prime Minister Anwar Ibrahim the greetings of President Xi Jinping.",
            "message from Xi Jinping through Wang Yi to Anwar Ibrahim",
        ),
    ],
)
def test_an_engagement_told_by(text: str, told: str) -> None:
    assert facts(read(text)) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "the foreign ministers of two countries",
            "The foreign ministers of Poland and Ukraine held talks in Warsaw on Monday.",
            ["talks of Radosław Sikorski and Dmytro Kuleba"],
        ),
        case(
            "the presidents of two countries",
            "The presidents of Kenya and Rwanda met in Nairobi on Monday.",
            [MEETING],
        ),
        case(
            "ministers of two countries by adjectives",
            "The Kenyan and Rwandan presidents met in Nairobi on Monday.",
            [MEETING],
        ),
        case(
            "leaders with their countries behind them",
            "Presidents William Ruto of Kenya and Paul Kagame of Rwanda met in Nairobi on Monday.",
            [MEETING],
        ),
        case(
            "officials of two countries",
            "US envoy Dan Hale held talks in Paris with Kenyan and Rwandan officials.",
            ["talks of Dan Hale and KEN and RWA"],
        ),
        case(
            "ministers without a name",
            "President Ruto met three Rwandan deputy ministers in Kigali.",
            [f"meeting of {RUTO} and RWA"],
        ),
        case(
            "rebels are a side of their own",
            "Talks between Kenyan President William Ruto and Kenyan rebel leaders began on Monday.",
            [f"talks of {RUTO} and Kenyan rebel leaders"],
        ),
        case(
            "with one and with another",
            "President Ruto met with President Kagame and with President Museveni separately.",
            [MEETING, f"meeting of {RUTO} and {MUSEVENI}"],
        ),
        case(
            "who is sent goes",
            "Dan Hale, who was sent to Kigali by President Ruto as his envoy, is a lawyer.",
            ["visit of Dan Hale to RWA"],
        ),
        case(
            "including one",
            "President Ruto visited mainly Muslim countries, including Egypt.",
            [f"visit of {RUTO} to EGY"],
        ),
        case(
            "invited",
            "President Ruto invited President Kagame to Nairobi.",
            [f"message from {RUTO} to {KAGAME}"],
        ),
        case(
            "preparations for another",
            "President Ruto and President Kagame discussed preparations for the summit.",
            [MEETING],
        ),
        case(
            "the summit of a body",
            "The next African Union summit will be held in Accra in February.",
            ["summit to African Union"],
        ),
        case(
            "leader and counterpart",
            "The Kenyan leader held talks with his Rwandan counterpart in Nairobi.",
            [f"talks of {RUTO} and {KAGAME}"],
        ),
        case(
            "in three",
            "President Ruto, President Kagame and President Museveni met in Nairobi.",
            [f"meeting of {RUTO} and {KAGAME} and {MUSEVENI}"],
        ),
        case(
            "pronoun",
            "President Ruto flew to Kigali. He met President Kagame there on Monday.",
            [f"visit of {RUTO} to RWA", MEETING],
        ),
        case(
            "each of several hosts",
            "Chilean Foreign Minister Alberto van Klaveren met in Brasilia with President Lula da Silva "
            "and Foreign Minister Mauro Vieira.",
            [f"meeting of Alberto van Klaveren and {LULA}", "meeting of Alberto van Klaveren and Mauro Vieira"],
        ),
        case(
            "each of several stops",
            "Chilean Foreign Minister Alberto van Klaveren visited Bolivia, Paraguay and Uruguay last week.",
            [f"visit of Alberto van Klaveren to {country}" for country in ("BOL", "PRY", "URY")],
        ),
        case(
            "two in one sentence",
            "On June 3 President Ruto met President Kagame in Kigali and on June 5 he received "
            "President Museveni in Nairobi.",
            [MEETING, f"meeting of {RUTO} and {MUSEVENI}"],
        ),
        case(
            "two in two paragraphs",
            "President Ruto met President Kagame on Monday.\n\nOn Tuesday, President Ruto met President Museveni.",
            [MEETING, f"meeting of {RUTO} and {MUSEVENI}"],
        ),
        case(
            "one told twice",
            "President Ruto met President Kagame on Monday.\n\nThe meeting lasted two hours.",
            [MEETING],
        ),
        case(
            "one under two names",
            "President Ruto met President Kagame on Monday.\n\nThe talks took place in Nairobi.",
            [f"talks of {RUTO} and {KAGAME}"],
        ),
        case(
            "the same two on two days",
            "President Ruto met President Kagame on June 3. They also met on May 2.",
            [MEETING, MEETING],
        ),
        case(
            "after the talks they signed",
            "Polish Foreign Minister Radoslaw Sikorski met Ukrainian Foreign Minister Dmytro Kuleba on Monday. "
            "After the talks they signed an agreement on transit.",
            ["talks of Radosław Sikorski and Dmytro Kuleba", "signing by Radosław Sikorski and Dmytro Kuleba"],
        ),
        case(
            "after the talks the ministers signed",
            "Polish Foreign Minister Radoslaw Sikorski met Ukrainian Foreign Minister Dmytro Kuleba on Monday. "
            "After the talks the ministers signed an agreement on transit.",
            ["talks of Radosław Sikorski and Dmytro Kuleba", "signing by Radosław Sikorski and Dmytro Kuleba"],
        ),
        case(
            "met and signed",
            "Polish Foreign Minister Radoslaw Sikorski met with Ukrainian Foreign Minister Dmytro Kuleba "
            "and signed an agreement on transit.",
            ["meeting of Radosław Sikorski and Dmytro Kuleba", "signing by Radosław Sikorski and Dmytro Kuleba"],
        ),
        case(
            "a visit and a meeting in it",
            "President Maia Sandu arrived in Rome on Monday. She met President Sergio Mattarella.",
            ["visit of Maia Sandu to ITA", "meeting of Maia Sandu and Sergio Mattarella"],
        ),
        case(
            "told in a quotation",
            '"I met President Ruto in May," said Tanzanian President Samia Suluhu Hassan.',
            [f"meeting of Samia Suluhu and {RUTO}"],
        ),
    ],
)
def test_who_takes_part_in_what(text: str, told: list[str]) -> None:
    assert facts(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        case("negated", "President Ruto did not meet President Kagame."),
        case("never", "President Ruto never met President Kagame."),
        case("conditional", "If President Ruto meets President Kagame, trade will grow."),
        case("unless", "Unless President Ruto meets President Kagame, trade will fall."),
        case("refused", "President Ruto refused to meet President Kagame."),
        case("without a meeting", "President Ruto left without meeting President Kagame."),
        case("met demands", "President Ruto said the Rwandan proposal met the demands of Kenya."),
        case("met a deadline", "Kenya met the deadline set by Rwanda."),
        case("press conference", "President Ruto spoke at a press conference in Kigali."),
        case("cabinet meeting", "President Ruto held a cabinet meeting on Monday."),
        case("meeting of his own party", "President Ruto met members of his party."),
        case("one country alone", "President Ruto met Foreign Minister Musalia Mudavadi on Monday."),
        case("at home", "President Ruto visited Mombasa on Monday."),
        case("visitors to a museum", "Rwandan visitors liked the museum in Nairobi."),
        case("received an award", "President Ruto received an award in Kigali."),
        case(
            "a mere wish",
            "President Ruto would like to meet President Kagame.",
            not_yet="'would like to' is read as a plan",
        ),
        case("nobody", "A meeting took place on Monday."),
        case("relations", "Relations of Kenya with Rwanda are good."),
        case("who attends", "President Ruto and President Kagame attended the meeting."),
        case("who comes along", "President Ruto was accompanied by President Kagame."),
        case("no sign", "President Ruto offered no sign that he would meet President Kagame."),
        case("a book of condolence", "President Ruto signed a book of condolence at the embassy of Rwanda."),
        case("prevented", "Kenya barred President Kagame from flying to Nairobi."),
        case("not wanted", "President Ruto opposed talks between Rwanda and Uganda."),
        case("not eager", "President Ruto, who is cool to meeting President Kagame, stayed at home."),
        case("received wisdom", "Kenya received the news from Rwanda calmly."),
    ],
)
def test_no_engagement_is_told(text: str) -> None:
    assert facts(read(text)) == []


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        case("state", "President Maia Sandu arrived in Rome on a state visit.", "state"),
        case("official", "President Maia Sandu arrived in Rome on an official visit.", "official"),
        case("working", "President Maia Sandu arrived in Rome on a working visit.", "working"),
        case("both", "President Maia Sandu arrived in Rome on an official working visit.", "official working"),
        case("bare", "President Maia Sandu visited Rome. Working visit.", "working"),
        case("private", "President Maia Sandu arrived in Rome on a private visit.", "private"),
        case("none said", "President Maia Sandu arrived in Rome on Monday.", None),
        case("a visit of state from the noun", "The state visit of President Maia Sandu to Rome has ended.", "state"),
    ],
)
def test_the_rank_of_a_visit(text: str, subtype: str | None) -> None:
    assert only_event(text).subtype == subtype


@pytest.mark.parametrize(
    ("text", "mode", "subtype"),
    [
        case("in person", "President Ruto met President Kagame on Monday.", "in_person", None),
        case("telephone", "President Ruto telephoned President Kagame on Monday.", "phone", None),
        case("video", "President Ruto held a video call with President Kagame on Monday.", "video", None),
        case(
            "one-on-one",
            "President Ruto held a one-on-one meeting with President Kagame.",
            "in_person",
            "one-on-one",
        ),
        case("letter", "President Ruto sent a letter to President Kagame.", None, "letter"),
        case(
            "delegations",
            "Delegation-level talks between Kenya and Rwanda took place on Monday.",
            "in_person",
            "delegations",
        ),
    ],
)
def test_how_they_met(text: str, mode: str | None, subtype: str | None) -> None:
    event = only_event(text)
    assert (event.mode, event.subtype) == (mode, subtype)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        case("to discuss", "President Ruto met President Kagame to discuss trade and transit.", "trade and transit"),
        case("talks on", "Peru and Chile held talks on fishing rights.", "fishing rights"),
    ],
)
def test_what_it_was_about(text: str, topic: str) -> None:
    assert [span.of(text) for span in only_event(text).topics] == [topic]


def test_the_trigger_is_the_word_that_tells_of_it() -> None:
    text = "President Ruto met President Kagame on Monday."
    event = only_event(text)
    assert event.trigger.of(text) == "met"
    assert event.sentence.of(text) == text


def test_who_tells_an_event_in_a_quotation_is_kept() -> None:
    text = '"I met President Ruto in May," said Tanzanian President Samia Suluhu Hassan.'
    event = only_event(text)
    assert read(text).actor(event.according_to or "").name == "Samia Suluhu"
    assert only_event("President Ruto met President Kagame on Monday.").according_to is None
