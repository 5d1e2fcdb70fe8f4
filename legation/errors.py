"""Everything that can go wrong, as one tree.

LegationError
|-- InputError          one input is refused; the rest of the batch goes on, exit code 1
|   |-- UnreadableInput     the bytes cannot be had (missing, no permission, cut short)
|   |-- EmptyInput          there is no text in it
|   |-- NotAReport          it is no text at all, or too large to be a news report
|   `-- BadRecordLine       one line of a JSON Lines file is no report; its other lines go on
|-- ModelMissing        the language model is not installed; nothing can be read
|-- RecordError         the record file cannot be used; nothing is written
|   `-- RecordTooNew        it was written by a later version of legation
|-- RegisterError       people, offices or terms of the user's own cannot be used; nothing is written
`-- NotFound            the thing asked for is not in the record
"""


class LegationError(Exception):
    """Base of all errors that legation raises on purpose; its text is one clear line."""


class InputError(LegationError):
    """One input is refused, with the reason; the rest of the batch goes on.

    source: the file (and line) as the user named it. reason: one line, no full stop.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnreadableInput(InputError):
    """The bytes cannot be had: missing file, no permission, truncated archive."""


class EmptyInput(InputError):
    """There is no text in the input."""


class NotAReport(InputError):
    """The input is binary, or too large to be a news report."""


class BadRecordLine(InputError):
    """One line of a JSON Lines file is not a report; the other lines are still read."""


class ModelMissing(LegationError):
    """The language model is not installed; nothing can be read until it is."""


class RecordError(LegationError):
    """The record file cannot be opened or is no record of legation; nothing was written."""


class RecordTooNew(RecordError):
    """The record was written by a later version; nothing was written."""


class RegisterError(LegationError):
    """A table of people, offices or terms, or the user's own register, cannot be read; nothing was written."""


class NotFound(LegationError):
    """What was asked for is not in the record."""
