"""Where an engagement was: the city and country told at its trigger, or the town the register lacks."""

from __future__ import annotations

import re

from legation.language import Token
from legation.model import Place, Span
from legation.reading.engagements.arguments import Argument, arguments, governing_verb
from legation.reading.engagements.parties import is_talked_of, venue
from legation.reading.engagements.scene import Parties, Scene
from legation.reading.people.roles import lexicon as roles

_REGION = re.compile(r"\s+(?:region|sea|ocean|area|strait|gulf|basin)\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:in|at) (?:the )?$")
_TOWN = re.compile(
    r"\b(?:in|at|to|for|near) (?:the |a )?(?:[\w-]+ ){0,3}"
    r"(?:city|town|village|resort|port|settlement|suburb) of (?:the )?$"
)


def place_of(scene: Scene, parties: Parties) -> Place:
    """The city and country at the trigger or its verb: "in Astana", or the destination of a visit."""
    cast, page = scene.cast, scene.cast.page
    spans = []
    if parties.place:
        spans.append(parties.place.span)
    verb = governing_verb(scene.passage, scene.trigger)
    for token in [scene.trigger, *([verb, *_settings(scene, verb)] if verb else [])]:
        named = (a for a in arguments(cast, scene.passage, token) if a.at_place)
        spans += [a.unit.span for a in named if not _of_paper(scene, a) and not is_talked_of(scene, a)]
    if scene.word.kind != "visit" and (place := venue(scene)):
        spans.append(place.span)
    for span in spans:
        for hit in page.hits_in(span):
            if hit.country and hit.kind in ("city", "capital"):
                return Place(hit.surface, hit.country, hit.span)
    town = _town(scene)
    for span in spans:
        for hit in page.hits_in(span):
            if hit.country and hit.kind in ("country", "metonym"):
                return Place(town.city, hit.country, hit.span)
    if parties.destination is None:
        return town if town.city else Place(_unknown_city(scene))
    return Place(town.city, parties.destination)


def _of_paper(scene: Scene, argument: Argument) -> bool:
    """True for the place of "signed an agreement on a consulate in Hong Kong"."""
    return scene.word.kind == "signing" and argument.prep in ("on", "about", "for", "of")


def _settings(scene: Scene, verb: Token) -> list[Token]:
    """The meetings on whose sidelines it took place, for they tell where: "on the sidelines of the summit in X"."""
    below = (t for t in scene.passage.subtree(verb) if t.text.lower() in scene.lexicon.beside)
    return [t for side in below for t in scene.passage.children(side, "nmod")]


def _unknown_city(scene: Scene) -> str | None:
    """A place the register lacks, as the language layer sees it: "in the city of El Alamein"."""
    text, passage = scene.cast.page.text, scene.passage
    end = passage.sentence_span(scene.trigger).end
    for entity in passage.entities:
        if entity.label == "place" and scene.trigger.end < entity.span.start < end:
            before = text[scene.trigger.end : entity.span.start]
            if (
                _IN_PLACE.search(before)
                and entity.span.of(text) not in scene.lexicon.regions
                and not _REGION.match(text, entity.span.end)
                and not scene.cast.page.hits_in(entity.span)
                and text[entity.span.start : entity.span.end].split()[-1].lower() not in roles().institutions
            ):
                return entity.span.of(text)
    return None


def _town(scene: Scene) -> Place:
    """The town of "in the Norwegian village of Novo Selo", "for the West Bank town of Ramallah", with its country if
    the words before it name one."""
    page, sentence = scene.cast.page, scene.passage.sentence_span(scene.trigger)
    named = [e.span for e in scene.passage.entities if e.label == "place"]
    named += [hit.span for hit in page.hits_in(sentence)]
    for span in sorted(named):
        if scene.trigger.end < span.start < sentence.end:
            words = _TOWN.search(page.text, scene.trigger.end, span.start)
            if words:
                countries = [h.country for h in page.hits_in(Span(*words.span())) if h.country]
                return Place(span.of(page.text), countries[0] if countries else None)
    return Place()
