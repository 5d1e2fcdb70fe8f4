"""Dates of what is told in sequence: "during it", "after the talks", "before that, in the morning"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.model import UNKNOWN, Span
from legation.reading.engagements.draft import TALKS, Draft
from legation.reading.people.cast import Cast

_DURING = re.compile(
    r"\b(?:during|in the course of|as part of|within the framework of) (?:it|which|(?:the|this|that|his|her|their) "
    r"(?:[\w-]+ )?(?:visit|trip|stay|tour))\b",
    re.IGNORECASE,
)
_AT_TALKS = re.compile(
    r"\b(?:after|following|at the (?:beginning|end|close|start) of|on the results of|as a result of|during) "
    r"(?:the results of )?(?:the|these|their) (?:\w+ )?(?:talks|meeting|negotiations|conversation|consultations)\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(
    r"\b(?:(?:before|after|prior to) (?:that|this)|then|earlier|later),? in the (?:morning|afternoon|evening)\b"
    r"|\b(?:earlier|later) (?:in|that|on the same) (?:the )?day\b",
    re.IGNORECASE,
)


def dated_in_sequence(cast: Cast, draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Dates from what was told just before: of the talks for "after the talks they signed", of the last event for
    "before that, in the morning". "During the visit" only tells where in time the text is: how long a visit lasted
    is known when the whole report is read.
    """
    if draft.when is not UNKNOWN or draft.kind == "visit":
        return draft
    lead = Span(draft.sentence.start, max(draft.sentence.start, draft.trigger.start)).of(cast.page.text)
    near = [d for d in reversed(earlier) if draft.passage - d.passage <= 2 and d.when is not UNKNOWN]
    if _DURING.search(lead):
        visit = next((d for d in near if d.kind == "visit"), None)
        return replace(draft, near=visit.when) if visit else draft
    if _AT_TALKS.search(lead):
        anchor, reason = next((d for d in near if d.kind in TALKS), None), "on the day of the talks just told"
    elif _THAT_DAY.search(lead):
        anchor, reason = next((d for d in near if d.when.precision == "day"), None), "on the day just told of"
    else:
        return draft
    if anchor is None:
        return draft
    return replace(draft, when=replace(anchor.when, reason=f"{reason} ({anchor.when.edtf})"))
