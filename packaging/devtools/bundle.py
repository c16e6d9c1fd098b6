"""Makes the bundle for this system in dist/: icons, PyInstaller, and on Linux files for the desktop."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools.environment import ROOT, Environment, SetupError
from devtools.install import say

DIST = ROOT / "dist"
BUNDLE = DIST / "desktop-crm"
_KINDS = ("xlsx", "csv", "vcf", "pdf")


def build(environment: Environment, arguments: list[str]) -> int:
    """Builds the bundle and tries it out; `arguments` go to PyInstaller. Answers the exit status."""
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
    return _try_out()


def _try_out() -> int:
    """Runs what needs each of the libraries once: one that PyInstaller left out shows only when it is asked for."""
    program = BUNDLE / ("desktop-crm-cli.exe" if sys.platform == "win32" else "desktop-crm")
    with tempfile.TemporaryDirectory(prefix="desktop-crm-") as name:
        folder = Path(name)
        file, book = str(folder / "a.crmdb"), str(folder / "a.xlsx")
        steps = [["sample", "--customers", "30", "--db", file]]
        steps += [["export", "customers", str(folder / f"a.{kind}"), "--db", file] for kind in _KINDS]
        steps += [
            ["template", "customers", str(folder / "template.xlsx"), "--db", file],
            ["import", "customers", book, "--db", file, "--dry-run"],
            ["duplicates", "--scan", "--db", file],
            ["export-all", str(folder / "a.zip"), "--db", file],
            ["import-all", str(folder / "a.zip"), "--db", str(folder / "b.crmdb")],
            ["check", "--db", str(folder / "b.crmdb")],
        ]
        for step in steps:
            done = subprocess.run([str(program), *step], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                say(f"The bundle does not work: {' '.join(step[:2])} ended with {done.returncode}.\n{done.stderr}")
                return 1
    say("It runs: sample, exports, template, import, duplicates, and a whole database out and in")
    return 0


def _add_desktop_files() -> None:
    share = BUNDLE / "share"
    shutil.copytree(ROOT / "packaging" / "linux", share, dirs_exist_ok=True)
    shutil.copytree(ROOT / "build" / "icons", share / "icons", dirs_exist_ok=True)
    (share / "install.sh").replace(BUNDLE / "install.sh")
    (BUNDLE / "install.sh").chmod(0o755)
    archive = shutil.make_archive(str(DIST / f"desktop-crm-linux-{platform.machine()}"), "gztar", DIST, BUNDLE.name)
    say(f"Made {archive}")
