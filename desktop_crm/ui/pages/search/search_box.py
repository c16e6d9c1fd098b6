"""Search everywhere from the window's top bar: hits as you type, each with the reason why it matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop_crm.models.records.search import Answer, SearchHit, Suggestion
    from desktop_crm.ui.widgets.popover import ListItem, Popover

LIMIT = 12
REASONS: dict[str, Message] = {
    "pinyin": Message(QT_TRANSLATE_NOOP("messages", "pinyin")),
    "initials": Message(QT_TRANSLATE_NOOP("messages", "pinyin initials")),
    "phone": CUSTOMER_FIELDS["phone"],
    "email": CUSTOMER_FIELDS["email"],
    "tag": Message(QT_TRANSLATE_NOOP("messages", "Tag")),
    "contact": Message(QT_TRANSLATE_NOOP("messages", "Contact person")),
    "custom": Message(QT_TRANSLATE_NOOP("messages", "Custom field")),
    "code": CUSTOMER_FIELDS["number"],
    "credit_code": CUSTOMER_FIELDS["credit_code"],
    "channel": Message(QT_TRANSLATE_NOOP("messages", "Channel")),
    "short_name": CUSTOMER_FIELDS["short_name"],
    "notes": CUSTOMER_FIELDS["notes"],
    "file": Message(QT_TRANSLATE_NOOP("messages", "Attachment")),
}
"""Why a hit matched, by the field of the hit; a match of the name itself needs no reason."""


def hit_item(hit: SearchHit, typed: str, words: Lexicon, group: str = "") -> ListItem:
    """A hit as a line: the name, the matching part in bold, and the field that matched with its value."""
    from desktop_crm.ui.widgets.popover import ListItem

    if hit.field == "name":
        bold = ((hit.start, hit.length),) if hit.length and hit.value == hit.name else ()
        return ListItem(hit.record_id, hit.name, hit.code, "customer", group=group, bold=bold)
    reason = text(REASONS.get(hit.field) or Message(hit.field))
    if hit.field in ("pinyin", "initials"):
        return ListItem(hit.record_id, hit.name, f"{reason} {typed.strip()}", "customer", group=group)
    value, start, length = hit.value, hit.start, hit.length
    if hit.field == "phone":
        value, start, length = spaced(hit.value, words.phone(hit.value), start, length)
    # The reason is one text with the name, so that the matching part can be bold.
    head = f"{hit.name}   {reason} "
    bold = ((len(head) + start, length),) if length else ()
    return ListItem(hit.record_id, head + value, "", "customer", group=group, bold=bold)


PREFIX_NAMES: dict[str, Message] = REASONS | {
    "name": CUSTOMER_FIELDS["name"],
    "owner": CUSTOMER_FIELDS["owner"],
    "stage": CUSTOMER_FIELDS["stage"],
    "field": Message(QT_TRANSLATE_NOOP("messages", "Custom field")),
}


def suggestion_item(one: Suggestion, typed: str, group: str) -> ListItem:
    """A way to go on as a line; its value is the whole text that the field then holds."""
    from desktop_crm.models.text.search_query import written
    from desktop_crm.ui.widgets.popover import ListItem

    name = text(PREFIX_NAMES[one.kind])
    head = typed[: one.start]
    if one.prefix:
        return ListItem(f"{head}{one.prefix}:", f"{one.prefix}:", name, "search", group=group)
    return ListItem(
        f"{head}{written(one.value)} ", one.value, name, "tag" if one.kind == "tag" else "user", group=group
    )


def spaced(stored: str, shown: str, start: int, length: int) -> tuple[str, int, int]:
    """Where a part of a stored phone number stands in the number as people read it.

    >>> spaced("+8613800138000", "+86 138 0013 8000", 3, 5)
    ('+86 138 0013 8000', 4, 6)
    """
    places = [at for at, sign in enumerate(shown) if sign != " "]
    end = start + length - 1
    if not length or end >= len(places) or "".join(shown[at] for at in places[: end + 1]) != stored[: end + 1]:
        return (shown, 0, 0) if not length else (stored, start, length)
    return shown, places[start], places[end] - places[start] + 1


class RecordFinder(QObject):
    """Records for the command palette: `find(text, show)`; an answer to an older text never comes."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._words = Lexicon(services.runner, self)

    def find(self, typed: str, show: Callable[[Sequence[ListItem]], None]) -> None:
        task = self._services.search.find(typed, self, LIMIT)
        task.then(lambda hits: show([hit_item(hit, typed, self._words) for hit in hits]))


