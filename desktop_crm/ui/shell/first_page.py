"""The first rows at start, before the database's libraries are loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop_crm.controllers.early import EarlyPage
from desktop_crm.controllers.paths import database_key
from desktop_crm.controllers.services import Services

KEEP_MS = 1_500


class FirstPage(QObject):
    """Shows what the last run kept, and keeps it for the next one. The list page answers `kept_spec(key)`,
    `seed(spec, page, total)`, `spec` and `model`."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._early: EarlyPage | None = None
        self._page: Any = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self._keep)

    def use(self, early: EarlyPage) -> None:
        """A read that began before there was a list to show it."""
        self._early = early

    def show(self, page: Any, path: Path, then: Callable[[], object]) -> None:
        """Reads the first page by the short way and calls `then` when it is painted, or when there is none."""
        services = self._services
        spec = page.kept_spec(database_key(path))
        early, self._early = self._early, None

        def seed(found: Any) -> None:
            if found is not None:
                page.seed(spec, found.page, found.total)

        # Loading the database's libraries holds the interpreter: only after the rows are on the screen.
        def go_on() -> None:
            QTimer.singleShot(0, self, then)

        if early is None or early.path != path:
            services.customers.first_page(path, spec, services.places.cache, page).then(seed).watch(go_on)
        elif early.ready:
            # The rows are there with the first paint of the list, which comes a turn after its layout.
            seed(early.result(spec))
            QTimer.singleShot(0, self, go_on)
        else:
            services.customers.early_page(early, spec, page).then(seed).watch(go_on)

    def watch(self, page: Any) -> None:
        """Keeps the first page of this list from now on."""
        if page is not self._page:
            self._page = page
            page.model.state_changed.connect(self._timer.start)
            self._timer.start()

    def _keep(self) -> None:
        current, page = self._services.workspace.current, self._page
        if current is None or current.path is None or page is None or not page.model.counted:
            return
        total = page.model.rowCount()
        self._services.customers.keep_first_page(current.path, page.spec, self._services.places.cache, total, self)
