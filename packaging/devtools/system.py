"""Shared libraries and fonts that Qt needs from a Linux system, and how to get them on Debian and Ubuntu."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from devtools.environment import Environment, SetupError
from devtools.install import say

# What the loader calls it → the package that brings it. Newer releases have renamed some
# (libglib2.0-0t64), but still provide these names.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrender.so.1": "libxrender1",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtDBus", "QtNetwork", "QtPrintSupport")
E2E_PACKAGES = (
    "xvfb",
    "openbox",
    "dbus-x11",
    "at-spi2-core",
    "python3-pyatspi",
    "xdotool",
    "imagemagick",
    "fonts-noto-cjk",
)
E2E_COMMANDS = ("xvfb-run", "openbox", "dbus-run-session", "xdotool", "import")
CHINESE_FONT = "fonts-noto-cjk"
FONT_FILES = re.compile(
    r"noto.*cjk|sourcehan|wqy|uming|ukai|droidsansfallback|simsun|msyh|pingfang|lxgw", re.IGNORECASE
)


def prepare(environment: Environment, *, window: bool) -> None:
    """Makes sure that Qt can load and has a Chinese font; installs what lacks as root, says so otherwise.

    `window`: the command is going to open a window here. Raises SetupError when Qt would not start.
    Once all is well that is remembered in the environment, and the next start does not look again.
    """
    stamp = environment.read_stamp()
    if not sys.platform.startswith("linux") or stamp.get("system") is True:
        return
    core, screen = missing_libraries(environment)
    wanted = _names({**core, **screen})
    if not has_chinese_font():
        wanted.append(CHINESE_FONT)
    if wanted and can_install() and "apt" not in stamp:
        stamp = {
            **stamp,
            "apt": "tried",
        }  # once: a machine without a package server is not asked at every start
        environment.write_stamp(stamp)
        try:
            apt_install(wanted)
        except SetupError as error:
            say(str(error))
        core, screen = missing_libraries(environment)
        wanted = _names({**core, **screen}) + ([] if has_chinese_font() else [CHINESE_FONT])
    if core or screen:
        say(_explain({**core, **screen}))
    if CHINESE_FONT in wanted:
        say(f"No Chinese font was found; Chinese text may show as boxes. {_how_to_get([CHINESE_FONT])}")
    if core or (screen and window and _opens_by_x11()):
        raise SetupError("Desktop CRM cannot open its window before that.")
    if not wanted:
        environment.write_stamp({**stamp, "system": True})


def missing_libraries(environment: Environment) -> tuple[dict[str, str], dict[str, str]]:
    """What Qt itself, and beyond that its window on X11 or Wayland, cannot load: library → package or ""."""
    folder = next(environment.directory.glob("lib*/python*/site-packages/PySide6"), None)
    if folder is None or shutil.which("ldd") is None:
        return {}, {}
    modules = [folder / f"{name}.abi3.so" for name in MODULES]
    platforms = folder / "Qt" / "plugins" / "platforms"
    core = _unresolved([*modules, platforms / "libqoffscreen.so"])
    screen = _unresolved([platforms / "libqxcb.so"])
    if os.environ.get("WAYLAND_DISPLAY"):
        screen |= _unresolved([platforms / "libqwayland.so"])
    return core, {name: package for name, package in screen.items() if name not in core}


def has_chinese_font() -> bool:
    if shutil.which("fc-list"):
        found = subprocess.run(["fc-list", ":lang=zh", "file"], capture_output=True, text=True, check=False)
        return bool(found.stdout.strip())
    home = Path.home()
    places = ("/usr/share/fonts", "/usr/local/share/fonts", home / ".local/share/fonts", home / ".fonts")
    return any(FONT_FILES.search(name) for place in places for _, _, names in os.walk(place) for name in names)


def can_install() -> bool:
    """Whether packages can be installed right here: Debian or a relative of it, as root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Iterable[str]) -> None:
    """Installs Debian packages. Raises SetupError."""
    names = sorted(set(packages))
    say(f"Installing system packages: {' '.join(names)} …")
    options = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = ["apt-get", *options, "install", "-y", "--no-install-recommends", *names]
    if _quietly(["apt-get", *options, "update"]).returncode != 0:
        say("The package lists could not be renewed; going on with those at hand.")
    done = _quietly(install)
    if done.returncode != 0:
        lines = [line for line in done.stdout.splitlines() if line.startswith(("E:", "dpkg: error"))]
        raise SetupError(
            "\n".join(
                [
                    "These system packages could not be installed:",
                    *lines[-5:],
                    f"Try yourself:  apt-get update && apt-get install {' '.join(names)}",
                ]
            )
        )


def missing_for_e2e() -> list[str]:
    """Commands that the end-to-end tests need and that are not there."""
    if not sys.platform.startswith("linux"):
        return ["a Linux system"]
    missing = [name for name in E2E_COMMANDS if shutil.which(name) is None]
    probe = ["/usr/bin/python3", "-c", "import pyatspi"]
    if not os.path.exists(probe[0]) or _quietly(probe).returncode != 0:
        missing.append("python3-pyatspi")
    return missing


def setup_e2e() -> None:
    """Installs what the end-to-end tests need. Raises SetupError."""
    if not missing_for_e2e() and has_chinese_font():
        return
    if not can_install():
        raise SetupError(f"The end-to-end tests need more. {_how_to_get(E2E_PACKAGES)}")
    apt_install(E2E_PACKAGES)
    if missing := missing_for_e2e():
        raise SetupError(f"Still missing for the end-to-end tests: {', '.join(missing)}")


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
    )


def _unresolved(files: Iterable[Path]) -> dict[str, str]:
    paths = [str(path) for path in files if path.exists()]
    if not paths:
        return {}
    output = _quietly(["ldd", *paths]).stdout
    names = sorted(set(re.findall(r"^\s*(\S+) => not found", output, re.MULTILINE)))
    return {name: PACKAGES.get(name, "") for name in names}


def _names(missing: dict[str, str]) -> list[str]:
    return sorted({package for package in missing.values() if package})


def _explain(missing: dict[str, str]) -> str:
    lines = ["Qt cannot load these system libraries:"]
    lines += [f"  {name}" + (f"  (package {package})" if package else "") for name, package in missing.items()]
    return "\n".join([*lines, _how_to_get(_names(missing))])


def _how_to_get(packages: Iterable[str]) -> str:
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"Install with:  sudo apt-get install {names}"
    return f"Install your distribution's packages for them (on Debian they are: {names})."


def _opens_by_x11() -> bool:
    variables = os.environ
    chosen = variables.get("QT_QPA_PLATFORM", "")
    return "DISPLAY" in variables and not variables.get("WAYLAND_DISPLAY") and chosen in ("", "xcb")
