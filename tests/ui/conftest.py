"""One theme for all interface tests, always light at the start of a test."""

import pytest

from desktop_crm.ui.theme.style import Theme


@pytest.fixture(scope="session")
def _theme(qapp):
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def theme(_theme):
    if _theme.mode != "light":
        _theme.set_mode("light")
    return _theme


@pytest.fixture
def run(qapp, qtbot, tmp_path, _theme):
    """Starts the application on a home of its own; every run is closed at the end."""
    from desktop_crm.ui.theme.style import Theme
    from tests.ui.shell import Running

    runs = []

    def start(target=None, **options):
        runs.append(Running(qapp, qtbot, tmp_path / "home", target, **options))
        return runs[-1]

    yield start
    for one in runs:
        one.close()
    for theme in qapp.findChildren(Theme):
        if theme is not _theme:
            theme.setParent(None)
    _theme.set_mode("dark")
    _theme.set_mode("light")
