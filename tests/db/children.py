"""Other processes that tests start: to hold a lock, to lose their rights or their disk space, to be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What every child begins with. `say` tells the test how far it is; `stay` waits to be killed.
PRELUDE = """
import os, sys, time
from pathlib import Path
from desktop_crm.models.opening import open_database
from desktop_crm.models.commands.customers import insert_customers, save_customer
from desktop_crm.models.commands.undo import undo_change_set
from desktop_crm.models.db.backup import back_up, restore
from desktop_crm.models.db.context import Monitor
from desktop_crm.models.errors import KnownDatabaseError
from desktop_crm.models.validation.customers import normalise
from tests.db.makers import add, draft

def say(word):
    print(word, flush=True)

def stay():
    say("ready")
    sys.stdin.read()
    os._exit(3)

def problem_of(function, *args):
    try:
        function(*args)
    except KnownDatabaseError as error:
        assert error.message.plain() and error.advice is not None
        return str(error.problem)
    return "none"

"""


def child(code: str, *args: object) -> subprocess.Popen[str]:
    """Starts Python with `code` after the prelude; `sys.argv[1:]` are `args`."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(code), *map(str, args)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def answers(code: str, *args: object) -> list[str]:
    """What the child said until its end, which has to be a good one."""
    process = child(code, *args)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0, out
    return out.split()


def kill_when_ready(code: str, *args: object) -> None:
    """Lets the child come to `stay()`, then ends it without any warning."""
    process = child(code, *args)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    process.kill()
    process.communicate(timeout=60)
