"""The tables of the record, as docs/record.md describes them.

Offsets (``begins``, ``ends``) are characters into ``report.text``, half-open. Dates are EDTF text. Columns that hold
a list hold it as JSON. ``first_day`` and ``last_day`` are plain ISO days for filtering and sorting.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()


def _of_report() -> Column[Any]:
    """The report a row was read from; the row goes when the report's reading goes."""
    return Column("report", Text, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)


def _date_columns() -> list[Column[Any]]:
    """A When: EDTF of both ends, precision, whether it is approximate, and how it is known."""
    return [
        Column("starts_on", Text, nullable=False),
        Column("ends_on", Text, nullable=False),
        Column("precision", Text, nullable=False),
        Column("approximate", Boolean, nullable=False),
        Column("date_reason", Text, nullable=False),
    ]


report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("title_how", Text, nullable=False),
    Column("outlet", Text),
    Column("outlet_how", Text, nullable=False),
    Column("published", Text),
    Column("published_how", Text, nullable=False),
    Column("address", Text),
    Column("address_how", Text, nullable=False),
    Column("language", Text),
    Column("language_how", Text, nullable=False),
    Column("dateline_place", Text),
    Column("translation_engine", Text),
    Column("translation_language", Text),
    Column("translation_begins", Integer),
    Column("translation_ends", Integer),
    Column("source", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("fetched", Text),
    Column("unread", Text),
    Column("text", Text, nullable=False),
)

aside = Table(
    "aside",
    metadata,
    _of_report(),
    Column("begins", Integer, primary_key=True),
    Column("ends", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    _of_report(),
    Column("reader", Text, nullable=False),
    Column("notes", Text, nullable=False),
)

actor = Table(
    "actor",
    metadata,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("named", Boolean, nullable=False),
    Column("in_register", Boolean, nullable=False),
    Column("same_as", Text, ForeignKey("actor.key")),
    Column("filed_under", Text, nullable=False),
    Index("actor_filed_under", "filed_under"),
    Index("actor_country", "country"),
    Index("actor_same_as", "same_as"),
)

spelling = Table(
    "spelling",
    metadata,
    Column("word", Text, primary_key=True),
    Column("actor", Text, ForeignKey("actor.key"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("consonants", Text, nullable=False),
    Index("spelling_actor", "actor"),
    Index("spelling_consonants", "consonants"),
)

appearance = Table(
    "appearance",
    metadata,
    _of_report(),
    Column("actor", Text, ForeignKey("actor.key"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("office", Text),
    Column("named", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
    Index("appearance_actor", "actor"),
)

mention = Table(
    "mention",
    metadata,
    _of_report(),
    Column("position", Integer, primary_key=True),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("actor", Text, ForeignKey("actor.key"), nullable=False),
    Column("how", Text, nullable=False),
    Index("mention_actor", "actor"),
)

event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subtype", Text),
    Column("status", Text, nullable=False),
    *_date_columns(),
    Column("date_report", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("city", Text),
    Column("country", Text),
    Column("mode", Text),
    Column("plover", Text),
    Column("plover_mode", Text),
    Column("part_of", Text),
    Column("reports", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("topics", Text, nullable=False),
    Column("conflicts", Text, nullable=False),
    Column("family", Text, nullable=False),
    Index("event_first_day", "first_day"),
    Index("event_kind", "kind"),
    Index("event_part_of", "part_of"),
)

event_role = Table(
    "event_role",
    metadata,
    Column("event", Text, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("actor", Text, ForeignKey("actor.key"), nullable=False),
    Column("office", Text),
    Index("event_role_actor", "actor"),
)

event_side = Table(
    "event_side",
    metadata,
    Column("event", Text, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("side", Text, primary_key=True),
    Index("event_side_side", "side"),
)

event_key = Table(
    "event_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("event", Text, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Index("event_key_event", "event"),
)

telling = Table(
    "telling",
    metadata,
    _of_report(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("event", Text, ForeignKey("event.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("subtype", Text),
    Column("status", Text, nullable=False),
    *_date_columns(),
    Column("date_quote", Text, nullable=False),
    Column("year", Integer),
    Column("year_reason", Text),
    Column("city", Text),
    Column("country", Text),
    Column("place_begins", Integer),
    Column("place_ends", Integer),
    Column("mode", Text),
    Column("plover", Text),
    Column("plover_mode", Text),
    Column("part_of", Text),
    Column("trigger_begins", Integer, nullable=False),
    Column("trigger_ends", Integer, nullable=False),
    Column("sentence_begins", Integer, nullable=False),
    Column("sentence_ends", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("topics", Text, nullable=False),
    Column("topic_words", Text, nullable=False),
    Column("documents", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("according_to", Text),
    Column("score", Float, nullable=False),
    Column("copied_from", Text),
    Column("paragraph_print", Text, nullable=False),
    Index("telling_event", "event"),
)

role = Table(
    "role",
    metadata,
    _of_report(),
    Column("telling", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("actor", Text, ForeignKey("actor.key"), nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Index("role_actor", "actor"),
)

statement = Table(
    "statement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report", Text, ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
    Column("local_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("speaker", Text, ForeignKey("actor.key")),
    Column("text", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("source_begins", Integer),
    Column("source_ends", Integer),
    Column("cue_begins", Integer),
    Column("cue_ends", Integer),
    Column("medium", Text),
    Column("addressee", Text, ForeignKey("actor.key")),
    Column("relayed_for", Text, ForeignKey("actor.key")),
    Column("telling", Text),
    *_date_columns(),
    Column("chain", Text, nullable=False),
    Column("act", Text),
    Column("plover", Text),
    Column("score", Float, nullable=False),
    Column("copied_from", Text, ForeignKey("statement.id", ondelete="SET NULL")),
    UniqueConstraint("report", "local_id"),
    Index("statement_speaker", "speaker"),
    Index("statement_addressee", "addressee"),
    Index("statement_relayed_for", "relayed_for"),
    Index("statement_copied_from", "copied_from"),
)

statement_about = Table(
    "statement_about",
    metadata,
    Column("statement", Text, ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text, ForeignKey("actor.key"), nullable=False),
    Index("statement_about_actor", "actor"),
)

statement_key = Table(
    "statement_key",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("statement", Text, ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
    Index("statement_key_statement", "statement"),
)

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    *_date_columns(),
    Column("first_day", Text),
    Column("term", Text),
    Column("status", Text),
    Index("document_first_day", "first_day"),
)

document_telling = Table(
    "document_telling",
    metadata,
    _of_report(),
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("title_begins", Integer, nullable=False),
    Column("title_ends", Integer, nullable=False),
    Column("title", Text, nullable=False),
    *_date_columns(),
    Column("term", Text),
    Column("status", Text),
    Index("document_telling_document", "document"),
)

document_actor = Table(
    "document_actor",
    metadata,
    _of_report(),
    Column("document_telling", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text, ForeignKey("actor.key"), nullable=False),
    Index("document_actor_actor", "actor"),
)

document_event = Table(
    "document_event",
    metadata,
    _of_report(),
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("event", Text, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Index("document_event_event", "event"),
    Index("document_event_document", "document"),
)

claim = Table(
    "claim",
    metadata,
    _of_report(),
    Column("position", Integer, primary_key=True),
    Column("about", Text, nullable=False),
    Column("prop", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reader", Text, nullable=False),
    Index("claim_about", "report", "about"),
)
