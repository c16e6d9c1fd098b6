"""Custom fields in files: a column of each, known by the field's name."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.customers import CustomerEntity
from desktop_crm.models.exchange.cells import Cell, as_text, lost_digits
from desktop_crm.models.exchange.dates import read_date
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import Customer, customer_code
from desktop_crm.models.records.imports import RowProblem
from desktop_crm.models.text.custom_values import NO, YES, check, decode, encode
from desktop_crm.models.text.names import fold
from desktop_crm.models.text.phones import format_phone

if TYPE_CHECKING:
    from desktop_crm.models.exchange.row_edits import RowEdit

YES_WORD = Message(QT_TRANSLATE_NOOP("messages", "Yes"))
NO_WORD = Message(QT_TRANSLATE_NOOP("messages", "No"))
NO_SUCH_LINK = Message(
    QT_TRANSLATE_NOOP("messages", "No customer has this number yet: the link was left out. Import again to set it.")
)
_CODE = re.compile(r"[Cc]?0*([1-9][0-9]{0,9})")
Value = str | dt.date | dt.datetime


def by_header(fields: Iterable[CustomField], header: str) -> CustomField | None:
    """The field whose name a column header is."""
    key = fold(header)
    return next((field for field in fields if key and fold(field.name) == key), None)


def custom_reader(field: CustomField) -> Callable[[Cell], tuple[Any, Message | None]]:
    """Reads cells of a field into its stored form. Links stay texts until `link` finds them."""

    def read(value: Cell) -> tuple[Any, Message | None]:
        text = value.date().isoformat() if isinstance(value, dt.datetime) else as_text(value)
        if field.type is FieldType.YES_NO:
            text = {"TRUE": YES, "FALSE": NO}.get(text, text)
        if field.type is FieldType.DATE and (date := read_date(value)):
            text = date.isoformat()
        if field.type is FieldType.PHONE and (reason := lost_digits(value)):
            return None, reason
        if field.type is FieldType.LINK:
            return text, None
        problem = check(field, text)
        return (None, problem) if problem else (encode(field.type, text, field.pairs), None)

    return read


def link(session: Session, edits: Sequence[RowEdit], header: dict[str, str]) -> None:
    """Finds the customers that the links of some rows mean, in one statement. One that is not there is left out, with
    a note at the row."""
    numbers = {match[1] for edit in edits for text in edit.links.values() if (match := _CODE.fullmatch(text.strip()))}
    if not any(edit.links for edit in edits):
        return
    c = CustomerEntity
    wanted = select(c.number, c.id).where(c.number.in_([int(n) for n in numbers if int(n) < 2**31]))
    known = {str(number): key.hex for number, key in session.execute(wanted.where(c.deleted_at.is_(None)))}
    for edit in edits:
        for slot, text in edit.links.items():
            match = _CODE.fullmatch(text.strip())
            if match and match[1] in known:
                edit.custom[slot] = known[match[1]]
            else:
                edit.notes.append(RowProblem(edit.row, header.get(slot, ""), text, NO_SUCH_LINK))


def custom_cells(customer: Customer, translate: Translate) -> list[Value]:
    """The cells of a customer's custom fields, as an import reads them."""
    values, linked = dict(customer.draft.custom), dict(customer.linked)
    return [_cell(field, values.get(field.slot, ""), linked, translate) for field in customer.fields]


def _cell(field: CustomField, value: str, linked: dict[str, str], translate: Translate) -> Value:
    if not value:
        return ""
    if field.type is FieldType.DATE:
        return dt.date.fromisoformat(value)
    if field.type is FieldType.YES_NO:
        return (YES_WORD if value == YES else NO_WORD).format(translate)
    if field.type is FieldType.PHONE:
        return format_phone(value)
    if field.type is FieldType.LINK:
        return linked.get(value, "")
    return decode(field.type, value, field.pairs)


def codes_of(session: Session, links: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The codes of linked customers by their key in hexadecimal."""
    ids = [uuid.UUID(one) for one in dict.fromkeys(links)]
    if not ids:
        return ()
    c = CustomerEntity
    return tuple((k.hex, customer_code(n)) for k, n in session.execute(select(c.id, c.number).where(c.id.in_(ids))))
