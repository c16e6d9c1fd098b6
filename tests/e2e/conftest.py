"""A virtual screen for all tests here, and the application on it for each."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.e2e.program import Program
from tests.e2e.screen import ROOT, Screen

Start = Callable[..., Program]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    own = Screen()
    yield own
    own.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the application of this test keeps its files."""
    return tmp_path / "home"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A file with forty sample customers, made by the application's own command."""
    path = tmp_path / "book.crmdb"
    command = ["-m", "desktop_crm", "--lang", "en", "sample", "--db", str(path), "--customers", "40", "--seed", "7"]
    variables = os.environ | {"DESKTOP_CRM_HOME": str(tmp_path / "maker")}
    subprocess.run([sys.executable, *command], cwd=ROOT, env=variables, check=True, stdout=subprocess.DEVNULL)
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keeps a picture of the screen as it was when a test failed."""
    report = yield
    if report.when == "call" and report.failed and "screen" in item.funcargs:
        path = Path(item.funcargs["tmp_path"]) / "failed.png"
        item.funcargs["screen"].picture(path)
        report.sections.append(("The screen", str(path)))
    return report


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Start]:
    """Starts the application with these arguments; all runs end with the test."""
    running: list[Program] = []

    def begin(*arguments: str, **variables: str) -> Program:
        running.append(Program(screen, home, *arguments, **variables))
        return running[-1]

    yield begin
    for program in running:
        program.stop()
