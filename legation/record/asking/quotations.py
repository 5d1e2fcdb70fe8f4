"""Whether words were said: by whom, in which report, and how they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legation.model import Span
from legation.record.asking.statements import statements_of
from legation.record.asking.subjects import subject
from legation.record.copies import Passage, grams, is_copy
from legation.record.entries import ActorEntry, StatementEntry
from legation.record.quotations import FoundQuotation, How, QuoteCheck
from legation.record.quoting import (
    Match,
    Quotation,
    compare,
    occurrences,
    paragraph_around,
    quotation,
    words_of,
)
from legation.record.store import Connection, searching
from legation.record.store.listing import Subject
from legation.record.store.rows import Row, day, storable

# Reports that hold the very words are all looked at, as far as anybody would read on; of others those that share most,
# the fewer the longer the quotation is: the time that aligning takes grows with the square of its words.
_VERBATIM, _NEAR, _ALIGNED = 200, 60, 100_000
# Found words belong to the statement that holds at least this share of them.
_OWN = 0.5
# From the surest to the least sure that the words are somebody's.
_SUREST: Sequence[How] = ("direct", "mixed", "indirect", "text")


@dataclass(frozen=True, slots=True)
class _Place:
    """A find with what copies are told by."""

    found: FoundQuotation
    number: int
    passage: Passage


def check(connection: Connection, words: str, by: str | None, limit: int) -> QuoteCheck:
    """See ``Record.check_quote``."""
    asked = quotation(storable(words))
    whom = None if by is None else subject(connection, by)
    rows = _candidates(connection, asked)
    said: dict[str, list[StatementEntry]] = {row["id"]: [] for row in rows}
    for statement in statements_of(connection, list(said)):
        said[statement.report].append(statement)
    places = [place for row in rows if (place := _in_report(asked, row, said[row["id"]], whom))]
    found = sorted(_without_copies(places), key=_rank)
    known = whom is None or bool(whom.countries or whom.actors)
    return QuoteCheck(words, tuple(found[: max(limit, 0)]), by, known)


def _candidates(connection: Connection, asked: Quotation) -> list[Row]:
    said = [word.text for word in asked.words]
    if not said:
        return []
    exact = searching.holding(connection, said, _VERBATIM)
    near = searching.sharing(connection, said, max(1, min(_NEAR, _ALIGNED // len(said) ** 2)))
    return sorted({row["id"]: row for row in [*near, *exact]}.values(), key=lambda row: int(row["number"]))


def _in_report(asked: Quotation, row: Row, said: Sequence[StatementEntry], whom: Subject | None) -> _Place | None:
    """The best place of a report; None if the words are not in it."""
    finds = [_found(match, row, owner, whom) for match, owner in _matches(asked, row["text"], said)]
    if not finds:
        return None
    best = min(finds, key=_rank)
    lines = paragraph_around(row["text"], best.sentence_span.start, best.sentence_span.end)
    return _Place(best, row["number"], Passage(best.sentence, grams(lines.of(row["text"]))))


def _matches(
    asked: Quotation, text: str, said: Sequence[StatementEntry]
) -> Iterator[tuple[Match, StatementEntry | None]]:
    """In the text as it runs, and in statements of several parts, between which the speaker is named."""
    words = words_of(text)
    for steps in occurrences(asked, words):
        match = compare(asked, text, words, steps)
        owner = _owner(match, said) if match else None
        if owner:
            match = compare(asked, text, words, steps, owner.statement.content)
        if match:
            yield match, owner
    for statement in said:
        content = statement.statement.content
        if len(content) > 1:
            words = words_of(text, content)
            for steps in occurrences(asked, words):
                match = compare(asked, text, words, steps, content)
                if match:
                    yield match, statement


def _owner(match: Match, said: Iterable[StatementEntry]) -> StatementEntry | None:
    """The statement in which most of the words stand; of several that hold as many, the innermost."""
    held = [(_shared(match.kept, one.statement.content), one) for one in said]
    least = _OWN * sum(span.end - span.start for span in match.kept)
    fit = [(shared, one) for shared, one in held if shared and shared >= least]
    if not fit:
        return None
    return max(fit, key=lambda pair: (pair[0], -sum(s.end - s.start for s in pair[1].statement.content)))[1]


def _shared(kept: Sequence[Span], content: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in kept for b in content)


def _found(match: Match, row: Row, owner: StatementEntry | None, whom: Subject | None) -> FoundQuotation:
    return FoundQuotation(
        verdict=match.verdict,
        similarity=match.similarity,
        how=owner.statement.kind if owner else "text",
        report=row["id"],
        sentence=match.sentence.of(row["text"]),
        sentence_span=match.sentence,
        spans=match.kept,
        differences=match.differences,
        statement=owner,
        laid_to_by=_laid_to(owner, whom),
        title=row["title"],
        outlet=row["outlet"],
        published=day(row["published"]),
    )


def _laid_to(owner: StatementEntry | None, whom: Subject | None) -> bool | None:
    """True if the statement is laid to them, or passed on for them."""
    if whom is None or owner is None or owner.speaker is None:
        return None
    return any(_is(actor, whom) for actor in (owner.speaker, owner.relayed_for) if actor)


def _is(actor: ActorEntry, whom: Subject) -> bool:
    return actor.key in whom.actors or actor.country in whom.countries


def _without_copies(places: Sequence[_Place]) -> list[FoundQuotation]:
    """Passages that repeat one another and are laid to the same, once: as the first published has them."""
    firsts: list[_Place] = []
    for place in sorted(places, key=lambda one: (one.found.published or dt.date.max, one.number)):
        at = next((i for i, first in enumerate(firsts) if _repeats(place, first)), None)
        if at is None:
            firsts.append(place)
            continue
        first = firsts[at]
        copies = (*first.found.copies, place.found.report)
        firsts[at] = replace(first, found=replace(first.found, copies=copies))
    return [place.found for place in firsts]


def _repeats(place: _Place, first: _Place) -> bool:
    same = (place.found.verdict, _speaker(place)) == (first.found.verdict, _speaker(first))
    return same and is_copy(place.passage, first.passage)


def _speaker(place: _Place) -> str | None:
    statement = place.found.statement
    return statement.speaker.key if statement and statement.speaker else None


def _rank(found: FoundQuotation) -> tuple[object, ...]:
    """Best first: verbatim, laid to whom was asked for, surely somebody's, like, early."""
    return (
        found.verdict != "verbatim",
        found.laid_to_by is not True,
        _SUREST.index(found.how),
        -found.similarity,
        found.published or dt.date.max,
    )
