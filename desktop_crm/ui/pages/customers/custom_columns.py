"""The customer list as it was left: its filter, its columns and those of custom fields, which are known before the
database is open and read only where they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_crm.controllers.state import UiState
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.listed import CustomerFilter, CustomerRow
from desktop_crm.models.records.lists import Sort
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.tables.columns import Align, Column
from desktop_crm.ui.tables.table_view import RecordTable
from desktop_crm.ui.tables.windowed_model import WindowedModel

if TYPE_CHECKING:
    # Only loaded where there are such fields.
    from desktop_crm.models.records.custom_fields import CustomField

_FIELDS = "customers.fields"
_LAYOUT = "customers.columns"
_FILTER = "customers.filter"


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
        self._use(_recalled(self._state.get(f"{_FIELDS}.{database_key}")))

    def set_fields(self, fields: Sequence[CustomField], database_key: str) -> bool:
        """The fields of the open database; says whether the columns changed."""
        self._key = database_key
        self._state.set(f"{_FIELDS}.{database_key}", _remembered(fields))
        return self._use(tuple(fields))

    def wanted(self) -> tuple[str, ...]:
        """The custom columns in sight, from left to right."""
        hidden = self._table.header.hidden()
        return tuple(key for key in self._table.header.order() if key.startswith(CUSTOM) and key not in hidden)

    def layout(self) -> dict[str, Any]:
        """The columns as the person left them."""
        kept = self._state.get(_LAYOUT)
        return kept if isinstance(kept, dict) else {}

    def keep(self) -> None:
        """Remembers the columns as they are."""
        self._state.set(_LAYOUT, self._table.save_state())

    def restore(self) -> None:
        """Shows the columns as the person left them; the order of the rows stays."""
        self._table.restore_state(_unsorted(self.layout()))

    def filter(self) -> CustomerFilter:
        """The filter of the database that was recalled, as the person left it."""
        kept = self._state.get(f"{_FILTER}.{self._key}")
        if kept is None:
            return CustomerFilter()
        from desktop_crm.models.records.views import filter_from_json

        return filter_from_json(kept)

    def keep_filter(self, database_key: str, wanted: CustomerFilter) -> None:
        """Remembers the filter."""
        from desktop_crm.models.records.views import filter_to_json

        nothing = wanted == CustomerFilter()
        self._state.set(f"{_FILTER}.{database_key}", None if nothing else filter_to_json(wanted))

    def order(self) -> Sort:
        """The order of the rows as the person left it."""
        match self.layout().get("sort"):
            case [str(column), bool(descending)]:
                return Sort(column, descending)
        return Sort("name")

    def kept(self) -> tuple[str, ...]:
        """The custom columns that the kept layout shows."""
        order, hidden = self.layout().get("columns"), self.layout().get("hidden")
        known = {field.field_id for field in self.fields}
        return tuple(key for key in order or () if key in known and key not in (hidden or ()))

    def _use(self, fields: tuple[CustomField, ...]) -> bool:
        if fields == self.fields:
            return False
        self.fields = fields
        kept = self._table.save_state()
        self._model.set_columns((*self._built_in, *(self._column(field) for field in fields)))
        self._table.header.set_up()
        self._table.restore_state(_unsorted(kept))
        return True

    def _column(self, field: CustomField) -> Column[CustomerRow]:
        from desktop_crm.models.records.catalogue import FieldType

        def words(row: CustomerRow) -> str:
            asked = self._model.spec.columns
            at = asked.index(field.field_id) if field.field_id in asked else -1
            value = row.custom[at] if 0 <= at < len(row.custom) else ""
            if not value:
                return ""
            from desktop_crm.ui.pages.customers.custom_words import custom_text

            return custom_text(field, value, self._words, dict(row.linked))

        sort = field.spec().sort and field.field_id
        align: Align = "right" if field.type in (FieldType.NUMBER, FieldType.MONEY) else "left"
        return Column(field.field_id, field.label, words, 144, align, sort=sort or None, visible=False)


def _unsorted(layout: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in layout.items() if key != "sort"}


def _recalled(kept: object) -> tuple[CustomField, ...]:
    if not kept:
        return ()
    from desktop_crm.models.records.custom_fields import from_state

    return from_state(kept)


def _remembered(fields: Sequence[CustomField]) -> list[dict[str, Any]] | None:
    if not fields:
        return None
    from desktop_crm.models.records.custom_fields import to_state

    return to_state(fields)
