"""What an understood cell does to the row that it stands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from desktop_crm.models.exchange import cell_values as v
from desktop_crm.models.exchange.cells import Cell, as_text
from desktop_crm.models.exchange.row_edits import RowEdit
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.imports import RowProblem
from desktop_crm.models.text.names import tidy
from desktop_crm.models.validation import customers as rules

Apply = Callable[[RowEdit, Any], None]
FOREIGN_NUMBER = Message(
    QT_TRANSLATE_NOOP("messages", "This is not a number of this application; the customer gets a new one.")
)
PLACES = frozenset({"region", "province", "city", "district"})


def value_of(name: str) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        edit.values[name] = value

    return apply


def contact_value(name: str) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        edit.the_contact().values[name] = value

    return apply


def custom_value(field: CustomField) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        (edit.links if field.type is FieldType.LINK else edit.custom)[field.slot] = value

    return apply


def _keep_text(edit: RowEdit, name: str, text: str) -> None:
    edit.cells[name] = f"{edit.cells[name]}\n{text}" if name in edit.cells else text


def points_of(name: str) -> Apply:
    of_contact, kind = name.startswith("contact_"), v.POINTS[name]

    def apply(edit: RowEdit, value: Any) -> None:
        text, found = value
        _keep_text(edit, f"contact_{kind}" if of_contact else str(kind), text)
        if of_contact:
            edit.the_contact().points.extend(found)
        else:
            edit.points.extend(found)

    return apply


def date_of(name: str, header: str) -> Apply:
    if name == "contact_birthday":
        return contact_value("birthday")
    if name == "next_step_on":
        return value_of(name)
    if name == "verified_on":
        return standing_value(name)
    label = tidy(header)[: rules.LIMITS["dates.label"]] or name.capitalize()

    def apply(edit: RowEdit, value: dt.date) -> None:
        edit.dates.append((name, label, value))

    return apply


def number_of_row(header: str) -> Apply:
    def apply(edit: RowEdit, value: tuple[int | None, str]) -> None:
        number, text = value
        if number is None:
            edit.notes.append(RowProblem(edit.row, header, text, FOREIGN_NUMBER))
        else:
            edit.number = number
            edit.cells["number"] = text

    return apply


def take_tags(edit: RowEdit, value: Any) -> None:
    text, tags = value
    _keep_text(edit, "tags", text)
    edit.tags += tags


def _notes(edit: RowEdit, value: str) -> None:
    edit.values["notes"] = f"{edit.values['notes']}\n{value}" if "notes" in edit.values else value


def _place(edit: RowEdit, value: str) -> None:
    address = edit.the_address()
    address.place = f"{address.place} {value}".strip()


def _street(edit: RowEdit, value: str) -> None:
    edit.the_address().text = value


def _postcode(edit: RowEdit, value: str) -> None:
    edit.the_address().postcode = value


def _address_label(edit: RowEdit, value: str) -> None:
    edit.the_address().label = value


def _contact_name(edit: RowEdit, value: str) -> None:
    edit.the_contact().name = value


def _reports_to(edit: RowEdit, value: str) -> None:
    edit.the_contact().reports_to = value


def _channels(edit: RowEdit, value: Any) -> None:
    _keep_text(edit, "contact_channels", value[0])
    edit.the_contact().points.extend(value[1])


def _relation(name: str) -> Apply:
    def apply(edit: RowEdit, value: str) -> None:
        edit.relations[name] = value

    return apply


def _named(name: str) -> Apply:
    def apply(edit: RowEdit, value: str) -> None:
        setattr(edit, name, value)

    return apply


def standing_value(name: str) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        edit.standing[name] = value

    return apply


def _name(value: Cell) -> v.Read:
    return tidy(as_text(value)), None


def _text(value: Cell) -> v.Read:
    return as_text(value), None


def number_text(value: Cell) -> v.Read:
    text = as_text(value)
    return (v.number_of(text), text), None


OTHER: dict[str, tuple[v.Reader, Apply]] = {
    **{name: (_name, _named(name)) for name in ("owner", "team", "key_user", "key_team")},
    "is_key": (v.yes_no, standing_value("is_key")),
    "notes": (v.plain_reader("notes"), _notes),
    **{name: (_text, _place) for name in PLACES},
    "address": (v.plain_reader("addresses.street"), _street),
    "postcode": (v.plain_reader("addresses.postcode"), _postcode),
    "address_label": (v.plain_reader("addresses.label"), _address_label),
    "addresses": (v.addresses_reader, lambda edit, found: edit.further.extend(found)),
    "channel_labels": (v.labels_reader, lambda edit, found: edit.labels.update(found)),
    "contact_labels": (v.labels_reader, lambda edit, found: edit.the_contact().labels.update(found)),
    "contact_name": (v.plain_reader("contacts.name"), _contact_name),
    "contact_reports_to": (_name, _reports_to),
    "contact_title": (v.plain_reader("contacts.title"), contact_value("title")),
    "contact_department": (v.plain_reader("contacts.department"), contact_value("department")),
    "contact_notes": (v.plain_reader("contacts.notes"), contact_value("notes")),
    "contact_channels": (v.channels_reader, _channels),
    **{name: (_name, _relation(name)) for name in ("parent", "referred_by")},
}
