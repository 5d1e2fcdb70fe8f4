"""Engagements: what happened or is to happen between states, read from the words of one report."""

from legation.reading.engagements.finding import find_engagements

__all__ = ["find_engagements"]
