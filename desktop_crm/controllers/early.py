"""The list's first page, read in a thread of its own while the window's parts are still being loaded."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_crm.models.queries.first_page import FirstPage
    from desktop_crm.models.records.lists import ListSpec


class EarlyPage:
    """Starts to read at once. There is no Runner yet, and none is needed: nobody is told, one asks."""

    def __init__(self, path: Path, cache: Path) -> None:
        self.path = path
        self._cache = cache
        self._found: FirstPage | None = None
        self._thread = threading.Thread(target=self._read, name="early", daemon=True)
        self._thread.start()

    @property
    def ready(self) -> bool:
        return not self._thread.is_alive()

    def result(self, spec: ListSpec) -> FirstPage | None:
        """The page if there is one and it is of this list. Waits until it is read."""
        self._thread.join()
        return self._found if self._found is not None and self._found.fits(spec) else None

    def _read(self) -> None:
        from desktop_crm.models.queries.first_page import read_kept_page

        self._found = read_kept_page(self.path, self._cache)
