"""What is said after an edit of many customers."""

from __future__ import annotations

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.bulk_edit import Change, FieldEdit
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.ui.pages.customers.target import customers


def edited(spec: FieldSpec, edit: FieldEdit, new: str, count: int) -> Message:
    args: dict[str, str | int | Message] = {"customers": customers(count), "field": spec.label, "value": new}
    match edit.change:
        case Change.ADD:
            return Message(QT_TRANSLATE_NOOP("messages", "{customers} tagged “{value}”"), args)
        case Change.REMOVE:
            return Message(QT_TRANSLATE_NOOP("messages", "Tag “{value}” taken off {customers}"), args)
        case Change.CLEAR:
            return Message(QT_TRANSLATE_NOOP("messages", "{field} of {customers} cleared"), args)
    return Message(QT_TRANSLATE_NOOP("messages", "{field} of {customers} set to “{value}”"), args)
