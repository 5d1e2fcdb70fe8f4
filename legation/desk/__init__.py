"""Carries reports through intake, reading and record; home of ``legation.read`` and of what ``legation.open`` gives.

The reader and the record are imported where they are first needed: together they take longer to load than a command
that needs only one of them takes to answer.
"""

from legation.desk.handle import Desk, open  # noqa: A004 - read as legation.open
from legation.desk.health import Finding, examine
from legation.desk.inputs import check_fields, how_many_files, read
from legation.desk.outcomes import Outcome, Skipped, Summary
from legation.desk.who import add_person, import_tables, import_wikidata, own_register, register

__all__ = [
    "Desk",
    "Finding",
    "Outcome",
    "Skipped",
    "Summary",
    "add_person",
    "check_fields",
    "examine",
    "how_many_files",
    "import_tables",
    "import_wikidata",
    "open",
    "own_register",
    "read",
    "register",
]
