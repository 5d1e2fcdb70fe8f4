"""PLOVER codes of engagements.

Source: the PLOVER codebook, with the event and mode names of 2021. An engagement that took place is CONSULT;
one that is agreed on is AGREE; one refused or called off is REJECT; a document signed is SUPPORT.
"""

from __future__ import annotations

from dataclasses import replace

from legation.model import Event

_CONSULT = frozenset(
    {"meeting", "talks", "summit", "consultation", "visit", "call", "ceremony", "interview", "message"}
)
_REFUSED = frozenset({"cancelled", "denied", "postponed"})
_AHEAD = frozenset({"planned", "proposed"})


def coded(event: Event) -> Event:
    """The event with its PLOVER type and mode; unchanged if it has one, or if it is no engagement."""
    if event.plover or event.kind not in _CONSULT | {"signing"}:
        return event
    if event.kind == "interview":
        return event
    if event.status in _REFUSED:
        return replace(event, plover="REJECT", plover_mode="meet")
    if event.status in _AHEAD:
        return replace(event, plover="AGREE", plover_mode="sign" if event.kind == "signing" else "meet")
    if event.kind == "signing":
        return replace(event, plover="SUPPORT", plover_mode=None)
    return replace(event, plover="CONSULT", plover_mode=_mode(event))


def _mode(event: Event) -> str | None:
    if event.kind == "visit":
        return "visit"
    if event.mode in ("phone", "video"):
        return "phone"
    if event.actors("mediator"):
        return "third-party"
    return "multilateral" if event.kind == "summit" or len(event.actors()) > 2 else None
