"""What alembic runs to bring a record up to date: on the connection that opening the record hands over."""

from __future__ import annotations

from alembic import context

from legation.record.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
