"""Readers of the raw data: every corpus becomes documents of units (a sentence or a paragraph each)."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from legation.language.words import words
from training.model.lemmas import edit

Unit = dict[str, Any]
Document = dict[str, Any]

FACTS = Path(__file__).parents[2] / "facts" / "countries.csv"
COLUMNS = ("ner", "trigger", "status", "whom", "arguments")
"""Of our corpus, behind the word."""
NO_STATUS = "_"
"""Of a word that tells no event."""
_CONLL = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"}
_TIME_WORD = re.compile(
    r"(?i)\d|day|week|month|year|decade|centur|hour|minute|morning|evening|night|noon|today|yesterday|tomorrow|season"
    r"|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december"
)


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file, plain or .gz, without their ends."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


# ---------------------------------------------------------------- CoNLL-2003


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples, from the countries of the register."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(n for row in rows for f in ("demonym_adj", "demonym_noun") for n in row[f].split(";") if n)


def conll(path: Path) -> Iterator[Document]:
    """Documents of a CoNLL-2003 file; MISC that is a demonym is a nationality, other MISC stays "misc"."""
    rows: list[tuple[str, str]] = []
    units: list[Unit] = []
    count = 0
    for line in [*lines_of(path), "-DOCSTART-"]:
        fields = line.split()
        if fields and fields[0] != "-DOCSTART-":
            rows.append((fields[0], fields[-1]))
            continue
        if rows:
            units.append(_conll_unit(rows))
            rows = []
        if fields and units:
            yield {"id": f"conll-{count}", "source": "conll", "units": units}
            count += 1
            units = []


def _conll_unit(rows: list[tuple[str, str]]) -> Unit:
    spans = entity_spans([tag for _, tag in rows])
    tags = ["conll:O"] * len(rows)
    for start, end, name in spans:
        kind = _CONLL[name]
        if kind == "misc" and end - start == 1 and _demonym(rows[start][0]):
            kind = "nationality"
        tags[start:end] = [f"conll:B-{kind}"] + [f"conll:I-{kind}"] * (end - start - 1)
    cut = recut(zip((word for word, _ in rows), tags, strict=True))
    _part_peoples(cut)
    return {**cut, "par": True, "sentence": True}


def _part_peoples(unit: Unit) -> None:
    """ "Russian-Kazakh" is one MISC in CoNLL, and two nationalities for us."""
    forms, keys = unit["words"], unit["ner"]
    for i in range(1, len(forms) - 1):
        pair = keys[i - 1] == "conll:B-misc" and keys[i : i + 2] == ["conll:I-misc"] * 2
        if pair and forms[i] == "-" and _demonym(forms[i - 1]) and _demonym(forms[i + 1]):
            keys[i - 1 : i + 2] = ["conll:B-nationality", "O", "conll:B-nationality"]


def _demonym(word: str) -> bool:
    return word in demonyms() or word.capitalize() in demonyms() or word.rstrip("s") in demonyms()


def entity_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open ranges and names of IOB1 or BIO tags."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for i, tag in enumerate(tags):
        if tag != "O":
            if tag[0] == "B" or before == "O" or before[2:] != tag[2:]:
                found.append((i, i + 1, tag[2:]))
            else:
                found[-1] = (found[-1][0], i + 1, tag[2:])
        before = tag
    return found


# ---------------------------------------------------------------- attribution


def attributions(path: Path, source: str = "polnear") -> Iterator[Document]:
    """Documents of a JSON Lines file with text and attributions (source, cue, content as [start, end) lists)."""
    for line in lines_of(path):
        if line.strip():
            article = json.loads(line)
            yield {"id": article["id"], "source": source, "units": list(_paragraphs(article))}


def _paragraphs(article: dict[str, Any]) -> Iterator[Unit]:
    marks = _marks(article)
    for paragraph in re.finditer(r"[^\n]+", article["text"]):
        base = paragraph.start()
        spans = [(base + a, base + b) for a, b in words(paragraph.group())]
        if not spans:
            continue
        tags, links = ["O"] * len(spans), [-1] * len(spans)
        before: tuple[int, int] | None = None
        for i, (start, end) in enumerate(spans):
            mark = next((marks[c] for c in range(start, end) if c in marks), None)
            if mark is not None:
                role, which, piece = mark
                tags[i] = f"{'I' if before == (which, piece) else 'B'}-{role}"
                links[i] = which
                before = (which, piece)
            else:
                before = None
        yield {
            "words": [article["text"][a:b] for a, b in spans],
            "attr": tags,
            "link": links,
            "par": True,
            "at": spans,
        }


def _marks(article: dict[str, Any]) -> dict[int, tuple[str, int, int]]:
    """Per character: role, attribution and a number of its own for each fragment; the longest content has it."""
    marks: dict[int, tuple[str, int, int]] = {}
    piece = 0
    # of nested attributions the outer one is marked, as in PolNeAR
    order = sorted(article["attributions"], key=lambda a: -sum(end - start for start, end in a.get("content") or ()))
    for which, attribution in enumerate(order):
        for role in ("source", "cue", "content"):
            for start, end in attribution.get(role) or ():
                piece += 1
                for c in range(start, end):
                    marks.setdefault(c, (role, which, piece))
    return marks


# ---------------------------------------------------------------- Universal Dependencies


def conllu(path: Path, source: str) -> Iterator[Document]:
    """Documents of a CoNLL-U file; GUM's time expressions come with it."""
    units: list[Unit] = []
    rows: list[list[str]] = []
    name, count, begins = "", 0, True
    for line in [*lines_of(path), "# newdoc id = end"]:
        if line.startswith("# newdoc"):
            if units:
                yield {"id": f"{source}-{name or count}", "source": source, "units": units}
                count += 1
            units, begins, name = [], True, line.partition("=")[2].strip()
        elif line.startswith("# newpar"):
            begins = True
        elif line.startswith("#"):
            continue
        elif line:
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif rows:
            if not all(r[1] == "_" for r in rows):
                units.append(_ud_unit(rows, begins, source))
                begins = False
            rows = []


