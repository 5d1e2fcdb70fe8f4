"""Short reports in the manner of agencies and translation engines of several languages, and all they tell."""

from __future__ import annotations

import pytest

from tests.reading.sentences import facts, read, sayings
from tests.register.cases import case


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case(
            "from Russian: today in the city, the office behind the country",
            "Today in Astana the President of Kazakhstan Kassym-Jomart Tokayev received the Minister of Foreign "
            "Affairs of Uzbekistan Bakhtiyor Saidov.",
            ["meeting of Kassym-Jomart Tokayev and Bakhtiyor Saidov"],
        ),
        case(
            "from Russian: accepted for received",
            "Today in Astana the President of Kazakhstan Kassym-Jomart Tokayev accepted the Minister of Foreign "
            "Affairs of Uzbekistan Bakhtiyor Saidov.",
            ["meeting of Kassym-Jomart Tokayev and Bakhtiyor Saidov"],
        ),
        case(
            "from Kazakh: the head of state at home",
            "At Akorda on Monday, the Head of State received the Foreign Minister of Uzbekistan Bakhtiyor Saidov.",
            ["meeting of Kassym-Jomart Tokayev and Bakhtiyor Saidov"],
            not_yet="'the Head of State' without a country is nobody before he is named",
        ),
        case(
            "from Azerbaijani: the working visit and the meeting in it",
            "The Minister of Foreign Affairs of Azerbaijan Jeyhun Bayramov, who arrived in Georgia on a working visit, "
            "met on June 11 with the President of Georgia Salome Zurabishvili.\n\n"
            "In the course of the meeting the parties exchanged views on transit.",
            ["visit of Jeyhun Bayramov to GEO", "meeting of Jeyhun Bayramov and Salome Zurabishvili"],
        ),
        case(
            "from Azerbaijani: official names of countries",
            "The negotiations between the Minister of Foreign Affairs of the Republic of Azerbaijan Jeyhun Bayramov "
            "and the Minister of Foreign Affairs of Georgia Ilia Darchiashvili took place in Tbilisi.",
            ["talks of Jeyhun Bayramov and Ilia Darchiashvili"],
        ),
        case(
            "from Chinese: the guest who is on a visit",
            "On June 11 local time, President Xi Jinping met in Beijing with Pakistani Prime Minister Shehbaz Sharif, "
            "who was on an official visit to China.",
            ["meeting of Xi Jinping and Shehbaz Sharif", "visit of Shehbaz Sharif to CHN"],
        ),
        case(
            "from Turkish: within the scope of his visit to the country",
            "Minister of Foreign Affairs Hakan Fidan met with the Foreign Minister of Iraq Fuad Hussein in Baghdad "
            "within the scope of his visit to the country.",
            ["meeting of Hakan Fidan and Fuad Hussein", "visit of Hakan Fidan to IRQ"],
        ),
        case(
            "from Turkish: the head of diplomacy",
            "The head of Turkish diplomacy Hakan Fidan met on Monday in Ankara with his French counterpart "
            "Stephane Sejourne.",
            ["meeting of Hakan Fidan and Stéphane Séjourné"],
        ),
        case(
            "from Spanish: chancellor for foreign minister",
            "The Chancellor of Colombia, Luis Gilberto Murillo, met this Monday with his Brazilian counterpart "
            "Mauro Vieira in Bogota.",
            ["meeting of Luis Gilberto Murillo and Mauro Vieira"],
        ),
        case(
            "from Spanish: his visit is the guest's",
            "The President of the Government, Pedro Sanchez, received this Monday in Madrid the President of Colombia, "
            "Gustavo Petro, within the framework of his state visit to Spain.",
            [
                "meeting of Pedro Sánchez and Gustavo Francisco Petro Urrego",
                "visit of Gustavo Francisco Petro Urrego to ESP",
            ],
            not_yet="'his' is taken for the host",
        ),
        case(
            "from French: travelled to, where he met",
            "The Minister for Foreign Affairs, Stephane Sejourne, traveled to Rabat on June 10, where he met with his "
            "Moroccan counterpart, Nasser Bourita.",
            ["visit of Stéphane Séjourné to MAR", "meeting of Stéphane Séjourné and Nasser Bourita"],
        ),
        case(
            "from Arabic: received, the guest at the end",
            "His Highness Sheikh Tamim bin Hamad Al Thani, Amir of the State of Qatar, received on Monday at the Amiri "
            "Diwan the Prime Minister of the Republic of Iraq Mohammed Shia Al Sudani.",
            ["meeting of Tamim bin Hamad Al Thani and Mohammed Shia al-Sudani"],
        ),
        case(
            "from Arabic: received a phone call",
            "The Minister of Foreign Affairs of Oman Badr bin Hamad Al Busaidi received a phone call from his Iranian "
            "counterpart Ali Bagheri Kani.",
            ["call of Badr bin Hamad Al Busaidi and Ali Bagheri Kani"],
        ),
        case(
            "native: telephone talks are a call",
            "Kazakhstan's President Kassym-Jomart Tokayev held telephone talks with Uzbek President "
            "Shavkat Mirziyoyev.",
            ["call of Kassym-Jomart Tokayev and Shavkat Mirziyoyev"],
        ),
        case(
            "native: a courtesy call is a meeting",
            "Foreign Minister Yoko Kamikawa paid a courtesy call on Fijian President Wiliame Katonivere in Suva.",
            ["meeting of Yoko Kamikawa and Wiliame Katonivere"],
        ),
        case(
            "native: consultations of two ministries",
            "On June 10, a regular round of political consultations between the Ministries of Foreign Affairs of "
            "Kyrgyzstan and Hungary was held in Bishkek.",
            ["consultation of KGZ and HUN"],
        ),
        case(
            "native: a telegram of congratulations",
            "Uzbek President Shavkat Mirziyoyev sent a telegram of congratulations to Indian Prime Minister Narendra "
            "Modi.",
            ["message from Shavkat Mirziyoyev to Narendra Modi"],
        ),
        case(
            "native: met by an ambassador",
            "Kazakh Foreign Minister Murat Nurtleu held a meeting with the Ambassador of Brazil to Kazakhstan.",
            ["meeting of Murat Nurtleu and BRA"],
        ),
        case(
            "native: a delegation under a speaker, and another speaker",
            "The delegation of the Senate of Kazakhstan headed by Speaker Maulen Ashimbayev visited Seoul on June 3-5. "
            "During the visit Ashimbayev held talks with the Speaker of the National Assembly of Korea Woo Won-shik.",
            ["visit of Maulen Ashimbayev to KOR", "talks of Maulen Ashimbayev and Woo Won-shik"],
        ),
        case(
            "native: the sides signed after the talks",
            "Peruvian Foreign Minister Javier Gonzalez-Olaechea held talks with Chilean Foreign Minister Alberto van "
            "Klaveren in Lima on Monday.\n\nAfter the talks, the sides signed a memorandum of understanding on ports.",
            [
                "talks of Javier González-Olaechea and Alberto van Klaveren",
                "signing by Javier González-Olaechea and Alberto van Klaveren",
            ],
        ),
    ],
)
def test_a_report_tells_of(text: str, told: list[str]) -> None:
    assert sorted(facts(read(text))) == sorted(told)


