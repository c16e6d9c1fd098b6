"""Functions that the tests run in child processes."""

from __future__ import annotations

import os
import signal
import sys
import threading

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.errors import ConflictError, FieldConflict, UserError
from desktop_crm.models.messages import Message


def double(monitor: Monitor, n: int) -> tuple[int, int]:
    for step in range(3):
        monitor.report(step + 1, 3, Message("Step {n}", {"n": step}))
    return 2 * n, os.getpid()


def refuse(monitor: Monitor) -> None:
    raise UserError(Message("Row {n}", {"n": 3}), Message("Mend it"), {"name": Message("Empty")})


def conflict(monitor: Monitor) -> None:
    raise ConflictError(Message("Changed"), (FieldConflict("phone", "1", "2", "3"),))


def bug(monitor: Monitor) -> None:
    raise KeyError("nothing")


def die(monitor: Monitor) -> None:
    sys.stderr.write("last words\n")
    os.kill(os.getpid(), signal.SIGKILL)


def leave(monitor: Monitor) -> None:
    os._exit(7)


def unpicklable(monitor: Monitor) -> object:
    return lambda: None


def polite(monitor: Monitor) -> None:
    pause = threading.Event()
    while True:
        monitor.report(1, 10)
        pause.wait(0.01)


def deaf(monitor: Monitor) -> None:
    monitor.report(1, 1)
    threading.Event().wait(60)
