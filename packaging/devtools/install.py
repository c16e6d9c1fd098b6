"""Makes a virtual environment and puts locked packages into it, with words for what can go wrong."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from devtools.environment import FOREIGN_SETTINGS, PYTHON_VERSION, SetupError

# What pip says → what it means here. The first pattern found in its output counts.
DIAGNOSES = (
    (
        r"No space left on device|not enough space|ENOSPC",
        "The disk is full. Free about 1 GB and start again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one that was locked: a mirror or proxy delivers something else.\n"
        "Nothing was installed. Use another network or mirror (PIP_INDEX_URL) and start again.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|SSLError",
        "The download server's certificate was not accepted. If your network inspects connections, set\n"
        "PIP_CERT to the file with your organisation's certificate and start again.",
    ),
    (
        r"ProxyError|Tunnel connection failed|407 Proxy|Cannot connect to proxy",
        "The proxy refused the connection. Check HTTPS_PROXY (http://host:port) and start again.",
    ),
    (
        r"NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|name resolution|Max retries"
        r"|Network is unreachable|Connection refused|getaddrinfo|RemoteDisconnected|ConnectionResetError"
        r"|Connection broken",
        "The packages cannot be downloaded: no connection. The first start needs the network, later ones\n"
        "do not. Behind a proxy set HTTPS_PROXY=http://host:port; with a package mirror set PIP_INDEX_URL.\n"
        "Then start again.",
    ),
    (
        r"No matching distribution found for (?P<name>\S+)",
        "There is no ready-made package {name} for this system. Supported are Python 3.11 to 3.14 on 64-bit\n"
        f"Windows 10, macOS 13 and Linux with glibc 2.34 or later; this is Python {PYTHON_VERSION}.\n"
        "With a package mirror (PIP_INDEX_URL), it may not have this package yet.",
    ),
)


def remove(directory: Path) -> None:
    """Removes an environment that cannot be used, and nothing that is not one."""
    if directory.is_symlink():
        raise SetupError(f"{directory} is a link to an environment that does not fit; remove the link.")
    known = ("pyvenv.cfg", "desktop-crm.unfinished")
    if any(directory.iterdir()) and not any((directory / name).exists() for name in known):
        raise SetupError(f"{directory} is not a virtual environment; move it away and start again.")
    say(f"Rebuilding {directory.name}: it is incomplete or belongs to another Python.")
    try:
        shutil.rmtree(directory)
    except OSError as error:
        raise SetupError(
            f"{directory} cannot be removed: {error}\nClose the programs that use it, or remove it yourself."
        ) from None


def require_venv() -> None:
    """Raises SetupError when this Python cannot make virtual environments."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(_how_to_get_venv())


def create(directory: Path) -> None:
    """Makes an empty environment with pip in it."""
    say(f"Setting up {directory.name} for Python {PYTHON_VERSION} (only at the first start) …")
    # Not sys.executable: this very process may run from the environment that was just removed.
    python = getattr(sys, "_base_executable", None) or sys.executable
    command = [python, "-m", "venv", str(directory)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode != 0:
        details = (done.stdout + done.stderr).strip()
        if "ensurepip" in details:
            raise SetupError(_how_to_get_venv())
        raise SetupError(f"The virtual environment {directory} cannot be made:\n{details}")


def packages(python: Path, lock: Path, log: Path) -> None:
    """Installs exactly what `lock` names, checked by hash, from ready-made wheels only."""
    total = len(re.findall(r"^[A-Za-z0-9]", lock.read_text("utf-8"), re.MULTILINE))
    say(f"Installing packages from {lock.name} …")
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:", "--no-input"]
    command += ["--disable-pip-version-check", "--retries=2", "--progress-bar=off", "-r", str(lock)]
    output: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        for line in _with_progress(process.stdout, total):
            output.append(line)
    log.write_text("".join(output), "utf-8")
    if process.returncode != 0:
        raise SetupError(diagnose("".join(output), log))


def diagnose(output: str, log: Path) -> str:
    """What pip's failure means, in a few lines, with the place of the whole output."""
    for pattern, words in DIAGNOSES:
        found = re.search(pattern, output)
        if found:
            return f"{words.format(**found.groupdict())}\nDetails: {log}"
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    return "\n".join(["The packages could not be installed.", *errors[-3:], f"Details: {log}"])


def say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _with_progress(lines: Iterator[str], total: int) -> Iterator[str]:
    """Passes the lines on; on a terminal, shows which package pip is at."""
    show = sys.stderr.isatty()
    done = 0
    for line in lines:
        found = re.match(r"(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)", line)
        if show and found:
            done += 1
            sys.stderr.write(f"\r\x1b[K  {min(done, total)}/{total} {found[1]}")
            sys.stderr.flush()
        elif show and line.startswith("Installing collected"):
            sys.stderr.write("\r\x1b[K  unpacking …")
            sys.stderr.flush()
        yield line
    if show:
        sys.stderr.write("\r\x1b[K")


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in FOREIGN_SETTINGS}


def _how_to_get_venv() -> str:
    text = f"This Python ({sys.executable}) cannot make virtual environments: venv or ensurepip is missing."
    if shutil.which("apt-get"):
        text += "\nInstall them with:  sudo apt-get install python3-venv"
        if not sys.executable.startswith("/usr/bin/python3"):
            text += f"   (or python{PYTHON_VERSION}-venv)"
        return text + "\nThen start again."
    return text + "\nInstall the complete Python 3.11 or later for your system and start again."
