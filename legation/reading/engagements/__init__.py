"""Engagements: what happened or is to happen between states, read from the words of one report."""

from legation.reading.engagements.draft import Told
from legation.reading.engagements.finding import find_engagements
from legation.reading.engagements.setting import setting_of
from legation.reading.engagements.structure import build_events

__all__ = ["Told", "build_events", "find_engagements", "setting_of"]
