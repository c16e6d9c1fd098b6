"""The environment is made once, renewed when it has to be, and repaired after an interruption."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.unit.packaging_modules import ROOT, load

environment = load("devtools.environment")
install = load("devtools.install")
system = load("devtools.system")

LOCKS = {
    "requirements.lock": "# nothing needed\n",
    "requirements-dev.lock": "# nothing more\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a space in its name and lock files without packages: no network needed."""
    folder = tmp_path / "my project"
    folder.mkdir()
    for name, text in LOCKS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose environment is made; tests take a copy."""
    folder = tmp_path_factory.mktemp("finished")
    for name, text in LOCKS.items():
        (folder / name).write_text(text, "utf-8")
    assert make(folder).ensure("requirements.lock") is True
    return folder


@pytest.fixture
def ready(finished: Path, project: Path) -> environment.Environment:
    """The made environment of a project of the test's own."""
    shutil.copytree(finished / ".venv", project / ".venv", symlinks=True)
    return make(project)


def make(project: Path) -> environment.Environment:
    return environment.Environment(project / ".venv", project)


def prefix(made: environment.Environment) -> str:
    probe = [str(made.python), "-c", "import sys; print(sys.prefix)"]
    return subprocess.run(probe, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.smoke
def test_made_at_the_first_start_and_left_alone_at_the_second(finished: Path) -> None:
    made = make(finished)
    assert Path(prefix(made)).resolve() == made.directory.resolve()
    assert made.ensure("requirements.lock") is False
    assert made.is_ready("requirements-dev.lock") is False


def test_development_packages_include_those_of_the_application(ready: environment.Environment, project: Path) -> None:
    (project / "requirements.lock").write_text("# something else\n", "utf-8")
    ready.ensure("requirements-dev.lock")
    assert ready.is_ready("requirements.lock")


def test_changed_lock_is_installed(ready: environment.Environment, project: Path) -> None:
    (project / "requirements.lock").write_text("# something else\n", "utf-8")
    assert ready.is_ready("requirements.lock") is False
    assert ready.ensure("requirements.lock") is True
    assert ready.is_ready("requirements.lock") is True


def test_interrupted_installation_is_repaired(ready: environment.Environment, project: Path) -> None:
    made = ready
    (project / "requirements.lock").write_text("a line that pip refuses ==\n", "utf-8")
    with pytest.raises(environment.SetupError):
        made.ensure("requirements.lock")
    half_unpacked = made.directory / "half"
    half_unpacked.touch()
    (project / "requirements.lock").write_text(LOCKS["requirements.lock"], "utf-8")
    assert made.is_ready("requirements.lock") is False
    made.ensure("requirements.lock")
    assert made.is_ready("requirements.lock") is True
    assert not half_unpacked.exists()


@pytest.mark.parametrize("damage", ["other version", "python gone"])
def test_environment_that_does_not_fit_is_made_anew(ready: environment.Environment, damage: str) -> None:
    made = ready
    if damage == "other version":
        configuration = made.directory / "pyvenv.cfg"
        configuration.write_text(
            configuration.read_text("utf-8").replace(f"version = {environment.PYTHON_VERSION}.", "version = 3.9."),
            "utf-8",
        )
        made.write_stamp({**made.read_stamp(), "python": "3.9"})
    else:
        made.python.unlink()
    assert made.ensure("requirements.lock") is True
    assert Path(prefix(made)).resolve() == made.directory.resolve()


def test_folder_that_is_no_environment_is_not_touched(project: Path) -> None:
    precious = project / ".venv" / "letters.txt"
    precious.parent.mkdir()
    precious.write_text("dear", "utf-8")
    with pytest.raises(environment.SetupError, match="not a virtual environment"):
        make(project).ensure("requirements.lock")
    assert precious.read_text("utf-8") == "dear"


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (
            "NewConnectionError: Failed to establish a new connection: [Errno -3] name resolution",
            "no connection",
        ),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407'))", "HTTPS_PROXY"),
        ("SSLCertVerificationError(1, 'certificate verify failed')", "PIP_CERT"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "not the one that was locked",
        ),
        ("ERROR: No matching distribution found for numpy==9", "no ready-made package numpy==9"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: something new", "ERROR: something new"),
    ],
)
def test_failures_are_explained_shortly(tmp_path: Path, output: str, words: str) -> None:
    text = install.diagnose(f"Collecting x\n{output}\n", tmp_path / "install.log")
    assert words in text
    assert "install.log" in text
    assert len(text.splitlines()) <= 5


