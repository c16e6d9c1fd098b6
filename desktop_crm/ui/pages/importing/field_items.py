"""The fields that a column can fill, as lines of a list, in groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.fields import CUSTOM
from desktop_crm.models.records.import_kinds import ImportField, ImportKind
from desktop_crm.ui.widgets.popover import ListItem

NOTHING = ""
NEW = "#new"
_CHANNELS = {"phone", "mobile", "email", "wechat", "qq", "dingtalk", "website", "other_point", "channel_labels"}
_PLACES = {"region", "province", "city", "district", "address", "postcode", "address_label", "addresses"}
_RELATIONS = {"owner", "team", "key_user", "key_team", "parent", "referred_by"}
GROUPS = (
    Message(QT_TRANSLATE_NOOP("messages", "Customer")),
    Message(QT_TRANSLATE_NOOP("messages", "Phones and channels")),
    Message(QT_TRANSLATE_NOOP("messages", "Address")),
    Message(QT_TRANSLATE_NOOP("messages", "Contact person")),
    Message(QT_TRANSLATE_NOOP("messages", "People and relations")),
    Message(QT_TRANSLATE_NOOP("messages", "Custom fields")),
)
TYPES: dict[str, Message] = {
    FieldType.TEXT: Message(QT_TRANSLATE_NOOP("messages", "Text")),
    FieldType.LONG_TEXT: Message(QT_TRANSLATE_NOOP("messages", "Long text")),
    FieldType.NUMBER: Message(QT_TRANSLATE_NOOP("messages", "Number")),
    FieldType.MONEY: Message(QT_TRANSLATE_NOOP("messages", "Money")),
    FieldType.DATE: Message(QT_TRANSLATE_NOOP("messages", "Date")),
    FieldType.CHOICE: Message(QT_TRANSLATE_NOOP("messages", "Choice")),
    FieldType.CHOICES: Message(QT_TRANSLATE_NOOP("messages", "Several choices")),
    FieldType.YES_NO: Message(QT_TRANSLATE_NOOP("messages", "Yes or no")),
    FieldType.PHONE: Message(QT_TRANSLATE_NOOP("messages", "Phone")),
    FieldType.EMAIL: Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
    FieldType.URL: Message(QT_TRANSLATE_NOOP("messages", "Web address")),
}


def group_of(name: str) -> int:
    if name.startswith(CUSTOM):
        return 5
    if name.startswith("contact_"):
        return 3
    return 1 if name in _CHANNELS else 2 if name in _PLACES else 4 if name in _RELATIONS else 0


def field_items(
    kind: ImportKind, now: str, used: Callable[[ImportField], str], *, column: bool = True
) -> list[ListItem]:
    """All fields; `used(field)` says beside a field which column fills it already. For a `column` also nothing and a
    field to be made."""
    lines = []
    if column:
        nothing = QCoreApplication.translate("ImportFields", "Don't import")
        new = QCoreApplication.translate("ImportFields", "Make a custom field of it")
        lines.append(ListItem(NOTHING, nothing, icon="remove", checked=now == NOTHING))
        lines.append(ListItem(NEW, new, icon="add", checked=now == NEW))
    for field in sorted(kind.fields, key=lambda one: group_of(one.id)):
        group = text(GROUPS[group_of(field.id)])
        words = text(field.label)
        lines.append(ListItem(field.id, words, used(field), group=group, checked=field.id == now))
    return lines


def type_items() -> list[tuple[str, str]]:
    return [(str(key), text(words)) for key, words in TYPES.items()]
