"""Empty workbooks to fill in: one column for each field, choices to pick from, what a column means at its header,
and examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_crm.models.exchange.customer_sheet import CustomerSheet
from desktop_crm.models.exchange.writing import DATE_FORMAT, HEADER_FILL, LISTS, replacing, sheet_name
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Translate
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import TYPE_NAMES, CustomField
from desktop_crm.models.records.example_rows import COMPANY, NOTE, PERSON
from desktop_crm.models.records.fields import TABLES
from desktop_crm.models.records.tables import CellKind, Out, OutColumn

# For so many rows choices are offered and texts stay texts.
ROWS = 2_000
_LEFT_OUT = frozenset({"created_at"})
_NOTES: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("messages", "Leave it empty for new customers: they get the next number. With the number of a customer the row changes that one."),  # noqa: E501
    "name": QT_TRANSLATE_NOOP("messages", "Required: the full name of the company or person."),
    "phone": QT_TRANSLATE_NOOP("messages", "Several numbers: separated by “;”, the most important one first."),
    "email": QT_TRANSLATE_NOOP("messages", "Several addresses: separated by “;”, the most important one first."),
    "owner": QT_TRANSLATE_NOOP("messages", "The name of a user. A name that nobody has yet becomes a new user."),
    "region": QT_TRANSLATE_NOOP("messages", "Province, city and district, such as 广东省深圳市南山区."),
    "tags": QT_TRANSLATE_NOOP("messages", "Several tags: separated by commas."),
    "contact_name": QT_TRANSLATE_NOOP("messages", "One contact person a row. Further ones: a row each, with the customer's name repeated."),  # noqa: E501
    "contact_reports_to": QT_TRANSLATE_NOOP("messages", "The name of another contact person of the same customer."),
    "next_step_on": QT_TRANSLATE_NOOP("messages", "A date such as 2026-03-31."),
    "birthday": QT_TRANSLATE_NOOP("messages", "A date such as 2026-03-31."),
    "founded": QT_TRANSLATE_NOOP("messages", "A date such as 2026-03-31."),
    "addresses": QT_TRANSLATE_NOOP("messages", "A line each: region code | street | postcode."),
    "dates": QT_TRANSLATE_NOOP("messages", "A line each: what day it is, a colon, the date."),
    "parent": QT_TRANSLATE_NOOP("messages", "The number or name of the parent company."),
    "referred_by": QT_TRANSLATE_NOOP("messages", "The number or name of the customer who referred this one."),
    "verified_on": QT_TRANSLATE_NOOP("messages", "The day on which the data were last verified, such as 2026-03-31."),
    "is_key": QT_TRANSLATE_NOOP("messages", "Yes or no. “No” also takes off who is named for a key customer."),
    "key_user": QT_TRANSLATE_NOOP("messages", "The name of the user who looks after this key customer."),
    "key_team": QT_TRANSLATE_NOOP("messages", "The name of the team that looks after this key customer."),
}  # fmt: skip
_COMPANY: Mapping[str, str | dt.date] = {
    "name": COMPANY,
    "phone": "+86 755 2878 0808; +86 138 0013 8000",
    "email": "office@example.com",
    "address": QT_TRANSLATE_NOOP("messages", "1 Science Park Road"),
    "region": "广东省深圳市南山区",
    "postcode": "518000",
    "founded": dt.date(2019, 7, 9),
    "contact_name": QT_TRANSLATE_NOOP("messages", "Wang Wei"),
    "contact_phone": "+86 139 0013 9000",
    "verified_on": dt.date(2026, 3, 31),
    "is_key": QT_TRANSLATE_NOOP("messages", "Yes"),
}
_FURTHER: Mapping[str, str | dt.date] = {
    "name": COMPANY,
    "contact_name": QT_TRANSLATE_NOOP("messages", "Li Na"),
    "contact_reports_to": QT_TRANSLATE_NOOP("messages", "Wang Wei"),
}
_PERSON: Mapping[str, str | dt.date] = {
    "name": PERSON,
    "phone": "+86 137 0013 7000",
    "wechat": "example_lin",
    "birthday": dt.date(1990, 2, 3),
}


def write_template(session: Session, path: Path, *, translate: Translate = str, language: str = "en") -> int:
    """Writes the template for customers with the custom fields in force; returns how many columns it has.

    Raises UserError, KnownDatabaseError (full disk)."""
    from openpyxl import Workbook

    sheet = CustomerSheet(session, (), translate, language)
    fields = {field.field_id: field for field in custom_fields(session)}
    chosen = [(one, column) for one, column in zip(sheet.fields, sheet.columns, strict=True) if one not in _LEFT_OUT]
    book = Workbook()
    form = book.active
    assert form is not None
    form.title = sheet_name(TABLES["customer"].format(translate))
    lists = book.create_sheet(LISTS.format(translate))
    lists.sheet_state = "hidden"
    for place, (one, column) in enumerate(chosen, 1):
        _head(form, place, column, _note(one, fields.get(one), translate))
        _body(form, place, column)
        if column.choices:
            _offer(form, lists, place, column)
    for row, (given, kind) in enumerate(((_COMPANY, "company"), (_FURTHER, "company"), (_PERSON, "person")), 2):
        _example(form, row, chosen, _values(given, kind, sheet, translate), translate)
    form.freeze_panes = "C2"
    form.row_dimensions[1].height = 30
    with replacing(path) as part:
        book.save(part)
    return len(chosen)


def _note(field: str, custom: CustomField | None, translate: Translate) -> str:
    if custom is None:
        return translate(_NOTES[field]) if field in _NOTES else ""
    parts = [TYPE_NAMES[custom.type].format(translate), custom.hint]
    if custom.type in (FieldType.CHOICE, FieldType.CHOICES):
        parts.append("; ".join(option.label for option in custom.options))
    return "\n".join(part for part in parts if part)


def _head(form: Any, place: int, column: OutColumn, note: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    cell = form.cell(1, place, column.header)
    cell.data_type = "s"
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color=HEADER_FILL.removeprefix("#"))
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    if note:
        cell.comment = Comment(
            note, "Desktop CRM", height=24 + 18 * (1 + note.count("\n") + len(note) // 30), width=240
        )
    form.column_dimensions[get_column_letter(place)].width = column.width


def _body(form: Any, place: int, column: OutColumn) -> None:
    """The format of cells that are still empty stands at the column."""
    from openpyxl.utils import get_column_letter

    known = {CellKind.TEXT: "@", CellKind.DATE: DATE_FORMAT}
    if column.kind in known:
        form.column_dimensions[get_column_letter(place)].number_format = known[column.kind]


def _offer(form: Any, lists: Any, place: int, column: OutColumn) -> None:
    """Choices stand on a sheet of their own: so there may be any number of them, of any length."""
    from openpyxl.utils import get_column_letter, quote_sheetname
    from openpyxl.worksheet.datavalidation import DataValidation

    for row, choice in enumerate(column.choices, 1):
        lists.cell(row, place, choice).data_type = "s"
    letter = get_column_letter(place)
    source = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(column.choices)}"
    rule = DataValidation("list", formula1=source, allow_blank=True)
    rule.errorStyle = "warning" if column.strict else "information"
    rule.showErrorMessage = column.strict
    rule.add(f"{letter}2:{letter}{ROWS + 1}")
    form.add_data_validation(rule)


def _values(
    given: Mapping[str, str | dt.date], kind: str, sheet: CustomerSheet, translate: Translate
) -> dict[str, Out]:
    words: dict[str, Out] = {
        field: translate(value) if isinstance(value, str) else value for field, value in given.items()
    }
    for field, code in (("kind", kind), ("stage", "acquire"), ("source", "referral")):
        words[field] = sheet.choice(field, code)
    return words | {"notes": NOTE.format(translate)}


def _example(
    form: Any, row: int, chosen: Sequence[tuple[str, OutColumn]], values: Mapping[str, Out], translate: Translate
) -> None:
    from openpyxl.styles import Font

    for place, (field, column) in enumerate(chosen, 1):
        value = values.get(field)
        if value is None:
            continue
        cell = form.cell(row, place, value)
        cell.font = Font(italic=True, color="7F7F7F")
        cell.number_format = DATE_FORMAT if column.kind is CellKind.DATE else "@"