def test_offline_installation_says_so_and_leaves_nothing_that_looks_ready(project: Path) -> None:
    (project / "requirements.lock").write_text(f"six==1.17.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from devtools.environment import *\n"
        "project = Path(sys.argv[2])\n"
        "try: Environment(project / '.venv', project).ensure('requirements.lock')\n"
        "except SetupError as error: print(error)\n"
    )
    variables = {
        **os.environ,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
    }
    command = [sys.executable, "-c", code, str(ROOT / "packaging"), str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    assert "no connection" in done.stdout
    assert make(project).is_ready("requirements.lock") is False


def test_missing_libraries_are_named_with_their_packages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6"
    (folder / "Qt" / "plugins" / "platforms").mkdir(parents=True)
    (folder / "QtGui.abi3.so").touch()
    (folder / "Qt" / "plugins" / "platforms" / "libqxcb.so").touch()
    programs = project / "programs"
    programs.mkdir()
    loader = programs / "ldd"
    loader.write_text(
        '#!/bin/sh\nprintf "\\tlibEGL.so.1 => not found\\n\\tlibc.so.6 => /lib/libc.so.6\\n"\n'
        'case "$*" in *libqxcb*) printf "\\tlibxcb-cursor.so.0 => not found\\n";; esac\n'
        'case "$*" in *libqxcb*) printf "\\tlibnew.so.1 => not found\\n";; esac\n',
        "utf-8",
    )
    loader.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    core, screen = system.missing_libraries(make(project))
    assert core == {"libEGL.so.1": "libegl1"}
    assert screen == {"libxcb-cursor.so.0": "libxcb-cursor0", "libnew.so.1": ""}


def locked(name: str) -> list[Requirement]:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    lines = text.replace("\\\n", " ").splitlines()
    return [Requirement(line.split(" --hash")[0]) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", LOCKS)
def test_no_python_before_3_12_gets_the_qt_that_aborts_there(name: str) -> None:
    python = {"python_version": "3.11", "python_full_version": "3.11.9"}
    qt = [
        item
        for item in locked(name)
        if item.name in ("pyside6-essentials", "shiboken6") and (not item.marker or item.marker.evaluate(python))
    ]
    assert len(qt) == 2
    for item in qt:
        version = str(item.specifier).removeprefix("==").split(".")
        assert (int(version[0]), int(version[1])) < (6, 12)


def test_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {
        "requirements.lock": project["dependencies"],
        "requirements-dev.lock": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    for name, requirements in wanted.items():
        pinned = {item.name: item for item in locked(name) if not item.marker or item.marker.evaluate()}
        for requirement in map(Requirement, requirements):
            if requirement.marker is None or requirement.marker.evaluate():
                found = pinned[requirement.name.lower().replace("_", "-")]
                assert requirement.specifier.contains(str(found.specifier).removeprefix("=="))


def test_development_lock_agrees_with_the_runtime_lock() -> None:
    development = {(item.name, str(item.marker)): item.specifier for item in locked("requirements-dev.lock")}
    for item in locked("requirements.lock"):
        assert development[(item.name, str(item.marker))] == item.specifier


def test_old_python_is_told_what_is_needed(tmp_path: Path) -> None:
    source = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    check = source[source.index("import sys") : source.index("from devtools")]
    (tmp_path / "old.py").write_text(check.replace("import sys", "import sys; sys.version_info = (3, 6)", 1), "utf-8")
    done = subprocess.run([sys.executable, str(tmp_path / "old.py")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Python 3.11 or later; this is Python 3.6" in done.stderr


@pytest.mark.smoke
@pytest.mark.parametrize("arguments", [["--help"], ["nonsense"]])
def test_usage(arguments: list[str]) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if arguments == ["--help"] else 2)
    assert "run [ARGS...]" in done.stdout + done.stderr


def test_lock_command_without_uv_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = load("devtools.tasks")
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(environment.SetupError, match="needs uv"):
        tasks.lock([])
