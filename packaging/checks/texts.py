"""Checks the sources for what no other tool looks at: size, words that cannot be translated, and places that
belong to one machine.

A line of interface code whose literal is not meant for people says so by a comment: `# not a text: why`.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
FILE_LIMIT = 400
FUNCTION_LIMIT = 40
EXEMPT = ("desktop_crm/models/db/migrations/versions/",)
BINARY = {".qm", ".png", ".ico", ".icns", ".ttf", ".woff2", ".xlsx", ".xls", ".crmdb", ".gz", ".zip"}

# Paths of one machine: anything rooted where people or build services keep their work.
MACHINE_PATH = re.compile(r"(?<![\w.:/$}~-])/(?:work|root|home/\w+|Users/\w+|builds|workspace)/[\w.-]")
REGISTRY = re.compile(r"pypi\.org|pythonhosted|npmjs|index-url|find-links|https?://|file:/|\s@\s", re.IGNORECASE)

SHOWN_BY = {
    "setText",
    "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText", "setTitle",
    "setAccessibleName", "setAccessibleDescription", "setLabelText", "setInformativeText", "setDetailedText",
    "showMessage",
}  # fmt: skip
BUILT_WITH = {
    "QLabel",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "QMenu",
}
EXCUSE = "# not a text"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
MARKERS = {"tr": 0, "QT_TRANSLATE_NOOP": 1}


def main() -> int:
    problems = list(check(ROOT, tracked_files(ROOT)))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def tracked_files(root: Path) -> list[str]:
    """The files of the repository, by their path from `root`; without git, all but hidden and built ones."""
    git = shutil.which("git")
    listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = git and subprocess.run([git, *listing], cwd=root, capture_output=True, check=False)
    if done and done.returncode == 0:
        names = done.stdout.decode("utf-8").split("\0")
        return sorted(name for name in names if name and (root / name).is_file())
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(name for name in found if not re.search(r"(^|/)(\.|build/|dist/|__pycache__)", name))


def check(root: Path, names: list[str]) -> Iterator[str]:
    """What is wrong, one line for each."""
    for name in names:
        if PurePosixPath(name).suffix in BINARY:
            continue
        try:
            text = (root / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        yield from machine_places(name, text)
        if name.startswith("desktop_crm/") and name.endswith(".py"):
            tree = ast.parse(text, name)
            if not name.startswith(EXEMPT):
                yield from sizes(name, text, tree)
            yield from unextractable(name, tree)
            yield from unmarked(name, text, tree)
            if name.startswith("desktop_crm/ui/"):
                yield from untranslated(name, text, tree)


def machine_places(name: str, text: str) -> Iterator[str]:
    """Absolute paths of one machine, and package servers in lock files."""
    is_lock = name.endswith(".lock")
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE_PATH.search(line):
            yield f"{name}:{number}: a path of one machine"
        if is_lock and REGISTRY.search(line):
            yield f"{name}:{number}: a lock file names no server and no place"


def sizes(name: str, text: str, tree: ast.AST) -> Iterator[str]:
    """Files and functions that have outgrown their limit (lines, decorators not counted)."""
    lines = len(text.splitlines())
    if lines > FILE_LIMIT:
        yield f"{name}: {lines} lines, more than {FILE_LIMIT}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LIMIT:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines, more than {FUNCTION_LIMIT}"


def unextractable(name: str, tree: ast.AST) -> Iterator[str]:
    """Texts that the translation tools cannot collect: marked but not literal, or marked by another name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == "QT_TRANSLATE_NOOP" and alias.asname not in (None, alias.name):
                    yield f"{name}:{node.lineno}: QT_TRANSLATE_NOOP under another name is not collected"
        if isinstance(node, ast.Call) and (marker := _called(node)) in MARKERS:
            position = MARKERS[marker]
            if len(node.args) <= position or not _is_literal(node.args[position]):
                yield f"{name}:{node.lineno}: {marker} needs a literal text"


def unmarked(name: str, text: str, tree: ast.AST) -> Iterator[str]:
    """Messages whose text is a bare literal: shown in English whatever the language."""
    for node in _calls_for_people(text, tree):
        if _called(node) == "Message" and node.args:
            shown = node.args[0]
            if isinstance(shown, ast.Constant) and _has_letters(shown):
                yield f"{name}:{node.lineno}: a message without QT_TRANSLATE_NOOP: {ast.unparse(shown)}"


def untranslated(name: str, text: str, tree: ast.AST) -> Iterator[str]:
    """Literals with letters in them that are shown to people without `tr`."""
    for node in _calls_for_people(text, tree):
        called = _called(node)
        shown = node.args if called in SHOWN_BY else node.args[:1] if called in BUILT_WITH else []
        for argument in shown:
            if _has_letters(argument):
                yield f"{name}:{argument.lineno}: a text for people without tr: {ast.unparse(argument)}"


def _calls_for_people(text: str, tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that no comment on their last line excuses."""
    lines = text.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and EXCUSE not in lines[(node.end_lineno or node.lineno) - 1]:
            yield node


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _has_letters(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(_has_letters(value) for value in node.values)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return any(map(str.isalpha, PLACEHOLDER.sub("", node.value)))


if __name__ == "__main__":
    sys.exit(main())
