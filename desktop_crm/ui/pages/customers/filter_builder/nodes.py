"""The filter while it is being built: lines and boxes that can be added, moved, indented and taken away.

A path names a node by its places from the top: () is the outermost box, (1, 0) the first part of the second one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from desktop_crm.models.records.conditions import DEPTH, Condition, Group, Join, Operator, Part
from desktop_crm.models.records.operators import arity

Path: TypeAlias = tuple[int, ...]


@dataclass(slots=True)
class Line:
    """A condition; `field` empty: not chosen yet."""

    field: str = ""
    operator: Operator = Operator.IS
    values: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return bool(self.field) and (bool(self.values) or arity(self.operator) == 0)


@dataclass(slots=True)
class Box:
    """A group."""

    join: Join = Join.ALL
    parts: list[Line | Box] = field(default_factory=list)


Node: TypeAlias = Line | Box


def from_group(group: Group | None) -> Box:
    """The tree of a filter."""
    return Box() if group is None else _box(group)


def _box(group: Group) -> Box:
    parts: list[Node] = [
        _box(one) if isinstance(one, Group) else Line(one.field, one.operator, one.values) for one in group.parts
    ]
    return Box(group.join, parts)


def to_group(box: Box) -> Group | None:
    """The filter of a tree; lines that are not complete, and boxes without any, are left out."""
    parts: list[Part] = []
    for one in box.parts:
        if isinstance(one, Box):
            if (inner := to_group(one)) is not None:
                parts.append(inner)
        elif one.complete:
            parts.append(Condition(one.field, one.operator, one.values))
    return Group(box.join, tuple(parts)) if parts else None


def at(root: Box, path: Path) -> Node:
    """The node of a path. Raises IndexError."""
    node: Node = root
    for place in path:
        if not isinstance(node, Box):
            raise IndexError(path)
        node = node.parts[place]
    return node


def box_at(root: Box, path: Path) -> Box:
    node = at(root, path)
    if not isinstance(node, Box):
        raise IndexError(path)
    return node


def insert_after(root: Box, path: Path, node: Node) -> Path:
    """Puts a node behind the one of a path, or at the end of the box of a path; answers where it is."""
    target = at(root, path)
    if isinstance(target, Box):
        target.parts.append(node)
        return (*path, len(target.parts) - 1)
    box_at(root, path[:-1]).parts.insert(path[-1] + 1, node)
    return (*path[:-1], path[-1] + 1)


def remove(root: Box, path: Path) -> Path:
    """Takes a node away, and the boxes that it leaves empty; answers what to look at next."""
    box = box_at(root, path[:-1])
    box.parts.pop(path[-1])
    if not box.parts and len(path) > 1:
        return remove(root, path[:-1])
    return (*path[:-1], min(path[-1], len(box.parts) - 1)) if box.parts else path[:-1]


def move(root: Box, path: Path, by: int) -> Path:
    """Moves a node within its box; answers where it is."""
    parts = box_at(root, path[:-1]).parts
    wanted = min(max(path[-1] + by, 0), len(parts) - 1)
    parts.insert(wanted, parts.pop(path[-1]))
    return (*path[:-1], wanted)


def indent(root: Box, path: Path) -> Path:
    """Moves a node into the box before it, or else into a new one; answers where it is."""
    box = box_at(root, path[:-1])
    if len(path) + _height(at(root, path)) >= DEPTH:
        return path
    before = box.parts[path[-1] - 1] if path[-1] else None
    node = box.parts.pop(path[-1])
    if isinstance(before, Box):
        before.parts.append(node)
        return (*path[:-1], path[-1] - 1, len(before.parts) - 1)
    other = Join.ANY if box.join is Join.ALL else Join.ALL
    box.parts.insert(path[-1], Box(other, [node]))
    return (*path, 0)


def outdent(root: Box, path: Path) -> Path:
    """Moves a node out of its box, behind it; answers where it is."""
    if len(path) < 2:
        return path
    inner, outer = box_at(root, path[:-1]), box_at(root, path[:-2])
    node = inner.parts.pop(path[-1])
    place = path[-2] + 1
    outer.parts.insert(place, node)
    if not inner.parts:
        outer.parts.pop(path[-2])
        place -= 1
    return (*path[:-2], place)


def _height(node: Node) -> int:
    return 1 + max((_height(one) for one in node.parts), default=0) if isinstance(node, Box) else 0
