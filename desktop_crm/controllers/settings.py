"""Settings: declared once, kept in one small file, shown by a dialog that is built from the declarations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_crm.controllers.files import FileSaver, set_aside
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

T = TypeVar("T", str, int, bool)
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

VERSION = 1
SAVE_DELAY = 0.2


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. `choices` are the values with their names. A text setting with `choices` and limits also
    takes a whole number within the limits, written as text."""

    key: str
    type: type[T]
    default: T
    label: Message
    page: Message
    help: Message | None = None
    choices: tuple[tuple[T, Message], ...] | None = None
    minimum: int | None = None
    maximum: int | None = None
    applies: Literal["now", "restart"] = "now"

    def accepts(self, value: object) -> bool:
        if type(value) is not self.type:
            return False
        if self.choices is not None and any(value == choice for choice, _ in self.choices):
            return True
        if self.minimum is None and self.maximum is None:
            return self.choices is None
        if isinstance(value, str) and not (value.isascii() and value.isdigit()):
            return False
        number = int(value)
        low = number if self.minimum is None else self.minimum
        high = number if self.maximum is None else self.maximum
        return bool(low <= number <= high)


GENERAL = Message(QT_TRANSLATE_NOOP("messages", "General"))
APPEARANCE = Message(QT_TRANSLATE_NOOP("messages", "Appearance"))
FILES = Message(QT_TRANSLATE_NOOP("messages", "Files"))
BACKUPS = Message(QT_TRANSLATE_NOOP("messages", "Back-ups"))

LANGUAGE = Setting(
    "language",
    str,
    "system",
    Message(QT_TRANSLATE_NOOP("messages", "Language")),
    GENERAL,
    choices=(
        ("system", Message(QT_TRANSLATE_NOOP("messages", "Same as the system"))),
        ("zh_CN", Message("简体中文")),  # not a text: a language is named in itself
        ("en", Message("English")),  # not a text: a language is named in itself
    ),
)
PHONE_REGION = Setting(
    "phone.region",
    str,
    "CN",
    Message(QT_TRANSLATE_NOOP("messages", "Country of phone numbers")),
    GENERAL,
    Message(QT_TRANSLATE_NOOP("messages", "For numbers that are written without a country code.")),
    choices=(
        ("CN", Message(QT_TRANSLATE_NOOP("messages", "Mainland China (+86)"))),
        ("HK", Message(QT_TRANSLATE_NOOP("messages", "Hong Kong (+852)"))),
        ("MO", Message(QT_TRANSLATE_NOOP("messages", "Macao (+853)"))),
        ("TW", Message(QT_TRANSLATE_NOOP("messages", "Taiwan (+886)"))),
        ("SG", Message(QT_TRANSLATE_NOOP("messages", "Singapore (+65)"))),
        ("JP", Message(QT_TRANSLATE_NOOP("messages", "Japan (+81)"))),
        ("US", Message(QT_TRANSLATE_NOOP("messages", "United States (+1)"))),
        ("GB", Message(QT_TRANSLATE_NOOP("messages", "United Kingdom (+44)"))),
        ("DE", Message(QT_TRANSLATE_NOOP("messages", "Germany (+49)"))),
    ),
)
THEME = Setting(
    "theme",
    str,
    "system",
    Message(QT_TRANSLATE_NOOP("messages", "Theme")),
    APPEARANCE,
    choices=(
        ("system", Message(QT_TRANSLATE_NOOP("messages", "Same as the system"))),
        ("light", Message(QT_TRANSLATE_NOOP("messages", "Light"))),
        ("dark", Message(QT_TRANSLATE_NOOP("messages", "Dark"))),
    ),
)
FONT_FAMILY = Setting(
    "font.family",
    str,
    "",
    Message(QT_TRANSLATE_NOOP("messages", "Font")),
    APPEARANCE,
    Message(QT_TRANSLATE_NOOP("messages", "Leave empty for the font that shows Chinese best on this system.")),
)
FONT_SIZE = Setting(
    "font.size",
    str,
    "normal",
    Message(QT_TRANSLATE_NOOP("messages", "Text size")),
    APPEARANCE,
    choices=(
        ("small", Message(QT_TRANSLATE_NOOP("messages", "Small"))),
        ("normal", Message(QT_TRANSLATE_NOOP("messages", "Normal"))),
        ("large", Message(QT_TRANSLATE_NOOP("messages", "Large"))),
    ),
    minimum=7,
    maximum=28,
)
FILE_LIMIT = Setting(
    "files.limit",
    int,
    20,
    Message(QT_TRANSLATE_NOOP("messages", "Largest file in MB")),
    FILES,
    Message(QT_TRANSLATE_NOOP("messages", "Files of customers are kept in the database, and in every back-up of it.")),
    minimum=1,
    maximum=200,
)
BACKUPS_KEPT = Setting(
    "backup.kept",
    int,
    10,
    Message(QT_TRANSLATE_NOOP("messages", "Back-ups kept")),
    BACKUPS,
    Message(QT_TRANSLATE_NOOP("messages", "Older back-ups of the same file are deleted.")),
    minimum=1,
    maximum=100,
)
BACKUP_DAILY = Setting(
    "backup.on_close",  # as it was first called: what people chose stays
    str,
    "daily",
    Message(QT_TRANSLATE_NOOP("messages", "Automatic back-up")),
    BACKUPS,
    choices=(
        ("off", Message(QT_TRANSLATE_NOOP("messages", "Never"))),
        ("daily", Message(QT_TRANSLATE_NOOP("messages", "Once a day"))),
    ),
)

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    PHONE_REGION,
    THEME,
    FONT_FAMILY,
    FONT_SIZE,
    FILE_LIMIT,
    BACKUPS_KEPT,
    BACKUP_DAILY,
)
UPGRADES: Mapping[int, Upgrade] = {}
"""Version n → what makes n + 1 of it."""

