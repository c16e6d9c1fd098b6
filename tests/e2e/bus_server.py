"""Reads and works windows over the accessibility bus, for the tests; run by the system's Python, which has pyatspi.

One JSON object per line comes in ({"op": …, …}), one goes out ({"ok": …} or {"error": …}). Controls are named by
numbers that stay good as long as this process lives.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi

BROAD = 400  # more children than this are a table's cells: those are read by row
DEEP = 60
WORKABLE = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text",
    "spin button", "slider", "table", "list", "tree", "tree table", "page tab list", "button", "menu button",
    "push button menu", "switch", "date editor", "link", "list box",
}  # fmt: skip
PRESSES = ("Press", "Toggle", "click", "activate", "ShowMenu", "SetFocus")


class Server:
    """The operations, by name. Each answers something that JSON can carry."""

    def __init__(self) -> None:
        self._nodes: dict[int, Any] = {}

    def do(self, request: dict[str, Any]) -> Any:
        operation = getattr(self, "op_" + request.pop("op"))
        return operation(**request)

    def op_hello(self) -> int:
        return int(pyatspi.Registry.getDesktop(0).childCount)

    def op_find(self, pid: int, **wanted: Any) -> list[dict[str, Any]]:
        """The showing controls that fit, at most `most`, in the order of the tree."""
        most, within = wanted.pop("most", 1), wanted.pop("within", None)
        found = []
        for node in self._showing(pid, within):
            if _fits(node, **wanted):
                found.append(self._describe(node))
                if len(found) >= most:
                    break
        return found

    def op_texts(self, pid: int, within: int | None = None) -> list[str]:
        """Everything that can be read in the windows, or below one control."""
        return [text for node in self._showing(pid, within) if (text := _text(node) or node.name)]

    def op_tree(self, pid: int) -> list[str]:
        return [f"{node.getRoleName()} {node.name!r} {_text(node)!r}" for node in self._showing(pid, None)]

    def op_nameless(self, pid: int) -> list[str]:
        """Controls that a person can work and a screen reader has no name for, with where they are."""
        found = []
        for node in self._showing(pid, None):
            if node.getRoleName() in WORKABLE and not node.name.strip():
                found.append(f"{node.getRoleName()} in {_path(node)}")
        return found

    def op_describe(self, node: int) -> dict[str, Any]:
        return self._describe(self._nodes[node], node)

    def op_press(self, node: int) -> None:
        action = self._nodes[node].queryAction()
        names = [action.getName(at) for at in range(action.nActions)]
        for name in PRESSES:
            if name in names:
                action.doAction(names.index(name))
                return
        raise LookupError(f"nothing to press on {self._describe(self._nodes[node])}: {names}")

    def op_focus(self, node: int) -> None:
        self._nodes[node].queryComponent().grabFocus()

    def op_fill(self, node: int, text: str) -> None:
        self._nodes[node].queryEditableText().setTextContents(text)

    def op_rows(self, node: int, first: int, count: int) -> dict[str, Any]:
        """The texts of a table's cells, row by row, and how many rows and which columns it has."""
        table = self._nodes[node].queryTable()
        last = min(first + count, table.nRows)
        rows = []
        for row in range(first, last):
            cells = (table.getAccessibleAt(row, column) for column in range(table.nColumns))
            rows.append([cell.name if cell else "" for cell in cells])
        heads = [table.getColumnDescription(column) for column in range(table.nColumns)]
        return {"rows": rows, "total": table.nRows, "columns": heads}

    def op_cell(self, node: int, row: int, column: int) -> dict[str, Any]:
        return self._describe(self._nodes[node].queryTable().getAccessibleAt(row, column))

    def op_heading(self, node: int, name: str) -> dict[str, Any]:
        """The heading of a table's column."""
        table = self._nodes[node].queryTable()
        heads = [table.getColumnHeader(column) for column in range(table.nColumns)]
        return self._describe(next(head for head in heads if head is not None and head.name == name))

    def op_children(self, node: int) -> int:
        return int(self._nodes[node].childCount)

    def op_child(self, node: int, at: int) -> str:
        """What the child of that number is, also where there is none any more."""
        child = self._nodes[node].getChildAtIndex(at)
        return "" if child is None else str(child.getRoleName())

    def op_windows(self, pid: int) -> list[dict[str, Any]]:
        return [self._describe(window) for window in _windows(pid)]

    def _describe(self, node: Any, number: int = 0) -> dict[str, Any]:
        if not number:
            number = len(self._nodes) + 1
            self._nodes[number] = node
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        box = [0, 0, 0, 0]
        if "Component" in pyatspi.listInterfaces(node):
            area = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            box = [area.x, area.y, area.width, area.height]
        return {
            "node": number,
            "name": node.name,
            "role": node.getRoleName(),
            "text": _text(node),
            "description": node.description,
            "states": states,
            "box": box,
        }

    def _showing(self, pid: int, within: int | None) -> Iterator[Any]:
        roots = [self._nodes[within]] if within else _windows(pid)
        for root in roots:
            yield from _walk(root, 0)


def _windows(pid: int) -> list[Any]:
    desktop = pyatspi.Registry.getDesktop(0)
    found = []
    for at in range(desktop.childCount):
        program = desktop.getChildAtIndex(at)
        if program is not None and program.get_process_id() == pid:
            tops = (program.getChildAtIndex(one) for one in range(program.childCount))
            found += [top for top in tops if top is not None and _shows(top)]
    return found


def _shows(node: Any) -> bool:
    return bool(node.getState().contains(pyatspi.STATE_SHOWING))


def _walk(node: Any, depth: int) -> Iterator[Any]:
    """`node` and what shows below it. Controls may go while they are looked at; those are passed over."""
    try:
        if not _shows(node):
            return
        count = node.childCount
    except Exception:
        return
    yield node
    if count > BROAD or depth > DEEP:
        return
    for at in range(count):
        try:
            child = node.getChildAtIndex(at)
        except Exception:
            continue
        if child is not None:
            yield from _walk(child, depth + 1)


def _fits(
    node: Any, name: str | None = None, role: str | None = None, contains: str | None = None, text: str | None = None
) -> bool:
    if name is not None and node.name != name:
        return False
    if contains is not None and contains not in node.name and contains not in _text(node):
        return False
    if text is not None and text not in _text(node):
        return False
    return role is None or node.getRoleName() == role


def _text(node: Any) -> str:
    try:
        return str(node.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def _path(node: Any) -> str:
    names = []
    while node is not None and node.getRoleName() != "application":
        names.append(f"{node.getRoleName()} {node.name!r}")
        node = node.parent
    return " < ".join(names[1:7])


def main() -> None:
    server = Server()
    for line in sys.stdin:
        try:
            answer = {"ok": server.do(json.loads(line))}
        except Exception as error:  # the test that asked is told
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
