"""Alembic's entry: runs the migrations on the connection that `migrations.run` hands over."""

from __future__ import annotations

from alembic import context

from desktop_crm.models import entities  # noqa: F401 - maps every table
from desktop_crm.models.db.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
)
context.run_migrations()
