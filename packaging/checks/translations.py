"""Checks that the Chinese translation is complete, fits its source texts, and is compiled.

Without an option it fails on anything missing, unfinished, obsolete or unlike its source text.
--update            takes new texts into the .ts, drops old ones and writes the .qm
--list-unfinished   prints what still waits for a translation
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "desktop_crm"
TRANSLATION = Path(PACKAGE, "resources", "translations", "desktop_crm_zh_CN.ts")
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%L?\d+|%n")
ACCELERATOR = re.compile(r"(?<!&)&(?=\w)(.)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the .ts file. `state` is "", "unfinished", "vanished" or "obsolete"."""

    context: str
    source: str
    translations: tuple[str, ...]
    state: str

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r}"


class ToolError(Exception):
    """Qt's own tool failed; the text is what it said."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list-unfinished", action="store_true")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    try:
        if options.update:
            update(root)
        if options.list_unfinished:
            return _print_unfinished(root)
        problems = check(root)
    except ToolError as error:
        problems = [str(error)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def check(root: Path) -> list[str]:
    """What is wrong with the translation, one line for each; empty when nothing is."""
    committed = root / TRANSLATION
    if not committed.exists():
        return [f"{TRANSLATION.as_posix()} is missing; make it with --update"]
    entries = current_entries(root)
    problems = [problem for entry in entries for problem in problems_of(entry)]
    collected = {(entry.context, entry.source) for entry in entries}
    problems += [
        f"{place}: {text!r} is not collected under {context!r}; the tool sees no calls inside an f-string"
        for place, context, text in marked(root)
        if (context, text) not in collected
    ]
    compiled = committed.with_suffix(".qm")
    if not compiled.exists():
        problems.append(f"{compiled.name} is missing; make it with --update")
    elif compiled.read_bytes() != _release(committed):
        problems.append(f"{compiled.name} is older than {committed.name}; renew it with --update")
    return problems


def update(root: Path) -> None:
    """Brings the .ts up to the sources and compiles the .qm beside it."""
    path = root / TRANSLATION
    path.parent.mkdir(parents=True, exist_ok=True)
    _collect(root, path, "-no-obsolete")
    path.with_suffix(".qm").write_bytes(_release(path))


def current_entries(root: Path) -> list[Entry]:
    """The committed translation merged with the source texts as they are now."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, TRANSLATION.name)
        if (root / TRANSLATION).exists():
            shutil.copyfile(root / TRANSLATION, copy)
        _collect(root, copy)
        return list(read(copy))


def marked(root: Path) -> Iterator[tuple[str, str, str]]:
    """Place, context and text of every marked literal, as Python itself reads the sources."""
    for path in sorted((root / PACKAGE).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        yield from _marked_in(name, ast.parse(path.read_text("utf-8"), name), "")


def _marked_in(name: str, node: ast.AST, context: str) -> Iterator[tuple[str, str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            called = ast.unparse(child.func)
            literals = [part.value for part in child.args if isinstance(part, ast.Constant)]
            if called.endswith(".tr") and literals:
                yield f"{name}:{child.lineno}", context, str(literals[0])
            elif called.endswith("QT_TRANSLATE_NOOP") and len(literals) == len(child.args) == 2:
                yield f"{name}:{child.lineno}", str(literals[0]), str(literals[1])
        yield from _marked_in(name, child, child.name if isinstance(child, ast.ClassDef) else context)


def read(path: Path) -> Iterator[Entry]:
    """The entries of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "unfinished"
            texts: tuple[str, ...] = ("",)
            if translation is not None:
                forms = translation.findall("numerusform")
                state = translation.get("type", "")
                texts = tuple(form.text or "" for form in forms) or (translation.text or "",)
            yield Entry(context.findtext("name", ""), message.findtext("source", ""), texts, state)


def problems_of(entry: Entry) -> Iterator[str]:
    """What is wrong with one entry."""
    if entry.state in ("vanished", "obsolete"):
        yield f"{entry} is no longer used; remove it with --update"
        return
    if entry.state == "unfinished" or not all(text.strip() for text in entry.translations):
        yield f"{entry} has no finished translation"
        return
    for text in entry.translations:
        yield from _differences(entry, text)


def _differences(entry: Entry, text: str) -> Iterator[str]:
    kinds = (
        ("placeholders", lambda words: Counter(PLACEHOLDER.findall(words))),
        ("accelerator", lambda words: [key.upper() for key in ACCELERATOR.findall(words)]),
        ("markup", lambda words: Counter(TAG.findall(words))),
        (
            "outer spaces",
            lambda words: (words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]),
        ),
        ("final ellipsis", lambda words: words.rstrip().endswith(("…", "..."))),
    )
    for name, extract in kinds:
        if extract(entry.source) != extract(text):
            yield f"{entry}: {name} differ from those of the translation {text!r}"


def _collect(root: Path, target: Path, *options: str) -> None:
    """Runs lupdate over the package's sources into `target`."""
    sources = sorted(path.relative_to(root).as_posix() for path in (root / PACKAGE).rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "sources.lst")
        listing.write_text("\n".join(sources) + "\n", "utf-8")
        languages = ["-source-language", "en", "-target-language", "zh_CN"]
        fixed = ["-silent", "-warnings-are-errors", "-locations", "none", *languages]
        _run([_tool("lupdate"), *fixed, *options, f"@{listing}", "-ts", str(target)], root)


def _release(path: Path) -> bytes:
    """The compiled form of a .ts file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, path.with_suffix(".qm").name)
        _run([_tool("lrelease"), "-silent", str(path), "-qm", str(target)], path.parent)
        return target.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(f"{Path(command[0]).stem} failed:\n{(done.stdout + done.stderr).strip()}")


def _tool(name: str) -> str:
    import PySide6

    path = Path(PySide6.__path__[0], name + (".exe" if os.name == "nt" else ""))
    if not path.exists():
        raise ToolError(f"{path} is missing")
    return str(path)


def _print_unfinished(root: Path) -> int:
    waiting = [entry for entry in current_entries(root) if entry.state == "unfinished"]
    for entry in waiting:
        print(entry)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
