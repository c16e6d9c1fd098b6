from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.models.db.context import Actor, CommandContext, Monitor, Outcome, Touched
from desktop_crm.models.db.database import Database
from desktop_crm.models.messages import Message
from desktop_crm.models.records.history import ChangeKind, ChangeSet


class FileDatabase(Database):
    """A database with the promises of the real one that a Runner relies on, over one SQLite file: a read
    session per call, one transaction per command, an outcome that names what was touched."""

    def __init__(self, path: Path) -> None:
        self.url = f"sqlite:///{path}"
        self.path = path
        self.actor = Actor(uuid.uuid4(), uuid.uuid4())
        self.threads: set[str] = set()
        with self._connect() as connection:
            connection.execute("CREATE TABLE item (n INTEGER)")
        connection.close()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path)

    @contextmanager
    def read(self) -> Iterator[Any]:
        self.threads.add(threading.current_thread().name)
        connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()

    def execute(self, command: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Outcome[Any]:
        return self.execute_monitored(Monitor(), command, *args, **kwargs)

    def execute_monitored(
        self, monitor: Monitor, command: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Outcome[Any]:
        self.threads.add(threading.current_thread().name)
        connection = self._connect()
        try:
            with connection:
                ctx = CommandContext(connection, self.actor, Message("Something"), monitor)
                value = command(ctx, *args, **kwargs)
                rows = connection.total_changes
            if not rows:
                return Outcome(value, None, Touched())
            return Outcome(value, change_set(ctx.title, rows), Touched({"item": frozenset({uuid.uuid4()})}))
        finally:
            connection.close()


def change_set(title: Message, rows: int = 1, seq: int = 1) -> ChangeSet:
    return ChangeSet(uuid.uuid4(), seq, title, ChangeKind.DO, "me", "here", datetime.now(UTC), rows, undone=False)


@pytest.fixture
def database(tmp_path: Path) -> FileDatabase:
    return FileDatabase(tmp_path / "items.db")


@pytest.fixture
def runner(qapp: object, database: FileDatabase) -> Iterator[Runner]:
    runner = Runner(database)
    yield runner
    assert runner.shutdown(10)


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()