WANG, GONZALEZ = "Wang Yi", "Javier González-Olaechea"
BEIJING = (
    "Chinese Foreign Minister Wang Yi met with Peruvian Foreign Minister Javier Gonzalez-Olaechea in Beijing on "
    "Tuesday.\n\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        case(
            "from Chinese: surname said",
            BEIJING + "Wang said that China is willing to work with Peru to deepen trade.",
            [(WANG, "that China is willing to work with Peru to deepen trade")],
        ),
        case(
            "from Chinese: the other surname said",
            BEIJING + "Gonzalez-Olaechea said that Peru abides by the principle.",
            [(GONZALEZ, "that Peru abides by the principle")],
        ),
        case(
            "from Chinese: the other surname said, in the present tense",
            BEIJING + "Gonzalez-Olaechea said the Peruvian side abides by the principle.",
            [(GONZALEZ, "the Peruvian side abides by the principle")],
        ),
        case(
            "from Russian: in turn, the president",
            "Azerbaijani Foreign Minister Jeyhun Bayramov met with Georgian President Salome Zurabishvili.\n\n"
            'Bayramov stressed that "the corridor is open to all." In turn, the President of Georgia noted that trade '
            "turnover has doubled.",
            [
                ("Jeyhun Bayramov", 'that "the corridor is open to all."'),
                ("Salome Zurabishvili", "that trade turnover has doubled"),
            ],
        ),
        case(
            "from Russian: the sides noted",
            "Peru and Chile held talks. The sides noted that trade is growing.",
            [("PER", "that trade is growing")],
            not_yet="'the sides' say nothing",
        ),
        case(
            "from Kazakh: the press service reports",
            "Kassym-Jomart Tokayev landed in Baku on Monday, the press service of Akorda reports.",
            [("press service of Akorda", "Kassym-Jomart Tokayev landed in Baku on Monday")],
        ),
        case(
            "from Turkish: used the expressions",
            'Hakan Fidan, Minister of Foreign Affairs, used the following expressions: "Our trade is growing fast."',
            [("Hakan Fidan", '"Our trade is growing fast."')],
        ),
    ],
)
def test_a_report_quotes(text: str, said: list[tuple[str, str]]) -> None:
    assert sorted(sayings(read(text), text)) == sorted(said)
