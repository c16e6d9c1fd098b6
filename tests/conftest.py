"""What every test stands on: no window on the person's screen, no data of theirs, and both databases.

`DESKTOP_CRM_TEST_PLATFORM` names another Qt platform than offscreen; `DESKTOP_CRM_TEST_PG` is the URL of a
PostgreSQL server whose user may create databases, in place of the one that is started here.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.server import Server

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DESKTOP_CRM_TEST_PLATFORM", "offscreen")

# Short on purpose: sockets live in it, and their paths may have no more than 100 characters.
_HOME = Path(tempfile.mkdtemp(prefix="dcrm-"))
# Registered before anything else, so it runs after the test server's own last steps.
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "WIN_PD_OVERRIDE_ROAMING_APPDATA": "home/AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "home/AppData/Local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}
for _name, _folder in _FOLDERS.items():
    (_HOME / _folder).mkdir(parents=True, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)
(_HOME / "run").chmod(0o700)

settings.register_profile(
    "ci",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("nightly", settings.get_profile("ci"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("DESKTOP_CRM_TEST_PROFILE", "ci"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is too long for every change runs at night: `-m nightly`, or when it is named."""
    if "nightly" in str(config.option.markexpr) or any("::" in one for one in config.args):
        return
    late = [item for item in items if item.get_closest_marker("nightly")]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item not in late]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed run: what cannot run there protects nobody."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("DESKTOP_CRM_CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("Failed: skipped tests are not allowed here.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    """A test that spoke Chinese through the command line leaves no Chinese to the next one."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    app = core and core.QCoreApplication.instance()
    if app:
        from desktop_crm.controllers.i18n import Language, Translator

        for translator in app.findChildren(Translator):
            translator.use(Language.EN)


@pytest.fixture(scope="session")
def pg_server() -> Iterator[str]:
    """The URL of a PostgreSQL server, without a database: one for each worker, until the run ends."""
    given = os.environ.get("DESKTOP_CRM_TEST_PG")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="dcrm-pg-"))
    try:
        server = Server(folder / "data")
        try:
            yield server.url
        finally:
            server.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def pg_url(pg_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database (UTF-8, collation C), dropped after the test."""
    from tests.templates import server_database

    with server_database(pg_server) as url:
        yield url


@pytest.fixture(scope="session")
def pg_template(pg_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database to be copied: the application's tables, nothing in them."""
    from tests.templates import server_template

    with server_template(pg_server) as name:
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new database: a SQLite file that does not exist yet, or an empty PostgreSQL database."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("pg_url"))
    return f"sqlite:///{(tmp_path / 'test.crmdb').as_posix()}"
