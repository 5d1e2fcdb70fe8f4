"""What the caller may tell intake beyond the files themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

FIELD_NAMES = ("text", "title", "outlet", "address", "language", "published")


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """Settings of one run, the same for every input of it.

    published, outlet: hold for every report and go before anything found in it. fields: our name -> the name
    in the JSON records ({"text": "body"}); a dot reaches into a record ("meta.date"). fetched: when the inputs
    were fetched, if the caller knows. Raises ValueError if ``fields`` names something that is not ours.
    """

    published: dt.date | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    fetched: dt.datetime | None = None

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in FIELD_NAMES:
                raise ValueError(f"{name!r} is not a field of a report; must be one of {', '.join(FIELD_NAMES)}")
