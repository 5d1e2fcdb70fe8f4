"""Documents: title, kind, parties, term, status."""

from __future__ import annotations

import pytest

from legation.model import Document
from tests.reading.sentences import name, read
from tests.register.cases import case


def documents(text: str) -> tuple[Document, ...]:
    return read(text).documents


def only(text: str) -> Document:
    (document,) = documents(text)
    return document


POLES = "Polish Foreign Minister Radoslaw Sikorski and Ukrainian Foreign Minister Dmytro Kuleba"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        case("agreement on", "Peru and Chile signed an agreement on transit.", ["agreement on transit"]),
        case("with an adjective", "Peru and Chile signed a joint declaration.", ["joint declaration"]),
        case(
            "without the day",
            "Peru and Chile signed a memorandum of understanding on Monday.",
            ["memorandum of understanding"],
        ),
        case(
            "without place and day",
            "Peru and Chile signed a cooperation agreement in Lima on June 5.",
            ["cooperation agreement"],
        ),
        case("passive", f"An agreement on transit was signed by {POLES}.", ["agreement on transit"]),
        case(
            "two in one sentence",
            "Peru and Chile signed a plan of cooperation for 2025-2027 and an agreement on fishing.",
            ["plan of cooperation for 2025-2027", "agreement on fishing"],
        ),
        case(
            "three in one sentence",
            "Peru and Chile signed an agreement on fishing, a protocol on borders and a memorandum on trade.",
            ["agreement on fishing", "protocol on borders", "memorandum on trade"],
        ),
        case(
            "relative clause",
            "The agreement on transit between Peru and Chile, which was signed on Monday, is short.",
            ["agreement on transit between Peru and Chile"],
        ),
        case("with its name", 'Peru and Chile signed a treaty "On Borders".', ['treaty "On Borders"']),
        case(
            "named in a list",
            "Peru and Chile signed eight documents, including a memorandum on ports and a plan of exchanges.",
            ["memorandum on ports", "plan of exchanges"],
        ),
        case(
            "put signatures under",
            f"{POLES} put their signatures under the treaty on borders.",
            ["treaty on borders"],
        ),
        case("the signing of", f"{POLES} attended the signing of a protocol on ports.", ["protocol on ports"]),
        case(
            "said again",
            "Peru and Chile signed an agreement on transit. Peru ratified the agreement.",
            ["agreement on transit"],
        ),
        case("treaty", "Peru and Chile ratified a treaty on borders.", ["treaty on borders"]),
        case(
            "without the month",
            "Peru and Chile will sign a memorandum of understanding in May.",
            ["memorandum of understanding"],
        ),
        case(
            "a list behind the verb",
            "Peru and Chile held talks. Six papers were signed, including a memorandum on ports.",
            ["memorandum on ports"],
        ),
        case(
            "behind somebody's name",
            "Radoslaw Sikorski will sign with his colleague, Dmytro Kuleba, a memorandum on consultations.",
            ["memorandum on consultations"],
        ),
        case(
            "without what was done to it",
            "Peru and Chile broke the truce negotiated in the village on Monday.",
            ["truce"],
        ),
        case("known by a place", "Peru and Chile spoke of the Quito accords on Monday.", ["Quito accords"]),
        case("without a day", "Peru and Chile recalled the Quito Declaration of May 11.", ["Quito Declaration"]),
        case(
            "a name with and",
            "Peru and Chile signed the Partnership and Cooperation Agreement.",
            ["Partnership and Cooperation Agreement"],
        ),
        case("not the years it took", "Peru and Chile signed 20 documents over the last two years.", ["20 documents"]),
        case(
            "without what was done",
            "Peru and Chile met. The signed declaration says that they agree.",
            ["declaration"],
        ),
        case("without a loose word", "Peru and Chile reached an accord on that.", ["accord"]),
        case("a plan by its name", "Peru and Chile spoke of the Pacific Plan on Monday.", ["Pacific Plan"]),
        case("a draft", "The Council will vote on a draft resolution on Peru.", ["draft resolution on Peru"]),
        case("by its topic", "Peru and Chile discussed an agreement on visas.", ["agreement on visas"]),
        case(
            "a resolution by its number",
            "Peru and Chile recalled Security Council Resolution 9901.",
            ["Resolution 9901"],
        ),
        case("a communique that says", "The final communique of the bloc says so.", ["final communique of the bloc"]),
        case(
            "a statement of principles", "Peru and Chile signed a statement of principles.", ["statement of principles"]
        ),
        case(
            "ready to be signed",
            "Peru and Chile held talks. Three agreements on farming are ready to be signed.",
            ["Three agreements on farming"],
        ),
        case("of a body", "The Council met. The final declaration was adopted.", ["final declaration"]),
        case("exchanged", "Peru and Chile exchanged ten documents on tourism.", ["ten documents on tourism"]),
    ],
)
def test_the_title_of_a_document(text: str, titles: list[str]) -> None:
    assert [document.title.of(text) for document in documents(text)] == titles


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        case("agreement", "an agreement on transit", "agreement"),
        case("deal", "a deal on transit", "agreement"),
        case("treaty", "a treaty on borders", "treaty"),
        case("memorandum", "a memorandum of understanding", "memorandum"),
        case("statement", "a statement of principles", "statement"),
        case("arrangement", "a fisheries arrangement", "agreement"),
        case("roadmap", "a roadmap for cooperation", "plan"),
        case("joint statement", "a joint statement", "statement"),
        case("communique", "a communique on trade", "communique"),
        case("protocol", "a protocol on borders", "protocol"),
        case("programme", "a programme of cooperation", "plan"),
        case("an agreement of a plan", "a plan of action under the agreement", "plan"),
    ],
)
def test_the_kind_of_a_document(paper: str, kind: str) -> None:
    assert only(f"Peru and Chile signed {paper}.").kind == kind


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        case("states", "Peru and Chile signed an agreement on transit.", ("PER", "CHL")),
        case("countries of the signatories", f"{POLES} signed an agreement on transit.", ("POL", "UKR")),
        case("between", "An agreement on transit between Peru and Chile was signed on Monday.", ("PER", "CHL")),
        case(
            "by description",
            "Peru and Chile held talks on Monday. The sides signed an agreement on transit.",
            ("PER", "CHL"),
        ),
        case(
            "the two countries",
            "Peru and Chile held talks on Monday. An agreement on transit between the two countries was signed.",
            ("PER", "CHL"),
        ),
        case(
            "with a body",
            "The European Union and Norway signed an agreement on transit.",
            ("NOR", "EU"),
        ),
        case(
            "who is only named in the sentence",
            "Peru and Chile signed an agreement on transit, the minister of Brazil said.",
            ("PER", "CHL"),
        ),
        case("brokered by a third", "Peru and Chile agreed a U.S.-brokered ceasefire on Monday.", ("PER", "CHL")),
        case(
            "joint, by name",
            "Peru and Chile held talks on Monday. The Brazilian minister recalled the Joint Declaration on Water.",
            ("PER", "CHL"),
        ),
        case("of a body", "The ministers of ECOWAS adopted a communique in Abuja on Monday.", ("ECOWAS",)),
        case(
            "with whom",
            f"{POLES} met on Monday. Peru signed an agreement on transit with Chile.",
            ("PER", "CHL"),
        ),
        case(
            "its own title",
            "In Brazil an agreement on transit between Peru and Chile was signed on Monday.",
            ("PER", "CHL"),
        ),
        case(
            "a body named second",
            "Norway and the European Union signed an agreement on transit.",
            ("NOR", "EU"),
        ),
    ],
)
def test_the_parties_of_a_document(text: str, parties: tuple[str, ...]) -> None:
    assert only(text).parties == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        case("signed", "Peru and Chile signed an agreement on transit.", "signed"),
        case("was signed", "An agreement between Peru and Chile was signed on Monday.", "signed"),
        case("initialled", "Peru and Chile initialed an agreement on transit.", "signed"),
        case("agreed", "Peru and Chile reached an agreement on transit.", "agreed"),
        case("ratified", "Peru and Chile ratified a treaty on borders.", "ratified"),
        case(
            "issued by the sides",
            "Peru and Chile held talks on Monday. The sides issued a joint statement.",
            "issued",
        ),
        case(
            "issued by both by name",
            "Peru and Chile issued a joint statement on trade.",
            "issued",
        ),
        case("to be signed", "Peru and Chile will sign an agreement on transit on June 20.", "planned"),
        case("under negotiation", "Peru and Chile are negotiating a treaty on borders.", "planned"),
        case("helped to broker", "Peru and Chile recalled that Brazil helped broker an accord with Bolivia.", "agreed"),
        case("in case of", "In case of signing an accord on visas Peru and Chile will tell.", "planned"),
        case("talked of", "Peru and Chile held negotiations on an agreement on visas.", "planned"),
        case("its signing expected", "The signing of a treaty between Peru and Chile is expected in May.", "planned"),
        case("not signed", "Peru and Chile did not sign the protocol on borders.", "planned"),
        case("a draft", "Peru and Chile discussed the draft agreement on visas.", "planned"),
        case("to prepare", "Peru and Chile agreed to prepare an agreement on transit.", "planned"),
        case("plan to sign", "Peru and Chile plan to sign an agreement on transit on June 20.", "planned"),
    ],
)
def test_the_status_of_a_document(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "term"),
    [
        case("years", "Peru and Chile signed a plan of cooperation for 2025-2027.", "2025/2027"),
        case("a long dash", "Peru and Chile signed a plan of cooperation for 2025–2027.", "2025/2027"),
        case("none", "Peru and Chile signed a plan of cooperation.", None),
    ],
)
def test_the_term_of_a_document(text: str, term: str | None) -> None:
    assert only(text).term == term


