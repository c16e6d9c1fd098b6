"""What must hold on every supported Python: all modules import, Qt survives, a window paints."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import desktop_crm

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(30_000):
    thing.setObjectName("x")
print("alive")
"""


def modules() -> list[str]:
    found = pkgutil.walk_packages(desktop_crm.__path__, "desktop_crm.")
    return [module.name for module in found if not module.name.endswith("__main__")]


@pytest.mark.smoke
def test_every_module_imports() -> None:
    for name in modules():
        # Migration scripts are loaded by Alembic, inside its own context.
        if ".migrations." not in name:
            importlib.import_module(name)


@pytest.mark.smoke
def test_qt_survives_many_void_calls() -> None:
    """Some releases of PySide6 lose a reference to None on every void call on Python 3.11 and abort."""
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr
