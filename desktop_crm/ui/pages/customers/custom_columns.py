"""Columns of custom fields in the customer list: known before the database is open, read only where they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_crm.controllers.state import UiState
from desktop_crm.models.records.catalogue import CUSTOM, FieldType
from desktop_crm.models.records.custom_fields import CustomField, from_state, to_state
from desktop_crm.models.records.listed import CustomerRow
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.tables.columns import Align, Column
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel

_FIELDS = "customers.fields"
_RIGHT = (FieldType.NUMBER, FieldType.MONEY)


class CustomColumns:
    """Keeps the table's columns, the fields of the database and what the list asks for in line."""

    def __init__(self, model: WindowedModel[CustomerRow], table: RecordTable, words: Lexicon, state: UiState) -> None:
        self._model, self._table, self._words, self._state = model, table, words, state
        self._built_in = model.columns
        self._key = ""
        self.fields: tuple[CustomField, ...] = ()

    def recall(self, database_key: str) -> None:
        """The fields that the database had when it was last open."""
        self._key = database_key
        self._use(from_state(self._state.get(f"{_FIELDS}.{database_key}")))

    def set_fields(self, fields: Sequence[CustomField], database_key: str) -> bool:
        """The fields of the open database; says whether the columns changed."""
        self._key = database_key
        self._state.set(f"{_FIELDS}.{database_key}", to_state(fields) or None)
        return self._use(tuple(fields))

    def wanted(self) -> tuple[str, ...]:
        """The custom columns in sight, from left to right."""
        hidden = self._table.header.hidden()
        return tuple(key for key in self._table.header.order() if key.startswith(CUSTOM) and key not in hidden)

    def kept(self, state: Any) -> tuple[str, ...]:
        """The custom columns that a kept layout shows."""
        order, hidden = (state.get("columns"), state.get("hidden")) if isinstance(state, dict) else ((), ())
        known = {field.field_id for field in self.fields}
        return tuple(key for key in order or () if key in known and key not in (hidden or ()))

    def _use(self, fields: tuple[CustomField, ...]) -> bool:
        if fields == self.fields:
            return False
        self.fields = fields
        kept = self._table.save_state()
        self._model.set_columns((*self._built_in, *(self._column(field) for field in fields)))
        self._table.header.set_up()
        self._table.restore_state({key: value for key, value in kept.items() if key != "sort"})
        return True

    def _column(self, field: CustomField) -> Column[CustomerRow]:
        def words(row: CustomerRow) -> str:
            asked = self._model.spec.columns
            at = asked.index(field.field_id) if field.field_id in asked else -1
            value = row.custom[at] if 0 <= at < len(row.custom) else ""
            if not value:
                return ""
            from desktop_crm.ui.pages.customers.custom_words import custom_text

            return custom_text(field, value, self._words, dict(row.linked))

        sort = field.spec().sort and field.field_id
        align: Align = "right" if field.type in _RIGHT else "left"
        tip = words if field.type is FieldType.LONG_TEXT else None
        return Column(field.field_id, field.label, words, 144, align, sort=sort or None, tip=tip, visible=False)
