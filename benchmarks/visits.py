"""Remarks of registers of visits: ``python -m benchmarks.visits INPUT > PREDICTIONS``.

INPUT: JSON Lines, plain or .gz, with id, kind, text and context {visitor, start, end, country, place}. A remark leaves
out who visited whom and when; the context says it in a sentence before it. Nothing of that sentence is predicted.
Converts formats only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks._io import Json, readings, report, run
from legation.model import Actor, Event, EventKind, Place, Reading, RoleName, Span
from legation.register import load

OTHERS: tuple[RoleName, ...] = ("participant", "host", "guest", "addressee")
MET: tuple[EventKind, ...] = ("meeting", "talks", "consultation", "call")


def opening(kind: str, context: Json) -> str:
    """The context as a sentence. kind "visit": the visitor comes from context.country to the United States; "travel":
    the visitor, of the United States, goes there."""
    place = ", ".join(p for p in (context["place"], context["country"]) if p)
    if kind == "visit":
        place, visitor = "the United States", f"{context['visitor']} of {context['country']}"
    else:
        visitor = f"U.S. {context['visitor']}"
    return f"{visitor} visited {place} from {context['start']} to {context['end']}.\n"


def whose(office: str) -> str | None:
    """The state or body that an office begins with: "French" of "French President". The set asks for it by itself."""
    ends = [hit.span.end for hit in load().scan(office) if hit.span.start == 0]
    return office[: max(ends)] if ends and max(ends) < len(office) else None


class Remark:
    """The reading of one remark, without the sentence before it."""

    def __init__(self, reading: Reading, text: str, start: int) -> None:
        self.reading, self.text, self.start = reading, text, start
        self.events = [event for event in reading.events if self.inside(event.trigger)]
        self.visitors = {
            key for e in reading.events if e.kind == "visit" and not self.inside(e.trigger) for key in e.actors("guest")
        }

    def inside(self, span: Span | None) -> bool:
        """True for words of the remark itself."""
        return span is not None and span.start >= self.start

    def person(self, key: str) -> Json | None:
        """A person named in the remark: {title, of, name}, the name as written there."""
        actor = self.reading.actor(key)
        names = [m.span for m in self.reading.mentions if m.actor == key and self.inside(m.span) and m.how != "pronoun"]
        if actor.kind != "person" or key in self.visitors or not names:
            return None
        return {"title": actor.office, "of": whose(actor.office or ""), "name": self.name(actor, names[0])}

    def name(self, actor: Actor, span: Span) -> str:
        """The words of a mention without the office they begin with."""
        return span.of(self.text).removeprefix(actor.office or "").strip()

    def stopped(self, place: Place) -> bool:
        """True for a place named in the remark, other than the country that the context tells."""
        hosts = {e.place.country for e in self.reading.events if e.kind == "visit" and not self.inside(e.trigger)}
        return self.inside(place.span) and not (place.city is None and place.country in hosts)

    def persons(self, events: Sequence[Event], *roles: RoleName) -> list[Json]:
        """People in these roles, each once."""
        keys = dict.fromkeys(key for event in events for key in event.actors(*roles))
        return [person for key in keys if (person := self.person(key))]

    def predicted(self) -> Json:
        """All fields of the set."""
        # The remark may only add to the visit that the context tells ("Private visit.").
        visits = [event for event in self.reading.events if event.kind == "visit"]
        return {
            "visit_type": next((v.subtype for v in visits if v.subtype), None),
            "met": self.persons([e for e in self.events if e.kind in MET], *OTHERS),
            "accompanied": self.persons(visits, "guest"),
            "attended": self.claimed("attended", "gathering"),
            "addressed": self.claimed("addressed"),
            "documents": [d.title.of(self.text) for d in self.reading.documents if self.inside(d.title)],
            "places": [p.span.of(self.text) for p in self.reading.places if p.span and p.site and self.stopped(p)],
            "dates": self.dates(),
        }

    def claimed(self, *props: str) -> list[str]:
        """The words of the remark from which these are claimed, each once."""
        spans = {c.span: c.quote for c in self.reading.claims if c.prop in props and self.inside(c.span)}
        return list(spans.values())

    def dates(self) -> list[Json]:
        """Dated expressions: {text, start, end}."""
        return [
            {"text": t.span.of(self.text), "start": t.when.start.edtf, "end": t.when.end.edtf}
            for t in self.reading.timexes
            if t.type == "DATE" and t.when and t.when.interval and self.inside(t.span)
        ]


def predict(items: Sequence[Json]) -> Iterator[Json]:
    """One line a remark: {id, visit_type, met, accompanied, attended, addressed, documents, places, dates}."""
    openings = [opening(item["kind"], item["context"]) for item in items]
    sources = [
        report(before + item["text"], published=item["context"]["start"])
        for before, item in zip(openings, items, strict=True)
    ]
    for item, before, source, reading in zip(items, openings, sources, readings(sources), strict=True):
        yield {"id": item["id"], **Remark(reading, source.text, len(before)).predicted()}


if __name__ == "__main__":
    run(predict)
