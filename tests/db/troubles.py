"""What tests of bad days have in common: a refusal in good words, and a file that is whole afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_crm.models.commands.customers import insert_customers
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.db.integrity import check_journal, check_pages, check_references
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.opening import open_database
from desktop_crm.models.validation.customers import normalise
from tests.db.conftest import State, state
from tests.db.makers import draft


def refused(
    kind: DatabaseProblem, action: Callable[..., object], *args: object, **kwargs: object
) -> KnownDatabaseError:
    """Does what has to be refused; the error has words that say more than its kind."""
    with pytest.raises(KnownDatabaseError) as caught:
        action(*args, **kwargs)
    error = caught.value
    assert error.problem is kind, error.message.plain()
    assert len(error.message.plain()) > 15
    assert error.advice is not None
    assert len(error.advice.plain()) > 15
    return error


def fill(ctx: CommandContext, count: int = 300) -> None:
    insert_customers(
        ctx, [normalise(draft(f"批量客户{i}", phone=f"1380013{i:04}", notes="n" * 200)) for i in range(count)]
    )


def opened_state(path: Path) -> State:
    database = open_database(path)
    try:
        with database.read() as session:
            assert check_pages(session) == check_references(session) == check_journal(session) == ()
            pending = text("SELECT change_set FROM journal_context")
            assert session.execute(pending).scalars().all() == [None]
        return state(database)
    finally:
        database.close()
