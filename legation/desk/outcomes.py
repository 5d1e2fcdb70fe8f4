"""What became of each input, and of all of them together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    what: "read"; "held": this reader had read it before; "unread": kept, but not read (not in English);
    "refused": not kept. reason: for the last two, one line. nothing_found: read, and it tells of nothing.
    """

    source: str
    what: Literal["read", "held", "unread", "refused"]
    reason: str = ""
    nothing_found: bool = False
    events_new: int = 0
    events_changed: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, as the user named it (a line of a file as "file:12"), and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run of reading did. unread: kept but not read; refused: not kept; nothing_found: sources of reports
    that were read and tell of nothing; held: how many this reader had read before; events_changed: how often a report
    changed an event that was in the record before it."""

    read: int = 0
    held: int = 0
    unread: tuple[Skipped, ...] = ()
    refused: tuple[Skipped, ...] = ()
    nothing_found: tuple[str, ...] = ()
    events_new: int = 0
    events_changed: int = 0

    @property
    def complete(self) -> bool:
        """True if every input was read, now or before."""
        return not self.unread and not self.refused

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "read": self.read,
            "held": self.held,
            "unread": [{"source": s.source, "reason": s.reason} for s in self.unread],
            "refused": [{"source": s.source, "reason": s.reason} for s in self.refused],
            "nothing_found": list(self.nothing_found),
            "events_new": self.events_new,
            "events_changed": self.events_changed,
        }


@dataclass(slots=True)
class Tally:
    """Outcomes, counted."""

    read: int = 0
    held: int = 0
    unread: list[Skipped] = field(default_factory=list)
    refused: list[Skipped] = field(default_factory=list)
    nothing_found: list[str] = field(default_factory=list)
    events_new: int = 0
    events_changed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Counts what became of one input."""
        if outcome.what == "unread":
            self.unread.append(Skipped(outcome.source, outcome.reason))
        elif outcome.what == "refused":
            self.refused.append(Skipped(outcome.source, outcome.reason))
        elif outcome.what == "held":
            self.held += 1
        else:
            self.read += 1
        if outcome.nothing_found:
            self.nothing_found.append(outcome.source)
        self.events_new += outcome.events_new
        self.events_changed += outcome.events_changed

    def summary(self) -> Summary:
        """What was counted so far."""
        return Summary(
            self.read,
            self.held,
            tuple(self.unread),
            tuple(self.refused),
            tuple(self.nothing_found),
            self.events_new,
            self.events_changed,
        )