@pytest.mark.parametrize(
    "text",
    [
        case("an old paper of no name", "The treaty is old, said the minister of Peru."),
        case("a name of a body", "The North Atlantic Treaty Organization said that it was ready."),
        case("a paper as a description", "Three former Warsaw Pact nations joined on Monday."),
        case("of one country", "Peru signed an order on roads."),
        case("a statement of one side", "Peru issued a statement on trade with Chile."),
        case("none", "Peru and Chile held talks on Monday. No agreement was signed."),
        case("of one state's people", "Peru and Chile spoke of the Brazilian agreement."),
        case("views", "Peru and Chile exchanged views on the agreements in force."),
        case("a body", "Peru thanked the World Food Programme, the ministry of Chile said."),
        case("no paper", "Peru and Chile signed off on Monday."),
    ],
)
def test_no_document(text: str) -> None:
    assert documents(text) == ()


@pytest.mark.parametrize(
    ("text", "title", "parties"),
    [
        case(
            "by its parties",
            "The treaty between Peru and Chile is old.",
            "treaty between Peru and Chile",
            ("PER", "CHL"),
        ),
        case(
            "by owner and party",
            "Peru praised Chile's peace treaty with Bolivia.",
            "Chile's peace treaty with Bolivia",
            ("CHL", "BOL"),
        ),
        case("by adjectives", "He broke the Peruvian-Chilean accord.", "Peruvian-Chilean accord", ("PER", "CHL")),
        case(
            "by its own name",
            "He spoke of the Reciprocal Access Agreement at length.",
            "Reciprocal Access Agreement",
            (),
        ),
        case("by where it was made", "He quoted the Treaty of Utrecht at length.", "Treaty of Utrecht", ()),
    ],
)
def test_a_paper_that_is_only_named(text: str, title: str, parties: tuple[str, ...]) -> None:
    document = only(text)
    assert (document.title.of(text), document.parties, document.status) == (title, parties, None)