UNREADABLE = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "The settings could not be read and are at their defaults. The old file is kept as {file}.",
    )
)
NOT_ACCEPTED = Message(QT_TRANSLATE_NOOP("messages", "“{label}” cannot be set to “{value}”."))


class Settings(QObject):
    """The values, kept in a JSON file. Keys that this version does not know stay in the file.

    `changed(key)` is sent after a value changed. `notice` says what was wrong with the file, if anything was.
    """

    changed = Signal(str)

    def __init__(
        self,
        path: Path,
        saver: FileSaver,
        *,
        version: int = VERSION,
        upgrades: Mapping[int, Upgrade] = UPGRADES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._saver = saver
        self.notice: Message | None = None
        self._version = version
        self._values = self._load(upgrades)

    def get(self, setting: Setting[T]) -> T:
        """The stored value, or the default where there is none or it is not accepted."""
        value = self._values.get(setting.key, setting.default)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Stores the value. Raises UserError if the setting does not take it."""
        if not setting.accepts(value):
            message = Message(NOT_ACCEPTED.text, {"label": setting.label, "value": str(value)})
            raise UserError(message, fields={setting.key: message})
        if value == self.get(setting) and setting.key in self._values:
            return
        before = self.get(setting)
        self._values[setting.key] = value
        self._save()
        if value != before:
            self.changed.emit(setting.key)

    def reset(self, setting: Setting[Any]) -> None:
        """Back to the default, also where a later version changes it."""
        before = self.get(setting)
        if setting.key in self._values:
            del self._values[setting.key]
            self._save()
        if before != setting.default:
            self.changed.emit(setting.key)

    def _load(self, upgrades: Mapping[int, Upgrade]) -> dict[str, Any]:
        try:
            raw = self._saver.content(self._path)
            if raw is None:
                return {}
            version, values = _parse(raw)
            while version < self._version:
                values = upgrades[version](values)
                version += 1
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            self.notice = Message(UNREADABLE.text, {"file": _put_aside(self._path)})
            return {}
        # A newer version's file keeps its number, so that the newer version need not upgrade it again.
        self._version = version
        return values

    def _save(self) -> None:
        content = {"version": self._version, "values": self._values}
        data = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode()
        self._saver.schedule(self._path, data, SAVE_DELAY)


def _parse(raw: bytes) -> tuple[int, dict[str, Any]]:
    content = json.loads(raw)
    version, values = content["version"], content["values"]
    if type(version) is not int or not isinstance(values, dict):
        raise ValueError("not a settings file")
    return version, values


def _put_aside(path: Path) -> str:
    try:
        return set_aside(path).name
    except OSError:
        return path.name