def _ud_unit(rows: list[list[str]], begins: bool, source: str) -> Unit:
    unit: Unit = {
        "words": [r[1] for r in rows],
        "upos": [r[3] for r in rows],
        "feats": [r[5] for r in rows],
        "lemma": [edit(r[1], r[2]) for r in rows],
        "head": [int(r[6]) - 1 for r in rows],
        "rel": [r[7] for r in rows],
        "par": begins,
        "sentence": True,
    }
    if source == "gum":
        unit["ner"] = _gum_times(rows)
    return unit


def _gum_times(rows: list[list[str]]) -> list[str]:
    """Keys of the outermost time expressions that name a date, a clock time or a period; all else is left open."""
    keys = ["gum:O"] * len(rows)
    open_at: list[tuple[str, int, bool]] = []
    for i, row in enumerate(rows):
        entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
            if mark.startswith("("):
                fields = mark.strip("()").split("-")
                open_at.append((fields[0], i, len(fields) > 1 and fields[1] == "time"))
            if mark.endswith(")"):
                number = mark.strip("()").split("-")[0]
                at = next((n for n in range(len(open_at) - 1, -1, -1) if open_at[n][0] == number), None)
                if at is None:
                    continue
                _, start, is_time = open_at.pop(at)
                text = " ".join(r[1] for r in rows[start : i + 1])
                if is_time and i - start < 8 and _TIME_WORD.search(text):
                    keys[start : i + 1] = ["gum:B-time"] + ["gum:I-time"] * (i - start)
    return keys


# ---------------------------------------------------------------- our own corpus


def converted(path: Path, kind: str) -> Iterable[Document]:
    """Documents of our corpus as ``python -m training.corpus convert`` writes them; kind: "words" or "attribution"."""
    if kind == "attribution":
        return attributions(path, "corpus")
    return _columns(path)


def _columns(path: Path) -> Iterator[Document]:
    """Documents of tab-separated columns: word, BIO tag of entities, BIO tag of triggers, status, whom the word
    names, the arguments of the event it tells."""
    rows: list[list[str]] = []
    units: list[Unit] = []
    count = 0
    for line in [*lines_of(path), "-DOCSTART-"]:
        fields = line.split("\t")
        if line.strip() and fields[0] != "-DOCSTART-":
            rows.append(fields)
            continue
        if rows:
            units.append({**recut(rows, COLUMNS), "par": True, "sentence": True})
            rows = []
        if line.strip() and units:
            yield {"id": f"{path.name}-{count}", "source": "corpus", "units": units}
            count, units = count + 1, []


def recut(rows: Iterable[Sequence[str]], names: Sequence[str] = ("ner",)) -> Unit:
    """Words and their labels, where a word of the file may be several of ours. names: of the columns behind words."""
    unit: Unit = {"words": [], **{name: [] for name in names}}
    for word, *tags in rows:
        parts = [word[a:b] for a, b in words(word)]
        unit["words"] += parts
        for name, tag in zip(names, tags, strict=True):
            rest = "_" if name == "arguments" else tag.replace("B-", "I-") if name in ("ner", "trigger") else tag
            unit[name] += [tag, *[rest] * (len(parts) - 1)][: len(parts)]
    return unit
