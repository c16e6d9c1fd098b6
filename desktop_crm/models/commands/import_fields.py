"""Makes what an import's setup asks for before any row is read: custom fields for columns that fit none, and options
that a choice has not got yet."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import replace

from desktop_crm.models.commands.custom_fields import save_field
from desktop_crm.models.db.context import CommandContext
from desktop_crm.models.queries.catalogue import custom_fields
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import CustomField, FieldDraft, Option
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.import_setup import ColumnChoice, ImportSetup, ValueAction
from desktop_crm.models.text.names import fold


def make_fields(ctx: CommandContext, setup: ImportSetup) -> ImportSetup:
    """The setup with its columns on fields that are there now. Raises UserError where a field cannot be."""
    added: dict[str, list[str]] = defaultdict(list)
    for one in setup.values:
        if one.action is ValueAction.ADD and one.field.startswith(CUSTOM):
            added[one.field].append(one.text)
    columns = tuple(_with_field(ctx, column) for column in setup.columns)
    if added:
        for field in custom_fields(ctx.session):
            if field.field_id in added:
                _add_options(ctx, field, added[field.field_id])
    return replace(setup, columns=columns)


def _with_field(ctx: CommandContext, column: ColumnChoice) -> ColumnChoice:
    new = column.new_field
    if new is None:
        return column
    known = next((f for f in custom_fields(ctx.session) if fold(f.name) == fold(new.name)), None)
    if known is not None:
        return replace(column, field=known.field_id, new_field=None)
    options = tuple(Option("", label) for label in dict.fromkeys(new.options))
    key: uuid.UUID = save_field(ctx, FieldDraft(new.name, FieldType(new.type), options=options))
    return replace(column, field=f"{CUSTOM}{key.hex}", new_field=None)


def _add_options(ctx: CommandContext, field: CustomField, labels: list[str]) -> None:
    known = {fold(option.label) for option in field.options}
    fresh = [Option("", label) for label in dict.fromkeys(labels) if fold(label) not in known]
    if not fresh:
        return
    save_field(
        ctx,
        FieldDraft(
            name=field.name,
            type=field.type,
            for_kind=field.for_kind,
            section=field.section,
            required=field.required,
            default=field.default,
            hint=field.hint,
            options=(*field.options, *fresh),
            currency=field.currency,
            id=field.id,
            row_version=field.row_version,
        ),
    )
