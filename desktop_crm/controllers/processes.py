"""Runs a function in a process of its own, with progress, cancel, and an honest end when the process dies.

The child is started by `spawn`, so `__main__` must call `multiprocessing.freeze_support()` first and guard
its own start by `if __name__ == "__main__"`; the frozen application then works the same way.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing import connection, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from desktop_crm.models.db.context import CANCELLED, Monitor, Progress
from desktop_crm.models.errors import CancelledError, CrmError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

GRACE = 5.0
"""Seconds that a child has to react to a cancel before it is ended."""
TICK = 0.1
SEND_EVERY = 0.05
KEPT_STDERR = 16_384

CRASHED = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "The background work ended unexpectedly ({reason}). What it had not finished was not saved.",
    )
)
CRASHED_ADVICE = Message(
    QT_TRANSLATE_NOOP("messages", "Try again. If it happens again, close other programs to free memory.")
)
EXIT_CODE = Message(QT_TRANSLATE_NOOP("messages", "exit code {code}"))
SIGNAL = Message(QT_TRANSLATE_NOOP("messages", "stopped by signal {name}"))

logger = logging.getLogger("desktop_crm.jobs")


class JobCrashedError(CrmError):
    """The child process died without a result. `stderr` is the end of what it wrote there."""

    def __init__(self, exit_code: int, stderr: str) -> None:
        super().__init__(Message(CRASHED.text, {"reason": _reason(exit_code)}), CRASHED_ADVICE)
        self.exit_code = exit_code
        self.stderr = stderr


class JobFailedError(RuntimeError):
    """A bug in the child process; its traceback is a note of this exception."""


def run_in_process(monitor: Monitor, fn: Callable[[Monitor, *Ts], T], *args: *Ts, grace: float = GRACE) -> T:
    """Calls `fn(monitor, *args)` in a child process and waits; to be called from a worker thread.

    `fn` is a module-level function; arguments and result must pickle. Raises the CrmError that `fn` raised,
    CancelledError, JobCrashedError when the process died, JobFailedError for a bug in it.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    handle, name = tempfile.mkstemp(prefix="desktop-crm-job-", suffix=".txt")
    os.close(handle)
    stderr = Path(name)
    process = context.Process(target=_child, args=(theirs, name, fn, args), daemon=True)
    try:
        process.start()
        theirs.close()
        message = _wait(process, ours, monitor, grace)
        if message is None:
            process.join(GRACE)
            raise _crash(process, stderr)
        process.join(GRACE)
        result: T = _unpack(message)
        return result
    finally:
        _end(process)
        ours.close()
        stderr.unlink(missing_ok=True)


def lower_priority() -> None:
    """In a child: what else runs on the machine goes first."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(10)


def _wait(process: BaseProcess, ours: Connection, monitor: Monitor, grace: float) -> tuple[str, Any] | None:
    """The child's last message, or None when it died without one."""
    progress = Progress(0, 0)
    give_up: float | None = None
    while True:
        connection.wait([ours, process.sentinel], TICK)
        while True:
            try:
                if not ours.poll():
                    break
                message: tuple[str, Any] = ours.recv()
            except (EOFError, OSError):
                return None
            if message[0] != "progress":
                return message
            progress = message[1]
        if not process.is_alive() and not ours.poll():
            return None
        if give_up is None:
            give_up = _ask(ours, monitor, progress, grace)
        elif time.monotonic() > give_up:
            raise CancelledError(CANCELLED)


def _ask(ours: Connection, monitor: Monitor, progress: Progress, grace: float) -> float | None:
    """Passes progress on; after a cancel tells the child, and answers until when to wait for it."""
    try:
        monitor.report(progress.done, progress.total, progress.label)
    except CancelledError:
        with contextlib.suppress(OSError):
            ours.send("cancel")
        return time.monotonic() + grace
    return None


def _unpack(message: tuple[str, Any]) -> Any:
    kind, value = message
    if kind == "done":
        return value
    if kind == "refused":
        raise _rebuild(*value)
    error = JobFailedError(value[0])
    error.add_note(value[1])
    raise error


def _crash(process: BaseProcess, stderr: Path) -> JobCrashedError:
    with open(stderr, "rb") as file:
        file.seek(max(0, stderr.stat().st_size - KEPT_STDERR))
        text = file.read().decode("utf-8", "replace")
    error = JobCrashedError(process.exitcode or 0, text)
    logger.error("job process died, exit code %s\n%s", process.exitcode, text)
    return error


def _end(process: BaseProcess) -> None:
    if process.pid is None:
        return
    if process.is_alive():
        process.terminate()
        process.join(1.0)
    if process.is_alive():
        process.kill()
        process.join(1.0)
    if not process.is_alive():
        process.close()


def _reason(exit_code: int) -> Message:
    if exit_code < 0:
        try:
            return Message(SIGNAL.text, {"name": signal.Signals(-exit_code).name})
        except ValueError:
            return Message(SIGNAL.text, {"name": -exit_code})
    return Message(EXIT_CODE.text, {"code": exit_code})


def _rebuild(kind: type[CrmError], args: tuple[object, ...], state: dict[str, object]) -> CrmError:
    """An exception's default pickling calls its constructor with `args`, which ours do not take."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


# In the child.


class _ChildMonitor(Monitor):
    """Sends progress through the pipe, at most every `SEND_EVERY` seconds."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__(self._send, lambda: self._stop)
        self._pipe = pipe
        self._stop = False
        self._sent = 0.0

    def listen(self) -> None:
        """Waits for a cancel, or until the application is gone."""
        try:
            while self._pipe.recv() != "cancel":
                pass
            self._stop = True
            self._pipe.recv()
        except (EOFError, OSError):
            self.leave()

    def leave(self) -> None:
        """Nobody waits any more: as after a cancel, what is half done is taken away; then the process ends."""
        self._stop = True
        last = threading.Timer(GRACE, os._exit, (1,))
        last.daemon = True
        last.start()

    def _send(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._sent >= SEND_EVERY or (progress.total and progress.done >= progress.total):
            self._sent = now
            self._pipe.send(("progress", progress))


def _child(pipe: Connection, stderr: str, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
    _redirect_stderr(stderr)
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    monitor = _ChildMonitor(pipe)
    # The end of the application ends its children so.
    signal.signal(signal.SIGTERM, lambda *_: monitor.leave())
    threading.Thread(target=monitor.listen, daemon=True).start()
    try:
        message: tuple[str, Any] = ("done", fn(monitor, *args))
    except CrmError as error:
        message = ("refused", (type(error), error.args, error.__dict__))
    except BaseException as error:
        message = ("broken", (type(error).__name__, traceback.format_exc()))
    try:
        pipe.send(message)
    except Exception as error:
        pipe.send(("broken", (type(error).__name__, traceback.format_exc())))


def _redirect_stderr(path: str) -> None:
    """The child has no console; what it writes on stderr (crashes of C libraries too) goes to `path`."""
    import faulthandler

    file = open(path, "w", encoding="utf-8", buffering=1)  # noqa: SIM115 - open as long as the process
    sys.stderr = file
    with contextlib.suppress(OSError):
        os.dup2(file.fileno(), 2)
    faulthandler.enable(file)
