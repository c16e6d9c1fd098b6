"""Puts life into the window once it has been painted: actions, pages, notices, and what is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_crm.controllers.actions import Context
from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.instance import InstanceGuard
from desktop_crm.controllers.workspace import BACKING_UP, Opened
from desktop_crm.models.errors import CrmError
from desktop_crm.ui.actions import ActionRegistry
from desktop_crm.ui.shell.actions import START, core_actions, page_actions
from desktop_crm.ui.shell.files import FileFlows
from desktop_crm.ui.shell.first_page import FirstPage
from desktop_crm.ui.shell.kit import Kit
from desktop_crm.ui.shell.look import COLLAPSED, GEOMETRY, PLACES
from desktop_crm.ui.shell.main_window import APP_TITLE, MainWindow
from desktop_crm.ui.shell.navigator import Spot, WindowNavigator
from desktop_crm.ui.shell.notes import Notes
from desktop_crm.ui.shell.opening import Opening, Refused, file_of, short_name
from desktop_crm.ui.shell.reports import Reports
from desktop_crm.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop_crm.controllers.daily import DailyBackUp
    from desktop_crm.ui.shell.closing import Closing
    from desktop_crm.ui.shell.preferences import Preferences

PALETTE = "palette.recent"
OPENING = "opening"


class Shell(QObject):
    """Joins the window and the controllers. Parts of it are reached by their names, as actions need them."""

    def __init__(self, window: MainWindow, kit: Kit, held: tuple[Path, InstanceGuard] | None = None) -> None:
        super().__init__(window)
        self.window = window
        self.kit = kit
        self.services = kit.services
        self._start: Any = None
        self._palette: Any = None
        self._recent: QMenu | None = None
        self._seen = ""
        self.navigator = WindowNavigator(window, window.stack)
        self.opening = Opening(kit.services, held, self)
        self.files = FileFlows(kit, self.opening, window)
        self.undoing = Undoing(kit.services.undo, kit.services.notices, self)
        self.reports = Reports(kit.crash, kit.services.notices, window)
        self.registry = ActionRegistry(window, text)
        self.navigator.add(kit.services, kit.features, kit.record_pages)
        self._register()
        self.notes = Notes(kit.services.notices, kit.services.jobs, self.registry, window.notices, window.jobs, self)
        self.files.notes = self.notes
        self.files.listed = self._listed
        self.files.navigator = self.navigator
        self.first_page = FirstPage(kit.services, self)
        self._connect()
        self._furnish()
        self._words()

    # What the first customers do without.

    @cached_property
    def preferences(self) -> Preferences:
        from desktop_crm.ui.shell.preferences import Preferences

        return Preferences(self.kit, self)

    @cached_property
    def closing(self) -> Closing:
        from desktop_crm.ui.shell.closing import Closing

        return Closing(self, self.kit)

    @cached_property
    def daily(self) -> DailyBackUp:
        """Made when a file is open."""
        from desktop_crm.controllers.daily import DailyBackUp

        return DailyBackUp(self.services, BACKING_UP, self)

    def _register(self) -> None:
        self.registry.register(core_actions(self))
        self.registry.register(page_actions(self, self.kit.features))
        self._own = {spec.id for spec in self.registry.specs()}
        for feature in self.kit.features:
            if feature.actions is not None:
                self.registry.register(feature.actions(self.services, self.navigator))
        redo = self.registry.action("edit.redo")
        redo.setShortcuts([redo.shortcut(), QKeySequence("Ctrl+Y")])

    def _connect(self) -> None:
        services, window = self.services, self.window
        self.navigator.run = self.run_action
        self.navigator.refresh = self.refresh
        self.navigator.moved.connect(self._moved)
        self.opening.refused.connect(self._refused)
        self.opening.working.connect(self.notes.track)
        self.opening.warned.connect(self._say_error)
        self.opening.raised.connect(self._raised)
        services.workspace.opened.connect(self._opened)
        services.workspace.closed.connect(self._closed)
        services.undo.changed.connect(self._undo_changed)
        services.runner.error.connect(self._say_error)
        services.runner.unexpected.connect(self.kit.crash.on_unexpected)
        services.runner.idle.connect(self._work)
        services.bus.changed.connect(self._work)
        self.kit.translator.changed.connect(self.navigator.rebuild)
        self.kit.translator.changed.connect(self._words)
        window.side.chosen.connect(self._chosen)
        window.side.collapsed_changed.connect(lambda on: services.state.set(COLLAPSED, on))
        window.settings_asked.connect(lambda: self.preferences.show())  # noqa: PLW0108 - made when first asked for
        services.settings.changed.connect(lambda key: self.preferences.apply(key))  # noqa: PLW0108 - as above
        window.help_asked.connect(self.show_help)
        window.number_begun.connect(self.begin_search)
        window.dropped.connect(self.files.open_path)
        window.closing = lambda: self.closing.may_close()  # noqa: PLW0108 - as above

    def _furnish(self) -> None:
        """The parts that the first paint did without."""
        window = self.window
        pages = sorted((page for one in self.kit.features for page in one.pages), key=lambda page: page.order)
        window.set_places([(page.id, page.icon, text(page.title)) for page in pages])
        self.services.state.set(PLACES, [[page.id, page.icon, page.title.text] for page in pages])
        for button, action in (
            (window.top.back, "nav.back"),
            (window.top.undo, "edit.undo"),
            (window.top.redo, "edit.redo"),
            (window.top.settings, "app.settings"),
        ):
            window.top.bind(button, self.registry.action(action))
        self.registry.fill_menu_bar(window.menuBar())
        self._add_recent_menu()
        if self.kit.search_box is not None:
            window.top.set_search(self.kit.search_box(self.services, self.navigator))

    def _add_recent_menu(self) -> None:
        file_menu = self.window.menuBar().actions()[0].menu()
        if isinstance(file_menu, QMenu):
            self._recent = QMenu(file_menu)
            file_menu.insertMenu(self.registry.action("file.sample"), self._recent)
            self._recent.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        assert self._recent is not None
        self._recent.clear()
        for address in self.services.state.recent_databases():
            name = str(file_of(address) or address)
            action = self._recent.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, address=address: self.files.open_recent(address))
        self._recent.setEnabled(True)

    # What is open.

    def begin(self, target: str, *, create: bool = False, sample: bool = False) -> None:
        """Opens what the start asked for, or shows the first page of all."""
        if sample:
            self.show_start()
            self.opening.open_sample(self.kit.translator.language.value)
        elif target:
            self._seed(target, create)
        else:
            self.show_start()
        self.reports.look_back()
        if self.services.settings.notice is not None:
            self.services.notices.warn(self.services.settings.notice)

    def _seed(self, target: str, create: bool) -> None:
        """Shows the first page of the list by the short way, then opens the file in earnest."""
        path = file_of(target)
        self.window.set_status(short_name(target), self.tr("Opening…"))
        first = self._pages()[0]
        there = path is not None and path.exists() and not create
        if path is None or not there:
            self._show_opening(short_name(target))
            self.opening.open(target, create=create)
            return
        self._seen = str(path.resolve())
        self.navigator.reset(Spot(first))
        self._words()
        self.first_page.show(self.navigator.page(first), path, lambda: self.opening.open(target, create=create))

    def _show_opening(self, name: str) -> None:
        """Something quiet to look at while a server answers."""
        from desktop_crm.ui.widgets.empty_state import EmptyState

        page = EmptyState("database", self.tr("Opening “{name}”…").replace("{name}", name))
        self.navigator.add_widget(OPENING, page)
        self.navigator.reset(Spot(OPENING))
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setFocus()  # else the first button of the window has the ring, and a screen reader tells of that

    def _pages(self) -> list[str]:
        specs = sorted((page for one in self.kit.features for page in one.pages), key=lambda page: page.order)
        return [page.id for page in specs]

    def _opened(self, opened: Opened) -> None:
        seeded = self._seen and opened.path is not None and str(opened.path.resolve()) == self._seen
        self._seen = ""
        if not seeded:
            self.navigator.forget_pages()
        self.daily  # noqa: B018 - from now on
        self.services.search.use(opened.key)
        self.services.undo.refresh()
        pages = self._pages()
        if pages and (self.navigator.spot is None or self.navigator.spot.page in (OPENING, START)):
            self.navigator.reset(Spot(pages[0]))
        self.first_page.watch(self.navigator.page(pages[0]))
        self._words()

    def _closed(self) -> None:
        self.navigator.forget_pages()
        if not self.closing.under_way:
            self.show_start()

    def _refused(self, refused: Refused) -> None:
        """Says it on the first page; over an open database in the message bar."""
        if self.services.workspace.current is not None:
            self.services.notices.error(refused.error)
            self._words()
            return
        self.navigator.forget_pages()
        self._seen = ""
        self.show_start(refused)

    def show_start(self, refused: Refused | None = None) -> None:
        """The page with the ways to begin, or with what went wrong."""
        if self._start is None:
            from desktop_crm.ui.pages.start.page import StartPage

            self._start = StartPage(self.services, self.files, self.opening)
            self.navigator.add_widget(START, self._start)
        self._start.show_state(refused)
        self.navigator.reset(Spot(START))
        self._words()

    def _raised(self, target: str) -> None:
        self.window.bring_to_front()
        if target:
            self.files.open_path(Path(target))

    def _listed(self) -> Any:
        """The customer list, if it is what the person looks at."""
        asked = getattr(self.navigator.current(), "listed", None)
        return asked() if asked is not None else None

    # Notices, titles, actions.

    def _say_error(self, error: CrmError) -> None:
        self.services.notices.error(error)

    def run_action(self, action_id: str) -> None:
        action = self.registry.action(action_id)
        if action.isEnabled():
            action.trigger()

    def refresh(self) -> None:
        """Asks again which actions may run, and what the page is called."""
        page = self.navigator.current()
        asked = getattr(page, "context", None)
        own = asked() if asked is not None else Context()
        spot = self.navigator.spot
        open_now = self.services.workspace.current is not None
        self.registry.update(
            own._replace(
                page=spot.page if spot and (open_now or spot.page == START) else "",
                can_undo=self.services.undo.can_undo and open_now,
                can_redo=self.services.undo.can_redo and open_now,
            )
        )
        if not open_now:
            for spec in self.registry.specs():
                if spec.id not in self._own:
                    self.registry.action(spec.id).setEnabled(False)
        self._title()

    def _moved(self) -> None:
        self.window.side.set_current(self.navigator.marked())
        self.notes.show_page(self.navigator.spot.page if self.navigator.spot else "")
        self.refresh()

    def _chosen(self, key: str) -> None:
        if key.startswith("#"):
            self.window.side.set_current(self.navigator.marked())
        else:
            self.navigator.show_page(key)

    def _undo_changed(self) -> None:
        undo = self.services.undo
        self.registry.set_text("edit.undo", undo.undo_text if undo.can_undo else None)
        self.registry.set_text("edit.redo", undo.redo_text if undo.can_redo else None)
        self.refresh()

    def _title(self) -> None:
        page = self.navigator.title()
        current = self.services.workspace.current
        parts = [page, current.label if current else "", APP_TITLE]
        self.window.setWindowTitle(" — ".join(part for part in parts if part))

    def _work(self, *_: object) -> None:
        """Says in the status bar what is open and whether something is being written."""
        current = self.services.workspace.current
        file = str(current.path or current.address) if current else self.tr("No file is open")
        work = self.tr("Saving…") if self.services.runner.writing else self.tr("All saved") if current else ""
        self.window.set_status(file, work)

    def _words(self, *_: object) -> None:
        """Everything that is made of words here, in the language of now."""
        self.window.top.search.setEnabled(self.services.workspace.current is not None)
        for page in (page for one in self.kit.features for page in one.pages):
            self.window.side.item(page.id).set_text(text(page.title))
            self.window.side.item(page.id).setEnabled(self.services.workspace.current is not None or bool(self._seen))
        if self._recent is not None:
            self._recent.setTitle(self.tr("Recent files"))
        self._work()
        self._undo_changed()

    # Small windows.

    def _spell(self, texts: Sequence[str], show: Callable[[Mapping[str, tuple[str, str]]], None]) -> None:
        self.services.search.spellings(texts, self).then(show)

    def show_palette(self) -> None:
        from desktop_crm.ui.pages.search.search_box import RecordFinder
        from desktop_crm.ui.widgets.palette import CommandPalette

        if self._palette is None:
            find = RecordFinder(self.services, self).find
            self._palette = CommandPalette(self.window, self.registry, find, self._spell)
            self._palette.set_recents(_strings(self.services.state.get(PALETTE)))
            self._palette.record_chosen.connect(self.navigator.open_customer)
        self.refresh()
        self._palette.open()

    def remember(self) -> None:
        """Keeps how the window looks."""
        geometry = self.window.saveGeometry()
        self.services.state.set_bytes(GEOMETRY, bytes(geometry.data()))
        if self._palette is not None:
            self.services.state.set(PALETTE, self._palette.recents())

    def begin_search(self, typed: str) -> None:
        search: Any = self.window.top.search
        if search.isEnabled() and self.kit.search_box is not None:
            search.begin(typed)

    def focus_search(self) -> None:
        search: Any = self.window.top.search
        search.open()

    def show_help(self) -> None:
        from desktop_crm.ui.shell.help import HelpDialog

        HelpDialog(self.kit.help_folder, lambda: self.kit.translator.language.value, self.window).open()

    def show_shortcuts(self) -> None:
        from desktop_crm.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.registry.shortcuts, self.window).open()

    def show_about(self) -> None:
        from desktop_crm.ui.dialogs.about import AboutDialog
        from desktop_crm.ui.shell.facts import facts

        AboutDialog(lambda: facts(self.kit), self.window).open()

    def quit(self) -> None:
        self.window.close()


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
