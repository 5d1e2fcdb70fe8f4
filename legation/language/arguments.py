"""What the words of a passage are to the events that others of them tell, as the network sees it, when it is asked.

The kinds: party (of a meeting, a signing), host, guest, sender (also who acts or speaks), addressee (also the target,
or the medium of an interview), helper (carrier, mediator), place, time; and none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legation.language.runtime import Array, Network


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, end) of a passage that the network read together, and what it can be asked about them with."""

    first: int
    end: int
    told: Array
    named: Array


@dataclass(frozen=True)
class Arguments:
    """Answers for one passage. Words that were not read together are nothing to each other."""

    network: Network
    stretches: Sequence[Stretch]
    _known: dict[int, tuple[Stretch, Array]] = field(default_factory=dict)

    def of(self, trigger: int, word: int) -> Mapping[str, float]:
        """How likely a word is each argument of the event that another tells; both count from the passage's first."""
        found = self._told_by(trigger)
        if found is None or not found[0].first <= word < found[0].end:
            return {}
        stretch, likelihoods = found
        return dict(zip(self.network.labels["argument"], likelihoods[word - stretch.first].tolist(), strict=True))

    def _told_by(self, trigger: int) -> tuple[Stretch, Array] | None:
        if trigger not in self._known:
            stretch = next((s for s in self.stretches if s.first <= trigger < s.end), None)
            if stretch is None:
                return None
            found = self.network.arguments(stretch.told, stretch.named, [trigger - stretch.first])[0]
            self._known[trigger] = (stretch, found)
        return self._known[trigger]
