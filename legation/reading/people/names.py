"""Finding the names of people: runs of capitalised words with a reason to be a person.

A run becomes a person's name when a title stands by it, when the language layer says so, or when the
register knows the full name. Titles before ("Foreign Minister Ali Alatas"), behind ("X, leader of the
KDP") and set off by a comma ("the chairman of the Senate, X") are read with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.language import Annotation, Token
from legation.model import Span
from legation.reading.page import Page
from legation.reading.people.roles import RoleLexicon
from legation.register import Hit, Register

_WORD = r"(?:[^\W\d_](?:[\w]|['’](?=\w))*(?:-[\w'’]*\w)*\.?)"
# The Arabic article before a surname, as it sounds and as Turks write it: "al-Sudani", "eş-Şeybani".
_ARTICLE = re.compile(r"(?:al|el|ad|ed|an|en|ar|er|as|es|ash|eş|at|et|az|ez|ul)-")
_CAPITAL = re.compile(rf"(?:{_ARTICLE.pattern})?(?=[^\W\d_])(?=\w){_WORD}")
# A title does not end with these: "the president the greetings of X".
_OPEN_ENDS = frozenset("of the for and to 's ’s".split())
_POSSESSIVE = re.compile(r"['’]s?$")
# Offices whose holders reports call by surname from the start.
HIGH_OFFICES = ("head_of_state", "head_of_government", "foreign_minister")
# What goes on in capitals right behind a run: "Central" of "the Central Foreign Affairs Commission".
_CAPITALS = re.compile(r"(?: [A-Z][\w-]+)+")
# "President-elect", "minister-designate"
_IN_WAITING = re.compile(r"-(?:elect|designate)$")
_ARTICLES = ("The", "A", "An")
_NO_PERSONS = ("organisation", "medium", "place", "document", "event")
# Given names cut short to letters without a vowel, and those of Cyrillic letters: "Md. Jashim Uddin", "Yu. Ushakov".
_SHORTENED = re.compile(r"(?:[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2}|Yu|Ya|Ye|Moh|Muh)\.$")
# "H.E Ana Silva", "H. E. Silva": not initials.
_EXCELLENCY = re.compile(r"\bH\. ?E\b\.?(?= [A-Z]|$)")
_YOUNGER = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name with the title read with it. unit: name and title together. title: "" if there is none.

    owner: the words of a possessor ("Russia's", "Yeltsin's") or of-phrase that tell the side. strong: True if
    more than the language layer's word speaks for a person.
    """

    span: Span
    name: str
    unit: Span
    title: str
    title_span: Span | None
    owner: Span | None
    strong: bool


@dataclass(frozen=True, slots=True)
class _Run:
    span: Span
    words: tuple[Span, ...]


def find_names(page: Page, passage: Annotation, register: Register, lexicon: RoleLexicon) -> list[NameMention]:
    """Names of people in one passage, in order of appearance; single surnames are left to the caller."""
    found: list[NameMention] = []
    finder = _Finder(page, passage, register, lexicon)
    for run in finder.runs():
        mention = finder.person(run, found[-1].span.end if found else passage.span.start)
        if mention:
            found.append(mention)
    return found


