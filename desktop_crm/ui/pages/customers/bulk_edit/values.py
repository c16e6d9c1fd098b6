"""The input for a value of any field of the catalogue, and how such a value reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_crm.controllers.bulk_edit import EditChoices
from desktop_crm.controllers.i18n import format_date, text
from desktop_crm.controllers.search import SearchController
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.bulk_edit import Change
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.ui.forms.choice import ChoiceField, PersonField, RegionField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, LongTextField, TextField
from desktop_crm.ui.pages.customers.custom_editors import LinkField
from desktop_crm.ui.pages.customers.wording import Lexicon, region_list, region_search

YES = Message(QT_TRANSLATE_NOOP("messages", "yes"))
NO = Message(QT_TRANSLATE_NOOP("messages", "no"))
NOTHING = Message(QT_TRANSLATE_NOOP("messages", "(empty)"))


def value_field(
    spec: FieldSpec, choices: EditChoices, change: Change, words: Lexicon, search: SearchController
) -> FieldWidget:
    """The input that suits a field."""
    if spec.type is FieldType.LINK:
        made: FieldWidget = LinkField(search, lambda _: "")
    elif spec.type is FieldType.REGION:
        made = RegionField(region_list, region_search, words.region)
    else:
        made = _value_field(spec, choices, change)
    made.set_name(QCoreApplication.translate("BulkEditDialog", "Value"))
    return made


def _value_field(spec: FieldSpec, choices: EditChoices, change: Change) -> FieldWidget:
    known = choices.known
    match spec.type:
        case FieldType.USER:
            return PersonField([(user.id.hex, user.name) for user in known.users if user.active])
        case FieldType.TEAM:
            return ChoiceField([(team.id.hex, team.name) for team in known.teams], icon="team")
        case FieldType.TAGS:
            return ChoiceField([(tag.name, tag.name) for tag in known.tags], free=change is Change.ADD, icon="tag")
        case FieldType.YES_NO:
            return ChoiceField([("1", text(YES)), ("0", text(NO))])
        case FieldType.CHOICE:
            options = [(key, text(label)) for key, label in spec.options]
            used = known.values.get(spec.id, ()) if spec.open else ()
            own = dict(spec.options)
            return ChoiceField(options + [(one, one) for one in used if one not in own], free=spec.open)
        case FieldType.CHOICES:
            return TextField("; ".join(text(label) for _, label in spec.options[:6]))
        case FieldType.DATE:
            return DateField()
        case FieldType.LONG_TEXT:
            return LongTextField(lines=3)
    return TextField()


def value_text(field: FieldWidget) -> str:
    """What was entered, as an edit takes it."""
    value: Any = field.value()
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def shown(spec: FieldSpec, value: str, names: Mapping[str, str]) -> str:
    """A value of a preview as people read it."""
    if not value:
        return text(NOTHING)
    if spec.type is FieldType.YES_NO:
        return text(YES if value == "1" else NO)
    if spec.type is FieldType.DATE:
        return format_date(dt.date.fromisoformat(value))
    labels = dict(spec.options)
    if spec.type is FieldType.CHOICES:
        return ", ".join(text(labels[key]) for key in value.split("|") if key in labels)
    if value in labels:
        return text(labels[value])
    return names.get(value, " ".join(value.split()))
