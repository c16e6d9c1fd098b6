"""The sample company: one file for each language, and made anew when the person wants."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_crm.models.records.customers import CustomerDraft


def sample(it):
    it.shell.registry.action("file.sample").trigger()
    it.until(lambda: it.services.workspace.current is not None, timeout=30_000)
    it.settle()
    return it.services.workspace.current.path


def renew(it, answer):
    """Asks to make the sample anew and gives an answer to the question."""

    def choose():
        dialog = QApplication.activeModalWidget()
        next(one for one in dialog.findChildren(QPushButton) if one.text() == answer).click()

    QTimer.singleShot(0, choose)
    it.shell.registry.action("file.sample_anew").trigger()
    it.until(lambda: it.services.workspace.current is not None, timeout=30_000)
    it.settle()


def total(it):
    return it.shell.navigator.page("customers").model.rowCount()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_sample_company_speaks_the_language_of_the_interface(run, language):
    it = run(lang=language)
    assert sample(it) == it.places.data / f"sample-{language}.crmdb"
    name = it.shell.navigator.page("customers").model.peek(0).name
    assert name.isascii() == (language == "en")


def test_the_sample_company_is_made_anew_only_after_a_yes(run):
    it = run()
    assert not it.shell.registry.action("file.sample_anew").isEnabled()
    sample(it)
    before = total(it)
    it.services.customers.save(CustomerDraft(name="A new one"))
    it.settle()

    renew(it, "Keep it")
    assert total(it) == before + 1

    renew(it, "Make it anew")
    it.until(lambda: total(it) == before)
