"""The record refuses what cannot be traced to the words, and keeps nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from legation.model import Claim, Mention, Place, Reading, Role, Span, Timex
from legation.record import Record
from tests.record.building import PUTIN, Draft, meeting

OUTSIDE = Span(10, 10_000)


def good() -> Draft:
    draft = meeting("Tokayev met Putin. A plan was signed.", "2024-11-27", when_words="Tokayev")
    draft.statement(PUTIN, "signed")
    draft.document("plan", "plan")
    return draft


Spoil = Callable[[Reading], Reading]


def on_event(**change: object) -> Spoil:
    return lambda reading: replace(reading, events=(replace(reading.events[0], **change),))  # type: ignore[arg-type]


def on_statement(**change: object) -> Spoil:
    return lambda reading: replace(reading, statements=(replace(reading.statements[0], **change),))  # type: ignore[arg-type]


SPOILT: dict[str, Spoil] = {
    "does not quote": lambda r: replace(r, claims=(Claim("e1", "kind", "meeting", Span(0, 7), "tokayev"),)),
    "claim e1 kind.*outside": lambda r: replace(r, claims=(Claim("e1", "kind", "meeting", OUTSIDE, ""),)),
    "mention.*outside": lambda r: replace(r, mentions=(Mention(OUTSIDE, PUTIN.key, "name"),)),
    "trigger.*outside": on_event(trigger=OUTSIDE),
    "sentence.*outside": on_event(sentence=Span(-1, 4)),
    "role.*outside": on_event(roles=(Role("participant", PUTIN.key, Span(5, 4)),)),
    "place of e1.*outside": on_event(place=Place("Astana", "KAZ", OUTSIDE)),
    "statement s1.*outside": on_statement(content=(OUTSIDE,)),
    "statement s1 .*outside": on_statement(cue=OUTSIDE),
    "title.*outside": lambda r: replace(r, documents=(replace(r.documents[0], title=OUTSIDE),)),
    "time expression.*outside": lambda r: replace(r, timexes=(Timex(OUTSIDE, "DATE", "2024"),)),
    "a place.*outside": lambda r: replace(r, places=(Place("Astana", "KAZ", OUTSIDE),)),
    "event e1 names the actor Q9": on_event(roles=(Role("participant", "Q9", Span(0, 4)),)),
    "statement s1 names the actor Q9": on_statement(addressee="Q9"),
    "a mention names the actor Q9": lambda r: replace(r, mentions=(Mention(Span(0, 4), "Q9", "name"),)),
    "document d1 names the actor Q9": lambda r: replace(r, documents=(replace(r.documents[0], parties=("Q9",)),)),
    "two events": lambda r: replace(r, events=r.events * 2),
    "two statements": lambda r: replace(r, statements=r.statements * 2),
    "two documents": lambda r: replace(r, documents=r.documents * 2),
    "is of report other": lambda r: replace(r, report="other"),
}


@pytest.mark.parametrize("reason", SPOILT)
def test_a_reading_that_cannot_be_traced_is_refused(record: Record, reason: str) -> None:
    draft = good()
    with pytest.raises(ValueError, match=reason):
        record.add(draft.report, SPOILT[reason](draft.reading))
    assert record.counts().reports == 0


def test_a_reading_in_order_is_kept(record: Record) -> None:
    draft = good()
    record.add(draft.report, draft.reading)
    assert record.counts().claims == 2


def test_a_bad_new_reading_leaves_the_old_one(record: Record) -> None:
    draft = good()
    record.add(draft.report, draft.reading)
    spoilt = replace(on_event(trigger=OUTSIDE)(draft.reading), reader="by hand 2")
    with pytest.raises(ValueError, match="outside"):
        record.add(draft.report, spoilt)
    assert record.reports()[0].reader == "by hand 1"
    assert len(record.timeline()) == 1
