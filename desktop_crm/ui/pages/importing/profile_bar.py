"""Saved choices: which are in use, and keeping, renaming, sharing and deleting them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_crm.controllers.services import Services
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_setup import ImportProfile
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.pick import PickButton
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.popover import ListItem

SAVED = Message(QT_TRANSLATE_NOOP("messages", "Saved as “{name}”. A file with the same columns is recognised by it."))
RENAMED = Message(QT_TRANSLATE_NOOP("messages", "The saved choices are called “{name}” now."))
SHARED = Message(QT_TRANSLATE_NOOP("messages", "Everybody can use the saved choices “{name}” now."))
UNSHARED = Message(QT_TRANSLATE_NOOP("messages", "The saved choices “{name}” are yours alone now."))
DELETED = Message(QT_TRANSLATE_NOOP("messages", "The saved choices “{name}” were deleted."))


class ProfileBar(QWidget):
    """The list of saved choices, what can be done with those in use, and a field for their name."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services, self.navigator, self.session = services, navigator, services.importing
        self.pick = PickButton(self.tr("Saved choices"), self._items)
        self.pick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pick.setFixedWidth(26 * STEP)
        self.pick.chosen.connect(self._chosen)
        self.name = QLineEdit(placeholderText=self.tr("Name for these choices"))
        self.name.setAccessibleName(self.tr("Name for these choices"))
        self.name.setFixedWidth(24 * STEP)
        self.name.returnPressed.connect(self._take_name)
        self.name.hide()
        self.save_button = button(self.tr("Save choices…"), self.save, "normal", "save")
        QShortcut(QKeySequence("Escape"), self.name, self._close, context=Qt.ShortcutContext.WidgetShortcut)
        self._renames = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        for one in (self.name, self.pick, self.save_button):
            row.addWidget(one)

    def refresh(self) -> None:
        profile = self.session.profile
        self.pick.show_choice(profile.name if profile else self.tr("Saved choices"), muted=profile is None)
        self.pick.setVisible(bool(self.session.basis.profiles))
        if self._renames and not self.session.may_change_profile:
            self._close()

    def _items(self) -> list[ListItem]:
        now = self.session.profile
        lines = [ListItem(None, self.tr("As the column names suggest"), icon="refresh", checked=now is None)]
        lines += [
            ListItem(one, one.name, self._whose(one), icon="save", checked=now is not None and one.id == now.id)
            for one in self.session.basis.profiles
        ]
        if now is not None and now.mine:
            share = self.tr("Keep for me alone") if now.shared else self.tr("Share with everybody")
            lines += [
                ListItem("import.rename_profile", self.tr("Rename…"), icon="edit", group=now.name),
                ListItem("import.share_profile", share, icon="team", group=now.name),
                ListItem("import.delete_profile", self.tr("Delete"), icon="delete", group=now.name),
            ]
        return lines

    def _whose(self, profile: ImportProfile) -> str:
        if not profile.mine:
            return profile.owner_name
        return self.tr("shared") if profile.shared else ""

    def _chosen(self, value: object) -> None:
        if isinstance(value, str):
            self.navigator.run_action(value)
        else:
            self.session.use_profile(value)  # type: ignore[arg-type]

    # Names -------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Asks for a name at first, then saves under it."""
        if self.name.isHidden():
            self._ask(renames=False)
        else:
            self._take_name()

    def rename(self) -> None:
        """Asks for another name for the choices in use."""
        self._ask(renames=True)

    def _ask(self, *, renames: bool) -> None:
        profile = self.session.profile
        self._renames = renames
        self.name.setText(profile.name if profile else "")
        self.name.show()
        self.name.setFocus()
        self.name.selectAll()
        self.save_button.setText(self.tr("Rename") if renames else self.tr("Save"))

    def _take_name(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        renames = self._renames
        self._close()
        if renames:
            self._tell(self.session.rename_profile(name), RENAMED, name)
        else:
            self._tell(self.session.save_profile(name), SAVED, name)

    def _close(self) -> None:
        self._renames = False
        self.name.hide()
        self.save_button.setText(self.tr("Save choices…"))
        self.save_button.setFocus()

    # Others ------------------------------------------------------------------------------------------

    def share(self) -> None:
        """Shows the choices in use to everybody, or to their owner alone again."""
        profile = self.session.profile
        if profile is not None:
            self._tell(self.session.share_profile(), UNSHARED if profile.shared else SHARED, profile.name)

    def delete(self) -> None:
        """What they brought stays chosen for this file."""
        profile = self.session.profile
        if profile is not None:
            self._tell(self.session.delete_profile(), DELETED, profile.name)

    def _tell(self, task: Task[Any], words: Message, name: str) -> None:
        notices = self.services.notices
        task.then(lambda _: notices.done(Message(words.text, {"name": name}))).failed(notices.error)