class SearchBox(QWidget):
    """`opened` gives the id of the record that was taken; Ctrl+L is the window's shortcut for `open`."""

    opened = Signal(object)

    def __init__(self, services: Services, navigator: Navigator | None = None) -> None:
        """With a navigator, what is taken is opened at once."""
        super().__init__()
        self._services = services
        self._words = Lexicon(services.runner, self)
        self.field = SearchField(self.tr("Search customers: name, pinyin, phone, e-mail"), "Ctrl+L")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._popover: Popover | None = None
        if navigator is not None:
            self.opened.connect(navigator.open_customer)
        self.field.changed.connect(self._ask)
        self.field.arrow.connect(self._arrow)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self._leave)
        self.field.edit.installEventFilter(self)

    @property
    def popover(self) -> Popover:
        """The list of hits, made when there is something to show."""
        if self._popover is None:
            from desktop_crm.ui.widgets.popover import Popover

            self._popover = Popover(self.field, self.tr("Search results"))
            self._popover.chosen.connect(self._take)
        return self._popover

    @property
    def dropped(self) -> bool:
        """Whether the hits are in sight."""
        return self._popover is not None and self._popover.isVisible()

    def _leave(self) -> None:
        if self._popover is not None:
            self._popover.hide()

    def open(self) -> None:
        """Takes the keyboard, with the recent customers below."""
        self.field.setFocus()
        self.field.edit.selectAll()
        self._ask(self.field.text())

    def begin(self, typed: str) -> None:
        """Takes the keyboard with what was typed elsewhere: a caller's number, on whatever page."""
        self.field.setFocus()
        self.field.set_text(typed)

    def _ask(self, typed: str) -> None:
        if self._services.workspace.current is not None:
            task = self._services.search.answer(typed, self, LIMIT)
            task.then(lambda answer: self._show(typed, answer))

    def _show(self, typed: str, answer: Answer) -> None:
        if typed != self.field.text() or not self.field.edit.hasFocus():
            return
        group = self.tr("Recently opened") if not typed.strip() else self.tr("Customers") if answer.ways else ""
        items = [hit_item(hit, typed, self._words, group) for hit in answer.hits]
        hints = [suggestion_item(one, typed, self.tr("Search in")) for one in answer.ways]
        # Behind a prefix one looks for its value; otherwise for a customer.
        items = items + hints if answer.ways and answer.ways[0].prefix else hints + items
        if not items and typed.strip():
            from desktop_crm.ui.widgets.popover import ListItem

            items = [ListItem(None, self.tr("Nothing found. Try fewer letters."), icon="search", enabled=False)]
        self.popover.show_items(items)

    def _arrow(self, by: int) -> None:
        if self.dropped:
            self.popover.list.step(by)
        else:
            self._ask(self.field.text())

    def _accept(self) -> None:
        if self.dropped:
            self.popover.list.take()

    def _take(self, value: object) -> None:
        if isinstance(value, str):
            self.field.set_text(value)
        elif value is not None:
            self.field.edit.clear()
            self.popover.hide()
            self.opened.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, lambda: self._ask(self.field.text()))
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and self._escape(event):
            return True
        return super().eventFilter(watched, event)

    def _escape(self, event: QKeyEvent) -> bool:
        """Escape closes the hits before it empties the field."""
        if event.key() != Qt.Key.Key_Escape or not self.dropped:
            return False
        self.popover.hide()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.field.set_placeholder(self.tr("Search customers: name, pinyin, phone, e-mail"))
