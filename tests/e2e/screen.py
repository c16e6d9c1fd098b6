"""A virtual screen of the tests' own: X server, window manager, session bus and accessibility bus.

Nothing here waits a fixed time: `until` asks again until the answer is good or the time is over.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
_PAUSE = 0.05


def until(ask: Callable[[], Any], what: str, patience: float = PATIENCE, more: Callable[[], str] = str) -> Any:
    """The first answer of `ask` that counts as true. Raises AssertionError with `what` when none comes in time,
    and with what `more` says then."""
    end = time.monotonic() + patience
    while not (answer := ask()):
        assert time.monotonic() < end, f"Waited {patience:g} s for {what} {more()}"
        time.sleep(_PAUSE)
    return answer


class BusError(Exception):
    """The accessibility bus could not do what was asked; often the control has gone meanwhile."""


class Screen:
    """Starts with the constructor, ends with `close`."""

    def __init__(self, size: str = "1440x900") -> None:
        self._processes: list[subprocess.Popen[Any]] = []
        self._runtime = Path(tempfile.mkdtemp(prefix="dcrm-x-"))
        self._runtime.chmod(0o700)
        self.environment = dict(os.environ)
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM"):
            self.environment.pop(name, None)
        self.environment |= {
            "XDG_RUNTIME_DIR": str(self._runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
            "GIO_USE_VFS": "local",
        }
        try:
            self._begin(size)
        except BaseException:
            self.close()
            raise

    def _begin(self, size: str) -> None:
        server = self._run(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"], answers=True
        )
        self.environment["DISPLAY"] = ":" + self._line(server)
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address=1"], answers=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._line(bus)
        self._run(["openbox"])
        until(lambda: self._tool("get_num_desktops").returncode == 0, "the window manager")
        self._server = self._run(
            ["/usr/bin/python3", str(Path(__file__).with_name("bus_server.py"))], answers=True, asks=True
        )
        until(self._hello, "the accessibility bus")

    def _run(self, command: list[str], *, answers: bool = False, asks: bool = False) -> subprocess.Popen[Any]:
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE if asks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if answers else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        return process

    @staticmethod
    def _line(process: subprocess.Popen[Any]) -> str:
        assert process.stdout is not None
        line = str(process.stdout.readline()).strip()
        assert line, f"{process.args} ended with status {process.wait()}"
        return line

    def _hello(self) -> bool:
        try:
            self.ask("hello")
        except BusError:
            return False
        return True

    def ask(self, operation: str, **details: Any) -> Any:
        """One question to the accessibility bus. Raises BusError."""
        assert self._server.stdin is not None
        self._server.stdin.write(json.dumps({"op": operation, **details}) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._line(self._server))
        if "error" in answer:
            raise BusError(answer["error"])
        return answer["ok"]

    def _tool(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *arguments], env=self.environment, check=False, capture_output=True, text=True
        )

    def tool(self, *arguments: str) -> str:
        """xdotool's answer."""
        done = self._tool(*arguments)
        assert done.returncode == 0, f"xdotool {' '.join(arguments)}: {done.stderr}"
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        """Presses keys, named as X names them: "ctrl+k", "Return"."""
        self.tool("key", "--delay", "20", *names)

    def type(self, text: str) -> None:
        """Types into whatever has the focus."""
        self.tool("type", "--delay", "15", text)

    def click(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        self.tool("mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "60", str(button))

    def active(self) -> int:
        """The process that the window in front belongs to; 0 for none."""
        found = self._tool("getactivewindow", "getwindowpid")
        return int(found.stdout) if found.returncode == 0 and found.stdout.strip() else 0

    def picture(self, path: Path) -> None:
        """The whole screen as a PNG file."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def python(self, arguments: list[str], variables: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
        """Starts Python with the project on its path and this screen."""
        with log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, *arguments],
                env=self.environment | variables,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._runtime, ignore_errors=True)
