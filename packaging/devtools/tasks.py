"""The sub-commands of packaging/dev.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from devtools.environment import DEV_LOCK, ROOT, RUNTIME_LOCK, Environment, SetupError


def main(arguments: list[str], usage: str) -> int:
    """Runs one sub-command; answers the exit status."""
    tasks = {
        "run": run,
        "test": test,
        "check": check,
        "lock": lock,
        "build": build,
        "setup-e2e": setup_e2e,
    }
    name = arguments[0] if arguments else ""
    if name in ("-h", "--help", "help"):
        sys.stdout.write(usage)
        return 0
    if name not in tasks:
        sys.stderr.write(usage)
        return 2
    return tasks[name](arguments[1:])


def run(arguments: list[str]) -> int:
    """Starts the application."""
    return _ready(RUNTIME_LOCK, window=True).replace_process(["-m", "desktop_crm", *arguments])


def test(arguments: list[str]) -> int:
    """Runs pytest in the project's root."""
    environment = _ready(DEV_LOCK)
    command = ["-m", "pytest", *arguments]
    if not arguments:
        # Handed out one by one: some tests take a hundred times as long as others.
        command += ["-n", "2", "--dist", "loadgroup"]
    if not any(argument.startswith("-m") or argument.startswith("tests") for argument in arguments):
        command += ["-m", _default_marks()]
    return environment.replace_process(command, ROOT)


def check(arguments: list[str]) -> int:
    """Runs every check, reports each, and fails when any fails."""
    import subprocess
    import time

    if arguments:
        raise SetupError("check takes no arguments")
    environment = _ready(DEV_LOCK)
    failed = []
    for name, command in _checks(environment):
        begin = time.monotonic()
        sys.stdout.flush()
        status = subprocess.call(command, cwd=ROOT, env=environment.variables(), stdin=subprocess.DEVNULL)
        if status != 0:
            failed.append(name)
        verdict = "ok" if status == 0 else "FAILED"
        print(f"check {name}: {verdict} ({time.monotonic() - begin:.1f} s)", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def lock(arguments: list[str]) -> int:
    """Rebuilds both lock files; `--upgrade` takes newer versions."""
    import shutil
    import subprocess

    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise SetupError("Rebuilding the lock files needs uv (set UV to its path). Installing from them does not.")
    # One version of each package for every Python, so that what is tested is what runs everywhere.
    common = [uv, "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    common += ["--fork-strategy", "fewest", "--generate-hashes", "--no-emit-index-url"]
    common += ["--no-emit-find-links", "--no-header", "--no-annotate", "--no-config", "--quiet", *arguments]
    runtime = f"packaging/{RUNTIME_LOCK}"
    steps = (
        [*common, "-o", runtime],
        [*common, "--extra", "dev", "-c", runtime, "-o", f"packaging/{DEV_LOCK}"],
    )
    for step in steps:
        status = subprocess.call(step, cwd=ROOT)
        if status != 0:
            return status
    return 0


def build(arguments: list[str]) -> int:
    """Makes a bundle for this system."""
    from devtools import bundle

    return bundle.build(_ready(DEV_LOCK), arguments)


def setup_e2e(arguments: list[str]) -> int:
    """Installs what the end-to-end tests need."""
    from devtools import system

    system.setup_e2e()
    return 0


def _ready(lock: str, *, window: bool = False) -> Environment:
    environment = Environment.default()
    environment.ensure(lock)
    if sys.platform.startswith("linux") and environment.read_stamp().get("system") is not True:
        from devtools import system

        system.prepare(environment, window=window)
    return environment


def _default_marks() -> str:
    from devtools import system

    missing = system.missing_for_e2e()
    if not missing:
        return "not nightly"
    print(f"End-to-end tests are left out; they need {', '.join(missing)}", file=sys.stderr)
    print("(Debian and Ubuntu: sudo python3 packaging/dev.py setup-e2e).", file=sys.stderr)
    return "not nightly and not e2e"


def _checks(environment: Environment) -> list[tuple[str, list[str]]]:
    python = str(environment.python)
    scripts = environment.python.parent
    lint_imports = scripts / ("lint-imports.exe" if os.name == "nt" else "lint-imports")
    found = [
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("layers", [python, str(lint_imports)] if os.name != "nt" else [str(lint_imports)]),
    ]
    own: list[Path] = sorted((ROOT / "packaging" / "checks").glob("*.py"))
    return found + [(path.stem, [python, str(path)]) for path in own if not path.name.startswith("_")]
