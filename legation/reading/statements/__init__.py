"""Who said what: sources, cues and contents of direct, indirect and mixed speech."""

from legation.reading.statements.attribution import Attribution
from legation.reading.statements.cues import (
    acts_to_somebody,
    collective_nouns,
    media_words,
    office_nouns,
    plover_type,
    utterance_nouns,
)
from legation.reading.statements.finding import find_attributions

__all__ = [
    "Attribution",
    "acts_to_somebody",
    "collective_nouns",
    "find_attributions",
    "media_words",
    "office_nouns",
    "plover_type",
    "utterance_nouns",
]
