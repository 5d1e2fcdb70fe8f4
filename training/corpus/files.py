"""The files of the corpus: a header, the marked text, the tables; a story has no text.

A header is ``key: value`` lines. A table's line is ``table key field=value ...``; a value with spaces stands in double
quotes, several values are parted by commas. Outside the text, empty lines
and lines that begin with ``#`` are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.corpus.markup import Marked, MarkupFault, parse, render
from training.corpus.vocabulary import PARTS

RULE = "---"
_HEADER = re.compile(r"([a-z_]+):(?:\s+(.*))?")
_TOKEN = re.compile(r'\s*(?:([a-z_][a-z0-9_]*)=)?("(?:[^"\\]|\\.)*"|[^\s"]+)(?=\s|$)')


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: ``event e1 kind=meeting``. fields: in the file's order, quotes taken off."""

    table: str
    key: str
    fields: Mapping[str, str]
    line: int

    def get(self, name: str) -> str | None:
        """The field's value, None if it is not there."""
        return self.fields.get(name)

    def list(self, name: str) -> tuple[str, ...]:
        """The values of a field that are parted by commas."""
        return tuple(part.strip() for part in self.fields.get(name, "").split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the corpus. part: "train", "dev" or "test". rows: of all tables, in order."""

    path: Path
    part: str
    header: Mapping[str, str]
    rows: tuple[Row, ...]
    body: Marked = field(default_factory=lambda: Marked("", (), ()))

    @property
    def id(self) -> str:
        """The file's name without its ending, which is also its header's id."""
        return self.path.stem

    def table(self, name: str) -> tuple[Row, ...]:
        """The lines of one table."""
        return tuple(row for row in self.rows if row.table == name)

    @property
    def title(self) -> str:
        """The plain text of the first paragraph."""
        return self.body.paragraphs[0].of(self.body.text) if self.body.paragraphs else ""


def read_report(source: str, path: Path, part: str) -> Sheet:
    """A report from its file's text. Raises MarkupFault."""
    lines = source.splitlines()
    rules = [n for n, line in enumerate(lines) if line.strip() == RULE]
    if len(rules) != 2:
        raise MarkupFault(1, f"a report has two lines {RULE}, this file has {len(rules)}")
    first, second = rules
    body = parse(lines[first + 1 : second], first + 2)
    return Sheet(path, part, _header(lines[:first]), tuple(_rows(lines, second + 1)), body)


def read_story(source: str, path: Path, part: str) -> Sheet:
    """A story from its file's text: a header, one rule, the tables. Raises MarkupFault."""
    lines = source.splitlines()
    rules = [n for n, line in enumerate(lines) if line.strip() == RULE]
    if len(rules) != 1:
        raise MarkupFault(1, f"a story has one line {RULE}, this file has {len(rules)}")
    return Sheet(path, part, _header(lines[: rules[0]]), tuple(_rows(lines, rules[0] + 1)))


def row_text(row: Row) -> str:
    """A row as a line of the file."""
    fields = [f"{name}={_quoted(value)}" for name, value in row.fields.items()]
    return " ".join((row.table, row.key, *fields))


def report_text(report: Sheet) -> str:
    """A report as its file's text; ``read_report`` gives the same sheet, line numbers aside."""
    header = "\n".join(f"{name}: {value}" for name, value in report.header.items())
    table = "\n".join(map(row_text, report.rows))
    return f"{header}\n{RULE}\n{render(report.body)}\n{RULE}\n{table}\n"


def _quoted(value: str) -> str:
    if re.search(r"[\s\"\\]", value) or not value:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


def _header(lines: Sequence[str]) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _HEADER.fullmatch(line.strip())
        if found is None:
            raise MarkupFault(number, f"not a line of a header (key: value): {line.strip()!r}")
        if found.group(1) in header:
            raise MarkupFault(number, f"{found.group(1)} stands twice in the header")
        header[found.group(1)] = (found.group(2) or "").strip()
    return header


def _rows(lines: Sequence[str], start: int) -> Iterator[Row]:
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield _row(line.strip(), number)


def _row(line: str, number: int) -> Row:
    plain: list[str] = []
    fields: dict[str, str] = {}
    at = 0
    while at < len(line):
        token = _TOKEN.match(line, at)
        if token is None:
            raise MarkupFault(number, f"cannot be read from here on: {line[at:].strip()!r}")
        at = token.end()
        name, value = token.group(1), _unquoted(token.group(2))
        if name is None:
            plain.append(value)
        elif name in fields:
            raise MarkupFault(number, f"{name}= stands twice")
        else:
            fields[name] = value
    if len(plain) != 2:
        raise MarkupFault(number, f"a line begins with its table and one key, not with {' '.join(plain)!r}")
    return Row(plain[0], plain[1], fields, number)


def _unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


# ---------------------------------------------------------------- the folder


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be read, where and why."""

    path: Path
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything in a corpus folder, by part and then by name."""

    reports: tuple[Sheet, ...]
    stories: tuple[Sheet, ...]
    refused: tuple[Refused, ...] = ()

    def of(self, part: str) -> tuple[Sheet, ...]:
        """The reports of one part."""
        return tuple(report for report in self.reports if report.part == part)


def load(folder: Path) -> Corpus:
    """The corpus in ``folder`` (reports/PART/*.txt, stories/PART/*.txt); what cannot be read is in ``refused``."""
    reports: list[Sheet] = []
    stories: list[Sheet] = []
    refused: list[Refused] = []
    for kind, read, kept in (("reports", read_report, reports), ("stories", read_story, stories)):
        for part in PARTS:
            for path in sorted((folder / kind / part).glob("*.txt")):
                try:
                    kept.append(read(path.read_text(encoding="utf-8"), path, part))
                except MarkupFault as fault:
                    refused.append(Refused(path, fault.line, fault.what))
                except UnicodeDecodeError:
                    refused.append(Refused(path, 1, "not UTF-8"))
    return Corpus(tuple(reports), tuple(stories), tuple(refused))
