"""The fixtures keep their promises: fresh databases, and no path of the person who runs the tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import platformdirs
import psycopg
import pytest


def test_pg_database_is_fresh_utf8_and_sorted_by_code_point(pg_url: str) -> None:
    with psycopg.connect(pg_url) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        collation = connection.execute(
            "SELECT datcollate FROM pg_database WHERE datname = current_database()"
        ).fetchone()
        assert collation == ("C",)
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
        connection.execute("CREATE TABLE left_behind (a int)")


def test_pg_database_does_not_keep_another_tests_tables(pg_url: str) -> None:
    with psycopg.connect(pg_url) as connection:
        connection.execute("CREATE TABLE left_behind (a int)")


@pytest.mark.smoke
def test_database_url_names_a_usable_new_database(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        path = Path(database_url.removeprefix("sqlite:///"))
        assert not path.exists()
        sqlite3.connect(path).close()
        assert path.exists()
    else:
        psycopg.connect(database_url).close()


def test_application_folders_are_not_the_persons_own() -> None:
    for folder in (platformdirs.user_data_path("x"), platformdirs.user_config_path("x")):
        assert "dcrm-" in str(folder)
