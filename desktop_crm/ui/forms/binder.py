"""Ties the fields of a frozen record to inputs: what changed, what is wrong, and when to say so."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_crm.models.messages import Message
from desktop_crm.ui.forms.grid import FieldRow

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound="DataclassInstance")
else:
    Record = TypeVar("Record")

_PAUSE_MS = 250


class FormBinder(QObject, Generic[Record]):
    """Holds a draft and keeps it and the inputs alike.

    A problem shows at its field once the field was left or a save was tried, and goes as soon as it is
    mended. Problems that only the server of the record could see (UserError.fields) come in by `set_errors`
    and last until their field is changed."""

    changed = Signal()
    dirty_changed = Signal(bool)

    def __init__(
        self,
        record: Record,
        validate: Callable[[Record], Mapping[str, Message]],
        translate: Callable[[Message], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clean = self._record = record
        self._validate, self._translate = validate, translate
        self._rows: dict[str, FieldRow] = {}
        self._left: set[str] = set()
        self._outside: dict[str, Message] = {}
        self._was_dirty = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._show)

    def bind(self, name: str, row: FieldRow) -> None:
        """Ties a field of the record to a row of the form; raises AttributeError if the record has no such
        field."""
        row.field.set_value(self.get(self._record, name))
        self._rows[name] = row
        row.field.edited.connect(lambda: self._edited(name))
        row.field.left.connect(lambda: self._on_left(name))

    def get(self, record: Record, name: str) -> Any:
        """A field of a record by its name; a subclass may know others than the record itself."""
        return getattr(record, name)

    def put(self, record: Record, name: str, value: Any) -> Record:
        """The record with another value of a field."""
        return dataclasses.replace(record, **{name: value})

    def value(self) -> Record:
        """The draft as it stands."""
        return self._record

    def set_value(self, record: Record, *, clean: bool = True) -> None:
        """Shows another draft. `clean`: as stored; otherwise as unsaved changes, such as a kept draft."""
        self._record = record
        if clean:
            self._clean = record
            self._left.clear()
        self._outside.clear()
        for name, row in self._rows.items():
            row.field.set_value(self.get(record, name))
        self._show()
        self._notify()

    def set_field(self, name: str, value: Any) -> None:
        """Changes one field as if the person had."""
        self._record = self.put(self._record, name, value)
        if name in self._rows:
            self._rows[name].field.set_value(value)
        self._after(name)

    def mark_clean(self) -> None:
        """The draft was saved as it stands."""
        self._clean = self._record
        self._left.clear()
        self._notify()

    def is_dirty(self) -> bool:
        return self._record != self._clean

    def problems(self) -> dict[str, Message]:
        """All that is wrong, shown or not."""
        return {**self._validate(self._record), **self._outside}

    def check(self) -> bool:
        """Before a save: shows every problem and goes to the first; True if there is none."""
        self._pause.stop()
        self._left.update(self._rows)
        self._show()
        return not self._focus_first(self.problems())

    def set_errors(self, fields: Mapping[str, Message]) -> None:
        """Problems found elsewhere, by field name; ones below a field (`points.0.value`) show at the
        field."""
        for name, message in fields.items():
            self._outside[name.split(".")[0].split("[")[0]] = message
        self._left.update(self._outside)
        self._show()
        self._focus_first(self._outside)

    def _focus_first(self, problems: Mapping[str, Message]) -> bool:
        for name, row in self._rows.items():
            if name in problems:
                row.field.inputs()[0].setFocus()
                return True
        return bool(problems)

    def _edited(self, name: str) -> None:
        value = self._rows[name].field.value()
        if value == self.get(self._record, name):
            return
        self._record = self.put(self._record, name, value)
        self._after(name)

    def _after(self, name: str) -> None:
        self._outside.pop(name, None)
        self._pause.start()
        self._notify()

    def _notify(self) -> None:
        self.changed.emit()
        if self.is_dirty() != self._was_dirty:
            self._was_dirty = self.is_dirty()
            self.dirty_changed.emit(self._was_dirty)

    def _on_left(self, name: str) -> None:
        self._left.add(name)
        self._pause.start()

    def _show(self) -> None:
        problems = self.problems()
        for name, row in self._rows.items():
            message = problems.get(name) if name in self._left else None
            row.set_problem(self._translate(message) if message is not None else "")
