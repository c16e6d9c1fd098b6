"""Tells the parts of the window which rows changed."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from types import MethodType
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_crm.models.db.context import Touched
from desktop_crm.models.records.listed import Id

GATHER_MS = 20
MOST_IDS = 2_000

Listener = Callable[[Touched], object]


class _Subscription(NamedTuple):
    owner: weakref.ref[QObject]
    tables: frozenset[str]
    fn: Callable[[], Listener | None]


class DataBus(QObject):
    """Gathers what commands touched and tells it in one go, so that ten quick edits refresh a list once.

    `changed` carries a `Touched` with every row since the last signal.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: dict[str, frozenset[Id] | None] = {}
        self._subscriptions: list[_Subscription] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.flush)

    def publish(self, touched: Touched) -> None:
        """Announces rows; to be called in the window's thread."""
        if not touched.tables:
            return
        for table, ids in touched.tables.items():
            self._pending[table] = _union(self._pending.get(table, frozenset()), ids)
        if not self._timer.isActive():
            self._timer.start()

    def subscribe(self, owner: QObject, tables: Iterable[str], fn: Listener) -> None:
        """Calls `fn(touched)` after rows of one of `tables` changed, as long as `owner` lives.

        A bound method is held weakly, so that subscribing keeps nobody alive.
        """
        held: Callable[[], Listener | None]
        if isinstance(fn, MethodType):
            held = weakref.WeakMethod(fn)
        else:
            held = lambda: fn  # noqa: E731
        self._subscriptions.append(_Subscription(weakref.ref(owner), frozenset(tables), held))

    def flush(self) -> None:
        """Tells at once what is pending."""
        self._timer.stop()
        if not self._pending:
            return
        touched = Touched(self._pending)
        self._pending = {}
        self._prune()
        # The signal is what outside listeners see; a raising listener must not starve the ones after it.
        self.changed.emit(touched)
        errors: list[Exception] = []
        for subscription in tuple(self._subscriptions):
            try:
                _tell(subscription, touched)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0] if len(errors) == 1 else ExceptionGroup("listeners failed", errors)

    def _prune(self) -> None:
        self._subscriptions = [s for s in self._subscriptions if _alive(s.owner()) and s.fn() is not None]


def _alive(owner: QObject | None) -> bool:
    return owner is not None and shiboken6.isValid(owner)


def _tell(subscription: _Subscription, touched: Touched) -> None:
    fn = subscription.fn()
    if fn is None or not _alive(subscription.owner()):
        return
    if not subscription.tables.isdisjoint(touched.tables):
        fn(touched)


def _union(a: frozenset[Id] | None, b: frozenset[Id] | None) -> frozenset[Id] | None:
    if a is None or b is None:
        return None
    both = a | b
    return both if len(both) <= MOST_IDS else None
