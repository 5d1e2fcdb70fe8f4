"""How far the language layer, too, sees those take part in an engagement whom the rules found."""

from __future__ import annotations

from legation.model import Role, Span
from legation.reading.people.cast import Cast

# What is no side: the town of a host apart, which stands for him.
_NO_SIDE = ("none", "time", "place")
_OF_HOST = ("none", "time")


def seen_taking_part(cast: Cast, trigger: Span, role: Role) -> float:
    """How likely an actor takes part in what a trigger tells, by the mention in its paragraph that speaks for it most.

    0 for who is named elsewhere only.
    """
    page = cast.page
    passage = page.passage_at(trigger.start)
    told = passage.root_of(trigger)
    if told is None:
        return 0.0
    units = cast.at(passage.span)
    spans = [u.span for u in units if role.actor in u.actors or cast.country_of(u.actors[0]) == role.actor]
    spans += [role.span] if passage.span.covers(role.span) else []
    if role.role == "host":
        country = cast.country_of(role.actor)
        spans += [hit.span for hit in page.hits_in(passage.span) if country and hit.country == country]
    against = _OF_HOST if role.role == "host" else _NO_SIDE
    likely = [passage.likelihoods(told, span) for span in spans if not span.covers(trigger)]
    return max((1.0 - sum(one.get(name, 0.0) for name in against) for one in likely if one), default=0.0)
