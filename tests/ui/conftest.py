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
