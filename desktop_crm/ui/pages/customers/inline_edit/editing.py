"""F2 or a double click changes a cell of the list: one cell, one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import ConflictError, CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Customer, CustomerDraft, FilterChoices, Id
from desktop_crm.ui.pages.customers.custom_editors import LinkField
from desktop_crm.ui.pages.customers.fields import form_problems
from desktop_crm.ui.pages.customers.inline_edit.cells import Cell, editable_cells
from desktop_crm.ui.pages.customers.inline_edit.custom_cells import custom_cell, fits_a_cell
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.tables.cell_editor import CellEditor
from desktop_crm.ui.tables.table_view import RecordTable

SAVED = Message(QT_TRANSLATE_NOOP("messages", "{field} of {name} saved"))
NO_SUCH = Message(QT_TRANSLATE_NOOP("messages", "{name} has no field “{field}”: it is for the other kind of customer."))
THEIRS = Message(
    QT_TRANSLATE_NOOP("messages", "Somebody else changed this meanwhile. Enter keeps yours, Escape keeps theirs.")
)


class InlineEdit(QObject):
    """`table` is the customer list; its rows are customers."""

    def __init__(
        self,
        table: RecordTable,
        services: Services,
        words: Lexicon,
        fields: Callable[[], Sequence[CustomField]] = tuple,
    ) -> None:
        """`fields` answers the custom fields of the columns."""
        super().__init__(table)
        self._table, self._services = table, services
        self._words, self._fields = words, fields
        self._cells = editable_cells(words)
        self._customer: Id | None = None
        self._column = -1
        self._cell: Cell | None = None
        self._original: CustomerDraft | None = None
        self._saving = False
        self.editor: CellEditor | None = None
        table.verticalScrollBar().valueChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.header.sectionResized.connect(self._place)

    def can_edit(self, column: int) -> bool:
        """Whether a column can be changed in place."""
        key = self._key(column)
        field = self._field(key)
        return fits_a_cell(field) if field is not None else key in self._cells

    def _field(self, key: str) -> CustomField | None:
        return next((field for field in self._fields() if field.field_id == key), None)

    def _cell_of(self, key: str) -> Cell:
        field = self._field(key)
        return custom_cell(field, self._words, self._services.search) if field is not None else self._cells[key]

    def _key(self, column: int) -> str:
        columns = self._table.records.columns
        return columns[column].key if 0 <= column < len(columns) else ""

    def begin(self, row: int, column: int) -> None:
        """Opens the editor on a cell; on the row's first one that can be changed where that one cannot."""
        if not self.can_edit(column):
            column = next((at for at in self._table.header.shown() if self.can_edit(at)), -1)
        record = self._table.records.peek(row)
        if column < 0 or record is None:
            return
        self.close()
        self._customer, self._column, self._saving = record.id, column, False
        self._cell = self._cell_of(self._key(column))
        self._table.setCurrentIndex(self._table.records.index(row, column))
        self._services.customers.choices(self).then(self._known)

    def _known(self, choices: FilterChoices) -> None:
        if self._customer is None:
            return
        customer = self._customer
        task = self._services.customers.get(customer, self)
        task.then(lambda found: self._open(found, choices)).failed(self._services.notices.error)

    def _open(self, found: Customer, choices: FilterChoices) -> None:
        if self._cell is None or found.id != self._customer:
            return
        own = self._field(self._key(self._column))
        if own is not None and not own.applies(found.draft.kind):
            self._services.notices.info(Message(NO_SUCH.text, {"name": found.draft.name, "field": own.label}))
            self.cancel()
            return
        self._original = found.draft
        field = self._cell.make(choices)
        if isinstance(field, LinkField):
            field.know(dict(found.linked))
        field.set_value(self._cell.get(found.draft))
        self.editor = CellEditor(self._table, field, self._title())
        self.editor.committed.connect(self._commit)
        self.editor.cancelled.connect(self.cancel)
        # Chosen options may take another line, once they are shown.
        field.edited.connect(lambda: QTimer.singleShot(0, self, self._place))
        self._place()
        self.editor.begin()

    def _title(self) -> str:
        return text(self._table.records.columns[self._column].title)

    def _rect(self) -> QRect:
        row = self._table.records.row_of(self._customer) if self._customer is not None else None
        if row is None:
            return QRect()
        return self._table.visualRect(self._table.records.index(row, self._column))

    def _place(self, *_: Any) -> None:
        if self.editor is not None and (cell := self._rect()).isValid():
            self.editor.place(cell)

    def _commit(self, step: int) -> None:
        editor, cell, original = self.editor, self._cell, self._original
        if editor is None or cell is None or original is None or self._saving:
            return
        draft = cell.put(original, editor.field.value())
        if draft == original:
            self._go_on(step)
            return
        problem = form_problems(draft, self._fields()).get(cell.field)
        if problem is not None:
            editor.say(text(problem), self._rect())
            return
        self._saving = True
        task = self._services.customers.save(draft, original)
        task.then(lambda _: self._saved(draft, step)).failed(self._failed)

    def _saved(self, draft: CustomerDraft, step: int) -> None:
        field = self._table.records.columns[self._column].title
        self._services.notices.done(Message(SAVED.text, {"field": field, "name": draft.name}))
        self._go_on(step)

    def _failed(self, error: CrmError) -> None:
        self._saving = False
        if self.editor is None:
            return
        if isinstance(error, ConflictError) and self._customer is not None:
            self.editor.say(text(THEIRS), self._rect())
            # From now on theirs is what was there: Enter means "mine all the same".
            self._services.customers.get(self._customer, self).then(self._reread)
        elif isinstance(error, UserError):
            words = next(iter(error.fields.values()), error.message)
            self.editor.say(text(words), self._rect())
        else:
            self._services.notices.error(error)

    def _reread(self, found: Customer) -> None:
        if found.id == self._customer:
            self._original = found.draft

    def _go_on(self, step: int) -> None:
        customer, column = self._customer, self._column
        self.close()
        self._table.setFocus()
        following = self._next(column, step)
        row = self._table.records.row_of(customer) if customer is not None else None
        if step and following is not None and row is not None:
            self.begin(row, following)

    def _next(self, column: int, step: int) -> int | None:
        """The next column in sight that can be changed, to the right or to the left."""
        shown = [at for at in self._table.header.shown() if self.can_edit(at)]
        at = shown.index(column) + step if column in shown else -1
        return shown[at] if 0 <= at < len(shown) else None

    def cancel(self) -> None:
        """Leaves the cell as it was."""
        self.close()
        self._table.setFocus()

    def close(self) -> None:
        self._customer, self._cell, self._original = None, None, None
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
