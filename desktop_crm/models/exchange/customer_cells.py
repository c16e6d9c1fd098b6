"""From the cells of a row to what they say of a customer, column by column. Pure: no database.

A blank cell says nothing, unless the person chose that it empties its field."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_crm.models.exchange import cell_values as v
from desktop_crm.models.exchange.cells import Cell, Flawed, Rounded, Row, as_text, lost_digits
from desktop_crm.models.exchange.custom_columns import by_header, custom_reader
from desktop_crm.models.exchange.row_edits import RowEdit, is_own, read_address
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField
from desktop_crm.models.records.customers import CustomerKind
from desktop_crm.models.records.headers import REPEATABLE, match_headers
from desktop_crm.models.records.import_kinds import MANY
from desktop_crm.models.records.import_setup import (
    Blank,
    ColumnChoice,
    ImportSetup,
    ValueAction,
    ValueChoice,
)
from desktop_crm.models.records.imports import ColumnUse, RowProblem
from desktop_crm.models.text.names import fold, tidy
from desktop_crm.models.validation import customers as rules

FOREIGN_NUMBER = Message(
    QT_TRANSLATE_NOOP("messages", "This is not a number of this application; the customer gets a new one.")
)
NO_CONTACT_NAME = Message(QT_TRANSLATE_NOOP("messages", "The contact person has no name."))
_PERSON_HEADERS = frozenset({"姓名", "客户姓名", "fullname"})
_PLACES = frozenset({"region", "province", "city", "district"})
TEXTS = frozenset(
    {"name", "short_name", "credit_code", "id_number", "industry", "size", "occupation", "source", "needs"}
    | {"next_step", "preferred_channel"}
)
_ENUMS = frozenset({"kind", "stage", "price_sensitivity", "relationship"})
# A column forgets what it has understood when it holds more different values than this.
_REMEMBERED = 4_096

# Beside phones and accounts: what no digit may be missing of.
_EXACT = frozenset({"credit_code", "id_number", "number", "postcode"})
_DOUBTFUL = frozenset({Flawed, Rounded})

Apply = Callable[[RowEdit, Any], None]


def suggested_columns(header: Sequence[str], fields: Sequence[CustomField] = ()) -> tuple[ColumnChoice, ...]:
    """What the columns are taken for by their names alone."""
    own = [by_header(fields, text) for text in header]
    rest = match_headers([text if one is None else "" for text, one in zip(header, own, strict=True)])
    return tuple(
        ColumnChoice(place, text, one.field_id if one else (name or ""))
        for place, (text, one, name) in enumerate(zip(header, own, rest, strict=True))
    )


@dataclass(slots=True)
class _Column:
    """A column, or several that are joined, and what its cells do."""

    places: tuple[int, ...]
    separators: tuple[str, ...]
    header: str
    field: str
    read: v.Reader
    apply: Apply
    clears: bool
    choices: Mapping[str, ValueChoice]
    known: dict[Cell, v.Read] = field(default_factory=dict)

    def load(self, value: Cell) -> v.Read:
        """Understands a value that has not occurred lately."""
        if len(self.known) > _REMEMBERED:
            self.known.clear()
        found = self.known[value] = self._read(value)
        return found

    def doubted(self, value: Cell) -> v.Read:
        """A value that the file itself has spoiled: never remembered, for as text it would be another."""
        if isinstance(value, Flawed):
            return None, value.reason
        reason = lost_digits(value) if self.field in v.POINTS or self.field in _EXACT else None
        return (None, reason) if reason is not None else self._read(value)

    def _read(self, value: Cell) -> v.Read:
        choice = self.choices.get(fold(as_text(value))) if self.choices else None
        if choice is None or choice.action is ValueAction.ADD:
            return self.read(value)
        return (None, None) if choice.action is ValueAction.LEAVE_OUT else self.read(choice.value)

    def joined(self, cells: Sequence[Cell]) -> Cell:
        found: Cell = ""
        for place, separator in zip(self.places, self.separators, strict=True):
            value = cells[place] if place < len(cells) else ""
            if value:
                found = f"{as_text(found)}{separator}{as_text(value)}" if found else value
        return found


class RowReader:
    """Reads the rows below one header, as a person set it up."""

    def __init__(
        self, header: Sequence[str], fields: Sequence[CustomField] = (), setup: ImportSetup | None = None
    ) -> None:
        self._fields = {one.field_id: one for one in fields}
        self.setup = setup or ImportSetup(columns=suggested_columns(header, fields))
        chosen = {c.place: c.field for c in self.setup.columns}
        self.columns = tuple(ColumnUse(h, self._named(chosen.get(i, ""))) for i, h in enumerate(header))
        self._choices: dict[str, dict[str, ValueChoice]] = defaultdict(dict)
        for one in self.setup.values:
            self._choices[one.field][fold(one.text)] = one
        self._columns = [column for c in self.setup.columns for column in self._compiled(c)]
        self._columns = self._joined(self._columns)
        mapped = {column.field for column in self._columns}
        self._fixed = [
            (self._column(ColumnChoice(-1, "", one.field)), one.text)
            for one in self.setup.fixed
            if one.field not in mapped
        ]
        self._person = any(c.field == "name" and fold(c.header) in _PERSON_HEADERS for c in self._columns)
        self.fields = frozenset(mapped | {one.field for one in self.setup.fixed})
        fixes: dict[int, dict[int, str]] = defaultdict(dict)
        for fix in self.setup.fixes:
            fixes[fix.row][fix.place] = fix.text.strip()
        self._fixes = dict(fixes)

    def _named(self, name: str) -> str | None:
        return self._fields[name].slot if name in self._fields else name or None

    def slot_of(self, name: str) -> str:
        return self._fields[name].slot if name in self._fields else name

    def column_of(self, name: str) -> str:
        """The header of the column that fills a field (or slot); empty if none does."""
        return next((c.header for c in self._columns if name in (c.field, self.slot_of(c.field))), "")

    def read(self, row: Row) -> RowEdit:
        """What the row says; its problems are named, not raised."""
        cells = row.cells
        fixes = self._fixes.get(row.number)
        if fixes:
            cells = mended(cells, fixes)
        edit = RowEdit(row.number)
        width = len(cells)
        for column in self._columns:
            if len(column.places) == 1:
                place = column.places[0]
                value = cells[place] if place < width else ""
            else:
                value = column.joined(cells)
            if value:
                plain = value.__class__ not in _DOUBTFUL
                found = (column.known.get(value) or column.load(value)) if plain else column.doubted(value)
                if found[1] is not None:
                    edit.problems.append(RowProblem(edit.row, column.header, as_text(value), found[1]))
                elif found[0] is not None:
                    column.apply(edit, found[0])
            elif column.clears:
                edit.blank.append(self.slot_of(column.field))
        for column, text in self._fixed:
            fixed, wrong = column.load(text)
            if wrong is not None:
                edit.problems.append(RowProblem(edit.row, "", text, wrong))
            elif fixed is not None:
                column.apply(edit, fixed)
        self._finish(edit)
        return edit

    def cells(self, row: Row) -> list[str]:
        """The texts of a row, with what was mended."""
        fixes = self._fixes.get(row.number)
        cells = mended(row.cells, fixes) if fixes else row.cells
        return [cell if type(cell) is str else as_text(cell) for cell in cells]

    def _compiled(self, choice: ColumnChoice) -> list[_Column]:
        if not choice.field or (choice.field.startswith("custom:") and choice.field not in self._fields):
            return []
        column = self._column(choice)
        if not choice.also:
            return [column]
        second = self._column(ColumnChoice(choice.place, choice.header, choice.also))
        first_read, second_read = column.read, second.read
        column.read = lambda value: _part(first_read, v.split_name_and_phone(as_text(value))[0])
        second.read = lambda value: _part(second_read, v.split_name_and_phone(as_text(value))[1])
        return [column, second]

    def _column(self, choice: ColumnChoice) -> _Column:
        name = choice.field
        custom = self._fields.get(name)
        read, apply = (custom_reader(custom), _custom(custom)) if custom else self._built_in(name, choice.header)
        clears = self.setup.blank is Blank.CLEAR and (name not in MANY or name in self.setup.clear_lists)
        return _Column(
            (choice.place,), (choice.separator,), choice.header, name, read, apply, clears, self._choices.get(name, {})
        )

    def _joined(self, columns: Sequence[_Column]) -> list[_Column]:
        """Columns of one field as one, but for fields that take several values, and parts of a region."""
        found: dict[object, _Column] = {}
        for column in columns:
            several = column.field in REPEATABLE or column.field in _PLACES
            key: object = (column.places, column.field) if several else column.field
            if key in found:
                found[key].places += column.places
                found[key].separators += column.separators
            else:
                found[key] = column
        return list(found.values())

    def _built_in(self, name: str, header: str) -> tuple[v.Reader, Apply]:
        if name in TEXTS:
            return v.text_reader(name), _value(name)
        if name in v.POINTS:
            return v.points_reader(v.POINTS[name]), _points(name)
        if name in v.DATES:
            return v.date_reader(self.setup.dates), _date(name, header)
        if name in _ENUMS:
            return v.choice_reader(name), _value(name)
        if name == "contact_role":
            return v.choice_reader("role"), _contact("role")
        if name == "number":
            return _number_text, _number(header)
        if name == "tags":
            return self._tags_reader, _tags
        if name == "dates":
            return v.moments_reader(self.setup.dates), lambda edit, found: edit.moments.extend(found)
        return _OTHER[name]

    def _tags_reader(self, value: Cell) -> v.Read:
        (text, tags), wrong = v.tags_reader(value)
        for tag, choice in ((tag, self._choices["tags"].get(fold(tag))) for tag in tuple(tags)):
            if choice is not None and choice.action is not ValueAction.ADD:
                tags.remove(tag)
                tags += [tidy(choice.value)] if choice.action is ValueAction.TAKE else []
        return (text, tags), wrong

    def _finish(self, edit: RowEdit) -> None:
        address = edit.address
        if address is not None and (address.place or address.text):
            read_address(address, own=is_own(edit))
        if address is not None and address.postcode:
            wrong = rules.check_postcode(address.postcode, address.region)
            if wrong:
                edit.problems.append(RowProblem(edit.row, self.column_of("postcode"), address.postcode, wrong))
        contact = edit.contact
        if contact is not None and not contact.name:
            # A contact's number without a contact is the customer's own.
            edit.points += contact.points
            contact.points = []
            if contact.values:
                edit.problems.append(RowProblem(edit.row, self.column_of("contact_name"), "", NO_CONTACT_NAME))
        if "kind" not in edit.values and (self._person or edit.values.get("id_number")):
            edit.values["kind"] = CustomerKind.PERSON
        for name in ("notes", "tags"):
            wrong = None
            if name == "notes" and "notes" in edit.values:
                wrong = rules.check_length("notes", edit.values["notes"])
            elif name == "tags" and len(edit.tags) > 1:
                wrong = rules.check_tags(tuple(edit.tags))
            if wrong:
                edit.problems.append(RowProblem(edit.row, self.column_of(name), "", wrong))


def mended(cells: Sequence[Cell], fixes: Mapping[int, str]) -> list[Cell]:
    """The cells of a row with what a person wrote in their place."""
    width = max(len(cells), max(fixes) + 1)
    return [fixes.get(i, cells[i] if i < len(cells) else "") for i in range(width)]


def _part(read: v.Reader, text: str) -> v.Read:
    return read(text) if text else (None, None)


def _value(name: str) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        edit.values[name] = value

    return apply


def _contact(name: str) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        edit.the_contact().values[name] = value

    return apply


def _custom(field: CustomField) -> Apply:
    def apply(edit: RowEdit, value: Any) -> None:
        (edit.links if field.type is FieldType.LINK else edit.custom)[field.slot] = value

    return apply


def _keep_text(edit: RowEdit, name: str, text: str) -> None:
    edit.cells[name] = f"{edit.cells[name]}\n{text}" if name in edit.cells else text


def _points(name: str) -> Apply:
    of_contact, kind = name.startswith("contact_"), v.POINTS[name]

    def apply(edit: RowEdit, value: Any) -> None:
        text, found = value
        _keep_text(edit, f"contact_{kind}" if of_contact else str(kind), text)
        if of_contact:
            edit.the_contact().points.extend(found)
        else:
            edit.points.extend(found)

    return apply


def _date(name: str, header: str) -> Apply:
    if name == "contact_birthday":
        return _contact("birthday")
    if name == "next_step_on":
        return _value(name)
    label = tidy(header)[: rules.LIMITS["dates.label"]] or name.capitalize()

    def apply(edit: RowEdit, value: dt.date) -> None:
        edit.dates.append((name, label, value))

    return apply


def _number(header: str) -> Apply:
    def apply(edit: RowEdit, value: tuple[int | None, str]) -> None:
        number, text = value
        if number is None:
            edit.notes.append(RowProblem(edit.row, header, text, FOREIGN_NUMBER))
        else:
            edit.number = number
            edit.cells["number"] = text

    return apply


def _tags(edit: RowEdit, value: Any) -> None:
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


def _channels(edit: RowEdit, value: Any) -> None:
    _keep_text(edit, "contact_channels", value[0])
    edit.the_contact().points.extend(value[1])


def _relation(name: str) -> Apply:
    def apply(edit: RowEdit, value: str) -> None:
        edit.relations[name] = value

    return apply


def _owner(edit: RowEdit, value: str) -> None:
    edit.owner = value


def _team(edit: RowEdit, value: str) -> None:
    edit.team = value


def _text(value: Cell) -> v.Read:
    return as_text(value), None


def _number_text(value: Cell) -> v.Read:
    text = as_text(value)
    return (v.number_of(text), text), None


_OTHER: dict[str, tuple[v.Reader, Apply]] = {
    "owner": (lambda value: (tidy(as_text(value)), None), _owner),
    "team": (lambda value: (tidy(as_text(value)), None), _team),
    "notes": (v.plain_reader("notes"), _notes),
    **{name: (_text, _place) for name in _PLACES},
    "address": (v.plain_reader("addresses.street"), _street),
    "postcode": (v.plain_reader("addresses.postcode"), _postcode),
    "address_label": (v.plain_reader("addresses.label"), _address_label),
    "addresses": (v.addresses_reader, lambda edit, found: edit.further.extend(found)),
    "channel_labels": (v.labels_reader, lambda edit, found: edit.labels.update(found)),
    "contact_labels": (v.labels_reader, lambda edit, found: edit.the_contact().labels.update(found)),
    "contact_name": (v.plain_reader("contacts.name"), _contact_name),
    "contact_title": (v.plain_reader("contacts.title"), _contact("title")),
    "contact_department": (v.plain_reader("contacts.department"), _contact("department")),
    "contact_notes": (v.plain_reader("contacts.notes"), _contact("notes")),
    "contact_channels": (v.channels_reader, _channels),
    "parent": (lambda value: (tidy(as_text(value)), None), _relation("parent")),
    "referred_by": (lambda value: (tidy(as_text(value)), None), _relation("referred_by")),
}
