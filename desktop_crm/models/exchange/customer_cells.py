"""From the cells of a row to what they say of a customer, column by column. Pure: no database.

A blank cell says nothing, unless the person chose that it empties its field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made

from desktop_crm.models.exchange import cell_values as v
from desktop_crm.models.exchange.cells import Cell, Flawed, Rounded, Row, as_text, lost_digits
from desktop_crm.models.exchange.custom_columns import by_header, custom_reader
from desktop_crm.models.exchange.row_applies import (
    OTHER,
    PLACES,
    Apply,
    contact_value,
    custom_value,
    date_of,
    number_of_row,
    number_text,
    points_of,
    take_tags,
    value_of,
)
from desktop_crm.models.exchange.row_edits import RowEdit, is_own, read_address
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
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

NO_CONTACT_NAME = Message(QT_TRANSLATE_NOOP("messages", "The contact person has no name."))
_PERSON_HEADERS = frozenset({"姓名", "客户姓名", "fullname"})
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
    known: dict[Cell, v.Read] = made(default_factory=dict)
    # Of a column by itself; −1 where several are joined.
    place: int = -1

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
            place = column.place
            value = (cells[place] if place < width else "") if place >= 0 else column.joined(cells)
            if value:
                plain = value.__class__ not in _DOUBTFUL
                found = (column.known.get(value) or column.load(value)) if plain else column.doubted(value)
                if found[1] is not None:
                    edit.problems.append(RowProblem(edit.row, column.header, as_text(value), found[1]))
                elif found[0] is not None:
                    column.apply(edit, found[0])
            elif column.clears:
                edit.blank.append(self.slot_of(column.field))
        if self._fixed:
            self._fix(edit)
        self._finish(edit)
        return edit

    def _fix(self, edit: RowEdit) -> None:
        """What every row gets."""
        for column, text in self._fixed:
            value, wrong = column.load(text)
            if wrong is not None:
                edit.problems.append(RowProblem(edit.row, "", text, wrong))
            elif value is not None:
                column.apply(edit, value)

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
        read, apply = (custom_reader(custom), custom_value(custom)) if custom else self._built_in(name, choice.header)
        clears = self.setup.blank is Blank.CLEAR and (name not in MANY or name in self.setup.clear_lists)
        column = _Column(
            (choice.place,), (choice.separator,), choice.header, name, read, apply, clears, self._choices.get(name, {})
        )
        column.place = choice.place
        return column

    def _joined(self, columns: Sequence[_Column]) -> list[_Column]:
        """Columns of one field as one, but for fields that take several values, and parts of a region."""
        found: dict[object, _Column] = {}
        for column in columns:
            several = column.field in REPEATABLE or column.field in PLACES
            key: object = (column.places, column.field) if several else column.field
            if key in found:
                found[key].places += column.places
                found[key].place = -1
                found[key].separators += column.separators
            else:
                found[key] = column
        return list(found.values())

    def _built_in(self, name: str, header: str) -> tuple[v.Reader, Apply]:
        if name in TEXTS:
            return v.text_reader(name), value_of(name)
        if name in v.POINTS:
            return v.points_reader(v.POINTS[name]), points_of(name)
        if name in v.DATES:
            return v.date_reader(self.setup.dates), date_of(name, header)
        if name in _ENUMS:
            return v.choice_reader(name), value_of(name)
        if name == "contact_role":
            return v.choice_reader("role"), contact_value("role")
        if name == "number":
            return number_text, number_of_row(header)
        if name == "tags":
            return self._tags_reader, take_tags
        if name == "dates":
            return v.moments_reader(self.setup.dates), lambda edit, found: edit.moments.extend(found)
        return OTHER[name]

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
            if contact.values or contact.reports_to:
                edit.problems.append(RowProblem(edit.row, self.column_of("contact_name"), "", NO_CONTACT_NAME))
        if "kind" not in edit.values and (self._person or edit.values.get("id_number")):
            edit.values["kind"] = CustomerKind.PERSON
        for name, wrong in (
            ("notes", rules.check_length("notes", edit.values.get("notes", ""))),
            ("tags", rules.check_tags(tuple(edit.tags)) if len(edit.tags) > 1 else None),
        ):
            if wrong:
                edit.problems.append(RowProblem(edit.row, self.column_of(name), "", wrong))


def mended(cells: Sequence[Cell], fixes: Mapping[int, str]) -> list[Cell]:
    """The cells of a row with what a person wrote in their place."""
    width = max(len(cells), max(fixes) + 1)
    return [fixes.get(i, cells[i] if i < len(cells) else "") for i in range(width)]


def _part(read: v.Reader, text: str) -> v.Read:
    return read(text) if text else (None, None)
