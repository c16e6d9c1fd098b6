"""Keeps what went wrong: a log, reports for the next start, and the news that the last run did not end well.

Nothing written here holds personal data; see `redaction`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import faulthandler
import json
import logging
import os
import sys
import threading
import uuid
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from PySide6.QtCore import (
    QLockFile,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from desktop_crm.controllers.files import write_atomic

LOG_BYTES = 1_000_000
LOG_FILES = 5
KEPT_REPORTS = 20
MOST_PER_RUN = 10
"""A bug in a paint event comes sixty times a second."""

logger = logging.getLogger("desktop_crm")


class CrashReport(NamedTuple):
    """One unexpected error. `kind` is its type, `trace` safe to show and send, `at` UTC in ISO format."""

    id: str
    kind: str
    where: str
    trace: str
    at: str
    version: str
    system: str
    qt: str
    python: str
    seen: bool = False

    def text(self) -> str:
        """For the clipboard."""
        head = f"Desktop CRM {self.version}, {self.system}, Qt {self.qt}, Python {self.python}"
        return f"{head}\n{self.at} {self.where}\n{self.trace}\n"


class _Formatter(logging.Formatter):
    """One line a record; texts redacted, tracebacks safe."""

    def format(self, record: logging.LogRecord) -> str:
        from desktop_crm.controllers.redaction import redact, safe_traceback

        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        line = f"{at} {record.levelname} {record.name}: {redact(record.getMessage())}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{safe_traceback(error)}"


class _LogFile(logging.Handler):
    """A rotating file that is opened, and whose modules are imported, with the first record: most starts have
    nothing to log before the window is painted."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._open()
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            self._path,
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES - 1,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
        handler.setFormatter(_Formatter())
        return handler


class CrashReporter(QObject):
    """Listens on all ways that an error can get lost. `reported(CrashReport)` may be sent by any
    thread: connect it to a method of a QObject, which Qt then calls in that object's thread."""

    reported = Signal(object)

    def __init__(self, log: Path, crashes: Path, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._crashes = crashes
        self._version = version
        self._handler: logging.Handler | None = None
        self._faults: IO[str] | None = None
        self._lock: QLockFile | None = None
        self._former: tuple[object, ...] = ()
        self._written = 0
        self.unclean_exit = False
        """Whether a former run was killed or crashed. Known after `install`."""

    def install(self) -> None:
        """Starts the log and takes the hooks of Python and Qt. Does without folders that cannot be written:
        the application must start."""
        with contextlib.suppress(OSError):
            self._log.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._crashes.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._open_log()
        with contextlib.suppress(OSError):
            self._collect_former_runs()
            self._mark_this_run()
        self._former = (sys.excepthook, threading.excepthook, qInstallMessageHandler(self._qt_message))
        sys.excepthook = self._except_hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Gives the hooks back and marks a clean end. Call it last."""
        if self._former:
            sys.excepthook, threading.excepthook = self._former[0], self._former[1]  # type: ignore[assignment]
            qInstallMessageHandler(None)
            self._former = ()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            Path(self._faults.name).unlink(missing_ok=True)
            self._faults = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if self._handler is not None:
            logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def record(self, error: BaseException, where: str = "") -> CrashReport:
        """Logs an unexpected error and keeps a report of it. May be called from any thread."""
        from desktop_crm.controllers.redaction import safe_traceback

        logger.error("unexpected error %s", where, exc_info=error)
        report = self._report(type(error).__name__, where, safe_traceback(error))
        self._keep(report)
        with contextlib.suppress(RuntimeError):
            self.reported.emit(report)
        return report

    def on_unexpected(self, error: BaseException, _trace: str) -> None:
        """For `Runner.unexpected`."""
        self.record(error, "worker")

    def pending_reports(self) -> list[CrashReport]:
        """Reports that nobody has seen yet, newest first. Files that cannot be read are passed over."""
        reports = [report for path in self._report_files() if (report := _read(path)) is not None]
        return sorted((r for r in reports if not r.seen), key=lambda r: r.at, reverse=True)

    def mark_seen(self, report: CrashReport) -> None:
        """The person has seen it; it is kept for a while all the same."""
        with contextlib.suppress(OSError):
            self._write(report._replace(seen=True))

    def _open_log(self) -> None:
        self._handler = _LogFile(self._log / "desktop-crm.log")
        logger.addHandler(self._handler)
        logger.setLevel(logging.INFO)

    def _collect_former_runs(self) -> None:
        """A run that ended well has removed its lock; that of a dead one can be taken."""
        for path in self._crashes.glob("run-*.lock"):
            lock = QLockFile(str(path))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue  # another window of the application
            self.unclean_exit = True
            lock.unlock()
            faults = path.with_suffix(".fault")
            with contextlib.suppress(OSError):
                from desktop_crm.controllers.redaction import redact

                trace = redact(faults.read_text("utf-8", "replace")).strip()
                faults.unlink()
                if trace:
                    self._keep(self._report("Crash", "former run", trace))
        if self.unclean_exit:
            logger.warning("a former run did not end in order")

    def _mark_this_run(self) -> None:
        path = self._crashes / f"run-{uuid.uuid4().hex}.lock"
        self._lock = QLockFile(str(path))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        # Open for the whole run, so that a crash finds it open.
        self._faults = open(path.with_suffix(".fault"), "w", encoding="utf-8")  # noqa: SIM115
        faulthandler.enable(self._faults)

    def _except_hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.record(error, "window")

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.record(args.exc_value, f"thread {args.thread.name if args.thread else ''}".strip())

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        level = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
        }.get(kind, logging.ERROR)
        logging.getLogger("desktop_crm.qt").log(level, "%s: %s", context.category or "", message)
        if kind is QtMsgType.QtFatalMsg:
            # Qt aborts when this returns.
            from desktop_crm.controllers.redaction import redact

            self._keep(self._report("Qt", "window", redact(message or "")))

    def _report(self, kind: str, where: str, trace: str) -> CrashReport:
        import platform

        return CrashReport(
            id=uuid.uuid4().hex,
            kind=kind,
            where=where,
            trace=trace,
            at=dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
            version=self._version,
            system=f"{platform.system()} {platform.release()}",
            qt=qVersion(),
            python=platform.python_version(),
        )

    def _keep(self, report: CrashReport) -> None:
        self._written += 1
        if self._written > MOST_PER_RUN:
            return
        try:
            self._write(report)
            for old in self._report_files()[:-KEPT_REPORTS]:
                old.unlink(missing_ok=True)
        except OSError:
            logger.warning("the error report could not be written")

    def _write(self, report: CrashReport) -> None:
        data = json.dumps(report._asdict(), ensure_ascii=False, indent=1)
        write_atomic(self._crashes / f"report-{report.id}.json", data.encode("utf-8", "replace"))

    def _report_files(self) -> list[Path]:
        def age(path: Path) -> float:
            try:
                return os.stat(path).st_mtime
            except OSError:
                return 0.0

        return sorted(self._crashes.glob("report-*.json"), key=age)


def _read(path: Path) -> CrashReport | None:
    try:
        return CrashReport(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
