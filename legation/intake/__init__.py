"""Intake: files, folders and streams become Reports. It interprets nothing; what is not stated stays unknown."""

from __future__ import annotations

import datetime as dt

from legation.intake.assembly import item_of_options, make_report
from legation.intake.gathering import count, gather
from legation.intake.options import IntakeOptions
from legation.model import Report

__all__ = ["IntakeOptions", "count", "gather", "report_from_text"]


def report_from_text(
    text: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    address: str | None = None,
    language: str | None = None,
    source: str = "<text>",
) -> Report:
    """One report from its text; what is given counts as known by "option".

    Raises EmptyInput if there is no text in it, NotAReport if it is longer than 5,000,000 characters.
    """
    item = item_of_options(
        text, source, published=published, outlet=outlet, title=title, address=address, language=language
    )
    return make_report(item, IntakeOptions())
