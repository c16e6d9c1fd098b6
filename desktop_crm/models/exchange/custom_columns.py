"""Custom fields in files: a column of each, known by the field's name."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Container, Iterable, Sequence
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
from desktop_crm.models.text.names import fold, name_key
from desktop_crm.models.text.phones import format_phone

if TYPE_CHECKING:
    from desktop_crm.models.exchange.row_edits import RowEdit

YES_WORD = Message(QT_TRANSLATE_NOOP("messages", "Yes"))
NO_WORD = Message(QT_TRANSLATE_NOOP("messages", "No"))
LINK_LEFT_OUT = Message(
    QT_TRANSLATE_NOOP("messages", "No one customer has this number or name: the link was left out.")
)
LINK_REFUSED = Message(QT_TRANSLATE_NOOP("messages", "No one customer has this number or name."))
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


def link(session: Session, edits: Sequence[RowEdit], header: dict[str, str], in_file: Container[str] | None) -> None:
    """Finds the customers that the links of some rows mean, by number or by a name that only one has: two statements
    at most. What is not there is left to `customer_links`, for later rows may bring it; but where the customers of the
    file are given, a row that names one which is neither stored nor in the file is refused."""
    texts = {text for edit in edits for text in edit.links.values()}
    if not texts:
        return
    known = linked_to(session, texts)
    for edit in edits:
        for slot, text in tuple(edit.links.items()):
            if text in known:
                edit.custom[slot] = known[text]
                del edit.links[slot]
            elif in_file is not None and not any(key in in_file for key in (name_key(text), _number(text))):
                edit.problems.append(RowProblem(edit.row, header.get(slot, ""), text, LINK_REFUSED))


def _number(text: str) -> str:
    match = _CODE.fullmatch(text.strip())
    return match[1] if match else ""


def linked_to(session: Session, texts: Iterable[str]) -> dict[str, str]:
    """The keys of the customers that texts mean, in hexadecimal."""
    c = CustomerEntity
    living = select(c.id, c.number, c.name_key).where(c.deleted_at.is_(None))
    matches = {text: match for text in texts if (match := _CODE.fullmatch(text.strip()))}
    numbers = {int(match[1]) for match in matches.values() if int(match[1]) < 2**31}
    by_number = (
        {row.number: row.id.hex for row in session.execute(living.where(c.number.in_(numbers)))} if numbers else {}
    )
    found = {text: by_number[n] for text, match in matches.items() if (n := int(match[1])) in by_number}
    names = {text: key for text in texts if text not in found and (key := name_key(text))}
    holders: dict[str, list[str]] = {}
    for row in session.execute(living.where(c.name_key.in_(set(names.values())))) if names else ():
        holders.setdefault(row.name_key, []).append(row.id.hex)
    return found | {text: holders[key][0] for text, key in names.items() if len(holders.get(key, ())) == 1}


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
