"""The record: all readings, merged, in one SQLite file; every entry leads back to the words it was read from."""

from legation.record.entries import (
    ActorEntry,
    Added,
    Counts,
    DocumentEntry,
    Identification,
    OfficeEntry,
    PersonEntry,
    ReportEntry,
    SearchHit,
    StatementEntry,
)
from legation.record.events import (
    ClaimEntry,
    Conflict,
    EventEntry,
    RoleEntry,
    Telling,
    TimelineQuery,
    Version,
)
from legation.record.quotations import Difference, FoundQuotation, QuoteCheck
from legation.record.record import Record

__all__ = [
    "ActorEntry",
    "Added",
    "ClaimEntry",
    "Conflict",
    "Counts",
    "Difference",
    "DocumentEntry",
    "EventEntry",
    "FoundQuotation",
    "Identification",
    "OfficeEntry",
    "PersonEntry",
    "QuoteCheck",
    "Record",
    "ReportEntry",
    "RoleEntry",
    "SearchHit",
    "StatementEntry",
    "Telling",
    "TimelineQuery",
    "Version",
]
