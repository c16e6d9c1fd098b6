"""One open database: a local file or a team's server."""

from __future__ import annotations

import getpass
import platform
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from desktop_crm.models.db import recorder
from desktop_crm.models.db.context import Actor, CommandContext, Monitor, Outcome
from desktop_crm.models.db.engine import BUSY_TIMEOUT_MS, connect_sqlite, make_engine, sqlite_path, url_of
from desktop_crm.models.db.problems import file_problems, known_problems, problem
from desktop_crm.models.db.schema import (
    APPLICATION_ID,
    create_schema,
    lock_server,
    postgresql_schema,
    require_writable,
    sqlite_schema,
)
from desktop_crm.models.errors import DatabaseProblem, KnownDatabaseError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

P = ParamSpec("P")
T = TypeVar("T")

# Called in the command's transaction with its change set's number and its monitor: keeps what is made from records.
Maintain = Callable[[Session, int, Collection[str], Monitor], None]
UNNAMED = Message(QT_TRANSLATE_NOOP("messages", "Change"))
_DEVICES = uuid.UUID("6f1d7b52-6f64-4e0c-9a6b-7d6c1e7f3a51")


@dataclass(frozen=True, slots=True)
class Identity:
    """The person and the machine that write, as the operating system names them."""

    login: str
    device: str
    device_id: uuid.UUID

    @staticmethod
    def of_this_machine() -> Identity:
        try:
            login = getpass.getuser()
        except (OSError, KeyError, ImportError):
            login = "user"
        device = platform.node() or "computer"
        return Identity(login, device, uuid.uuid5(_DEVICES, f"{uuid.getnode()}/{login}"))


