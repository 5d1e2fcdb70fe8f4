"""Statements and documents of one reading: what other reports have said in the same words, or named before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from legation.model import Actor, Document, Reading, Report
from legation.record.copies import repeated, sketch
from legation.record.identity import document_id, statement_id
from legation.record.papers import Paper, same_paper, show
from legation.record.store import Connection, loading, saving
from legation.record.store.rows import Columns, iso_days, when_columns

# Between the parts of a split quotation.
SPLIT = " ... "


def save_statements(connection: Connection, report: Report, reading: Reading, number: int) -> None:
    """Keep the statements; those whose words another report had before are marked as copies of it.

    number: the report's place in the order of reading. Statements of later reports (this one is read anew) that
    repeat it are marked in turn.
    """
    texts = {said.id: SPLIT.join(span.of(report.text) for span in said.content) for said in reading.statements}
    ids = {said.id: statement_id(report.id, said) for said in reading.statements}
    keys = {local: sketch(text) for local, text in texts.items()}
    copied, later = {}, dict[str, str]()
    for said in reading.statements:
        known = loading.statements_by_key(connection, keys[said.id])
        same = [known[at] for at in repeated(texts[said.id], [row["text"] for row in known])]
        same.sort(key=lambda row: (row["speaker"] != said.speaker, row["read_as"], row["number"]))
        first = next((row for row in same if row["read_as"] < number), None)
        if first is not None:
            copied[said.id] = first["id"]
        else:
            later = {row["id"]: ids[said.id] for row in same} | later
    saving.statements(connection, reading, texts, ids, copied, keys)
    saving.copies(connection, later)


def save_documents(
    connection: Connection, report: Report, reading: Reading, events: Mapping[str, str], cast: Mapping[str, Actor]
) -> None:
    """Keep the documents, each joined to the one of the record it is. events: merged event by local id."""
    if not reading.documents:
        return
    papers = {doc.id: _paper(doc, report, reading, events, cast) for doc in reading.documents}
    parties = {key for doc in reading.documents for key in (*doc.parties, *doc.signatories)}
    near = loading.papers_near(connection, sorted(set(events.values())), sorted(parties))
    joined = _joined(papers, near)
    new: dict[str, str] = {}
    for doc in reading.documents:
        if doc.id not in joined:
            new[doc.id] = _new_id(connection, report.id, doc, new.values())
    ids = {**joined, **new}
    saving.shown_documents(connection, [_columns(ids[local], papers[local]) for local in new], [])
    saving.documents(
        connection,
        [_named(report, doc, ids[doc.id]) for doc in reading.documents],
        [row for doc in reading.documents for row in _signers(report, doc)],
        _links(report, papers, ids),
    )
    refresh_documents(connection, list(joined.values()))


def refresh_documents(connection: Connection, ids: Sequence[str]) -> None:
    """Work out anew what is shown of documents of which more or fewer reports tell than before."""
    named = loading.papers(connection, ids)
    saving.shown_documents(connection, [], [_columns(id_, show(papers)) for id_, papers in named.items()])


def _paper(
    doc: Document, report: Report, reading: Reading, events: Mapping[str, str], cast: Mapping[str, Actor]
) -> Paper:
    return Paper(
        kind=doc.kind,
        title=doc.title.of(report.text),
        sides=frozenset(cast[key].country or cast[key].key for key in doc.parties),
        when=doc.when,
        term=doc.term,
        status=doc.status,
        events=frozenset(events[event.id] for event in reading.events if doc.id in event.documents),
    )


def _joined(papers: Mapping[str, Paper], near: Mapping[str, Sequence[Paper]]) -> dict[str, str]:
    """Local id -> document of the record; each of those is taken once, in the order of the text."""
    taken: dict[str, str] = {}
    for local, paper in papers.items():
        free = (id_ for id_ in near if id_ not in taken.values())
        found = next((id_ for id_ in free if same_paper(paper, show(near[id_]))), None)
        if found:
            taken[local] = found
    return taken


def _new_id(connection: Connection, report_id: str, doc: Document, taken: Collection[str]) -> str:
    salt = 0
    while loading.is_document(connection, found := document_id(report_id, doc, salt)) or found in taken:
        salt += 1
    return found


def _columns(id_: str, paper: Paper) -> Columns:
    return {
        "id": id_,
        "kind": paper.kind,
        "title": paper.title,
        **when_columns(paper.when),
        "first_day": iso_days(paper.when)[0],
        "term": paper.term,
        "status": paper.status,
    }


def _named(report: Report, doc: Document, id_: str) -> Columns:
    return {
        "report": report.id,
        "id": doc.id,
        "document": id_,
        "kind": doc.kind,
        "title_begins": doc.title.start,
        "title_ends": doc.title.end,
        "title": doc.title.of(report.text),
        **when_columns(doc.when),
        "term": doc.term,
        "status": doc.status,
    }


def _signers(report: Report, doc: Document) -> list[Columns]:
    return [
        {"report": report.id, "document_telling": doc.id, "role": role, "position": position, "actor": actor}
        for role, actors in (("party", doc.parties), ("signatory", doc.signatories))
        for position, actor in enumerate(actors)
    ]


def _links(report: Report, papers: Mapping[str, Paper], ids: Mapping[str, str]) -> list[Columns]:
    links = sorted({(ids[local], event) for local, paper in papers.items() for event in paper.events})
    return [{"report": report.id, "document": document, "event": event} for document, event in links]
