"""The command that shows one entry with the words it was read from."""

from __future__ import annotations

import re
from typing import Any

import click

from legation.answers import Page, document_page, event_page, report_page, statement_page
from legation.cli.options import complete_id, existing, json_option, record_option
from legation.cli.printing import page, print_json
from legation.cli.printing import show as print_parts
from legation.desk import Desk

_ID = re.compile("[ESD]?[0-9a-f]*")
_WHERE_IDS_ARE = "ids stand in the column ID of timeline, statements, documents and search"


@click.command(short_help="Show one entry and the words it was read from.")
@click.argument("id", metavar="ID", shell_complete=complete_id)
@record_option
@json_option
def show(id: str, record: str, as_json: bool) -> None:
    """Show one entry with every claim, its sentence, and the words it was read from marked.

    ID is that of an event (E...), a statement (S...), a document (D...) or a report; its beginning will do.
    """
    found = {"E": _event, "S": _statement, "D": _document}.get(id[:1], _report)
    if not _ID.fullmatch(id):
        raise click.BadParameter(f"{id!r} is no id; {_WHERE_IDS_ARE}", param_hint="ID")
    with existing(record) as desk:
        entry, as_page = found(desk, id)
        if as_json:
            print_json(entry)
        else:
            print_parts(*page(as_page))


def _event(desk: Desk, given: str) -> tuple[Any, Page]:
    event = desk.event(given)
    identified = desk.identifications(event)
    whole = {**event.to_json(), "identified": [one.to_json() for one in identified]}
    return whole, event_page(
        event,
        whole=desk.event(event.part_of) if event.part_of else None,
        parts=desk.parts(event.id),
        documents=desk.documents() if event.documents else (),
        identified=identified,
    )


def _statement(desk: Desk, given: str) -> tuple[Any, Page]:
    entry = desk.statement(given)
    return entry.to_json(), statement_page(entry, desk.text(entry.report))


def _document(desk: Desk, given: str) -> tuple[Any, Page]:
    entry = desk.document(given)
    events = [desk.event(id_) for id_ in entry.events]
    return entry.to_json(), document_page(entry, events=events, reports=desk.reports())


def _report(desk: Desk, given: str) -> tuple[Any, Page]:
    entry = desk.report(given)
    text, tellings = desk.text(entry.id), desk.tellings(entry.id)
    said = [statement for statement in desk.statements() if statement.report == entry.id]
    whole = {
        **entry.to_json(),
        "text": text,
        "tellings": [telling.to_json() for telling in tellings],
        "said": [statement.to_json() for statement in said],
    }
    return whole, report_page(entry, text, tellings=tellings, statements=said)
