"""Time expressions: TIMEX3 values inside, intervals with precision and reason outside.

Two layers: the recogniser finds words by rules kept as data (``rules.toml``, ``words.toml``); the resolvers are
pure functions from words and context (publication date, tense, dates met so far) to a stretch of the calendar.
"""

from legation.reading.dates.finder import dateline_date, find_timexes

__all__ = ["dateline_date", "find_timexes"]
