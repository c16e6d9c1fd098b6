"""The interface's language: translated texts, dates, numbers and times."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLibraryInfo,
    QLocale,
    QObject,
    QTime,
    QTranslator,
    Signal,
)

from desktop_crm.models.messages import CONTEXT, QT_TRANSLATE_NOOP, Message

CATALOGUES = Path(__file__).parent.parent / "resources" / "translations"


class Language(StrEnum):
    """The interface's languages; the values are also the setting's."""

    ZH_CN = "zh_CN"
    EN = "en"

    @property
    def locale(self) -> QLocale:
        if self is Language.ZH_CN:
            return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def system_language() -> Language:
    """Chinese where the system's first language is Chinese of any kind, else English."""
    first = next(iter(QLocale.system().uiLanguages()), "")
    return Language.ZH_CN if first.lower().startswith("zh") else Language.EN


def language_of(setting: str) -> Language:
    """The language for a value of the language setting ("system", "zh_CN", "en")."""
    try:
        return Language(setting)
    except ValueError:
        return system_language()


class Translator(QObject):
    """Installs the catalogues of one language; Qt then sends LanguageChange to every widget.

    `changed(Language)` is sent after a switch, for texts that do not live in widgets.
    """

    changed = Signal(object)

    def __init__(self, folder: Path = CATALOGUES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._language: Language | None = None

    @property
    def language(self) -> Language:
        return self._language or Language.EN

    def use(self, language: Language) -> None:
        """Switches to `language`. A catalogue that is absent leaves the English source texts."""
        if language is self._language:
            return
        first = self._language is None
        self._language = language
        QLocale.setDefault(language.locale)
        former, self._installed = self._installed, []
        for translator in former:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # The one installed last is asked first.
        for folder, name in ((qt_folder, "qtbase"), (self._folder, "desktop_crm")):
            self._install(folder / f"{name}_{language}.qm")
        if not first:
            self.changed.emit(language)

    def _install(self, path: Path) -> None:
        translator = QTranslator(self)
        if path.is_file() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)


def text(message: Message) -> str:
    """The message in the interface's language."""
    return message.format(lambda source: QCoreApplication.translate(CONTEXT, source))


# Dates are shown so that they cannot be misread (no 11/3) and line up in columns.


def format_date(value: dt.date, locale: QLocale | None = None) -> str:
    """2026-11-03 in Chinese, 3 Nov 2026 in English. Without a locale: the interface's."""
    locale = locale or QLocale()
    pattern = "yyyy-MM-dd" if locale.language() == QLocale.Language.Chinese else "d MMM yyyy"
    return locale.toString(QDate(value.year, value.month, value.day), pattern)


def format_time(value: dt.datetime, locale: QLocale | None = None) -> str:
    """The local time of an aware time, as 14:05."""
    local = _local(value)
    return (locale or QLocale()).toString(QTime(local.hour, local.minute), "HH:mm")


def format_datetime(value: dt.datetime, locale: QLocale | None = None) -> str:
    """The local date and time of an aware time."""
    return f"{format_date(_local(value).date(), locale)} {format_time(value, locale)}"


def format_number(value: float, decimals: int | None = None, locale: QLocale | None = None) -> str:
    """1,234,567.5: grouped; whole numbers without decimals, others with up to two unless told."""
    locale = locale or QLocale()
    if decimals is None:
        if float(value).is_integer():
            decimals = 0
        else:
            decimals = 1 if round(value * 10, 6).is_integer() else 2
    return locale.toString(float(value), "f", decimals)


def format_percent(value: int, locale: QLocale | None = None) -> str:
    """62%, as both languages write it."""
    return f"{format_number(value, locale=locale)}%"


def relative(value: dt.datetime, now: dt.datetime | None = None) -> Message | None:
    """How long ago (or ahead) an aware time is, in words; None when it is a month or more."""
    now = now or dt.datetime.now(dt.UTC)
    days = (_local(value).date() - _local(now).date()).days
    seconds = (value - now).total_seconds()
    if abs(seconds) < 60:
        return Message(QT_TRANSLATE_NOOP("messages", "just now"))
    if abs(seconds) < 3600:
        return _minutes(int(seconds / 60))
    if days == 0:
        return _hours(int(seconds / 3600))
    return _days(days) if abs(days) < 31 else None


def _minutes(n: int) -> Message:
    if n == -1:
        return Message(QT_TRANSLATE_NOOP("messages", "1 minute ago"))
    if n < 0:
        return Message(QT_TRANSLATE_NOOP("messages", "{n} minutes ago"), {"n": -n})
    if n == 1:
        return Message(QT_TRANSLATE_NOOP("messages", "in 1 minute"))
    return Message(QT_TRANSLATE_NOOP("messages", "in {n} minutes"), {"n": n})


def _hours(n: int) -> Message:
    if n == -1:
        return Message(QT_TRANSLATE_NOOP("messages", "1 hour ago"))
    if n < 0:
        return Message(QT_TRANSLATE_NOOP("messages", "{n} hours ago"), {"n": -n})
    if n == 1:
        return Message(QT_TRANSLATE_NOOP("messages", "in 1 hour"))
    return Message(QT_TRANSLATE_NOOP("messages", "in {n} hours"), {"n": n})


def _days(n: int) -> Message:
    if n == -1:
        return Message(QT_TRANSLATE_NOOP("messages", "yesterday"))
    if n < 0:
        return Message(QT_TRANSLATE_NOOP("messages", "{n} days ago"), {"n": -n})
    if n == 1:
        return Message(QT_TRANSLATE_NOOP("messages", "tomorrow"))
    return Message(QT_TRANSLATE_NOOP("messages", "in {n} days"), {"n": n})


def format_relative(value: dt.datetime, now: dt.datetime | None = None, locale: QLocale | None = None) -> str:
    """ "3 days ago", "3 天前"; the date when it is a month or more."""
    words = relative(value, now)
    return text(words) if words is not None else format_date(_local(value).date(), locale)


def _local(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is None:
        raise ValueError("a time without a zone")
    return value.astimezone()
