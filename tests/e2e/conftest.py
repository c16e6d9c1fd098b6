"""A virtual screen for all tests here, and the application on it for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.program import Program
from tests.e2e.screen import Screen

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
def start(screen: Screen, home: Path, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Starts the application with these arguments; all runs end with the test."""
    running: list[Program] = []

    def begin(*arguments: str, **variables: str) -> Program:
        running.append(Program(screen, home, *arguments, **variables))
        return running[-1]

    yield begin
    for program in running:
        program.stop()
