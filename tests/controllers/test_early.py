"""The first page that is read before there is a list."""

import pytest

from desktop_crm.controllers.early import EarlyPage
from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.opening import open_database
from desktop_crm.models.queries.first_page import keep_first_page
from desktop_crm.models.records.customers import CustomerDraft
from desktop_crm.models.records.lists import ListSpec, Sort


@pytest.fixture
def kept(tmp_path):
    """A file with one customer whose first page was kept for the list by number."""
    path = tmp_path / "a.crmdb"
    database = open_database(path, create=True)
    database.execute(save_customer, CustomerDraft(name="Ada"))
    spec = ListSpec(sort=Sort("number"))
    with database.read() as session:
        keep_first_page(session, path, spec, tmp_path / "cache", 1)
    database.close()
    return path, spec


def test_the_rows_are_those_of_the_list_that_was_left(kept, tmp_path):
    path, spec = kept
    early = EarlyPage(path, tmp_path / "cache")
    found = early.result(spec)
    assert found is not None
    assert [row.name for row in found.page.rows] == ["Ada"]
    assert early.ready
    assert early.result(ListSpec(sort=Sort("name", True))) is None


def test_a_file_that_is_no_database_has_no_early_page(kept, tmp_path):
    path, spec = kept
    path.write_bytes(b"not a database")
    assert EarlyPage(path, tmp_path / "cache").result(spec) is None
    assert EarlyPage(tmp_path / "other.crmdb", tmp_path / "cache").result(spec) is None
