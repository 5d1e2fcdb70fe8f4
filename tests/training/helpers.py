"""Small marked reports for the tests."""

from __future__ import annotations

from pathlib import Path

from training.corpus.files import Corpus, Sheet, read_report, read_story

HEADER = {
    "id": "baku-tbilisi",
    "outlet": "Caspian Wire",
    "outlet_kind": "agency",
    "published": "2024-05-21",
    "flavour": "native",
    "region": "Asia/Western Asia",
    "genre": "agency news",
    "story": "-",
    "synthetic": "yes",
}
TITLE = "[P aliyev: ALIYEV] ARRIVES IN [L @GEO: TBILISI]"
BODY = (
    "[N AZE: Azerbaijani] [T aliyev: President] [P aliyev: Ilham Aliyev] <e1: arrived> in [L @GEO: Tbilisi] on\n"
    "[D 2024-05-21: May 21]. {s1 src: [p aliyev: He]} {s1 cue: said} {s1 con: that [W plan: a Plan for\n"
    "[D 2025: 2025]] was “ready”}, a [N GEO: Georgian] channel noted."
)
TABLES = """\
actor aliyev kind=person name="Ilham Aliyev" iso3=AZE reg=Q57371 office=President sex=m
event e1 kind=visit guest=aliyev host=GEO place=Tbilisi,GEO when=2024-05-21 status=happened mode=in_person
statement s1 kind=mixed speaker=aliyev said_on=2024-05-21
document plan kind=plan parties=AZE,GEO term=2025 status=planned
"""


def source(*, title: str = TITLE, body: str = BODY, tables: str = TABLES, **header: str | None) -> str:
    """A report's file; header fields given as None are left out."""
    lines = [f"{name}: {value}" for name, value in {**HEADER, **header}.items() if value is not None]
    return "\n".join([*lines, "---", title, "", body, "---", tables])


def report(*, part: str = "train", title: str = TITLE, body: str = BODY, tables: str = TABLES, **header: str) -> Sheet:
    """A report, as if it lay in a part of the corpus."""
    name = header.get("id", HEADER["id"])
    text = source(title=title, body=body, tables=tables, **header)
    return read_report(text, Path(f"reports/{part}/{name}.txt"), part)


def story(tables: str, *, name: str = "caspian", part: str = "train") -> Sheet:
    """A story's file with these tables."""
    text = f"id: {name}\nregion: Asia/Western Asia\nsynthetic: yes\n---\n{tables}"
    return read_story(text, Path(f"stories/{part}/{name}.txt"), part)


def corpus(*reports: Sheet, stories: tuple[Sheet, ...] = ()) -> Corpus:
    """A corpus of these."""
    return Corpus(reports, stories)
