"""The words of the wizard for outcomes, fields and choices."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_kinds import ImportKind, field_label
from desktop_crm.models.records.import_setup import MatchKey, Missing
from desktop_crm.models.records.imports import RowOutcome

OUTCOMES: dict[RowOutcome, Message] = {
    RowOutcome.CREATE: Message(QT_TRANSLATE_NOOP("messages", "New")),
    RowOutcome.UPDATE: Message(QT_TRANSLATE_NOOP("messages", "Changed")),
    RowOutcome.UNCHANGED: Message(QT_TRANSLATE_NOOP("messages", "Unchanged")),
    RowOutcome.TWIN: Message(QT_TRANSLATE_NOOP("messages", "Same customer")),
    RowOutcome.ERROR: Message(QT_TRANSLATE_NOOP("messages", "With a mistake")),
    RowOutcome.ASK: Message(QT_TRANSLATE_NOOP("messages", "Several fit")),
    RowOutcome.LEFT_OUT: Message(QT_TRANSLATE_NOOP("messages", "Left out")),
}
TONES: dict[RowOutcome, str] = {
    RowOutcome.CREATE: "success",
    RowOutcome.UPDATE: "accent",
    RowOutcome.UNCHANGED: "tag8",
    RowOutcome.TWIN: "tag2",
    RowOutcome.ERROR: "danger",
    RowOutcome.ASK: "warning",
    RowOutcome.LEFT_OUT: "tag8",
}
KEYS: dict[MatchKey, tuple[Message, Message]] = {
    MatchKey.NUMBER: (
        Message(QT_TRANSLATE_NOOP("messages", "Customer number")),
        Message(QT_TRANSLATE_NOOP("messages", "The number that this application gave, such as C000123.")),
    ),
    MatchKey.CREDIT_CODE: (
        Message(QT_TRANSLATE_NOOP("messages", "Credit code or ID number")),
        Message(QT_TRANSLATE_NOOP("messages", "The same company or person, whatever the name says.")),
    ),
    MatchKey.PHONE: (
        Message(QT_TRANSLATE_NOOP("messages", "Phone")),
        Message(QT_TRANSLATE_NOOP("messages", "The same phone, however it is written, and a name that agrees.")),
    ),
    MatchKey.EMAIL: (
        Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
        Message(QT_TRANSLATE_NOOP("messages", "The same address, and a name that agrees.")),
    ),
    MatchKey.NAME: (
        Message(QT_TRANSLATE_NOOP("messages", "Name")),
        Message(
            QT_TRANSLATE_NOOP("messages", "The same name; spaces, brackets and the width of letters do not count.")
        ),
    ),
}
MISSING: dict[Missing, Message] = {
    Missing.CREATE: Message(QT_TRANSLATE_NOOP("messages", "Add them")),
    Missing.HOLD: Message(QT_TRANSLATE_NOOP("messages", "Take the row without")),
    Missing.REJECT: Message(QT_TRANSLATE_NOOP("messages", "Refuse the row")),
}
ONE_ROW = Message(QT_TRANSLATE_NOOP("messages", "1 row of data"))
ROWS = Message(QT_TRANSLATE_NOOP("messages", "{n} rows of data"))
SECONDS = QT_TRANSLATE_NOOP("messages", "{n} s left")
MINUTES = QT_TRANSLATE_NOOP("messages", "{n} min left")
PER_SECOND = QT_TRANSLATE_NOOP("messages", "{n} rows a second")


def rows_of(count: int) -> str:
    return text(ONE_ROW if count == 1 else Message(ROWS.text, {"n": format_number(count)}))


def field_name(kind: ImportKind, name: str) -> str:
    """What a field is called; empty for none."""
    return text(field_label(kind, name)) if name else ""


def listed(names: list[str]) -> str:
    """ "Name or number", as the language joins a list."""
    return QLocale().createSeparatedList(names)


def time_left(seconds: float) -> str:
    if seconds < 90:
        return text(Message(SECONDS, {"n": format_number(max(1, round(seconds)))}))
    return text(Message(MINUTES, {"n": format_number(round(seconds / 60))}))


def per_second(rate: float) -> str:
    return text(Message(PER_SECOND, {"n": format_number(round(rate))}))
