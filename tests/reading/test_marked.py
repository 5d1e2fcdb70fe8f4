"""What the language model marks and what the rules find become one account of who said what."""

from __future__ import annotations

from dataclasses import replace

from legation import language
from legation.language import Annotation
from legation.language import Attribution as Marked
from legation.model import Span
from legation.reading.statements.attribution import Attribution
from legation.reading.statements.cues import lexicon
from legation.reading.statements.marked import with_marked

TEXT = "Ruto said that trade grows. Kagame hopes that it lasts. Museveni added that all is well."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def ruled(source: str, cue: str, content: str, continues: int | None = None) -> Attribution:
    return Attribution(at(source), at(cue), (at(content),), "indirect", continues)


def marked(source: str, cue: str, content: str) -> Marked:
    return Marked((at(source),), (at(cue),), (at(content),))


def joined(found: list[Attribution], *seen: Marked) -> tuple[Attribution, ...]:
    (parsed,) = language.annotate([TEXT])
    passage: Annotation = replace(parsed, attributions=seen)
    return with_marked(TEXT, set(), [passage], found, lexicon())


def test_the_model_says_where_contents_end() -> None:
    (one,) = joined([ruled("Ruto", "said", "that trade")], marked("Ruto", "said", "that trade grows"))
    assert (one.cue, one.content) == (at("said"), (at("that trade grows"),))


def test_what_the_rules_took_from_elsewhere_stays_theirs() -> None:
    (one,) = joined([ruled("Museveni", "added", "trade grows")], marked("Museveni", "added", "that all is well"))
    assert one.content == (at("trade grows"),)


def test_an_attribution_that_only_the_model_sees_is_added() -> None:
    (one,) = joined([], marked("Museveni", "added", "that all is well"))
    assert one.source == at("Museveni")
    assert not one.belief


def test_a_hope_that_only_the_model_sees_is_a_belief() -> None:
    (one,) = joined([], marked("Kagame", "hopes", "that it lasts"))
    assert one.belief


def test_who_goes_on_speaking_is_told_by_place_in_the_whole_account() -> None:
    rules = [ruled("Ruto", "said", "that trade grows"), ruled("Museveni", "added", "that all is well", continues=0)]
    seen = [marked("Ruto", "said", "that trade grows"), marked("Kagame", "hopes", "that it lasts")]
    found = joined(rules, *seen, marked("Museveni", "added", "that all is well"))
    assert [a.continues for a in found] == [None, None, 0]


def test_what_the_rules_alone_see_counts_only_where_they_read_better() -> None:
    assert not joined([ruled("Ruto", "said", "that trade grows")])
