"""One news item on its way in: its text and what came with it, before anything is set aside."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legation.model import Known


@dataclass(frozen=True, slots=True)
class Item:
    """The text as it will be kept, where it comes from, and what its metadata say.

    source: the file (and line) as the user named it. file_name: the last part of the path, empty if there is none.
    """

    text: str
    source: str
    file_name: str = ""
    title: Known[str] = Known()
    outlet: Known[str] = Known()
    address: Known[str] = Known()
    language: Known[str] = Known()
    published: Known[dt.date] = Known()
