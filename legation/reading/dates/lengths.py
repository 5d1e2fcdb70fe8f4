"""Resolves what has no place in the calendar: lengths ("two-day"), repetitions ("every Monday"), "recently"."""

from __future__ import annotations

from legation.reading.dates import words
from legation.reading.dates.context import Context, Resolution, length
from legation.reading.dates.recogniser import Found

_FRACTIONS = {
    (False, "hour"): "PT15M",
    (True, "hour"): "PT45M",
    (False, "century"): "P25Y",
    (True, "century"): "P75Y",
}
_HALVES = {"year": ("Y", "6M"), "hour": ("H", "30M"), "minute": ("M", "30S")}


def length_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P2D, PT4H, PXW (count None), P2Y6M for two and a half years."""
    letter, factor, timed = words.table("lengths")[unit]
    prefix = "PT" if timed else "P"
    if count is None:
        return f"{prefix}X{letter}"
    if count % 1 == 0.5 and unit in _HALVES:
        whole = f"{int(count)}{letter}" if count >= 1 else ""
        return f"{prefix}{whole}{_HALVES[unit][1]}"
    return f"{prefix}{count * factor:g}{letter}" if count * factor < 1e6 else f"{prefix}X{letter}"


def duration(found: Found, ctx: Context) -> Resolution | None:
    """A length of time; None where "second" or "minute" is no unit here ("a second term")."""
    unit = found.get("nights").lower() or words.look_up("units", found.get("unit"))
    text = found.get("number")
    if found.settings.get("vague") == "past":
        return Resolution("DATE", "PAST_REF") if unit in ("year", "decade") else length(length_value(None, unit))
    if fraction := found.get("fraction"):
        return length(_FRACTIONS[words.plain(fraction).split()[0].startswith("three"), unit])
    count = words.number(text) if text else None
    if found.get("half"):
        count = 0.5
    elif "single" in found.settings or (not text and found.get("unit") and _single(found)):
        count = 1.0
    if found.get("halfmore") and count is not None:
        count += 0.5
    if second := found.get("unit2"):
        beside = length_value(words.number(found.get("number2")), second.lower())
        return length(length_value(count, unit) + beside.removeprefix("PT"))
    return length(length_value(count, unit))


def _single(found: Found) -> bool:
    """True for "the past decade", where no number is meant but one."""
    return found.places["unit"].end == found.span.end and not found.get("unit").endswith("s")


def repetition(found: Found, ctx: Context) -> Resolution:
    """ "Daily", "every two weeks", "each July", "Tuesday nights"."""
    if word := found.get("frequency"):
        return Resolution("SET", str(words.look_up("frequencies", word)))
    if name := found.get("weekday"):
        part = found.get("daypart")
        return Resolution(
            "SET",
            f"XXXX-WXX-{words.look_up('weekdays', name)}" + (f"T{words.look_up('dayparts', part)}" if part else ""),
        )
    if found.get("dayunit"):
        return Resolution("SET", "P1D")
    if name := found.get("month"):
        return Resolution("SET", f"XXXX-{words.look_up('months', name):02d}")
    count = words.number(found.get("number")) or (2.0 if found.get("other") else 1.0)
    return Resolution("SET", length_value(count, words.look_up("units", found.get("unit"))))


def reference(found: Found, ctx: Context) -> Resolution:
    """ "Now", "recently", "soon": past, present or future, and no more."""
    return Resolution("DATE", found.settings["value"])
