"""The first schema: reports, what each says, what they tell together, and the views to look at it with.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, the full-text index and the views, and mark the file as a record ("LEGA")."""
    _tables()
    for statement in (*_SEARCH, *_VIEWS, f"PRAGMA application_id = {0x4C454741}"):
        op.execute(statement)


# The index keeps no text of its own: it reads report by number, and triggers keep it in step.
_SEARCH = (
    """CREATE VIRTUAL TABLE report_fts USING fts5(
        title, text, content='report', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
        INSERT INTO report_fts(rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
    """CREATE TRIGGER report_removed AFTER DELETE ON report BEGIN
        INSERT INTO report_fts(report_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    END""",
    """CREATE TRIGGER report_changed AFTER UPDATE OF title, text ON report BEGIN
        INSERT INTO report_fts(report_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
        INSERT INTO report_fts(rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
)

_VIEWS = (
    """CREATE VIEW timeline_view AS
    SELECT event.id AS event,
        CASE WHEN starts_on = ends_on THEN starts_on ELSE starts_on || '/' || ends_on END AS date,
        precision, kind, subtype, status,
        (SELECT group_concat(line, '; ') FROM (
            SELECT event_role.role || ' ' || actor.name AS line
            FROM event_role JOIN actor ON actor.key = event_role.actor
            WHERE event_role.event = event.id ORDER BY event_role.position)) AS participants,
        city, country, topics, reports, independent, date_reason, part_of, conflicts
    FROM event ORDER BY first_day IS NULL, first_day, last_day DESC, starts_on = '', starts_on, number""",
    """CREATE VIEW telling_view AS
    SELECT telling.event, telling.report, report.title, report.outlet, report.published, telling.kind, telling.status,
        CASE WHEN starts_on = ends_on THEN starts_on ELSE starts_on || '/' || ends_on END AS date_as_given,
        telling.year AS year_filled_in, telling.sentence, telling.copied_from
    FROM telling JOIN report ON report.id = telling.report
    ORDER BY report.number, telling.position""",
    """CREATE VIEW statement_view AS
    SELECT statement.id AS statement, speaker.name AS speaker, speaker.country AS country, statement.kind,
        statement.act, statement.plover, statement.text, statement.medium, addressee.name AS addressee,
        relayed_for.name AS relayed_for,
        telling.event, report.id AS report, report.title, report.outlet, report.published, statement.copied_from
    FROM statement
    JOIN report ON report.id = statement.report
    LEFT JOIN actor AS speaker ON speaker.key = statement.speaker
    LEFT JOIN actor AS addressee ON addressee.key = statement.addressee
    LEFT JOIN actor AS relayed_for ON relayed_for.key = statement.relayed_for
    LEFT JOIN telling ON telling.report = statement.report AND telling.id = statement.telling
    ORDER BY statement.number""",
    """CREATE VIEW document_view AS
    SELECT document.id AS document, document.kind, document.title, document.starts_on AS date, document.term,
        document.status,
        (SELECT group_concat(DISTINCT actor.name) FROM document_telling
            JOIN document_actor ON document_actor.report = document_telling.report
                AND document_actor.document_telling = document_telling.id
            JOIN actor ON actor.key = document_actor.actor
            WHERE document_telling.document = document.id) AS parties,
        (SELECT count(*) FROM document_telling WHERE document_telling.document = document.id) AS reports
    FROM document ORDER BY first_day IS NULL, first_day, number""",
    """CREATE VIEW claim_view AS
    SELECT telling.event, claim.report, claim.about, claim.prop, claim.value, claim.quote, telling.sentence,
        claim.certainty, claim.said_by, claim.score, claim.reader, report.title, report.outlet, report.published
    FROM claim
    JOIN report ON report.id = claim.report
    LEFT JOIN telling ON telling.report = claim.report AND telling.id = claim.about
    ORDER BY report.number, claim.position""",
    """CREATE VIEW person_view AS
    SELECT actor.key AS person, actor.name, actor.country,
        (SELECT group_concat(DISTINCT appearance.office) FROM appearance WHERE appearance.actor = actor.key) AS offices,
        (SELECT count(DISTINCT event_role.event) FROM event_role WHERE event_role.actor = actor.key) AS events,
        (SELECT count(*) FROM appearance WHERE appearance.actor = actor.key) AS reports,
        actor.same_as
    FROM actor WHERE actor.kind = 'person' AND actor.named ORDER BY reports DESC, actor.name""",
)


def _tables() -> None:
    op.create_table(
        "actor",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("in_register", sa.Boolean(), nullable=False),
        sa.Column("same_as", sa.Text(), nullable=True),
        sa.Column("filed_under", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["same_as"],
            ["actor.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("actor_country", "actor", ["country"], unique=False)
    op.create_index("actor_filed_under", "actor", ["filed_under"], unique=False)
    op.create_index("actor_same_as", "actor", ["same_as"], unique=False)
    op.create_table(
        "document",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("date_reason", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("document_first_day", "document", ["first_day"], unique=False)
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("date_reason", sa.Text(), nullable=False),
        sa.Column("date_report", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("plover", sa.Text(), nullable=True),
        sa.Column("plover_mode", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("conflicts", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("event_first_day", "event", ["first_day"], unique=False)
    op.create_index("event_kind", "event", ["kind"], unique=False)
    op.create_index("event_part_of", "event", ["part_of"], unique=False)
    op.create_table(
        "report",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_how", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_how", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_how", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("address_how", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("language_how", sa.Text(), nullable=False),
        sa.Column("dateline_place", sa.Text(), nullable=True),
        sa.Column("translation_engine", sa.Text(), nullable=True),
        sa.Column("translation_language", sa.Text(), nullable=True),
        sa.Column("translation_begins", sa.Integer(), nullable=True),
        sa.Column("translation_ends", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("unread", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "appearance",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "actor"),
    )
    op.create_index("appearance_actor", "appearance", ["actor"], unique=False)
    op.create_table(
        "aside",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "begins", "ends"),
    )
    op.create_table(
        "claim",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("prop", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position"),
    )
    op.create_index("claim_about", "claim", ["report", "about"], unique=False)
    op.create_table(
        "document_actor",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("document_telling", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "document_telling", "role", "position"),
    )
    op.create_index("document_actor_actor", "document_actor", ["actor"], unique=False)
    op.create_table(
        "document_event",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["document.id"],
        ),
        sa.ForeignKeyConstraint(["event"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "document", "event"),
    )
    op.create_index("document_event_document", "document_event", ["document"], unique=False)
    op.create_index("document_event_event", "document_event", ["event"], unique=False)
    op.create_table(
        "document_telling",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title_begins", sa.Integer(), nullable=False),
        sa.Column("title_ends", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("date_reason", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"],
            ["document.id"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "id"),
    )
    op.create_index("document_telling_document", "document_telling", ["document"], unique=False)
    op.create_table(
        "event_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "event"),
    )
    op.create_index("event_key_event", "event_key", ["event"], unique=False)
    op.create_table(
        "event_role",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["event"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "position"),
    )
    op.create_index("event_role_actor", "event_role", ["actor"], unique=False)
    op.create_table(
        "event_side",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "side"),
    )
    op.create_index("event_side_side", "event_side", ["side"], unique=False)
    op.create_table(
        "mention",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position"),
    )
    op.create_index("mention_actor", "mention", ["actor"], unique=False)
    op.create_table(
        "reading",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_table(
        "role",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("telling", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "telling", "position"),
    )
    op.create_index("role_actor", "role", ["actor"], unique=False)
    op.create_table(
        "spelling",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("consonants", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.PrimaryKeyConstraint("word", "actor", "name"),
    )
    op.create_index("spelling_consonants", "spelling", ["consonants"], unique=False)
    op.create_index("spelling_actor", "spelling", ["actor"], unique=False)
    op.create_table(
        "statement",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("source_begins", sa.Integer(), nullable=True),
        sa.Column("source_ends", sa.Integer(), nullable=True),
        sa.Column("cue_begins", sa.Integer(), nullable=True),
        sa.Column("cue_ends", sa.Integer(), nullable=True),
        sa.Column("medium", sa.Text(), nullable=True),
        sa.Column("addressee", sa.Text(), nullable=True),
        sa.Column("relayed_for", sa.Text(), nullable=True),
        sa.Column("telling", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("date_reason", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("plover", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("copied_from", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["addressee"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["copied_from"], ["statement.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["relayed_for"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["speaker"],
            ["actor.key"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("report", "local_id"),
    )
    op.create_index("statement_copied_from", "statement", ["copied_from"], unique=False)
    op.create_index("statement_addressee", "statement", ["addressee"], unique=False)
    op.create_index("statement_relayed_for", "statement", ["relayed_for"], unique=False)
    op.create_index("statement_speaker", "statement", ["speaker"], unique=False)
    op.create_table(
        "telling",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("date_reason", sa.Text(), nullable=False),
        sa.Column("date_quote", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("year_reason", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("place_begins", sa.Integer(), nullable=True),
        sa.Column("place_ends", sa.Integer(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("plover", sa.Text(), nullable=True),
        sa.Column("plover_mode", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("trigger_begins", sa.Integer(), nullable=False),
        sa.Column("trigger_ends", sa.Integer(), nullable=False),
        sa.Column("sentence_begins", sa.Integer(), nullable=False),
        sa.Column("sentence_ends", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("topic_words", sa.Text(), nullable=False),
        sa.Column("documents", sa.Text(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("according_to", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("copied_from", sa.Text(), nullable=True),
        sa.Column("paragraph_print", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(["report"], ["report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "id"),
    )
    op.create_index("telling_event", "telling", ["event"], unique=False)
    op.create_table(
        "statement_about",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actor.key"],
        ),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "position"),
    )
    op.create_index("statement_about_actor", "statement_about", ["actor"], unique=False)
    op.create_table(
        "statement_key",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "statement"),
    )
    op.create_index("statement_key_statement", "statement_key", ["statement"], unique=False)
