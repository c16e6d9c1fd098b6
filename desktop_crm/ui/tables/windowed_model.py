"""A table model over a list of any length of which only the pages in sight are held."""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_crm.models.messages import Message
from desktop_crm.models.records.listed import Id
from desktop_crm.models.records.lists import Page, PageRequest, Sort
from desktop_crm.ui.tables.columns import Column

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
PAGE = 200
MAX_PAGES = 30
_IN_FLIGHT = 2
_WANTED = 6

# Plain ints: comparing with the enum members doubles the cost of data().
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENTS = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignCenter),
}


class WindowedModel(QAbstractTableModel, Generic[Row]):
    """Rows come from `fetch(request, on_page)` and `count(on_count)`, which the owner injects and which
    answer later on this thread, with what the model's present `spec` asks for. Answers to an older spec are
    dropped here."""

    state_changed = Signal()
    sorted_by = Signal(object)
    loaded = Signal(int, int)

    def __init__(  # noqa: PLR0917
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[PageRequest, Callable[[Page[Row]], None]], None],
        count: Callable[[Callable[[int], None]], None],
        row_id: Callable[[Row], Id],
        translate: Callable[[Message], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.row_id = row_id
        self._fetch, self._count, self._translate = fetch, count, translate
        self._pages: OrderedDict[int, Page[Row]] = OrderedDict()
        self._total = 0
        self._counted = False
        self._error: tuple[str, str] | None = None
        self._generation = 0
        self._spec: Any = None
        self._stale = False
        self._new_total: int | None = None
        self._wanted: list[int] = []
        self._asked: set[int] = set()
        self._is_selected: Callable[[Id], bool] = lambda _: False
        self._pump = QTimer(self, singleShot=True, interval=0)
        self._pump.timeout.connect(self._send)

    # What the view asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            record = self.record(index.row())
            return "" if record is None else self.columns[index.column()].text(record)
        if role == _ALIGN:
            return _ALIGNMENTS[self.columns[index.column()].align]
        if role == _ACCESSIBLE:
            return self._spoken(index.row(), index.column())
        if role == _TOOLTIP:
            record = self.record(index.row())
            tip = self.columns[index.column()].tip
            return tip(record) if tip is not None and record is not None else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (_DISPLAY, _ACCESSIBLE):
            return self._translate(self.columns[section].title)
        return _ALIGNMENTS[self.columns[section].align] if role == _ALIGN else None

    def _spoken(self, row: int, column: int) -> str:
        record = self.record(row)
        if record is None:
            return self.tr("Loading")
        title = self._translate(self.columns[column].title)
        text = self.columns[column].text(record) or self.tr("empty")
        selected = self.tr("selected")
        return f"{title}: {text}, {selected}" if self._is_selected(self.row_id(record)) else f"{title}: {text}"

    def record(self, row: int) -> Row | None:
        """The record of a row, or None while it is on its way; asks for its page then."""
        page = self._pages.get(row // PAGE)
        if page is None:
            self._want(row // PAGE)
            return None
        at = row % PAGE
        return page.rows[at] if at < len(page.rows) else None

    def peek(self, row: int) -> Row | None:
        """The record of a row if it is held; asks for nothing."""
        page = self._pages.get(row // PAGE)
        at = row % PAGE
        return page.rows[at] if page is not None and at < len(page.rows) else None

    def row_of(self, record: Id) -> int | None:
        """Where a record is, if its page is held."""
        for number, page in self._pages.items():
            for at, row in enumerate(page.rows):
                if self.row_id(row) == record:
                    return number * PAGE + at
        return None

    def held(self) -> Iterable[tuple[int, Row]]:
        """Every held row, in order."""
        for number in sorted(self._pages):
            for at, row in enumerate(self._pages[number].rows):
                yield number * PAGE + at, row

    def ensure(self, first: int, last: int) -> None:
        """Keeps the pages of these rows and asks for the ones that are missing, those last named first."""
        for number in range(max(first, 0) // PAGE, min(last, self._total - 1) // PAGE + 1):
            if number in self._pages:
                self._pages.move_to_end(number)
            else:
                self._want(number)

    def set_selected_test(self, test: Callable[[Id], bool]) -> None:
        """How the model learns what to tell a screen reader of a row."""
        self._is_selected = test

    # What the owner asks -----------------------------------------------------------------------------

    @property
    def spec(self) -> Any:
        """What the list shows; a frozen dataclass with a `sort` field, such as ListSpec."""
        return self._spec

    @property
    def error(self) -> tuple[str, str] | None:
        """What went wrong and what to do, if the last request failed."""
        return self._error

    @property
    def counted(self) -> bool:
        """Whether the number of rows is known."""
        return self._counted

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Has other columns from now on; the rows stay, and so do the columns at the beginning that are alike."""
        pairs = zip(self.columns, columns, strict=False)
        alike = next((at for at, (old, new) in enumerate(pairs) if old != new), min(len(self.columns), len(columns)))
        if len(self.columns) > alike:
            self.beginRemoveColumns(QModelIndex(), alike, len(self.columns) - 1)
            self.columns = self.columns[:alike]
            self.endRemoveColumns()
        if len(columns) > alike:
            self.beginInsertColumns(QModelIndex(), alike, len(columns) - 1)
            self.columns = tuple(columns)
            self.endInsertColumns()

    def set_spec(self, spec: Any) -> None:
        """Shows another filter or order, from the top. The old rows stay in sight until the first new page
        is there, so that typing in a filter does not flicker."""
        self._spec = spec
        self._generation += 1
        self._asked.clear()
        self._wanted.clear()
        self._error = None
        self._new_total = None
        self._stale = True
        if not self._pages:
            self._swap()
        self.state_changed.emit()
        self._ask(0, fresh=True)
        self._recount()

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Sorts by the column of that key, if it can be sorted by."""
        column = next((one for one in self.columns if one.key == key), None)
        if column is None or column.sort is None or self._spec is None:
            return
        wanted = Sort(column.sort, descending)
        self.set_spec(dataclasses.replace(self._spec, sort=wanted))
        self.sorted_by.emit(wanted)

    def refresh(self, ids: Iterable[Id] | None = None) -> None:
        """Reads again after a change: only if one of `ids` is held or the number changed; None reads all."""
        touched = None if ids is None else set(ids)
        if touched is not None and not any(self.row_id(row) in touched for _, row in self.held()):
            self._recount()
            return
        keep = list(self._pages)[-3:]
        self._generation += 1
        self._asked.clear()
        self._wanted.clear()
        for number in [number for number in self._pages if number not in keep]:
            del self._pages[number]
        self._recount()
        for number in keep:
            self._ask(number, fresh=True)

    def fail(self, text: str, advice: str = "") -> None:
        """The owner says that a request failed: the view shows it with a way to try again."""
        self._error = (text, advice)
        self._asked.clear()
        self.state_changed.emit()

    def retry(self) -> None:
        self.set_spec(self._spec)

    # Asking and answering ----------------------------------------------------------------------------

    def _swap(self) -> None:
        """Lets the rows of the former spec go."""
        self.beginResetModel()
        self._stale = False
        self._pages.clear()
        self._counted = self._new_total is not None
        self._total = self._new_total or 0
        self._new_total = None
        self.endResetModel()

    def _recount(self) -> None:
        generation = self._generation
        self._count(lambda total: self._on_count(generation, total))

    def _on_count(self, generation: int, total: int) -> None:
        if generation != self._generation:
            return
        if self._stale:
            self._new_total = total
            if not total:
                self._swap()
            self.state_changed.emit()
            return
        self._counted = True
        self._resize(total)
        self.state_changed.emit()

    def _resize(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            for number in [one for one in self._pages if one * PAGE >= total]:
                del self._pages[number]
            self.endRemoveRows()

    def _want(self, number: int) -> None:
        if self._stale or number in self._asked or (self._wanted and self._wanted[-1] == number):
            return
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted.append(number)
        del self._wanted[:-_WANTED]
        if not self._pump.isActive():
            self._pump.start()

    def _send(self) -> None:
        while self._wanted and len(self._asked) < _IN_FLIGHT:
            number = self._wanted.pop()
            if number not in self._pages:
                self._ask(number)

    def _ask(self, number: int, *, fresh: bool = False) -> None:
        """`fresh`: the held neighbours are as old as the page itself, so their cursors do not count."""
        self._asked.add(number)
        before = None if fresh else self._pages.get(number + 1)
        after = None if fresh else self._pages.get(number - 1)
        request = PageRequest(
            offset=number * PAGE,
            limit=PAGE,
            after=after.last if after is not None else None,
            before=before.first if before is not None and after is None else None,
            total=self._total if self._counted and not self._stale else None,
        )
        generation = self._generation
        self._fetch(request, lambda page: self._on_page(generation, number, page))

    def _on_page(self, generation: int, number: int, page: Page[Row]) -> None:
        if generation != self._generation:
            return
        if self._stale:
            self._swap()
        self._asked.discard(number)
        self._pages[number] = page
        self._pages.move_to_end(number)
        while len(self._pages) > MAX_PAGES:
            self._pages.popitem(last=False)
        first = number * PAGE
        if not self._counted and first + len(page.rows) > self._total:
            self._resize(first + len(page.rows))
        last = min(first + PAGE, self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._error = None
        self.loaded.emit(first, last)
        self.state_changed.emit()
        if self._wanted:
            self._pump.start()
