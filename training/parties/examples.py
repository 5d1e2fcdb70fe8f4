"""Candidates of the engagements of one part of our corpus, with their numbers and whether they take part.

One line of JSON a candidate: report, trigger (offset), event (id or ""), label (0 none, 1 guest, sender, signatory or
participant, 2 host or addressee), numbers. A trigger that the annotation does not mark has no event.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from benchmarks.corpus import FOLDER, source_of
from legation.model import Event, Reading
from legation.reading.engagements.candidates import candidates
from legation.reading.engagements.finding import parties_of, scenes
from legation.reading.engagements.meant import as_meant
from legation.reading.papers import find_papers, titles
from legation.reading.papers_named import named_papers
from legation.reading.people import Cast, add_voices, make_cast
from legation.reading.people.roles import lexicon
from legation.reading.reader import page_of
from legation.reading.speakers import speakers_of, tie_sources
from legation.reading.speech import voices
from legation.reading.statements import find_attributions
from legation.register import Register
from legation.register import load as load_register
from training.corpus.files import Sheet, load
from training.corpus.gold import reading, register_ids, spans_of
from training.corpus.matching import Parties, Party, engagements, parties, same_party

_LABELS = {"host": 2, "addressee": 2, "medium": 2, "carrier": 0}


def examples(sheet: Sheet, register: Register) -> Iterator[dict[str, object]]:
    """The candidates of one report, trigger by trigger."""
    page = page_of(source_of(sheet), register)
    attributions = find_attributions(page.text, page.passages)
    cast = make_cast(page, register, attributions)
    speakers = speakers_of(cast, attributions, lexicon())
    tie_sources(cast, attributions, speakers)
    add_voices(cast, voices(attributions, speakers), register)
    papers = find_papers(page)
    papers = sorted([*papers, *named_papers(page, papers)], key=lambda paper: paper.title.start)
    gold = reading(sheet, register)
    ours = parties(gold, register_ids(sheet))
    told = [(e, spans_of(sheet.body.marks, "event", "trigger", e.id)) for e in engagements(gold)]
    for scene, number in scenes(cast, register, titles(page.text, papers)):
        meant = as_meant(scene)
        given = [r.actor for p in parties_of(meant) for r in p.roles]
        events = [e for e, spans in told if any(s.overlaps(scene.trigger.span) for s in spans)]
        for candidate in candidates(meant, number, given):
            theirs = _party(cast, candidate.key, register)
            yield {
                "report": sheet.id,
                "trigger": scene.trigger.start,
                "event": " ".join(e.id for e in events),
                "key": candidate.key,
                "label": max((_label(e, ours, theirs) for e in events), default=0),
                "numbers": candidate.numbers,
            }


def _label(event: Event, ours: Parties, candidate: Party) -> int:
    for role in event.roles:
        if role.actor in ours and same_party(ours[role.actor], candidate) and _exact(ours[role.actor], candidate):
            return _LABELS.get(role.role, 1)
    return 0


def _exact(gold: Party, candidate: Party) -> bool:
    """A person's state is not the person, if it is to be learnt who takes part."""
    return (gold.state is None) == (candidate.state is None)


def _party(cast: Cast, key: str, register: Register) -> Party:
    actor = cast.people[key].actor() if cast.is_person(key) else cast.others.get(key)
    if actor is None:
        return Party(key, state=key)
    return parties(Reading(report="", reader="", actors=(actor,)), {})[key]


def main() -> None:
    register = load_register()
    for sheet in load(FOLDER).of(sys.argv[1]):
        for example in examples(sheet, register):
            print(json.dumps(example))


if __name__ == "__main__":
    main()
