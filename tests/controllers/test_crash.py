"""What went wrong is kept, without personal data, and is found at the next start."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from PySide6.QtCore import qCritical
from pytestqt.qtbot import QtBot

from desktop_crm.controllers.crash import KEPT_REPORTS, LOG_BYTES, CrashReporter, logger
from desktop_crm.controllers.redaction import HIDDEN, redact, safe_traceback, shorten

ROOT = Path(__file__).parents[2]
# Somebody's home.
HOME = PurePosixPath("/home", "wangwu")
PERSONAL = ["华为技术", "13800138000", "138 0013 8000", "wang@example.cn", "O'Brien", "secret", "wangwu"]


@pytest.fixture
def reporter(qapp: object, tmp_path: Path) -> Iterator[CrashReporter]:
    reporter = make(tmp_path)
    reporter.install()
    yield reporter
    reporter.uninstall()


def make(folder: Path) -> CrashReporter:
    return CrashReporter(folder / "log", folder / "log" / "crash", "0.1.0")


def log_text(folder: Path) -> str:
    return (folder / "log" / "desktop-crm.log").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "no customer 华为技术 here",
        "cannot parse '13800138000'",
        "call 138 0013 8000 now",
        "bad address wang@example.cn in row 7",
        "can't open 'secret' of O'Brien's".replace("O'Brien's", '"O\'Brien"'),
        "unclosed 'secret and more",
        "(sqlite3.Error) x\n[SQL: INSERT INTO c VALUES]\n[parameters: (secret, 1)]\n(Background)",
        "DETAIL:  Key (name)=(secret) already exists.",
        f"[Errno 2] No such file: {HOME}/data",
        r"C:\Users\wangwu\data.crmdb is missing",
        "KeyError: “secret”",
    ],
)
def test_personal_data_is_taken_out(text: str) -> None:
    shown = redact(text)
    assert not [word for word in PERSONAL if word in shown]


def test_what_helps_to_find_the_bug_stays() -> None:
    assert redact("list index 12 out of range in row 4711") == "list index 12 out of range in row 4711"
    line = f'  File "{HOME}/venv/lib/python3.11/site-packages/sqlalchemy/orm/session.py", line 12, in get'
    assert redact(line) == "  File sqlalchemy/orm/session.py, line 12, in get"
    assert shorten("/opt/desktop_crm/desktop_crm/controllers/runner.py") == "desktop_crm/controllers/runner.py"
    assert shorten(r"C:\Users\wangwu\desktop_crm\ui\page.py") == "desktop_crm/ui/page.py"


def fail(secret: str) -> None:
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"bad value {secret!r}") from error


def test_traceback_names_functions_but_no_values() -> None:
    try:
        fail("secret")
    except ValueError as error:
        trace = safe_traceback(error)
    assert "KeyError" in trace
    assert "in fail" in trace
    assert f"ValueError: bad value '{HIDDEN}'" in trace
    assert "secret" not in trace
    assert str(ROOT) not in trace


def test_errors_that_nobody_caught_are_kept(qtbot: QtBot, reporter: CrashReporter, tmp_path: Path) -> None:
    error = ValueError("13800138000")
    with qtbot.waitSignal(reporter.reported) as told:
        sys.excepthook(ValueError, error, None)
    assert told.args[0].kind == "ValueError"
    with qtbot.waitSignal(reporter.reported):
        thread = threading.Thread(target=fail, args=("secret",), name="t")
        thread.start()
        thread.join()
    assert {r.kind for r in reporter.pending_reports()} == {"ValueError"}
    assert len(reporter.pending_reports()) == 2
    stored = "".join(p.read_text("utf-8") for p in (tmp_path / "log" / "crash").glob("*.json"))
    for text in (stored, log_text(tmp_path)):
        assert "ValueError" in text
        assert not [word for word in PERSONAL if word in text]


def test_reports_wait_until_they_are_seen(reporter: CrashReporter, tmp_path: Path) -> None:
    report = reporter.record(ZeroDivisionError("no"), "test")
    assert "ZeroDivisionError" in report.text()
    (tmp_path / "log" / "crash" / "report-broken.json").write_text("{")
    again = make(tmp_path)
    assert [r.id for r in again.pending_reports()] == [report.id]
    again.mark_seen(report)
    assert again.pending_reports() == []


def test_a_bug_in_every_frame_does_not_fill_the_disk(reporter: CrashReporter, tmp_path: Path) -> None:
    for _ in range(KEPT_REPORTS * 3):
        reporter.record(ValueError("again"))
    assert len(reporter.pending_reports()) <= KEPT_REPORTS


def test_qt_messages_go_to_the_log(reporter: CrashReporter, tmp_path: Path) -> None:
    qCritical("QSql: table for 华为技术 missing")
    assert "table for" in log_text(tmp_path)
    assert "华为" not in log_text(tmp_path)


def test_the_log_is_bounded(reporter: CrashReporter, tmp_path: Path) -> None:
    line = "x " * 50_000
    for _ in range(70):
        logger.info(line)
    files = list((tmp_path / "log").glob("desktop-crm.log*"))
    assert 2 <= len(files) <= 5
    assert max(file.stat().st_size for file in files) <= LOG_BYTES


def test_hooks_are_given_back(qapp: object, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook)
    reporter = make(tmp_path)
    reporter.install()
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    assert list((tmp_path / "log" / "crash").iterdir()) == []


def test_starts_where_nothing_can_be_written(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    reporter = make(tmp_path)
    reporter.install()
    try:
        assert reporter.record(ValueError("x")).kind == "ValueError"
        assert reporter.pending_reports() == []
    finally:
        reporter.uninstall()


RUN = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_crm.controllers.crash import CrashReporter
app = QCoreApplication([])
folder = Path(sys.argv[1])
reporter = CrashReporter(folder / "log", folder / "log" / "crash", "0.1.0")
reporter.install()
print("ready", flush=True)
sys.stdin.readline()
if sys.argv[2] == "crash":
    ctypes.string_at(0)
reporter.uninstall()
"""


def run(folder: Path, what: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder), what],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize(("what", "unclean"), [("end", False), ("kill", True), ("crash", True)])
def test_the_next_start_knows_how_the_last_run_ended(qapp: object, tmp_path: Path, what: str, unclean: bool) -> None:
    process = run(tmp_path, what)
    beside = make(tmp_path)
    beside.install()
    assert not beside.unclean_exit  # it is still running
    beside.uninstall()
    if what == "kill":
        process.send_signal(signal.SIGKILL)
    process.communicate("\n", timeout=20)
    reporter = make(tmp_path)
    reporter.install()
    try:
        assert reporter.unclean_exit is unclean
        faults = [r.trace for r in reporter.pending_reports()]
        assert any("egmentation" in t or "fault" in t for t in faults) is (what == "crash")
    finally:
        reporter.uninstall()
    third = make(tmp_path)
    third.install()
    assert not third.unclean_exit
    third.uninstall()


def test_report_file_holds_what_is_needed(reporter: CrashReporter, tmp_path: Path) -> None:
    report = reporter.record(ValueError("x"), "window")
    stored = json.loads((tmp_path / "log" / "crash" / f"report-{report.id}.json").read_text("utf-8"))
    assert stored["version"] == "0.1.0"
    assert stored["where"] == "window"
    assert {"system", "qt", "python", "at"} <= stored.keys()
