"""Attribution: which source and content belong to which cue."""

from __future__ import annotations

import numpy as np

from legation.language.attribution import Attribution, Fragment, cues, gathered
from legation.model import Span


def test_a_content_goes_to_the_cue_its_words_vote_for() -> None:
    spans = [(0, 1, "source"), (1, 2, "cue"), (2, 4, "content"), (4, 5, "cue"), (5, 6, "content")]
    scores = np.full((6, 7), -9.0, np.float32)
    for word, cue in ((0, 1), (2, 1), (3, 1), (5, 6)):
        scores[word, cue] = 9.0
    assert cues(spans, scores) == [1, None, 1, None, None]


def test_a_split_quotation_is_one_attribution() -> None:
    said = Span(20, 24)
    fragments = [
        Fragment(Span(0, 10), "content", 2),
        Fragment(Span(12, 19), "source", 2),
        Fragment(said, "cue"),
        Fragment(Span(26, 40), "content", 2),
        Fragment(Span(50, 60), "content"),
        Fragment(Span(70, 75), "cue"),
    ]
    assert gathered(fragments) == [
        Attribution((Span(12, 19),), (said,), (Span(0, 10), Span(26, 40))),
        Attribution((), (), (Span(50, 60),)),
    ]
