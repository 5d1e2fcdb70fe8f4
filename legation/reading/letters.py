"""Letters, notes and statements: papers of one side, that is handed over or in which it speaks.

"The envoy handed over a letter from the king", "said in a letter to the council", "the ministry said in a statement".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from legation.language import Annotation, Token
from legation.model import UNKNOWN, Document, Event, Span, Statement
from legation.reading.lexicons import load_toml
from legation.reading.page import Page
from legation.reading.people.cast import Cast, unique
from legation.reading.people.states import state
from legation.register import Register

_SAID_IN = frozenset(["in", "by", "through", "via"])
_DETERMINERS = frozenset(["a", "an", "its", "his", "her", "their"])
_WHOSE = frozenset(["from", "of"])
_ENDS = frozenset(["to", "in", "on", "addressed", "which", "that", "who"])
# "In a statement to the agency", "to reporters": words spoken to a medium.
_SPOKEN = re.compile(r"\s+to\b")


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper of one side as found: its noun with the words before it, its kind and what was done to it."""

    title: Span
    kind: str
    status: str


def make_letters(
    cast: Cast,
    documents: Sequence[Document],
    events: Sequence[Event],
    statements: Sequence[Statement],
    register: Register,
) -> tuple[list[Document], list[Event]]:
    """The letters and statements of a report, with the states that send and receive them, and the events with the
    letters that were sent at them."""
    found: list[Document] = []
    result = list(events)
    for letter in find_letters(cast.page):
        if any(_is_told(cast.page.text, letter, document) for document in documents):
            continue
        message = _message(letter, cast.page, result)
        said = None if message else _said_in_it(letter, cast.page, statements)
        parties = _sides(cast, letter, message, said, register)
        if any(_is_same(cast.page.text, letter, parties, other) for other in found):
            continue
        when = message.when if message else said.said_on if said else UNKNOWN
        name = f"d{len(documents) + len(found) + 1}"
        found.append(Document(name, letter.kind, letter.title, parties, (), when, None, letter.status))
        if message:
            result[result.index(message)] = replace(message, documents=(*message.documents, name))
    return found, result


def find_letters(page: Page) -> list[Letter]:
    """Letters that are given or sent, and papers in which somebody speaks, in text order."""
    return [
        letter
        for passage in page.passages
        for token in passage.tokens
        if (letter := _letter(page, passage, token) or _statement(page, passage, token))
    ]


def _letter(page: Page, passage: Annotation, noun: Token) -> Letter | None:
    words = _words("letters")
    word, before = passage.lowered[noun.i], _lower(passage, noun.i - 1)
    if (word not in words["nouns"] and word not in words["handed"]) or before in words["not_before"]:
        return None
    behind = {_lower(passage, noun.i + 1), _lower(passage, noun.i + 2)}
    if behind & words["not_behind"] or _lower(passage, noun.i + 1) == "-":
        return None
    title = _title(passage, noun)
    if _lower(passage, _first(passage, title) - 1) == "no":
        return None
    is_letter = word in words["nouns"] or before in words["before"] or bool(behind & words["behind"])
    from_somebody = "from" in {_lower(passage, noun.i + n) for n in range(1, 5)}
    status = _given(passage, noun, is_letter=is_letter, from_somebody=from_somebody)
    if status is None and is_letter and _is_said_in(passage, title, {"the"}):
        status = "issued"
    return Letter(title, "letter", status) if status else None


def _given(passage: Annotation, noun: Token, *, is_letter: bool, from_somebody: bool) -> str | None:
    """The status of a letter by the verb that stands nearest before it, or behind it if passive."""
    first, last = passage.sentence_of(noun)
    before = (t for t in reversed(passage.tokens[first : noun.i]) if _is_done(t))
    clause = itertools.takewhile(lambda t: t.text.lower() != "that", passage.tokens[noun.i + 1 : last])
    behind = (t for t in clause if _is_done(t))
    passive = (t for t in behind if _is_passive(passage, t))
    for verb in (*list(before)[:1], *list(passive)[:1]):
        lemma = verb.lemma.lower()
        status = _statuses().get(lemma)
        written = lemma in _words("given")["by_hand"] or (lemma in _words("given")["got"] and from_somebody)
        if status and (is_letter or written):
            return "planned" if _is_ahead(passage, verb) else status
    return None


def _is_done(token: Token) -> bool:
    return token.pos == "VERB" and token.dep != "amod"


def _is_passive(passage: Annotation, verb: Token) -> bool:
    """True for the verb of "was also handed"."""
    i = verb.i - 1
    while i >= 0 and passage.tokens[i].pos == "ADV":
        i -= 1
    return i >= 0 and passage.tokens[i].lemma.lower() == "be"


