"""A quick filter: a button with a count, and a list to tick with a search of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop_crm.ui.theme import icons

if TYPE_CHECKING:
    from desktop_crm.ui.pages.customers.choice_popup import ChoicePopup

Choice = tuple[Any, str]
Source = Callable[[str, Callable[[Sequence[Choice]], None]], None]


def among(choices: Callable[[], Sequence[Choice]]) -> Source:
    """A source that matches the typed text against a list."""

    def source(query: str, show: Callable[[Sequence[Choice]], None]) -> None:
        from desktop_crm.ui.widgets.matching import match

        found = []
        for at, (value, text) in enumerate(choices()):
            hit = match(query.strip(), text)
            if hit is not None:
                found.append((hit[0] if query else 0, at, (value, text)))
        found.sort(key=lambda one: one[:2])
        show([choice for _, _, choice in found])

    return source


class FilterButton(QPushButton):
    """`changed` comes when a tick does; `chosen` holds the values, none meaning "any"."""

    changed = Signal()

    def __init__(self, name: str, source: Source, icon: str = "", *, whole: bool = True) -> None:
        super().__init__()
        self._name = name
        self._chosen: tuple[Any, ...] = ()
        self._popup: ChoicePopup | None = None
        self._source, self._icon, self._whole = source, icon, whole
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIcon(icons.icon("chevron_down", "text_tertiary", checked_token="accent_text"))
        self.setIconSize(QSize(12, 12))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self.drop)
        self._show()

    @property
    def chosen(self) -> tuple[Any, ...]:
        return self._chosen

    def set_chosen(self, values: Iterable[Any]) -> None:
        """Ticks these; does not emit `changed`."""
        self._chosen = tuple(values)
        self._show()
        if self._popup is not None and self._popup.isVisible():
            self._popup.set_chosen(self._chosen)

    def drop(self) -> None:
        """Opens the list."""
        self._show()
        if self._popup is None:
            from desktop_crm.ui.pages.customers.choice_popup import ChoicePopup

            self._popup = ChoicePopup(self._name, self._source, self._icon, self, whole=self._whole)
            self._popup.toggled.connect(self.toggle_value)
            self._popup.cleared.connect(self._none)
        self._popup.open(self.mapToGlobal(QPoint(0, self.height() + 4)), self._chosen)

    def popup(self) -> ChoicePopup | None:
        return self._popup

    def toggle_value(self, value: Any) -> None:
        """Ticks a value, or takes the tick away."""
        without = tuple(one for one in self._chosen if one != value)
        self.set_chosen(without if value in self._chosen else (*self._chosen, value))
        self.changed.emit()

    def _none(self) -> None:
        if self._chosen:
            self.set_chosen(())
            self.changed.emit()

    def _show(self) -> None:
        count = len(self._chosen)
        self.setChecked(bool(count))
        # The space keeps the arrow, which stands behind the words, at a distance.
        self.setText(f"{self._name} · {count} " if count else f"{self._name} ")
        spoken = self.tr("Filter by {name}").replace("{name}", self._name)
        chosen = self.tr("{count} chosen").replace("{count}", str(count))
        self.setAccessibleName(f"{spoken}, {chosen}" if count else spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.drop()
        else:
            super().keyPressEvent(event)
