"""Whether words were said, as a line and as pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.answers.dossier import actor_fact, when_fact
from legation.answers.marking import marked
from legation.answers.page import Fact, Page, Passage, Source
from legation.answers.sayings import chain_of
from legation.answers.words import actor_of, counted, one_line, published_by

if TYPE_CHECKING:
    from legation.record import Difference, FoundQuotation, QuoteCheck

_SPEECH = {
    "direct": "direct speech",
    "mixed": "reported speech, quoted in part",
    "indirect": "reported speech",
    "text": "text of a report, outside any statement",
}
_LAID_TO = {"verbatim": "these words are laid to", "close": "words close to these are laid to"}
_NOT_NAMED = "somebody who is not named"


def verdict_line(check: QuoteCheck) -> str:
    """ "VERBATIM: these words are laid to Emmanuel Macron (FRA), not to Putin"."""
    by = one_line(check.by) if check.by else ""
    if not check.found:
        return "NOT FOUND"
    best = check.found[0]
    line = f"{best.verdict.upper()}: {_LAID_TO[best.verdict]} {_speaker(best)}"
    if best.statement is None:
        line = f"{best.verdict.upper()}: found, but in no statement; laid to nobody"
    if not by or best.laid_to_by:
        return line
    if best.laid_to_by is False:
        line += f", not to {by}"
    if not check.known:
        return f"{line}; the record knows nobody named {by}"
    other = next((found for found in check.found if found.laid_to_by), None)
    return f"{line}; {_LAID_TO[other.verdict]} {by} too" if other else line


def quotation_pages(check: QuoteCheck) -> list[Page]:
    """A page for each place where the words stand, best first: who said it, what differs, and the sentence."""
    return [_page(found) for found in check.found]


def _page(found: FoundQuotation) -> Page:
    speaker = f": {_speaker(found)}" if found.statement else ""
    return Page(
        id=found.statement.id if found.statement else found.report,
        heading=f"{found.verdict}, {_SPEECH[found.how]}{speaker}",
        facts=tuple(_facts(found)),
        sources=(
            Source(
                found.report,
                published_by(found.title, found.outlet, found.published),
                passages=(Passage(marked(found.sentence, found.spans, found.sentence_span.start)),),
            ),
        ),
    )


def _speaker(found: FoundQuotation) -> str:
    speaker = found.statement.speaker if found.statement else None
    return actor_of(speaker) if speaker else _NOT_NAMED


def _facts(found: FoundQuotation) -> Iterator[Fact]:
    entry = found.statement
    if entry:
        said = entry.statement
        for label, value in (
            ("laid to", actor_fact(entry.speaker) if entry.speaker else _NOT_NAMED),
            ("for", actor_of(entry.relayed_for) if entry.relayed_for else ""),
            ("to", actor_of(entry.addressee) if entry.addressee else ""),
            ("act", one_line(said.act or "")),
            ("chain", chain_of(entry)),
            ("said on", when_fact(said.said_on) if said.said_on.edtf else ""),
        ):
            if value:
                yield label, value
    for difference in found.differences:
        yield difference.kind, _told(difference)
    if found.copies:
        yield "repeated", f"in {counted(len(found.copies), 'more report')}"


def _told(difference: Difference) -> str:
    """ "“will” for “may”; this matters: modality"."""
    words = [f"“{one_line(part)}”" for part in (difference.quoted, difference.theirs) if part]
    told = words[-1] if difference.kind == "moved" else " for ".join(words)
    return told + (f"; this matters: {difference.matters}" if difference.matters else "")
