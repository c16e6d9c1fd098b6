"""The panel of views at the left of the customer list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.views import BUILT_IN_VIEWS, View, ViewKey
from desktop_crm.ui.pages.customers.list_actions import PANEL_WIDTH
from desktop_crm.ui.pages.customers.views.view_list import Entry, EntryList
from desktop_crm.ui.theme import icons
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import label

DELETED = Message(QT_TRANSLATE_NOOP("messages", "View “{name}” deleted"))
SHARED = Message(QT_TRANSLATE_NOOP("messages", "View “{name}” is shared with everybody"))
UNSHARED = Message(QT_TRANSLATE_NOOP("messages", "View “{name}” is yours alone again"))


class ViewsPanel(QFrame):
    """`chosen(View)`: show it. `copy_asked(View)`: save what it shows under a name of one's own. `loaded`: the views
    are there, or are others now."""

    chosen = Signal(object)
    copy_asked = Signal(object)
    save_asked = Signal()
    close_asked = Signal()
    loaded = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._saved: tuple[View, ...] = ()
        self._counts = services.views.counts(self)
        self.list = EntryList(self.tr("Views"))
        self.setProperty("surface", "card")
        self.setFixedWidth(PANEL_WIDTH)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 0)
        head.setSpacing(2)
        head.addWidget(label(self.tr("Views"), "heading"), 1)
        head.addWidget(tool_button("add", self.tr("Save what the list shows as a view"), self.save_asked.emit))
        head.addWidget(tool_button("collapse", self.tr("Hide the views"), self.close_asked.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self._chosen)
        self.list.delete_asked.connect(self.delete)
        self.list.move_asked.connect(self.move_by)
        self.list.menu_asked.connect(self._menu)
        self.list.entries.renamed.connect(self._rename)
        self._counts.counted.connect(self.list.entries.set_count)
        services.bus.subscribe(self, ("saved_view", "app_user"), self._changed)
        self._fill()

    def load(self) -> None:
        """Asks for the views: a database is open."""
        self._services.views.views(self).then(self._show)

    def opened(self) -> None:
        """Another database is open."""
        self._saved = ()
        self._fill()
        self._counts.again()
        self.load()

    def view(self, key: ViewKey) -> View | None:
        """The view of a key, if it is there."""
        return next((view for view in self.views() if view.key == key), None)

    def views(self) -> Sequence[View]:
        return (*self._saved, *BUILT_IN_VIEWS)

    def set_shown(self, key: ViewKey) -> None:
        """Marks the view that the list shows."""
        self.list.set_shown(key)

    def _changed(self, _: object) -> None:
        self.load()

    def _show(self, views: tuple[View, ...]) -> None:
        self._saved = views
        self._fill()
        self.loaded.emit()

    def _fill(self) -> None:
        mine = [view for view in self._saved if view.mine]
        others = [view for view in self._saved if not view.mine]
        entries: list[Entry] = []
        for title, views in ((self.tr("My views"), mine), (self.tr("Shared by others"), others)):
            if views:
                entries += [Entry(None, title), *map(self._entry, views)]
        entries += [Entry(None, self.tr("Standard")), *map(self._entry, BUILT_IN_VIEWS)]
        self.list.set_entries(entries)
        self._counts.set_views(self.views())

    def _entry(self, view: View) -> Entry:
        if view.mine:
            tip = self.tr("Shared with everybody") if view.shared else ""
        else:
            tip = self.tr("Shared by {name}").replace("{name}", view.owner_name) if view.owner_name else ""
        icon = "team" if view.shared else ""
        return Entry(view.key, text(view.name), icon=icon, tip=tip, editable=view.mine)

    def _chosen(self, key: ViewKey) -> None:
        view = self.view(key)
        if view is not None:
            self.chosen.emit(view)

    # What can be done with a view --------------------------------------------------------------------

    def rename(self, key: ViewKey) -> None:
        """Opens the input over the name."""
        self.list.setFocus()
        self.list.rename(key)

    def _rename(self, key: ViewKey, name: str) -> None:
        view = self.view(key)
        if view is not None and view.mine:
            self._services.views.rename(view.id, name).failed(self._failed)

    def delete(self, key: ViewKey) -> None:
        view = self.view(key)
        if view is not None and view.mine:
            name = text(view.name)
            task = self._services.views.delete(view.id)
            task.then(lambda _: self._services.notices.done(Message(DELETED.text, {"name": name})))
            task.failed(self._failed)

    def share(self, key: ViewKey) -> None:
        """Shares a view with everybody, or takes that back."""
        view = self.view(key)
        if view is not None and view.mine:
            said = UNSHARED if view.shared else SHARED
            name = text(view.name)
            task = self._services.views.share(view.id, not view.shared)
            task.then(lambda _: self._services.notices.done(Message(said.text, {"name": name})))
            task.failed(self._failed)

    def move_by(self, key: ViewKey, by: int) -> None:
        """Moves one of the person's own views up or down."""
        keys = [view.key for view in self._saved if view.mine]
        if key in keys and 0 <= keys.index(key) + by < len(keys):
            place = keys.index(key)
            keys.insert(place + by, keys.pop(place))
            by_key = {view.key: view.id for view in self._saved}
            self._services.views.order([by_key[one] for one in keys]).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self._services.notices.error(error)
        self.load()

    def menu(self, key: ViewKey) -> QMenu | None:
        """What can be done with a view; the caller shows it."""
        view = self.view(key)
        if view is None:
            return None
        menu = QMenu(self)
        menu.setAccessibleName(text(view.name))
        add = menu.addAction
        if view.mine:
            sharing = self.tr("Stop sharing") if view.shared else self.tr("Share with everybody")
            add(icons.icon("edit"), _keyed(self.tr("Rename"), "F2"), lambda: self.rename(key))
            add(icons.icon("team"), sharing, lambda: self.share(key))
        add(icons.icon("copy"), self.tr("Save a copy"), lambda: self.copy_asked.emit(view))
        if view.mine:
            menu.addSeparator()
            add(icons.icon("arrow_up"), _keyed(self.tr("Move up"), "Alt+Up"), lambda: self.move_by(key, -1))
            add(icons.icon("arrow_down"), _keyed(self.tr("Move down"), "Alt+Down"), lambda: self.move_by(key, 1))
            menu.addSeparator()
            add(icons.icon("delete"), _keyed(self.tr("Delete"), "Del"), lambda: self.delete(key))
        return menu

    def _menu(self, key: ViewKey, spot: QPoint) -> None:
        menu = self.menu(key)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(spot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._counts.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._counts.set_active(False)


def _keyed(words: str, keys: str) -> str:
    """A menu's words with the keys that do the same in the list."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}\t{shown}"
