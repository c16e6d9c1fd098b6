"""The areas of the product, one line each. The window is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.ui.feature import Feature
from desktop_crm.ui.pages.history.feature import HISTORY

if TYPE_CHECKING:
    from desktop_crm.ui.shell.navigator import RecordPageSpec

FEATURES: tuple[Feature, ...] = (HISTORY,)


def record_pages() -> tuple[RecordPageSpec, ...]:
    """The pages for one record."""
    return ()
