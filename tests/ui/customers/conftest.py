"""Fixtures of the customer pages: services with a database, a window to live in, ways to find things."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.services import Trail, add_customers, huawei, make_services, many, open_database, settle


@pytest.fixture(autouse=True)
def english():
    """Dates and regions in English, whatever a test before has switched to."""
    former = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(former)


@pytest.fixture
def services(qtbot, tmp_path):
    """Services over an open, empty database."""
    made, saver = make_services(tmp_path)
    open_database(qtbot, made, tmp_path / "test.crmdb")
    yield made
    QApplication.processEvents()
    assert made.runner.shutdown(10)
    if made.runner.database is not None:
        made.runner.database.close()
    assert saver.flush()


@pytest.fixture
def window(qtbot):
    made = Trail()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


@pytest.fixture
def stage(qtbot, services, window):
    """Shows a page in the window; waits for it; stores customers."""

    def show(page):
        window.setCentralWidget(page)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        settle(qtbot, services)
        return page

    def store(*drafts, users=(), tags=()):
        return add_customers(services, drafts, users, tags)

    return SimpleNamespace(show=show, store=store, settle=lambda: settle(qtbot, services), huawei=huawei, many=many)


@pytest.fixture
def posted(services):
    """The notices that were posted."""
    found = []
    services.notices.posted.connect(found.append)
    return found
