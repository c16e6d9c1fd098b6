"""Records for the command palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_crm.controllers.services import Services
from desktop_crm.models.records.search import SearchHit
from desktop_crm.ui.widgets.popover import ListItem

MOST = 8


def palette_search(services: Services, owner: QObject) -> Callable[[str, Callable[[Sequence[ListItem]], None]], None]:
    """What the palette asks at each key; nothing is answered while no database is open."""

    def search(query: str, show: Callable[[Sequence[ListItem]], None]) -> None:
        if services.workspace.current is None:
            show(())
            return
        services.search.find(query, owner, MOST).then(lambda hits: show([_item(hit) for hit in hits]))

    return search


def _item(hit: SearchHit) -> ListItem:
    bold: tuple[tuple[int, int], ...] = ()
    if hit.field == "name" and hit.length and hit.value == hit.name:
        bold = ((hit.start, hit.length),)
    detail = hit.code if hit.value == hit.name or not hit.value else f"{hit.code} · {hit.value}"
    return ListItem(hit.record_id, hit.name, detail, icon="person" if hit.kind == "person" else "company", bold=bold)
