"""legation: reads news reports about diplomacy and keeps the record.

``legation.read(text)`` tells what one report says. ``legation.open("record.db")`` gives a record, into which reports
are read and which then answers: ``timeline``, ``event``, ``statements``, ``documents``, ``who``, ``search``.
"""

__version__ = "0.1.0"

from legation.desk import Desk, Outcome, Skipped, Summary, open, read  # noqa: A004 - read as legation.open
from legation.errors import (
    BadRecordLine,
    EmptyInput,
    InputError,
    LegationError,
    ModelMissing,
    NotAReport,
    NotFound,
    RecordError,
    RecordTooNew,
    UnreadableInput,
)
from legation.model import (
    Actor,
    Claim,
    Document,
    Event,
    Mention,
    Place,
    Reading,
    Report,
    Role,
    Span,
    Statement,
    Timex,
    When,
)

__all__ = [
    "Actor",
    "BadRecordLine",
    "Claim",
    "Desk",
    "Document",
    "EmptyInput",
    "Event",
    "InputError",
    "LegationError",
    "Mention",
    "ModelMissing",
    "NotAReport",
    "NotFound",
    "Outcome",
    "Place",
    "Reading",
    "RecordError",
    "RecordTooNew",
    "Report",
    "Role",
    "Skipped",
    "Span",
    "Statement",
    "Summary",
    "Timex",
    "UnreadableInput",
    "When",
    "__version__",
    "open",
    "read",
]