class _Finder:
    def __init__(self, page: Page, passage: Annotation, register: Register, lexicon: RoleLexicon) -> None:
        self.page = page
        self.text = page.text
        self.passage = passage
        self.register = register
        self.lexicon = lexicon
        self.hits = page.hits_in(passage.span)
        self.institutions = lexicon.institutions
        self.people = [e.span for e in passage.entities if e.label == "person"]
        self.titles = [e.span for e in passage.entities if e.label == "title"]
        self.bodies = [e.span for e in passage.entities if e.label in ("organisation", "place")]

    # -- runs of capitalised words

    def runs(self) -> list[_Run]:
        """Runs of capitalised words, cut at titles, country names and bodies; what is left may be a name."""
        runs: list[_Run] = []
        words: list[Span] = []
        for token_span in self._capitalised():
            if words and not self._joined(words[-1], token_span):
                runs.extend(self._cut(words))
                words = []
            words.append(token_span)
        runs.extend(self._cut(words))
        return runs

    def _capitalised(self) -> list[Span]:
        passage = self.passage.span
        addressed = [Span(*m.span()) for m in _EXCELLENCY.finditer(self.text, passage.start, passage.end)]
        found = []
        for match in _CAPITAL.finditer(self.text, passage.start, passage.end):
            word = match.group()
            if any(a.start <= match.start() < a.end for a in addressed):
                continue
            core = _ARTICLE.sub("", word) if "-" in word else word
            if not core[:1].isupper():
                continue
            end = match.end()
            kept = _INITIAL.match(word) or word.lower() in self.lexicon.honorifics or _SHORTENED.match(word)
            if word.endswith(".") and not kept:
                end -= 1
            span = Span(match.start(), end)
            possessive = _POSSESSIVE.search(span.of(self.text))
            if possessive:
                span = Span(span.start, span.start + possessive.start())
            found.append(span)
        return found

    def _joined(self, before: Span, after: Span) -> bool:
        between = self.text[before.end : after.start]
        if between == " ":
            return True
        words = between.split()
        return (
            bool(words) and between[:1] == " " and all(w in self.lexicon.particles for w in words) and len(words) <= 3
        )

    def _cut(self, words: list[Span]) -> list[_Run]:
        """Splits a run where a title, a country, a body or an ordinary sentence-opening word ends."""
        parts: list[list[Span]] = [[]]
        role_ends = self._role_words(words)
        for i, word in enumerate(words):
            if (
                ((i in role_ends or self._in_hit(word)) and not self._part_of_name(word))
                or self._in_title(word)
                or self._is_body_before(word, words[i + 1 :])
                or word.of(self.text) in _ARTICLES
                or (self.page.timex_at(word.start) and not self._labelled(word))
                or (not parts[-1] and self._opens(word))
                or (0 < i < len(words) - 1 and word.of(self.text).lower() in self.lexicon.headline_verbs)
            ):
                parts.append([])
            else:
                parts[-1].append(word)
        return [_Run(Span(p[0].start, p[-1].end), tuple(p)) for p in parts if p]

    def _role_words(self, words: list[Span]) -> set[int]:
        lower = [_IN_WAITING.sub("", w.of(self.text).lower()) for w in words]
        inside: set[int] = set()
        for i, word in enumerate(lower):
            hit = self.lexicon.role_at(lower, i + 1)
            if hit:
                inside.update(range(hit[0], i + 1))
            if word in self.lexicon.honorifics or word in self.lexicon.modifiers:
                inside.add(i)
            if word in self.lexicon.portfolios and self._after_title(words[i]):
                inside.add(i)
        return inside

    def _after_title(self, word: Span) -> bool:
        """True if a role noun stands shortly before: "Minister of Trade and Industry", "Secretary for ... Affairs"."""
        before = self.text[max(self.passage.span.start, word.start - 60) : word.start].lower()
        return bool(self.lexicon.roles_in(re.sub(r"[^\w\s-]", " ", before)))

    def _in_hit(self, word: Span) -> bool:
        return any(h.span.covers(word) for h in self.hits)

    def _opens(self, word: Span) -> bool:
        """True for a capitalised word that is no proper noun ("Speaking", "The", "However")."""
        token = self._token(word.start)
        return token is not None and token.pos not in ("PROPN", "NOUN", "ADJ", "X") and not self._labelled(word)

    def _part_of_name(self, word: Span) -> bool:
        """True for the "Israel" of "Israel Katz" and the "Sheikh" of "Hassan Sheikh Mohamud": the language layer reads
        the word as one of a person's name, and it is no title and no country before it."""
        whole = next((p for p in self.people if p.covers(word) and p != word), None)
        if whole is None or (whole.start < word.start and not self._addresses(Span(whole.start, word.end))):
            return whole is not None
        if word.of(self.text).lower() in self.lexicon.roles:
            return False
        # "President of Türkiye Recep Tayyip Erdogan": what follows is a name by itself
        behind = len(self.text[word.end : whole.end].split())
        return behind == 1 and not self.text[: word.start].endswith((" of ", " of the "))

    def _addresses(self, words: Span) -> bool:
        """True for "Dato' Seri", forms of address alone."""
        return all(word in self.lexicon.honorifics for word in words.of(self.text).lower().split())

    def _in_title(self, word: Span) -> bool:
        """True for the "Relations" of "Minister of External Relations" behind the office."""
        return any(t.start < word.start and t.covers(word) for t in self.titles) and not self._labelled(word)

    def _is_body_before(self, word: Span, after: list[Span]) -> bool:
        """True for the "MFA" of "the head of the MFA Ana Silva"."""
        inside = any(body.covers(word) for body in self.bodies) and not self._labelled(word)
        return inside and any(self._labelled(other) for other in after)

    def _labelled(self, word: Span) -> bool:
        return any(p.covers(word) for p in self.people)

    def _token(self, offset: int) -> Token | None:
        return self.page.token_at(offset)

    # -- is it a person?

    def person(self, run: _Run, floor: int) -> NameMention | None:
        """The run as a person's name with its title, or None. floor: the end of the name before it."""
        run = self._with_particles(run)
        name = run.span.of(self.text)
        if self._is_body(run) or (name.isupper() and len(run.words) == 1 and len(name) < 5) or name in _YOUNGER:
            return None
        title = self._title_before(run.span.start, floor) or self._title_across_comma(run.span, floor)
        behind = self._title_behind(run.span.end)
        labelled = self._labelled(run.words[-1]) or self._labelled(run.words[0])
        known = self._registered(name) if len(run.words) > 1 else labelled and self._in_high_office(name)
        if not (title or known or labelled) or self._inside_another(run):
            return None
        unit = Span(title.start if title else run.span.start, behind.end if behind else run.span.end)
        title_span = title or behind
        owner = self._owner(unit.start, run.span.end)
        if owner and owner.end <= unit.start:
            unit = Span(owner.start, unit.end)
        return NameMention(
            run.span,
            name,
            unit,
            title_span.of(self.text).strip(" ,") if title_span else "",
            title_span,
            owner,
            bool(title or known),
        )

    def _with_particles(self, run: _Run) -> _Run:
        """ "Foreign Minister van der Stoel": small words between a title and a surname belong to the name."""
        tokens = [t for t in self.passage.within(Span(self.passage.span.start, run.span.start)) if not t.text.isspace()]
        first = len(tokens)
        while first > 1 and tokens[first - 1].text in self.lexicon.particles:
            first -= 1
        if first == len(tokens) or not self.lexicon.role_at([t.text.lower() for t in tokens[:first]], first):
            return run
        return _Run(Span(tokens[first].start, run.span.end), run.words)

    def _is_body(self, run: _Run) -> bool:
        words = [w.of(self.text).lower().rstrip(".") for w in run.words]
        dated = self.page.timex_at(run.span.end + 1)
        going_on = None if dated else _CAPITALS.match(self.text, run.span.end, self.passage.span.end)
        words += going_on.group().lower().split() if going_on else []
        # "Theresa May": the language layer knows months from people
        sure = not going_on and all(self._labelled(word) for word in run.words)
        return not sure and any(w in self.institutions or w.removesuffix("s") in self.institutions for w in words)

    def _inside_another(self, run: _Run) -> bool:
        """True for a single word inside a longer name of a place or body: "president of New Caledonia"."""
        return len(run.words) == 1 and any(
            e.span.covers(run.span) and e.span != run.span and e.label in _NO_PERSONS for e in self.passage.entities
        )

    def _registered(self, name: str) -> bool:
        candidates = self.register.people_named(name, on=self.page.published)
        return bool(candidates) and candidates[0].score >= 0.75

    def _in_high_office(self, surname: str) -> bool:
        """True if one person of that surname alone leads a state or its diplomacy on the day of the report."""
        on = self.page.published
        if on is None:
            return False
        found = [
            c
            for c in self.register.people_named(surname, on=on)
            if c.tenure and c.tenure.standing(on) == "held" and self._is_high(c.tenure.office)
        ]
        return len(found) == 1

    def _is_high(self, office: str) -> bool:
        known = self.register.office(office)
        return known is not None and known.kind in HIGH_OFFICES

    # -- titles

    def _title_before(self, end: int, floor: int) -> Span | None:
        """The title that stands directly before a name, back to ``floor`` at most."""
        tokens = [t for t in self.passage.within(Span(floor, end)) if t.start >= floor and t.end <= end]
        if not tokens or self.text[tokens[-1].end : end].strip() or tokens[-1].text.lower() in _OPEN_ENDS:
            return None
        if self._common_noun(tokens):
            return None
        start = self._walk_back(tokens)
        return Span(tokens[start].start, end) if start is not None else None

    def _common_noun(self, tokens: list[Token]) -> bool:
        """True if what stands before the name is no title: "the news agency Petra"."""
        last = tokens[-1]
        if last.pos != "NOUN" or not last.text.islower():
            return False
        word = last.text
        known = word in self.lexicon.portfolios or word in self.lexicon.modifiers
        return not known and not self.lexicon.role_at([t.text.lower() for t in tokens], len(tokens))

    def _title_across_comma(self, name: Span, floor: int) -> Span | None:
        """ "the speaker of the lower house of the parliament, Nurlan Aitov" """
        before = _EXCELLENCY.sub("", self.text[floor : name.start].rstrip()).rstrip()
        after = self.text[name.end : name.end + 1]
        if not before.endswith(",") or after not in (",", ".", "", ";", " "):
            return None
        comma = floor + len(before) - 1
        tokens = [t for t in self.passage.within(Span(floor, comma)) if t.start >= floor and t.end <= comma]
        start = self._walk_back(tokens)
        if start is None:
            return None
        opener = tokens[start - 1].text.lower() if start else ""
        definite = opener in ("the", "his", "her", "its", "their") or tokens[start].text[:1].isupper()
        return Span(tokens[start].start, name.start) if definite else None

    def _walk_back(self, tokens: list[Token]) -> int | None:
        """Index of the first token of a title that ends with the last token; None if it holds no role noun."""
        words = [t.text.lower() for t in tokens]
        first_role: int | None = None
        i = len(tokens)
        while i > 0:
            role = self.lexicon.role_at(words, i)
            if role:
                first_role = i = role[0]
                if self._of_somebody(words, i, words[first_role : first_role + 1]):
                    break
                continue
            if not self._title_word(tokens, i - 1, first_role is not None):
                break
            i -= 1
        if first_role is None:
            return None
        while i < first_role and (words[i] in ("the", "of", "for", "and", "'s", "’s", "a", "an", "-", "to")):
            i += 1
        return i

    def _of_somebody(self, words: list[str], i: int, role: list[str]) -> bool:
        """True for "(the visit to Russia) of President X": what stands before is no part of the title. Plural offices
        are parts of bodies: "Chairman of the Council of Ministers"."""
        return words[max(0, i - 1) : i] == ["of"] and not role[0].endswith("s")

    def _title_word(self, tokens: list[Token], i: int, seen_role: bool) -> bool:
        token = tokens[i]
        word = token.text.lower()
        if word in ("of", "the", "for", "-", "'s", "’s"):
            return not (word == "the" and seen_role and i > 0 and tokens[i - 1].text.lower() not in ("of", "for"))
        if word == "on" and not seen_role and i + 1 < len(tokens):
            return not self.page.timex_at(tokens[i + 1].start)
        if word in ("and", "&"):
            joined = tokens[max(0, i - 1)], tokens[min(i + 1, len(tokens) - 1)]
            return not seen_role and all(t.text[:1].isupper() for t in joined)
        if word in self.lexicon.modifiers or word in self.lexicon.portfolios or word in self.lexicon.honorifics:
            return True
        if self._in_hit(token.span):
            return True
        return token.pos in ("NOUN", "PROPN", "ADJ") and (
            token.text[:1].isupper() or token.pos == "ADJ" or not seen_role
        )

    def _title_behind(self, end: int) -> Span | None:
        """ ", leader of the Kurdistan Democratic Party (KDP)," directly behind a name."""
        match = re.match(r", (?!(?:and|or) )(?=[^,]{3,90})", self.text[end : min(end + 100, self.passage.span.end)])
        if not match:
            return None
        start = end + match.end()
        stop = re.search(r"[,;.](?:\s|$)|[\"“”—]| -- ", self.text[start : self.passage.span.end])
        phrase_end = start + stop.start() if stop else self.passage.span.end
        tokens = list(self.passage.within(Span(start, phrase_end)))
        for n, token in enumerate(tokens):
            if token.pos in ("VERB", "AUX", "PRON", "SCONJ") and token.text.lower() not in ("who", "his", "her", "its"):
                return None
            if n > 6:
                return None
            words = [t.text.lower() for t in tokens[: n + 1]]
            if self.lexicon.role_at(words, n + 1):
                if any(self._names_somebody(t) for t in tokens[n + 1 :]):
                    # "Queen Elizabeth, Prime Minister Thatcher": the title of the next
                    return None
                verb = next(
                    (t for t in tokens[n + 1 :] if t.pos in ("VERB", "AUX") and not t.has("VerbForm=Part")), None
                )
                return None if verb else Span(end, phrase_end)
        return None

    def _names_somebody(self, token: Token) -> bool:
        """True for a proper name that is neither a place or body nor part of a title."""
        word = token.text.lower()
        known = word in self.lexicon.portfolios or word in self.lexicon.modifiers or word in self.institutions
        known = known or bool(self.lexicon.role_at([word], 1))
        return token.pos == "PROPN" and token.text[:1].isupper() and not known and not self._in_hit(token.span)

    def _owner(self, start: int, end: int) -> Span | None:
        """The country of "Russia's Alexander Lebed" or "Leonid Kuchma of Ukraine"."""
        for hit in self.hits:
            if hit.kind in ("country", "metonym", "capital", "adjective") and 0 <= start - hit.span.end <= 3:
                if self.text[hit.span.end : start].strip() in ("'s", "’s", "'", "’"):
                    return hit.span
            if hit.kind in ("country", "organisation") and self.text[end : hit.span.start].strip() in ("of", "of the"):
                return hit.span
        return None


def title_hits(page: Page, mention: NameMention) -> list[Hit]:
    """Countries and bodies named in a title, in order; those of the possessor or of-phrase if the title has none."""
    found = page.hits_in(mention.title_span) if mention.title_span else []
    if not any(h.country or h.kind == "organisation" for h in found) and mention.owner:
        found = page.hits_in(mention.owner)
    return found
