"""Of what kind an engagement is by the words around its trigger: a call, a meeting, a visit."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.reading.engagements.scene import Scene
from legation.reading.engagements.triggers import has_phone

# Words behind a verb in which a telephone is the means.
_PHRASE = 16


def as_meant(scene: Scene) -> Scene:
    """The scene with the kind its words mean: to talk with somebody without a telephone, or to visit a person, is a
    meeting."""
    word = scene.word
    speaks = word.kind == "call" and word.frame == "with" and scene.trigger.lemma.lower() != "call"
    if speaks and not _by_phone(scene):
        return replace(scene, word=replace(word, kind="meeting", mode=None))
    if word.kind in ("talks", "meeting", "consultation") and _by_wire(scene):
        return replace(scene, word=replace(word, kind="call", mode=None))
    if word.kind == "visit" and _visits_person(scene):
        return replace(scene, word=replace(word, kind="meeting", frame="with"))
    return scene


def _by_phone(scene: Scene) -> bool:
    """True if the words around the trigger or the report's title tell of a telephone."""
    return has_phone(scene.passage, scene.trigger, scene.lexicon) or _call_in_title(scene) or _on_the_phone(scene)


def _call_in_title(scene: Scene) -> bool:
    """True if the report's title tells of a call: a readout then just says that the two "spoke"."""
    words = set(re.findall(r"[\w-]+", (scene.cast.page.report.title.value or "").lower()))
    return bool(words & {"call", "calls", *scene.lexicon.phone})


def _by_wire(scene: Scene) -> bool:
    """True for "telephone talks", "a meeting by video link"."""
    tokens, i = scene.passage.tokens, scene.trigger.i
    before = tokens[i - 1].text.lower() if i else ""
    behind = [t.text.lower() for t in tokens[i + 1 : i + 5]]
    if before in scene.lexicon.phone or (behind[:1] == ["by"] and bool(scene.lexicon.phone & set(behind))):
        return True
    return scene.word.frame == "beside" and _on_the_phone(scene)


def _on_the_phone(scene: Scene) -> bool:
    """True for "discussed trade and the war on the telephone"."""
    _, end = scene.passage.sentence_of(scene.trigger)
    words = [t.text.lower() for t in scene.passage.tokens[scene.trigger.i : min(end, scene.trigger.i + _PHRASE)]]
    return any(
        w in scene.lexicon.phone and {"on", "by", "over", "via"} & set(words[max(0, n - 3) : n])
        for n, w in enumerate(words)
    )


def _visits_person(scene: Scene) -> bool:
    """True for "will visit President X at his home"."""
    if scene.trigger.pos != "VERB" or scene.trigger.lemma.lower() != "visit":
        return False
    objects = (scene.cast.unit_of(t) for t in scene.passage.children(scene.trigger, "obj"))
    return any(u and all(scene.cast.is_person(k) for k in u.actors) for u in objects)
