"""The virtual environment: made from a lock file, renewed when the lock or the Python changes,
repaired after an interruption. Standard library only; the quick path imports as little as it can."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
PYTHON_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
# Settings of the person's pip that would send the packages elsewhere than into the environment.
FOREIGN_SETTINGS = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
)


class SetupError(Exception):
    """The set-up cannot go on; the text says why and what to do."""


class Environment:
    """The virtual environment in `directory`, with the packages of the lock files in `locks`."""

    def __init__(self, directory: Path, locks: Path) -> None:
        self.directory = directory
        self.locks = locks
        scripts, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = directory / scripts / name
        self._stamp = directory / "desktop-crm.json"
        self._unfinished = directory / "desktop-crm.unfinished"

    @classmethod
    def default(cls) -> Environment:
        chosen = os.environ.get("DESKTOP_CRM_VENV")
        return cls(Path(chosen).absolute() if chosen else ROOT / ".venv", ROOT / "packaging")

    def is_ready(self, lock: str) -> bool:
        """Whether the packages of `lock` are in place for this Python."""
        stamp = self.read_stamp()
        return (
            stamp.get("python") == PYTHON_VERSION
            and stamp.get(lock) == self._hash(lock)
            and self.python.exists()
            and not self._unfinished.exists()
        )

    def ensure(self, lock: str) -> bool:
        """Makes the environment hold the packages of `lock`; answers whether anything was done."""
        if self.is_ready(lock):
            return False
        from devtools import install

        if self._is_unusable():
            install.remove(self.directory)
        if not self.python.exists():
            install.require_venv()
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self._unfinished.touch()
        except OSError as error:
            raise SetupError(f"{self.directory} cannot be written: {error}") from None
        self._stamp.unlink(missing_ok=True)
        if not self.python.exists():
            install.create(self.directory)
        install.packages(self.python, self.locks / lock, self.directory / "install.log")
        # The development lock is made with the runtime lock as its constraint, so it holds that one too.
        held = (RUNTIME_LOCK, DEV_LOCK) if lock == DEV_LOCK else (lock,)
        self.write_stamp({"python": PYTHON_VERSION, **{name: self._hash(name) for name in held}})
        self._unfinished.unlink()
        return True

    def _is_unusable(self) -> bool:
        """Whether what is there cannot be built upon: cut short, of another Python, or moved away."""
        if not self.directory.exists():
            return False
        if self._unfinished.exists() or not self.python.exists():
            return True
        return self._made_by() != PYTHON_VERSION

    def _made_by(self) -> str:
        """The Python version that made the environment, such as "3.11"; empty when unknown."""
        try:
            lines = (self.directory / "pyvenv.cfg").read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return ""
        settings = dict(line.partition("=")[::2] for line in lines if "=" in line)
        found = {key.strip(): value.strip() for key, value in settings.items()}
        if not os.path.isdir(found.get("home", "")):
            return ""
        return ".".join(found.get("version", "").split(".")[:2])

    def _hash(self, lock: str) -> str:
        try:
            return hashlib.sha256((self.locks / lock).read_bytes()).hexdigest()
        except FileNotFoundError:
            raise SetupError(f"{self.locks / lock} is missing; restore it from the repository.") from None

    def read_stamp(self) -> dict[str, object]:
        try:
            stamp = json.loads(self._stamp.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def write_stamp(self, stamp: dict[str, object]) -> None:
        temporary = self._stamp.with_suffix(".new")
        temporary.write_text(json.dumps(stamp), "utf-8")
        temporary.replace(self._stamp)

    def variables(self) -> dict[str, str]:
        """The process environment in which the application's modules are found from any directory."""
        variables = {key: value for key, value in os.environ.items() if key not in FOREIGN_SETTINGS}
        variables["PYTHONPATH"] = str(ROOT)
        variables["VIRTUAL_ENV"] = str(self.directory)
        return variables

    def replace_process(self, arguments: list[str], directory: Path | None = None) -> int:
        """Runs the environment's Python with `arguments` in this process's place."""
        if directory is not None:
            os.chdir(directory)
        command = [str(self.python), *arguments]
        if os.name != "nt":
            sys.stdout.flush()
            sys.stderr.flush()
            os.execve(self.python, command, self.variables())
        import signal
        import subprocess

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the child's to answer
        return subprocess.call(command, env=self.variables())
