"""Texts, dates and numbers in the person's language."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from pytestqt.qtbot import QtBot

from desktop_crm.controllers import i18n
from desktop_crm.controllers.i18n import Language, Translator
from desktop_crm.models.messages import Message

NOW = dt.datetime(2026, 11, 3, 12, 0, tzinfo=dt.UTC)
ZH, EN = Language.ZH_CN.locale, Language.EN.locale


@pytest.fixture
def translator(qapp: object, tmp_path: Path) -> Iterator[Translator]:
    before = QLocale()
    translator = Translator(tmp_path)
    translator.use(Language.EN)
    yield translator
    translator.use(Language.EN)
    QLocale.setDefault(before)


@pytest.fixture
def shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_switching_tells_the_widgets_and_the_rest(qtbot: QtBot, translator: Translator) -> None:
    events: list[QEvent.Type] = []

    class Listener(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            events.append(event.type())
            return False

    listener = Listener()
    app = QCoreApplication.instance()
    assert app is not None
    app.installEventFilter(listener)
    with qtbot.waitSignal(translator.changed) as signal:
        translator.use(Language.ZH_CN)
    app.removeEventFilter(listener)
    assert signal.args == [Language.ZH_CN]
    assert QEvent.Type.LanguageChange in events
    # Qt's own texts come with it.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese
    translator.use(Language.EN)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_messages_without_a_catalogue_are_english(translator: Translator) -> None:
    translator.use(Language.ZH_CN)
    assert i18n.text(Message("Undo {what}", {"what": Message("import")})) == "Undo import"


def test_the_setting_decides_or_the_system() -> None:
    assert i18n.language_of("zh_CN") is Language.ZH_CN
    assert i18n.language_of("en") is Language.EN
    assert i18n.language_of("system") is i18n.system_language()
    assert i18n.language_of("") is i18n.system_language()


@pytest.mark.usefixtures("shanghai")
def test_times_are_local() -> None:
    late = dt.datetime(2026, 11, 3, 18, 5, tzinfo=dt.UTC)
    assert i18n.format_datetime(late, ZH) == "2026-11-04 02:05"
    assert i18n.format_datetime(late, EN) == "4 Nov 2026 02:05"
    assert i18n.format_date(dt.date(1949, 10, 1), ZH) == "1949-10-01"
    with pytest.raises(ValueError, match="zone"):
        i18n.format_time(dt.datetime(2026, 1, 1))  # noqa: DTZ001


def test_numbers() -> None:
    assert i18n.format_number(1234567, locale=ZH) == "1,234,567"
    assert i18n.format_number(0.5, locale=EN) == "0.5"
    assert i18n.format_number(1234.567, locale=EN) == "1,234.57"
    assert i18n.format_number(3, 2, EN) == "3.00"


@pytest.mark.usefixtures("shanghai")
@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (dt.timedelta(seconds=30), "just now"),
        (dt.timedelta(minutes=1), "1 minute ago"),
        (dt.timedelta(minutes=59), "59 minutes ago"),
        (dt.timedelta(hours=3), "3 hours ago"),
        (dt.timedelta(hours=22), "yesterday"),
        (dt.timedelta(days=3), "3 days ago"),
        (dt.timedelta(days=90), "5 Aug 2026"),
        (dt.timedelta(minutes=-5), "in 5 minutes"),
        (dt.timedelta(hours=-1), "in 1 hour"),
        (dt.timedelta(days=-1), "tomorrow"),
        (dt.timedelta(days=-7), "in 7 days"),
    ],
)
def test_how_long_ago(ago: dt.timedelta, words: str) -> None:
    assert i18n.format_relative(NOW - ago, NOW, EN) == words
