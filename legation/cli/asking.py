"""The commands that ask: timeline, statements, documents, who, search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import click

from legation.answers import (
    SURE,
    TimelineRow,
    hit_rows,
    holdings,
    paper_rows,
    person_page,
    saying_rows,
    tally,
    timeline_rows,
)
from legation.cli.options import FIRST_DAY, KINDS, LAST_DAY, STATUSES, existing, json_option, record_option
from legation.cli.printing import QUIET, flagged, hint, page, pieces, print_json, show, table
from legation.desk import Desk


@click.command(short_help="List events in order of date.")
@click.option(
    "--between", nargs=2, metavar="A B", help="Events in which both take part: two countries (KAZ), bodies or people."
)
@click.option("--person", metavar="NAME", help="Events in which this person takes part.")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=f"Events of this kind: {', '.join(KINDS)}.")
@click.option("--since", type=FIRST_DAY, metavar="DATE", help="From this day, month or year on (2024-09-01, 2024-09).")
@click.option("--until", type=LAST_DAY, metavar="DATE", help="Up to and including this day, month or year.")
@click.option(
    "--status", type=click.Choice(STATUSES), metavar="STATUS", help=f"Events of this status: {', '.join(STATUSES)}."
)
@click.option("--undated", is_flag=True, help="With --since or --until: keep events whose date is not known.")
@click.option("--acts", is_flag=True, help="List acts too: who accused, threatened, aided ... whom.")
@click.option("--sure", is_flag=True, help="Only events that the reader is sure of (score 0.8 and more).")
@record_option
@json_option
def timeline(
    between: tuple[str, str] | None,
    person: str | None,
    kind: str | None,
    since: dt.date | None,
    until: dt.date | None,
    status: str | None,
    undated: bool,
    acts: bool,
    sure: bool,
    record: str,
    as_json: bool,
) -> None:
    """List events in order of date, what is part of a whole under it."""
    asked: dict[str, Any] = {
        "between": between, "person": person, "kind": kind, "since": since, "until": until, "status": status,
    }  # fmt: skip
    with existing(record) as desk:
        every = desk.timeline(**asked, undated=undated, acts=acts)
        events = desk.timeline(**asked, undated=undated, acts=acts, least=SURE) if sure else every
        if as_json:
            print_json([event.to_json() for event in events])
        elif events:
            rows = timeline_rows(events, desk.documents())
            show(table(("DATE", "EVENT", "TOLD BY", "ID"), map(_timeline_row, rows), flexible="EVENT"))
            show("", f"{tally(events)} ({holdings(desk.counts())})")
        if not every:
            _nothing(desk, record, "event", asked)
        if len(events) < len(every):
            hint(f"left out: {len(every) - len(events)} more of which the reader is less sure; all without --sure")
        if (since or until) and not undated:
            _say_what_is_left_out(
                len(desk.timeline(**asked, undated=True, acts=acts)) - len(every), "without a known date", "--undated"
            )
        if not acts and kind is None:
            others = len(desk.timeline(**asked, undated=undated, acts=True)) - len(every)
            _say_what_is_left_out(others, "that are acts and no engagements", "--acts")


def _timeline_row(row: TimelineRow) -> tuple[Any, ...]:
    headline = flagged(row.headline, row.flag, row.kind)
    if row.unsure:
        headline.append(" [unsure]", QUIET)
    if row.disputed:
        headline.append(f" [reports disagree: {', '.join(row.disputed)}]", "red")
    if row.depth:
        headline = type(headline).assemble("  " * (row.depth - 1) + "└ ", headline)
    return row.date, headline, row.told_by, row.id


def _say_what_is_left_out(number: int, what: str, option: str) -> None:
    if number:
        hint(f"left out: {number} more {what}; {option} keeps them")


@click.command(short_help="List who said what.")
@click.option("--by", metavar="NAME", help="Said by this person, body or country.")
@click.option("--about", metavar="NAME", help="Said about this person, body or country.")
@click.option("--act", metavar="WORD", help="What is done by saying it: thanked, promised; or a PLOVER type: ACCUSE.")
@record_option
@json_option
def statements(by: str | None, about: str | None, act: str | None, record: str, as_json: bool) -> None:
    """List who said what. Words that later reports repeat are listed once, with the number of copies."""
    with existing(record) as desk:
        entries = desk.statements(by=by, about=about, act=act)
        if as_json:
            print_json([entry.to_json() for entry in entries])
        elif entries:
            rows = saying_rows(entries)
            cells = ((r.date, r.speaker, r.text, " ".join(p for p in (r.report, r.copies) if p), r.id) for r in rows)
            show(table(("DATE", "SPEAKER", "STATEMENT", "IN", "ID"), cells, flexible="STATEMENT"))
        if not entries:
            _nothing(desk, record, "statement", {"by": by, "about": about, "act": act})


@click.command(short_help="List agreements, declarations and the like.")
@record_option
@json_option
def documents(record: str, as_json: bool) -> None:
    """List agreements, declarations, plans and other documents."""
    with existing(record) as desk:
        entries = desk.documents()
        if as_json:
            print_json([entry.to_json() for entry in entries])
        elif entries:
            cells = ((r.date, r.title, r.parties, r.status, r.told_by, r.id) for r in paper_rows(entries))
            headings = ("DATE", "DOCUMENT", "PARTIES", "STATUS", "NAMED BY", "ID")
            show(table(headings, cells, flexible="DOCUMENT"))
        if not entries:
            _nothing(desk, record, "document", {})


@click.command(short_help="Tell who NAME is.")
@click.argument("name", nargs=-1, required=True)
@record_option
@json_option
def who(name: tuple[str, ...], record: str, as_json: bool) -> None:
    """Tell who NAME is: spellings met, offices held, and how much the record has of them."""
    with existing(record) as desk:
        people = desk.who(" ".join(name))
        if as_json:
            print_json([person.to_json() for person in people])
        for number, person in enumerate([] if as_json else people):
            show(*([""] if number else []), *page(person_page(person)))
        if not people:
            _nothing(desk, record, "person", {"name": " ".join(name)})


@click.command(short_help="Find reports that hold all of WORDS.")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many reports.")
@record_option
@json_option
def search(words: tuple[str, ...], limit: int, record: str, as_json: bool) -> None:
    """Find reports in which all of WORDS stand, best first."""
    with existing(record) as desk:
        hits = desk.search(" ".join(words), limit=limit)
        if as_json:
            print_json([hit.to_json() for hit in hits])
        elif hits:
            cells = ((row.report, row.citation, pieces(row.pieces)) for row in hit_rows(hits))
            show(table(("ID", "REPORT", "WORDS"), cells, flexible="WORDS"))
        if not hits:
            _nothing(desk, record, "report", {"words": " ".join(words)})
        elif len(hits) == limit:
            hint(f"the first {limit}; --limit shows more")


def _nothing(desk: Desk, record: str, noun: str, asked: dict[str, Any]) -> None:
    """Say on standard error why there is no answer, and what to do."""
    counts = desk.counts()
    if not counts.reports:
        hint(f"the record at {record} is empty: run `legation read FOLDER` first")
        return
    filters = ", ".join(f"{name} {_shown(value)}" for name, value in asked.items() if value)
    holds = holdings(counts)
    hint(f"no {noun} in the record for {filters} ({holds})" if filters else f"no {noun} in the record ({holds})")


def _shown(value: object) -> str:
    return " ".join(value) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)