def _is_ahead(passage: Annotation, verb: Token) -> bool:
    return any(t.lemma.lower() in ("will", "would", "shall") for t in passage.tokens[max(0, verb.i - 3) : verb.i])


def _statement(page: Page, passage: Annotation, noun: Token) -> Letter | None:
    """The paper of "said in a statement", "insisted in a communique that"."""
    if passage.lowered[noun.i] not in _words("statements")["nouns"]:
        return None
    title = _title(passage, noun)
    if not _is_said_in(passage, title) or _SPOKEN.match(page.text, title.end):
        return None
    kind = "statement" if noun.text.lower() == "statement" else "communique"
    return Letter(title, kind, "issued")


def _is_said_in(passage: Annotation, title: Span, further: Collection[str] = ()) -> bool:
    """True for the letter of "said in a letter", "let know by an open letter"; further: other articles it may have."""
    first = _first(passage, title)
    return _lower(passage, first - 1) in {*_DETERMINERS, *further} and _lower(passage, first - 2) in _SAID_IN


def _title(passage: Annotation, noun: Token) -> Span:
    """The noun with its adjectives, what it is called with ("note verbale") and whose it is ("from the king")."""
    first = noun.i
    while first > 0 and _describes(passage.tokens[first - 1]):
        first -= 1
    end = noun
    if _lower(passage, end.i + 1) in _words("letters")["behind"]:
        end = passage.tokens[end.i + 1]
    if _lower(passage, end.i + 1) in _WHOSE:
        end = _end_of_sender(passage, noun, end)
    return Span(passage.tokens[first].start, end.end)


def _end_of_sender(passage: Annotation, noun: Token, end: Token) -> Token:
    """The last word of the "from the president of Chile" behind a letter."""
    senders = [n for n in passage.children(noun, "nmod") if n.i > end.i]
    last = max((t.i for n in senders[:1] for t in passage.subtree(n)), default=end.i)
    words = passage.tokens[end.i + 1 : last + 1]
    stop = next((t.i for t in words if t.pos in ("PUNCT", "VERB", "SCONJ") or t.text.lower() in _ENDS), last + 1)
    return passage.tokens[stop - 1]


def _first(passage: Annotation, span: Span) -> int:
    return next(t.i for t in passage.tokens if t.start >= span.start)


def _describes(token: Token) -> bool:
    return token.pos in ("ADJ", "NOUN", "NUM") and token.text.isascii() and token.text.replace("-", "").isalpha()


def _message(letter: Letter, page: Page, events: Sequence[Event]) -> Event | None:
    """The engagement by which the letter was sent."""
    sentence = page.sentence_at(letter.title.start)
    messages = (e for e in events if e.kind == "message" and e.sentence.overlaps(sentence))
    return next(messages, None) if letter.kind == "letter" else None


def _said_in_it(letter: Letter, page: Page, statements: Sequence[Statement]) -> Statement | None:
    """What is said in it: the sentence's statement."""
    sentence = page.sentence_at(letter.title.start)
    return next((s for s in statements if s.cue and s.speaker and sentence.covers(s.cue)), None)


def _sides(
    cast: Cast, letter: Letter, message: Event | None, said: Statement | None, register: Register
) -> tuple[str, ...]:
    """The states of whom its title names, of who sends it to whom, or of who speaks in it."""
    keys = [key for unit in cast.at(letter.title) for key in unit.actors]
    if message:
        keys += message.actors("sender", "addressee")
    elif said and said.speaker and not keys:
        keys = [said.speaker]
    return unique([state(cast, country, register) for key in keys if (country := cast.country_of(key))])


def _is_told(text: str, letter: Letter, document: Document) -> bool:
    """True for words that are a document already, or the words of one ("in their joint statement")."""
    again = letter.title.of(text).lower() == document.title.of(text).lower() and " " in letter.title.of(text)
    return again or document.title.overlaps(letter.title)


def _is_same(text: str, letter: Letter, parties: tuple[str, ...], other: Document) -> bool:
    """True for a letter told again: of the same noun, and of nobody else."""
    same_noun = _noun(letter.title.of(text)) == _noun(other.title.of(text))
    return same_noun and (not parties or not other.parties or set(parties) == set(other.parties))


def _noun(title: str) -> str:
    return re.split(r"\s(?:from|of)\s", title)[0].split()[-1].lower()


def _lower(passage: Annotation, i: int) -> str:
    return passage.lowered[i] if 0 <= i < len(passage.lowered) else ""


@cache
def _words(table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_toml("letters.toml")[table].items()}


@cache
def _statuses() -> dict[str, str]:
    words = _words("given")
    return {lemma: status for status in ("submitted", "issued") for lemma in words[status]}
