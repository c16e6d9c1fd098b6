"""Who subscribed hears which rows changed, once per burst."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.bus import MOST_IDS, DataBus
from desktop_crm.models.db.context import Touched

A, B = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def bus(qapp: object) -> DataBus:
    return DataBus()


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Touched] = []

    def hear(self, touched: Touched) -> None:
        self.heard.append(touched)


def explode(_: object) -> None:
    raise ZeroDivisionError


def test_a_burst_is_told_once(qtbot: QtBot, bus: DataBus) -> None:
    page = Page()
    bus.subscribe(page, ["customer"], page.hear)
    bus.publish(Touched({"customer": frozenset({A})}))
    bus.publish(Touched({"customer": frozenset({B}), "tag": None}))
    bus.publish(Touched({"tag": frozenset({A})}))
    assert page.heard == []
    qtbot.waitUntil(lambda: bool(page.heard))
    assert page.heard == [Touched({"customer": frozenset({A, B}), "tag": None})]


def test_only_the_tables_asked_for(bus: DataBus) -> None:
    page = Page()
    bus.subscribe(page, ["customer", "contact"], page.hear)
    bus.publish(Touched({"tag": None}))
    bus.flush()
    assert page.heard == []
    bus.publish(Touched({"contact": frozenset({A})}))
    bus.flush()
    assert [t.hits("contact", A) for t in page.heard] == [True]


def test_too_many_rows_become_all_of_them(bus: DataBus) -> None:
    page = Page()
    bus.subscribe(page, ["customer"], page.hear)
    for _ in range(2):
        bus.publish(Touched({"customer": frozenset(uuid.uuid4() for _ in range(MOST_IDS - 10))}))
    bus.flush()
    assert page.heard[0].tables["customer"] is None


def test_subscribing_keeps_nobody_alive(bus: DataBus) -> None:
    gone: list[None] = []
    page = Page()
    page.destroyed.connect(lambda: gone.append(None))
    bus.subscribe(page, ["customer"], page.hear)
    del page
    gc.collect()
    assert gone
    bus.publish(Touched({"customer": None}))
    bus.flush()


@pytest.mark.parametrize("wrap", [lambda fn: fn, partial(partial)])
def test_destroyed_owner_hears_nothing(bus: DataBus, wrap: Callable[..., Callable[[Touched], object]]) -> None:
    page = Page()
    bus.subscribe(page, ["customer"], wrap(page.hear))
    shiboken6.delete(page)
    bus.publish(Touched({"customer": None}))
    bus.flush()
    assert page.heard == []


def test_a_failing_listener_does_not_silence_the_others(bus: DataBus) -> None:
    page = Page()
    bus.subscribe(page, ["customer"], explode)
    bus.subscribe(page, ["customer"], page.hear)
    bus.publish(Touched({"customer": None}))
    with pytest.raises(ZeroDivisionError):
        bus.flush()
    assert len(page.heard) == 1


def test_nothing_touched_is_not_told(bus: DataBus) -> None:
    told: list[object] = []
    bus.changed.connect(told.append)
    bus.publish(Touched())
    bus.flush()
    assert told == []
