from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from sqlalchemy.orm import Session

from desktop_crm.controllers.runner import Runner
from desktop_crm.models.db.context import Monitor, Outcome
from desktop_crm.models.db.database import Database
from tests.templates import copy_empty_file


class WatchedDatabase(Database):
    """The real thing, which also remembers the threads that it was used from."""

    threads: set[str]

    @contextmanager
    def read(self) -> Iterator[Session]:
        self.threads.add(threading.current_thread().name)
        with super().read() as session:
            yield session

    def execute_monitored(
        self, monitor: Monitor, command: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Outcome[Any]:
        self.threads.add(threading.current_thread().name)
        return super().execute_monitored(monitor, command, *args, **kwargs)


def make_database(path: Path) -> WatchedDatabase:
    database = WatchedDatabase.open(copy_empty_file(path))
    assert isinstance(database, WatchedDatabase)
    database.threads = set()
    return database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[WatchedDatabase]:
    database = make_database(tmp_path / "items.crmdb")
    yield database
    database.close()


@pytest.fixture
def runner(qapp: object, database: WatchedDatabase) -> Iterator[Runner]:
    runner = Runner(database)
    yield runner
    assert runner.shutdown(10)


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()
