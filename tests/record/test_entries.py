"""What the record answers can be handed on as JSON."""

from __future__ import annotations

import json

from legation.record import Record
from tests.record.building import KAZAKHSTAN, PUTIN, RUSSIA, TOKAYEV, UN, Draft, add, only_event


def test_every_entry_is_json_with_dates_as_edtf(record: Record) -> None:
    cities = ("Astana", "Almaty")
    drafts = [Draft(f"Tokayev met Putin in {city}. They signed a plan.", published="2024-11-28") for city in cities]
    for draft, city in zip(drafts, cities, strict=True):
        sides, signed = [KAZAKHSTAN, RUSSIA], {"signatories": [PUTIN], "term": "2025/2027"}
        paper = draft.document("plan", "plan", sides, "2024-11-27", **signed)
        draft.event("talks", "met", [TOKAYEV, PUTIN], "2024-11-27", city=city, documents=(paper,), when_words="met")
        draft.statement(PUTIN, "They signed", addressee=UN, relayed_for=TOKAYEV, about=[RUSSIA], event="e1")
        draft.met(PUTIN, "Putin")
    add(record, *drafts)
    event = only_event(record).to_json()
    assert event["when"]["edtf"] == "2024-11-27"
    assert event["conflicts"] == [
        {
            "prop": "place",
            "versions": [
                {"value": "Astana", "reports": [drafts[0].id]},
                {"value": "Almaty", "reports": [drafts[1].id]},
            ],
        }
    ]
    assert event["tellings"][0]["published"] == "2024-11-28"
    assert event["claims"][0]["sentence"][event["claims"][0]["start"] :].startswith("met")
    (document,) = [entry.to_json() for entry in record.documents()]
    assert (document["term"], document["when"]["start"]) == ("2025/2027", "2024-11-27")
    (person,) = [entry.to_json() for entry in record.who("Putin")]
    assert (person["name"], person["offices"][0]["first"]) == ("Vladimir Putin", "2024-11-28")
    statement = record.statements()[0].to_json()
    assert statement["spans"] == [[drafts[0].text.index("They"), drafts[0].text.index("They") + len("They signed")]]
    everything = [event, document, person, statement, record.counts().to_json()]
    everything += [entry.to_json() for entry in record.reports()]
    everything += [entry.to_json() for entry in record.search("plan")]
    assert json.loads(json.dumps(everything)) == everything
