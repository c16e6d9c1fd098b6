"""Dialogs: settings built from declarations, bugs to copy, shortcuts to find."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_crm.models.messages import Message
from desktop_crm.ui.actions import ShortcutRow
from desktop_crm.ui.dialogs.about import AboutDialog
from desktop_crm.ui.dialogs.bug import BugDialog
from desktop_crm.ui.dialogs.settings import SettingsDialog
from desktop_crm.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_crm.ui.tables.column_dialog import ColumnDialog, Layout

GENERAL = Message("General")


@dataclass(frozen=True)
class Declared:
    key: str
    type: type
    default: object
    label: Message
    page: Message = GENERAL
    help: Message | None = None
    choices: tuple | None = None
    minimum: int | None = None
    maximum: int | None = None
    applies: str = "now"


THEMES = (("system", Message("System")), ("light", Message("Light")), ("dark", Message("Dark")))
REGIONS = tuple((f"R{n}", Message(f"Region number {n}")) for n in range(5))
DECLARED = (
    Declared("theme", str, "system", Message("Theme"), Message("Appearance"), choices=THEMES),
    Declared("region", str, "R0", Message("Region"), choices=REGIONS),
    Declared("keep", int, 14, Message("Keep"), minimum=1, maximum=99),
    Declared("tray", bool, False, Message("Tray"), applies="restart"),
    Declared("font", str, "", Message("Font"), help=Message("Empty is fine.")),
)


def test_every_kind_of_setting_tells_what_the_person_chose(qtbot):
    dialog = SettingsDialog(DECLARED, {"keep": 7}, lambda message: message.plain())
    qtbot.addWidget(dialog)
    said = []
    dialog.changed.connect(lambda key, value: said.append((key, value)))
    assert dialog.input("keep").value() == 7
    dialog.input("theme").set_value("dark")
    dialog.input("region").setCurrentIndex(3)
    dialog.input("keep").setValue(200)
    dialog.input("tray").click()
    QTest.keyClicks(dialog.input("font"), "Noto Sans")
    dialog.input("font").editingFinished.emit()
    assert said == [("theme", "dark"), ("region", "R3"), ("keep", 99), ("tray", True), ("font", "Noto Sans")]
    assert dialog.input("font").accessibleName() == "Font"
    assert dialog.input("font").accessibleDescription() == "Empty is fine."
    assert "next start" in dialog.input("tray").accessibleDescription()


def test_a_refused_setting_says_so_beside_it(qtbot):
    dialog = SettingsDialog(DECLARED, {}, lambda message: message.plain())
    qtbot.addWidget(dialog)
    dialog.show_error("font", "No such font.")
    assert any(one.text() == "No such font." and not one.isHidden() for one in dialog.findChildren(QLabel))


def test_bug_details_can_be_copied(qtbot):
    dialog = BugDialog("It broke.", "Nothing was lost.", "Traceback: x")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: x"
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    assert "It broke." in texts
    assert "Nothing was lost." in texts


def test_a_shortcut_is_found_by_name_or_keys(qtbot):
    rows = (ShortcutRow("File", "Import", "Ctrl+I"), ShortcutRow("Edit", "Undo", "Ctrl+Z"))
    dialog = ShortcutsDialog(lambda: rows)
    qtbot.addWidget(dialog)
    dialog.filter.set_text("und")
    assert [line.text for line in dialog.list.items()] == ["Undo"]
    dialog.filter.set_text("ctrl+i")
    assert [line.text for line in dialog.list.items()] == ["Import"]


def test_about_names_the_facts(qtbot):
    dialog = AboutDialog(lambda: [("Version", "1.2.3")])
    qtbot.addWidget(dialog)
    assert "1.2.3" in [one.text() for one in dialog.findChildren(QLabel)]


def test_columns_are_moved_and_hidden_by_keyboard(qtbot):
    dialog = ColumnDialog(Layout({"a": "A", "b": "B"}, ["a", "b"], {"b"}, {"a": 100, "b": 90}), None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    wanted = dialog.layout_wanted()
    assert wanted.order == ["b", "a"]
    assert wanted.hidden == {"b"}
    assert wanted.widths == {"a": 108, "b": 90}
