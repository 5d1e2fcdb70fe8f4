"""Turns text into tokens, sentences, syntax and named entities; alone knows the language model.

Everything outside this room sees Universal Dependencies (UD v2) labels and the entity labels of
``Entity``, whatever model stands behind.
"""

from legation.language.annotation import Annotation, Entity, EntityLabel, Token, Trigger
from legation.language.attribution import Attribution
from legation.language.layer import annotate, describe
from legation.language.shipped import examine

__all__ = [
    "Annotation",
    "Attribution",
    "Entity",
    "EntityLabel",
    "Token",
    "Trigger",
    "annotate",
    "describe",
    "examine",
]
