"""Reading: from the text of one report to what it says, each thing with its words."""

from legation.reading.reader import Reader

__all__ = ["Reader"]
