"""Fixtures of the customer pages: services with a database, a window to live in, ways to find things."""

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.opening import open_database as open_file
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import FieldDraft, Option
from tests.templates import copy_empty_file
from tests.ui.services import Trail, add_customers, huawei, make_services, many, open_database, settle

EVERY_TYPE = (
    FieldDraft("Metres", FieldType.NUMBER),
    FieldDraft("Fee", FieldType.MONEY, currency="CNY"),
    FieldDraft("Signed on", FieldType.DATE),
    FieldDraft("Grade", FieldType.CHOICE, options=(Option("", "Gold"), Option("", "Silver"))),
    FieldDraft(
        "Lines",
        FieldType.CHOICES,
        options=(Option("", "The north of the country"), Option("", "The south of the country")),
    ),
    FieldDraft("Listed", FieldType.YES_NO),
    FieldDraft("Hotline", FieldType.PHONE),
    FieldDraft("Site", FieldType.URL),
    FieldDraft("Postbox", FieldType.EMAIL),
    FieldDraft("Dock", FieldType.TEXT, required=True),
    FieldDraft("Story", FieldType.LONG_TEXT),
    FieldDraft("Parent", FieldType.LINK),
    FieldDraft("Nickname", FieldType.TEXT, for_kind="person"),
)


@pytest.fixture(autouse=True)
def english():
    """Dates and regions in English, whatever a test before has switched to."""
    former = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(former)


@pytest.fixture(scope="session")
def file_with_fields(tmp_path_factory):
    """A file that has a custom field of every type, to be copied: making them takes half a second."""
    path = copy_empty_file(tmp_path_factory.mktemp("fields") / "fields.crmdb")
    database = open_file(path)
    for draft in EVERY_TYPE:
        database.execute(save_field, draft)
    database.close()
    return path


@pytest.fixture
def services(qtbot, tmp_path, request):
    """Services over an open database: empty, but for custom fields where a test asks for them."""
    if "fields" in request.fixturenames:
        shutil.copy(request.getfixturevalue("file_with_fields"), tmp_path / "test.crmdb")
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


@pytest.fixture
def fields(services):
    """A custom field of every type, by its name."""
    with services.runner.database.read() as session:
        return {one.name: one for one in custom_fields(session)}