class Database:
    """Sessions for queries, one transaction per command. Open one per process and database."""

    def __init__(self, url: str, identity: Identity, maintain: Maintain, busy_timeout_ms: int | None = None) -> None:
        self.url = url
        self.identity = identity
        self.path: Path | None = sqlite_path(url)
        self._maintain = maintain
        self._place = _place(self.path)
        self._reader: Engine = make_engine(url, read_only=True, busy_timeout_ms=busy_timeout_ms)
        self._writer: Engine = make_engine(url, read_only=False, busy_timeout_ms=busy_timeout_ms)
        self.actor = Actor(identity.device_id, identity.device_id)
        self.who = identity.login

    @property
    def dialect(self) -> str:
        return self._reader.dialect.name

    @classmethod
    def open(
        cls,
        target: str | Path,
        *,
        create: bool = False,
        identity: Identity | None = None,
        maintain: Maintain = lambda _session, _seq, _tables, _monitor: None,
        user_key: Callable[[str], str] = str.casefold,
        busy_timeout_ms: int | None = None,
    ) -> Database:
        """Opens a file path, `sqlite:///PATH` or `postgresql://…`; `create` makes what is not there.

        The schema must be current (see `migrations.upgrade`). `busy_timeout_ms` is how long to wait while somebody
        else writes. Raises KnownDatabaseError."""
        url = url_of(target)
        identity = identity or Identity.of_this_machine()
        path = sqlite_path(url)
        with file_problems(path):
            if path is not None:
                wait = BUSY_TIMEOUT_MS if busy_timeout_ms is None else busy_timeout_ms
                _prepare_file(path, identity, wait, create=create, user_key=user_key)
            database = cls(url, identity, maintain, busy_timeout_ms)
            try:
                if path is None:
                    database._prepare_server(user_key, create=create)
                database._sign_in()
            except BaseException:
                database.close()
                raise
        return database

    def _prepare_server(self, user_key: Callable[[str], str], *, create: bool) -> None:
        with self._writer.begin() as connection:
            lock_server(connection)
            found = postgresql_schema(connection)
            if found == 0:
                if not create:
                    raise problem(DatabaseProblem.NOT_A_DATABASE)
                create_schema(connection)
            login = connection.execute(text("SELECT session_user")).scalar_one()
            known = connection.execute(text("SELECT 1 FROM app_user WHERE login = :l"), {"l": login}).first()
            if known is None:
                recorder.add_user(connection, self.identity, login, user_key(login))

    def _sign_in(self) -> None:
        with self._reader.connect() as connection:
            if self.dialect == "sqlite":
                where = "lower(hex(id)) = (SELECT value FROM meta WHERE key = 'local_user')"
            else:
                where = "login = session_user"
            row = connection.execute(text(f"SELECT id, name FROM app_user WHERE {where}")).one()
        key = row.id if isinstance(row.id, uuid.UUID) else uuid.UUID(bytes=bytes(row.id))
        self.actor = Actor(key, self.identity.device_id)
        self.who = row.name

    def close(self) -> None:
        """Closes all connections; on SQLite the write-ahead log goes back into the file."""
        self._reader.dispose()
        if self.dialect == "sqlite":
            with suppress(Exception), self._writer.connect() as connection:
                connection.rollback()
                raw = connection.connection.driver_connection
                if raw is not None:
                    raw.execute("PRAGMA optimize")
        self._writer.dispose()

    @contextmanager
    def _problems(self) -> Iterator[None]:
        """Says what we know, and lets go of connections that have seen trouble: the next try opens new ones, so
        that it works as soon as the cause is gone."""
        try:
            with known_problems(self.path):
                if _place(self.path) != self._place:
                    # The system would let us write on into a file that nobody can find any more.
                    raise problem(DatabaseProblem.MISSING)
                yield
        except KnownDatabaseError as error:
            if error.problem is not DatabaseProblem.LOCKED:
                self._reader.dispose()
                self._writer.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that only reads; `session.info["actor"]` says for whom. Raises KnownDatabaseError."""
        with self._problems(), Session(self._reader, autoflush=False, info={"actor": self.actor}) as session:
            yield session

    @contextmanager
    def raw(self) -> Iterator[Connection]:
        """A writing connection outside the journal's keeping: for checks and maintenance only."""
        with self._problems(), self._writer.connect() as connection:
            yield connection

    def execute(
        self,
        command: Callable[Concatenate[CommandContext, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Runs one command as one transaction and one change set. Raises what the command raises, and
        KnownDatabaseError; then nothing was written."""
        return self.execute_monitored(Monitor(), command, *args, **kwargs)

    def execute_monitored(
        self,
        monitor: Monitor,
        command: Callable[Concatenate[CommandContext, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """As `execute`, with progress and cancel."""
        with self._problems(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            recorder.adopt_outside(session, self._maintain, monitor)
            seq = recorder.begin(session, self.actor, self.who, self.identity.device)
            ctx = CommandContext(session, self.actor, UNNAMED, seq, monitor)
            value = command(ctx, *args, **kwargs)
            session.flush()
            return recorder.finish(ctx, value, self._maintain)


def _place(path: Path | None) -> tuple[int, int] | None:
    """Which file stands at `path`; None for a server, (0, 0) when there is none."""
    if path is None:
        return None
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    except OSError:
        return (0, 1)
    return (found.st_dev, found.st_ino)


def _prepare_file(path: Path, identity: Identity, wait: int, *, create: bool, user_key: Callable[[str], str]) -> None:
    """Makes the file if asked to, in one transaction; checks what is there."""
    if not path.exists() and not create:
        raise problem(DatabaseProblem.MISSING)
    require_writable(path)
    if path.exists() and path.stat().st_size > 0 and sqlite_schema(path, wait) > 0:
        _ensure_log(path, wait)
        return
    if not create and not _begun(path):
        raise problem(DatabaseProblem.NOT_A_DATABASE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(connect_sqlite(path, create=True, busy_timeout_ms=wait)) as connection:
        # Our mark first: a file whose making was interrupted is known as ours, and made again.
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
    engine = make_engine(url_of(path), read_only=False, create=True, busy_timeout_ms=wait)
    try:
        with engine.begin() as connection:
            create_schema(connection)
            user = recorder.add_user(connection, identity, identity.login, user_key(identity.login))
            connection.execute(text("INSERT INTO meta (key, value) VALUES ('local_user', :id)"), {"id": user.hex})
    finally:
        engine.dispose()


def _begun(path: Path) -> bool:
    """Whether the file is ours, but its making was interrupted before anything was in it.

    Asked through SQLite: opening and closing the file by ourselves would drop the POSIX locks that SQLite holds on it
    in this process, and another one could then take the log away under us."""
    with closing(connect_sqlite(path, read_only=True)) as connection:
        return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def _ensure_log(path: Path, wait: int) -> None:
    """Back-ups are files without a write-ahead log; opened for work they need one, or readers block writers."""
    with suppress(sqlite3.OperationalError), closing(connect_sqlite(path, busy_timeout_ms=wait)) as connection:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode=WAL")