def test_one_paper_in_two_wordings_is_one_document() -> None:
    lead = f"{POLES} signed a trade plan on Monday."
    middle = "The rivers were high and the trains were late. Nobody knew when the bridge would open again. " * 3
    last = "The two ministers on Monday signed the plan, which calls for trade in timber."
    assert len(documents(f"{lead}\n\n{middle}\n\n{last}")) == 1


def test_a_signed_document_knows_its_signatories_and_its_day_and_the_signing_knows_it() -> None:
    text = f"{POLES} signed an agreement on transit on Monday."
    reading, document = read(text), only(text)
    assert [name(reading, key) for key in document.signatories] == ["Radosław Sikorski", "Dmytro Kuleba"]
    assert document.when.edtf == "2024-06-10"
    assert [event.documents for event in reading.events if event.kind == "signing"] == [(document.id,)]


def test_words_inside_a_title_tell_of_no_event() -> None:
    text = "Peru and Chile signed an agreement on visits of ministers and meetings of experts."
    assert [event.kind for event in read(text).events] == ["signing"]


def test_the_ceremony_of_a_signing_is_the_signing() -> None:
    text = "Peru and Chile signed an agreement on transit in a solemn ceremony."
    assert [event.kind for event in read(text).events] == ["signing"]


def test_a_letter_handed_over_is_a_document_and_its_handing_over_an_event() -> None:
    text = f"{POLES} met on Monday. Sikorski handed over a letter to Kuleba."
    assert [document.kind for document in documents(text)] == ["letter"]
    assert [event.kind for event in read(text).events] == ["meeting", "message"]


def test_what_is_told_of_a_paper_later_is_told_of_the_one_named_before() -> None:
    text = "They spoke of the Lima Treaty. The treaty was signed by Peru and Chile on Monday."
    reading = read(text)
    (treaty,) = reading.documents
    assert treaty.title.of(text) == "Lima Treaty"
    assert (treaty.status, treaty.parties) == ("signed", ("PER", "CHL"))
    assert [event.documents for event in reading.events if event.kind == "signing"] == [(treaty.id,)]
