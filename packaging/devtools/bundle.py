"""Makes the bundle for this system in dist/: icons, PyInstaller, and on Linux files for the desktop."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys

from devtools.environment import ROOT, Environment, SetupError
from devtools.install import say

DIST = ROOT / "dist"
BUNDLE = DIST / "desktop-crm"


def build(environment: Environment, arguments: list[str]) -> int:
    """Builds the bundle; `arguments` go to PyInstaller. Answers the exit status."""
    if sys.platform.startswith("linux") and shutil.which("objdump") is None:
        raise SetupError("PyInstaller needs objdump. Install it with:  sudo apt-get install binutils")
    python = str(environment.python)
    icons = ROOT / "build" / "icons"
    work = ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "pyinstaller")]
    spec = str(ROOT / "packaging" / "desktop-crm.spec")
    steps = (
        [python, str(ROOT / "packaging" / "make_icons.py"), str(icons)],
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *work, *arguments, spec],
    )
    for step in steps:
        status = subprocess.call(step, cwd=ROOT, env=environment.variables())
        if status != 0:
            return status
    for name in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copy(ROOT / name, BUNDLE)
    if sys.platform.startswith("linux"):
        _add_desktop_files()
    say(f"Made {BUNDLE}")
    return 0


def _add_desktop_files() -> None:
    share = BUNDLE / "share"
    shutil.copytree(ROOT / "packaging" / "linux", share, dirs_exist_ok=True)
    shutil.copytree(ROOT / "build" / "icons", share / "icons", dirs_exist_ok=True)
    (share / "install.sh").replace(BUNDLE / "install.sh")
    (BUNDLE / "install.sh").chmod(0o755)
    archive = shutil.make_archive(str(DIST / f"desktop-crm-linux-{platform.machine()}"), "gztar", DIST, BUNDLE.name)
    say(f"Made {archive}")
